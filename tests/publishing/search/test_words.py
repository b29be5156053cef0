"""Words are kept and asked for alike, whatever the script, width or case; days are read as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from calendar_app.publishing.search import Asked, understand
from calendar_app.publishing.search.showing import marked
from calendar_app.publishing.search.words import asked, spellings, tokens

TODAY = date(2026, 11, 24)  # a Tuesday


def test_chinese_is_kept_in_characters_and_pairs_and_latin_in_words() -> None:
    assert list(tokens("第39批 AI培訓")) == ["第", "39", "批", "ai", "培", "训", "培训"]


def test_pairs_are_asked_for_and_latin_by_its_beginning() -> None:
    assert list(asked("区发改委 Chen 班")) == ["区发", "发改", "改委", "chen*", "班"]


def test_names_are_spelt_from_each_syllable_and_by_initials() -> None:
    assert list(spellings("陈望舒")) == ["chenwangshu", "wangshu", "shu", "cws"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2024年7月25日", ("/d2024/7/25",)),
        ("2024-07-25", ("/d2024/7/25",)),
        ("2024.7", ("/d2024/7",)),
        ("7月下旬", ("/d/7下",)),
        ("七月二十五日", ("/d/7/25",)),
        ("十二月三十号", ("/d/12/30",)),
        ("２０２４年", ("/d2024",)),
        ("7月份", ("/d/7",)),
    ],
)
def test_days_are_read_as_people_write_them(text: str, days: tuple[str, ...]) -> None:
    assert understand(text, TODAY) == Asked((), days)


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("今天", date(2026, 11, 24), date(2026, 11, 24)),
        ("上周", date(2026, 11, 16), date(2026, 11, 22)),
        ("下周", date(2026, 11, 30), date(2026, 12, 6)),
        ("上个月", date(2026, 10, 1), date(2026, 10, 31)),
        ("下月", date(2026, 12, 1), date(2026, 12, 31)),
        ("去年", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_periods_are_counted_from_today(text: str, since: date, until: date) -> None:
    assert understand(f"{text}的培训", TODAY) == Asked(("培训",), (), since, until, ("培训",))


def test_found_words_are_marked_in_the_text_as_printed() -> None:
    assert marked("東江區幹部培訓班", ("干部", "培训")) == [
        ("東江區", False),
        ("幹部", True),
        ("培訓", True),
        ("班", False),
    ]
