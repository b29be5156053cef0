"""Shares the sentences of an article out among the events it tells of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from calendar_app.extraction.document import Span
from calendar_app.extraction.refining.pages import Occasion, Page, Ranges
from calendar_app.extraction.refining.programmes import items

WHILE_THERE = re.compile(r"(?:出?访|访问|调研|考察|活动|培训|大会|会议)[^，。]{0,6}期间")
THIS_ONE = re.compile(r"[此本这][次届](?P<what>[\u4e00-\u9fff]{2,6})")


def in_force(page: Page, occasions: Sequence[Occasion]) -> list[list[Span]]:
    """Share the sentences out: each belongs to the Occasion told last before it, or named in it again."""
    shared: list[list[Span]] = [[] for _ in occasions]
    if not occasions:
        return shared
    current = 0
    told = {
        page.sentence_of(event.span): number
        for number, occasion in reversed(list(enumerate(occasions)))
        for event in (*occasion.others, occasion.event)
        if event is occasion.event or not (event.value.frame in ("act", "visit") or page.is_said(event.span))
    }
    silent = Ranges(untold(page, told))
    for sentence in page.sentences:
        if not page.is_prose(sentence) or silent.hold(sentence.start):
            continue
        if WHILE_THERE.match(page.text, sentence.start):
            current = 0
        current = told.get(sentence, current)
        if len(occasions) > 1 and sentence not in told:
            current = meant(page, sentence, occasions, current)
        shared[current].append(sentence)
    return shared


def untold(page: Page, told: Iterable[Span]) -> Iterator[Span]:
    """Yield the lines of those items of a chronicle that tell of no event, and so of nobody who was at one."""
    for item in items(page):
        if item.is_item and not any(item.is_prose(sentence) for sentence in told):
            yield from item.prose


def meant(page: Page, sentence: Span, occasions: Sequence[Occasion], current: int) -> int:
    """Return the number of the event that 此次… at the head of a sentence means, where one alone is called so."""
    match = THIS_ONE.match(page.text, sentence.start, sentence.end)
    if match is None:
        return current
    words = tuple(match["what"][:size] for size in range(2, len(match["what"]) + 1))
    fitting = [number for number, one in enumerate(occasions) if one.named.quote(page.text).endswith(words)]
    return fitting[0] if len(fitting) == 1 else current
