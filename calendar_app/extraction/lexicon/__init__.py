"""The words that change, read from `*.toml`: the ones shipped here and those of an installation's own folder.

An installation names its folder in the environment variable `HUILI_LEXICON`. A file there bears the name of one of
ours (`organizations.toml`) and adds words to the lists ours has; it takes none away.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, lru_cache, wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

SHIPPED = Path(__file__).parent
SETTING = "HUILI_LEXICON"
FEW = 8  # first characters of words that are tried one by one without a look ahead
MOST = 4096  # answers that are remembered of one question
_forgetting: list[Callable[[], None]] = []
folder: str | None = None  # of the installation, while a text is read

Entry = tuple[str, ...] | Mapping[str, str | int]
Built = TypeVar("Built")
Asked = ParamSpec("Asked")


class LexiconError(Exception):
    """A list of words cannot be used as it stands."""


def words(name: str, key: str) -> tuple[str, ...]:
    """Return the list `key` of `name`.toml, ours first, then the installation's."""
    entry = _entry(name, key)
    if not isinstance(entry, tuple):
        raise LexiconError(f"{name}.toml: {key} is a table, not a list; write {key} = [...]")
    return entry


def table(name: str, key: str) -> Mapping[str, str | int]:
    """Return the table `key` of `name`.toml; an installation's values come before ours."""
    entry = _entry(name, key)
    if isinstance(entry, tuple):
        raise LexiconError(f"{name}.toml: {key} is a list, not a table; write [{key}]")
    return entry


class PerLexicon(dict[str | None, Built]):
    """What is made of the words, made when first asked for, for every `folder` that an installation may name."""

    def __init__(self, build: Callable[[], Built]) -> None:
        super().__init__()
        self.build = build

    def __missing__(self, folder: str | None) -> Built:
        if folder is None:
            return self[os.environ.get(SETTING, "")]
        made = self[folder] = self.build()
        return made


def per_lexicon(build: Callable[[], Built]) -> Callable[[], Built]:
    """Keep what `build` makes of the words, apart for every folder that an installation may name."""

    built = PerLexicon(build)

    @wraps(build)
    def current() -> Built:
        return built[folder]

    return current


@contextmanager
def settled() -> Iterator[None]:
    """Look up an installation's folder once for all that is read inside, instead of at every word."""
    global folder
    before, folder = folder, os.environ.get(SETTING, "")
    try:
        yield
    finally:
        folder = before
        for forget in _forgetting:
            forget()


def remembered(ask: Callable[Asked, Built]) -> Callable[Asked, Built]:
    """Answer a question about a phrase once while one text is read; nothing is kept from one text to the next."""
    answered = lru_cache(MOST)(ask)
    _forgetting.append(answered.cache_clear)

    @wraps(ask)
    def asked(*args: Asked.args, **kwargs: Asked.kwargs) -> Built:
        return ask(*args, **kwargs) if folder is None else answered(*args, **kwargs)  # type: ignore[arg-type]

    return asked


def alternation(every: Iterable[str]) -> str:
    """Return a pattern that takes one of the words, the longest first; words that begin alike are tried together."""
    known = set(every)
    by_first: dict[str, list[str]] = defaultdict(list)
    for word in sorted(known, key=lambda word: (-len(word), word)):
        by_first[word[0]].append(re.escape(word[1:]))
    firsts: dict[str, list[str]] = defaultdict(list)
    for first, rests in sorted(by_first.items()):
        firsts["|".join(rests)].append(first)
    branches = [_either(same) + (f"(?:{rest})" if "|" in rest else rest) for rest, same in firsts.items()]
    look = beginning(known) if len(branches) > FEW else ""
    return f"(?:{look}(?:{'|'.join(branches)}))" if branches else "(?!)"


def beginning(every: Iterable[str], *others: str) -> str:
    """Return a cheap look ahead, by their first two characters, for where the words (or other patterns) may begin."""
    known = set(every)
    alone = {word for word in known if len(word) == 1}
    pairs = {word[:2] for word in known if word[0] not in alone}
    likely = [_either(alone)] if alone else []
    if pairs:
        likely.append("".join(_either(chars) for chars in zip(*pairs, strict=True)))
    return f"(?={'|'.join([*likely, *others])})"


def _either(characters: Iterable[str]) -> str:
    return f"[{re.escape(''.join(sorted(set(characters))))}]"


def _entry(name: str, key: str) -> Entry:
    entries = _entries(name, os.environ.get(SETTING, ""))
    if key not in entries:
        raise LexiconError(f"{name}.toml: no entry {key}; it has {', '.join(sorted(entries))}")
    return entries[key]


@cache
def _entries(name: str, folder: str) -> dict[str, Entry]:
    ours = _read(SHIPPED / f"{name}.toml")
    if not folder:
        return ours
    if not Path(folder).is_dir():
        raise LexiconError(f"{SETTING}={folder}: no such folder; create it or unset {SETTING}")
    _check_names(Path(folder))
    added = Path(folder) / f"{name}.toml"
    return _merged(ours, _read(added), added) if added.exists() else ours


def _check_names(folder: Path) -> None:
    known = {path.name for path in SHIPPED.glob("*.toml")}
    for path in folder.glob("*.toml"):
        if path.name not in known:
            raise LexiconError(f"{path}: no such list of words; name it one of {', '.join(sorted(known))}")


def _merged(ours: dict[str, Entry], theirs: dict[str, Entry], path: Path) -> dict[str, Entry]:
    merged = dict(ours)
    for key, entry in theirs.items():
        mine = ours.get(key)
        if isinstance(mine, tuple) and isinstance(entry, tuple):
            merged[key] = tuple(dict.fromkeys(mine + entry))
        elif isinstance(mine, Mapping) and isinstance(entry, Mapping):
            merged[key] = {**mine, **entry}
        elif mine is None:
            raise LexiconError(f"{path}: no entry {key} to add to; it may have {', '.join(sorted(ours))}")
        else:
            raise LexiconError(f"{path}: {key} is not of the kind that ours is (a list or a table)")
    return merged


def _read(path: Path) -> dict[str, Entry]:
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: not a TOML file ({error}); mend it") from error
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read ({error.strerror})") from error
    return {key: _checked(path, key, entry) for key, entry in content.items()}


def _checked(path: Path, key: str, entry: object) -> Entry:
    if isinstance(entry, dict):
        for word, value in entry.items():
            _check_word(path, key, word)
            if not isinstance(value, str | int):
                raise LexiconError(f"{path}: {key}.{word} is {value!r}; write a word or a number")
        return entry
    if not isinstance(entry, list):
        raise LexiconError(f"{path}: {key} is {entry!r}; write a list of words")
    for word in entry:
        _check_word(path, key, word)
    if len(set(entry)) < len(entry):
        twice = sorted({word for word in entry if entry.count(word) > 1})
        raise LexiconError(f"{path}: {key} lists {', '.join(twice)} twice; keep one")
    return tuple(entry)


def _check_word(path: Path, key: str, word: object) -> None:
    if not isinstance(word, str) or not word or word != word.strip():
        raise LexiconError(f"{path}: {key} holds {word!r}; write a word without white space at its ends")
