"""On which days an event takes place, as conditions the database answers."""

from __future__ import annotations

from datetime import date

from django.db.models import Q


def taking_place(start: date | None, end: date | None) -> Q:
    """On any day from start to end, both inclusive; None leaves that side open."""
    found = Q(starts_on__isnull=False) | Q(ends_on__isnull=False)
    if start:
        found &= Q(ends_on__gte=start) | Q(ends_on=None, starts_on__gte=start)
    if end:
        found &= Q(starts_on__lte=end) | Q(starts_on=None, ends_on__lte=end)
    return found


def waiting(start: date | None, end: date | None) -> Q:
    """Postponed from any of those days, without a new date."""
    found = Q(starts_on=None, ends_on=None, previous_starts_on__isnull=False)
    if start:
        found &= Q(previous_ends_on__gte=start) | Q(previous_ends_on=None, previous_starts_on__gte=start)
    if end:
        found &= Q(previous_starts_on__lte=end)
    return found
