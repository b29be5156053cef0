"""How fast each public page answers among many events; exits 1 where one is above its target.

    python -m tests.benchmarks.pages [--events 100000] [--folder FOLDER] [--only month search …]

Events are made up in the database of DATABASE_URL, which has to be empty or made by this command; without one in
FOLDER, or a temporary one, on SQLite. Pages are asked for in this process, through all middleware: one worker. The
first view is the page with all it loads, each compressed.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

MEDIAN, P99, FIRST_VIEW = 60, 150, 60_000
SEARCH_MEDIAN = 30
LEAST, MOST, LONG_ENOUGH = 5, 40, 3.0  # times a page is asked for; seconds after which the least will do
LOADED = re.compile(rb'(?:href|src)="(/static/[^"]+)"')
Addresses = dict[str, list[str]]


@dataclass(frozen=True)
class Figure:
    """What one kind of page cost; times in milliseconds, those of the processor without the database's own process."""

    page: str
    cold: float
    times: list[float]
    processor: list[float]
    queries: int
    octets: int

    @property
    def median(self) -> float:
        return sorted(self.times)[len(self.times) // 2]

    @property
    def p99(self) -> float:
        return sorted(self.times)[len(self.times) * 99 // 100]

    @property
    def is_met(self) -> bool:
        if self.page == "search":
            return self.median < SEARCH_MEDIAN and self.p99 < P99
        return self.median <= MEDIAN and self.octets <= FIRST_VIEW

    def __str__(self) -> str:
        mark = "met   " if self.is_met else "MISSED"
        processor = sorted(self.processor)[len(self.processor) // 2]
        times = f"{self.median:8.1f} {self.p99:8.1f} {self.cold:8.1f} {processor:8.1f} {len(self.times):5}"
        return f"{mark} {times} {self.queries:7} {self.octets / 1000:7.1f}  {self.page}"


def say(text: str) -> None:
    print(text, flush=True)  # noqa: T201


def measure(client: Any, page: str, addresses: list[str]) -> Figure:
    """Ask for each address once, at least five times in all; `cold` is the first answer after a publication."""
    from django.core.cache import cache
    from django.db import connection

    first = answer(client, addresses[0])
    cache.clear()
    start = time.perf_counter()
    answer(client, addresses[0])
    cold = (time.perf_counter() - start) * 1000
    queries: list[str] = []

    def counted(execute: Any, sql: str, *rest: Any) -> Any:
        queries.append(sql)
        return execute(sql, *rest)

    times: list[float] = []
    processor: list[float] = []
    begun = time.perf_counter()
    for number in range(max(len(addresses), LEAST if page == "search" else MOST)):
        if page != "search" and number >= LEAST and time.perf_counter() - begun > LONG_ENOUGH:
            break
        start, start_processor = time.perf_counter(), time.process_time()
        answer(client, addresses[number % len(addresses)])
        processor.append((time.process_time() - start_processor) * 1000)
        times.append((time.perf_counter() - start) * 1000)
    with connection.execute_wrapper(counted):
        answer(client, addresses[0])
    return Figure(page, cold, times, processor, len(queries), first_view(client, first))


def answer(client: Any, address: str) -> bytes:
    response = client.get(address)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    assert response.status_code == 200, (response.status_code, address)
    return bytes(body)


def first_view(client: Any, page: bytes) -> int:
    """Return the octets sent, compressed, for a page and what it loads."""
    loaded = {answer(client, address.decode()) for address in LOADED.findall(page)}
    return sum(len(gzip.compress(each, 6)) for each in (page, *loaded))


def pages(count: int) -> Addresses:
    """Name the addresses of every kind of page; the heavy ones stand for themselves."""
    from django.utils import timezone

    from calendar_app.models import Bulletin, Event, Organization, Person, Place, Series
    from tests.benchmarks.town import Town

    town = Town(count, timezone.localdate())
    today, month = town.today, town.month
    busy = month + timedelta(14)
    keys = range(1, count, max(count // 40, 1))

    def each(model: Any) -> list[str]:
        most = model.objects.order_by("-pk").values_list("pk", flat=True)[0]
        keys = {1 + most * number // 20 for number in range(20)}
        return [one.get_absolute_url() for one in model.objects.public().filter(pk__in=keys)[:20]]

    def page(path: str, **query: Any) -> list[str]:
        return [f"{path}?{urlencode(query, doseq=True)}"]

    year = {"from": date(today.year - 1, 1, 1), "to": date(today.year - 1, 12, 31)}
    machine = {f"api {name}": page(f"/api/{name}") for name in ("events", "sessions", "facts", "people", "bulletins")}
    return machine | {
        "front": ["/"],
        "front, English": ["/en/"],
        "year": [f"/calendar/{today.year - back}/" for back in range(1, 6)],
        "year of a body": page(f"/calendar/{month.year}/", organization="body-1"),
        "month": [f"/calendar/{today.year - back}/{month:%m}/" for back in range(2, 12)],
        "month, busiest": [f"/calendar/{month:%Y/%m}/"],
        "month of a body": page(f"/calendar/{month:%Y/%m}/", organization="body-1"),
        "month, busiest, of a kind": page(f"/calendar/{month:%Y/%m}/", kind="training"),
        "month, empty": ["/calendar/1990/01/"],
        "week": [f"/calendar/{today.year - back}/week/20/" for back in range(2, 12)],
        "week, busiest": [f"/calendar/{busy:%G/week/%V}/"],
        "day": page("/events/", **{"from": busy - timedelta(365), "to": busy - timedelta(365)}),
        "day, busiest": page("/events/", **{"from": busy, "to": busy}),
        "list": ["/events/"],
        "list, page 100": page("/events/", page=100),
        "list, last page": page("/events/", page=count // 30),
        "list of a kind": page("/events/", kind="training"),
        "list of a rare kind": page("/events/", kind="milestone"),
        "list of a body": page("/events/", organization="body-1"),
        "list of a small body": page("/events/", organization="body-99"),
        "list of a person": page("/events/", person="person-1"),
        "list of a role": page("/events/", role="chair"),
        "list of a place": page("/events/", place="place-1"),
        "list of a series": page("/events/", series="series-1"),
        "list of a status": page("/events/", status="cancelled"),
        "list of a mode": page("/events/", mode="online"),
        "list of a year": page("/events/", **year),
        "list, combined": page("/events/", kind="meeting", organization="body-1", role="organizer", **year),
        "list, combined, wide": page("/events/", kind=["meeting", "training"], role="chair", mode="online"),
        "list, combined, deep": page("/events/", kind="meeting", organization="body-1", page=200),
        "list, none": page("/events/", kind="milestone", person="person-9", place="place-9"),
        "event": [one.get_absolute_url() for one in Event.objects.filter(pk__in=keys)],
        "organization": each(Organization),
        "organization, busiest": ["/organizations/body-1/"],
        "organization in a role": page("/organizations/body-1/", role="organizer"),
        "person": each(Person),
        "person, busiest": ["/people/person-1/"],
        "person in a role": page("/people/person-1/", role="chair"),
        "place": each(Place),
        "place, busiest": ["/places/place-1/"],
        "series": each(Series),
        "series, busiest": ["/series/series-1/"],
        "people": ["/people/"],
        "people, page 20": page("/people/", page=20),
        "people by name": page("/people/", q="林"),
        "organizations": ["/organizations/"],
        "organizations by name": page("/organizations/", q="教育"),
        "places": ["/places/"],
        "all series": ["/series/"],
        "bulletins": ["/bulletins/"],
        "bulletins, page 200": page("/bulletins/", page=200),
        "bulletin": each(Bulletin),
        "statistics": ["/statistics/"],
        "statistics of a body": page("/statistics/", organization="body-1"),
        "statistics of a year": page("/statistics/", **year),
        "feeds": ["/feeds/"],
        "feeds of a body": page("/feeds/", organization="body-1"),
        "embedding": ["/embed/"],
        "embed list": ["/embed/list/"],
        "embed list of a kind": page("/embed/list/", kind="training"),
        "embed month": ["/embed/month/"],
        "correction": [f"{one.get_absolute_url()}correction/" for one in Event.objects.filter(pk__in=keys[:5])],
        "corrections": ["/corrections/"],
        "api event": [f"/api/events/{key}" for key in keys],
        "api events of a body": page("/api/events", organization="body-1"),
        "api organizations": page("/api/organizations"),
        "api changes": page("/api/changes"),
        "api docs": ["/api/docs"],
        "events.json": page("/events.json", kind="training"),
        "sitemap": ["/sitemap.xml"],
        "search": [f"/events/?{urlencode({'q': text})}" for text in sought()],
    }


def sought() -> Iterator[str]:
    """Yield 300 searches: matters, names, bodies, spellings, days, and several of them together."""
    from pypinyin import lazy_pinyin

    from tests.benchmarks import town

    shapes = [shape for _kind, shape in town.SHAPES]
    people = [town.person(number)["name"] for number in range(1, 1000, 10)]
    for number in range(50):
        matter, name = town.MATTERS[number % len(town.MATTERS)], people[number]
        area, shape = town.AREAS[number % len(town.AREAS)], shapes[number % len(shapes)]
        yield (matter, area, shape, "培训", "典礼", "会议")[number % 6]
        yield name if number % 2 else "".join(lazy_pinyin(name))
        yield f"{name} {shape}" if number % 2 else f"{matter[:2]} {shape[-2:]}"
        yield (
            f"{2014 + number % 12}年{1 + number % 12}月{1 + number % 28}日"
            if number % 2
            else f"{1 + number % 12}月 {area}"
        )
        yield f"{area}{town.BODIES[number % len(town.BODIES)]}" if number % 2 else f"上周 {matter}"
        yield f"{area} {matter} {2014 + number % 12}年"


@contextmanager
def database(folder: Path | None) -> Iterator[None]:
    """Point the settings at the database, and migrate it."""
    with tempfile.TemporaryDirectory() as temporary:
        kept = str(folder or temporary)
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{kept}/pages.sqlite3")
        os.environ |= {"HUILI_DATA": kept, "HTTPS": "false", "DJANGO_SETTINGS_MODULE": "config.settings"}
        os.environ |= {"ALLOWED_HOSTS": "testserver"}
        (Path(kept) / "static").mkdir(parents=True, exist_ok=True)
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        yield


def prepare(count: int) -> None:
    """Make the events up unless they are there already."""
    from calendar_app.models import Event
    from tests.benchmarks.town import build

    known = Event.objects.public().count()
    if known and known != count:
        raise SystemExit(f"the database holds {known:,} public events, {count:,} are asked for; give an empty one")
    if not known:
        start = time.perf_counter()
        build(count)
        say(f"{count:,} events made up in {time.perf_counter() - start:.0f} s")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, help="where the database is kept for the next time")
    parser.add_argument("--only", nargs="+", default=[], help="words that the names of pages begin with")
    asked = parser.parse_args()
    with database(asked.folder):
        from django.db import connection
        from django.test import Client

        prepare(asked.events)
        client = Client()
        figures = []
        say(f"{connection.vendor}\n            ms      p99     cold      cpu times queries      kB")
        for page, addresses in pages(asked.events).items():
            if not asked.only or page.startswith(tuple(asked.only)):
                figures.append(measure(client, page, addresses))
                say(str(figures[-1]))
    return 0 if all(figure.is_met for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
