"""Finds the items of a programme: lectures, reports and speeches that are printed with a subject of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from calendar_app.extraction.document import Mention, Mentions, Span, within

BEFORE = r"(?:以|题为|讲授|讲解|主题为|围绕|聚焦|作|做|带来|分享|主讲|就|开展|进行)了?(?:题为|主题为)?"
QUOTED = re.compile(rf"{BEFORE}(?:《(?P<book>[^《》\n]{{3,100}})》|“(?P<topic>[^“”\n]{{3,120}})”)")
ABOUT = re.compile(
    r"(?:围绕|聚焦|聚集|就)(?P<topic>[^，。；：“”]{4,60}?)(?:这一)?(?:主题|专题|为题)(?=[^，。；]{0,4}(?:作|做|进行|开展|授|讲))"
)
SEVERAL = re.compile(r"围绕(?P<topics>[^，。；：]{8,200}?)等(?:方面|内容|主题|专题|课程)?(?:作|做|进行|开展)")
TEACHES = re.compile(r"授课|辅导|讲座|报告|讲解|宣讲|培训|党课")
STOP = re.compile("[，；。]")
TALK = ("lecturer", "speaker", "sharer")
KINDS = {"lecturer": "lecture", "speaker": "speech", "sharer": "case"}


@dataclass(frozen=True)
class Item:
    """One item: its subject as printed, its kind, who spoke, and the date its own sentence opens with."""

    name: Span
    kind: str
    speakers: tuple[Mention, ...]
    verb: Mention
    when: Mention | None = None


def items(
    text: str,
    sentence: Span,
    acts: Sequence[tuple[Mention, Sequence[Mention], int]],
    dates: Mentions,
    own: bool,
) -> Iterator[Item]:
    """Yield the items that one sentence tells; `own` says that its date is the event's, not the item's."""
    for verb, who, cursor in acts:
        if verb.value.role in TALK:
            end = clause_end(text, verb.span.end, sentence.end)
            for name in subjects(text, Span(cursor, end), verb):
                when = None if own else opening_date(text, sentence, dates)
                yield Item(name, kind_of(verb, text), tuple(who), verb, when)


def subjects(text: str, where: Span, verb: Mention) -> list[Span]:
    """Return the subjects printed around a verb: one in quotes, one before 主题, or several in a list."""
    if match := QUOTED.search(text, where.start, where.end):
        return [Span(*match.span("book" if match["book"] else "topic"))]
    told = verb.span.quote(text)
    if match := ABOUT.search(text, where.start, where.end):
        return [Span(*match.span("topic"))]
    if TEACHES.search(told) and (match := SEVERAL.search(text, where.start, where.end)):
        return list(parts(text, Span(*match.span("topics"))))
    if "案例分享" in told:
        at = text.index("案例分享", verb.span.start)
        return [Span(at, at + 4)]
    return []


def parts(text: str, topics: Span) -> Iterator[Span]:
    """Cut a list of subjects at 、 and 以及 outside quotes."""
    start, depth = topics.start, 0
    for at in range(*topics):
        depth += (text[at] in "“《（") - (text[at] in "”》）")
        if depth == 0 and (text[at] == "、" or text.startswith("以及", at)):
            yield Span(start, at)
            start = at + (1 if text[at] == "、" else 2)
    yield Span(start, topics.end)


def kind_of(verb: Mention, text: str) -> str:
    told = verb.span.quote(text)
    if "报告" in told:
        return "report"
    return "case" if "案例" in told else KINDS[verb.value.role]


def opening_date(text: str, sentence: Span, dates: Mentions) -> Mention | None:
    """Return the date that a sentence opens with, where it names a day or a time."""
    opening = within(dates, Span(sentence.start, sentence.start + 7))
    return next((one for one in opening if one.value.starts_on), None)


def clause_end(text: str, start: int, end: int) -> int:
    match = STOP.search(text, start, end)
    return match.start() if match else end
