"""The feasts of `lexicon/festivals.toml`, each with its day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from calendar_app.extraction.lexicon import LexiconError, per_lexicon, table, words


@dataclass(frozen=True, slots=True)
class Festival:
    """A feast and its day: solar or lunar (0 ends the month), a solar term, or a week of a month."""

    name: str
    month: int
    day: int = 0
    lunar: bool = False
    term: str | None = None
    week: int = 0
    weekday: int = 0
    holiday: int = 1


@dataclass(frozen=True, slots=True)
class Festivals:
    """The feasts by their full names and by the short ones, which are dates only before a word of time."""

    full: Mapping[str, Festival]
    short: Mapping[str, Festival]
    holiday_words: tuple[str, ...]
    day_words: tuple[str, ...]
    eve_words: tuple[str, ...]
    name_words: tuple[str, ...]

    def __getitem__(self, name: str) -> Festival:
        return self.full.get(name) or self.short[name]


@per_lexicon
def festivals() -> Festivals:
    """Return the feasts that this installation knows; raise LexiconError where an entry means no day."""
    known = {name: _festival(key, name, str(day)) for key in DAYS for name, day in table("festivals", key).items()}
    aliases = {name: _known(known, name, str(of)) for name, of in table("festivals", "aliases").items()}
    short = {name: _known(known, name, str(of)) for name, of in table("festivals", "short").items()}
    lists = (words("festivals", key) for key in ("holiday_words", "day_words", "eve_words", "name_words"))
    return Festivals(known | aliases, short, *lists)


DAYS = {
    "solar": re.compile(r"(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    "lunar": re.compile(r"(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    "terms": re.compile(r"(?P<term>..)-(?P<month>\d{1,2})"),
    "weeks": re.compile(r"(?P<month>\d{1,2})-(?P<week>[1-5])-(?P<weekday>[1-7])"),
}


def _festival(key: str, name: str, day: str) -> Festival:
    match = DAYS[key].fullmatch(day)
    numbers = {part: int(value) for part, value in match.groupdict().items() if value.isdecimal()} if match else {}
    if match is None or not (1 <= numbers["month"] <= 12 and numbers.get("day", 1) <= 31):
        raise LexiconError(f"festivals.toml: {key}.{name} is {day!r}, which is no day; write it like its neighbours")
    term = match["term"] if key == "terms" else None
    holiday = int(table("festivals", "holidays").get(name, 1))
    return Festival(name, lunar=key == "lunar", term=term, holiday=holiday, **numbers)


def _known(known: Mapping[str, Festival], name: str, of: str) -> Festival:
    if of not in known:
        raise LexiconError(f"festivals.toml: {name} stands for {of}, which is not listed; list it or mend the name")
    return known[of]
