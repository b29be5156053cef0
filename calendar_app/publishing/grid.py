"""A month as weeks of days: bars for events of several days, a stack for those of one, and how many find no room."""

from __future__ import annotations

from calendar import Calendar
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, time
from functools import cached_property
from typing import Any, NamedTuple

from calendar_app.formats.when import VAGUE
from calendar_app.models import Event
from calendar_app.models.events import EventQuerySet
from calendar_app.publishing.almanac import AlmanacDay, almanac_day
from calendar_app.vocabulary import DayPart

Load = Callable[[Iterable[int]], dict[int, Event]]
BEGINS = {
    DayPart.MORNING: time(6),
    DayPart.NOON: time(12),
    DayPart.AFTERNOON: time(13),
    DayPart.EVENING: time(18),
}  # where a part of the day stands among hours
ROOM = 3  # events shown on one day of the grid
PAPER = 156  # millimetres that the weeks of a month have on a page of A4, of which a day's number takes 6, a bar too
LINES = (4, 3, 2)  # that a name may have on paper, the most first, of 4 mm each and 2 around all of them


class Slot(NamedTuple):
    """What of an event decides where it stands; those that find room are loaded whole afterwards."""

    pk: int
    kind: str
    starts_on: date | None
    ends_on: date | None
    precision: str
    starts_at: time | None
    day_part: str

    @classmethod
    def of(cls, events: EventQuerySet) -> list[Slot]:
        """Return the slots of dated events in the order in which their days, parts of the day and hours come."""
        slots = map(cls._make, events.values_list(*cls._fields))
        return sorted(slots, key=lambda slot: (slot.days[0], slot.hour))

    @property
    def hour(self) -> time:
        """The printed hour, or one that stands for its part of the day among the others of the same day."""
        return self.starts_at or (BEGINS[DayPart(self.day_part)] if self.day_part else time.min)

    @property
    def days(self) -> tuple[date, date]:
        return days_of(self.starts_on, self.ends_on)

    @property
    def lasts_days(self) -> bool:
        return self.days[0] < self.days[1]

    @property
    def is_vague(self) -> bool:
        """Whether it is known only to a month or year, so that no day of the grid is its own."""
        return self.precision in VAGUE and self.starts_on is not None

    def touches(self, first: date, last: date) -> bool:
        start, end = self.days
        return start <= last and end >= first


@dataclass
class Day:
    """One day of the grid: `events` are all it touches, `stacked` those of one day that find room.

    `told` are those that are told one by one below the grid, `further` is how many more there are.
    """

    date: date
    in_month: bool
    almanac: AlmanacDay
    events: list[Slot] = field(default_factory=list)
    stacked: list[Any] = field(default_factory=list)
    barred: int = 0
    told: list[Any] = field(default_factory=list)
    further: int = 0

    @cached_property
    def iso(self) -> str:
        """The day as addresses write it."""
        return self.date.isoformat()

    @cached_property
    def mark(self) -> str:
        """What its column is called by the cells below."""
        return f"d{self.date:%m%d}"

    @property
    def hidden(self) -> int:
        return len(self.events) - len(self.stacked) - self.barred

    @property
    def beginning(self) -> list[Slot]:
        """What begins on the day; on the first of a month also what goes on from before it."""
        return [slot for slot in self.events if self.date.day == 1 or slot.days[0] == self.date]

    def tell(self, slots: list[Slot], room: int | None) -> None:
        self.told, self.further = slots[:room], len(slots[room:]) if room is not None else 0

    @property
    def is_weekend(self) -> bool:
        return self.date.isoweekday() > 5 and not self.almanac.work


@dataclass
class Cell:
    """Some columns of a lane: an event's bar over `columns` days, or one empty day."""

    columns: int = 1
    event: Any = None
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

    def height(self, lines: int) -> int:
        """The millimetres it takes on paper where every name of its fullest day has so many lines."""
        return 6 + 6 * len(self.lanes) + max(len(day.stacked) for day in self.days) * (2 + 4 * lines)


def lines_on_paper(weeks: list[Week]) -> int:
    """Return how many lines names may have for a month to stand on one page."""
    return next((lines for lines in LINES if sum(week.height(lines) for week in weeks) <= PAPER), 1)


def weeks_of(year: int, month: int, slots: Iterable[Slot]) -> list[Week]:
    """Lay dated events out over the weeks of a month; those known only to the month are the caller's to show."""
    dated = [(slot, *slot.days) for slot in slots]
    return [
        lay_out(Week([Day(day, day.month == month, almanac_day(day)) for day in days]), dated)
        for days in Calendar().monthdatescalendar(year, month)
    ]


def days_of(starts_on: date | None, ends_on: date | None) -> tuple[date, date]:
    """Return an event's first and last day; an open side is the known one."""
    first, last = starts_on or ends_on, ends_on or starts_on
    if first is None or last is None:
        raise ValueError("an event without a date has no place in a grid")
    return first, last


def fill(days: Iterable[Day], weeks: Iterable[Week], vague: list[Slot], load: Load) -> list[Event]:
    """Put the events in the place of the slots that are shown, and return the vague ones.

    One withdrawn meanwhile leaves its place empty.
    """
    cells = [cell for week in weeks for lane in week.lanes for cell in lane if cell.event]
    days = list(days)
    shown = [*vague, *(slot for day in days for slot in (*day.stacked, *day.told)), *(cell.event for cell in cells)]
    events = load({slot.pk for slot in shown})
    for day in days:
        day.stacked = [events[slot.pk] for slot in day.stacked if slot.pk in events]
        day.told = [events[slot.pk] for slot in day.told if slot.pk in events]
    for cell in cells:
        cell.event = events.get(cell.event.pk)
    return [events[slot.pk] for slot in vague if slot.pk in events]


def lay_out(week: Week, dated: list[tuple[Slot, date, date]]) -> Week:
    monday, sunday = week.days[0].date, week.days[-1].date
    here = [(event, first, last) for event, first, last in dated if first <= sunday and last >= monday]
    here.sort(key=lambda each: (each[1], each[1] - each[2]))
    bars: list[tuple[int, int, Slot]] = []
    for event, first, last in here:
        left, right = max((first - monday).days, 0), min((last - monday).days, 6)
        for day in week.days[left : right + 1]:
            day.events.append(event)
        if last > first:
            bars.append((left, right, event))
    put_bars(week, bars)
    for day in week.days:
        single = [slot for slot in day.events if not slot.lasts_days]
        day.stacked = single[: max(ROOM - day.barred, 0)]
    return week


def put_bars(week: Week, bars: list[tuple[int, int, Slot]]) -> None:
    """Give each bar the first lane that is free on its days; a bar without a lane stays hidden."""
    lanes: dict[int, list[tuple[int, int, Slot]]] = defaultdict(list)
    for bar in bars:
        free = (n for n in range(ROOM) if all(bar[0] > other[1] or bar[1] < other[0] for other in lanes[n]))
        lane = next(free, None)
        if lane is None:
            continue
        lanes[lane].append(bar)
        for day in week.days[bar[0] : bar[1] + 1]:
            day.barred += 1
    week.lanes = [cells(week, sorted(lanes[n], key=lambda bar: bar[0])) for n in sorted(lanes) if lanes[n]]


def cells(week: Week, bars: list[tuple[int, int, Slot]]) -> list[Cell]:
    row: list[Cell] = []
    column = 0
    for left, right, event in bars:
        row += [Cell(day=day) for day in week.days[column:left]]
        first, last = event.days
        begins, ends = first >= week.days[0].date, last <= week.days[-1].date
        row.append(Cell(right - left + 1, event, week.days[left], begins, ends))
        column = right + 1
    return row + [Cell(day=day) for day in week.days[column:]]
