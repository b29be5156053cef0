"""Bodies by their printed names: full (东海大学), short (区府办), with brackets, or 我校 as the subject of an act."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter

from calendar_app.extraction import lexicon
from calendar_app.extraction.document import Mention, Span
from calendar_app.extraction.naming import endings, kinds, phrases

OFFICE_INSIDE = re.compile(
    r"(?:书记|主任|总经理|董事长|主席|[院校局市县区部处会]长)(?![处团办会室委联接])(?=..)|大家|会议"
)
OWN_HOUSE = re.compile("(?:学校|我校|本校)(?=.{4})")
HELD = re.compile("举行|举办|召开")
HOLDS = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,8}?)(?:隆重|成功|联合|在[^，。；\n]{2,20}?|(?:[兹特]?定|决定|拟|将)?于[^，。；\n]{2,20}?)?"
    rf"(?:{HELD.pattern})(?=[\u4e00-\u9fff“\d《])(?!的|后|前|期间|时|地点|时间|以来|之际)"
)
FARTHEST = 32  # characters from the front of such a clause to its verb
NO_HOLDER = re.compile(
    r"[会班式礼赛节展课讲坛营周月日年午晚天时次期后前中上下]$|活动|培训|仪式|典礼|讲座|比赛|论坛|工作|近日|日前|将|已|正|要|曾|并|还|也|定期|第|多次|累计|共|"
    r"连续|每|再|又|同时|主持|出席|参加|宣布|邀请|[一二三四五六七八九十]"
)
UNFINISHED = (  # what goes on with the name, though it begins like an act: 区委组织部, 集团有限公司
    "(?!有限|重点|联合(?:[会体总实研党支]|社(?!区))|组织[部处委]|研究[室院所中会]|指导[处中站委组]|设计[院中]|服务[中队站区处]|管理[局处委中办区所站]"
    "|检查[院组]|调度中|指挥[部中]|创[新业]|发展|教育|宣传|协同|建设|安全|督[查导]|执法|训练|培训|考试|信访|接待|合作|交流[中协]|推进[中会]|推广[中站])"
)
JOINER = re.compile("[和与及暨]|以及|" + kinds.ALONG)
TOGETHER = re.compile("(?:分别|共同|先后|正式|联合|[将已还也])(?:[和与及同暨]|以及)")
LONGEST = 45  # characters of a name, brackets and all
ORGANIZING = (
    r"(?:于[^，。；]{1,20}?|[^，。；、]{0,12}?|[^，。；]{0,40}?在[^，。；]{1,24}?|联合[^，。；]{1,60}?|依托[^，。；]{1,60}?，?|[与和、][^，。；]{1,60}?)"
    r"(?:召开|举行|举办|开展|组织|主办|承办|协办|启动|签约|签署|签订)"
)


@lexicon.per_lexicon
def _ends() -> re.Pattern[str]:
    """The last character of a body's name where something follows that ends it."""
    words = lexicon.words("organizations", "suffixes") + lexicon.words("organizations", "short")
    last = "".join(sorted({word[-1] for word in words} | set("省市区县州镇乡")))
    acts = lexicon.alternation(phrases.acts_after())
    bracket = r"(?:（(?:[^（）\n]{1,2}|[A-Za-z .&-]{2,30})）)?"
    more = rf"{bracket}(?:/[^，。；、/\n]{{1,12}}[{last}])?"  # （处）, （处）/武装部
    return re.compile(f"[{last}]{more}(?=[。；：，！？、）)”》—/ \u3000\n（]|$|{UNFINISHED}{acts})")


@lexicon.per_lexicon
def _organizes() -> re.Pattern[str]:
    return re.compile(ORGANIZING)


def recognize(text: str, start: int = 0, end: int | None = None) -> Iterator[Mention]:
    """Yield every body that is named: 由市科技局、东海大学主办 → two; the value is the name without white space.

    A part of a text is read by itself where it begins and ends at commas or full stops, which no name goes across.
    """
    end = len(text) if end is None else end
    named, subjects = list(_named(text, start, end)), list(_subjects(text, start, end))
    if subjects:
        taken = {place for mention in named for place in range(*mention.span)}
        named += (each for each in subjects if taken.isdisjoint(range(*each.span)))
    yield from sorted(named, key=attrgetter("span"))


def may_end(text: str, start: int, end: int) -> bool:
    """Say whether a body's name that holds the place where a part of a text begins may end in that part."""
    end = min(end, start + 2 * LONGEST)
    opened = text.rfind("（", max(0, start - LONGEST), start)
    for match in _ends().finditer(text, opened - 1 if opened > 0 else start, end):
        if match.end() > match.start() + 1 or kinds.last(text, match.end()):
            return True
    return HELD.search(text, start, end) is not None


def _named(text: str, floor: int, limit: int) -> Iterator[Mention]:
    for match in _ends().finditer(text, floor, limit):
        end = match.end()
        if text[end - 1] != "）" and not kinds.last(text, end):
            continue
        start = _start(text, end, max(floor, end - LONGEST))
        phrase = text[start:end]
        if not kinds.is_body(phrase) or OFFICE_INSIDE.search(phrase):
            continue
        rule = _rule(phrase)
        if _is_subject_only(phrase, rule) and not _organizes().match(text, end):
            continue
        yield Mention("organization", Span(start, end), "".join(phrase.split()), rule)
        floor = end


def _subjects(text: str, first: int, limit: int) -> Iterator[Mention]:
    """Yield who holds an event, whatever the name ends in: 东大|举行开学典礼; not the event itself: 典礼|举行."""
    for match in _holding(text, first, limit):
        start, phrase = match.start(), match["name"]
        if kinds.is_body(phrase) or kinds.is_group(phrase) or _is_no_holder(phrase):
            continue
        yield Mention("organization", Span(start, start + len(phrase)), phrase, "subject")


def _holding(text: str, first: int, limit: int) -> Iterator[re.Match[str]]:
    """Yield the clauses that open with a name and what it holds, of those in which such a verb stands at all."""
    tried = -1
    for verb in HELD.finditer(text, first, limit):
        least = max(0, verb.start() - FARTHEST)
        start = max([text.rfind(stop, least, verb.start()) for stop in "\n。；，"]) + 1
        if start == tried or (start == 0 < least):
            continue
        tried = start
        if match := HOLDS.match(text, start):
            yield match


def _is_no_holder(phrase: str) -> bool:
    return bool(NO_HOLDER.search(phrase) or endings.head(phrase, len(phrase)))


def _start(text: str, end: int, floor: int) -> int:
    start, _ = phrases.begin(text, end, floor)
    start, _ = phrases.past_acts(text, start, end)
    if (
        text.startswith(("学校", "我校", "本校"), start)
        and (own := OWN_HOUSE.match(text, start, end))
        and kinds.is_body(text[own.end() : end])
    ):
        start = own.end()
    if text.startswith("以及", start):
        start += 2
    if lead := TOGETHER.match(text, start, end):  # 分别与|市卫生院
        start = lead.end()
    for match in JOINER.finditer(text, start, end):
        if match.start() - start > 2 and kinds.are_two(text[start : match.start()], text[match.end() : end]):
            start = match.end()
    return start


def _is_subject_only(phrase: str, rule: str) -> bool:
    """Say whether a name is a body's only where it organizes something: 徐州市, 我校."""
    return rule == "own-name" or (rule == "place-as-body" and not endings.body(phrase, len(phrase)))


def _rule(phrase: str) -> str:
    if kinds.is_own(phrase):
        return "own-name"
    return "place-as-body" if kinds.is_place(phrase) else "body-name"
