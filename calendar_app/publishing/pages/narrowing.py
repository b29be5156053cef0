"""Ways on from a list: what was found, counted by what it can be narrowed to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from heapq import nsmallest
from typing import Any

from django.db.models import QuerySet, Value
from django.utils.translation import gettext as _

from calendar_app.models import Organization, Person, Place, SearchEntry
from calendar_app.models.search import Told
from calendar_app.publishing.filters import Filters
from calendar_app.publishing.search.indexing import fill
from calendar_app.vocabulary import Kind, Role

COUNTED = 2000  # finds that are counted
MOST = 8  # names of one sort
NAMED: dict[str, Any] = {"organization": Organization, "person": Person, "place": Place}
HOLDS = f"={Role.ORGANIZER}="
Facets = dict[str, list[tuple[str, int, str]]]


def facets(filters: Filters, keys: Iterable[int]) -> Facets:
    """Count events by kind, year, organiser, person and place: (label, count, the question narrowed so)."""
    fill()
    return counted(filters, SearchEntry.objects.told(keys))


def counted(filters: Filters, found: list[Told]) -> Facets:
    """Count what was found likewise."""
    kinds = Counter(one.kind for one in found)
    years = Counter(year_of(one) for one in found)
    parts = Counter(part for one in found for part in parts_of(one))
    bodies = most({int(part[1:]): times for part, times in parts.items() if part[0] == "o"})
    people = most({int(part[1:]): times for part, times in parts.items() if part[0] == "p"})
    places = most(Counter(one.place for one in found if one.place))
    called = names(organization=bodies, person=people, place=places)

    def named(field: str, of_field: dict[int, int]) -> list[tuple[str, int, str]]:
        known = [(*called[field, key], times) for key, times in of_field.items() if (field, key) in called]
        return [(name, times, filters.but(**{field: (slug,)}).query_string) for slug, name, times in known]

    shown = {
        _("Kind"): [
            (_(kind.label), kinds[kind], filters.but(kind=(kind.value,)).query_string) for kind in Kind if kind in kinds
        ],
        _("Year"): [
            (str(year), years[year], filters.but(since=date(year, 1, 1), until=date(year, 12, 31)).query_string)
            for year in sorted(filter(None, years), reverse=True)
        ],
        _("Organizer"): named("organization", bodies),
        _("Person"): named("person", people),
        _("Place"): named("place", places),
    }
    return {label: rows for label, rows in shown.items() if len(rows) > 1}


def year_of(one: Told) -> int:
    """Return the year an event begins in; 0 where none is known."""
    year = int(one.opens[:4])
    return 0 if year == date.min.year else year


def parts_of(one: Told) -> set[str]:
    """Return each organiser (o5) and each person in whatever role (p33), once."""
    linked = (part.rpartition("/") for part in one.who.split())
    return {
        whom for roles, _slash, whom in linked if whom[1:] and (whom[0] == "p" or (whom[0] == "o" and HOLDS in roles))
    }


def most(times: dict[int, int]) -> dict[int, int]:
    """Keep the most frequent, in their order."""
    return dict(nsmallest(MOST, times.items(), key=lambda each: (-each[1], each[0])))


def names(**keys: Iterable[int]) -> dict[tuple[str, int], tuple[str, str]]:
    """Return slug and name of each key of each field, asked for at once."""
    asked: list[QuerySet[Any, Any]] = [
        NAMED[field].objects.filter(pk__in=list(those)).order_by().values_list(Value(field), "pk", "slug", "name")
        for field, those in keys.items()
        if those
    ]
    rows = asked[0].union(*asked[1:], all=True) if asked else []
    return {(field, key): (slug, name) for field, key, slug, name in rows}
