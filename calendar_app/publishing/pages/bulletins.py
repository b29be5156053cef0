"""Bulletins: the list of those public events cite, and each text with its facts marked."""

from __future__ import annotations

from typing import Any

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from calendar_app.formats.paragraphs import paragraphs
from calendar_app.formats.provenance import Piece
from calendar_app.models import Article, Bulletin, Event, EventSource, Fact
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
    public = Event.objects.public()
    hidden = Event.objects.hidden()
    cited_by = Fact.objects.filter(bulletin=shown).exclude(event__in=hidden)
    facts = list(cited_by.exclude(decision=Decision.REJECTED))
    events = {each.pk: each for each in listed(public.filter(sources__article__bulletin=shown)).distinct()}
    cited: dict[int, list[Event]] = {}
    for article, event in shown.articles.filter(events__in=events).values_list("pk", "events"):
        cited.setdefault(article, []).append(events[event])
    articles = [
        (
            article,
            *told(article, list(paragraphs(shown.text, article.start, article.end, facts))),
            cited.get(article.pk, []),
        )
        for article in whole(shown)
    ]
    context: dict[str, Any] = {"shown": shown, "articles": articles, "count": len(events)}
    return render(request, "calendar_app/bulletin.html", context)


def told(article: Article, text: list[list[Piece]]) -> tuple[list[Piece], list[list[Piece]]]:
    """Split an article into its headline and the text below; a headline that the text opens with is said once."""
    if text and article.headline and bare("".join(piece.text for piece in text[0])) == bare(article.headline):
        return text[0], text[1:]
    return ([Piece(article.headline)] if article.headline else []), text


def bare(text: str) -> str:
    return "".join(text.split())


def whole(shown: Bulletin) -> list[Article]:
    """The articles in order, with the text between them as articles of no name, so that nothing printed is left out."""
    parts: list[Article] = []
    at = 0
    for article in shown.articles.order_by("start"):
        if shown.text[at : article.start].strip():
            parts.append(Article(bulletin=shown, start=at, end=article.start))
        parts.append(article)
        at = max(at, article.end)
    if shown.text[at:].strip():
        parts.append(Article(bulletin=shown, start=at, end=len(shown.text)))
    return parts
