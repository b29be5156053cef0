"""Dates without a year take it from the text, then from the day of publication; never from today."""

from __future__ import annotations

from datetime import date, datetime

from calendar_app.extraction.document import Mention, Span
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


def test_a_day_that_closes_the_text_is_its_publication() -> None:
    text = "定于8月5日召开例会。\n区政府办公室\n2024年7月31日\n"

    assert infer_published_on(recognize(text), text) == (JULY, "text")


def test_the_masthead_tells_the_publication() -> None:
    text = "社区简报\n第12期 2024年7月31日\n7月25日，社区食堂开张。"

    assert infer_published_on(recognize(text), text) == (JULY, "text")


def test_full_dates_of_what_was_told_stand_in_for_the_publication() -> None:
    text = "2024年7月25日，社区食堂开张。7月28日，首批老人用餐。"

    assert infer_published_on(recognize(text), text) == (date(2024, 7, 28), "inferred")


def test_a_day_to_come_is_no_day_of_publication() -> None:
    text = "读书会将于2024年8月12日举行。"

    assert infer_published_on(recognize(text), text) == (None, "none")


def test_the_label_of_an_event_is_no_label_of_publication() -> None:
    text = "活动名称：读书会\n时间：2024年8月12日\n地点：文化馆"

    assert infer_published_on(recognize(text), text) == (None, "none")


def test_a_year_printed_once_with_its_month_fixes_nothing() -> None:
    text = "该馆2018年12月获评先进。7月25日，社区食堂开张。"

    assert infer_published_on(recognize(text), text) == (None, "none")


def test_only_dates_are_touched() -> None:
    person = Mention("person", Span(0, 2), "林清", "names")

    assert resolve([person], "林清出席。", JULY) == [person]


def test_the_order_of_the_mentions_stays() -> None:
    text = "7月25日开班，次日结业。"
    first, second = recognize(text)

    found = resolve([second, first], text, JULY)

    assert [str(each.value.starts_on) for each in found] == ["2024-07-26", "2024-07-25"]


def test_as_of_days_and_foundings_are_background() -> None:
    text = "截至7月25日，成立于2001年3月2日的车队跑满100趟，自2021年5月以来无事故。为庆祝国庆节，增开专线。"

    assert [each.value.background for each in recognize(text)] == [True, True, True, True]


def test_a_background_day_is_not_counted_from() -> None:
    text = "7月20日，车队出发。截至7月25日，跑满100趟。当日，总结会召开。"

    assert days(text, JULY) == ["2024-07-20", "2024-07-25", "2024-07-20"]


def test_the_year_is_inferred_unless_printed() -> None:
    text = "2024年7月25日开班，7月26日结业。"

    assert [each.value.year_inferred for each in resolve(recognize(text), text, JULY)] == [False, True]


def test_hours_count_from_the_clock_time_of_publication() -> None:
    text = "两小时后，抢修结束。刚才，警报解除。半小时前，水位回落。"

    found = [each.value for each in resolve(recognize(text), text, published_at=datetime(2024, 7, 31, 22, 30))]

    assert [(str(each.starts_on), each.starts_at) for each in found] == [
        ("2024-08-01", "00:30"),
        ("2024-07-31", "22:30"),
        ("2024-07-31", "22:00"),
    ]


def test_hours_without_a_clock_time_stay_open() -> None:
    text = "两小时后，抢修结束。"

    (found,) = resolve(recognize(text), text, JULY)

    assert (found.value.starts_on, found.value.starts_at, found.value.precision) == (None, None, "unknown")
