"""The subscription page: pick what to follow, see what it holds, and take its address into one's own calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

import segno
from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, gettext_noop

from calendar_app.models import Event, Organization, Person, Place, Series
from calendar_app.models.days import BEGINS, ENDS
from calendar_app.models.events import EventQuerySet
from calendar_app.publishing.filters import Filters
from calendar_app.publishing.kept import kept
from calendar_app.publishing.pages.frame import as_page, kept_whole, listed
from calendar_app.publishing.questions import Question
from calendar_app.vocabulary import Kind

LONGEST_ADDRESS = 255  # characters; some clients cut what is longer
SHOWN = 3
CHOICES: dict[str, tuple[str, type[Organization | Person | Place | Series]]] = {
    "organization": (gettext_noop("Organization"), Organization),
    "person": (gettext_noop("Person"), Person),
    "place": (gettext_noop("Place"), Place),
    "series": (gettext_noop("Series"), Series),
}
PICKED = {"kind", "q", *CHOICES}  # what the form itself asks
MOST_CHOICES = 500
ARCHIVED = range(1900, 2100)  # years that have an address
LONGEST_NAME = 100  # characters of a part of a name
GOOGLE = "https://calendar.google.com/calendar/r"
OUTLOOK = "https://outlook.live.com/calendar/0/addfromweb"


class Choices(NamedTuple):
    """One list of the form: the filter it asks, what it offers, what is picked, and whether it had to be cut."""

    field: str
    label: str
    offered: list[tuple[str, str]]  # slug and name
    picked: tuple[str, ...]
    is_cut: bool


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
    name = part_of_name(request)
    offered = choices(filters, name)
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
        "name": name,
        "choices": offered,
        "is_cut": any(each.is_cut for each in offered),
        "most": MOST_CHOICES,
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
    first, last = (events.order_by().annotate(day=which).values_list("day", flat=True) for which in (BEGINS, ENDS))
    return {day.year for day in first.union(last) if day.year in ARCHIVED}


def part_of_name(request: HttpRequest) -> str:
    return request.GET.get("name", "")[:LONGEST_NAME].replace("\0", "").strip()


def choices(filters: Filters, name: str) -> list[Choices]:
    """Return whoever and wherever public events name, by a part of the name where one is given.

    What is picked is always among them, lest the form forget it.
    """
    shown = []
    for field, (label, model) in CHOICES.items():
        known: QuerySet[Any] = model.objects.public()
        if model is Organization:
            known = Organization.objects.public_or_above()
        picked: tuple[str, ...] = getattr(filters, field)
        called: QuerySet[Any] = known.called_like(name) if name else known  # type: ignore[attr-defined]
        found = named(called.order_by("name", "pk")[: MOST_CHOICES + 1])
        offered = found[:MOST_CHOICES]
        missing = set(picked).difference(slug for slug, _name in offered)
        others = named(known.filter(slug__in=missing)) if missing else []
        shown.append(Choices(field, gettext(label), others + offered, picked, len(found) > MOST_CHOICES))
    return shown


def named(known: QuerySet[Any]) -> list[tuple[str, str]]:
    """Return what can be picked as (slug, name); rows and not objects, since it may be hundreds."""
    model = known.model
    if issubclass(model, Organization | Person):
        rows = known.values_list("slug", "name", "disambiguation")
        return [(slug, str(model(name=name, disambiguation=word))) for slug, name, word in rows]
    return list(known.values_list("slug", "name"))
