"""Dates without a year take it from the text, then from the day of publication; never from today."""

from __future__ import annotations

from datetime import date

from calendar_app.extraction.recognizing.dates import recognize
from calendar_app.extraction.refining.reference_dates import infer_published_on, resolve

JULY = date(2024, 7, 31)


def days(text: str, published_on: date | None = None) -> list[str]:
    return [str(each.value.starts_on) for each in resolve(recognize(text), text, published_on)]


def test_a_report_looks_back() -> None:
    assert days("12月28日，新春送温暖活动启动。", date(2025, 1, 6)) == ["2024-12-28"]


def test_a_notice_looks_forward() -> None:
    assert days("健步走定于1月5日举行。", date(2024, 12, 20)) == ["2025-01-05"]


def test_without_any_year_a_date_stays_open() -> None:
    (found,) = resolve(recognize("7月25日，社区食堂开张。"), "7月25日，社区食堂开张。")

    assert (found.value.starts_on, found.value.precision) == (None, "day")
    assert (found.value.first.month, found.value.first.day) == (7, 25)


def test_a_printed_day_of_publication_is_found() -> None:
    text = "社区食堂开张\n发布时间：2024-07-31\n7月25日，社区食堂开张。"

    assert infer_published_on(recognize(text), text) == (JULY, "text")


def test_a_founding_is_no_day_of_publication() -> None:
    text = "该厂成立于1951年3月2日，7月25日迎来新一批学徒。"

    assert infer_published_on(recognize(text), text) == (None, "none")
