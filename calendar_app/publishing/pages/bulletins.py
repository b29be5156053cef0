"""Bulletins: the list of those public events cite, and each text with its facts marked."""

from __future__ import annotations

from typing import Any

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from calendar_app.formats.paragraphs import paragraphs
from calendar_app.formats.parting import Stretch, part_asked
from calendar_app.formats.provenance import Piece
from calendar_app.models import Bulletin, Event, EventSource, Fact
from calendar_app.publishing.kept import kept
from calendar_app.publishing.pages.frame import as_page, listed, paged
from calendar_app.vocabulary import Decision


@as_page
def bulletins(request: HttpRequest) -> HttpResponse:
    keys = Bulletin.objects.public().order_by("-published_on", "-pk").values_list("pk", flat=True)
    page = paged(request, kept("bulletins by day", lambda: list(keys)))
    shown = Bulletin.objects.without_text().in_bulk(list(page.object_list))
    page.object_list = [shown[key] for key in page.object_list if key in shown]
    sources = (
        EventSource.objects.filter(article__bulletin__in=shown).exclude(event__in=Event.objects.hidden()).order_by()
    )
    times = dict(sources.values_list("article__bulletin").annotate(Count("event", distinct=True)))
    for each in page.object_list:
        each.times = times.get(each.pk, 0)
    return render(request, "calendar_app/bulletins.html", {"page": page})


@as_page
def bulletin(request: HttpRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Bulletin.objects.public(), pk=pk)
    part = part_asked(shown, request.GET.get("part", ""), request.GET.get("article", ""))
    cited_by = Fact.objects.filter(bulletin=shown).exclude(event__in=Event.objects.hidden())
    facts = list(part.facts(cited_by.exclude(decision=Decision.REJECTED)))
    public = Event.objects.public()
    events = {each.pk: each for each in part.events(listed(public))}
    cited: dict[int, list[Event]] = {}
    articles = [one.article for one in part.stretches if one.article]
    for article, event in EventSource.objects.filter(article__in=articles).values_list("article", "event"):
        if event in events:
            cited.setdefault(article, []).append(events[event])
    context: dict[str, Any] = {
        "shown": shown,
        "part": part,
        "articles": [
            (one, *told(one, shown.text, facts), cited.get(one.article.pk, []) if one.article else [])
            for one in part.stretches
        ],
        "count": len(events) if part.count == 1 else public.filter(articles__bulletin=shown).distinct().count(),
    }
    return render(request, "calendar_app/bulletin.html", context)


def told(stretch: Stretch, text: str, facts: list[Fact]) -> tuple[list[Piece], list[list[Piece]]]:
    """Split a stretch into its headline and the text below; a headline that the text opens with is said once."""
    headline = stretch.article.headline if stretch.article and stretch.begins else ""
    words = list(paragraphs(text, stretch.start, stretch.end, facts))
    if words and headline and bare("".join(piece.text for piece in words[0])) == bare(headline):
        return words[0], words[1:]
    return ([Piece(headline)] if headline else []), words


def bare(text: str) -> str:
    return "".join(text.split())
