"""Cuts a mended text into sentences and says which stretches of it are somebody's words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from calendar_app.extraction.document import Span
from calendar_app.extraction.segmenting.characters import MARKS

STOP = re.compile(r"[。！？；\n]")
CLOSING = ("”", "’", "）", "》")
CLOSES = re.compile(r"[”’）》]+")
QUOTATION = re.compile(r"“([^“”]{12,2000})”")
PAUSE = re.compile("[，。！？]")
MARKED = frozenset(MARKS + " ")
ACCORDING = re.compile(  # 按照专项方案|要求， 为落实《某某的通知》|要求，
    r"(?:按照|根据|依照|对照|遵照|为[^，。；]{0,8}(?:落实|贯彻|响应))[^，。；]{0,80}\Z|》(?:有关|相关|工作|文件|精神){0,2}\Z"
)
SET = re.compile(r"(?:提出?|作出)了?[^，。；：]{0,12}\Z")  # 提出了明确|要求，
SAID = re.compile(
    r"(?:指出|强调|要求(?<![的务作署神项关体定本出明体点重相]要求)|表示|认为|谈到|谈道|提到|说到|希望|呼吁|坦言|介绍说|说道|勉励|提出|寄语|说(?<![解学小传来]说)|决定(?<=会议决定)(?=，由)|明确(?<=会议明确)(?=，由))"
    r"(?:(?<=[，并]希望)(?=[^，。；]{4})|(?:[，：]|(?=要|，?“))[“‘]?)"
)


def sentences(text: str) -> list[Span]:
    """Cut at 。！？； and paragraph ends; a closing quote stays with its sentence."""
    found: list[Span] = []
    start = 0
    for match in STOP.finditer(text):
        if match.start() < start:
            continue
        end = match.end()
        if text.startswith(CLOSING, end) and (closing := CLOSES.match(text, end)):
            end = closing.end()
        if match.group() == "\n":
            end = match.start()
        start = after_mark(text, start)
        if end > start:
            found.append(Span(start, end))
        start = max(end, match.end())
    start = after_mark(text, start)
    if start < len(text):
        found.append(Span(start, len(text)))
    return found


def after_mark(text: str, start: int) -> int:
    """Return where a sentence begins after a mark such as ★."""
    while start < len(text) and text[start] in MARKED:
        start += 1
    return start


def speech(text: str, sentence: Span) -> Span | None:
    """Return the part of a sentence that reports what somebody said, from the first word of it to the end."""
    for match in SAID.finditer(text, sentence.start, sentence.end):
        if match[0] in ("要求，", "希望，") and is_noun(text, sentence.start, match.start()):
            continue
        if match.end() < sentence.end - 2:
            return Span(match.end(), sentence.end)
    return None


def is_noun(text: str, start: int, end: int) -> bool:
    """Say whether 要求 or 希望 before a comma is what was set or followed, and no word of saying."""
    return bool(ACCORDING.search(text, start, end) or SET.search(text, max(start, end - 16), end))


def quotations(text: str) -> Iterator[Span]:
    """Yield what stands in quotation marks and holds a sentence of its own."""
    for match in QUOTATION.finditer(text):
        if PAUSE.search(match[1]):
            yield Span(match.start(1), match.end(1))
