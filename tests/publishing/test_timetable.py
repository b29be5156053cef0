"""Sessions stand under their day and beside their part of it, by printed time or in printed order."""

from __future__ import annotations

from datetime import date, time

from calendar_app.models import Session
from calendar_app.publishing.timetable import Row, Timetable, timetable
from calendar_app.vocabulary import DayPart

FIRST, SECOND = date(2024, 7, 25), date(2024, 7, 26)


def session(name: str, order: int, day: date | None, part: str = "", at: time | None = None) -> Session:
    return Session(pk=order + 1, name=name, order=order, starts_on=day, day_part=part, starts_at=at)


def test_sessions_stand_under_their_day_and_part() -> None:
    budget = session("预算", 0, FIRST, "morning")
    safety = session("安全", 1, FIRST, at=time(14, 30))
    cases = session("案例", 2, SECOND, "afternoon")
    tour = session("参观", 3, SECOND)

    laid = timetable([budget, safety, cases, tour])

    assert laid == Timetable(
        [FIRST, SECOND],
        [
            Row(DayPart.MORNING, [[budget], []]),
            Row(DayPart.AFTERNOON, [[safety], [cases]]),
            Row(None, [[], [tour]]),
        ],
    )


def test_printed_times_come_in_order() -> None:
    late, early = session("后", 0, FIRST, at=time(10)), session("先", 1, FIRST, at=time(9))

    laid = timetable([late, early])

    assert laid == Timetable([FIRST], [Row(DayPart.MORNING, [[early, late]])])


def test_one_session_or_none_with_a_day_makes_no_table() -> None:
    assert timetable([session("预算", 0, FIRST), session("案例", 1, None)]) is None
