"""What feeds cost beside django-ical, icalendar and nginx, as ratios of one run; exits 1 below a target.

    pip install --no-deps --target PEER django-ical django-recurrence
    python -m tests.benchmarks.feeds --peer PEER [--events 1000 10000] [--base 1000000] [--only join write serve base]

The peer is installed apart and never a dependency. `serve` and `base` need `wrk` and `nginx` (Debian's packages). All
is measured on a database of its own in a temporary folder.
"""

from __future__ import annotations

import argparse
import gc
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

FIRST_DAY = date(2014, 1, 1)
YEAR = 2024


@dataclass(frozen=True)
class Figure:
    """One line of the table; `wanted` is the least (or with `at_most` the largest) value that will do."""

    what: str
    value: float
    wanted: float
    at_most: bool = False

    @property
    def is_met(self) -> bool:
        return self.value <= self.wanted if self.at_most else self.value >= self.wanted

    def __str__(self) -> str:
        sign = "≤" if self.at_most else "≥"
        return f"{'met   ' if self.is_met else 'MISSED'}  {self.value:>10.2f}  {sign} {self.wanted:<8g} {self.what}"


def say(text: str) -> None:
    print(text, flush=True)  # noqa: T201


def seconds(work: Callable[[], Any], times: int = 5) -> float:
    """Return the shortest of some runs: what the machine does besides can only add to it."""
    taken = []
    for _ in range(times):
        gc.collect()
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def fill(count: int, day: Callable[[int], date], *, with_people: bool = True) -> None:
    """Store public events, with three participants each."""
    from django.utils import timezone

    from calendar_app.models import Event, Participation

    moment = timezone.now()
    summary = "会议听取了有关情况汇报，部署下一阶段重点工作；要求各单位加强统筹，按期完成。" * 2
    for start in range(0, count, 10_000):
        events = Event.objects.bulk_create(
            Event(
                kind="training", name=f"东江区数字政府建设专题培训班（第{number}期）", summary=summary,
                location="清河路1号区会议中心二楼",
                starts_on=day(number), ends_on=day(number), day_part="morning", precision="day_part",
                review_state="approved", published_at=moment,
            )
            for number in range(start, min(start + 10_000, count))
        )  # fmt: skip
        if not with_people:
            continue
        Participation.objects.bulk_create(
            Participation(event=event, type="person", name=person, post=post, roles=[role], order=order)
            for event in events
            for order, (person, post, role) in enumerate(PEOPLE)
        )


PEOPLE = [
    ("林清远", "区委副书记、区长", "chair"),
    ("何明", "区委常委、组织部部长", "speaker"),
    ("万芳", "教授", "lecturer"),
]


def empty() -> None:
    from calendar_app.models import Event, FeedVersion

    Event.objects.all().delete()
    FeedVersion.objects.all().delete()


def published() -> None:
    """Do what a publication elsewhere does: every feed has to be joined anew."""
    from django.utils import timezone

    from calendar_app.models import FeedVersion
    from calendar_app.publishing import joining

    FeedVersion.objects.raise_published(timezone.now())
    FeedVersion.objects.exclude(pk=FeedVersion.PUBLISHED).delete()
    joining.held = joining.Held()


def theirs(year: int | None) -> Callable[[], bytes]:
    """Return a request to a django-ical feed of the same events, told as ours tells them."""
    from django.test import RequestFactory
    from django_ical.views import ICalFeed

    from calendar_app.models import Event
    from calendar_app.publishing.formats.description import describe
    from calendar_app.publishing.rendering import address_of, with_all_shown

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


def join(sizes: list[int]) -> Iterator[Figure]:
    """Compare whole requests: after a publication (joined anew) and between two (held), beside django-ical's."""
    from django.test import Client

    client = Client()
    for size in sizes:
        empty()
        archive = size > 1000
        fill(size, lambda number: date(YEAR, 1, 1) + timedelta(days=number % 365))
        address = f"/feeds/all/{YEAR}.ics" if archive else "/feeds/all.ics"
        request = theirs(YEAR if archive else None)
        peer = seconds(request, 2)
        assert client.get(address).content.count(b"BEGIN:VEVENT") == request().count(b"BEGIN:VEVENT") == size

        def anew(address: str = address) -> None:
            published()
            client.get(address)

        emptied = seconds(published)
        joined = seconds(anew) - emptied
        client.get(address)
        held = seconds(lambda address=address: client.get(address))  # type: ignore[misc]
        say(
            f"        {size:,} events: django-ical {peer:.3f} s, "
            f"joined anew {joined * 1000:.1f} ms, held {held * 1000:.2f} ms"
        )
        yield Figure(f"× django-ical, {size:,} events, joined anew after a publication", peer / joined, 200)
        yield Figure(f"× django-ical, {size:,} events, between publications", peer / held, 200)
        if archive:
            yield memory(client, address)


def memory(client: Any, address: str) -> Figure:
    published()
    gc.collect()
    tracemalloc.start()
    body = client.get(address).content
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return Figure(f"peak memory of joining, × the body of {len(body):,} octets", peak / len(body), 1.5, at_most=True)


def write(count: int = 100_000) -> Iterator[Figure]:
    """Compare writing VEVENTs with what icalendar's to_ical takes for the same components, and the two outputs."""
    import icalendar

    from calendar_app.models import Event
    from calendar_app.publishing.formats.entry import entries_of
    from calendar_app.publishing.formats.ical import event_bytes, vevent
    from calendar_app.publishing.rendering import address_of, with_all_shown
    from tests.publishing.formats.oracle import component

    empty()
    fill(1000, lambda number: FIRST_DAY + timedelta(days=number))
    events = list(with_all_shown(Event.objects.public()))
    entries = [next(entries_of(event, address_of(event))) for event in events]
    components = [component(entry) for entry in entries]
    for entry, oracle in zip(entries, components, strict=True):
        assert icalendar.Event.from_ical(vevent(entry)) == icalendar.Event.from_ical(oracle.to_ical())
    rounds = range(count // len(entries))
    ours = seconds(lambda: [vevent(entry) for _ in rounds for entry in entries], 2)
    peer = seconds(lambda: [each.to_ical() for _ in rounds for each in components], 1)
    say(f"        {count:,} events: icalendar's to_ical {peer:.1f} s, ours {ours:.1f} s; equal after parsing")
    yield Figure(f"× icalendar's to_ical, {count:,} events", peer / ours, 5)
    ours = seconds(lambda: [event_bytes(event, "https://huili.example/") for event in events], 5)
    peer = seconds(lambda: [component(next(entries_of(event, ""))).to_ical() for event in events], 3)
    yield Figure("× icalendar, from stored events to octets", peer / ours, 5)


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
    return port


@contextmanager
def running(*command: str, env: dict[str, str] | None = None) -> Iterator[None]:
    """Keep a server running for as long as it is asked."""
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        process.wait(10)


@contextmanager
def gunicorn(database: str = "") -> Iterator[str]:
    """Serve with two workers, as an installation does; yield the address."""
    environment = os.environ | ({"DATABASE_URL": database} if database else {})
    bind = f"127.0.0.1:{free_port()}"
    options = f"-m gunicorn config.wsgi -b {bind} -w 2 --threads 4 --log-level error"
    with running(sys.executable, *options.split(), env=environment):
        wait_for(bind)
        yield f"http://{bind}"


@contextmanager
def nginx(folder: Path) -> Iterator[str]:
    """Serve a folder's files with two workers; yield the address."""
    bind = f"127.0.0.1:{free_port()}"
    conf = folder / "nginx.conf"
    conf.write_text(
        f"daemon off; worker_processes 2; pid {folder}/nginx.pid; error_log /dev/null; user root;\n"
        f"events {{}}\nhttp {{ access_log off; sendfile on; types {{ text/calendar ics; }}\n"
        f"server {{ listen {bind}; root {folder}/www; }} }}\n"
    )
    with running("nginx", "-c", str(conf)):
        wait_for(bind)
        yield f"http://{bind}"


def wait_for(bind: str) -> None:
    host, _, port = bind.partition(":")
    for _ in range(100):
        with socket.socket() as door:
            if door.connect_ex((host, int(port))) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"nothing listens at {bind}")


def rate(address: str, *headers: str, for_seconds: int = 6) -> float:
    """Return requests a second, eight at a time."""
    asked = [part for header in headers for part in ("-H", header)]
    told = subprocess.run(
        ["wrk", "-t", "1", "-c", "8", "-d", f"{for_seconds}s", *asked, address],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "Non-2xx" not in told, told
    return float(next(line.split()[1] for line in told.splitlines() if line.startswith("Requests/sec")))


def unchanged(base: str) -> float:
    """Return how many times a second a feed is answered with 304."""
    from urllib.request import urlopen

    with urlopen(f"{base}/feeds/all.ics") as answer:
        etag = answer.headers["ETag"]
    return max(rate(f"{base}/feeds/all.ics", f"If-None-Match: {etag}") for _ in range(2))


def serve(folder: Path) -> Iterator[Figure]:
    """Compare bodies with nginx serving the same file, and count 304s."""
    from urllib.request import urlopen

    empty()
    fill(1000, lambda number: date(YEAR, 1, 1) + timedelta(days=number % 365))
    with gunicorn() as ours:
        (folder / "www").mkdir()
        with urlopen(f"{ours}/feeds/all.ics") as answer:
            (folder / "www" / "all.ics").write_bytes(answer.read())
        rate(f"{ours}/feeds/all.ics", for_seconds=2)  # both workers hold it now
        with nginx(folder) as peer:
            bodies = [(rate(f"{ours}/feeds/all.ics"), rate(f"{peer}/all.ics")) for _ in range(2)]
        own, theirs = max(own for own, _ in bodies), max(theirs for _, theirs in bodies)
        say(f"        bodies of 1,000 events: gunicorn {own:,.0f}/s, nginx {theirs:,.0f}/s")
        yield Figure("× nginx serving the same file", own / theirs, 0.5)
        yield Figure("304s a second at 1,000 events, two workers", unchanged(ours), 1500)


def base(folder: Path, count: int) -> Iterator[Figure]:
    """Measure 304s in a small and a large base by turns, and an approval in the large one."""
    from django.db import connection

    from calendar_app.models import Event, FeedVersion
    from calendar_app.review.decisions import publish, withdraw

    empty()
    fill(1000, lambda number: date(YEAR, 1, 1) + timedelta(days=number % 365))
    connection.close()
    small = folder / "small.sqlite3"
    shutil.copy(folder / "bench.sqlite3", small)
    start = time.perf_counter()
    fill(count - 1000, lambda number: FIRST_DAY + timedelta(days=number % 3650), with_people=False)
    FeedVersion.objects.all().delete()
    connection.close()
    say(f"        filled with {count:,} events in {time.perf_counter() - start:.0f} s")
    with gunicorn(f"sqlite:///{small}") as one, gunicorn() as other:
        rounds = [(unchanged(one), unchanged(other)) for _ in range(3)]
    few, many = (max(each) for each in zip(*rounds, strict=True))
    say(f"        304s: {few:,.0f}/s at 1,000 events, {many:,.0f}/s at {count:,}")
    yield Figure(f"304s a second at {count:,} events, two workers", many, 1500)
    apart = max(few, many) / min(few, many)
    yield Figure("304s, few events beside many, larger over smaller", apart, 1.2, at_most=True)
    event = Event.objects.order_by("pk")[count // 2]
    taken = []
    for _ in range(10):
        withdraw(event, by=None)
        start = time.perf_counter()
        publish(event, by=None, waive=True)
        taken.append(time.perf_counter() - start)
    yield Figure(f"ms to approve one event among {count:,} (median)", sorted(taken)[5] * 1000, 50, at_most=True)


@contextmanager
def database() -> Iterator[Path]:
    """Point the settings at a new database in a temporary folder, and migrate it."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "HUILI_DATA": folder,
            "DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3",
            "HTTPS": "false",
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "ALLOWED_HOSTS": "127.0.0.1,testserver",
        }
        (Path(folder) / "static").mkdir()
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        yield Path(folder)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peer", type=Path, help="the folder django-ical was installed to")
    parser.add_argument("--events", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--base", type=int, default=1_000_000, help="events in the large base")
    parser.add_argument("--only", nargs="+", default=["join", "write"], choices=["join", "write", "serve", "base"])
    asked = parser.parse_args()
    if asked.peer:
        sys.path.append(str(asked.peer))
    figures: list[Figure] = []
    with database() as folder:
        from django.utils import translation

        with translation.override("zh-hans"):
            parts: dict[str, Callable[[], Iterator[Figure]]] = {
                "join": lambda: join(asked.events),
                "write": write,
                "serve": lambda: serve(folder),
                "base": lambda: base(folder, asked.base),
            }
            for part in asked.only:
                for figure in parts[part]():
                    say(str(figure))
                    figures.append(figure)
    return 0 if all(figure.is_met for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
