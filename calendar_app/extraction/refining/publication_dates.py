"""The day of publication: printed in the bulletin, or fixed by the full dates of what it tells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from calendar_app.extraction.almanac import interval
from calendar_app.extraction.document import Mention
from calendar_app.extraction.refining.cues import Direction, direction, is_notice
from calendar_app.extraction.when import When

LABEL = re.compile(
    r"(?:发布|发文|成文|印发|刊发|发稿|发表|出版|更新|上传|签发)(?:(?:时间|日期|日)\s?[:：]?|于|[:：])\s{0,2}$"
)
ISSUE = re.compile(r"第?\s?\d{1,5}\s?期|总第|星期|周[一二三四五六日]|来源|作者|浏览|阅读|字号")
EDGE, SHORT_LINE = 400, 60


def is_anchor(mention: Mention) -> bool:
    """Say whether a date has its year printed, down to the day, and dates something told here (not 成立于1851年)."""
    when: When = mention.value
    return bool(when.first and when.first.year and when.first.day and when.starts_on and not when.background)


def noted(mentions: Iterable[Mention]) -> date | None:
    """Return the first full date among a bulletin's notes: its masthead, and the lines of who put it up when."""
    return next((_day(each) for each in mentions if each.kind == "date" and is_anchor(each)), None)


def infer_published_on(mentions: Iterable[Mention], text: str) -> tuple[date | None, str]:
    """Return the day of publication and its basis: `text` where it is printed, `inferred` from full dates, or `none`.

    A printed one has a label (发布时间：2024-07-31), closes the text on a line of its own, or stands in the masthead.
    """
    dated = sorted((each for each in mentions if each.kind == "date"), key=lambda each: each.span)
    printed = _printed([each for each in dated if is_anchor(each)], text)
    if printed is not None:
        return printed, "text"
    notice = is_notice(text)
    told = _told([each for each in dated if direction(text, each.span, notice) is Direction.BEHIND])
    return (told, "inferred") if told else (None, "none")


def _printed(anchors: list[Mention], text: str) -> date | None:
    for anchor in anchors:
        if LABEL.search(_line(text, anchor)[0]):
            return _day(anchor)
    for anchor in reversed(anchors):
        if anchor.span.end > len(text) - EDGE and not "".join(_line(text, anchor)).strip(" \u3000()（）"):
            return _day(anchor)
    for anchor in anchors:
        around = "".join(_line(text, anchor))
        in_masthead = len(around) <= SHORT_LINE and (not around.strip(" \u3000()（）") or ISSUE.search(around))
        if anchor.span.start < EDGE and in_masthead:
            return _day(anchor)
    return None


def _line(text: str, mention: Mention) -> tuple[str, str]:
    """Return what stands on the line before a date and after it."""
    start, end = text.rfind("\n", 0, mention.span.start) + 1, text.find("\n", mention.span.end)
    return text[start : mention.span.start], text[mention.span.end : end if end >= 0 else len(text)]


def _day(mention: Mention) -> date | None:
    when: When = mention.value
    return when.starts_on


def _told(dated: list[Mention]) -> date | None:
    """Return the last day told in the latest year printed, in a full date, or twice and once with a month."""
    values: list[When] = [each.value for each in dated if not each.value.background and not each.value.deadline]
    printed = [
        (when.first.year, bool(when.first.day), bool(when.first.month))
        for when in values
        if when.first and when.first.year
    ]
    times = Counter(year for year, *_ in printed)
    years = [year for year, day, month in printed if day or (month and times[year] > 1)]
    if not years or max(years) != max(times):
        return None
    days = [_in_year(when, max(years)) for when in values]
    return max((day for day in days if day and day.year == max(years)), default=None)


def _in_year(when: When, year: int) -> date | None:
    one = when.first
    if one is None or one.day is None or one.month is None or one.base is not None:
        return None
    days = interval(one, when.last or one, year)
    return days[1] if days else None
