"""Cuts an article of enormous length into stretches, so that reading it takes time in proportion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from calendar_app.extraction.document import Segment, Span
from calendar_app.extraction.segmenting.articles import Article

LONGEST = 20_000  # characters read as one whole; no article of a bulletin comes near it
END = re.compile(r"[。！？\n]")


def stretches(article: Article) -> Iterator[Article]:
    """Yield the article itself, or stretches of it that end with a sentence; only the first has the headline."""
    size, start = len(article.segment.text), 0
    if size <= LONGEST:
        yield article
        return
    while start < size:
        end = _end(article.segment.text, start)
        yield _stretch(article, start, end)
        start = end


def _end(text: str, start: int) -> int:
    sentence = END.search(text, start + LONGEST, start + 2 * LONGEST)
    return sentence.end() if sentence else min(start + 2 * LONGEST, len(text))


def _stretch(article: Article, start: int, end: int) -> Article:
    whole = article.segment
    body = tuple(
        (Span(max(span.start, start) - start, min(span.end, end) - start), kind)
        for span, kind in article.body
        if span.start < end and start < span.end
    )
    return replace(
        article,
        headline=article.headline if start == 0 and article.headline.end <= end else Span(0, 0),
        body=body,
        segment=Segment(whole.text[start:end], whole.offsets[start:end], whole.source),
    )
