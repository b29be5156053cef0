"""Words as search keeps and asks for them: simplified, in small letters, Chinese in single characters and pairs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from opencc import OpenCC
from pypinyin import Style, lazy_pinyin

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
RUN = re.compile(rf"[{HAN}]+|[a-z0-9]+")
IS_HAN = re.compile(rf"[{HAN}]")


@lru_cache(maxsize=1)
def converter() -> OpenCC:
    return OpenCC("t2s")


@lru_cache(maxsize=1)
def back() -> OpenCC:
    return OpenCC("s2t")


def writings(text: str) -> list[str]:
    """Return the text as it is, in simplified and in traditional characters, each that differs once."""
    return list(dict.fromkeys((text, str(converter().convert(text)), str(back().convert(text)))))


@lru_cache(maxsize=2048)  # a name is looked at several times while a list is written
def plain(text: str) -> str:
    """Write full-width, capital and traditional characters as search knows them: 幹部Ａ is 干部a."""
    folded = unicodedata.normalize("NFKC", text).lower()
    return str(converter().convert(folded)) if IS_HAN.search(folded) else folded


def runs(text: str) -> list[str]:
    """Cut plain text into runs of Chinese and runs of letters and digits."""
    return RUN.findall(plain(text))


def tokens(text: str) -> Iterator[str]:
    """Yield what is kept of a text: 培训班 gives 培, 训, 班, 培训, 训班."""
    for run in runs(text):
        if IS_HAN.match(run):
            yield from run
            yield from pairs(run)
        else:
            yield run


def asked(text: str) -> Iterator[str]:
    """Yield what a text asks for: 培训班 asks for 培训 and 训班, Latin for words that begin so."""
    for run in runs(text):
        if IS_HAN.match(run):
            yield from pairs(run) if len(run) > 1 else run
        elif run.isdecimal():
            yield run
        else:
            yield f"{run}*"


def pairs(run: str) -> list[str]:
    return [first + second for first, second in pairwise(run)]


def spellings(name: str) -> Iterator[str]:
    """Yield a Chinese name's pinyin from each syllable on, and its initials: chenwangshu, wangshu, shu, cws."""
    if not IS_HAN.search(name):
        return
    syllables = [syllable for syllable in lazy_pinyin(plain(name)) if syllable.isascii() and syllable.isalnum()]
    yield from ("".join(syllables[start:]) for start in range(min(len(syllables), 4)))
    yield "".join(lazy_pinyin(plain(name), style=Style.FIRST_LETTER, errors="ignore"))
