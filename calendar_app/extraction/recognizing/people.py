"""Persons with their posts: a name stands beside a post, in a list of names, or before what its bearer does."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from calendar_app.extraction import lexicon
from calendar_app.extraction.document import Mention, Span
from calendar_app.extraction.naming import Person, bounds, credits, endings, foreign, lengths, posts
from calendar_app.extraction.naming.offices import next_in_row
from calendar_app.extraction.naming.rolls import IS_LABEL, Rolls, rolls

CLAUSE = "。；：，！？,;:!?\n“”‘’（）()《》【】[]—…·•/ \u3000、"
BETWEEN = frozenset(("、", "和", "与", "及", "、和", "以及", "同", " ", "\u3000", "，"))
HOST = re.compile(
    r"(?:主讲|主持|报告|演讲|授课|点评|与谈|分享|领学|汇报|致辞|发言|评议|嘉宾|讲师|专家)"
    r"(?:人|嘉宾|老师|专家|教师)?[:：] ?$"
)
IDLE_SPACE = re.compile(r"\s+(?![A-Za-z0-9])")
GONE_TO = re.compile(r"(?:到(?![会场达位])|赴|前往|深入)[^，。；\s]{1,20}、$")  # 到东港、|文平调研
WON = re.compile("(?:称号|奖|荣誉|[冠亚季]军|证书)的$")  # 获得“…”称号的|韩某、陈某
WITH_OTHER = re.compile(f"(?P<other>[{bounds.HAN}]{{2,4}}?)(?:代表[^，。；]{{0,12}})?[与和同及、](?P<own>.)")
BRIDGE = re.compile(f"、(?P<name>[{bounds.HAN}]{{2,4}})(?=、[{bounds.HAN}]{{2}})")


@dataclass(slots=True)
class _Found:
    """One full mention of a name."""

    span: Span
    name: str
    rule: str
    post: Span | None = None
    post_after: bool = False
    labelled: bool = False
    in_row: bool = False


@dataclass(slots=True)
class _Scan:
    """What has been found so far, from left to right; `floor` is where the last person's titles end."""

    text: str
    found: list[_Found] = field(default_factory=list)
    floor: int = 0
    foreign: frozenset[int] = frozenset()
    rolls: Rolls = field(default_factory=lambda: Rolls({}, frozenset(), frozenset()))
    joined: set[str] = field(default_factory=set)  # names that end in 和 and the like
    due: Span | None = None  # who bears the next office of a row, if nobody we know does


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
        f"(?:{is_open}|(?=.{{1,2}}?(?:{bounds.right().pattern}))|(?={bounds.long_title().pattern}))"
    )


@endings.ending
def _known() -> Iterable[str]:
    """Match a post, a body or a word such as 由, which a name may stand right after."""
    keys = (("posts", "heads"), ("posts", "standings"), ("posts", "labels"), ("names", "before"),
            ("organizations", "suffixes"), ("organizations", "short"))  # fmt: skip
    return [word for name, key in keys for word in lexicon.words(name, key)]


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
    hidden = [Span(*match.span()) for match in credits.credited(text)]
    scan = _Scan(text, foreign=frozenset(foreign.starts(text)), rolls=rolls(text))
    candidates = [match.start() for match in _candidates().finditer(text)]
    for start in [*sorted(scan.foreign.union(candidates, scan.rolls.names)), len(text)]:
        while scan.due and scan.due.start < start:
            _take(scan, scan.due, "post")
        if scan.floor <= start < len(text) and not (hidden and _within(start, hidden)):
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
        _take(scan, Span(start, end), "label" if start in scan.rolls.led or not scan.found else "list")
        return
    if start not in scan.foreign and lengths.is_word(text, start, scan.floor):
        return
    left = _left(scan, start)
    chosen = lengths.chosen(text, start, left, start in scan.foreign, scan.rolls.opens) if left else None
    if chosen and scan.joined and text[start : start + 3] in scan.joined:
        chosen = Span(start, start + 3)
    if chosen is None or credits.STUDIED.match(text, chosen.end):
        return
    longer = endings.head(text, start + 1)  # 所长|孙某, not 长孙某; 会计师|王某, not 师王
    if longer and (left != "post" or longer > endings.head(text, start)):
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
    before = text[end - 1]
    if start - scan.floor <= 3 and scan.found:
        between = text[scan.floor : start]
        if between in BETWEEN or (scan.found[-1].in_row and between.strip() in ("；", "，", "")):
            return "list" if between != "，" or scan.found[-1].in_row else "start"
    if before in "：:" and HOST.search(text, max(0, end - 10), end):
        return "host"
    if before in "：:" and IS_LABEL.search(text, max(0, end - 10), end):
        return "label"
    if before == "、" and GONE_TO.search(text, max(scan.floor, end - 24), end):
        return ""
    if before in CLAUSE:
        return "quoted" if before in "”）)" else "start"
    if _known(text, end):
        return _kind(text, start, end)
    if text[start] == "司" and _ends_in_si(text, start):
        return ""
    if before == "的":
        won = WON.search(text, max(0, end - 4), end)
        if won or endings.body(text, end - 1) or endings.standing(text, end - 1):
            return "of"
        return "whose" if text[end - 2 : end - 1] not in "，。、" else ""
    return "body" if posts.is_level(text, end) else ""


def _ends_in_si(text: str, start: int) -> bool:
    """Say whether a family name with 司 only seems to begin there: 港澳台司|马某, not 司马某."""
    return endings.body(text, start + 1) > 0 and bounds.is_han(text[start - 1])


def _kind(text: str, start: int, end: int) -> str:
    """Say what the known word is that ends before a possible name."""
    for kind, ending in (("post", endings.head), ("label", endings.label), ("standing", endings.standing)):
        if ending(text, end):
            return kind
    if text[start] == "司" and _ends_in_si(text, start):
        return ""
    if foreign.cue(text, end):
        return "" if _kept() & {text[end - 2 : end + 1], text[end - 1 : end + 1], text[end - 1 : end + 2]} else "cue"
    return "unit" if endings.body(text, end) == 1 else "body"


def _take(scan: _Scan, span: Span, left: str) -> None:
    text = scan.text
    name = "".join(span.quote(text).split())
    in_row = left in ("label", "host") or (left == "list" and scan.found[-1].in_row)
    found = _Found(span, name, f"name-{left}", in_row=in_row)
    found.labelled = left == "host"
    if left != "host":
        before = posts.before(text, span.start, scan.floor)
        if before.post and (with_other := _past_other(scan, before.post)):
            before = posts.before(text, span.start, with_other)
        found.post = before.post
        found.labelled = left == "label" and before.post is None
    if left == "list" and scan.found:
        found.post, found.labelled = scan.found[-1].post, scan.found[-1].labelled
        if scan.found[-1].post_after:
            found.post = None
    beside = posts.beside(text, span.end) if found.in_row else None
    if found.post is None and (after := beside or posts.after(text, span.end)):
        found.post, found.post_after = after, True
    scan.found.append(found)
    if name[-1] in lengths.PARTICLES and len(name) == 3:
        scan.joined.add(name)
    scan.floor = _past_titles(text, found)
    bridge = BRIDGE.match(text, scan.floor)
    if bridge and lengths.is_between(text, between := Span(*bridge.span("name"))):
        _take(scan, between, "list")
    else:
        scan.due = next_in_row(text, scan.floor)


def _past_other(scan: _Scan, post: Span) -> int:
    """Return where a post begins that seems to begin with somebody named before: 王某与|东海大学副校长李某."""
    match = WITH_OTHER.match(scan.text, *post)
    return match.start("own") if match and match["other"] in {found.name for found in scan.found} else 0


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
            post = IDLE_SPACE.sub("", found.post.quote(scan.text)) if found.post else None
            persons[found.name] = Person(found.name, post, found.post)
    return {name: _full_name(name, persons) for name in persons}


def _full_name(name: str, persons: dict[str, Person]) -> Person:
    """Link a family name with a title (牛校长) to the only full name of that family in the article."""
    if not lengths.is_title(name[1:]):
        return persons[name]
    same = [person for other, person in persons.items() if other[0] == name[0] and not lengths.is_title(other[1:])]
    if len(same) > 1:
        same = [person for person in same if (person.post or "").endswith(name[1:])]
    if len(same) > 1:
        same = [person for person in same if not str(person.post).endswith("副" + name[1:])]
    return same[0] if len(same) == 1 else persons[name]


def _is_in_headline(text: str, place: int) -> bool:
    """Say whether a line ends without a full stop: a headline or a caption."""
    end = text.find("\n", place)
    return text[(end if end >= 0 else len(text)) - 1] not in "。！？；”）"


def _mentions(scan: _Scan, persons: dict[str, Person], hidden: list[Span]) -> Iterator[Mention]:
    """Yield the full mentions and the bare ones between them, in the order of the text."""
    full = {found.span.start: found for found in scan.found}
    mentions = [Mention("person", found.span, persons[found.name], found.rule) for found in scan.found]
    taken = {place for found in scan.found for place in range(*found.span)}
    for name, span in _standing(persons, scan.text):
        if span.start in full or _within(span.start, hidden) or not taken.isdisjoint(range(*span)):
            continue
        if _is_bare_mention(scan.text, span):
            mentions.append(Mention("person", span, persons[name], "name-again"))
    yield from sorted(mentions, key=lambda mention: mention.span)


def _standing(names: Iterable[str], text: str) -> Iterator[tuple[str, Span]]:
    """Yield where the names stand, in order and apart; of those that begin in one place the longest."""
    end = 0
    for start, _, name in sorted((place, -len(one), one) for one in names for place in _places(one, text)):
        if start >= end:
            end = start + len(name)
            yield name, Span(start, end)


def _places(word: str, text: str) -> Iterator[int]:
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)


def _is_bare_mention(text: str, span: Span) -> bool:
    """Say whether a known name stands here by itself, and not within another word or a studied speech."""
    if credits.STUDIED.match(text, span.end):
        return False
    right = bounds.weigh(text, span.end)
    return right.weight > 0 or span.end - span.start > 2
