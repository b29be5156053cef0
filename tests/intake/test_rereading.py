"""What selected words tell of time is read from their article alone, and is what reading the whole bulletin says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from calendar_app.extraction import extract, mentions
from calendar_app.extraction.document import Mention
from calendar_app.intake.rereading import TIMES, WHOLE, read_together, told_of_time
from calendar_app.models import Article, Bulletin

BULLETINS = sorted((settings.BASE_DIR / "fixtures" / "bulletins").glob("*/bulletin.txt"))
MONTHS = "".join(
    f"202{month % 5}年{month}月3日，东江区第{month}次例会召开。会后，与会人员到{month}号泵站查看。"
    f"{month}月9日上午9时至11时，泵站试运行。次日，区水务局通报了情况。14日，工程验收。\n"
    for month in range(1, 13)
)


def articles(text: str, published_on: date | None = None) -> list[Article]:
    found = extract(text, published_on)
    day = date.fromisoformat(found.published_on) if found.published_on else None
    bulletin = Bulletin(text=text, published_on=day)
    return [Article(bulletin=bulletin, start=one.span.start, end=one.span.end) for one in found.articles]


def dates(article: Article, read: list[Mention]) -> Iterator[tuple[int, int]]:
    for one in read:
        if one.kind == "date" and article.start <= one.span.start and one.span.end <= article.end:
            yield one.span


def told_by_all(read: list[Mention], start: int, end: int) -> dict[str, Any]:
    """Say what a range tells of time where the whole bulletin was read."""
    told: dict[str, Any] = {}
    for one in read:
        if one.kind == "date" and start < one.span.end and one.span.start < end:
            told = {key: value for key in TIMES if (value := getattr(one.value, key, None)) is not None} | told
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in told.items()}


@pytest.mark.parametrize("path", BULLETINS, ids=lambda path: path.parent.name)
def test_every_date_of_a_bulletin_is_told_as_by_reading_all_of_it(path: Path) -> None:
    found = articles(path.read_text("utf-8"))
    read = mentions(found[0].bulletin.text, found[0].bulletin.published_on)

    for article in found:
        for start, end in dates(article, read):
            assert told_of_time(article, start, end) == told_by_all(read, start, end)
            assert told_of_time(article, end - 1, end) == told_by_all(read, end - 1, end)


def test_every_date_of_an_article_longer_than_is_read_at_once_is_told_alike() -> None:
    [article] = articles("东江区水务工作记事\n" + MONTHS * 60, date(2024, 12, 31))
    text, day = article.bulletin.text, article.bulletin.published_on
    read = mentions(text, day)
    found = list(dates(article, read))

    assert len(text) > 2 * WHOLE
    for start, end in found[::37]:
        assert told_of_time(article, start, end) == told_by_all(read, start, end) != {}
    assert told_of_time(article, WHOLE, 2 * WHOLE + 9000) == told_by_all(read, WHOLE, 2 * WHOLE + 9000)


def test_no_more_is_read_than_the_article_or_a_stretch_of_it() -> None:
    short, long = "前一则。\n", "甲乙丙丁。" * WHOLE
    bulletin = Bulletin(text=short + long)
    first, second = Article(bulletin=bulletin, start=0, end=5), Article(bulletin=bulletin, start=5, end=5 + len(long))

    assert read_together(bulletin.text, first, 1, 3) == (0, 5)
    assert read_together(bulletin.text, second, 50_000, 50_001) == (5 + 2 * (WHOLE + 5), 5 + 3 * (WHOLE + 5))
    assert read_together(bulletin.text, second, 5, 50_000) == (5, 5 + 3 * (WHOLE + 5))
    assert read_together("甲" * 50_000, Article(bulletin=bulletin, start=0, end=50_000), 45_000, 45_001) == (
        2 * WHOLE,
        50_000,
    )
