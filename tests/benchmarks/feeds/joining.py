"""Feeds joined anew and held, beside django-ical's of the same events."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from django.test import Client, RequestFactory

from calendar_app.formats.description import describe
from calendar_app.formats.loading import with_all_shown
from calendar_app.models import Event
from calendar_app.publishing.rendering import address_of
from tests.benchmarks.feeds.events import YEAR, fill, forget
from tests.benchmarks.feeds.figures import Figure, say, spans

ROUNDS = 3


def join(sizes: list[int]) -> Iterator[Figure]:
    """Compare whole requests by turns: after a publication (joined anew) and between two (held), django-ical's."""
    client = Client()
    cut(client)
    for size in sizes:
        fill(size)
        archive = size > 1000
        address = f"/feeds/all/{YEAR}.ics" if archive else "/feeds/all.ics"
        request = theirs(YEAR if archive else None)
        assert client.get(address).content.count(b"BEGIN:VEVENT") == request().count(b"BEGIN:VEVENT") == size
        rounds = [(spans(request), anew(client, address), held(client, address)) for _ in range(ROUNDS)]
        for number, by in enumerate(("CPU", "the clock")):
            peer, joined, kept = (min(taken[number] for taken in each) for each in zip(*rounds, strict=True))
            told = f"joined anew {joined * 1000:.2f} ms, held {kept * 1000:.2f} ms by {by}"
            say(f"        {size:,} events: django-ical {peer * 1000:,.0f} ms, {told}")
            yield Figure(
                f"× django-ical, {size:,} events, joined anew after a publication, by {by}", peer / joined, 200
            )
            yield Figure(f"× django-ical, {size:,} events, between publications, by {by}", peer / kept, 200)
        if archive:
            yield memory(client, address)


def anew(client: Client, address: str) -> tuple[float, float]:
    """Return the seconds of a request after a publication, which itself is not counted: the shortest of ten."""
    taken = []
    for _ in range(10):
        forget()
        taken.append(spans(lambda: client.get(address)))
    return shortest_of(taken)


def held(client: Client, address: str) -> tuple[float, float]:
    return shortest_of([spans(lambda: client.get(address)) for _ in range(20)])


def shortest_of(taken: list[tuple[float, float]]) -> tuple[float, float]:
    worked, waited = map(min, zip(*taken, strict=True))
    return worked, waited


def cut(client: Client) -> None:
    """Tell what a feed costs that cannot hold all its events, beside one that just can."""
    for size in (1000, 3000):
        fill(size)
        client.get("/feeds/all.ics")
        worked, waited = anew(client, "/feeds/all.ics")
        told = f"{worked * 1000:.2f} ms by CPU, {waited * 1000:.2f} by the clock"
        say(f"        1,000 of {size:,} events, joined anew: {told}")


def memory(client: Client, address: str) -> Figure:
    forget()
    gc.collect()
    tracemalloc.start()
    body = client.get(address).content
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return Figure(f"peak memory of joining, × the body of {len(body):,} octets", peak / len(body), 1.5, at_most=True)


def theirs(year: int | None) -> Callable[[], bytes]:
    """Return a request to a django-ical feed of the same events, told as ours tells them."""
    from django_ical.views import ICalFeed  # type: ignore[import-not-found]  # installed apart, where it is asked for

    class Feed(ICalFeed):  # type: ignore[misc]
        title, product_id, timezone, file_name = "会历", "-//Huili//Peer//ZH", "Asia/Shanghai", "all.ics"
        link = "/"

        def items(self) -> Any:
            events = with_all_shown(Event.objects.public()).order_by("-starts_on", "-pk")
            return events.filter(starts_on__year=year) if year else events[:1000]

        def item_guid(self, item: Event) -> str:
            return item.uid

        def item_title(self, item: Event) -> str:
            return f"（上午）{item.name}"

        def item_description(self, item: Event) -> str:
            return describe(item)

        def item_link(self, item: Event) -> str:
            return address_of(item)

        def item_start_datetime(self, item: Event) -> Any:
            return item.starts_on

        def item_end_datetime(self, item: Event) -> Any:
            return item.ends_on + timedelta(days=1) if item.ends_on else None

        def item_location(self, item: Event) -> str:
            return item.location

        def item_categories(self, item: Event) -> list[str]:
            return ["培训"]

        def item_updateddate(self, item: Event) -> datetime:
            return item.changed_at

        def item_created(self, item: Event) -> datetime:
            return item.created_at

        def item_timestamp(self, item: Event) -> datetime:
            return item.changed_at

        def item_transparency(self, item: Event) -> str:
            return "TRANSPARENT"

        def item_status(self, item: Event) -> str:
            return "CONFIRMED"

    feed, request = Feed(), RequestFactory().get("/")
    return lambda: bytes(feed(request).content)
