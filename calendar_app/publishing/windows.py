"""Which events a feed holds: all that are ahead, then back in time, nearest first, as far as a calendar stays light."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import accumulate
from operator import attrgetter

from django.utils import timezone

from calendar_app.formats.entry import Style
from calendar_app.models import Event, RenderedEvent
from calendar_app.models.events import EventQuerySet
from calendar_app.publishing import rendering, rows
from calendar_app.publishing.rendering import render
from calendar_app.publishing.rows import Asking, Row

MOST_ENTRIES = 1000
MOST_OCTETS = 1_000_000
GONE_FOR = timedelta(days=60)
ENTRIES, ICAL = attrgetter("entries"), attrgetter("ical")
Renew = Callable[[list[Row]], list[Row]]


@dataclass(frozen=True)
class Window:
    """The events' bytes, latest first, and whether older or farther ones were left out."""

    parts: list[bytes]
    is_cut: bool


@dataclass(frozen=True)
class Asked:
    """The events asked for: public ones, those taken back lately, and what brings their bytes up to date."""

    public: Asking
    withdrawn: Asking
    renewed: Renew


def light(asked: Asked, today: date, room: int = MOST_OCTETS) -> Window:
    """Return all that is ahead, then back in time, nearest first, up to 1,000 entries and `room` octets.

    An event that alone is more than `room` is left out, lest it keep out those after it.
    """
    events, most = (asked.public, asked.withdrawn), MOST_ENTRIES + 1
    if asked.renewed is fresh and (joined := rows.at_once(*events, most, room)) is not None:
        return Window([joined], is_cut=False)
    return chosen(rows.nearest(*events, today, most), asked.renewed, room)


def chosen(found: Iterator[list[Row]], renewed: Renew, room: int) -> Window:
    shown = nonempty(found, renewed)
    fit = [row for row in shown if len(row.ical or b"") <= room]
    entries = bisect_right(list(accumulate(map(ENTRIES, fit))), MOST_ENTRIES)
    octets = bisect_right(list(accumulate(map(len, map(ICAL, fit)))), room)
    latest = sorted(fit[: min(entries, octets)], reverse=True)
    return Window(list(map(ICAL, latest)), is_cut=len(latest) < len(shown))


def nonempty(found: Iterator[list[Row]], renewed: Renew) -> list[Row]:
    """Return the first of those that have bytes, one more than a feed may hold where there are so many."""
    shown: list[Row] = []
    for batch in found:
        shown += [row for row in renewed(batch) if row.ical]
        if len(shown) > MOST_ENTRIES:
            break
    return shown


def whole(asked: Asked) -> Iterator[bytes]:
    """Yield the bytes of every event, latest first, reading them as they are asked for."""
    for events in (asked.public, asked.withdrawn):
        for batch in rows.whole(events):
            yield from [row.ical or b"" for row in asked.renewed(batch)]


def fresh(found: list[Row]) -> list[Row]:
    """Return the rows in their order, those whose bytes lag behind their event written anew; faulty ones are empty."""
    stale = [row.pk for row in found if row.ical is None]
    if not stale:
        return found
    anew = {kept.event_id: kept for kept in render(Event.objects.filter(pk__in=stale))}
    return [renewed(row, anew.get(row.pk)) for row in found]


def renewed(row: Row, kept: RenderedEvent | None) -> Row:
    return row._replace(ical=bytes(kept.ical), entries=kept.entries) if kept else row


def styled(style: Style) -> Renew:
    """Return what puts public events into another style than the plain one, and leaves the withdrawn as they are."""

    def restyled(found: list[Row]) -> list[Row]:
        anew = rendering.styled([row.pk for row in found], style)
        return [row._replace(ical=anew.get(row.pk, row.ical)) for row in fresh(found)]

    return restyled


def gone(events: EventQuerySet, today: date) -> EventQuerySet:
    """Those taken back in the last 60 days, which a feed still shows as cancelled."""
    return events.withdrawn_since(timezone.make_aware(datetime.combine(today - GONE_FOR, time())))
