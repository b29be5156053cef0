"""Tells the items of a text apart: those of a chronicle, set off by marks, and the dated blocks of a programme."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from calendar_app.extraction.document import Mention, Mentions, Span, within
from calendar_app.extraction.refining.labels import TIME
from calendar_app.extraction.refining.pages import Occasion, Page

MARK = re.compile(r"\s*[△▲●◆■★○◎☆※◇□▪•❖➢·①-⑳]")
DAY = re.compile(r"[\d年月日号至、—~:：.时分点上下午晚起（）()周星期一二三四五六日 -]{2,60}")


def items(page: Page) -> list[Page]:
    """Return a page for each item of a chronicle whose items are set off by marks (★…, ★…); else the page itself."""
    starts = [place for place, one in enumerate(page.prose) if MARK.match(page.text, one.start)]
    if not starts:
        return [page]
    edges = [*([0] if starts[0] else []), *starts, len(page.prose)]
    return [replace(page, prose=page.prose[first:after], is_item=first in starts) for first, after in pairwise(edges)]


def programme(page: Page, named: Sequence[Mention], dates: Mentions) -> list[Occasion]:
    """Make an Occasion of each named block of a programme that has a day of its own, where there are two and more."""
    headings = [one for one in named if one.rule == "name-heading"]
    names = headings if len(headings) > 1 else [one for one in named if one.rule != "name-heading"]
    if len(names) < 2 or len(days := Mentions(days_on_lines(page, dates))) < 2:
        return []
    names = sorted(names, key=lambda one: one.span)
    before = any(0 <= names[0].span.start - day.span.end <= 40 for day in days)
    edges = [0, *(one.span.start for one in names), len(page.text)]
    found = []
    for number, one in enumerate(names):
        block = Span(*edges[number : number + 2]) if before else Span(*edges[number + 1 : number + 3])
        own = within(days, block)
        if own:
            until = (*edges, len(page.text))[number + 2]
            day = own[-1] if before else own[0]
            found.append(Occasion(one, page.sentence_of(one.span), day, is_block=True, until=until))
    return found if len(found) > 1 else []


def days_on_lines(page: Page, dates: Mentions) -> Iterator[Mention]:
    """Yield the dates that stand on a line of their own or on one labelled 时间."""
    times = [label.value for label in page.labels.values() if TIME.search(label.key)]
    for sentence in page.sentences:
        inside = within(dates, sentence)
        if inside and (
            DAY.fullmatch(page.text, *sentence) or any(one.start <= inside[0].span.start < one.end for one in times)
        ):
            yield inside[0]
