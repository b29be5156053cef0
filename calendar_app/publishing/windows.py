"""Which events a feed holds: all that are ahead, then back in time, nearest first, as far as a calendar stays light."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Q
from django.utils import timezone

from calendar_app.models import Event
from calendar_app.models.events import EventQuerySet
from calendar_app.publishing.formats.entry import Style
from calendar_app.publishing.rendering import batches, form, render, with_all_shown, written

MOST_ENTRIES = 1000
MOST_OCTETS = 1_000_000
GONE_FOR = timedelta(days=60)


class Row(NamedTuple):
    """One event's place in a feed; the first day orders, the bytes are joined."""

    pk: int
    first: date
    last: date
    sequence: int
    kept_sequence: int | None
    kept_form: int | None
    entries: int
    ical: bytes


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
    public, withdrawn = asked.public, asked.withdrawn
    found = [*ahead(public, today), *behind(public, today), *rows(dated(withdrawn)[:MOST_ENTRIES])]
    chosen: list[Row] = []
    entries = octets = 0
    for row in asked.renewed(sorted(found, key=lambda row: nearness(row, today))):
        entries, octets = entries + row.entries, octets + len(row.ical)
        if entries > MOST_ENTRIES or octets > room:
            return Window(joined(chosen), is_cut=True)
        chosen.append(row)
    return Window(joined(chosen), is_cut=False)


def whole(asked: Asked) -> Iterator[bytes]:
    """Yield the bytes of every event, latest first, reading them as they are asked for."""
    for events in (asked.public, asked.withdrawn):
        for row in asked.renewed(rows(dated(events).order_by("-starts_on", "-pk"))):
            yield row.ical


def dated(events: EventQuerySet) -> EventQuerySet:
    """Those that have any day at all; no calendar can hold the others."""
    return events.exclude(starts_on=None, ends_on=None, previous_starts_on=None)


def nearness(row: Row, today: date) -> tuple[bool, int, int]:
    return row.last < today, abs((row.first - today).days), -row.pk


def joined(chosen: list[Row]) -> list[bytes]:
    return [row.ical for row in sorted(chosen, key=lambda row: (row.first, row.pk), reverse=True)]


def ahead(events: EventQuerySet, today: date) -> Iterator[Row]:
    """Yield what is not over, and what has no first day but another one known."""
    coming = events.filter(Q(starts_on__gte=today) | Q(ends_on__gte=today), starts_on__isnull=False)
    yield from rows(coming.order_by("starts_on", "pk")[: MOST_ENTRIES + 1])
    yield from rows(dated(events.filter(starts_on=None)).order_by("pk")[: MOST_ENTRIES + 1])


def behind(events: EventQuerySet, today: date) -> Iterator[Row]:
    over = events.filter(Q(ends_on__lt=today) | Q(ends_on=None), starts_on__lt=today)
    yield from rows(over.order_by("-starts_on", "-pk")[: MOST_ENTRIES + 1])


def rows(events: EventQuerySet) -> Iterator[Row]:
    asked = events.values_list(
        "pk",
        "starts_on",
        "ends_on",
        "previous_starts_on",
        "sequence",
        "rendered__sequence",
        "rendered__form",
        "rendered__entries",
        "rendered__ical",
    )
    for pk, starts, ends, previous, sequence, kept_sequence, kept_form, entries, ical in asked.iterator():
        first = starts or ends or previous
        assert first, "only dated events are asked for"
        yield Row(pk, first, ends or first, sequence, kept_sequence, kept_form, entries or 0, bytes(ical or b""))


def fresh(found: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows in their order, those whose bytes lag behind their event written anew; faulty ones are empty."""
    wanted = form()
    for batch in batches(found):
        stale = [row.pk for row in batch if row.kept_sequence != row.sequence or row.kept_form != wanted]
        anew = {kept.event_id: kept for kept in render(Event.objects.filter(pk__in=stale))} if stale else {}
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
