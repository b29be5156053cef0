"""Persons with their posts: a name stands beside a post, in a list of names, or before what its bearer does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from calendar_app.extraction import lexicon
from calendar_app.extraction.document import Mention, Span
from calendar_app.extraction.naming import Person, endings, posts

HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002fa1f〇"
NEVER_IN_NAMES = "的了着过吗呢吧把被给这哪每很也没且或您你我他她它个们说第等是副对"
PARTICLES = frozenset("为在向对和与同从以就的将已也还会被说讲作做致赴率获受并共并分主出强表介带上到有")
EDGES = frozenset("、，。；：！？”）)》\n \u3000")
LONGEST_PART = 9  # characters between the dots of a foreign name
DOTTED = re.compile(f"(?<=[{HAN}])[·•・](?=[{HAN}])")
PLACES = frozenset("区县镇乡村市省州院校局部厅会社团队")
CLAUSE = "。；：，！？,;:!?\n“”‘’（）()《》【】[]—…·•/ \u3000、"
ON_STAGE = (
    r"在(?=[^，。；]{0,12}(?:会|讲|致|总结|发言|座|活动|仪式|典|论坛|课|报告))"
    r"|向(?=全|大家|与会|来|获|受|各|同学|在场)|为(?=大家|学员|师生|[^，。；]{0,40}(?:授|颁|揭|作|讲|剪彩))"
    r"|[作做]了?(?=题为|专题|主题|主旨|经验|交流|报告|总结|动员|部署|讲话|发言|辅导|讲座|讲解|重要|表态|工作|点评|分享|学术|典型|汇报|宣讲|视频|书面|大会|[“《])"
    r"|就(?=[^，。；]{0,60}(?:作|进行|提|谈|讲|分享|交流|发言))|以(?=[“《])|围绕|结合"
)
CREDIT_WORDS = (
    "本报记者|记者|通讯员|供稿|文/|图/|文字|图片|摄影|撰稿|作者|编辑|责任编辑|责编|审核|审校|初审|复审|终审|校对|编审"
)
CREDIT = re.compile(
    r"[（(【][^）)】\n]{0,80}(?:记者|通讯员|摄影|供稿|撰稿|编辑|责编|审核|拍摄|文/|图/)[^）)】\n]{0,80}[）)】]"
    r"|(?:^|(?<=\n))[^\n。，]{0,8}(?:" + CREDIT_WORDS + r")[:： /|][^\n。]{0,60}"
    r"|(?:本报|本网|本台|见习|实习|特约)?(?:记者|通讯员)[:：/ ]?(?=[" + HAN + r"]{2,3}[ 、\u3000\n报])[^\n，。]{2,40}"
)
STUDIED = re.compile(
    r"(?:同志|总书记|主席|总理)?(?:新时代|(?:系列)?重要(?:讲话|论述|指示|批示|思想|文章|回信)|(?:先进|英雄|感人)?事迹|精神|外交思想|经济思想"
    r"|法治思想|文化思想|强军思想|生态文明思想"
    r"|的?(?:嘱托|关怀|回信|贺信|期望|期许|讲话精神)|关于[^。；，]{1,40}(?:论述|重要|思想|讲话|指示)"
    r"|(?:在|对|给|考察|视察)[^。；，]{0,40}?(?<!发表)(?<!作出)(?<!作)(?:重要讲话|重要指示|重要批示|重要论述|讲话精神|指示精神|批示精神|回信精神|回信))"
    r"|总书记(?!出席|主持|会见|发表|来到|走进|同|与|会同)"
)
HOST = re.compile(
    r"(?:主讲|主持|报告|演讲|授课|点评|与谈|分享|领学|汇报|致辞|发言|评议|嘉宾|讲师|专家)"
    r"(?:人|嘉宾|老师|专家|教师)?[:：] ?$"
)
COUNTED = (
    r"(?:[等共]?(?:[两三四五六七八九十]|\d{1,2})(?:位|名|人)"
    r"[^，。；、\n和]{0,8}?(?:代表|同志|同学|老师|教授|专家|校友|院士|委员)?|等)"
)
_OFFICE = re.compile(
    r"(?:书记|[省市区县镇乡局厅处科院校署馆司所]长|部长|董事长|秘书长|理事长|会长|主席|总裁|经理|常委|委员|院士)$"
)


class Right(NamedTuple):
    """What stands right after a possible name: how sure it ends the name (0 to 3), whether one acts there."""

    weight: int
    acts: bool
    length: int
    post: bool = False


@dataclass(slots=True)
class _Found:
    """One full mention of a name."""

    span: Span
    name: str
    rule: str
    post: Span | None = None
    post_after: bool = False
    labelled: bool = False


@dataclass(slots=True)
class _Scan:
    """What has been found so far, from left to right; `floor` is where the last person's titles end."""

    text: str
    found: list[_Found] = field(default_factory=list)
    floor: int = 0
    foreign: frozenset[int] = frozenset()


@lexicon.per_lexicon
def _candidates() -> re.Pattern[str]:
    """A family name, where something stands before it that a name can follow."""
    before = set(CLAUSE) | {"的"}
    for name, key in (
        ("posts", "heads"), ("posts", "standings"), ("posts", "labels"), ("organizations", "suffixes"),
        ("names", "before"), ("posts", "alone"),
    ):  # fmt: skip
        before |= {word[-1] for word in lexicon.words(name, key)}
    left = re.escape("".join(sorted(before)))
    family = "".join(lexicon.words("surnames", "single") + lexicon.words("surnames", "wordlike"))
    compound = {word[0] for word in lexicon.words("surnames", "compound")}
    first = "".join(sorted(set(family) | compound))
    return re.compile(f"(?<![^{left}\\d级班])[{first}](?=[ \u3000]{{0,2}}[{HAN}])")


@lexicon.per_lexicon
def _family() -> re.Pattern[str]:
    compound = lexicon.alternation(lexicon.words("surnames", "compound"))
    single = "".join(lexicon.words("surnames", "single") + lexicon.words("surnames", "wordlike"))
    return re.compile(f"(?P<compound>{compound})|[{single}]")


@lexicon.per_lexicon
def _wordlike() -> frozenset[str]:
    return frozenset(lexicon.words("surnames", "wordlike"))


@lexicon.per_lexicon
def _no_names() -> frozenset[str]:
    return frozenset(lexicon.words("surnames", "no_names"))


@lexicon.per_lexicon
def _never() -> frozenset[str]:
    """Words that are never a name, whatever stands beside them."""
    keys = (
        ("names", "acts"), ("names", "following"), ("posts", "heads"), ("posts", "standings"), ("posts", "labels"),
        ("posts", "alone"), ("groups", "heads"), ("groups", "collectives"), ("organizations", "suffixes"),
    )  # fmt: skip
    return frozenset(word for name, key in keys for word in lexicon.words(name, key))


@lexicon.per_lexicon
def _kept() -> frozenset[str]:
    return frozenset(lexicon.words("names", "kept"))


@lexicon.per_lexicon
def _right() -> re.Pattern[str]:
    titles = lexicon.alternation(lexicon.words("posts", "titles"))
    acts = lexicon.alternation(word for word in lexicon.words("names", "acts") if len(word) > 1)
    short = lexicon.alternation(word for word in lexicon.words("names", "acts") if len(word) == 1)
    heads = lexicon.alternation(_addresses())
    following = lexicon.alternation(lexicon.words("names", "following"))
    return re.compile(
        rf"(?P<title>{titles}|\d{{1,2}}(?:日|月\d))|(?P<post>(?:党委|党组|常务|第一)?副?{heads})|(?P<act>{acts})|(?P<stage>{ON_STAGE})"
        f"|(?P<end>[。；：，！？,;:!?\n、（）()”“》—…/ \u3000]|$|{COUNTED})|(?P<short>{short})|(?P<next>{following})"
    )


def _addresses() -> list[str]:
    longs = [word for word in lexicon.words("posts", "heads") if word.endswith("长")]
    return [*longs, *lexicon.words("posts", "addresses")]


@lexicon.per_lexicon
def _titles() -> re.Pattern[str]:
    return re.compile(f"{lexicon.alternation(lexicon.words('posts', 'titles'))}{{0,2}}")


@lexicon.per_lexicon
def _cue() -> endings.Ending:
    return endings.ending(lexicon.words("names", "before"))


@lexicon.per_lexicon
def _letters() -> re.Pattern[str]:
    return re.compile(f"[{''.join(lexicon.words('surnames', 'transliterating'))}]{{2,7}}")


@lexicon.per_lexicon
def _dotted() -> re.Pattern[str]:
    letters = "".join(lexicon.words("surnames", "transliterating"))
    part = f"[{HAN}]{{1,{LONGEST_PART}}}"
    return re.compile(f"{part}(?:[·•・]{part}){{0,3}}[·•・](?P<last>(?P<letters>[{letters}]{{0,9}})[{HAN}]{{0,6}})")


def recognize(text: str) -> Iterator[Mention]:
    """Yield every mention of a person: 区委常委、组织部长刘某主持 → the span of the bare name, and its post.

    Later bare mentions of a name bear the post of its first full mention. Nobody is yielded from a credit of
    reporters, nor a leader whose speeches are studied.
    """
    hidden = [Span(*match.span()) for match in CREDIT.finditer(text)]
    scan = _Scan(text, foreign=frozenset(_foreign_names(text)))
    for start in sorted(scan.foreign.union(match.start() for match in _candidates().finditer(text))):
        if start >= scan.floor and not _within(start, hidden):
            _try(scan, start)
    persons = _persons(scan)
    yield from _mentions(scan, persons, hidden)


def _within(place: int, spans: list[Span]) -> bool:
    return any(start <= place < end for start, end in spans)


def _try(scan: _Scan, start: int) -> None:
    """Take a name that starts here, if there is one."""
    text = scan.text
    left = _left(scan, start)
    if not left or (left != "post" and endings.head()(text, start + 1)):  # 所长|孙某, not 长孙某
        return
    chosen = _chosen(scan, start, left)
    if chosen is None or STUDIED.match(text, chosen.end):
        return
    _take(scan, chosen, left)


def _left(scan: _Scan, start: int) -> str:
    """Say what stands before a possible name: a post, a list, a cue such as 由, a body, or a clause's start."""
    text = scan.text
    end = start
    while end and text[end - 1] in " \u3000" and start - end < 2:
        end -= 1
    if end == 0 or text[end - 1] == "\n":
        return "start"
    if scan.found and text[scan.floor : start] in {"、", "和", "与", "及", "、和", "以及", "同", " ", "\u3000", "，"}:
        return "list" if text[scan.floor : start] != "，" else "start"
    if text[end - 1] in "：:" and HOST.search(text, max(0, end - 10), end):
        return "host"
    for kind, ending in (("post", endings.head()), ("label", endings.label()), ("standing", endings.standing())):
        if ending(text, end):
            return kind
    if text[end - 1] in "”）)":
        return "quoted"
    if text[end - 1] in CLAUSE:
        return "start"
    if _cue()(text, end):
        return "" if _kept() & {text[end - 2 : end + 1], text[end - 1 : end + 1], text[end - 1 : end + 2]} else "cue"
    if text[end - 1] == "的":
        return "of" if endings.body()(text, end - 1) or endings.standing()(text, end - 1) else ""
    if endings.body()(text, end) == 1:
        return "unit"
    if endings.body()(text, end) or posts.LEVEL.search(text, max(0, end - 8), end):
        return "body"
    return ""


def _chosen(scan: _Scan, start: int, left: str) -> Span | None:
    """Choose how long a name is by what stands after it."""
    text = scan.text
    best: tuple[float, int, int] | None = None
    for end in _ends(text, start):
        right = _weigh(text, end)
        if right.weight == 0 or not _is_plausible(text, start, end, left, right):
            continue
        loose = right.weight < 3 and text[end - 1] in PARTICLES and right.acts
        score = (right.weight - (1.5 if loose else 0), right.length, end)
        best = score if best is None else max(best, score)
    if best is not None:
        return Span(start, best[-1])
    if double := _double(text, start, left):
        return double
    if start in scan.foreign and (foreign := _foreign_at(text, start, left)):
        return foreign
    return _unbounded(text, start, left)


def _double(text: str, start: int, left: str) -> Span | None:
    """Take a name with two family names: 陈冯某某."""
    name = text[start : start + 4]
    if left not in {"post", "list"} or len(name) < 4 or not {name[0], name[1]} <= _single():
        return None
    if name[:2] in _no_names() or name[2:] in _never() or not all(map(_may_be_in_name, name)):
        return None
    return Span(start, start + 4) if _weigh(text, start + 4).weight >= 2 else None


def _unbounded(text: str, start: int, left: str) -> Span | None:
    """Take family name and two characters right after an office, though nothing known follows them."""
    if left != "post" or text[start] in _wordlike() or not _OFFICE.search(text, max(0, start - 3), start):
        return None
    ends = list(_ends(text, start))
    if not ends or text[start : start + 2] in _no_names() or text[start - 1 : start + 1] in _within_words():
        return None
    return Span(start, ends[-1])


def _ends(text: str, start: int) -> Iterator[int]:
    """Yield where a name with its family name at `start` may end."""
    family = _family().match(text, start)
    if family is None:
        return
    after = family.end()
    while after < len(text) and text[after] in " \u3000" and after - family.end() < 2:
        after += 1
    spaced = after > family.end()
    for given in (1,) if spaced else (1, 2):
        name = text[after : after + given]
        if len(name) == given and all(map(_may_be_in_name, name)):
            yield after + given
    if family["compound"]:  # 和 and 司 begin family names of one character as well
        yield from (end for end in (start + 3,) if end > after and _is_han(text[end - 1 : end] or "，"))


@lexicon.per_lexicon
def _within_words() -> frozenset[str]:
    return frozenset(lexicon.words("surnames", "within"))


def _may_be_in_name(char: str) -> bool:
    return _is_han(char) and char not in NEVER_IN_NAMES


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or char == "〇" or "\U00020000" <= char <= "\U0002fa1f"


def _weigh(text: str, end: int) -> Right:
    match = _right().match(text, end)
    if match is None:
        return Right(0, False, 0)
    length = len(match[0])
    match match.lastgroup:
        case "stage":
            return Right(3, True, 3)
        case "post":
            return Right(3, True, length, True)
        case "title" | "act":
            return Right(3, True, max(length, 2))
        case "end":
            return Right(2, False, 2)
        case "short":
            return Right(2, True, length)
    return Right(1, False, length)


def _is_plausible(text: str, start: int, end: int, left: str, right: Right) -> bool:
    """Say whether what stands on both sides makes a name of these characters."""
    name = text[start:end]
    wordlike = name[0] in _wordlike()
    sure = right.weight == 3
    if right.post and left != "post" and _opens_name(text, end + right.length):
        return False  # 长风总经理王某: the unit of another
    stopped = name[:2] in _no_names()
    if (
        name in _never()
        or (len(name) > 2 and name[:2] in _never())
        or text[max(0, start - 1) : start + 1] in _within_words()
    ):
        return False
    if name[0] == "和":  # a family name too: only between an office and an act, where no name follows
        return left == "post" and sure and name[1] not in _single() and name[1:] not in _never()
    match left:
        case "host":
            return True
        case "post":
            return not stopped or (sure and len(name) == 3)
        case "list":
            return not stopped and (not wordlike or right.weight >= 2)
        case "label" | "standing":
            return not stopped and (not wordlike or sure)
        case "body" | "unit" | "of":
            if stopped or wordlike or name[0] == "于" or name[-1] in PLACES:
                return False
            return sure or (
                right.weight == 2 and (left == "of" or (left == "body" and len(name) > 2 and not right.acts))
            )
        case "quoted":
            return not stopped and not wordlike and (sure or (right.weight == 2 and len(name) > 2))
        case "cue" | "start":
            if stopped or " " in name or "\u3000" in name:
                return False
            return (sure and not wordlike and name[0] != "向" and name[-1] not in PLACES) or _opens_list(
                text, start, left
            )
    return False


def _opens_name(text: str, start: int) -> bool:
    """Say whether a name may begin here: a family name, and a given name that something ends."""
    if start >= len(text) or text[start] not in _single():
        return False
    return (
        any(_weigh(text, end).weight >= 2 for end in _ends(text, start)) and text[start : start + 2] not in _no_names()
    )


@lexicon.per_lexicon
def _single() -> frozenset[str]:
    return frozenset(lexicon.words("surnames", "single"))


@lexicon.per_lexicon
def _run() -> re.Pattern[str]:
    family = "".join(lexicon.words("surnames", "single"))
    compound = lexicon.alternation(lexicon.words("surnames", "compound"))
    letters = "".join(lexicon.words("surnames", "transliterating"))
    given = f"[{HAN}]"
    name = f"(?:{compound}{given}{{1,2}}|[{family}] ?{given}{{1,2}}|[{letters}]{{1,8}}[·•・][{letters}]{{1,8}})"
    return re.compile(
        f"{name}(?:同志|教授|院士|老师)?(?:、{name}(?:同志|教授|院士|老师)?(?=[、和与及等]|.{{0,2}})){{1,60}}"
    )


def _opens_list(text: str, start: int, left: str) -> bool:
    """Say whether a list of bare names begins here that ends before an act: 王某某、李某某等参加."""
    match = _run().match(text, start)
    if match is None:
        return False
    names = match[0].split("、")
    if any(name[:2] in _no_names() for name in names):
        return False
    last = match.start() + match[0].rindex("、") + 1
    counted = re.compile(COUNTED)
    return any(_weigh(text, end).weight == 3 or counted.match(text, end) for end in (last + 2, last + 3, match.end()))


def _foreign_names(text: str) -> Iterator[int]:
    """Yield where names in transliteration may begin: 亚历山大·某某, or 某某某 right after a post."""
    head, standing, label = endings.head(), endings.standing(), endings.label()
    for match in DOTTED.finditer(text):
        least = max(0, match.start() - LONGEST_PART)
        places = range(match.start(), least - 1, -1)
        yield next(
            (p for p in places if _is_edge(text, p) or head(text, p) or standing(text, p) or label(text, p)), least
        )
    for match in _letters().finditer(text):
        start, end = match.span()
        place = next((place for place in range(start, end - 1) if head(text, place)), None)
        if place is not None:
            yield place
        elif text[start - 1 : start] in {"、", "和", "与"}:
            yield start


def _is_edge(text: str, place: int) -> bool:
    return place == 0 or text[place - 1] in EDGES or bool(_cue()(text, place) and text[place - 1] not in "和同向")


def _foreign_at(text: str, start: int, left: str) -> Span | None:
    """Take a name in transliteration, with dots wherever it stands, without them right after a post or in a list."""
    dotted = _dotted().match(text, start)
    if dotted:
        ends = (
            *range(dotted.end("letters"), dotted.start("last"), -1),
            *range(dotted.start("last") + 1, dotted.end() + 1),
        )
    elif left in {"post", "list"} and (plain := _letters().match(text, start)):
        ends = tuple(range(plain.end(), start + 1, -1))
    else:
        return None
    end = next((end for end in ends if _weigh(text, end).weight >= 2), None)
    if end is None or text[start : start + 2] in _no_names() or text[start:end] in _never():
        return None
    return Span(start, end)


def _take(scan: _Scan, span: Span, left: str) -> None:
    text = scan.text
    name = re.sub(r"\s", "", span.quote(text))
    found = _Found(span, name, rule=f"name-{left}")
    if left == "host":
        found.labelled = True
    else:
        before = posts.before(text, span.start, scan.floor)
        found.post = before.post
        found.labelled = left == "label" and before.post is None
    if left == "list" and scan.found:
        found.post, found.labelled = scan.found[-1].post, scan.found[-1].labelled
        if scan.found[-1].post_after:
            found.post = None
    if found.post is None and (after := posts.after(text, span.end)):
        found.post, found.post_after = after, True
    scan.found.append(found)
    scan.floor = _past_titles(text, found)


def _past_titles(text: str, found: _Found) -> int:
    end = max(found.span.end, found.post.end if found.post and found.post_after else 0)
    while (match := _titles().match(text, end)) and match[0] and match[0] != "等":
        end = match.end()
    if text.startswith(("（", "("), end):
        closing = text.find("）" if text[end] == "（" else ")", end, end + 60)
        end = closing + 1 if closing > 0 else end
    return end


def _persons(scan: _Scan) -> dict[str, Person]:
    """Settle one post for every name: the first one before it, else the first one after it; headlines come last."""
    persons: dict[str, Person] = {}
    for found in sorted(scan.found, key=lambda each: (each.post_after, _is_in_headline(scan.text, each.span.end))):
        known = persons.get(found.name)
        if known is None or (known.post is None and found.post is not None):
            post = re.sub(r"\s+(?![A-Za-z0-9])", "", found.post.quote(scan.text)) if found.post else None
            persons[found.name] = Person(found.name, post, found.post)
    return {name: _full_name(name, persons) for name in persons}


def _full_name(name: str, persons: dict[str, Person]) -> Person:
    """Link a family name with a title (牛校长) to the only full name of that family in the article."""
    if not _is_title(name[1:]):
        return persons[name]
    same = [person for other, person in persons.items() if other[0] == name[0] and not _is_title(other[1:])]
    return same[0] if len(same) == 1 else persons[name]


def _is_title(text: str) -> bool:
    return text in {"总", "教授", "老师", "院士"} or (len(text) > 1 and endings.head()(text, len(text)) == len(text))


def _is_in_headline(text: str, place: int) -> bool:
    """Say whether a line ends without a full stop: a headline or a caption."""
    end = text.find("\n", place)
    return text[(end if end >= 0 else len(text)) - 1] not in "。！？；”）"


def _mentions(scan: _Scan, persons: dict[str, Person], hidden: list[Span]) -> Iterator[Mention]:
    """Yield the full mentions and the bare ones between them, in the order of the text."""
    full = {found.span.start: found for found in scan.found}
    mentions = [Mention("person", found.span, persons[found.name], found.rule) for found in scan.found]
    taken = [found.span for found in scan.found]
    for match in re.finditer(lexicon.alternation(persons) if persons else "(?!)", scan.text):
        span = Span(*match.span())
        if span.start in full or _within(span.start, hidden) or any(a < span.end and span.start < b for a, b in taken):
            continue
        if _is_bare_mention(scan.text, span):
            mentions.append(Mention("person", span, persons[match[0]], "name-again"))
    yield from sorted(mentions, key=lambda mention: mention.span)


def _is_bare_mention(text: str, span: Span) -> bool:
    """Say whether a known name stands here by itself, and not within another word or a studied speech."""
    if STUDIED.match(text, span.end):
        return False
    right = _weigh(text, span.end)
    return right.weight > 0 or span.end - span.start > 2
