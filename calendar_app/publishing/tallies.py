"""How much there was in up to twelve months: events by month and kind, who held most, who took part in which role."""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import nlargest
from itertools import chain
from typing import NamedTuple

from calendar_app.models import Event, Organization, SearchEntry
from calendar_app.models.days import FIRST_DAY
from calendar_app.models.events import EventQuerySet
from calendar_app.publishing.filters import Filters
from calendar_app.publishing.kept import kept
from calendar_app.publishing.search.indexing import fill
from calendar_app.vocabulary import Kind, ParticipantType, Role

Rows = list[tuple[str, str, str]]  # of each event its kind, when it begins, and who takes part, as search keeps it
HOLDER = re.compile(rf"={Role.ORGANIZER}=\S*/o(\d+)")
MONTHS = 12  # at most, so that the question stays light however many years there are
HOLDERS = 10


class Period(NamedTuple):
    """From its first to its last day, both inclusive."""

    since: date
    until: date


@dataclass(frozen=True)
class Holder:
    """An organisation and how many of the events it held."""

    slug: str
    name: str
    times: int


@dataclass(frozen=True)
class Part:
    """How many people, bodies and groups had a role; whoever had it at two events counts twice."""

    role: Role
    people: int
    organizations: int
    groups: int

    @property
    def total(self) -> int:
        return self.people + self.organizations + self.groups


@dataclass(frozen=True)
class Tally:
    """What the events that begin in a period come to; every event counts once, in the month it begins in."""

    months: list[date]
    kinds: dict[Kind, list[int]]
    holders: list[Holder]
    parts: list[Part]

    @property
    def total(self) -> int:
        return sum(map(sum, self.kinds.values()))


def period_of(filters: Filters, today: date) -> Period:
    """Return the at most twelve months that are counted.

    What is asked for is kept to its last twelve months. Without a last day, it is that of the latest month up to this
    one that has something, else of the latest at all.
    """
    until = filters.until
    if until is None:
        events = filters.ask(Event.objects.public())
        this_month = last_of_month(today)
        until = last_of_month(latest(events.between(None, this_month)) or latest(events) or today)
    earliest = months_before(until, MONTHS - 1)
    since = max(filters.since, earliest) if filters.since else earliest
    return Period(since, until)


def latest(events: EventQuerySet) -> date | None:
    found: date | None = events.latest_first().annotate(first=FIRST_DAY).values_list("first", flat=True).first()
    return found


def last_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def months_before(day: date, months: int) -> date:
    """Return the first of the month that lies so many months before a day's own."""
    number = day.year * 12 + day.month - 1 - months
    year, month = divmod(min(max(number, date.min.year * 12), date.max.year * 12 + 11), 12)
    return date(year, month + 1, 1)


def tally(filters: Filters, period: Period) -> Tally:
    """Count what begins in the period and answers the filters, whatever period they have; kept for a while."""
    asked = filters.but(since=period.since, until=period.until)
    return kept(f"tally of {asked.query_string}", lambda: counted(asked.but(since=None, until=None), period))


def counted(filters: Filters, period: Period) -> Tally:
    fill()
    after = period.until + timedelta(1) if period.until < date.max else None
    begun = SearchEntry.objects.public().filter(opens__gte=str(period.since), opens__lt=str(after or ":"))
    found = begun.filter(event__in=filters.ask(Event.objects.public()).values("pk")) if filters else begun
    rows = list(found.order_by().values_list("kind", "opens", "who"))
    months = months_of(*period)
    return Tally(months, by_kind(rows, months), holders(rows), parts(rows))


def months_of(since: date, until: date) -> list[date]:
    many = (until.year - since.year) * 12 + until.month - since.month
    return [months_before(until, number) for number in range(many, -1, -1)]


def by_kind(rows: Rows, months: list[date]) -> dict[Kind, list[int]]:
    found = Counter((kind, opens[:7]) for kind, opens, _who in rows)
    return {kind: [found[kind.value, f"{month:%Y-%m}"] for month in months] for kind in Kind}


def holders(rows: Rows) -> list[Holder]:
    times = Counter(int(body) for _kind, _opens, who in rows for body in set(HOLDER.findall(who)))
    least = min(nlargest(HOLDERS, times.values()), default=0)
    most = Organization.objects.filter(pk__in=[key for key, number in times.items() if number >= least])
    found = [Holder(slug, name, times[key]) for key, slug, name in most.values_list("pk", "slug", "name")]
    return sorted(found, key=lambda each: (-each.times, each.name))[:HOLDERS]


def parts(rows: Rows) -> list[Part]:
    found: Counter[tuple[str, str]] = Counter()
    for part, times in Counter(chain.from_iterable(who.split() for _kind, _opens, who in rows)).items():
        roles, _slash, whom = part.rpartition("/")
        found.update({(role, whom[0]): times for role in roles.split("=")})
    shown = (Part(role, *(found[role.value, sort.value[0]] for sort in ParticipantType)) for role in Role)
    return [part for part in shown if part.total]
