"""Persons with their posts: a name stands beside a post, in a list of names, or before what its bearer does."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field

from calendar_app.extraction import lexicon
from calendar_app.extraction.document import Mention, Span
from calendar_app.extraction.naming import Person, bounds, credits, endings, foreign, posts
from calendar_app.extraction.naming.rolls import Rolls, rolls

PARTICLES = frozenset("为在向对和与同从以就的将已也还会被说讲作做致赴率获受并共并分主出强表介带上到有及")
NEVER_LAST = frozenset("与将也已曾并还均都就被把便")
PLACES = frozenset("区县镇乡村市省州院校局部厅会社团队馆所园室")
CLAUSE = "。；：，！？,;:!?\n“”‘’（）()《》【】[]—…·•/ \u3000、"
HOST = re.compile(
    r"(?:主讲|主持|报告|演讲|授课|点评|与谈|分享|领学|汇报|致辞|发言|评议|嘉宾|讲师|专家)"
    r"(?:人|嘉宾|老师|专家|教师)?[:：] ?$"
)
_OFFICE = re.compile(
    r"(?:书记|[省市区县镇乡局厅处科院校署馆司所]长|部长|董事长|秘书长|理事长|会长|主席|总裁|经理|常委|委员|院士)$"
)


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
    rolls: Rolls = field(default_factory=lambda: Rolls({}, frozenset()))


@lexicon.per_lexicon
def _candidates() -> re.Pattern[str]:
    """A family name with what may stand before a name and after one.

    What stands after is left open behind a post, in a list, and where the name may be longer than three characters.
    """
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
    heads = re.escape("".join(sorted({word[-1] for word in lexicon.words("posts", "heads")})))
    is_open = f"(?<=[{heads}、和与及同 \u3000].)|(?<=[{''.join(sorted(compound))}])|(?=[ \u3000])"
    return re.compile(
        f"[{first}](?<![^{left}\\d级班].)(?=[ \u3000]{{0,2}}[{bounds.HAN}])"
        f"(?:{is_open}|(?=.{{1,2}}?(?:{bounds.right().pattern})))"
    )


@lexicon.per_lexicon
def _kept() -> frozenset[str]:
    return frozenset(lexicon.words("names", "kept"))


@lexicon.per_lexicon
def _titles() -> re.Pattern[str]:
    return re.compile(f"{lexicon.alternation(lexicon.words('posts', 'titles'))}{{0,2}}")


def recognize(text: str) -> Iterator[Mention]:
    """Yield every mention of a person: 区委常委、组织部长刘某主持 → the span of the bare name, and its post.

    Later bare mentions of a name bear the post of its first full mention. Nobody is yielded from a credit of
    reporters, nor a leader whose speeches are studied.
    """
    hidden = [Span(*match.span()) for match in credits.CREDIT.finditer(text)]
    scan = _Scan(text, foreign=frozenset(foreign.starts(text)), rolls=rolls(text))
    candidates = (match.start() for match in _candidates().finditer(text))
    for start in sorted(scan.foreign.union(candidates, scan.rolls.names)):
        if start >= scan.floor and not _within(start, hidden):
            _try(scan, start)
    persons = _persons(scan)
    yield from _mentions(scan, persons, hidden)


def _within(place: int, spans: list[Span]) -> bool:
    """Say whether a place lies in one of the spans, which are in order and apart."""
    at = bisect(spans, place, key=lambda span: span.start) - 1
    return at >= 0 and place < spans[at].end


def _try(scan: _Scan, start: int) -> None:
    """Take a name that starts here, if there is one."""
    text = scan.text
    if end := scan.rolls.names.get(start):
        _take(scan, Span(start, end), "list" if scan.found else "start")
        return
    left = _left(scan, start)
    if not left or (left != "post" and endings.head()(text, start + 1)):  # 所长|孙某, not 长孙某
        return
    chosen = _chosen(scan, start, left)
    if chosen is None or credits.STUDIED.match(text, chosen.end):
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
    if text[end - 1] not in CLAUSE:
        for kind, ending in (("post", endings.head()), ("label", endings.label()), ("standing", endings.standing())):
            if ending(text, end):
                return kind
    if text[start] == "司" and len(text) > start and endings.body()(text, start + 1) and bounds.is_han(text[start - 2]):
        return ""  # 港澳台司|马某, not 司马某
    if text[end - 1] in "”）)":
        return "quoted"
    if text[end - 1] in CLAUSE:
        return "start"
    if foreign.cue()(text, end):
        return "" if _kept() & {text[end - 2 : end + 1], text[end - 1 : end + 1], text[end - 1 : end + 2]} else "cue"
    if text[end - 1] == "的":
        return "of" if endings.body()(text, end - 1) or endings.standing()(text, end - 1) else ""
    unit = endings.body()(text, end)
    if unit == 1:
        return "unit"
    if unit or posts.LEVEL.search(text, max(0, end - 8), end):
        return "body"
    return ""


def _chosen(scan: _Scan, start: int, left: str) -> Span | None:
    """Choose how long a name is by what stands after it."""
    text = scan.text
    best: tuple[float, int, int] | None = None
    for end in bounds.ends(text, start):
        right = bounds.weigh(text, end)
        if end in scan.rolls.opens or (text.startswith("（", end) and posts.after(text, end)):
            right = right._replace(weight=3)
        if right.weight == 0 or not _is_plausible(text, start, end, left, right):
            continue
        loose = (right.acts and text[end - 1] in NEVER_LAST) or (
            right.weight < 3 and text[end - 1] in PARTICLES and right.acts
        )
        score = (right.weight - (1.5 if loose else 0), right.length, end)
        best = score if best is None else max(best, score)
    if best is not None:
        return Span(start, best[-1])
    if double := _double(text, start, left):
        return double
    if start in scan.foreign and (transliterated := foreign.name_at(text, start, left)):
        return transliterated
    return _unbounded(text, start, left)


def _double(text: str, start: int, left: str) -> Span | None:
    """Take a name with two family names: 陈冯某某."""
    name = text[start : start + 4]
    if left not in {"post", "list"} or len(name) < 4 or not {name[0], name[1]} <= bounds.single():
        return None
    if name[:2] in bounds.no_names() or name[2:] in bounds.never() or not all(map(bounds.may_be_in_name, name)):
        return None
    return Span(start, start + 4) if bounds.weigh(text, start + 4).weight >= 2 else None


def _unbounded(text: str, start: int, left: str) -> Span | None:
    """Take family name and two characters right after an office, though nothing known follows them."""
    if (
        left != "post"
        or text[start] in "向和于"
        or text[start] in bounds.wordlike()
        or not _OFFICE.search(text, max(0, start - 3), start)
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
    sure = right.weight == 3
    if right.post and left != "post" and _opens_name(text, end + right.length):
        return False  # 长风总经理王某: the unit of another
    stopped = name[:2] in bounds.no_names()
    if (
        name in bounds.never()
        or (len(name) > 2 and (name[:2] in bounds.never() or (name[1:] in bounds.never() and not _is_title(name[1:]))))
        or (name[0] == "向" and right.post and name[1:] in bounds.single())  # 向|郭会长
        or text[max(0, start - 1) : start + 1] in bounds.within_words()
    ):
        return False
    if name[0] == "和":  # a family name too: only between an office and an act, where no name follows
        return left == "post" and sure and name[1] not in bounds.single() and name[1:] not in bounds.never()
    match left:
        case "host":
            return True
        case "post":
            return (
                not stopped
                or (sure and len(name) == 3)
                or (len(name) == 2 and _ends_clause(text, end) and bool(_OFFICE.search(text, max(0, start - 3), start)))
            )
        case "list":
            return (
                not stopped
                and name[-1] not in "省市县区"
                and (not wordlike or sure or (right.weight == 2 and not right.acts))
            )
        case "label" | "standing":
            return not stopped and (not wordlike or sure)
        case "body" | "unit" | "of":
            if stopped or wordlike or name[0] == "于" or name[-1] in PLACES:
                return False
            return sure or (
                right.weight == 2 and (left == "of" or (left == "body" and len(name) > 2 and not right.acts))
            )
        case "quoted":
            if name[-1] in PLACES:
                return False
            return not stopped and not wordlike and (sure or (right.weight == 2 and len(name) > 2))
        case "cue" | "start":
            if stopped or " " in name or "\u3000" in name:
                return False
            return (sure and not wordlike and name[0] != "向" and name[-1] not in PLACES) or _opens_list(
                text, start, left
            )
    return False


def _ends_clause(text: str, end: int) -> bool:
    return text[end : end + 1] in ("，", "、", "。", "；")


def _opens_name(text: str, start: int) -> bool:
    """Say whether a name may begin here: a family name, and a given name that something ends."""
    if start >= len(text) or text[start] not in bounds.single():
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
    if any(name[:2] in bounds.no_names() for name in names):
        return False
    last = match.start() + match[0].rindex("、") + 1
    counted = re.compile(bounds.COUNTED)
    ends = (last + 2, last + 3, match.end())
    return any(bounds.weigh(text, end).weight == 3 or counted.match(text, end) for end in ends)


def _take(scan: _Scan, span: Span, left: str) -> None:
    text = scan.text
    name = "".join(span.quote(text).split())
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
    return text in {"总", "工", "董", "检", "局", "教授", "老师", "院士"} or (
        len(text) > 1 and endings.head()(text, len(text)) == len(text)
    )


def _is_in_headline(text: str, place: int) -> bool:
    """Say whether a line ends without a full stop: a headline or a caption."""
    end = text.find("\n", place)
    return text[(end if end >= 0 else len(text)) - 1] not in "。！？；”）"


def _mentions(scan: _Scan, persons: dict[str, Person], hidden: list[Span]) -> Iterator[Mention]:
    """Yield the full mentions and the bare ones between them, in the order of the text."""
    full = {found.span.start: found for found in scan.found}
    mentions = [Mention("person", found.span, persons[found.name], found.rule) for found in scan.found]
    taken = {place for found in scan.found for place in range(*found.span)}
    for match in re.finditer(lexicon.alternation(persons) if persons else "(?!)", scan.text):
        span = Span(*match.span())
        if span.start in full or _within(span.start, hidden) or not taken.isdisjoint(range(*span)):
            continue
        if _is_bare_mention(scan.text, span):
            mentions.append(Mention("person", span, persons[match[0]], "name-again"))
    yield from sorted(mentions, key=lambda mention: mention.span)


def _is_bare_mention(text: str, span: Span) -> bool:
    """Say whether a known name stands here by itself, and not within another word or a studied speech."""
    if credits.STUDIED.match(text, span.end):
        return False
    right = bounds.weigh(text, span.end)
    return right.weight > 0 or span.end - span.start > 2
