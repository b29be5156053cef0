"""How a phrase ends: in a post, in a body's name, or in a word for people meant together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import wraps
from typing import NamedTuple

from calendar_app.extraction import lexicon

BRACKETS = {"（": "）", "(": ")", "“": "”", "《": "》", "‘": "’", "【": "】"}
IN_BRACKETS = re.compile(r"[（(][^（()）]{0,40}[)）]$")
CLOSING = {closing: opening for opening, closing in BRACKETS.items()}

Ending = Callable[[str, int], int]


class _Table(NamedTuple):
    """The words; those of one character; and the lengths of the words that end in two characters."""

    words: frozenset[str]
    alone: frozenset[str]
    lengths: dict[str, tuple[int, ...]]


def _table(words: Iterable[str]) -> _Table:
    every = frozenset(words)
    alone = frozenset(word for word in every if len(word) == 1)
    lengths: dict[str, tuple[int, ...]] = {}
    for size, last in sorted({(len(word), word[-2:]) for word in every if len(word) > 1}):  # the longest comes first
        lengths[last] = (size, *lengths.get(last, (1,) if last[1] in alone else ()))
    return _Table(every, alone, lengths)


def ending(words: Callable[[], Iterable[str]]) -> Ending:
    """Return a function that says how many characters before `end` of a text one of the words takes up, else 0."""
    tables = lexicon.PerLexicon(lambda: _table(words()))

    @wraps(words)
    def length(text: str, end: int) -> int:
        every, alone, lengths = tables[lexicon.folder]
        sizes = lengths.get(text[end - 2 : end])
        if sizes is None:
            return 1 if alone and text[end - 1 : end] in alone else 0
        for size in sizes:
            if size < 3 or (size <= end and text[end - size : end] in every):
                return size
        return 0

    return length


@ending
def head() -> Iterable[str]:
    """Match the last word of a post (书记)."""
    return lexicon.words("posts", "heads")


@ending
def standing() -> Iterable[str]:
    """Match the last word of what someone is without an office (学生代表)."""
    return lexicon.words("posts", "standings")


@ending
def label() -> Iterable[str]:
    """Match a word that heads a list of persons and is no post (校领导)."""
    return lexicon.words("posts", "labels")


@ending
def any_post() -> Iterable[str]:
    """Match whatever head, standing or label matches."""
    return [word for key in ("heads", "standings", "labels") for word in lexicon.words("posts", key)]


@ending
def body() -> Iterable[str]:
    """Match the last word of a body's name (区教育局)."""
    return lexicon.words("organizations", "suffixes") + lexicon.words("organizations", "short")


@ending
def people() -> Iterable[str]:
    """Match the last word of a phrase for people meant together (学院师生代表)."""
    return lexicon.words("groups", "heads") + lexicon.words("posts", "heads")


def without_brackets(text: str) -> str:
    """Return the text without a bracket that closes it: 校学生工作部（处） ends as 校学生工作部."""
    return IN_BRACKETS.sub("", text) if text.endswith(("）", ")")) else text


def opening(text: str, end: int, floor: int = 0) -> int:
    """Return where the bracket or quotation that closes right before `end` opens.

    It is `end` itself where nothing opens it, or where a sentence ends inside.
    """
    closing, depth = text[end - 1], 0
    for place in range(end - 1, max(floor, end - 120) - 1, -1):
        if text[place] == closing:
            depth += 1
        elif text[place] == CLOSING[closing]:
            depth -= 1
            if depth == 0:
                return place
        elif text[place] in "。！？\n":
            return end
    return end
