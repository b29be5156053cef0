"""Settles which of the events told are one, which are news, and when each was: mentions become Occasions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from calendar_app.extraction.document import Mention, Mentions, Span, within
from calendar_app.extraction.refining.labels import when_of
from calendar_app.extraction.refining.leads import (
    HEARD_OF,
    by_headline,
    by_label,
    by_lead,
    by_outing,
    day_before,
    from_first_day,
    is_usable,
    its_days,
    undated,
    with_clock,
)
from calendar_app.extraction.refining.likeness import alike, are_numbered_apart
from calendar_app.extraction.refining.pages import BACKGROUND, GENERIC, Occasion, Page
from calendar_app.extraction.refining.programmes import items, programme
from calendar_app.extraction.refining.standing import (
    is_afterwards,
    is_announced,
    is_close,
    is_elsewhen,
    is_formal_part,
    is_leg,
    is_of_month,
    is_own,
    is_own_part,
    is_recent,
    is_within,
    opens,
    tie,
)
from calendar_app.extraction.refining.weighing import without_nested, without_weak_visits
from calendar_app.extraction.refining.wordings import fuller, is_poor, rename, visit_in

IN_TITLE = re.compile(r"《[^》]*$")
LISTED = re.compile(
    r"(?:、.+等[^等]{0,6}|等(?:一系列|系列|多[项场个种]|[\d一二三四五六七八九十]+[余多]?[项场个]).{0,4})活动$"
)  # 摄影展、展销会等活动: parts of what was told before
YEARLY = re.compile("(?:[党人职工团妇少教]代会|年会|运动会|博览会|开幕式|庆典)$")  # of these a body holds one at a time
AIM = re.compile(r"(?:为了?|根据|按照|依据)[^，。]{0,100}\Z")
HEARD = re.compile("获悉|了解到|得知|消息")
PLANNED = re.compile("(?:[定拟将]|计划|预计)于?$")
LONGEST_DATE = 30
PART = re.compile("，(?:并|对|就|围绕|现场|同时|包括|其中)")
OFF = ("延期", "推迟", "改期", "顺延", "取消")
MOVED = re.compile(r"(?:延期|推迟|改期|顺延|延后|提前|改|调整)(?:到|至|为|在|于)+$")


def settle(page: Page, events: Sequence[Mention], dates: Mentions) -> list[Occasion]:
    """Make Occasions of the events told in an article; none if nothing is told as news."""
    dates = Mentions(
        date for date in dates if not IN_TITLE.search(page.text, max(0, date.span.start - 40), date.span.start)
    )
    firm = without_nested([one for one in events if one.value.frame != "outing"])
    told = without_weak_visits(page, [one for one in firm if not page.is_said(one.span)])
    outings = [one for one in events if one.value.frame == "outing" and page.is_prose(one.span)]
    headlines = [one for one in told if page.headline.start <= one.span.start < page.headline.end]
    body = [one for one in told if page.is_prose(one.span)]
    found = [
        occasion
        for item in items(page)
        for occasion in news(item, body, headlines, dates) or (by_outing(item, outings, dates) if item.is_item else [])
    ]
    if not found:
        found = by_lead(page, body, dates)
    labelled = [
        one
        for one in told
        if one.value.frame == "label"
        and (page.is_prose(one.span) or (one.rule == "name-heading" and one not in headlines))
    ]
    blocks = programme(page, labelled, dates) if not any(one.event.value.frame == "label" for one in found) else []
    for occasion in found if blocks else ():
        occasion.until = blocks[0].event.span.start
    for block in blocks:
        block.name = below(page, told, block)
    if not found and not blocks:
        names = [*(one for one in labelled if one.rule != "name-heading"), *headlines, *announced(page, body)]
        found = (
            (by_label(page, names, dates) or by_headline(page, headlines, dates) or undated(page, headlines))
            if names
            else []
        )
    if not found and not blocks:
        found = by_outing(page, outings, dates)
    if not found and not blocks and (rest := from_first_day(page, dates)):
        found = news(rest, body, headlines, dates)
    if found and headlines and is_poor(page, found[0].event):
        rename(page, found[0], headlines)
    for occasion in found[:1]:
        if not blocks:
            labelled_when = when_of(page.text, page.labels.values(), dates)
            occasion.when = with_clock(its_days(page, occasion.when, dates), labelled_when)
        occasion.others += headlines
        occasion.name = fuller(page, occasion.event.span, headlines) or visit_in(page, occasion, headlines)
    return sorted([*found, *blocks], key=lambda one: one.event.span)


def news(page: Page, events: Sequence[Mention], headlines: list[Mention], dates: Mentions) -> list[Occasion]:
    """Make Occasions of what the sentences of one item tell, the first one only if it is news."""
    found: list[Occasion] = []
    for one in events:
        if page.is_prose(one.span):
            consider(page, one, found, headlines, dates)
    if found and found[0].when is None:
        found[0].when = day_before(page, found[0].sentence, dates)
    return found


def below(page: Page, told: Sequence[Mention], block: Occasion) -> Span | None:
    """Return the name that the first words below a block's heading give: （五）书画展 / 举办[全区老干部书画展]."""
    heading = block.event.span
    for one in told:
        if one.value.frame == "held" and 0 < one.value.verb.start - heading.end <= 3:
            return one.span if one.span.quote(page.text) != heading.quote(page.text) + "活动" else None
    return None


def announced(page: Page, body: Sequence[Mention]) -> list[Mention]:
    """Return what the opening of a notice says is to be held, the day of which stands on a line below."""
    return [
        one
        for one in body
        if one.value.frame == "held" and one.span.start < page.prose[:3][-1].end
        if not BACKGROUND.search(page.text, page.sentence_of(one.span).start, one.span.start)
    ]


def consider(page: Page, one: Mention, found: list[Occasion], headlines: list[Mention], dates: Mentions) -> None:
    """Add a mention to the Occasion it names again, or make a new one of it if it is news."""
    sentence = page.sentence_of(one.span)
    when = date_of(page.text, one, sentence, dates)
    name = one.span.quote(page.text)
    if found and is_afterwards(page, one, sentence, when):
        found.append(Occasion(one, sentence, found[-1].when, inherited=True, tie=("follows", found[-1])))
        return
    if same := next((other for other in found if is_same(page, other, one, when)), None):
        same.others.append(one)
        if same.when is None and is_own(when, sentence, None) and is_close(when, one):
            same.when = when
        if same.event.value.frame == "attended" and is_own(when, sentence, same.sentence):
            same.event, same.sentence, same.when = one, sentence, when
        return
    if not found:
        if is_news(page, one, sentence, when, headlines):
            found.append(Occasion(one, sentence, when))
        return
    if one.value.frame == "held" and when is found[-1].when and when and sentence == found[-1].sentence:
        between = page.text[found[-1].event.span.end : one.value.verb.start]
        if "；" not in between and "、" not in between[:1] and not found[-1].inherited and PART.search(between):
            return
    if one.rule == "name-in-list":
        found.append(Occasion(one, sentence, when or found[-1].when, inherited=True, tie=("part_of", found[0])))
        return
    if is_own_part(page, one, when, found[0]):
        found[0].others.append(one)
        return
    fresh = opens(page, when, sentence) or is_formal_part(page, one, when) or one.rule == "name-after-day"
    if (
        page.looks_back(sentence.start, one.span.start)
        or (one.value.frame == "lecture" and not (opens(page, when, sentence) and is_elsewhen(found, one, when)))
        or (one.rule != "name-in-list" and LISTED.search(name))
        or (
            GENERIC.match(name)
            and (
                not fresh or one.value.verb.quote(page.text) == "走进" or any(is_within(other, when) for other in found)
            )
        )
    ):
        return
    if one.value.frame == "visit":
        apart = is_elsewhen(found, one, when)
        told = next(
            (other for other in found if (other.sentence == sentence and not apart) or is_leg(page, other, one, when)),
            None,
        )
        if told:
            told.others.append(one)
        if told or not (fresh or apart):
            return
    if one.value.frame == "at":
        found.append(Occasion(one, sentence, found[0].when, inherited=True, tie=("part_of", found[0])))
    elif one.value.frame == "attended" and sentence == found[0].sentence:
        found.append(Occasion(one, sentence, when, inherited=True))
    elif (
        (is_own(when, sentence, None) and is_close(when, one))
        or is_announced(page, one, sentence, when)
        or is_recent(page, one, sentence, when, found)
    ):
        found.append(Occasion(one, sentence, when, tie=tie(page.text[sentence.start : one.span.start], found[0])))


def date_of(page_text: str, one: Mention, sentence: Span, dates: Mentions) -> Mention | None:
    """Return the date a sentence gives an event: the last one before its verb, else the first after it."""
    lines = within(dates, Span(max(0, sentence.start - LONGEST_DATE), sentence.start))
    above = [date for date in lines if date.span.end > sentence.start]  # 5月6日 星期一 / 上午，…
    near = [date for date in (*above, *within(dates, sentence)) if is_usable(date)]
    outside = [
        date
        for date in near
        if (not one.span.start <= date.span.start < one.span.end or one.value.frame == "visit")
        and not (date.value.precision == "month" and page_text.startswith("的", date.span.end))  # 四月的操场上
        and not (len(near) > 1 and page_text.endswith("季度", 0, date.span.end))  # 就一季度工作召开…
    ]
    before = [date for date in outside if date.span.start < one.value.verb.start]
    moved = [date for date in near if MOVED.search(page_text[max(0, date.span.start - 8) : date.span.start])]
    if moved:
        return moved[0]
    if len(before) == 1 and HEARD_OF.match(page_text, before[0].span.end):  # 记者昨日从市文旅局获悉，…
        return None
    heard = [
        one for one in before if not one.value.first and HEARD.search(page_text, before[0].span.end, one.span.start)
    ]
    if heard:  # 5月8日，记者获悉，大会日前召开
        return heard[-1]
    full = [date for date in before if date.value.first and (date.value.first.day or date.value.first.base)]
    if not outside:
        return None
    return (full or before or outside)[-1 if before else 0]


def is_news(page: Page, one: Mention, sentence: Span, when: Mention | None, headlines: list[Mention]) -> bool:
    """Say whether the first event that an article tells is what it reports."""
    opening = bool(page.prose) and sentence.start < page.prose[min(1, len(page.prose) - 1)].end
    agreed = any(alike(one.span.quote(page.text), other.span.quote(page.text)) for other in headlines)
    if one.value.frame in ("at", "label") or page.looks_back(sentence.start, one.span.start):
        return False
    if AIM.match(page.text[sentence.start : one.value.verb.start]):
        return False
    if opening and one.value.frame == "happens" and one.value.verb.quote(page.text) in OFF:
        return one.span.end - one.span.start > 4
    if not opening and not agreed:
        return False
    if one.value.frame in ("visit", "attended", "lecture") and not (headlines or when):
        return False
    dated = bool(when and (when.value.precision in ("minute", "day_part", "day") or not when.value.first))
    if page.is_item and sentence.start - page.prose[0].start < 4:
        return True
    if (
        when
        and when.value.precision == "month"
        and (PLANNED.search(page.text[sentence.start : when.span.start]) or is_of_month(page, one, sentence, when))
    ):
        return True
    return dated or agreed or (bool(when) and bool(headlines))


def is_same(page: Page, other: Occasion, one: Mention, when: Mention | None) -> bool:
    """Say whether a mention names an Occasion again."""
    name = one.span.quote(page.text)
    if when and other.when and when.value.starts_on and other.when.value.starts_on:
        a, b = when.value, other.when.value
        nameless = b.day_part is None and name in ("会议", "大会", "活动", "仪式")  # 下午，在会议室召开|会议
        if when is not other.when and is_close(when, one) and a.day_part and a.day_part != b.day_part and not nameless:
            return False
        if not (b.starts_on <= a.starts_on <= (b.ends_on or b.starts_on)):
            return False
    if one.value.frame == "attended" and (yearly := YEARLY.search(name)) and yearly[0] in other.named.quote(page.text):
        return True  # 召开六届二次职代会暨工作会议。当天，某某出席了公司|职代会
    if GENERIC.match(name) and not (when and other.when and when is not other.when and when.value.first):
        return True
    if (
        one.value.frame == "act"
        and other.kind == "ceremony"
        and other.event.value.frame != "act"
        and when is other.when
    ):
        return True
    if one.value.frame == "happens" and other.event.value.frame == "visit" and is_close(when, one):
        return False  # 会见获奖代表。…表彰会5月20日下午召开
    names = [each.span.quote(page.text) for each in (other.event, *other.others)]
    return any(alike(name, each) and not are_numbered_apart(name, each) for each in names)
