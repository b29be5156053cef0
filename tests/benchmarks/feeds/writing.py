"""VEVENTs written beside icalendar's to_ical of the same components."""

from __future__ import annotations

from collections.abc import Iterator

import icalendar

from calendar_app.formats.entry import entries_of
from calendar_app.formats.ical import event_bytes, vevent
from calendar_app.formats.loading import with_all_shown
from calendar_app.models import Event
from calendar_app.publishing.rendering import address_of
from tests.benchmarks.feeds.events import fill
from tests.benchmarks.feeds.figures import Figure, say, shortest
from tests.formats.oracle import component


def write(count: int = 100_000) -> Iterator[Figure]:
    """Compare the time, and the two outputs after parsing."""
    fill(1000)
    events = list(with_all_shown(Event.objects.public()))
    entries = [next(entries_of(event, address_of(event))) for event in events]
    components = [component(entry) for entry in entries]
    for entry, oracle in zip(entries, components, strict=True):
        assert icalendar.Event.from_ical(vevent(entry)) == icalendar.Event.from_ical(oracle.to_ical())
    rounds = range(count // len(entries))
    ours = shortest(lambda: [vevent(entry) for _ in rounds for entry in entries], 2)
    peer = shortest(lambda: [each.to_ical() for _ in rounds for each in components], 1)
    say(f"        {count:,} events: icalendar's to_ical {peer:.1f} s, ours {ours:.1f} s; equal after parsing")
    yield Figure(f"× icalendar's to_ical, {count:,} events", peer / ours, 5)
    ours = shortest(lambda: [event_bytes(event, "https://huili.example/") for event in events])
    peer = shortest(lambda: [component(next(entries_of(event, ""))).to_ical() for event in events], 3)
    yield Figure("× icalendar, from stored events to octets", peer / ours, 5)
