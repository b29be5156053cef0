"""The smallest dated pieces of a text: one date, weekday, part of the day or clock time each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from calendar_app.extraction.festivals import festivals
from calendar_app.extraction.recognizing.dates.clocks import PARTS, Clock, read_clock
from calendar_app.extraction.recognizing.dates.numerals import number, year
from calendar_app.extraction.recognizing.dates.patterns import patterns
from calendar_app.extraction.when import Base, DayPart, Written

STRETCHES = {
    "上旬": "early", "中旬": "middle", "下旬": "late", "上中旬": "early-middle", "中上旬": "early-middle",
    "中下旬": "middle-late",
    "初": "early", "中": "middle", "底": "late", "末": "late", "内": "within",
    "上半年": "half-1", "下半年": "half-2", "前三季度": "quarters-3",
}  # fmt: skip
SAID_YEARS: dict[str, tuple[Base, int]] = {
    "今": ("published", 0), "本": ("published", 0), "去": ("published", -1), "明": ("published", 1),
    "前": ("published", -2), "后": ("published", 2), "当": ("before", 0), "同": ("before", 0),
    "次": ("before", 1), "翌": ("before", 1),
}  # fmt: skip
SAID_MONTHS: dict[str, tuple[Base, int]] = {
    "本": ("published", 0), "这个": ("published", 0), "上": ("published", -1), "上个": ("published", -1),
    "下": ("published", 1), "下个": ("published", 1), "当": ("before", 0), "同": ("before", 0),
    "次": ("before", 1), "翌": ("before", 1),
}  # fmt: skip
SAID_DAYS: dict[str, tuple[Base, int]] = {
    "大前": ("published", -3), "前": ("published", -2), "昨": ("published", -1), "今": ("published", 0),
    "即": ("published", 0), "明": ("published", 1), "后": ("published", 2), "大后": ("published", 3),
    "当": ("before", 0), "同": ("before", 0), "次": ("before", 1), "翌": ("before", 1), "转": ("before", 1),
    "隔": ("before", 1), "第二": ("before", 1), "第三": ("before", 2), "第四": ("before", 3), "第五": ("before", 4),
}  # fmt: skip
SAID_PARTS: dict[str, DayPart] = {"晚": "evening", "夜": "evening", "早": "morning", "晨": "morning"}
WEEKS = {"上上": -2, "上": -1, "本": 0, "这": 0, "下": 1, "下下": 2}
WEEKDAYS = {character: value for value, character in enumerate("一二三四五六日", 1)} | {"天": 7}
RANGES = ("至", "到", "-", "--")
ITEM_NUMBER = re.compile(r"\d{1,2}、\s{0,2}")
DIGITS = re.compile(r"\d+")
ITEM = re.compile(r"[\d〇零一二三四五六七八九十廿卅元]+")


class Atom(NamedTuple):
    """One piece: its rule, its range, and the date, part of day or clock time it says."""

    rule: str
    start: int
    end: int
    first: Written | None = None
    last: Written | None = None
    part: DayPart | None = None
    clock: Clock | None = None
    approximate: bool = False

    @property
    def is_time(self) -> bool:
        return self.first is None and self.rule != "vague"


def atoms(text: str) -> Iterator[Atom]:
    """Yield the pieces of a text whose characters were made alike, in order."""
    scan, details = patterns()
    for found in scan.finditer(text):
        rule = found.lastgroup or ""
        match = details[rule].match(text, found.start())
        if match and match.end() == found.end():
            yield from READERS[rule](rule, match)


def _one(
    rule: str, match: re.Match[str], first: Written, last: Written | None = None, part: DayPart | None = None
) -> Iterator[Atom]:
    yield Atom(rule, *match.span(), first, last or first, part)


def _numeric(rule: str, match: re.Match[str]) -> Iterator[Atom]:
    printed = [int(digits) for digits in DIGITS.findall(match.group())]
    first = Written(year=printed[0], month=printed[1], day=printed[2])
    rest = printed[3:]
    last = (
        first._replace(month=rest[0], day=rest[1]) if len(rest) == 2 else first._replace(day=rest[0]) if rest else first
    )
    return _one(rule, match, first, last)


def _calendar(rule: str, match: re.Match[str]) -> Iterator[Atom]:
    """Read 2024年7月25日, 去年12月, 7月上旬, 7月25、26日, 25日."""
    groups = match.groupdict()
    base = _year_and_month(groups)
    start = match.start() + _item_number(groups)
    if groups.get("days"):
        yield from _listed(rule, match, "days", base, "day", start)
    elif groups.get("loose"):
        yield from _one(rule, match, base._replace(day=number(groups["loose"])))
    elif groups.get("stretch") or groups.get("year_stretch"):
        yield from _one(rule, match, base._replace(stretch=_stretch(groups.get("stretch") or groups["year_stretch"])))
    elif groups.get("months"):
        yield from _listed(rule, match, "months", base, "month", start)
    elif groups.get("first_year"):
        yield from _one(rule, match, base._replace(year=year(groups["first_year"])), base)
    elif base.month or base.months is not None or _is_year(match, base):
        yield from _one(rule, match, base)


def _is_year(match: re.Match[str], base: Written) -> bool:
    """Tell 2024年 from the length of time in 近2000年 and 5000年历史."""
    if base.year is None:
        return base.base is not None
    before, after = match.string[max(0, match.start() - 1) : match.start()], match.string[match.end() : match.end() + 2]
    return (
        1600 <= base.year < 2200 and before not in tuple("近约超逾达过满共有") and after not in ("历史", "之久", "以上")
    )


def _year_and_month(groups: dict[str, str | None]) -> Written:
    said = SAID_YEARS.get(groups.get("said_year") or "")
    found = Written(base=said[0], years=said[1]) if said else Written()
    if groups.get("year"):
        found = found._replace(year=year(groups["year"] or ""))
    if groups.get("said_month"):
        base, months = SAID_MONTHS[groups["said_month"] or ""]
        return found._replace(base=base, months=months)
    if groups.get("months"):
        return found._replace(month=_numbers(groups["months"] or "")[-1])
    return found


def _numbers(printed: str) -> list[int]:
    return [number(each) for each in ITEM.findall(printed)]


def _item_number(groups: dict[str, str | None]) -> int:
    """Return how long the number of a list item is that stands before a date (1、 in 1、7月25日), or 0."""
    head = ITEM_NUMBER.match(groups.get("months") or "") if groups.get("days") else None
    return head.end() if head else 0


def _listed(
    rule: str, match: re.Match[str], group: str, base: Written, part: Literal["day", "month"], start: int
) -> Iterator[Atom]:
    """Read a number, a range (25至27) or a list (25、26) of days or months; a list with gaps is several dates."""
    places = list(ITEM.finditer(match.string, match.start(group), match.end(group)))
    runs = [[places[0]]]
    for before, place in pairwise(places):
        in_a_range = match.string[before.end() : place.start()].strip() in RANGES
        if in_a_range or number(place.group()) == number(before.group()) + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    for run in runs:
        begins = start if run is runs[0] else run[0].start()
        ends = match.end() if run is runs[-1] else run[-1].end()
        first, last = (_with_number(base, part, number(each.group())) for each in (run[0], run[-1]))
        yield Atom(rule, begins, ends, first, last)


def _with_number(base: Written, part: Literal["day", "month"], value: int) -> Written:
    return base._replace(day=value) if part == "day" else base._replace(month=value)


def _stretch(printed: str | None) -> str:
    words = printed or ""
    if words.removeprefix("年") in STRETCHES:
        return STRETCHES[words.removeprefix("年")]
    return f"quarter-{number(words.removeprefix('第').removesuffix('季度'))}"


def _lunar(rule: str, match: re.Match[str]) -> Iterator[Atom]:
    groups = match.groupdict()
    month = groups["named"] or groups["month"] or groups["old"] or ""
    day = groups["named_day"] or groups["day"] or groups["old_day"]
    said = groups["lunar_year"]
    found = Written(
        year=year(said) if said else None,
        month=number(month.removeprefix("闰")),
        day=number(day.removeprefix("初")) if day else None,
        lunar=True,
        leap=month.startswith("闰"),
    )
    return _one(rule, match, found)


def _counted(rule: str, match: re.Match[str]) -> Iterator[Atom]:
    """Read 两天后, 三周前; 25日前 is a day of the month and its deadline."""
    count, unit, later = number(match["count"]), match["unit"].removeprefix("个"), match["way"] == "后"
    if (
        unit == "日"
        and not later
        and (count >= 10 or match.string[max(0, match.start() - 1) : match.start()] in tuple("于在到至"))
    ):
        end = match.start("unit") + 1
        yield Atom("day", match.start(), end, Written(day=count), Written(day=count))
        return
    amount = (count if later else -count) * (1 if unit in {"天", "日", "月"} else 7)
    base: Base = "before" if later else "published"
    shift = Written(base=base, months=amount) if unit == "月" else Written(base=base, days=amount)
    yield from _one(rule, match, shift)


def _said(rule: str, match: re.Match[str]) -> Iterator[Atom]:
    printed = match.group()
    base, count = SAID_DAYS[printed[:-1]]
    part = SAID_PARTS.get(printed[-1])
    return _one(rule, match, Written(base=base, days=count), part=part)


def _week(rule: str, match: re.Match[str]) -> Iterator[Atom]:
    stretch = "weekend" if match["of_week"] == "末" else None
    weekday = WEEKDAYS.get(match["of_week"] or "")
    return _one(rule, match, Written(base="published", weeks=WEEKS[match["week"]], weekday=weekday, stretch=stretch))


def _weekday(rule: str, match: re.Match[str]) -> Iterator[Atom]:
    return _one(rule, match, Written(weekday=WEEKDAYS[match.group().strip("() \t\u3000")[-1]]))


def _festival(rule: str, match: re.Match[str]) -> Iterator[Atom]:
    more = match["more"] or match["short_more"]
    if more in festivals().eve_words:
        return iter([Atom("vague", *match.span())])
    return _one(rule, match, Written(festival=match["full"] or match["short"], stretch="holiday" if more else None))


def _part_of_year(rule: str, match: re.Match[str]) -> Iterator[Atom]:
    printed = match.group()
    if printed.startswith("月"):
        return _one(rule, match, Written(base="published", months=0, stretch=_stretch(printed[1:])))
    return _one(rule, match, Written(base="published", years=0, stretch=_stretch(printed.removeprefix("年"))))


def _vague(rule: str, match: re.Match[str]) -> Iterator[Atom]:
    yield Atom(rule, *match.span())


def _elapsed(rule: str, match: re.Match[str]) -> Iterator[Atom]:
    """Read 刚才, 两小时后, 半小时前: minutes from the clock time of publication."""
    count, hours = match["elapsed"], match["clock_unit"] == "小时"
    minutes = 0 if count is None else 30 if count == "半" else number(count) * (60 if hours else 1)
    if count != "半" or hours:
        yield from _one(
            rule, match, Written(base="published", minutes=-minutes if match["elapsed_way"] == "前" else minutes)
        )


def _part(rule: str, match: re.Match[str]) -> Iterator[Atom]:
    yield Atom(rule, *match.span(), part=PARTS[match.group()])


def _clock(rule: str, match: re.Match[str]) -> Iterator[Atom]:
    clock = read_clock(match)
    if clock:
        yield Atom(
            "clock" if clock.sure else "loose-clock", *match.span(), clock=clock, approximate=bool(match["about"])
        )


READERS = {
    "numeric": _numeric, "year": _calendar, "month": _calendar, "day": _calendar, "lunar": _lunar,
    "counted": _counted, "said": _said, "week": _week, "weekday": _weekday, "festival": _festival,
    "stretch": _part_of_year, "vague": _vague, "elapsed": _elapsed, "part": _part, "weak": _part, "clock": _clock,
}  # fmt: skip
