"""How long a person's name is, and whether it is one, by what stands before and after its characters."""

from __future__ import annotations

import re

from calendar_app.extraction import lexicon
from calendar_app.extraction.document import Span
from calendar_app.extraction.naming import bounds, endings, foreign, posts
from calendar_app.extraction.naming.elected import is_made
from calendar_app.extraction.naming.offices import OFFICE

PARTICLES = frozenset("为在向对和与同从以就的将已也还会被说讲作做致赴率获受并共并分主出强表介带上到有及")
NEVER_LAST = frozenset("与将也已曾并还均都就被把便率赴携偕")
JOINS = frozenset("和与及同为向任")
SPLIT = frozenset(
    {"作为", "利用", "一边", "关于", "接受", "代表", "所作", "所做", "带领", "率领", "带来", "银行"}
)  # words that no name ends within
TITLED_NEVER = frozenset("和向于任时常成")  # 任|副校长
STOPS = ("", "。", "；", "\n")
ROLL = re.compile("(?:出席|参加|到会|列席|就[座坐]|陪同|获奖|当选)[^，。；]{0,16}(?:有|包括)$")  # 就座的还有|王某、李某
ROWS = frozenset({"host", "list", "label"})
TITLE = re.compile("教授|院士|同志|老师|先生|女士")  # 副会长吴中学|教授
TOWARDS = re.compile(
    "向(?:志愿者|[村居]民|学生|师生|群众|老人|孩子|游客|市民|大家|与会|[在到]场|来宾|嘉宾|全[体场校县市])"
)
PLACES = frozenset("区县镇乡村市省州院校局部厅会社团队馆所园室")
VILLAGE = re.compile(".家[庄口港界湾坝沱沟村屯店铺营峪寨塘坪渡浜]")  # 张家界, 王家坝: a place
_COUNTED = re.compile(bounds.COUNTED)
_TAKES_PART = re.compile("(?:分别|共同|一同|应邀|也)?(?:出席|参加|列席|陪同|主持|到会|到场|致辞|致词|讲话)")
MEANT_TOGETHER = re.compile("工作|部分|各|全体|相关|有关|其[他余]|来自|广大")


def chosen(text: str, start: int, left: str, is_foreign: bool, opens: frozenset[int]) -> Span | None:
    """Choose how long a name is by what stands after it; `opens` are places where the first name of a list ends."""
    if _may_begin(text, start, left) and (end := _best_end(text, start, left, opens)):
        unsure = is_foreign and (bounds.weigh(text, end).weight < 2 or foreign.splits(text, end))
        longer = foreign.name_at(text, start, left) if unsure else None
        return longer if longer and longer.end > end else Span(start, end)
    if titled := _titled(text, start, left):
        return titled
    if left in {"post", "list"} and (double := _double(text, start)):
        return double
    if is_foreign and (transliterated := foreign.name_at(text, start, left)):
        return transliterated
    return _unbounded(text, start) if left == "post" else None


def is_word(text: str, start: int, floor: int) -> bool:
    """Say whether a family name only seems to begin here, whatever stands beside it: 主|任, 时间 outside lists.

    The last person's titles end at `floor`.
    """
    if text[max(0, start - 1) : start + 1] in bounds.within_words():
        may_be_name = text[start + 1 : start + 2] in bounds.single()
    elif text[start : start + 2] in bounds.no_names():
        may_be_name = start - floor <= 2 or text[start - 1] in "：: \u3000" or endings.any_post(text, start) > 0
    else:
        return False
    return not may_be_name and bounds.long_title().match(text, start + 1) is None


def _may_begin(text: str, start: int, left: str) -> bool:
    """Say whether the first two characters may open a name at all, whatever stands after it."""
    if text[max(0, start - 1) : start + 1] in bounds.within_words():
        return False
    if text[start : start + 2] in bounds.no_names():
        return left in {"host", "post", "list", "label"}
    if text[start] in "暨向" and (TOWARDS.match(text, start) or (text[start] == "暨" and left not in ROWS)):
        return False  # 党组会|暨主任会: a family name in rows only
    return left not in {"body", "unit", "of", "quoted"} or text[start] not in bounds.wordlike()


def _best_end(text: str, start: int, left: str, opens: frozenset[int]) -> int | None:
    best: tuple[float, int, int] | None = None
    for end in bounds.ends(text, start):
        right = bounds.weigh(text, end)
        if end in opens or (text.startswith("（", end) and posts.after(text, end)):
            right = right._replace(weight=3)
        if right.acts and right.weight < 3 and is_made(text, start, end):
            right = right._replace(weight=3)
        if right.weight == 0 or text[end - 1 : end + 1] in SPLIT or not _is_plausible(text, start, end, left, right):
            continue
        loose = (right.acts and text[end - 1] in NEVER_LAST) or (
            right.acts and text[end - 1] in PARTICLES and (right.weight < 3 or _joins(text, start, end, right))
        )
        score = (right.weight - (1.5 if loose else 0), right.length, end)
        best = score if best is None else max(best, score)
    return best[-1] if best else None


def _joins(text: str, start: int, end: int, right: bounds.Right) -> bool:
    """Say whether a post stands after a name for another: 镇长林某|和副镇长方某某, 选举张某|为会长."""
    if not right.post or text[end - 1] not in JOINS:
        return False
    return _opens_name(text, end + right.length) or is_made(text, start, end - 1)


@lexicon.per_lexicon
def _titled_families() -> frozenset[str]:
    """Family names that are printed with a title alone: 李副校长."""
    return bounds.single() - TITLED_NEVER


def _titled(text: str, start: int, left: str) -> Span | None:
    """Take a family name with a title of three characters and more: 李副校长, 王董事长."""
    if left not in {"start", "list", "cue", "label", "host"} or text[start] not in _titled_families():
        return None
    title = bounds.long_title().match(text, start + 1)
    return Span(start, title.end()) if title and bounds.weigh(text, title.end()).weight >= 2 else None


def _double(text: str, start: int) -> Span | None:
    """Take a name with two family names right after an office or in a list: 陈冯某某."""
    name = text[start : start + 4]
    if len(name) < 4 or name[0] in "向和于" or not {name[0], name[1]} <= bounds.single():
        return None
    if name[:2] in bounds.no_names() or name[2:] in bounds.never() or not bounds.IN_NAME.fullmatch(name):
        return None
    return Span(start, start + 4) if bounds.weigh(text, start + 4).weight >= 2 else None


def _unbounded(text: str, start: int) -> Span | None:
    """Take family name and two characters right after an office, though nothing known follows them."""
    if (
        text[start] in "向和于暨"
        or text[start] in bounds.wordlike()
        or not OFFICE.search(text, max(0, start - 3), start)
    ):
        return None
    ends = list(bounds.ends(text, start))
    if not ends or text[start : start + 2] in bounds.no_names() or text[start - 1 : start + 1] in bounds.within_words():
        return None
    return Span(start, ends[-1])


def _is_plausible(text: str, start: int, end: int, left: str, right: bounds.Right) -> bool:
    """Say whether what stands on both sides makes a name of these characters."""
    name = text[start:end]
    wordlike = name[0] in bounds.wordlike()
    sure = right.weight == 3 or is_made(text, start, end)
    if right.post and left != "post" and _opens_name(text, end + right.length):
        return False  # 长风总经理王某: the unit of another
    if (
        name in bounds.never()
        or VILLAGE.fullmatch(name)
        or (
            len(name) > 2
            and (
                name[:2] in bounds.never()
                or (
                    name[1:] in bounds.never()
                    and not is_title(name[1:])
                    and not (left == "post" and TITLE.match(text, end))
                )
            )
        )
        or (name[0] == "向" and right.post and name[1:] in bounds.single())  # 向|郭会长
    ):
        return False
    if name[0] == "和":  # a family name too: only between an office and an act, where no name follows
        plural = MEANT_TOGETHER.match(text, start + 1) or any(
            text[start + 1 : start + size] in bounds.never() for size in (4, 5)
        )
        return (
            left == "post"
            and sure
            and (right.acts or right.weight < 3)
            and not plural
            and name[1] not in bounds.single()
            and name[1:] not in bounds.never()
        )
    match left:
        case "host":
            return True
        case "post":
            office = OFFICE.search(text, max(0, start - 3), start)
            if name[:2] not in bounds.no_names() or (len(name) == 3 and (sure or (office and right.weight == 2))):
                return True
            return bool(office and (_ends_clause(text, end) or _TAKES_PART.match(text, end)))
        case "list" if name[:2] in bounds.no_names():
            return len(name) == 3 and text[end : end + 1] in ("、", "，", "。", "等") and not endings.body(name, 3)
        case "list":
            return name[-1] not in "省市县区" and (not wordlike or sure or (right.weight == 2 and not right.acts))
        case "label" | "standing":
            listed = text.startswith("、", end) and (len(name) == 3 or _opens_name(text, end + 1))
            if name[:2] in bounds.no_names():
                return len(name) == 3 and right.weight >= 2
            return not wordlike or sure or listed
        case "body" | "unit" | "of":
            if name[0] == "于" or name[-1] in PLACES:
                return False
            return sure or (
                right.weight == 2 and (left == "of" or (left == "body" and len(name) > 2 and not right.acts))
            )
        case "whose":  # 分管教学的|邹某副院长
            return right.post and not wordlike and name[:2] not in bounds.no_names() and name[-1] not in PLACES
        case "quoted":
            listed = text.startswith("、", end) and _opens_name(text, end + 1)
            return name[-1] not in PLACES and (sure or (right.weight == 2 and len(name) > 2) or listed)
        case "cue" | "start":
            if " " in name or "\u3000" in name:
                return False
            if name[0] in _titled_families() and right.weight == 2 and is_title(name[1:]):
                return len(name) > 2  # 李书记、王校长出席
            if len(name) == 3 and name[:2] not in bounds.no_names() and is_made(text, start, end):
                return True  # 补选单某某为
            return (sure and not wordlike and name[0] != "向" and name[-1] not in PLACES) or _opens_list(
                text, start, left
            )
    return False


def is_between(text: str, span: Span) -> bool:
    """Say whether what stands in a list between two names is a name as well, with a family name we do not know."""
    name, size = span.quote(text), span.end - span.start
    if text[span.start] in bounds.single() or not _opens_name(text, span.end + 1) or name in bounds.never():
        return False
    return bool(bounds.IN_NAME.fullmatch(name)) and not (
        endings.people(name, size) or endings.any_post(name, size) or endings.body(name, size)
    )


def _ends_clause(text: str, end: int) -> bool:
    return text[end : end + 1] in ("，", "、", "。", "；")


def _opens_name(text: str, start: int) -> bool:
    """Say whether a name may begin here: a family name, and a given name that something ends."""
    if start >= len(text) or text[start] in "向和于" or text[start] not in bounds.single():
        return False
    return (
        any(bounds.weigh(text, end).weight >= 2 for end in bounds.ends(text, start))
        and text[start : start + 2] not in bounds.no_names()
    )


@lexicon.per_lexicon
def _run() -> re.Pattern[str]:
    family = "".join(lexicon.words("surnames", "single"))
    compound = lexicon.alternation(lexicon.words("surnames", "compound"))
    letters = "".join(lexicon.words("surnames", "transliterating"))
    given = f"[{bounds.HAN}]"
    after = "".join(lexicon.words("surnames", "wordlike"))
    name = f"(?:{compound}{given}{{1,2}}|[{family}] ?{given}{{1,2}}|[{letters}]{{1,8}}[·•・][{letters}]{{1,8}})"
    later = f"(?:{name}|[{after}]{given}{{1,2}}|[{letters}]{{3,5}})"
    return re.compile(
        f"{name}(?:同志|教授|院士|老师|（[^（）]{{1,8}}）)?"
        f"(?:[、和与及]{later}(?:同志|教授|院士|老师|（[^（）]{{1,8}}）)?(?=[、和与及等]|.{{0,2}})){{1,60}}"
    )


def _opens_list(text: str, start: int, left: str) -> bool:
    """Say whether a list of bare names begins here that ends before an act: 王某某、李某某等参加."""
    match = _run().match(text, start)
    if match is None:
        return False
    names = match[0].split("、")
    if any(name[:2] in bounds.no_names() for name in names):
        return False
    last = match.start() + max(match[0].rfind(sign) for sign in "、和与及") + 1
    ends = (last + 2, last + 3, match.end())
    if left == "cue" and ROLL.search(text, max(0, start - 24), start) and text[match.end() : match.end() + 1] in STOPS:
        return bounds.never().isdisjoint(names)
    return any(
        bounds.weigh(text, end).weight == 3 or _COUNTED.match(text, end) or is_made(text, start, end) for end in ends
    )


def is_title(text: str) -> bool:
    bare = text.removeprefix("副")
    return text in {"总", "工", "董", "检", "局", "教授", "老师", "院士"} or (
        len(bare) > 1 and endings.head(bare, len(bare)) == len(bare)
    )
