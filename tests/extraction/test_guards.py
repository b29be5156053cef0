"""What is passed over without trying a pattern could not have matched it.

Every test of a first character is held to the pattern it stands before, every test of a word to those in the pattern.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from calendar_app.extraction.document import Span
from calendar_app.extraction.naming import credits, endings, foreign, kinds, phrases
from calendar_app.extraction.recognizing import events, frames, organizations
from calendar_app.extraction.refining import turns
from calendar_app.extraction.refining.pages import BACKGROUND, BACKWARD
from calendar_app.extraction.segmenting.sentences import CLOSES, CLOSING

CHARACTERS = frozenset(map(chr, chain(range(0x250), range(0x2000, 0xA000), range(0xFF00, 0xFFF0))))
FRAMES = {
    "light": frames.LIGHT, "present": frames.PRESENT, "position": frames.POSITION, "read": frames.READ,
    "going": frames.GOING, "elected": frames.ELECTED, "led": frames.LED_BY, "award": frames.AWARD,
    "unheard": frames.UNHEARD, "welcomed": frames.WELCOMED, "heard": frames.HEARD, "hosted": frames.HOSTED,
    "host is": frames.HOST_IS, "winners": frames.WINNERS, "made": frames.MADE, "named as": frames.NAMED_AS,
    "topic": frames.ON_TOPIC, "greets": frames.GREETS, "accepts": frames.ACCEPTS,
}  # fmt: skip
GUARDS: dict[str, tuple[str, Callable[[str], bool]]] = {
    "a count": (kinds.COUNT.pattern, lambda one: one in kinds.COUNTING or one.isdecimal()),
    "a lead": (kinds.LEADS.pattern, lambda one: one in kinds.LEADING or one.isdecimal()),
    "a look back": (BACKGROUND.pattern, lambda one: one in BACKWARD),
    "a number": (phrases.NUMBER.pattern, lambda one: one in phrases.NUMBERING or one.isdecimal()),
    "a turn": (turns.TURN.pattern, lambda one: one in turns.TURNING or one.isdecimal()),
    "an adverb": (events.ADVERBS.pattern, lambda one: one in events.ADVERBIAL),
    "closing signs": (CLOSES.pattern, lambda one: one.startswith(CLOSING)),
}


@pytest.mark.parametrize(("pattern", "guard"), GUARDS.values(), ids=GUARDS)
def test_whatever_a_pattern_may_begin_with_is_let_through(pattern: str, guard: Callable[[str], bool]) -> None:
    firsts, is_optional = beginnings(parser.parse(pattern))

    assert not is_optional
    assert firsts
    assert not [one for one in sorted(firsts) if not guard(one)]


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)
def test_whatever_a_frame_may_begin_with_is_let_through(frame: str) -> None:
    found = openings(parser.parse(frame), 2)

    assert found
    assert not [one for one in sorted(found) if one not in frames.BEGINNINGS and one[0] not in frames.BEGINNINGS]


@pytest.mark.parametrize("word", [*credits.CREDIT_WORDS.split("|"), *credits.IN_BRACKETS.split("|")])
def test_a_credit_is_found_by_any_of_its_words(word: str) -> None:
    texts = [f"（{word} 王一一）", f"{word}：王一一\n活动举行。"]

    assert [[one[0] for one in credits.credited(text)] for text in texts] == [
        [one[0] for one in credits.CREDIT.finditer(text)] for text in texts
    ]
    assert any(list(credits.credited(text)) for text in texts)


@pytest.mark.parametrize("verb", organizations.HELD.pattern.split("|"))
def test_a_holder_is_found_however_far_its_verb(verb: str) -> None:
    name, place = "甲乙丙丁戊己庚辛", "子" * 20

    found = list(organizations.recognize(f"会后。{name}在{place}{verb}“同心”"))

    assert [(one.value, one.span, one.rule) for one in found] == [(name, Span(3, 11), "subject")]


@pytest.mark.parametrize("ending", [endings.head, endings.people, kinds._collective, kinds._delegation])
def test_a_group_may_end_in_every_word_that_groups_end_in(ending: Any) -> None:
    words = list(ending.__wrapped__())

    assert words
    assert not [word for word in words if not kinds.may_be_group(f"某某{word}", 0, len(word) + 2)]


def test_a_post_ends_in_one_of_the_characters_that_are_looked_for() -> None:
    posts: Any = endings.any_post

    assert {word[-1] for word in posts.__wrapped__()} == foreign._posts_end_in()


def openings(tree: Any, size: int) -> set[str]:
    """Return the first characters, up to so many, that a parsed pattern may begin with."""
    found = {""}
    for code, value in tree:
        found = {one + more for one in found for more in pieces(code, value, size - len(one))}
    return found


def pieces(code: Any, value: Any, size: int) -> set[str]:
    if size == 0 or code in (codes.ASSERT, codes.ASSERT_NOT, codes.AT):
        return {""}
    if code is codes.BRANCH:
        return set().union(*(openings(branch, size) for branch in value[1]))
    if code is codes.SUBPATTERN:
        return openings(value[-1], size)
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        least, most, repeated = value
        once = openings(repeated, size)
        again = (
            {(one + more)[:size] for one in once for more in once} if most > 1 and min(map(len, once)) < size else ()
        )
        return once.union(again, [""] if least == 0 else [])
    return {chr(value)} if code is codes.LITERAL else few(taken(code, value))


def few(characters: set[str]) -> set[str]:
    """Let a sign stand for any character of a wide class."""
    return characters if len(characters) < 100 else {"□"}


def beginnings(tree: Any) -> tuple[set[str], bool]:
    """Return the characters that a parsed pattern may begin with, and whether it may take nothing at all."""
    found: set[str] = set()
    for code, value in tree:
        firsts, is_optional = first(code, value)
        found |= firsts
        if not is_optional:
            return found, False
    return found, True


def first(code: Any, value: Any) -> tuple[set[str], bool]:
    if code in (codes.ASSERT, codes.ASSERT_NOT, codes.AT):
        return set(), True
    if code is codes.BRANCH:
        each = [beginnings(branch) for branch in value[1]]
        return set().union(*(firsts for firsts, _ in each)), any(is_optional for _, is_optional in each)
    if code is codes.SUBPATTERN:
        return beginnings(value[-1])
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        least, _, repeated = value
        firsts, is_optional = beginnings(repeated)
        return firsts, is_optional or least == 0
    return {chr(value)} if code is codes.LITERAL else taken(code, value), False


def taken(code: Any, value: Any) -> set[str]:
    """Return which of the characters a class takes; a kind of pattern not known here is an error."""
    if code is codes.ANY:
        return set(CHARACTERS)
    if code is codes.NOT_LITERAL:
        return set(CHARACTERS) - {chr(value)}
    assert code is codes.IN, code
    signs = [(codes.LITERAL, value)] if code is codes.LITERAL else value
    found = set().union(*(members(*sign) for sign in signs if sign[0] is not codes.NEGATE))
    return set(CHARACTERS) - found if signs[0][0] is codes.NEGATE else found


def members(code: Any, value: Any) -> set[str]:
    if code is codes.CATEGORY:
        assert value is codes.CATEGORY_DIGIT, value
        return {one for one in CHARACTERS if one.isdecimal()}
    return {chr(value)} if code is codes.LITERAL else set(map(chr, range(value[0], value[1] + 1)))
