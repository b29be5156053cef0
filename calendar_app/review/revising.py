"""What becomes of an event after it was announced: postponed, cancelled, corrected; each one revision."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from calendar_app.models import Change, Event
from calendar_app.review.decisions import Refused
from calendar_app.review.history import Face, lock, record
from calendar_app.review.settling import EVENT_FIELDS, check, put, typed
from calendar_app.vocabulary import Precision, Status


def postpone(
    event: Event,
    starts_on: date | None = None,
    *,
    ends_on: date | None = None,
    starts_at: time | None = None,
    by: User | None,
    reason: str = "",
) -> Change:
    """Move an event to other days, keeping the old ones; without a new day it is postponed until further notice.

    Left out, the last day keeps the event's length. Raises Refused for a cancelled or merged event and for its own
    day, ValidationError where the days do not fit.
    """
    with transaction.atomic():
        before = begin(event)
        if starts_on is not None:
            move(event, starts_on, ends_on, starts_at)
        event.status = Status.POSTPONED
        check(event, "starts_on")
        typed(event, ("starts_on", "ends_on", "starts_at", "status") if starts_on else ("status",), by=by)
        return record(event, before, by=by, reason=reason)


def cancel(event: Event, *, by: User | None, reason: str = "") -> Change:
    """Call an event off; its page and feeds say so."""
    with transaction.atomic():
        before = begin(event)
        event.status = Status.CANCELLED
        typed(event, ("status",), by=by)
        return record(event, before, by=by, reason=reason)


def correct(event: Event, values: Mapping[str, Any], *, by: User | None, reason: str = "") -> Change:
    """Set several fields of an event at once, as one revision; they become the reviewer's own knowledge.

    Raises ValidationError where a value does not fit its field, NothingChanged where all are as they were.
    """
    if unknown := values.keys() - set(EVENT_FIELDS):
        raise ValidationError(_("An event has no field %(fields)s.") % {"fields": ", ".join(sorted(unknown))})
    with transaction.atomic():
        before = begin(event, Status.CANCELLED)
        for field, value in values.items():
            put(event, field, value)
        typed(event, values, by=by)
        return record(event, before, by=by, reason=reason)


def begin(event: Event, *allowed: Status) -> Face:
    before = lock(event)
    if event.replaced_by_id:
        raise Refused(_("“%(event)s” was merged into another event; change that one.") % {"event": event})
    if event.status == Status.CANCELLED and Status.CANCELLED not in allowed:
        raise Refused(_("“%(event)s” is cancelled already.") % {"event": event})
    return before


def move(event: Event, starts_on: date, ends_on: date | None, starts_at: time | None) -> None:
    """Set new days and keep the old; a half-day or hour printed for the old day says nothing of the new one."""
    if starts_on == event.starts_on:
        raise Refused(_("“%(event)s” is on %(day)s already; choose another day.") % {"event": event, "day": starts_on})
    length = event.ends_on - event.starts_on if event.ends_on and event.starts_on else None
    event.previous_starts_on, event.previous_ends_on = event.starts_on, event.ends_on
    event.starts_on = starts_on
    event.ends_on = ends_on or (starts_on + length if length is not None else None)
    event.starts_at, event.ends_at, event.day_part = starts_at, None, ""
    event.precision = Precision.MINUTE if starts_at else Precision.DAY
