"""Narrowing a list by one press: to a kind, or to the days that most people ask for."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext, pgettext

from calendar_app.publishing.filters import Filters
from calendar_app.vocabulary import Kind


class Press(NamedTuple):
    """A way to narrow the list, the question it leads to, and whether it is taken; then it leads out again."""

    label: str
    query: str
    is_taken: bool
    kind: str = ""


def quick(filters: Filters) -> dict[str, list[Press]]:
    """What a page with these ways needs to show them."""
    return {"periods": periods(filters, timezone.localdate()), "of_kinds": kinds(filters)}


def periods(filters: Filters, today: date) -> list[Press]:
    monday, first = today - timedelta(today.weekday()), today.replace(day=1)
    known: list[tuple[str, date, date | None]] = [
        (pgettext("period", "From today on"), today, None),
        (pgettext("period", "This week"), monday, monday + timedelta(6)),
        (pgettext("period", "This month"), first, first.replace(day=monthrange(first.year, first.month)[1])),
    ]
    presses = []
    for label, since, until in known:
        is_taken = (filters.since, filters.until) == (since, until)
        asked = filters.but(since=None, until=None) if is_taken else filters.but(since=since, until=until)
        presses.append(Press(label, asked.query_string, is_taken))
    return presses


def kinds(filters: Filters) -> list[Press]:
    """Every kind, taken or to be taken in besides those taken."""
    presses = []
    for kind in Kind:
        is_taken = kind.value in filters.kind
        others = tuple(each.value for each in Kind if (each.value in filters.kind) != (each is kind))
        presses.append(Press(gettext(kind.label), filters.but(kind=others).query_string, is_taken, kind.value))
    return presses
