"""Recognizes dates and times in Chinese prose: 2024年7月25日至26日, 当日下午3:00—5:00, 农历六月十五, 国庆节."""

from __future__ import annotations

from collections.abc import Iterator

from calendar_app.extraction.almanac import interval
from calendar_app.extraction.document import Mention, Span
from calendar_app.extraction.recognizing.dates.atoms import atoms
from calendar_app.extraction.recognizing.dates.characters import alike
from calendar_app.extraction.recognizing.dates.combining import Moment, moments
from calendar_app.extraction.recognizing.dates.surroundings import Surroundings, surroundings
from calendar_app.extraction.when import Precision, When, Written

YEARS = range(1600, 2200)
TIMES = ("part", "weak", "clock", "loose-clock")


def recognize(text: str) -> Iterator[Mention]:
    """Yield every date and time as a mention of kind `date` with a When, e.g. 7月25日至26日, 当天下午, 近日.

    Days are settled where the year is printed; `refining.reference_dates.resolve` settles the others.
    """
    plain = alike(text)
    for moment in moments(plain, list(atoms(plain))):
        around = surroundings(plain, moment)
        if around is None:
            continue
        when = _when(moment, around)
        if when is not None:
            yield Mention("date", Span(moment.start, around.end), when, f"date-{moment.rule}")


def _when(moment: Moment, around: Surroundings) -> When | None:
    first, last = moment.first, moment.last
    if moment.rule in TIMES:
        first = last = Written(base="before", days=0)
    first, last = _at_the_end(first, around.deadline), _at_the_end(last, around.deadline)
    clock = moment.clock.on(moment.part) if moment.clock else None
    when = When(
        starts_at=clock.printed() if clock else None,
        ends_at=moment.until.printed() if moment.until else None,
        day_part=moment.part,
        precision=_precision(moment),
        deadline=around.deadline,
        approximate=moment.approximate or around.approximate,
        background=around.background,
        first=first,
        last=last,
    )
    return _settled(when)


def _at_the_end(one: Written | None, deadline: bool) -> Written | None:
    """8月底 is the last third of August; 8月底前 ends with its last day."""
    if one and deadline and one.stretch in {"late", "within"}:
        return one._replace(stretch="end")
    return one._replace(stretch=None) if one and one.stretch == "within" else one


def _settled(when: When) -> When | None:
    """Fill in the days where the year is printed; None where the calendar has no such day."""
    if when.first is None or when.last is None:
        return when
    needs_month = when.first.month is None and (when.first.day is not None or when.first.months is not None)
    if when.first.year is None or needs_month:
        possible = when.first.month is None or when.first.lunar or interval(when.first, when.last, 2024) is not None
        return when if possible else None
    found = interval(when.first, when.last, when.first.year) if when.first.year in YEARS else None
    return when._replace(starts_on=found[0], ends_on=found[1]) if found else None


def _precision(moment: Moment) -> Precision:
    one = moment.first
    if moment.clock and moment.clock.on(moment.part).hour < 24:
        return "minute"
    if moment.part:
        return "day_part"
    if one is None or one.minutes is not None:
        return "unknown"
    if one.day or one.days is not None or one.festival or one.weekday or one.stretch == "weekend":
        return "day"
    if (
        one.month
        or one.months is not None
        or one.weeks is not None
        or (one.stretch or "").startswith(("half", "quarter"))
    ):
        return "month"
    return "year"
