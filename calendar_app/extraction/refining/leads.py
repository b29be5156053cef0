"""Makes the event of an article whose first sentence gives the day but no name, or whose lines have labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from calendar_app.extraction.document import Mention, Mentions, Span, within
from calendar_app.extraction.refining.labels import when_of
from calendar_app.extraction.refining.pages import BACKGROUND, BULLET, GENERIC, Occasion, Page

LATEST = 7  # paragraphs: how far down a report may come to what it reports
LASTS = re.compile(
    "(?:活动|展览|比赛|赛事|大赛|展会|论坛|大会|[本此][次届][^，。；]{1,10})(?:时间)?(?:将|计划)?(?:自|从|于|为)?"
)
HEARD_OF = re.compile(
    "，?(?:(?:本报|本网)?记者)?(?:从|在)(?![^，。；]*(?:举[行办]|召开|会上))[^，。；]{2,24}(?:获悉|了解到|得知)，"
)
THERE = re.compile("陪同|出席|参加|主持|致辞|一行")


def by_lead(page: Page, body: list[Mention], dates: Sequence[Mention]) -> list[Occasion]:
    """Make an Occasion of what an undated sentence of the opening tells as held, on the day that the lead names."""
    first = first_date(page, dates)
    opening = page.prose[:2]
    held = [
        one
        for one in body
        if one.value.frame in ("held", "happens")
        and any(each.start <= one.span.start < each.end for each in opening)
        and not GENERIC.match(one.span.quote(page.text))
        and not BACKGROUND.search(page.sentence_of(one.span).quote(page.text))
    ]
    if held and not first and HEARD_OF.search(page.text, page.sentence_of(held[0].span).start, held[0].span.start):
        return [Occasion(held[0], page.sentence_of(held[0].span), None)]  # 昨日，记者从市体育局获悉，龙舟赛将在…举行
    return [Occasion(held[0], page.sentence_of(held[0].span), first)] if first and held else []


def by_label(page: Page, names: list[Mention], dates: Sequence[Mention]) -> list[Occasion]:
    """Make an Occasion of a notice whose date stands on a line labelled 时间."""
    when = when_of(page.text, page.labels.values(), dates)
    if when is None or when.value.starts_on is None:
        return []
    return [Occasion(names[0], page.sentence_of(names[0].span), when)]


def by_headline(page: Page, headlines: list[Mention], dates: Sequence[Mention]) -> list[Occasion]:
    """Make the headline's event an Occasion where the lead gives the date but no name."""
    if not page.prose or not headlines:
        return []
    lead = page.prose[0]
    first = next((date for date in dates if lead.start <= date.span.start < lead.start + 80 and is_usable(date)), None)
    one = headlines[0]
    if first is None or (first.value.first and first.value.precision == "month"):
        return []
    return [Occasion(one, page.sentence_of(first.span), first)]


def undated(page: Page, headlines: list[Mention]) -> list[Occasion]:
    """Make the headline's event an Occasion without a day, where the lead tells who was there."""
    told = [one for one in headlines if one.value.frame in ("visit", "held", "happens", "act")]
    if not told or not page.prose or not THERE.search(page.text, page.prose[0].start, page.prose[0].start + 300):
        return []
    return [Occasion(told[0], page.sentence_of(page.prose[0]), None)]


def by_outing(page: Page, outings: Sequence[Mention], dates: Sequence[Mention]) -> list[Occasion]:
    """Make what people went out to do an Occasion, where the opening tells it on a day and nothing held."""
    opening = page.prose[:1] if page.is_item else page.prose[:2]
    for one in outings:
        if page.is_said(one.span) or not any(each.start <= one.span.start < each.end for each in opening):
            continue
        sentence = page.sentence_of(one.span)
        if BACKGROUND.search(page.text, sentence.start, one.span.start):
            continue
        before = [date for date in dates if sentence.start <= date.span.start < one.span.start and is_usable(date)]
        days = [
            date for date in before if date.value.precision in ("minute", "day_part", "day") and date.value.starts_on
        ]
        if days or page.is_item:
            return [Occasion(one, sentence, days[-1] if days else None)]
    return []


def with_clock(when: Mention | None, labelled: Mention | None) -> Mention | None:
    """Take the date on the line labelled 时间 where it is the same day and tells the hour as well."""
    if when is None or labelled is None:
        return when or labelled
    if labelled.value.starts_on != when.value.starts_on:
        return when
    if when.value.starts_at or not labelled.value.starts_at:
        return when
    part = labelled.value.day_part or when.value.day_part
    return labelled._replace(value=labelled.value._replace(day_part=part))


def first_date(page: Page, dates: Sequence[Mention]) -> Mention | None:
    """Return the day that the first sentence of an article names."""
    if not page.prose:
        return None
    lead = page.sentence_of(page.prose[0])
    usable = (date for date in dates if lead.start <= date.span.start < lead.end and is_usable(date))
    told = (date for date in usable if not HEARD_OF.match(page.text, date.span.end))
    days = (date for date in told if date.value.first is None or date.value.precision != "month")
    first = next((date for date in days if not page.text.startswith("是", date.span.end)), None)
    return first or next((date for date in opening_days(page, page.prose[0], dates)), None)


def day_before(page: Page, sentence: Span, dates: Sequence[Mention]) -> Mention | None:
    """Return the day that a sentence before in the same paragraph opens with: 11月10日上午，秋风送爽。…|运动会开幕."""
    paragraph = next((span for span in page.prose if span.start <= sentence.start < span.end), sentence)
    opening = list(opening_days(page, Span(paragraph.start, sentence.start), dates))
    return opening[-1] if opening else None


def opening_days(page: Page, span: Span, dates: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the days that sentences open with: 秋风送爽。[9月8日下午]，…"""
    inside = (date for date in dates if span.start <= date.span.start < span.end and is_usable(date))
    for date in inside:
        first = date.value.first
        leads = BULLET.fullmatch(page.text, page.sentence_of(date.span).start, date.span.start)
        if first and first.day and leads and not HEARD_OF.match(page.text, date.span.end):
            yield date


def from_first_day(page: Page, dates: Mentions) -> Page | None:
    """Return what a page tells from the first paragraph with a day on, after an opening of several without one."""
    for number, paragraph in enumerate(page.prose[2:LATEST], 2):
        for date in within(dates, paragraph):
            is_day = date.value.precision in ("minute", "day_part", "day") and date.value.year_inferred
            if is_day and is_usable(date) and not page.is_said(date.span):
                return replace(page, prose=page.prose[number:])
    return None


def is_usable(date: Mention) -> bool:
    return not date.value.background and not date.value.deadline and date.value.precision != "year"


def its_days(page: Page, when: Mention | None, dates: Mentions) -> Mention | None:
    """Return the first and last day told of what opened 日前: 本届展会自[9月29日至10月1日]，…; else `when` itself."""
    for date in dates if when is not None and when.value.starts_on is None else ():
        sentence = page.sentence_of(date.span)
        first, last = date.value.starts_on, date.value.ends_on
        is_told = page.is_prose(sentence) and not page.is_said(date.span)
        if first and first != last and is_told and LASTS.fullmatch(page.text, sentence.start, date.span.start):
            return date
    return when
