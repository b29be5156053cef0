"""Tells the articles of a bulletin apart and gives each its headline, kicker, credit and body."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from calendar_app.extraction.document import Segment, Span, without_breaks
from calendar_app.extraction.segmenting.characters import alike
from calendar_app.extraction.segmenting.masthead import masthead
from calendar_app.extraction.segmenting.paragraphs import CREDIT_WORD, Paragraph, paragraphs

DATELINE = re.compile(
    r"[^。，]{0,20}(?:[讯电](?:[ （(:：，]|记者|\d)|消息(?:[（(:：]|\s)|报道[：:])"
    r"|[（(](?:通讯员|记者|本报记者|见习记者|特约记者)"
)
DATED = re.compile(
    r"[^。！？；]{0,80}?(?:\d{1,2}月|\d{1,2}日|[一二三四五六七八九十]+月[一二三四五六七八九十]+日|近日|日前|今天|昨天|今日|昨日|近期|上周|本周)"
)
NUMBERED = re.compile(r"[一二三四五六七八九十]{1,3}[、.]|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[、.]")
ITEM = re.compile(r"(?:活动)?[1一]：|1[、.]|一、|(?:\d{4}年)?\d{1,2}月\d{1,2}日[^，。]{0,16}(?:[：: ]|“)")
OPENING_DATE = re.compile(
    r"(?:\d{4}年)?\d{1,2}月\d{1,2}日[^。！？]{0,120}?(?:举[行办]|召开|开[展幕班]|启动|揭牌|签约|前往|走进|调研|慰问|将[在于举召])"
)
HEADLINE_VERB = re.compile(
    r"举行|召开|举办|开展|启动|开幕|闭幕|开班|结业|揭牌|签约|成立|落幕|圆满|调研|走访|慰问|出席|会见|考察|访问|开工|奠基|颁|参观|学习|赴|走进|亮相|发布|通知|公告|公示|预告|"
    r"关于|说明|通知|取消|延期|取消|主持|部署|落户|挂牌|授牌|揭幕|作报告|讲座|宣讲|开讲|督导|检查|看望|获|强调|来[校我]|通报"
)
EMBEDDED_CREDIT = re.compile(
    rf"[（(【\[]\s*(?:{CREDIT_WORD})\s*[：:/丨 ]\s*(?P<source>[^（）()\[\]【】]{{1,60}})[）)】\]]$"
)
CREDIT_LINE = re.compile(rf"^[（(【\[]?\s*(?:{CREDIT_WORD})\s*[：:/丨 ]?\s*(?P<source>.{{1,60}}?)[）)】\]]?$")
BYLINE = re.compile(
    r"[（(][^（）()]{0,20}通讯员[ ：:]*(?P<source>[^（）()记摄]{2,30}?)"
    r"\s*(?:[,，、 ]*(?:记者|摄影|摄|文/|图/)[^（）()]*)?[）)]"
)
META_SOURCE = re.compile(
    r"(?:来源|供稿单位?|作者)\s*[：:]\s*(?!发布|日期|时间|作者|浏览|点击|编辑|字号)(?P<source>[^\s：:]{2,30})"
)
SPACES = re.compile(r"[ \u200b-\u200f\u2060\ufeff]+")


@dataclass(frozen=True, slots=True)
class Article:
    """One item of a bulletin; all spans but `span` count in `segment.text`."""

    span: Span
    headline: Span
    kicker: Span | None
    source: Span | None  # in the source text
    body: tuple[tuple[Span, str], ...]  # paragraphs and their kinds
    segment: Segment

    @property
    def is_titled(self) -> bool:
        """Say whether a headline is printed; where none is, the first sentence stands for it."""
        return not self.headline.quote(self.segment.text).endswith("。")


class Layout(NamedTuple):
    """How a bulletin is laid out: its articles, and what belongs to none of them.

    `title` and `issue` count in the source text; `notes` are the lines of the masthead and of who put it up when.
    """

    articles: list[Article]
    title: Span | None
    issue: Span | None
    notes: str


def segment(text: str) -> Layout:
    """Cut a bulletin into its articles, in the order of the text; a text without any line has none."""
    mended = alike(text)
    found = paragraphs(mended)
    head = masthead(mended, found)
    notes = [one.text for one in (*found[: head.size], *(one for one in found[head.size :] if one.kind == "meta"))]
    articles = [make_article(text, mended, group, span) for group, span in stretches(found[head.size :])]
    return Layout(articles, head.title, head.issue, "\n".join(notes))


def stretches(found: list[Paragraph]) -> Iterator[tuple[list[Paragraph], Span]]:
    """Group the paragraphs into articles, each with the range from its first line to its last."""
    for first, after in pairwise([*boundaries(found), len(found)] if found else []):
        group = found[first:after]
        yield group, Span(group[0].span.start, group[-1].span.end)


def boundaries(found: list[Paragraph]) -> list[int]:
    """Return the index of each paragraph that opens an article."""
    starts: list[int] = []
    index = 0
    while index < len(found):
        stop = block_end(found, index)
        block = found[index:stop]
        if not starts or opens(found, index, stop):
            starts.append(index + sum(1 for _ in leading_tails(block)) if starts else 0)
        index = max(stop, index + 1)
    return starts


def leading_tails(block: list[Paragraph]) -> Iterator[Paragraph]:
    """Yield the closing lines at the front of a block; they belong to the article before."""
    closing = 0
    for number, paragraph in enumerate(block):
        if paragraph.kind in ("tail", "credit") or (paragraph.kind == "label" and number == closing):
            closing = number + 1
    yield from block[:closing]


def block_end(found: list[Paragraph], start: int) -> int:
    """Return the end of the run of paragraphs from `start` that are not prose."""
    end = start
    while end < len(found) and found[end].kind != "prose":
        end += 1
    return end


def opens(found: list[Paragraph], start: int, stop: int) -> bool:
    """Say whether a block of headings before prose opens a new article."""
    block = found[start:stop]
    fresh = block[sum(1 for _ in leading_tails(block)) :]
    lead = found[stop].text if stop < len(found) else ""
    headings = [
        one
        for number, one in enumerate(fresh)
        if one.kind in ("heading", "caption")
        and (not NUMBERED.match(one.text) or is_numbered_headline(one.text, lead))
        and not is_in_programme(fresh[number - 1 : number + 2])
    ]
    if not headings or (stop == len(found) and not any(one.kind == "label" for one in fresh)):
        return False
    closed = any(one.kind in ("tail", "credit") for one in block[: len(block) - len(fresh)])
    if closed or (start and is_credited(found[start - 1])):
        return True
    if any(one.kind == "label" and DATED.match(one.text) for one in fresh):
        return True
    lead = found[stop].text if stop < len(found) else fresh[-1].text
    if len(headings) == 1 and len(headings[0].text) >= 5 and OPENING_DATE.match(lead):
        return True
    best = max(headings, key=lambda one: bool(HEADLINE_VERB.search(one.text)) * 100 + len(one.text))
    if len(best.text) < 9:
        return False
    if DATELINE.match(lead):
        return True
    return bool(DATED.match(lead) and HEADLINE_VERB.search(best.text))


def is_in_programme(lines: list[Paragraph]) -> bool:
    """Say whether the second of three lines stands between a numbered heading and labels: 开展象棋赛活动."""
    if len(lines) < 3 or lines[2].kind != "label":
        return False
    return lines[0].kind == "heading" and bool(NUMBERED.match(lines[0].text))


def is_section(text: str) -> bool:
    """Say whether a heading only numbers a section or block: 一、开幕式."""
    return bool(NUMBERED.match(text)) and len(text) <= 10


def is_item(text: str) -> bool:
    """Say whether a heading is the first of several below a headline: 1.读书会, 5月13日 读书会."""
    return is_section(text) or bool(ITEM.match(text))


def is_numbered_headline(text: str, lead: str) -> bool:
    """Say whether a numbered heading is an item's of a round-up: 3.部长会见某某局长, and a dated report below."""
    return bool(len(text) > 10 and HEADLINE_VERB.search(text) and OPENING_DATE.match(lead))


def is_credited(paragraph: Paragraph) -> bool:
    return bool(EMBEDDED_CREDIT.search(paragraph.text[-80:]))


def make_article(source: str, mended: str, group: list[Paragraph], span: Span) -> Article:
    kept = [one for one in group if one.kind not in ("tail", "meta", "credit")]
    texts, ranges, offsets = [], [], array("I")
    for paragraph in kept or group[:1]:
        start, pieces = len(offsets), list(kept_pieces(paragraph))
        texts.append(without_breaks("".join(piece.quote(mended) for piece in pieces)))
        for piece in pieces:
            offsets.extend(range(*piece))
        ranges.append((Span(start, len(offsets)), paragraph.kind))
        offsets.append(min(paragraph.span.end, len(mended) - 1))  # of the line break after it
    text = "\n".join(texts)
    headline, kicker = headline_of(ranges, text)
    return Article(span, headline, kicker, credit(mended, group), tuple(ranges), Segment(text, offsets[:-1], source))


def kept_pieces(paragraph: Paragraph) -> Iterator[Span]:
    """Yield the pieces of a paragraph that are read: no idle spaces, no breaks but those between Latin words."""
    before = ""
    for line in paragraph.lines:
        if (
            before
            and before[-1].isascii()
            and before[-1].isalpha()
            and line.text[0].isascii()
            and line.text[0].isalpha()
        ):
            yield Span(line.span.start - 1, line.span.start)
        at = line.span.start
        for match in SPACES.finditer(line.text):
            needed = is_needed(line.text, match.start(), match.end())
            yield Span(at, line.span.start + match.start() + needed)
            at = line.span.start + match.end()
        yield Span(at, line.span.end)
        before = line.text


def is_needed(text: str, start: int, end: int) -> bool:
    """Say whether a space parts two words; beside a digit or a sign it does not."""
    left, right = text[start - 1 : start], text[end : end + 1]
    if not left or not right or (text[start] != " " and " " not in text[start:end]):
        return False
    signs = "，。、；：！？“”‘’（）《》·"
    if left in signs or right in signs:
        return False
    digit = left.isdigit() != right.isdigit()
    latin = (left.isascii() and right.isascii()) or (left.isalpha() and right.isalpha())
    return latin and not (digit and not (left.isascii() and right.isascii()))


def headline_of(ranges: list[tuple[Span, str]], text: str) -> tuple[Span, Span | None]:
    """Choose the headline among the opening headings and the kicker before it, else the first sentence."""
    opening: list[Span] = []
    for span, kind in ranges:
        if kind == "prose" and (opening or "。" in span.quote(text)):
            break
        if kind in ("heading", "caption", "prose"):
            opening.append(span)
        if kind == "prose":
            break
    if not opening:
        first = ranges[0][0]
        stop = text.find("。", *first)
        return Span(first.start, stop + 1 if stop > 0 else first.end), None
    first_two = [span.quote(text) for span in opening[:2]]
    best = next((n for n, one in enumerate(first_two) if HEADLINE_VERB.search(one) and not (n and is_item(one))), 0)
    return opening[best], opening[best - 1] if best else None


def credit(mended: str, group: list[Paragraph]) -> Span | None:
    """Find what the article names as its source: a closing credit, else its correspondents."""
    for paragraph in reversed(group):
        if paragraph.kind in ("credit", "prose", "meta"):
            pattern = {"credit": CREDIT_LINE, "prose": EMBEDDED_CREDIT, "meta": META_SOURCE}[paragraph.kind]
            start = (
                max(paragraph.span.start, paragraph.span.end - 120)
                if paragraph.kind == "prose"
                else paragraph.span.start
            )
            if match := pattern.search(mended[start : paragraph.span.end]):
                return Span(start + match.start("source"), start + match.end("source"))
    for paragraph in group[:6]:
        head = mended[paragraph.span.start : min(paragraph.span.end, paragraph.span.start + 150)]
        if match := BYLINE.search(head):
            return Span(paragraph.span.start + match.start("source"), paragraph.span.start + match.end("source"))
    return None
