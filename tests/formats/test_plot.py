"""Bars of all rows stand to one scale, the greatest count is tallest, and something is never drawn as nothing."""

from __future__ import annotations

from datetime import date

from calendar_app.formats.plot import TALLEST, plot

MONTHS = [date(2023, 12, 1), date(2024, 1, 1), date(2024, 2, 1)]


def test_bars_stand_to_one_scale() -> None:
    first, second = plot(MONTHS, [[4, 0, 2], [0, 1, 1000]])

    assert [bar.height for bar in first.bars] == [1.5, 0, 1.5]
    assert [bar.height for bar in second.bars] == [0, 1.5, TALLEST]
    assert second.bars[2].y + second.bars[2].height == second.base


def test_year_is_told_at_the_beginning_and_every_january() -> None:
    (row,) = plot(MONTHS, [[1, 1, 1]])

    assert [bar.tells_year for bar in row.bars] == [True, True, False]
    assert all(left.x + left.width < right.x for left, right in zip(row.bars, row.bars[1:], strict=False))


def test_nothing_is_drawn_of_nothing() -> None:
    (row,) = plot(MONTHS, [[0, 0, 0]])

    assert [bar.height for bar in row.bars] == [0, 0, 0]
