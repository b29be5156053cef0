"""What is read: a Document, a Segment of it fit for recognizing, and the Spans and Mentions that point into it."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple


def without_breaks(text: str) -> str:
    return text.replace("\r", " ").replace("\n", " ")


class Span(NamedTuple):
    """A half-open range of code points; `text[start:end]` is the quotation."""

    start: int
    end: int

    def quote(self, text: str) -> str:
        return text[self.start : self.end]


class Mention(NamedTuple):
    """One thing recognized in a text.

    `kind` says what it is (`date`, `person`, `organization`, `group`, `role`, `event`, `place` …), `value` what it
    means, `rule` which rule saw it. The span counts in the text that the recognizer was given.
    """

    kind: str
    span: Span
    value: Any
    rule: str


class Mentions(list[Mention]):
    """Mentions in the order of the text, asked again and again which of them start within a span."""

    @cached_property
    def starts(self) -> list[int]:
        return [one.span.start for one in self]


def within(mentions: Mentions, span: Span) -> Sequence[Mention]:
    """Return those of the mentions that start within a span."""
    first = bisect_left(mentions.starts, span.start)
    return mentions[first : bisect_left(mentions.starts, span.end, first)]


@dataclass(frozen=True)
class Document:
    """A bulletin's text, exactly as read, and the name it was read under."""

    text: str
    name: str = ""

    @cached_property
    def sha256(self) -> str:
        """Hash of the text in UTF-8, so that the same text in another encoding is the same bulletin."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True)
class Segment:
    """A stretch of the source with broken lines mended and characters made alike, for recognizers to read.

    `text[i]` stands for the source character at `offsets[i]`. Line breaks inside a sentence are left out, those
    between paragraphs are one `\\n`; punctuation is full-width (`，：；！？（）`), digits and Latin letters half-width.
    """

    text: str
    offsets: Sequence[int] = field(repr=False)
    source: str = field(repr=False)

    def span(self, within: Span) -> Span:
        """Say where a range of `text` stands in the source."""
        if within.start == within.end:
            place = self.offsets[within.start] if within.start < len(self.offsets) else len(self.source)
            return Span(place, place)
        return Span(self.offsets[within.start], self.offsets[within.end - 1] + 1)

    def printed(self, within: Span) -> str:
        """Return a range as the source prints it, without the line breaks that were mended."""
        whole = self.span(within).quote(self.source)
        if len(whole) == within.end - within.start:  # nothing was left out in between
            return without_breaks(whole)
        return without_breaks("".join(map(self.source.__getitem__, self.offsets[within.start : within.end])))

    def spans(self, ranges: Iterable[Span]) -> list[Span]:
        return [self.span(each) for each in ranges]
