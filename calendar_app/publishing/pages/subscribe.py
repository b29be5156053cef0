"""The subscription page: pick what to follow, see what it holds, and take its address into one's own calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import segno
from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe

from calendar_app.models import Event, Organization, Person, Place, Series
from calendar_app.models.days import BEGINS
from calendar_app.models.events import EventQuerySet
from calendar_app.publishing.filters import Filters
from calendar_app.publishing.kept import kept
from calendar_app.publishing.pages.frame import as_page, kept_whole, listed
from calendar_app.publishing.questions import Question
from calendar_app.vocabulary import Kind

LONGEST_ADDRESS = 255  # characters; some clients cut what is longer
SHOWN = 3
PICKED = {"kind", "organization", "person", "place", "series", "q"}  # what the form itself asks
MOST_CHOICES = 500
GOOGLE = "https://calendar.google.com/calendar/r"
OUTLOOK = "https://outlook.live.com/calendar/0/addfromweb"


@dataclass(frozen=True)
class Addresses:
    """The addresses a feed is subscribed at."""

    https: str
    webcal: str
    atom: str
    google: str
    outlook: str

    @property
    def is_too_long(self) -> bool:
        return len(self.https) > LONGEST_ADDRESS

    @property
    def qr(self) -> SafeString:
        """The webcal address as a QR code, an inline SVG without script or style."""
        code = segno.make(self.webcal, error="m")
        drawn = code.svg_inline(scale=4, border=4, dark="#000", light="#fff", title=self.webcal, omitsize=True)
        return mark_safe(drawn)  # noqa: S308 - drawn by segno, which escapes the title


def addresses(question: Question) -> Addresses:
    https = settings.PUBLIC_URL + question.address("ics")
    webcal = "webcal" + https[https.index(":") :]
    return Addresses(
        https=https,
        webcal=webcal,
        atom=settings.PUBLIC_URL + question.address("atom"),
        google=f"{GOOGLE}?{urlencode({'cid': webcal})}",
        outlook=f"{OUTLOOK}?{urlencode({'url': https, 'name': question.name})}",
    )


@as_page
@kept_whole
def feeds(request: HttpRequest) -> HttpResponse:
    filters = Filters.read(request.GET)
    question = Question.asking(filters).asked_by(request.GET)
    today, public = timezone.localdate(), question.public()
    context = {
        "filters": filters,
        "question": question,
        "addresses": addresses(question),
        "today": today,
        "next": coming(public, today),
        "last": past(public, today),
        "years": years(public, question),
        "kinds": list(Kind),
        "kept": [(name, value) for name, value in filters.words() if name not in PICKED],
        **choices(),
    }
    return render(request, "calendar_app/feeds.html", context)


def coming(public: EventQuerySet, today: date) -> list[Event]:
    return list(listed(public.between(today, None).chronological())[:SHOWN])


def past(public: EventQuerySet, today: date) -> list[Event]:
    return list(listed(public.between(None, today - timedelta(days=1)).latest_first())[:SHOWN])


def years(public: EventQuerySet, question: Question) -> list[tuple[int, str]]:
    """Return the years the question has events in, latest first, each with its archive; none for free filters."""
    if not question.has_years:
        return []
    days = public.order_by().annotate(begins=BEGINS).values_list("begins", flat=True).distinct()
    found = kept(
        f"years of {question.path}", lambda: sorted({day.year for day in days} - {date.min.year}, reverse=True)
    )
    return [(year, settings.PUBLIC_URL + question.of_year(year).address("ics")) for year in found]


def choices() -> dict[str, list[tuple[str, str]]]:
    """Return what can be picked besides kinds, as (slug, name): whoever and wherever public events name."""
    actors: dict[str, type[Organization | Person]] = {"organizations": Organization, "people": Person}
    named = {
        field: [
            (slug, str(model(name=name, disambiguation=word)))
            for slug, name, word in first(model.objects.public()).values_list("slug", "name", "disambiguation")
        ]
        for field, model in actors.items()
    }
    venues: dict[str, type[Place | Series]] = {"places": Place, "series": Series}
    return named | {
        field: list(first(model.objects.public()).values_list("slug", "name")) for field, model in venues.items()
    }


def first(known: QuerySet[Any]) -> QuerySet[Any]:
    return known.order_by("name")[:MOST_CHOICES]
