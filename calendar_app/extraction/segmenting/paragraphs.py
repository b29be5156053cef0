"""Puts lines together that were broken inside a sentence, and tells prose from headings, labels and credits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from calendar_app.extraction.document import Span
from calendar_app.extraction.lexicon import per_lexicon, words
from calendar_app.extraction.segmenting.characters import MARKS

LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
EDGES = " \t\xa0\u3000\u2002\u2003\u2009\u202f\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\x1f"
STOPS, CLOSES = ("。", "！", "？", "…"), "”’）)》]"
GOES_ON = "，。、；：！？”’）》"  # at the front of a line, though the one before is ended
BRACKET_CLOSED = ("）", ")", "】", "]")
PAUSES = ("；", "：", ":", "：”", "：’", ":”", ":’")
FULL_STOP = re.compile(r"[。！？]")
CONTINUES = re.compile(r"[，。、；：！？”’）》…·%〕]|—{1,2}(?![^，。]{0,4}——)")
HANGING = tuple("，、（“‘《·〔")
TORN_END = re.compile(r"[的和与及在于为对将把被并或由向从以就是等让使][、，]?$|\d[年月日]?$|[A-Za-z+&,-]$")
TORN_START = re.compile(r"[的了着们性化者]|(?!和[着煦风]|与此|与会|及时)[和与及并或][^，。]|[年月日时届期批次][^，。]?")
LEAD = re.compile(
    r"(?:\d{4}年)?\d{1,2}月\d{1,2}日|(?:近|日前|[今昨][天日])[^，]{0,6}，|[^。，（]{2,12}(?:讯|消息|电)[ （（:：]"
    r"|[^。，（]{0,12}[（(](?:本报|见习|特约)?(?:通讯员|记者)"
)
OPENER = re.compile(
    r"[会典仪活讲座论现培比大][^，。]{0,5}[上中]，?|随后|最后|首先|其中|同时|此外|据(?!点)|本次|此次|这次|与会|近年来|目前|当前|下一步|接下来|在[^，。]{1,12}(?:上|中|下|时|后)|"
    r"为[了深进贯全切更传落推充确做助促帮丰提加]|自\d|截[至止]|根据|按照|通过|围绕|针对|他|她|会议|大家|[^，。]{1,8}(?:指出|强调|表示|要求|介绍|说)"
)
LONG_HEADING, SHORTEST = 22, 4  # code points; inside an article few headings are longer or shorter
SECTION = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,2}[）)])\s?[^，。；：！？、]{2,16}"
)
DATES_ONLY = re.compile(r"[\d年月日时分点上下午晚至:：.~—（）()周星期一二三四五六日起 -]{6,60}")
TORN_NUMBER = re.compile(r"[^\d:：./-]\d$")
TIME_OF_DAY = re.compile("[上下中]午|[晚早]")
WORDS = (
    ("kinds", "meeting"), ("kinds", "training"), ("kinds", "ceremony"), ("kinds", "activity"), ("verbs", "holds"),
    ("roles", "speaker"), ("roles", "attendee"), ("roles", "chair"), ("posts", "heads"), ("groups", "heads"),
    ("organizations", "suffixes"),
)  # fmt: skip
KNOWN_LABEL = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.]|[（(][一二三四五六七八九十\d][）)]|\d{1,2}[、.])?\s?[\u4e00-\u9fff ]{0,8}"
    r"(?:时间|地点|单位|人员|对象|名称|主题|题目|方式|电话|内容|议程|安排|联系人|主持人?|主讲人|报告人|来源|供稿|嘉宾|范围|日期|事项|简介)："
)
LABEL_LINE = re.compile(  # a label by itself; what it labels stands on the next line
    r"(?:[一二三四五六七八九十]{1,3}[、.]|[（(][一二三四五六七八九十\d][）)]|\d{1,2}[、.])?\s?[\u4e00-\u9fff]{0,4}?"
    r"(?:时间|地点|人员|对象|主题|议程|(?:主办|承办|协办|组织)单位)"
)
QUOTED = re.compile(r"“[^”]*”|（[^）]*）|《[^》]*》")
OPENING = "“‘（《"
BRACKETS = re.compile(r"[“”‘’（）《》]")
CREDIT_WORD = (
    r"(?:(?:本?文|稿件?|信息|图文|文章)?(?:来源|供稿)(?:单位|部门|人)?|(?:本报|本网)?(?:通讯员|特约记者|特约通讯员)"
    r"|撰稿人?|作者|文)"
)
CREDIT = re.compile(  # 来源：区教育局, 通讯员 王某, 供稿区教育局; 文化馆举办… and 通讯员培训班开班 are headlines
    rf"[（(【\[]?{CREDIT_WORD}(?:\s*[：:/|丨]|\s|(?<!文)(?!.*(?:召开|举[行办]|开[展班幕]|培训|会议|活动|大赛|比赛)))\s*"
    r"[^。！？，]{1,40}[）)】\]]?$"
)
CREDIT_COLON = re.compile(rf"[（(【\[]?{CREDIT_WORD}\s*[：:/|丨]")
TAIL = re.compile(
    r"转入文章|查看原文|阅读原文|原文链接|\[查看|\[原文|扫一扫|扫码|责任编辑|责编|编辑[：:/]|审核[：:]|审[稿签][：:]|校对[：:]"
    r"|[一二三]审[：:]|[初复终]审[：:]|摄影[：:/]|图片?[：:/]|https?：?//|[（(【\[]?完[）)】\]]?$"
    r"|[（(【\[](?:编辑|责编|责任编辑|记者|摄影)[：: ]"
)
WEAK_TAIL = re.compile(r"返回|上一[篇条]|下一[篇条]|打印|关闭|分享到|关注|相关链接|相关阅读|延伸阅读|附件")
BARE_DATE = re.compile(r"[（(\[]?\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?: ?\d{1,2}:\d{2}(?::\d{2})?)?[）)\]]?")
META = re.compile(r"(?:发布|发表|更新|时间|日期|来源|作者|浏览|点击|阅读|字号|编辑|信息)[^。]{0,8}[：:]")
STAMP = re.compile(
    r"(?:日期：)?\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?: ?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?"
    r"(?: {0,3}(?:来源|作者|编辑|浏览)[^。]{0,40})?$"
)  # when the page was put up
PUT_UP = re.compile(
    r"(?=[^。]*(?:来源|作者|发布|浏览|编辑[：:]|点击|访问))[^。]{0,60}"
    r"\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?: ?\d{1,2}:\d{2}(?::\d{2})?)?[^。]{0,40}$"
)
DATED = re.compile(
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?: ?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?$"
)  # a whole day ends the line
MASTHEAD = re.compile(  # of a brief: who puts it out, and the day
    r"[\u4e00-\u9fff（）]{3,24}[室办处局委会院府部社校心]\s+\d{4}年\d{1,2}月\d{1,2}日"
)
META_WORDS = re.compile(r"浏览|点击|阅读量|阅读次数|字号|发布时间|发布日期|发布者|更新时间|发表时间")
LABEL = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.]|[（(][一二三四五六七八九十\d][）)]|\d{1,2}[、.])?\s*[\u4e00-\u9fff ]{2,8}："
)
CAPTION = re.compile(r"^(?:图[为：\d一二三四五六|｜]|.{0,20}(?:现场|合影|合影留念|留影)$|（[^（）。：]{2,38}）$)")
BRACKETED = re.compile(r"（[^（）。：]{2,38}）")  # a caption, or who wrote it
LONG_LABEL = 40  # code points of a line such as 主办单位：…; a shorter one is whole
SHORT = 60  # the longest heading that is told by its length alone


class Line(NamedTuple):
    """A line that holds something, its white space at both ends left out."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What stands between two breaks that are meant: one line, or several that were one sentence."""

    lines: tuple[Line, ...]
    text: str
    span: Span
    kind: str  # prose, heading, label, caption, credit, meta, tail


def lines(text: str) -> Iterator[Line]:
    for match in LINE.finditer(text):
        if bare := match.group().strip(EDGES):
            start = match.end() - len(match.group().lstrip(EDGES))
            yield Line(Span(start, start + len(bare)), bare)


def kind_of(text: str) -> str:
    """Say what a paragraph is by its own look."""
    if TAIL.match(text) or (WEAK_TAIL.match(text) and len(text) <= 24 and not FULL_STOP.search(text)):
        return "tail"
    if BARE_DATE.fullmatch(text):
        return "meta"
    if STAMP.match(text):
        return "meta"
    if is_put_up(text):
        return "meta"
    if CREDIT.match(text) and (len(text) <= 30 or CREDIT_COLON.match(text)):
        return "credit"
    if len(text) <= 40 and CAPTION.match(text) and not is_ended(text):
        return "caption"
    if FULL_STOP.search(text) or (is_ended(text) and not LABEL.match(text)) or len(text) > SHORT + 30:
        return "prose"
    return "label" if LABEL.match(text) else "heading"


def is_ended(text: str) -> bool:
    """Say whether a line ends as a sentence does, or before what somebody says."""
    return text.endswith(PAUSES) or text.rstrip(CLOSES).endswith(STOPS)


def is_put_up(text: str) -> bool:
    """Say whether a line tells who put a page up when, or how often it was read."""
    if len(text) > 100 or FULL_STOP.search(text):
        return False
    return bool((META_WORDS.search(text) and META.search(text)) or PUT_UP.match(text))


def depth(text: str, before: int) -> int:
    """Count the quotes and brackets still open after the text; a stray closing one counts for nothing."""
    for match in BRACKETS.finditer(text):
        before = before + 1 if match.group() in OPENING else max(0, before - 1)
    return before


def may_go_on(line: str, following: str, is_open: bool) -> bool:
    """Say whether the break between two lines may have fallen inside a sentence at all."""
    return is_open or following[0] in GOES_ON or not is_ended(line)


def is_broken(line: str, following: str, is_open: bool, in_prose: bool) -> bool:
    """Say whether the break between two lines fell inside a sentence."""
    if (
        LABEL_LINE.fullmatch(line)
        or LABEL_LINE.fullmatch(following)
        or BRACKETED.fullmatch(line)
        or BRACKETED.fullmatch(following)
        or SECTION.fullmatch(line)
        or (SECTION.match(following) and not in_prose)
    ):
        return False
    if is_put_up(line) or is_put_up(following) or MASTHEAD.fullmatch(line):
        return False
    if LEAD.match(following) and (CREDIT_COLON.match(line) or DATED.search(line)) and not FULL_STOP.search(line):
        return False
    if following[0] in MARKS or (LABEL.match(line) and LABEL.match(following) and not is_open):
        return False
    if KNOWN_LABEL.match(following) and not line.endswith(HANGING) and not is_open:
        return False
    if is_ended(line) and not is_open:
        return following[0] in GOES_ON
    if CONTINUES.match(following) or line.endswith(HANGING):
        return True
    if TAIL.match(following) or CREDIT_COLON.match(following) or STAMP.match(line) or STAMP.match(following):
        return False
    if is_open and (len(line) + len(following) > 12):
        return True
    if LEAD.match(following) and not in_prose:
        return bool(TORN_NUMBER.search(line))
    if line[-1] + following[0] in pairs_in_words() and not TIME_OF_DAY.match(following):
        return True
    if KNOWN_LABEL.match(line) and len(line) <= LONG_LABEL:
        return False
    return in_prose or bool(TORN_END.search(line[-2:]) or TORN_START.match(following))


@per_lexicon
def pairs_in_words() -> frozenset[str]:
    """Return every two neighbouring characters inside the words we know; a break between them tore a word."""
    known = [word for name, key in WORDS for word in words(name, key)]
    return frozenset(word[at : at + 2] for word in known for at in range(len(word) - 1))


def looks_like_prose(text: str, inside: bool) -> bool:
    """Say whether an unfinished line is running text rather than a heading; inside an article headings are short."""
    if DATES_ONLY.fullmatch(text):
        return False
    if FULL_STOP.search(text) or LEAD.match(text) or len(text) < SHORTEST:
        return True
    bare = QUOTED.sub("", text)
    if inside:
        return "，" in bare or len(text) > LONG_HEADING or bool(OPENER.match(text))
    return bare.count("，") >= 2 or len(text) > SHORT


def paragraphs(text: str) -> list[Paragraph]:
    """Cut a text of like characters into paragraphs; a break inside a sentence is none."""
    found: list[Paragraph] = []
    current: list[Line] = []
    joined, still_open = "", 0
    queue = list(lines(text))
    for number, line in enumerate(queue):
        current.append(line)
        joined += line.text
        still_open = depth(line.text, still_open)
        following = queue[number + 1].text if number + 1 < len(queue) else None
        is_open = 0 < still_open < 4
        may_go = following is not None and may_go_on(line.text, following, is_open) and len(joined) < 20_000
        if following and may_go and (still_open or not TAIL.match(joined)):
            fresh = joined[-400:]
            after = queue[number + 2].text if number + 2 < len(queue) else ""
            opens = LEAD.match(following) or (LEAD.match(after) and not is_ended(following))
            in_prose = looks_like_prose(fresh, not opens and is_inside(found)) and not is_closing(fresh)
            if is_broken(line.text, following, is_open, in_prose):
                continue
        span = Span(current[0].span.start, line.span.end)
        found.append(Paragraph(tuple(current), joined, span, kind_of(joined)))
        current, joined, still_open = [], "", 0
    return found


def is_inside(found: list[Paragraph]) -> bool:
    """Say whether what was found so far ends in the midst of an article: in prose or in a heading right after it."""
    last = found[-2:] if found and found[-1].kind == "heading" else found[-1:]
    return bool(last) and last[0].kind == "prose" and not is_closing(last[0].text)


def is_closing(text: str) -> bool:
    """Say whether a text ends as an article ends: with its credit in brackets."""
    return text.endswith(BRACKET_CLOSED) and CREDIT_COLON.search(text[-60:]) is not None
