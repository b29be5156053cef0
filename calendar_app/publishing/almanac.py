"""What an almanac prints beside a date: the lunar day, the solar term, and whether people are off or make up work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import holidays
from lunar_python import Solar

SATURDAY = 5
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class AlmanacDay:
    """One civil day as mainland China's almanacs print it.

    `lunar_date` is the whole lunar date (甲辰年六月十七), `lunar` what stands beside the day number (十七, on the first
    the month: 七月), `term` the solar term that begins that day, `rest` and `work` whether the day is marked 休 or 班.
    """

    lunar_date: str
    lunar: str
    term: str
    holiday: str
    rest: bool
    work: bool

    @property
    def caption(self) -> str:
        """The one word that stands beside the day number: the solar term where there is one, else the lunar day."""
        return self.term or self.lunar


@lru_cache(maxsize=4096)
def almanac_day(day: date) -> AlmanacDay:
    """Look a day up: 2024-07-22 is 六月十七, 大暑; 2024-10-12 makes up for a day off (班)."""
    lunar = Solar.fromYmd(day.year, day.month, day.day).getLunar()
    number = lunar.getDayInChinese()
    month = f"{lunar.getMonthInChinese()}月"
    return AlmanacDay(
        lunar_date=f"{lunar.getYearInGanZhi()}年{month}{number}",
        lunar=month if number == "初一" else number,
        term=lunar.getJieQi(),
        holiday=statutory(day.year).get(day, ""),
        rest=is_rest(day),
        work=is_make_up(day),
    )


@lru_cache(maxsize=64)
def statutory(year: int) -> dict[date, str]:
    """Days off by the State Council's notice that are no plain weekend, with their names."""
    off = holidays.country_holidays("CN", years=[year], language="zh_CN")
    return {day: name.split("（")[0] for day, name in off.items()}


def is_make_up(day: date) -> bool:
    statutory(day.year)
    return day in make_up_days(day.year)


@lru_cache(maxsize=64)
def make_up_days(year: int) -> frozenset[date]:
    """Weekend days that the notice makes workdays."""
    calendar = holidays.country_holidays("CN", years=[year])
    return frozenset(day for day in getattr(calendar, "weekend_workdays", ()) if day.year == year)


def is_rest(day: date) -> bool:
    """Whether the day is off by the notice, or a weekend day that joins such days."""
    if day in statutory(day.year):
        return True
    return is_free_weekend(day) and any(joins_holiday(day, step) for step in (ONE_DAY, -ONE_DAY))


def joins_holiday(day: date, step: timedelta) -> bool:
    neighbour = day + step
    while is_free_weekend(neighbour) and neighbour not in statutory(neighbour.year):
        neighbour += step
    return neighbour in statutory(neighbour.year)


def is_free_weekend(day: date) -> bool:
    return day.weekday() >= SATURDAY and not is_make_up(day)
