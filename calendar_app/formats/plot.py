"""Where the bars of a plot lie: one row of months for each name, all rows to one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WIDTH = 400  # of a row; small enough that its numbers can be read on a phone
STEPS = 12  # that a row has room for
TALLEST = 32
HEAD = 14  # above the tallest bar, for its number
FOOT = 30  # below the base line, for the month and its year


@dataclass(frozen=True)
class Bar:
    """One month; its number stands over the middle of the bar, its year is told on the first and every January."""

    month: date
    count: int
    x: float
    width: float
    height: float
    tells_year: bool
    base: int = HEAD + TALLEST

    @property
    def y(self) -> float:
        return round(self.base - self.height, 1)

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 1)


@dataclass(frozen=True)
class Row:
    bars: list[Bar]
    width: int = WIDTH
    base: int = HEAD + TALLEST
    height: int = HEAD + TALLEST + FOOT


def plot(months: Sequence[date], rows: Sequence[Sequence[int]]) -> list[Row]:
    """Lay out rows of counts by month; the greatest count of all has the tallest bar, and none but 0 has no bar."""
    greatest = max((count for counts in rows for count in counts), default=0) or 1
    return [Row([bar(place, month, counts[place], greatest) for place, month in enumerate(months)]) for counts in rows]


def bar(place: int, month: date, count: int, greatest: int) -> Bar:
    step = WIDTH / STEPS
    height = max(round(count / greatest * TALLEST, 1), 1.5) if count else 0
    return Bar(
        month, count, round((place + 0.15) * step, 1), round(step * 0.7, 1), height, not place or month.month == 1
    )
