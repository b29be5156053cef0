"""When something is: days and clock times as far as a text prints them, settled or still open."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal, NamedTuple

DayPart = Literal["morning", "noon", "afternoon", "evening"]
Precision = Literal["minute", "day_part", "day", "month", "year", "unknown"]
Base = Literal["published", "before"]


class Written(NamedTuple):
    """One date as printed; what is not printed is None.

    `years`, `months`, `weeks`, `days` and `minutes` count from `base`: the publication (今年, 上月, 昨日) or
    the dated event told before (当日, 次日). `weekday` is ISO, 1 for Monday. `stretch` is a part of the year or month
    (`early`, `middle`, `late`, `end`, `half-1`, `quarter-3` …).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    stretch: str | None = None
    weekday: int | None = None
    base: Base | None = None
    years: int | None = None
    months: int | None = None
    weeks: int | None = None
    days: int | None = None
    minutes: int | None = None
    lunar: bool = False
    leap: bool = False
    festival: str | None = None


class When(NamedTuple):
    """A time as the contract tells it, both days inclusive, clock times as `HH:MM`, and the words it was read from.

    `starts_on` is None until a year is known. `first` and `last` keep what is printed of the first and the last day;
    both are None for 近日, 日前. `deadline`: 底前, 之前. `approximate`: 许, 左右. `background`: the day that
    figures are as of (截至, 以来) or of a founding, no day of an event.
    """

    starts_on: date | None = None
    ends_on: date | None = None
    starts_at: str | None = None
    ends_at: str | None = None
    day_part: DayPart | None = None
    precision: Precision = "unknown"
    year_inferred: bool = False
    deadline: bool = False
    approximate: bool = False
    background: bool = False
    first: Written | None = None
    last: Written | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the contract's keys; days in ISO form."""
        return {
            "starts_on": self.starts_on and self.starts_on.isoformat(),
            "ends_on": self.ends_on and self.ends_on.isoformat(),
            "starts_at": self.starts_at,
            "ends_at": self.ends_at,
            "day_part": self.day_part,
            "precision": self.precision,
            "year_inferred": self.year_inferred,
        }
