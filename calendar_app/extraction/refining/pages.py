"""What an article offers to be settled: its sentences, its prose, what was said in it; and an event it tells."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from calendar_app.extraction.document import Mention, Span
from calendar_app.extraction.refining.labels import Label, label_of

BACKGROUND = re.compile(
    r"据(?:了解|悉|介绍|统计)(?!，?(?:[本此这该][次届场期]|活动|当天|当日|[^。；]{4,40}?(?:将|定|拟)于(?:今年)?\d{1,2}月\d{1,2}日))|近年来|多年来|此前|历年|一直以来|长期以来|近几年|每年|曾(?:在|经|于|先后)|截[至止]|自(?![治贡然身觉发愿主])[^，。]{2,20}(?:以来|(?<!一)起)|去年|往年|历史上|前不久|今年以来|之前(?<=[。\n]之前)(?=，)|未来(?<![\u4e00-\u9fff\s]未来)(?![”》])|下一步|今后|接下来(?=[^。；]{0,60}(?:将|要|继续|力争|持续))"
)
BACKWARD = frozenset("据近多此历一长每曾截自去往前今未下接之")  # what BACKGROUND begins with
BULLET = re.compile(
    r"[\s△▲●◆■★○◎☆※◇□▪•❖➢·*>—-]*(?:\d{1,2}[.．、]|（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}、|[①-⑳])?\s?(?:【[^】\n]{2,30}】)?\s?"
)
GENERIC = re.compile(
    r"^(?:本[次届场期轮]|此[次届]|这[次场]|该|整个|全国|全省|全市|全区|首届)?(?:.{0,4}|(?:开[幕班营]|闭幕|启动|揭牌|颁奖|签约|结业)(?:仪?式)活动)$"
)


@dataclass
class Occasion:
    """One event of an article: the mention it is named by, its date, and every other mention of it."""

    event: Mention
    sentence: Span
    when: Mention | None = None
    others: list[Mention] = field(default_factory=list)
    name: Span | None = None
    inherited: bool = False  # the date is that of the event before
    is_block: bool = False  # one of the dated blocks of a programme
    until: int | None = None  # where the lines about it end, if others follow
    tie: tuple[str, Occasion] | None = None  # `follows` or `part_of`, and what

    @property
    def named(self) -> Span:
        return self.name or self.event.span

    @property
    def whose(self) -> Span | None:
        """What the full name begins with, where the name alone is bare: [区委常委会]召开扩大会议."""
        span: Span | None = None if self.name else self.event.value.whose
        return span

    @property
    def kind(self) -> str:
        return str(self.event.value.kind)


class Ranges:
    """Ranges of a text that are asked about place by place; they may lie within one another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = sorted(spans)
        self.starts = [one.start for one in self.spans]
        self.reach = list(accumulate((one.end for one in self.spans), max))  # the farthest end so far

    def hold(self, place: int) -> bool:
        at = bisect_right(self.starts, place) - 1
        return at >= 0 and place < self.reach[at]

    def within(self, span: Span) -> list[Span]:
        """Return the ranges that start within a span."""
        return self.spans[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]


@dataclass(frozen=True)
class Page:
    """What an article offers: its text, its sentences, the ranges of its headline and prose, and what somebody said."""

    text: str
    sentences: Sequence[Span]
    headline: Span
    prose: Sequence[Span]
    said: Sequence[Span]
    is_item: bool = False  # one item of a chronicle, set off by a mark: news without a date as well

    @cached_property
    def labels(self) -> dict[Span, Label]:
        """The labels of its lines, in order."""
        return {line: label for line in self.sentences if (label := label_of(self.text, line))}

    @cached_property
    def starts(self) -> list[int]:
        return [one.start for one in self.sentences]

    def sentence_of(self, span: Span) -> Span:
        at = bisect_right(self.starts, span.start) - 1
        return self.sentences[at] if at >= 0 and span.start < self.sentences[at].end else span

    def is_background(self, sentence: Span) -> bool:
        """Say whether a sentence only looks back, or stands in a paragraph that does: 近年来, 据了解, …"""
        return self.opens_backward(sentence.start) or self.opens_backward(self.paragraph_of(sentence).start)

    def opens_backward(self, place: int) -> bool:
        return self.text[place : place + 1] in BACKWARD and BACKGROUND.match(self.text, place) is not None

    def looks_back(self, start: int, end: int) -> bool:
        """Say whether what leads up to a place looks back or far ahead; 据了解，|本届艺术节 does not."""
        match = BACKGROUND.search(self.text, start, end + 6)
        return match is not None and match.end() <= end and BACKGROUND.match(self.text, match.start()) is not None

    def paragraph_of(self, sentence: Span) -> Span:
        at = bisect_right(self.telling.starts, sentence.start) - 1
        return self.telling.spans[at] if at >= 0 else sentence

    def speech_in(self, sentence: Span) -> int:
        """Return where somebody's reported words begin in a sentence, its end if there are none."""
        return next((one.start for one in self.saying.within(sentence) if sentence.end <= one.end), sentence.end)

    def is_headline(self, span: Span) -> bool:
        return self.headline.start <= span.start < self.headline.end

    def is_title(self, span: Span) -> bool:
        """Say whether something stands inside a quoted title, longer than a word: “关于线上线下…的建议”."""
        opened = max(self.text.rfind(sign, max(0, span.start - 80), span.start) for sign in "“《")
        if opened < 0:
            return False
        closing = self.text.find("”" if self.text[opened] == "“" else "》", opened, opened + 120)
        return closing > span.end and closing - opened > 14

    @cached_property
    def saying(self) -> Ranges:
        return Ranges(self.said)

    def is_said(self, span: Span) -> bool:
        return self.saying.hold(span.start)

    @cached_property
    def telling(self) -> Ranges:
        return Ranges(self.prose)

    def is_prose(self, span: Span) -> bool:
        return self.telling.hold(span.start)
