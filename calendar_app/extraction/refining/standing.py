"""How what is told stands to what was told before: right after it, a leg of it, on a day of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from calendar_app.extraction.document import Mention, Span
from calendar_app.extraction.refining.pages import BULLET, Occasion, Page

NEAR = 60  # code points between a date and its event's verb
FOLLOWS = re.compile(r"结束后|之后|随后|会后|课后|仪式后|活动后|会前")
AFTERWARDS = re.compile(r"^(?:[^，。]{0,8}(?:仪式|典礼|活动)后|[^，。]{0,30}(?:会议?|仪式|活动|结束)后|会后|课后)，")
NEXT = re.compile(r"(?:随后|之后|随即|接着|会后)，?[^，。；]{0,20}")
SESSION = re.compile(r"第[一二三四五六七八九十\d]{1,3}次")  # 随后召开的理事会第一次会议: of those who were just elected
MANY = re.compile(r"共(?![同青建产])|累计|先后|多次|[\d多][次期场批轮]")
TIMES = re.compile(r"等?(?:各类)?[\d一二两三四五六七八九十多]{1,3}余?[次期场批轮]")
WITHIN = re.compile(r"期间|其间|同期|[当期][中间]|作为[^，。]{2,40}(?:之一|一部分|组成部分|重要内容|子活动|分论坛)")
SHORTLY = re.compile("近[期日]|本[周月]|下[周月]|不久")
PLANS = re.compile("将(?=[^，。；]*$)|拟|计划")
FORMAL_PART = re.compile(
    "(?:大会|大赛|比赛|赛事|运动会|培训班?|论坛|展会|活动|文化节|艺术节)?(?:开幕|闭幕|开班|结业|开营|结营|闭营|颁奖)(?:式|仪式|典礼)"
)
GUESTS = re.compile("访问|来访|考察|访")
MET = re.compile("见|谈|会晤")
ONWARDS = re.compile(
    "还|又|随后|随即|接着|继续|先后|[^，。；]{0,6}(?:团|一行|团员们?|大家|学员们?|代表们|委员们)(?!会见|参加|出席)"
)


def opens(page: Page, when: Mention | None, sentence: Span) -> bool:
    """Say whether a sentence opens with a day, as each item of a chronicle does: △7月2日，…"""
    if when is None or when.value.first is None:
        return False
    if not when.value.first.day and not page.text.startswith(("同日", "同一天"), when.span.start):
        return False
    return bool(BULLET.fullmatch(page.text, sentence.start, when.span.start))


def is_afterwards(page: Page, one: Mention, sentence: Span, when: Mention | None) -> bool:
    """Say whether a meeting or training is told that was held right after the event before: 会后，召开了…"""
    verb = one.value.verb
    if (when and when.span.start < verb.start) or one.value.kind not in ("meeting", "training"):
        return False
    if not verb.quote(page.text).startswith(("召开", "举办", "主持召开", "组织召开")):
        return False
    lead = page.text[sentence.start : verb.start]
    return bool(AFTERWARDS.match(lead) or (NEXT.fullmatch(lead) and SESSION.search(page.text, *one.span)))


def tie(lead: str, first: Occasion) -> tuple[str, Occasion] | None:
    """Say how what is told stands to the article's first event: 培训结束后 follows it, 论坛期间 is a part of it."""
    if WITHIN.search(lead):
        return "part_of", first
    return ("follows", first) if FOLLOWS.search(lead) else None


def is_own(when: Mention | None, sentence: Span, other: Span | None) -> bool:
    """Say whether a sentence gives an event a day of its own."""
    if when is None or when.value.first is None or sentence == other:
        return False
    return when.value.precision in ("minute", "day_part", "day")


def is_close(when: Mention | None, one: Mention) -> bool:
    """Say whether a date stands near enough before an event's verb or name to be its own."""
    if when is None:
        return False
    return any(0 <= place - when.span.end <= NEAR for place in (one.span.start, one.value.verb.start))


def is_leg(page: Page, visit: Occasion, one: Mention, when: Mention | None) -> bool:
    """Say whether a visit is a leg of one that took several days, or whom the guests met in them."""
    if not is_within(visit, when):
        return False
    met = MET.search(page.text, *one.value.verb) and GUESTS.search(
        page.text, visit.event.span.start, visit.event.span.end
    )
    return bool(met or ONWARDS.search(page.text, one.span.start, one.value.verb.start))


def is_within(visit: Occasion, when: Mention | None) -> bool:
    """Say whether a day is one of several that a visit took."""
    if visit.event.value.frame != "visit" or not (visit.when and when and when.value.starts_on):
        return False
    first, last = visit.when.value.starts_on, visit.when.value.ends_on
    return bool(first and last and first != last and first <= when.value.starts_on <= last)


def is_elsewhen(found: Sequence[Occasion], one: Mention, when: Mention | None) -> bool:
    """Say whether a visit has a printed day on which nothing else is told, as in news of many things."""
    if when is None or not (when.value.first and when.value.first.month) or not is_own(when, one.span, None):
        return False
    days = [(other.when.value.starts_on, other.when.value.ends_on) for other in found if other.when]
    day = when.value.starts_on
    return is_close(when, one) and all(day and first and not first <= day <= (last or first) for first, last in days)


def is_formal_part(page: Page, one: Mention, when: Mention | None) -> bool:
    """Say whether a congress opens or closes at an hour of its own: 1月15日上午8:00召开的开幕大会."""
    if when is None or one.rule != "attributive" or not when.value.starts_at or not when.value.first:
        return False
    near = 0 <= one.value.verb.start - when.span.end <= 16
    return near and one.span.quote(page.text).startswith(("开幕", "闭幕", "预备"))


def is_announced(page: Page, one: Mention, sentence: Span, when: Mention | None) -> bool:
    """Say whether something named is to be held before long, its day not yet printed: 近期，我校将举办“体育节”活动."""
    if when is None or one.value.frame not in ("held", "happens", "visit") or one.span.end - one.span.start < 6:
        return False
    is_open = when.value.first is None or when.value.starts_on != when.value.ends_on
    leads = when.span.start - sentence.start <= 2 and SHORTLY.match(page.text, when.span.start)
    return bool(is_open and leads and PLANS.search(page.text, when.span.end, one.value.verb.start))


def is_recent(page: Page, one: Mention, sentence: Span, when: Mention | None, found: Sequence[Occasion]) -> bool:
    """Say whether a sentence opens with 日前 and tells of something named, after what had a day: 日前，县文联召开…"""
    if when is None or when.value.first is not None or one.span.end - one.span.start < 8:
        return False
    opens_it = BULLET.fullmatch(page.text, sentence.start, when.span.start)
    dated = found[0].when is not None and found[0].when.value.first is not None
    return bool(opens_it and dated and one.value.frame in ("held", "happens"))


def is_own_part(page: Page, one: Mention, when: Mention | None, first: Occasion) -> bool:
    """Say whether the closing or the like of something that takes several days is told: 运动会闭幕式."""
    if not FORMAL_PART.fullmatch(page.text, *one.span) or not (first.when and when):
        return False
    day, begins, ends = when.value.starts_on, first.when.value.starts_on, first.when.value.ends_on
    return bool(day and begins and ends and begins != ends and begins <= day <= ends)


def is_of_month(page: Page, one: Mention, sentence: Span, when: Mention) -> bool:
    """Say whether a sentence opens with a month of this year and tells of something named: 4月下旬，县文联举办…"""
    if one.value.frame not in ("held", "happens") or one.span.end - one.span.start < 5 or not when.value.year_inferred:
        return False
    if not (when.value.first and (when.value.first.month or when.value.first.months is not None)):
        return False  # 一季度
    if MANY.search(page.text, when.span.end, one.value.verb.end) or TIMES.match(page.text, one.span.end):
        return False  # 4月，全县共召开会议|12次
    return bool(BULLET.fullmatch(page.text, sentence.start, when.span.start))
