"""A few words of a stored bulletin are read again, for an editor who points at them."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from calendar_app.extraction import mentions
from calendar_app.models import Article

TIMES = ("starts_on", "ends_on", "starts_at", "ends_at", "day_part")
WHOLE = 20_000  # characters that extraction reads as one whole; a longer article it cuts behind the next sentence
SENTENCE_END = re.compile(r"[。！？\n]")


def told_of_time(article: Article, start: int, end: int) -> dict[str, Any]:
    """Return what the words of a range tell of time, by the extraction contract's keys; empty where they tell nothing.

    The article around them is read, so that a year or month told before the range counts.
    """
    bulletin = article.bulletin
    first, last = read_together(bulletin.text, article, start, end)
    told: dict[str, Any] = {}
    for mention in mentions(bulletin.text[first:last], bulletin.published_on):
        if mention.kind == "date" and start - first < mention.span.end and mention.span.start < end - first:
            found = {key: getattr(mention.value, key, None) for key in TIMES}
            told = {key: value for key, value in found.items() if value is not None} | told
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in told.items()}


def read_together(text: str, article: Article, start: int, end: int) -> tuple[int, int]:
    """Return the range that extraction reads together with a selection: its article, of a very long one a stretch."""
    first, last = article.start, stretch_end(text, article.start, article.end)
    while last < end:
        first, last = (last if last <= start else first), stretch_end(text, last, article.end)
    return first, last


def stretch_end(text: str, start: int, end: int) -> int:
    if end - start <= WHOLE:
        return end
    sentence = SENTENCE_END.search(text, start + WHOLE, min(start + 2 * WHOLE, end))
    return sentence.end() if sentence else min(start + 2 * WHOLE, end)
