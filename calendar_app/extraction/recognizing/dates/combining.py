"""Pieces that belong together: a date with its weekday, part of day and clock; two of them as a range."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from calendar_app.extraction.recognizing.dates.atoms import Atom
from calendar_app.extraction.recognizing.dates.clocks import Clock
from calendar_app.extraction.when import DayPart, Written

ORDER = {"weekday": 2, "part": 3, "weak": 3, "clock": 4, "loose-clock": 4}
RANGE = re.compile(r"\s{0,3}(?:起|开始)?\s{0,3}(?:-{1,2}|至|到)\s{0,4}")
LIST = re.compile(r"\s{0,3}[、和及与]\s{0,4}")
TOGETHER = re.compile(r"\s{0,4}的?")
OPEN, CLOSED = re.compile(r"\s{0,2}\(\s{0,2}"), re.compile(r"\s{0,2}\)")


class Moment(NamedTuple):
    """A date, a time, or both, as printed in one place, perhaps with the end of a range."""

    rule: str
    start: int
    end: int
    first: Written | None = None
    last: Written | None = None
    part: DayPart | None = None
    clock: Clock | None = None
    until: Clock | None = None
    order: int = 1
    approximate: bool = False
    glossed: bool = False

    @property
    def has_time(self) -> bool:
        return self.part is not None or self.clock is not None

    @property
    def is_plain_day(self) -> bool:
        one = self.first
        return one is not None and one == self.last and one.day is not None and not one.lunar and not self.has_time


def moments(text: str, atoms: list[Atom]) -> Iterator[Moment]:
    """Yield the pieces put together, in order; each piece goes into one moment at most."""
    place = 0
    while place < len(atoms):
        moment, place = _moment(text, atoms, place)
        while place < len(atoms) and atoms[place].start - moment.end <= 8:
            gap = text[moment.end : atoms[place].start]
            other, after = _moment(text, atoms, place)
            joined = (
                _range(moment, other)
                if RANGE.fullmatch(gap)
                else _neighbours(moment, other)
                if LIST.fullmatch(gap)
                else None
            )
            if joined is None:
                if LIST.fullmatch(gap):
                    other = _inheriting(moment, other)
                    yield moment
                    moment, place = other, after
                    continue
                break
            moment, place = joined, after
        yield moment


def _moment(text: str, atoms: list[Atom], place: int, glossed: bool = False) -> tuple[Moment, int]:
    """Put together what stands side by side from one piece on; return it and the place after it."""
    moment = _alone(atoms[place])._replace(glossed=glossed)
    place += 1
    while place < len(atoms) and atoms[place].start - moment.end <= 5:
        gap = text[moment.end : atoms[place].start]
        if TOGETHER.fullmatch(gap) and _follows(moment, atoms[place], gap):
            moment, place = _with(moment, atoms[place]), place + 1
        elif OPEN.fullmatch(gap) and moment.first is not None and not moment.glossed:
            gloss, after = _moment(text, atoms, place, glossed=True)
            closed = CLOSED.match(text, gloss.end)
            if not closed:
                break
            moment, place = _glossed(moment, gloss, closed.end()), after
        else:
            break
    return moment, place


def _alone(atom: Atom) -> Moment:
    order = 3 if atom.part else ORDER.get(atom.rule, 1)
    said = (atom.rule, atom.start, atom.end, atom.first, atom.last, atom.part, atom.clock)
    return Moment(*said, order=order, approximate=atom.approximate)


def _follows(moment: Moment, atom: Atom, gap: str) -> bool:
    if moment.rule == "vague":
        return False
    if atom.first is not None and moment.first is not None and _is_bare_year(moment.first):
        return atom.rule in {"festival", "lunar"}
    order = ORDER.get(atom.rule, 1)
    if atom.rule == "weak" and gap.strip():
        return False
    if moment.first is not None and _repeats(moment.first, atom):
        return not gap and moment.order == 1
    return order > moment.order and atom.rule != "vague" and not (order == 2 and not moment.first)


def _repeats(first: Written, atom: Atom) -> bool:
    """Say whether a piece only names the same day again: 国庆节当天, 五月初五端午节, 7月25日当晚."""
    same_day = atom.rule == "said" and atom.first is not None and (atom.first.base, atom.first.days) == ("before", 0)
    return (same_day and first.base != "before") or (atom.rule == "festival" and first.day is not None)


def _is_bare_year(one: Written) -> bool:
    return (
        one.month is None
        and one.day is None
        and one.stretch is None
        and (one.year is not None or one.years is not None)
    )


def _with(moment: Moment, atom: Atom) -> Moment:
    order = ORDER.get(atom.rule, 1)
    approximate = moment.approximate or atom.approximate
    if moment.first and _repeats(moment.first, atom):
        return moment._replace(end=atom.end, order=3 if atom.part else 1, part=atom.part)
    if order == 1 and atom.first and moment.first:
        said = moment.first
        one = atom.first._replace(year=said.year, base=said.base, years=said.years)
        return moment._replace(rule=atom.rule, end=atom.end, first=one, last=one)
    if order == 2 and moment.first and atom.first:
        one = moment.first._replace(weekday=atom.first.weekday) if moment.first == moment.last else moment.first
        return moment._replace(
            end=atom.end, order=2, first=one, last=one if moment.first == moment.last else moment.last
        )
    if order == 3:
        return moment._replace(end=atom.end, order=3, part=atom.part)
    return moment._replace(end=atom.end, order=4, clock=atom.clock, approximate=approximate)


def _glossed(moment: Moment, gloss: Moment, end: int) -> Moment:
    """Take in a bracket: 今天（10月7日）, 7月25日（星期四下午）, 6月10日（端午节）."""
    moment = moment._replace(end=end, glossed=True, part=moment.part or gloss.part, clock=moment.clock or gloss.clock)
    first, said = moment.first, gloss.first
    if first is None or said is None:
        return moment
    if said.weekday and moment.first == moment.last:
        one = first._replace(weekday=said.weekday)
        return moment._replace(first=one, last=one)
    if first.day is None and said.day is not None and not said.lunar:
        return moment._replace(first=said, last=gloss.last, rule=gloss.rule)
    return moment


def _range(a: Moment, b: Moment) -> Moment | None:
    """Join 7月25日 and 26日, 9:00 and 11:30, 7月25日上午 and 27日下午; None where they are no range."""
    if a.until and not a.clock and b.first is None and b.clock:  # 7月25日至26日9:00-17:00: the same hours each day
        return a._replace(end=b.end, clock=a.until, until=b.clock.on(b.part))
    if a.until or "vague" in (a.rule, b.rule):
        return None
    if b.first is None:
        if a.clock and b.clock:
            until = b.clock.on(b.part or a.part)
            return a._replace(end=b.end, until=until)
        return a._replace(end=b.end) if a.part and b.part and not b.clock else None
    if (
        a.first is None
        or a.last != a.first
        or _finer(b.first) != _finer(a.first)
        or (b.first.lunar and not a.first.lunar)
    ):
        return None
    return a._replace(end=b.end, last=b.last, until=b.clock.on(b.part) if b.clock else None, rule=f"{a.rule}-range")


def _finer(one: Written) -> str:
    """Say what a date is told to."""
    if one.day or one.days is not None or one.festival:
        return "day"
    if one.weekday:
        return "weekday"
    return "month" if one.month or one.months is not None or one.stretch else "year"


def _neighbours(a: Moment, b: Moment) -> Moment | None:
    """Join 5月13日、14日 (days that touch) into one stretch of days."""
    if (
        a.first is None
        or a.last is None
        or b.first is None
        or a.has_time
        or not b.is_plain_day
        or b.first.year
        or a.last.lunar
    ):
        return None
    same_month = b.first.month in (None, a.last.month) and b.first.months is None
    if not same_month or a.last.day is None or b.first.day != a.last.day + 1:
        return None
    return a._replace(end=b.end, last=b.last, part=b.part, clock=b.clock)


def _inheriting(a: Moment, b: Moment) -> Moment:
    """Give 12日 in 7月5日、12日 its month, and 8月1日 in 2024年7月25日、8月1日 its year."""
    if a.last is None or b.first is None or b.last is None or not b.first.day or b.first.lunar or b.first.year:
        return b
    has_month = b.first.month is not None
    if not has_month and (b.first.months is not None or not a.last.day or b.first.day <= a.last.day):
        return b
    return b._replace(first=_in_year_of(a.last, b.first), last=_in_year_of(a.last, b.last))


def _in_year_of(a: Written, b: Written) -> Written:
    """Give a date the year, and where it has none the month, of another."""
    said = b._replace(year=a.year, base=a.base, years=a.years)
    return said if b.month is not None else said._replace(month=a.month, months=a.months)
