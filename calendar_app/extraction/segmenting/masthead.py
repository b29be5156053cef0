"""The masthead of a bulletin, which belongs to no article: its title, its issue, its publisher, its contents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from calendar_app.extraction.document import Span
from calendar_app.extraction.segmenting.paragraphs import Paragraph

NUMERAL = r"[\d〇零一二三四五六七八九十百]"
ISSUE = re.compile(
    rf"(?:{NUMERAL}{{4}}年?度?\s?)?第\s?{NUMERAL}{{1,5}}\s?期(?:\s?（?总?第?\s?{NUMERAL}{{1,5}}\s?期）?)?"
    rf"|总第\s?{NUMERAL}{{1,5}}\s?期|增刊(?:第?{NUMERAL}{{1,3}}期?)?"
)
PAPER = re.compile(
    "简报|通报|快报|动态|快讯|周报|月报|旬报|季报|日报|信息|简讯|通讯|公报|要闻|周刊|月刊|会刊|专报|摘报|交流|参考|之窗|月讯"
)
TITLE = re.compile(rf"[^，。：；！？]{{2,24}}(?:{PAPER.pattern})")
DATE = re.compile(rf"{NUMERAL}{{4}}[-年/.]{NUMERAL}{{1,3}}[-月/.]{NUMERAL}{{1,3}}日?")
PUBLISHER = re.compile(r"(?:编|编印|编发|主编|主办|印发|编辑部|办公室|印|委员会|小组)$")
CONTENTS = re.compile(r"(?:目\s{0,4}录|要\s{0,4}目|本期(?:要点|导读|目录|看点|提要|要目|内容)|导读)[：:]?$")
NUMBER = re.compile(rf"(?:{NUMERAL}{{1,3}}[、.．]|（{NUMERAL}{{1,2}}）|[●◆▲■★·○◎☆※]\s?)\s?")
DOTS = re.compile(r"[\s.…·]*[（(]?\d{0,3}[)）]?$")  # up to the page number of an entry of the contents
LONGEST, DEEPEST = 60, 12


class Masthead(NamedTuple):
    """How many paragraphs it takes up, and where title and issue stand."""

    size: int = 0
    title: Span | None = None
    issue: Span | None = None


def masthead(mended: str, found: Sequence[Paragraph]) -> Masthead:
    """Read the masthead off the front of a bulletin: a title such as 工作简报 with an issue or a date below it."""
    if not found or not is_short(found[0]) or not PAPER.search(mended, *found[0].span):
        return Masthead()
    issue = first(ISSUE, mended, found)
    named = found[0].span
    if issue and issue.start < named.end:  # both on one line
        named = Span(named.start, issue.start)
    title = stripped(mended, named)
    if title is None or not TITLE.fullmatch(title.quote(mended)):
        return Masthead()
    if not issue and not first(DATE, mended, found):
        return Masthead()
    return Masthead(size(found), title, issue)


def first(pattern: re.Pattern[str], mended: str, found: Sequence[Paragraph]) -> Span | None:
    """Return where a pattern stands first in the opening lines, which are short."""
    for paragraph in found[:4]:
        if not is_short(paragraph):
            return None
        if match := pattern.search(mended, *paragraph.span):
            return Span(*match.span())
    return None


def is_short(paragraph: Paragraph) -> bool:
    return len(paragraph.text) <= LONGEST and "。" not in paragraph.text


def stripped(mended: str, span: Span) -> Span | None:
    """Leave out the white space and brackets around a title."""
    text = span.quote(mended)
    bare = text.strip(" （(《》\t")
    return Span(span.start + text.index(bare), span.start + text.index(bare) + len(bare)) if bare else None


def size(found: Sequence[Paragraph]) -> int:
    """Count the opening paragraphs that are masthead: issue, date, publisher, contents."""
    told = [bare(paragraph) for paragraph in found]
    count, listing = 1, False
    for number, paragraph in enumerate(found[1:DEEPEST], start=1):
        is_entry = told[number] in told[number + 1 :]
        listing = listing or bool(CONTENTS.search(paragraph.text))
        if not is_short(paragraph) or not (
            ISSUE.search(paragraph.text)
            or DATE.search(paragraph.text)
            or PUBLISHER.search(paragraph.text)
            or CONTENTS.search(paragraph.text)
            or (listing and is_entry)
        ):
            break
        count = number + 1
    return count


def bare(paragraph: Paragraph) -> str:
    """Return a heading without its number and, in the contents, its page."""
    return DOTS.sub("", NUMBER.sub("", paragraph.text, count=1))
