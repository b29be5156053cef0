"""Ways on from a list: what was found counted by what it can be narrowed to, and the filters that can be taken off."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext as _

from calendar_app.models import Event, Organization, Participation, Person, Place, Series
from calendar_app.models.days import FIRST_DAY
from calendar_app.publishing.filters import Filters
from calendar_app.vocabulary import Kind, Role

COUNTED = 2000  # finds that are counted
MOST = 8  # names of one sort


def facets(filters: Filters, keys: list[int]) -> dict[str, list[tuple[str, int, str]]]:
    """Count what was found by kind, year, organiser, person and place: (label, count, the question narrowed so)."""
    events = Event.objects.filter(pk__in=keys).order_by()
    kinds = dict(events.values_list("kind").annotate(Count("pk")))
    years = dict(events.annotate(year=ExtractYear(FIRST_DAY)).values_list("year").annotate(Count("pk")))
    holders = Participation.objects.in_role(Role.ORGANIZER).filter(event__in=keys, organization__isnull=False)
    bodies = holders.order_by().values_list("organization__slug", "organization__name").annotate(n=Count("event"))
    people = Participation.objects.filter(event__in=keys, person__isnull=False).order_by()
    met = people.values_list("person__slug", "person__name").annotate(n=Count("event", distinct=True))
    places = events.exclude(place=None).values_list("place__slug", "place__name").annotate(n=Count("pk"))
    shown = {
        _("Kind"): [
            (_(kind.label), kinds[kind], filters.but(kind=(kind.value,)).query_string) for kind in Kind if kind in kinds
        ],
        _("Year"): [
            (str(year), count, filters.but(since=date(year, 1, 1), until=date(year, 12, 31)).query_string)
            for year, count in sorted(years.items(), key=str, reverse=True)
            if year
        ],
        _("Organizer"): named(filters, "organization", bodies.order_by("-n", "organization__name")),
        _("Person"): named(filters, "person", met.order_by("-n", "person__name")),
        _("Place"): named(filters, "place", places.order_by("-n", "place__name")),
    }
    return {label: rows for label, rows in shown.items() if len(rows) > 1}


def named(filters: Filters, field: str, counted: QuerySet[Any, Any]) -> list[tuple[str, int, str]]:
    """The first of (slug, name, count), each with the question that asks for it too."""
    return [(name, count, filters.but(**{field: (slug,)}).query_string) for slug, name, count in counted[:MOST]]


def chips(filters: Filters) -> list[tuple[str, str]]:
    """Name each filter that stands for somebody or somewhere, with the question that is left without it."""
    named: dict[str, QuerySet[Any]] = {
        "organization": Organization.objects.public(),
        "person": Person.objects.public(),
        "place": Place.objects.public(),
        "series": Series.objects.public(),
    }
    shown: list[tuple[str, str]] = []
    for field, known in named.items():
        slugs: tuple[str, ...] = getattr(filters, field)
        names = {each.slug: str(each) for each in known.filter(slug__in=slugs)} if slugs else {}
        for slug in slugs:
            rest = tuple(each for each in slugs if each != slug)
            shown.append((names.get(slug, slug), filters.but(**{field: rest}).query_string))
    return shown
