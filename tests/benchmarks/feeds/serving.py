"""Feeds served by gunicorn beside nginx, in a small base and a large one, and approvals in the large one."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import TypeVar
from urllib.request import urlopen

from django.conf import settings
from django.db import connection

from calendar_app.models import Event, FeedVersion
from calendar_app.review.decisions import publish, withdraw
from tests.benchmarks.feeds.events import fill, multiply
from tests.benchmarks.feeds.figures import Figure, say, seconds
from tests.benchmarks.feeds.servers import gunicorn, nginx, rate, rate_unchanged

Taken = TypeVar("Taken")
ROUNDS = 16  # of each, by turns
APPROVALS = 21
SMALL = 1000


def serve(folder: Path) -> Iterator[Figure]:
    """Compare bodies, by turns, with nginx serving the same file."""
    fill(SMALL)
    with gunicorn(address()) as ours:
        feed = f"{ours.address}/feeds/all.ics"
        (folder / "www").mkdir()
        with urlopen(feed) as answer:
            (folder / "www" / "all.ics").write_bytes(answer.read())
        rate(feed)  # both workers hold it now
        with nginx(folder) as peer:
            rounds = by_turns(lambda: rate(feed), lambda: rate(f"{peer}/all.ics"))
    say(f"        bodies of {SMALL:,} events a second, gunicorn : nginx, {spread(rounds)}")
    yield Figure("× nginx serving the same file (median of the rounds)", ratio(rounds), 0.5)


def base(folder: Path, count: int) -> Iterator[Figure]:
    """Measure 304s in a small and a large base by turns, and approvals in the large one."""
    fill(SMALL)
    small = copy(folder)
    taken = seconds(lambda: multiply(count // SMALL))
    FeedVersion.objects.all().delete()
    say(f"        {Event.objects.count():,} events on {connection.vendor}, filled in {taken:.0f} s")
    connection.close()
    with gunicorn(small) as one, gunicorn(address()) as other:
        rate_unchanged(one), rate_unchanged(other)  # each worker has joined its feed now
        rounds = by_turns(lambda: rate_unchanged(one), lambda: rate_unchanged(other))
    clock = [(few.of_clock, many.of_clock) for few, many in rounds]
    cpu = [(few.of_cpu, many.of_cpu) for few, many in rounds]
    say(f"        304s a second at {SMALL:,} : {count:,} events, {spread(clock)}")
    say(f"        304s a second of CPU, {spread(cpu)}")
    few, many = map(max, zip(*clock, strict=True))  # what the machine does besides can only take from a rate
    yield Figure(f"304s a second at {SMALL:,} events, two workers", few, 1500)
    yield Figure(f"304s a second at {count:,} events, two workers", many, 1500)
    for told, found in (("by the clock", ratio(clock)), ("by CPU", ratio(cpu))):
        larger = max(found, 1 / found)
        yield Figure(
            f"304s, the larger rate over the smaller, {told} (median of the rounds)", larger, 1.2, at_most=True
        )
    yield approvals(count)


def approvals(count: int) -> Figure:
    """Return how long approving takes: of events withdrawn before, spread over the base, each in its turn."""
    first = Event.objects.order_by("pk").values_list("pk", flat=True)[0]
    taken = []
    for number in range(APPROVALS):
        event = Event.objects.get(pk=first + number * (count // APPROVALS))
        withdraw(event, by=None)
        taken.append(seconds(lambda event=event: publish(event, by=None, waive=True)) * 1000)  # type: ignore[misc]
    say(f"        approvals: {min(taken):.1f} to {max(taken):.1f} ms")
    return Figure(f"ms to approve one event among {count:,} (median)", median(taken), 50, at_most=True)


def by_turns(one: Callable[[], Taken], other: Callable[[], Taken]) -> list[tuple[Taken, Taken]]:
    """Return both of each round; who goes first changes, lest a machine that slows down favour one."""
    rounds = []
    for number in range(ROUNDS):
        if number % 2:
            second, first = other(), one()
        else:
            first, second = one(), other()
        rounds.append((first, second))
    return rounds


def ratio(rounds: list[tuple[float, float]]) -> float:
    return median(first / second for first, second in rounds)


def spread(rounds: list[tuple[float, float]]) -> str:
    """Tell each round, so that a noisy one is seen."""
    return "rounds " + ", ".join(f"{one:,.0f} : {other:,.0f}" for one, other in rounds)


def address(name: str = "") -> str:
    """Return the DATABASE_URL of the base, or of another beside it."""
    kept = settings.DATABASES["default"]
    name = name or str(kept["NAME"])
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return f"postgres://{kept['USER']}@{kept['HOST']}:{kept['PORT']}/{name}"


def copy(folder: Path) -> str:
    """Copy the base as it is now; return its DATABASE_URL."""
    kept = str(settings.DATABASES["default"]["NAME"])
    if connection.vendor == "sqlite":
        connection.close()  # writes what the log holds into the file
        shutil.copy(kept, folder / "small.sqlite3")
        return address(str(folder / "small.sqlite3"))
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{kept}_small"')
        cursor.execute(f'CREATE DATABASE "{kept}_small" TEMPLATE "{kept}"')
    return address(f"{kept}_small")
