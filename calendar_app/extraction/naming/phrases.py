"""Where a noun phrase begins: after punctuation, or after a word such as 由 or 邀请."""

from __future__ import annotations

import re

from calendar_app.extraction import lexicon
from calendar_app.extraction.naming import endings

STOPS = frozenset("】。；：，！？,;:!?\n\t“‘《（(【[…—△▲●◆■★○◎☆※◇□▪❖➢")
FARTHEST = 90  # characters: the longest posts of foreign guests, with two units, have some 60
JOINED = frozenset("和与及同")
PLACES = ("会", "仪式", "活动", "论坛", "典礼", "讲座", "现场", "期间", "环节", "课堂")
TIMES = (r"\d[\d月日]", "[上下]午")  # how a time begins
EDGES = "".join(sorted(STOPS.union(endings.CLOSING, "、 \u3000")))
LAST_EDGE = re.compile(f"(?s:.*)[{re.escape(EDGES)}]")
NUMBER = re.compile(r"(?:\d{1,2}[.．](?!\d)|（[一二三四五六七八九十\d]{1,2}）) ?")  # of an item in a notice
NUMBERING = "（"  # what NUMBER begins with, beside digits
QUOTED = re.compile(r"“[^”]*”|（[^）]*）|《[^》]*》")


def begin(text: str, end: int, floor: int, *, keep_of: bool = False) -> tuple[int, bool]:
    """Say where the noun phrase that ends at `end` begins, and whether a word such as 由 stands before it.

    It begins after 、 or a comma at the latest, never before `floor`, and without what leads up to it
    (会上, 本次会议邀请). What stands before 的 belongs to it only with `keep_of`.
    """
    start = end
    least = max(floor, end - FARTHEST)
    while start > least:
        edge = LAST_EDGE.match(text, least, start)
        if edge is None:
            start = least
            break
        start = edge.end()
        char = text[start - 1]
        if char in endings.CLOSING and char != "】":
            opened = endings.opening(text, start, least)
            if opened == start:
                break
            start = opened
        elif char in " \u3000" and _is_latin(text[start - 2 : start - 1]):
            start -= 1
        else:
            break
    return _without_lead(text, start, end, keep_of)


def _is_latin(text: str) -> bool:
    return text.isascii() and text.isalnum()


def _without_lead(text: str, start: int, end: int, keep_of: bool) -> tuple[int, bool]:
    """Drop from the front of a noun phrase what leads up to it: 本次会议邀请, 会上, 7月26日下午."""
    place, cut = start, False
    may_be_numbered = start < end and (text[start] in NUMBERING or text[start].isdecimal())
    if may_be_numbered and (number := NUMBER.match(text, start, end)):
        place, cut = number.end(), True
    for match in _cues().finditer(text, start, end) if _cuts().search(text, start, end) else ():
        if not match["cut"] or match.end() == end:
            continue
        if match[0] in JOINED and match.start() > place and not _ends_a_phrase(text, match.start(), match[0]):
            continue
        if _is_quoted(text, start, end, match.start(), match.end()):
            continue
        place, cut = match.end(), True
    of = -1 if keep_of else text.rfind("的", place, end - 1)
    if of >= 0 and not _is_quoted(text, start, end, of, of + 1):
        place, cut = of + 1, True
    also = place if keep_of else text.rfind("以及", place, end - 1)
    if also >= 0 and text.startswith("以及", also, end):
        place, cut = also + 2, True
    while place < end and text[place] in "了 \u3000":
        place += 1
    return place, cut


def _is_quoted(text: str, start: int, end: int, first: int, last: int) -> bool:
    """Say whether a part of a phrase touches what the phrase has in quotes or brackets."""
    return any(quoted.start() < last and first < quoted.end() for quoted in QUOTED.finditer(text, start, end))


def _ends_a_phrase(text: str, end: int, joined_by: str) -> bool:
    if (
        joined_by == "与" and endings.body(text, end) and text.rfind("代表", max(0, end - 40), end) >= 0
    ):  # 代表市政府与|东海大学校长王某
        return True
    return bool(endings.head(text, end) or endings.people(text, end) or endings.standing(text, end))


@lexicon.per_lexicon
def _cues() -> re.Pattern[str]:
    """Words that a noun phrase begins after, and the ones in which they are nothing of the kind."""
    kept = lexicon.words("names", "kept")
    look = lexicon.beginning([*kept, *lexicon.words("names", "before"), *PLACES], *TIMES)
    return re.compile(f"{look}(?:(?P<kept>{lexicon.alternation(kept)})|(?P<cut>{_cuts().pattern}))")


@lexicon.per_lexicon
def _cuts() -> re.Pattern[str]:
    """Words that a noun phrase begins after, wherever they stand."""
    before = lexicon.words("names", "before")
    time = r"\d{1,2}月\d{1,2}日(?:[上下]午|晚|中午)?|[上下]午|\d{1,2}日(?:[上下]午|晚)?"
    place = f"(?:{'|'.join(PLACES)})(?:上|中(?!心))"
    look = lexicon.beginning([*before, *PLACES], *TIMES)
    return re.compile(f"{look}(?:{time}|{place}|{lexicon.alternation(before)})")


def past_acts(text: str, start: int, end: int) -> tuple[int, bool]:
    """Drop from the front of a phrase what was done to it or by another: 区文明办组织|辖区党员."""
    place = start
    for match in _acts().finditer(text, start, end):
        if match["cut"] and end - match.end() > 1:
            place = match.end()
    return place, place > start


def acts_after() -> tuple[str, ...]:
    """Return the words that end a body or a group by what it does next."""
    every = lexicon.words("organizations", "acts") + lexicon.words("names", "acts")
    return (*(word for word in every if len(word) > 1), *"与和及同为向在于以从对将的等已被也并由获均还就作做赴到有")


@lexicon.per_lexicon
def _acts() -> re.Pattern[str]:
    kept, cut = lexicon.words("organizations", "kept"), lexicon.words("organizations", "before")
    look = lexicon.beginning([*kept, *cut])
    return re.compile(
        f"{look}(?:{lexicon.alternation(kept)}(?!(?<=组织部)分(?![管会]))|(?P<cut>{lexicon.alternation(cut)}))"
    )
