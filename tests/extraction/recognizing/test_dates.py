"""Dates are found where they stand and mean what they say, over all of our own cases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendar_app.extraction.recognizing.dates import recognize
from calendar_app.extraction.refining.reference_dates import resolve
from tests.extraction.dates import Case, meaning, read_cases

CASES = read_cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_dates_are_found_with_their_meaning(case: Case) -> None:
    found = resolve(recognize(case.text), case.text, case.published_on)

    assert [(each.span.quote(case.text), meaning(each)) for each in found] == list(case.expected)


def test_there_are_enough_cases() -> None:
    assert len({case.text for case in CASES}) >= 400
    assert sum(not case.expected for case in CASES) >= 60


def test_precision_says_how_exactly_the_time_is_told() -> None:
    text = "7月25日9:00，7月25日上午，7月25日，7月上旬，2024年，近日"

    assert [each.value.precision for each in recognize(text)] == [
        "minute",
        "day_part",
        "day",
        "month",
        "year",
        "unknown",
    ]


def test_full_width_digits_and_signs_are_read_as_printed() -> None:
    text = "２０２４年７月２５日（星期四）９：００—１１：３０"

    (found,) = recognize(text)

    assert found.span.quote(text) == text
    assert meaning(found) == "2024-07-25 09:00-11:30"


PIECES = st.sampled_from(
    list("0123456789年月日号时点分:-/.至到、(（)） \n一二十廿初上下中旬底前后今明当周晚闰腊国庆节午季度半")
)


@given(st.text() | st.lists(PIECES, max_size=40).map("".join))
def test_any_text_is_read_without_error_and_spans_stay_inside(text: str) -> None:
    mentions = list(recognize(text))

    assert [each.span.start for each in mentions] == sorted(each.span.start for each in mentions)
    assert all(0 <= each.span.start < each.span.end <= len(text) for each in mentions)
    assert len(resolve(mentions, text)) == len(mentions)
