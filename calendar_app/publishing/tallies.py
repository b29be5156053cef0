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
from calendar_app.models.actors import standing_for
from calendar_app.models.days import FIRST_DAY
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


def tally(filters: Filters, today: date) -> tuple[Period, Tally]:
    """Count what answers the filters in at most twelve months, and say in which; kept for a while.

    A period that is asked for is kept to its last twelve months. Without a last day, it is that of the latest month up
    to this one that has something, else of the latest at all. Mostly that is this month, so those are read first.
    """
    this_month = last_of_month(today)

    def count() -> tuple[Period, Tally]:
        fill()
        period = months_up_to(filters.until or this_month, filters)
        rows = begun(filters, period)
        last = max((opens[:10] for _kind, opens, _who in rows), default="")
        if not filters.until and last < str(this_month.replace(day=1)):
            day = date.fromisoformat(last) if last else latest(filters, this_month) or today
            period = months_up_to(last_of_month(day), filters)
            rows = begun(filters, period)
        months = months_of(*period)
        return period, Tally(months, by_kind(rows, months), holders(rows), parts(rows))

    return kept(f"tally of {filters.query_string} up to {this_month}", count)


def months_up_to(until: date, filters: Filters) -> Period:
    earliest = months_before(until, MONTHS - 1)
    since = max(filters.since, earliest) if filters.since else earliest
    return Period(since, until)


def latest(filters: Filters, this_month: date) -> date | None:
    """Return the first day of the latest event up to the end of this month, else of the latest at all."""
    events = filters.ask(Event.objects.public())
    asked = (events.between(None, this_month), events)
    days = (each.latest_first().annotate(first=FIRST_DAY).values_list("first", flat=True).first() for each in asked)
    return next(filter(None, days), None)


def last_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def months_before(day: date, months: int) -> date:
    """Return the first of the month that lies so many months before a day's own."""
    number = day.year * 12 + day.month - 1 - months
    year, month = divmod(min(max(number, date.min.year * 12), date.max.year * 12 + 11), 12)
    return date(year, month + 1, 1)


def begun(filters: Filters, period: Period) -> Rows:
    """Read what begins in the period: by what entries tell as far as they do, for nothing need be joined then."""
    after = period.until + timedelta(1) if period.until < date.max else None
    entries = SearchEntry.objects.public().filter(opens__gte=str(period.since), opens__lt=str(after or ":"))
    anybody = () if filters.person or filters.organization else filters.role
    entries = entries.of(filters.kind, filters.status, filters.mode, anybody)
    for field, slugs in (("person", filters.person), ("organization", filters.organization)):
        if slugs:
            roles = () if field == "organization" and filters.person else filters.role
            entries = entries.with_part([f"{field[0]}{key}" for key in standing_for(field, slugs)], roles)
    others = Filters(place=filters.place, series=filters.series, q=filters.q)
    if others:
        entries = entries.filter(event__in=others.ask(Event.objects.all()).values("pk"))
    return list(entries.order_by().values_list("kind", "opens", "who"))


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
