"""Which events a feed holds: all that are ahead, then back in time, nearest first, as far as a calendar stays light."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter
from typing import Any, NamedTuple

from django.db.models import Case, CharField, F, Q, QuerySet, When
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone

from calendar_app.models import Event
from calendar_app.models.events import EventQuerySet
from calendar_app.publishing.formats.entry import Style
from calendar_app.publishing.rendering import batches, form, render, with_all_shown, written

MOST_ENTRIES = 1000
MOST_OCTETS = 1_000_000
GONE_FOR = timedelta(days=60)
BY_DAY = attrgetter("first", "pk")


class Row(NamedTuple):
    """One event's place in a feed; `first` and `last` are ISO days, which sort as they are written.

    `ical` is None where the kept bytes lag behind the event.
    """

    pk: int
    first: str
    last: str
    entries: int
    ical: bytes | None


@dataclass(frozen=True)
class Window:
    """The events' bytes, latest first, and whether older or farther ones were left out."""

    parts: list[bytes]
    is_cut: bool


Renew = Callable[[Iterable[Row]], Iterator[Row]]


@dataclass(frozen=True)
class Asked:
    """The events asked for: public ones, those taken back lately, and what brings their bytes up to date."""

    public: EventQuerySet
    withdrawn: EventQuerySet
    renewed: Renew


def light(asked: Asked, today: date, room: int = MOST_OCTETS) -> Window:
    """Return all that is ahead, then back in time, nearest first, up to 1,000 entries and `room` octets."""
    coming, over, taken_back = ahead(asked.public, today), behind(asked.public, today), rows(dated(asked.withdrawn))
    found = nearest([*coming, *over, *taken_back[:MOST_ENTRIES]], today.isoformat())
    chosen: list[Row] = []
    entries = octets = 0
    for row in asked.renewed(found):
        entries, octets = entries + row.entries, octets + len(row.ical or b"")
        if entries > MOST_ENTRIES or octets > room:
            return Window(joined(chosen), is_cut=True)
        chosen.append(row)
    return Window(joined(chosen), is_cut=False)


def whole(asked: Asked) -> Iterator[bytes]:
    """Yield the bytes of every event, latest first, reading them as they are asked for."""
    for events in (asked.public, asked.withdrawn):
        ordered = dated(events).order_by("-starts_on", "-pk")
        for row in asked.renewed(map(Row._make, columns(ordered).iterator())):
            yield row.ical or b""


def dated(events: EventQuerySet) -> EventQuerySet:
    """Those that have any day at all; no calendar can hold the others."""
    return events.exclude(starts_on=None, ends_on=None, previous_starts_on=None)


def nearest(found: list[Row], today: str) -> list[Row]:
    """Return what is ahead by its first day, then what is over, latest first."""
    coming = [row for row in found if row.last >= today]
    over = [row for row in found if row.last < today]
    return sorted(coming, key=BY_DAY) + sorted(over, key=BY_DAY, reverse=True)


def joined(chosen: list[Row]) -> list[bytes]:
    return [row.ical or b"" for row in sorted(chosen, key=BY_DAY, reverse=True)]


def ahead(events: EventQuerySet, today: date) -> list[Row]:
    """Return what is to come, what is on, and what has no first day but another one known.

    Three questions, each answered from one index, since one with OR makes SQLite read every event.
    """
    coming = events.filter(starts_on__gte=today).order_by("starts_on", "pk")
    on = events.filter(ends_on__gte=today, starts_on__lt=today).order_by("ends_on", "pk")
    loose = dated(events.filter(starts_on=None)).order_by("pk")
    return [row for asked in (coming, on, loose) for row in rows(asked[: MOST_ENTRIES + 1])]


def behind(events: EventQuerySet, today: date) -> list[Row]:
    over = events.filter(Q(ends_on__lt=today) | Q(ends_on=None), starts_on__lt=today)
    return rows(over.order_by("-starts_on", "-pk")[: MOST_ENTRIES + 1])


def rows(events: EventQuerySet) -> list[Row]:
    return list(map(Row._make, columns(events)))


def columns(events: EventQuerySet) -> QuerySet[Event, Any]:
    """Ask for the columns of a Row. Days are cast to text, and staleness is seen by the database, since each value
    turned into an object here costs more than its octets."""
    up_to_date = When(rendered__sequence=F("sequence"), rendered__form=form(), then=F("rendered__ical"))
    return events.values_list(
        "pk",
        Cast(Coalesce("starts_on", "ends_on", "previous_starts_on"), CharField()),
        Cast(Coalesce("ends_on", "starts_on", "previous_starts_on"), CharField()),
        Coalesce("rendered__entries", 0),
        Case(up_to_date, default=None),
    )


def fresh(found: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows in their order, those whose bytes lag behind their event written anew; faulty ones are empty."""
    for batch in batches(found):
        stale = [row.pk for row in batch if row.ical is None]
        if not stale:
            yield from batch
            continue
        anew = {kept.event_id: kept for kept in render(Event.objects.filter(pk__in=stale))}
        for row in batch:
            kept = anew.get(row.pk)
            yield row._replace(ical=bytes(kept.ical), entries=kept.entries) if kept else row


def styled(style: Style) -> Renew:
    """Return what writes public events in another style than the kept one, and leaves the withdrawn as they are."""

    def renewed(found: Iterable[Row]) -> Iterator[Row]:
        for batch in batches(fresh(found)):
            events = Event.objects.public().filter(pk__in=[row.pk for row in batch])
            anew = {event.pk: written(event, style)[0] for event in with_all_shown(events)}
            for row in batch:
                yield row._replace(ical=anew.get(row.pk, row.ical))

    return renewed


def gone(events: EventQuerySet) -> EventQuerySet:
    """Those taken back in the last 60 days, which a feed still shows as cancelled."""
    return events.withdrawn_since(timezone.now() - GONE_FOR)
