"""A person's post as printed beside the name: its units and all, joined as printed."""

from __future__ import annotations

import re
from typing import NamedTuple

from calendar_app.extraction import lexicon
from calendar_app.extraction.document import Span
from calendar_app.extraction.naming import endings, phrases

LEVEL = re.compile(r"(?:第?[\d一二三四五六七八九十]{1,5}[级届期班]|(?:级|班|系)[\d一二三四五六七八九十]{0,5}班?)$")
LEVEL_ENDS = "级届期班系一二三四五六七八九十"
BRACKETED = re.compile(r"[（(](?P<post>[^（）()，；。\n]{2,40})[）)]")
THIS = re.compile(
    r"[本此][次场][^，。、的]{0,6}?(?:赛事?|活动|讲座|培训|论坛|仪式|典礼|大会|会议)|[两三四五六七八九十\d]{1,2}[位名](?!誉)"
)  # 本次球赛|裁判长
TAKES = re.compile("(?:陪同|带领|率领|会见|接待|看望|慰问|委托)了?")  # 王某陪同|市委书记、市长李某
BESIDE = re.compile(
    r" {1,3}(?P<listed>[^，。；：\n ]{2,40}?)(?=[，；、] ?[\u4e00-\u9fff]{2,3} )"
    r"|(?:，| {1,3})(?P<post>[^，。；：\n]{3,40})(?=\n|\Z)"
)
ORDINAL = re.compile(r"第[一二三四五六七八九十\d]{1,3}$")  # 第一、第二党支部书记
OFFICE = re.compile(
    r"(?:书记|[省市区县州盟旗部厅局院校]长|主席|主任|委员|常委|研究员|教授|首席|总编|团长|会长|理事长|董事长|秘书长|总经理|总裁)$"
)
WHOLE_GROUP = re.compile(
    r"各|全体|部分|有关|相关|广大|其他|其余|[近约]?[\d两三四五六七八九十百]{1,4}[余多]?[名位](?!誉)"
)


class Before(NamedTuple):
    """What stands right before a name: the span of the post, if it is one, and where the whole phrase begins."""

    post: Span | None
    start: int


@lexicon.per_lexicon
def _alone() -> frozenset[str]:
    return frozenset(lexicon.words("posts", "alone")) | frozenset(lexicon.words("posts", "labels"))


@lexicon.per_lexicon
def _after() -> re.Pattern[str]:
    longs = [word for word in lexicon.words("posts", "heads") if word.endswith("长")]
    heads = lexicon.alternation([*longs, *lexicon.words("posts", "addresses")])
    return re.compile(f"(?:党委|党组|常务|第一|总支|支部|执行|名誉)?(?:副|总)?{heads}")


@lexicon.remembered
def before(text: str, name_start: int, floor: int) -> Before:
    """Read the post that ends where a name starts: 会议由区委常委、副区长|王某. Nothing before `floor` is looked at."""
    end = name_start
    while end > floor and text[end - 1] in " \u3000":
        end -= 1
    if end > floor + 2 and text[end - 1] in phrases.JOINED and endings.people(text, end - 1):  # 学院负责人与|王某
        return Before(None, end)
    start, cut = phrases.begin(text, end, floor)
    if start == floor and text.startswith("代表", start) and end - start > 3:  # 王某|代表市长
        start, cut = start + 2, True
    if not _is_post(text[start:end]):
        return Before(None, start)
    last = end - 1 if text[end - 1] == "的" else end
    first = start
    while not cut and first > floor + 1 and text[first - 1] == "、":
        earlier, cut = phrases.begin(text, first - 1, floor)
        if earlier == floor and floor and text[floor - 1] not in phrases.STOPS and text[floor - 1] not in "\n由有请含":
            verb = TAKES.match(text, earlier, first - 1)
            if not verb:
                break
            earlier, cut = verb.end(), True
        if text[earlier - 1 : earlier] == "为" and first - earlier < 5:  # 以某某为组长、|市长某某为副组长
            break
        if not _is_earlier_post(text[earlier : first - 1]) or (cut and text[earlier] == "“"):  # 被评为|“先进”、科长李某
            unit = endings.body(text, first - 1) and first - earlier < 10 and text[earlier - 1] == "、"
            further = phrases.begin(text, earlier - 1, floor)[0] if unit and earlier > floor + 1 else earlier
            if not unit or not _is_earlier_post(text[further : earlier - 1]):
                break
            earlier = further  # 副部长、|中农办、|委员会委员
        first = earlier
    if not cut and first > floor + 1 and text[first - 1] == "，":
        first = _across_comma(text, first, floor)
    first += text.startswith("以", first) and not text.startswith(("以色列", "以及"), first)  # 以|市长王某为团长
    this = THIS.match(text, first, last)
    return Before(Span(this.end() if this and _is_post(text[this.end() : last]) else first, last), first)


def _across_comma(text: str, first: int, floor: int) -> int:
    """Return where a post begins that goes on after a comma, from a sentence's start: 副省长，公安厅厅长|叶某."""
    place = first
    while place > floor and text[place - 1] in "，、":
        earlier, cut = phrases.begin(text, place - 1, floor)
        phrase = text[earlier : place - 1]
        if cut or not OFFICE.search(phrase) or not _is_earlier_post(phrase):
            return first
        place = earlier
    opens = place == 0 or text[place - 1] in "。；\n" or (text[place - 1] == "，" and text[place - 2] in "上中后时")
    return place if opens else first


def after(text: str, name_end: int) -> Span | None:
    """Read the post that follows a name: 王某|副校长; None for 教授 and the like."""
    match = _after().match(text, name_end)
    if match and match[0] not in _alone() and match[0] != "院士":
        return Span(*match.span())
    bracket = BRACKETED.match(text, name_end) if text.startswith(("（", "("), name_end) else None
    if bracket and any(
        endings.head(part, len(part)) or endings.standing(part, len(part)) for part in bracket["post"].split("、")
    ):
        return Span(*bracket.span("post"))
    return None


def beside(text: str, name_end: int) -> Span | None:
    """Read the post after a name and comma or blank, up to a line's end or another name: 主讲人：王某，|县文联主席."""
    match = BESIDE.match(text, name_end)
    group = match and match.lastgroup
    return Span(*match.span(group)) if match and group and _is_post(match[group]) else None


def is_level(text: str, end: int) -> bool:
    """Say whether the text before a place ends in a year or class: 2021级2班."""
    last = text[end - 1]
    return (last in LEVEL_ENDS or last.isdecimal()) and LEVEL.search(text, max(0, end - 8), end) is not None


@lexicon.remembered
def _is_post(phrase: str) -> bool:
    phrase = phrase.removesuffix("的")
    if len(phrase) < 2 or phrase in _alone() or _is_label(phrase):
        return False
    bare = endings.without_brackets(phrase)
    size = len(bare)
    return bool(
        endings.head(bare, size)
        or endings.standing(bare, size)
        or (size > 2 and endings.body(bare, size))
        or LEVEL.search(bare)
        or phrase.endswith("”")
    )


def _is_label(phrase: str) -> bool:
    size = len(phrase)
    found = endings.label(phrase, size)
    return bool(found) and (size <= found + 2 or phrase.endswith("领导")) and not phrase.endswith("新闻发言人")


def _is_earlier_post(phrase: str) -> bool:
    """Say whether a part before 、 is a post of the same person."""
    if len(phrase) < 2 or WHOLE_GROUP.match(phrase) or _is_label(phrase):
        return False
    bare = endings.without_brackets(phrase)
    if endings.head(bare, len(bare)) or ORDINAL.search(bare):
        return True
    found = endings.standing(bare, len(bare))
    return (
        bool(found) and bare[-found:] not in {"代表", "群众", "员工", "职工", "家属", "居民", "村民"}
    ) or phrase.endswith("”")


@lexicon.per_lexicon
def _addressed() -> re.Pattern[str]:
    family = "".join(lexicon.words("surnames", "single"))
    return re.compile(
        f"(?:^|[会院校局处司部所团委大学协])(?!党[委组支总]|高[级中管]|常[务委]|管[委理]|单位|全[体市县区])[{family}][\u4e00-\u9fff]{{1,2}}"
        "(?:教授|院士|老师|书记|主任|(?:执行|常务)?(?:副?主席|主委|副?[校院部局处会组区市县镇]长))$"
    )


def is_addressed(phrase: str) -> bool:
    """Say whether a phrase is a person with a title after the name: 科协陈某某副主席."""
    return bool(_addressed().search(phrase))
