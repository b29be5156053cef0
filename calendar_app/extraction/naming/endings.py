"""How a phrase ends: in a post, in a body's name, or in a word for people meant together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from calendar_app.extraction import lexicon

BRACKETS = {"（": "）", "(": ")", "“": "”", "《": "》", "‘": "’", "【": "】"}
IN_BRACKETS = re.compile(r"[（(][^（()）]{0,40}[)）]$")
CLOSING = {closing: opening for opening, closing in BRACKETS.items()}

Ending = Callable[[str, int], int]


def ending(words: Iterable[str]) -> Ending:
    """Return a function that says how many characters before `end` of a text one of the words takes up, else 0."""
    every = frozenset(words)
    alone = {word: (1,) for word in every if len(word) == 1}
    lengths: dict[str, dict[str, tuple[int, ...]]] = {word[-1]: {"": alone.get(word[-1], ())} for word in every}
    for size, last in sorted({(len(word), word[-2:]) for word in every if len(word) > 1}):  # the longest comes first
        before = lengths[last[1]]
        before[last[0]] = (size, *before.get(last[0], before[""]))
    possible = lengths.get

    def length(text: str, end: int) -> int:
        if end > 0 and (before := possible(text[end - 1])):
            for size in before.get(text[end - 2 : end - 1], before[""]):
                if size < 3 or (size <= end and text[end - size : end] in every):
                    return size
        return 0

    return length


@lexicon.per_lexicon
def head() -> Ending:
    """Match the last word of a post (书记)."""
    return ending(lexicon.words("posts", "heads"))


@lexicon.per_lexicon
def standing() -> Ending:
    """Match the last word of what someone is without an office (学生代表)."""
    return ending(lexicon.words("posts", "standings"))


@lexicon.per_lexicon
def label() -> Ending:
    """Match a word that heads a list of persons and is no post (校领导)."""
    return ending(lexicon.words("posts", "labels"))


@lexicon.per_lexicon
def any_post() -> Ending:
    """Match whatever head, standing or label matches."""
    return ending([word for key in ("heads", "standings", "labels") for word in lexicon.words("posts", key)])


@lexicon.per_lexicon
def body() -> Ending:
    """Match the last word of a body's name (区教育局)."""
    return ending(lexicon.words("organizations", "suffixes") + lexicon.words("organizations", "short"))


@lexicon.per_lexicon
def people() -> Ending:
    """Match the last word of a phrase for people meant together (学院师生代表)."""
    return ending(lexicon.words("groups", "heads") + lexicon.words("posts", "heads"))


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
