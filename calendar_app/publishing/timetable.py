"""A training's timetable: days across, parts of the day down, in each cell what is taught then and by whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from calendar_app.models import Session
from calendar_app.vocabulary import DayPart

# Where a clock time stands in the table; the time itself is shown as printed.
BEGINS = ((time(12), DayPart.MORNING), (time(13), DayPart.NOON), (time(18), DayPart.AFTERNOON))


@dataclass(frozen=True)
class Row:
    """One part of the day, empty where none is printed, and its sessions day by day."""

    part: DayPart | None
    cells: list[list[Session]]


@dataclass(frozen=True)
class Timetable:
    days: list[date]
    rows: list[Row]


def timetable(sessions: Iterable[Session]) -> Timetable | None:
    """Lay out the sessions whose day is known; None where fewer than two are, which a list tells better."""
    dated = [session for session in sessions if session.starts_on]
    if len(dated) < 2:
        return None
    cells: dict[tuple[DayPart | None, date], list[Session]] = defaultdict(list)
    for session in dated:
        cells[(part_of(session), session.starts_on)].append(session)  # type: ignore[index]
    days = sorted({day for _part, day in cells})
    used = {part for part, _day in cells}
    rows = [Row(part, [by_time(cells[(part, day)]) for day in days]) for part in (*DayPart, None) if part in used]
    return Timetable(days, rows)


def part_of(session: Session) -> DayPart | None:
    if session.day_part:
        return DayPart(session.day_part)
    if session.starts_at is None:
        return None
    return next((part for end, part in BEGINS if session.starts_at < end), DayPart.EVENING)


def by_time(sessions: list[Session]) -> list[Session]:
    """Put printed times in order; without times the printed order holds."""
    return sorted(sessions, key=lambda session: (session.starts_at or time.min, session.order))
