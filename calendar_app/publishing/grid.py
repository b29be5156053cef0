"""A month as weeks of days: bars for events of several days, a stack for those of one, and how many find no room."""

from __future__ import annotations

from calendar import Calendar
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from calendar_app.models import Event
from calendar_app.publishing.almanac import AlmanacDay, almanac_day
from calendar_app.publishing.formats.when import When

ROOM = 3  # events shown on one day of the grid
ROOM_ON_PAPER = 11  # events one under the other, over all weeks, whose names have two lines each on a page of A4


@dataclass
class Day:
    """One day of the grid: `events` are all it touches, `stacked` those of one day that find room."""

    date: date
    in_month: bool
    almanac: AlmanacDay
    events: list[Event] = field(default_factory=list)
    stacked: list[Event] = field(default_factory=list)
    barred: int = 0

    @property
    def hidden(self) -> int:
        return len(self.events) - len(self.stacked) - self.barred

    @property
    def beginning(self) -> list[Event]:
        """What begins on the day; on the first of a month also what goes on from before it."""
        return [event for event in self.events if self.date.day == 1 or days_of(event)[0] == self.date]

    @property
    def is_weekend(self) -> bool:
        return self.date.isoweekday() > 5 and not self.almanac.work


@dataclass(frozen=True)
class Cell:
    """Some columns of a lane: an event's bar over `columns` days, or one empty day."""

    columns: int = 1
    event: Event | None = None
    day: Day | None = None
    begins: bool = True
    ends: bool = True


@dataclass
class Week:
    """Seven days from Monday, and the lanes of bars under their numbers."""

    days: list[Day]
    lanes: list[list[Cell]] = field(default_factory=list)

    @property
    def number(self) -> int:
        """The ISO 8601 week."""
        return self.days[0].date.isocalendar().week

    @property
    def rows(self) -> int:
        """How many events its fullest day shows one under the other."""
        return len(self.lanes) + max(len(day.stacked) for day in self.days)


def weeks_of(year: int, month: int, events: Iterable[Event]) -> list[Week]:
    """Lay dated events out over the weeks of a month; those known only to the month are the caller's to show."""
    dated = [(event, first, last) for event in events for first, last in [days_of(event)]]
    return [
        lay_out(Week([Day(day, day.month == month, almanac_day(day)) for day in days]), dated)
        for days in Calendar().monthdatescalendar(year, month)
    ]


def days_of(event: Event) -> tuple[date, date]:
    """Return an event's first and last day; an open side is the known one."""
    first = event.starts_on or event.ends_on
    last = event.ends_on or event.starts_on
    if first is None or last is None:
        raise ValueError(f"{event}: an event without a date has no place in a grid")
    return first, last


def lay_out(week: Week, dated: list[tuple[Event, date, date]]) -> Week:
    monday, sunday = week.days[0].date, week.days[-1].date
    here = [(event, first, last) for event, first, last in dated if first <= sunday and last >= monday]
    here.sort(key=lambda each: (each[1], each[1] - each[2]))
    bars: list[tuple[int, int, Event]] = []
    for event, first, last in here:
        left, right = max((first - monday).days, 0), min((last - monday).days, 6)
        for day in week.days[left : right + 1]:
            day.events.append(event)
        if last > first:
            bars.append((left, right, event))
    put_bars(week, bars)
    for day in week.days:
        single = [event for event in day.events if not When.of(event).lasts_days]
        day.stacked = single[: max(ROOM - day.barred, 0)]
    return week


def put_bars(week: Week, bars: list[tuple[int, int, Event]]) -> None:
    """Give each bar the first lane that is free on its days; a bar without a lane stays hidden."""
    lanes: dict[int, list[tuple[int, int, Event]]] = defaultdict(list)
    for bar in bars:
        free = (n for n in range(ROOM) if all(bar[0] > other[1] or bar[1] < other[0] for other in lanes[n]))
        lane = next(free, None)
        if lane is None:
            continue
        lanes[lane].append(bar)
        for day in week.days[bar[0] : bar[1] + 1]:
            day.barred += 1
    week.lanes = [cells(week, sorted(lanes[n], key=lambda bar: bar[0])) for n in sorted(lanes) if lanes[n]]


def cells(week: Week, bars: list[tuple[int, int, Event]]) -> list[Cell]:
    row: list[Cell] = []
    column = 0
    for left, right, event in bars:
        row += [Cell(day=day) for day in week.days[column:left]]
        first, last = days_of(event)
        begins, ends = first >= week.days[0].date, last <= week.days[-1].date
        row.append(Cell(right - left + 1, event, week.days[left], begins, ends))
        column = right + 1
    return row + [Cell(day=day) for day in week.days[column:]]
