"""The subscription page: pick what to follow, see what it holds, and take its address into one's own calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import segno
from django.conf import settings
from django.db.models import CharField
from django.db.models.functions import Cast, Substr
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe

from calendar_app.models import Event, Organization
from calendar_app.models.days import BEGINS, ENDS
from calendar_app.models.events import EventQuerySet
from calendar_app.publishing.filters import Filters
from calendar_app.publishing.kept import kept
from calendar_app.publishing.pages.frame import as_page, kept_whole, listed
from calendar_app.publishing.pages.naming import chips, names, settled
from calendar_app.publishing.questions import Question
from calendar_app.vocabulary import Kind

LONGEST_ADDRESS = 255  # characters; some clients cut what is longer
SHOWN = 3
ASKED = {"kind", "q"}  # what the form itself asks, besides names
ARCHIVED = range(1900, 2100)  # years that have an address
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
    bodies = Organization.objects.public_or_above()
    asked = names(request, filters, organization=bodies)
    if only := settled(request, filters, asked):
        return only
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
        "kept": [(name, value) for name, value in filters.words() if name not in ASKED],
        "names": asked,
        "chips": chips(filters, question.options.items(), organization=bodies),
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
    found = kept(f"years of {question.path}", lambda: sorted(years_of(public), reverse=True))
    return [(year, settings.PUBLIC_URL + question.of_year(year).address("ics")) for year in found]


def years_of(events: EventQuerySet) -> set[int]:
    """Return the years that events begin or end in, of those that have an archive."""
    # Days are cut as text, so that there are few to tell apart; SQLite would also have Python read each.
    first, last = (Substr(Cast(day, CharField()), 1, 4) for day in (BEGINS, ENDS))
    found = events.order_by().values_list(first, last).distinct()
    return {int(year) for years in found for year in years if int(year) in ARCHIVED}
