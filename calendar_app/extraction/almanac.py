"""Which days a printed date means, once its year is known: solar, lunar, festivals, and parts of months and years."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import cache, lru_cache

from lunar_python import Lunar, LunarMonth, LunarYear

from calendar_app.extraction.festivals import Festival, festivals
from calendar_app.extraction.when import Written

Days = tuple[date, date]
WITHIN_MONTH = {
    "early": (1, 10),
    "early-middle": (1, 20),
    "middle": (11, 20),
    "middle-late": (11, 31),
    "late": (21, 31),
}
WITHIN_YEAR = {
    "half-1": (1, 6), "half-2": (7, 12), "quarter-1": (1, 3), "quarter-2": (4, 6), "quarter-3": (7, 9),
    "quarter-4": (10, 12), "quarters-3": (1, 9), "early": (1, 3), "middle": (6, 7), "late": (12, 12),
}  # fmt: skip


def days(written: Written, year: int, month: int | None = None) -> Days | None:
    """Return the first and last day meant in that year (and month, where none is printed), or None for no such day."""
    try:
        return _days(written, year, written.month or month)
    except (ValueError, OverflowError):  # 2月30日 is a misprint, not a date
        return None


@lru_cache(4096)
def interval(first: Written, last: Written, year: int, month: int | None = None) -> Days | None:
    """Return the days from first to last; what the last leaves out comes from the first, or the next month or year."""
    begins = days(first, first.year or year, month)
    if begins is None or first == last:
        return begins
    for year_after, month_after in ((0, 0), (0, 1), (1, 0)):
        base = begins[0].month + month_after
        next_month = (base - 1) % 12 + 1 if last.day is not None else None
        ends = days(last, last.year or begins[0].year + year_after + base // 13, next_month)
        if ends is not None and ends[1] >= begins[0]:
            return begins[0], ends[1]
    return None


def _days(written: Written, year: int, month: int | None) -> Days | None:
    if written.festival:
        return _festival(festivals()[written.festival], year, written.stretch)
    if written.lunar:
        return lunar(year, month or 1, written.day, written.leap)
    if month is None:
        return _year(year, written.stretch)
    if written.day is None:
        return _month(year, month, written.stretch)
    day = date(year, month, written.day)
    return day, day


def _year(year: int, stretch: str | None) -> Days:
    if stretch == "end":
        return date(year, 12, 31), date(year, 12, 31)
    first, last = WITHIN_YEAR.get(stretch or "", (1, 12))
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _month(year: int, month: int, stretch: str | None) -> Days:
    length = monthrange(year, month)[1]
    if stretch == "end":
        return date(year, month, length), date(year, month, length)
    first, last = WITHIN_MONTH.get(stretch or "", (1, 31))
    return date(year, month, first), date(year, month, min(last, length))


@cache
def lunar(year: int, month: int, day: int | None, leap: bool = False) -> Days | None:
    """Return the solar days of a lunar day (0 is the month's last), or of the whole month, in the lunar year named."""
    if not 1600 <= year <= 2200:
        return None
    if leap and LunarYear.fromYear(year).getLeapMonth() != month:
        return None
    signed = -month if leap else month
    length = LunarMonth.fromYm(year, signed).getDayCount()
    first, last = (1, length) if day is None else (length, length) if day == 0 else (day, day)
    if last > length:
        return None
    return _solar(year, signed, first), _solar(year, signed, last)


def _solar(year: int, month: int, day: int) -> date:
    solar = Lunar.fromYmd(year, month, day).getSolar()
    return date(solar.getYear(), solar.getMonth(), solar.getDay())


@cache
def _festival(festival: Festival, year: int, stretch: str | None) -> Days | None:
    if festival.term:
        first = _solar_term(year, festival.month, festival.term)
    elif festival.week:
        start = date(year, festival.month, 1)
        first = start + timedelta((festival.weekday - start.isoweekday()) % 7 + 7 * (festival.week - 1))
    elif festival.lunar:
        eve = festival.day == 0  # 2024年除夕 is the eve of the year that begins in 2024
        found = lunar(year - eve, festival.month, festival.day)
        if found is None:
            return None
        first = found[0]
    else:
        first = date(year, festival.month, festival.day)
    return first, first + timedelta(festival.holiday - 1 if stretch == "holiday" else 0)


def _solar_term(year: int, month: int, term: str) -> date:
    """Return the day of a solar term (清明, 冬至); the table of a lunar year has the one before it."""
    for solar in (Lunar.fromYmd(each, 6, 1).getJieQiTable()[term] for each in (year, year + 1)):
        if (solar.getYear(), solar.getMonth()) == (year, month):
            return date(year, month, solar.getDay())
    raise ValueError(f"{term} {year}")
