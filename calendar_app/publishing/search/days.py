"""Days in a search: 7月下旬, 2024-07-25, 上周; as words kept with every event, or as a period from today."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from calendar_app.models import Event
from calendar_app.models.search import LONG

WEEK = 7
LONGEST = 62  # days of an event that are kept; of longer ones the first
NUMBER = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
ISO = re.compile(r"((?:19|20)[0-9]{2})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?")
CHINESE = re.compile(
    rf"(?:((?:19|20)[0-9]{{2}})年)?(?:({NUMBER})月)(?:份)?(?:([上中下])旬|({NUMBER})[日号])?|((?:19|20)[0-9]{{2}})年"
)
THIRDS = "上中下"
DIGITS = "一二三四五六七八九"
# What counts from today, and how many weeks, days, months or years it is away.
WEEKS = {"上周": -1, "上星期": -1, "本周": 0, "这周": 0, "下周": 1, "下星期": 1}
DAYS = {"前天": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2}
MONTHS = {"上个月": -1, "上月": -1, "本月": 0, "这个月": 0, "下个月": 1, "下月": 1}
YEARS = {"去年": -1, "今年": 0, "明年": 1}
RELATIVE = re.compile("|".join(sorted((*WEEKS, *DAYS, *MONTHS, *YEARS), key=len, reverse=True)))


def number(text: str) -> int:
    """Read 7, 07, 七, 十二, 二十五."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (DIGITS.find(tens) + 1 or 1) * 10 * bool(ten) + (DIGITS.find(ones) + 1 if ones else 0)


def day_tokens(event: Event) -> Iterator[str]:
    """Yield the words for the days of an event: /d2024, /d2024/7, /d2024/7/25, /d2024/7下, and without the year."""
    first = event.starts_on or event.ends_on
    if first is None:
        return
    last = event.ends_on or first
    for ahead in range(min((last - first).days, LONGEST) + 1):
        day = first + timedelta(ahead)
        third = THIRDS[min((day.day - 1) // 10, 2)]
        for year in (str(day.year), ""):
            yield from (f"/d{year}/{day.month}", f"/d{year}/{day.month}/{day.day}", f"/d{year}/{day.month}{third}")
        yield f"/d{day.year}"


def is_long(event: Event) -> bool:
    """Whether an event goes on after the days that are kept."""
    return bool(event.starts_on and event.ends_on and (event.ends_on - event.starts_on).days > LONGEST)


def period_tokens(since: date, until: date) -> list[str]:
    """Return words of which each event that takes place in a period holds one; of long ones others hold it too."""
    days = [since + timedelta(ahead) for ahead in range((until - since).days + 1)]
    if len(days) <= WEEK:
        return [*(f"/d{day.year}/{day.month}/{day.day}" for day in days), LONG]
    if len(days) <= LONGEST:
        return [*dict.fromkeys(f"/d{day.year}/{day.month}" for day in days), LONG]
    return [*(f"/d{year}" for year in range(since.year, until.year + 1)), LONG]


def take_days(text: str) -> tuple[str, list[str]]:
    """Take written dates out of a plain text; return what is left and the words they ask for."""
    found: list[str] = []

    def iso(match: re.Match[str]) -> str:
        year, month, day = match.groups()
        found.append(f"/d{year}/{int(month)}" + (f"/{int(day)}" if day else ""))
        return " "

    def chinese(match: re.Match[str]) -> str:
        year, month, third, day, alone = match.groups()
        if alone:
            found.append(f"/d{alone}")
        else:
            found.append(f"/d{year or ''}/{number(month)}" + (third or "") + (f"/{number(day)}" if day else ""))
        return " "

    return CHINESE.sub(chinese, ISO.sub(iso, text)), found


def take_period(text: str, today: date) -> tuple[str, date | None, date | None]:
    """Take the first of 今天, 上周, 下月, 去年 … out of a text; return what is left and its first and last day."""
    match = RELATIVE.search(text)
    if not match:
        return text, None, None
    word = match.group()
    left = f"{text[: match.start()]} {text[match.end() :]}"
    if word in DAYS:
        day = today + timedelta(DAYS[word])
        return left, day, day
    if word in WEEKS:
        monday = today + timedelta(7 * WEEKS[word] - today.weekday())
        return left, monday, monday + timedelta(6)
    if word in MONTHS:
        first = month_away(today, MONTHS[word])
        return left, first, month_away(first, 1) - timedelta(1)
    year = today.year + YEARS[word]
    return left, date(year, 1, 1), date(year, 12, 31)


def month_away(day: date, months: int) -> date:
    """Return the first of the month so many months away."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)
