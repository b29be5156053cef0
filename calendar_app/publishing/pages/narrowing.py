"""Ways on from a list: what was found, counted by what it can be narrowed to."""

from __future__ import annotations

from collections import Counter
from datetime import date
from heapq import nsmallest
from typing import Any

from django.db.models import CharField, Count, Q, QuerySet
from django.db.models.functions import Cast, Substr
from django.utils.translation import gettext as _

from calendar_app.models import Event, Organization, Participation, Person, Place
from calendar_app.models.days import FIRST_DAY
from calendar_app.models.events import EventQuerySet
from calendar_app.models.keys import among
from calendar_app.publishing.filters import Filters
from calendar_app.vocabulary import Kind, Role

COUNTED = 2000  # finds that are counted
MOST = 8  # names of one sort
YEAR = Substr(Cast(FIRST_DAY, CharField()), 1, 4)  # cut as text, since SQLite would have Python read each day
Counted = list[tuple[int, int]]


def facets(filters: Filters, keys: list[int]) -> dict[str, list[tuple[str, int, str]]]:
    """Count what was found by kind, year, organiser, person and place: (label, count, the question narrowed so)."""
    events = Event.objects.filter(pk__in=among(keys)).order_by()
    kinds, years = kinds_and_years(events)
    bodies, people = who_takes_part(keys)
    places = events.exclude(place=None).values_list("place").annotate(n=Count("pk")).order_by("-n", "place")[:MOST]
    shown = {
        _("Kind"): [
            (_(kind.label), kinds[kind], filters.but(kind=(kind.value,)).query_string) for kind in Kind if kind in kinds
        ],
        _("Year"): [
            (str(year), years[year], filters.but(since=date(year, 1, 1), until=date(year, 12, 31)).query_string)
            for year in sorted(years, reverse=True)
        ],
        _("Organizer"): named(filters, "organization", Organization.objects.all(), bodies),
        _("Person"): named(filters, "person", Person.objects.all(), people),
        _("Place"): named(filters, "place", Place.objects.all(), list(places)),
    }
    return {label: rows for label, rows in shown.items() if len(rows) > 1}


def kinds_and_years(events: EventQuerySet) -> tuple[Counter[str], Counter[int]]:
    kinds: Counter[str] = Counter()
    years: Counter[int] = Counter()
    for kind, year, count in events.annotate(year=YEAR).values_list("kind", "year").annotate(Count("pk")):
        kinds[kind] += count
        if year:
            years[int(year)] += count
    return kinds, years


def who_takes_part(keys: list[int]) -> tuple[Counted, Counted]:
    """Count at how many of the events bodies are organisers, and people in whatever role: (key, count), most first."""
    holds = Q(roles__has=Role.ORGANIZER, organization__isnull=False)
    parts = Participation.objects.filter(holds | Q(person__isnull=False), event__in=among(keys)).order_by()
    counted = parts.values_list("organization", "person").annotate(Count("event", distinct=True))
    bodies, people = [], []
    for organization, person, times in counted:
        if organization:
            bodies.append((organization, times))
        else:
            people.append((person, times))
    return most(bodies), most(people)


def most(counted: Counted) -> Counted:
    return nsmallest(MOST, counted, key=lambda each: (-each[1], each[0]))


def named(filters: Filters, field: str, known: QuerySet[Any], counted: Counted) -> list[tuple[str, int, str]]:
    """Name what was counted, each with the question that asks for it too."""
    names = {
        key: (slug, name) for key, slug, name in known.filter(pk__in=dict(counted)).values_list("pk", "slug", "name")
    }
    shown = [(*names[key], count) for key, count in counted if key in names]
    return [(name, count, filters.but(**{field: (slug,)}).query_string) for slug, name, count in shown]
