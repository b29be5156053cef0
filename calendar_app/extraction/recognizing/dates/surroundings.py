"""What the words around a date say of it: a deadline, an as-of day, every week, or no date at all."""

from __future__ import annotations

import re
from typing import NamedTuple

from calendar_app.extraction.recognizing.dates.combining import Moment

BEFORE = re.compile(
    r"\s{0,2}(?:之前|以前|前(?!后|往|来|进|去|线|台|沿|夕|景|期|述|瞻|言|排|半|列|段|所|\d|[一二三四五六七八九十两几]))"
)
ABOUT = re.compile(r"左右|前后|上下")
SINCE = re.compile(r"(?:以来|至今|迄今)")
SINCE_THEN = re.compile(r"[^，。；\n]{0,30}?(?:以来|至今|迄今)")  # 自2001年5月8日首个宣传日设立以来
RECURRING = re.compile(r"(?:每年|每月|每周|每个|每逢|每|逢|历年|往年)(?:的|到|逢)?$")
DUE = re.compile(
    r"(?:截止(?:日期|时间)?[为是:\s]{0,3}|(?:报名|申报|征集|投稿)截[至止][到至]?"
    r"|(?:力争|力求|争取|确保)[在于到]?|到|至|不晚于|不迟于)$"
)
AS_OF = re.compile(r"(?<!报名)(?<!申报)(?<!征集)(?<!投稿)(?:截至|截止至|截止到)(?:目前|时间)?$")
OCCASION = re.compile(
    r"(?:庆祝|迎接|喜迎|欢庆|纪念|迎)(?:第\S{1,4}个|“?\d{1,2}[.·•]\d{1,2}”?(?:国际|世界)?)?$"
)  # 为庆祝国庆节: why, not when
COMING = re.compile(
    r"[”》]?(?:[\u4e00-\u9fff]{2,3}节)?(?:即将|来临|到来|临近|将至|前夕|之际)"
)  # “六一”来临之际: when about
DATELINE = re.compile(r"\s?(?:电|讯)")
FOUNDED = re.compile(r"(?:成立|创建|创办|创立|始建|组建|设立|出生|生|建|毕业|诞生|注册|签订|发布|颁布|开业|兴建)于$")
RATIO = re.compile(r"(?:比[分例数]?[为是达]?|以)\s?$")
CLAUSE_START = re.compile(r"(?:^|[，。；：、！？\n“(\s,;:>】在于定为至])$")


class Surroundings(NamedTuple):
    """Where a date ends with its suffix, and what it is a date of."""

    end: int
    deadline: bool = False
    approximate: bool = False
    background: bool = False


def surroundings(text: str, moment: Moment) -> Surroundings | None:
    """Read the words around; None where they show that nothing is dated (每周三, 三点建议, bare 早)."""
    before = text[max(0, moment.start - 8) : moment.start]
    if RECURRING.search(before) or _in_a_title(text, moment) or not _stands_alone(text, moment, before):
        return None
    suffix = BEFORE.match(text, moment.end)
    about = ABOUT.match(text, moment.end)
    end = (suffix or about).end() if (suffix or about) else moment.end  # type: ignore[union-attr]
    as_of = AS_OF.search(before) is not None
    ends = moment.first is not None and moment.first.stretch in {"late", "within"}
    due = not as_of and (ends or "截" in before) and DUE.search(before) is not None
    deadline = suffix is not None or due
    return Surroundings(
        end=end,
        deadline=deadline,
        approximate=about is not None or (ends and not deadline),
        background=as_of or _is_background(text, moment, before, end),
    )


def _in_a_title(text: str, moment: Moment) -> bool:
    """《争当明日先锋》 is a title; only a date by the calendar is one in there too."""
    if moment.rule.split("-")[0] in {"numeric", "year", "month", "day"}:
        return False
    opened = text.rfind("《", max(0, moment.start - 40), moment.start)
    return opened >= 0 and "》" not in text[opened : moment.start]


def _is_background(text: str, moment: Moment, before: str, end: int) -> bool:
    if moment.rule == "festival" and (OCCASION.search(before) or COMING.match(text, end)):
        return True
    if before.endswith(("自", "自从")) and SINCE_THEN.match(text, end):
        return True
    return bool(SINCE.match(text, end) or DATELINE.match(text, end) or FOUNDED.search(before))


def _stands_alone(text: str, moment: Moment, before: str) -> bool:
    """Say whether a time or weekday without a date is one: 晚 or 三点 alone is not."""
    if moment.rule == "clock":
        return RATIO.search(before) is None
    if moment.rule == "weak":
        return moment.clock is not None
    if moment.rule == "loose-clock":
        return moment.until is not None
    if moment.rule == "part" and moment.clock is None:
        return CLAUSE_START.search(before) is not None or text[moment.end : moment.end + 1] in tuple("，,")
    if moment.rule.startswith("weekday"):
        return moment.first == moment.last
    return True
