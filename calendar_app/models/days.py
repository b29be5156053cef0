"""On which days an event takes place, as conditions and in an order the database answers."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Coalesce

# An open side of an event is its known one: a deadline has only a last day.
FIRST_DAY = Coalesce("starts_on", "ends_on")


def day_of(*columns: str) -> Func:
    """The first known of the columns; before all days where none is, so that an index keeps the order whole.

    The day is written out, since SQLite recognizes an index by its text and Django would pass it apart.
    """
    template = "%(function)s(%(expressions)s, '0001-01-01')"
    return Func(*columns, function="COALESCE", template=template, output_field=models.DateField())


BEGINS = day_of("starts_on", "ends_on")
ENDS = day_of("ends_on", "starts_on")


def taking_place(start: date | None, end: date | None) -> Q:
    """On any day from start to end, both inclusive; None leaves that side open."""
    found = Q(starts_on__isnull=False) | Q(ends_on__isnull=False)
    if start:
        found &= Q(ends_on__gte=start) | Q(ends_on=None, starts_on__gte=start)
    if end:
        found &= Q(starts_on__lte=end) | Q(starts_on=None, ends_on__lte=end)
    return found


def lasting(day: date) -> Q:
    """Of several days, begun before a day and over no earlier than on it."""
    return Q(ends_on__gt=F("starts_on"), ends_on__gte=day, starts_on__lt=day)


def waiting(start: date | None, end: date | None) -> Q:
    """Postponed from any of those days, without a new date."""
    found = Q(starts_on=None, ends_on=None, previous_starts_on__isnull=False)
    if start:
        found &= Q(previous_ends_on__gte=start) | Q(previous_ends_on=None, previous_starts_on__gte=start)
    if end:
        found &= Q(previous_starts_on__lte=end)
    return found
