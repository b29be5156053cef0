"""Finds what belongs to an Occasion: its place, its status, its mode, the clock time its sentence left out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from calendar_app.extraction.document import Mention, Mentions, Span, within
from calendar_app.extraction.lexicon import per_lexicon, words
from calendar_app.extraction.refining.pages import BACKGROUND, GENERIC, Occasion, Page
from calendar_app.extraction.when import When

PARTLY = re.compile("出席|致辞|致词|参会|主持|发言|讲话")
FORMAL = ("仪式", "典礼", "式")
BRIEF = re.compile(  # 新春晚会在镇广场拉开帷幕: over the same day
    "(?:晚会|音乐会|联欢会|游园会|演唱会|座谈会|报告会|见面会|发布会|推介会|诗会|讲座|拔河|马拉松|长跑|徒步|健步走|健步行|朗诵|诵读|知识竞赛|义诊|义卖)"
    "(?:主题)?(?:活动|比赛|大赛|赛)?”?$"
)
ORIGINALLY = re.compile(r"原(?:本|先|来)?(?:定|计划|拟|安排|订)?(?:于|在)?$")
RUNS = "|".join(
    f"{what}(?:将|共计?|历时|持续){{1,3}}"
    for what in ("活动", "比赛", "大赛", "赛事", "展览", "展会", "会议", "大会", "论坛", "培训班?", "研修班?")
)
ARRIVING = re.compile(
    "[^。；]{0,24}?(?:早早|陆续|提前)|，?[^，。；]{0,20}(?:来到|抵达|到达|集合|出发|驱车|签到|报到|入场|进场)"
)  # 8时许，选手们|早早来到现场: before it begins
LASTING = re.compile(
    rf"(?:为期|会期|学制|时间为?|历时|连续(?=.{{2,3}}(?:举[办行]|开展|组织))|{RUNS})"
    r"(?P<days>[两二三四五六七八九]|\d{1,2})天(?!半)"
)
NUMBERS = dict(zip("两二三四五六七八九", (2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
ENDING = re.compile("结业|闭幕|落幕|落下帷幕|圆满结束|收官|闭营|结营")
SHOWS = ("展", "展览", "博览会", "巡展")  # of these 开展 is the opening
SEASONS = ("周", "月", "节", "季", "年")
TOWARD = re.compile(
    r"对(?P<place>(?![^，。；]{0,12}(?:工作|情况|项目))[\u4e00-\u9fff]{2,10})进行(?:正式|国事|友好|工作)访问"
)
BEGINS = re.compile(
    r"[，,]?(?:“[^”]{2,20}”|大会|会议|活动|仪式|典礼|比赛|赛事|开幕式|开班式|论坛|讲座|培训班?|晚会|演出|运动会|座谈会|启动仪式)"
    r"[^，。；]{0,25}?(?:开始|开幕|举行|启动|开场|开赛|拉开|开讲|召开|开展|进行)"
)
VISITED = re.compile(r"了?(?P<place>(?![我本此])[\u4e00-\u9fff]{2,12})(?=$|[，。；])")
GOING = re.compile(
    r"(?:到|赴|前往|深入|来到?|走进|莅临)(?P<place>(?!我[校院市区县省局司](?:进行|开展|[交参考视指检督学座慰看访，]|$))(?!访)(?:[^，。；]{2,30}?|[^，。；我校院市区县省镇乡村局馆厂此这会]))(?:进行|开展|参加|出席|就(?![业地医餐])|围绕|实地|调研|考察|检查|指导(?!中心|站|办)|督[导查](?!组|室)|视察|慰问|走访|，|$)"
)
SEEN_AT = re.compile(
    r"在(?P<place>[京沪津渝穗]|[^，。；的在]{2,20}?)(?<![下中间时])(?:亲切|集体|分别|共同)?\Z"
)  # 在[云岭镇]调研
SEEN = re.compile(
    r"(?:学习)?了?(?P<place>(?![我本此])[^，。；、的]{2,24}(?:馆|园|基地|旧址|故居|中心|村))(?=$|[，。；])"
)
THERE = re.compile(r"了?(?P<place>[^，。；]{2,25})，")
ANOTHERS = re.compile(
    "，[^。；]{4,60}(?:将|定|拟|于[^，。；]{2,20})在\\Z"
)  # 召开发布会，本届书展将在…举行: of what comes then
PLANS = re.compile("(?<!即)将(?!近)|拟(?=[举召于])|计划")
DECIDED = re.compile("(?:决定|商定|议定)，?[^，。；]{0,30}?(?:于|在)?\\Z")  # 会议决定，8月7日召开…
NEAR = 60  # code points between a place and the verb it belongs to


def place_of(page: Page, occasion: Occasion, places: Mentions) -> Mention | None:
    """Return the place printed with the event: in its sentence, else with a later mention, else on a label line."""
    for event in (occasion.event, *occasion.others):
        sentence = page.sentence_of(event.span)
        if event is not occasion.event and page.is_background(sentence):
            continue  # 据悉，明年该会议将在东海举行
        near = [
            place
            for place in within(places, sentence)
            if place.rule in (("place-in", "place-gone-to") if event is occasion.event else ("place-in",))
            and not page.is_said(place.span)
            and not (event.value.frame == "held" and ANOTHERS.search(page.text, event.span.end, place.span.start))
            and not (event.value.frame != "act" and overlap(event.span, place.span))
            and (abs(event.value.verb.start - place.span.end) <= NEAR or abs(place.span.start - event.span.end) <= NEAR)
        ]
        if near:
            return min(near, key=lambda place: abs(event.value.verb.start - place.span.end))
    if page.is_headline(occasion.event.span):  # only the headline names what the sentence tells the day of
        first = [place for place in within(places, occasion.sentence) if place.rule != "place-label"]
        if first and not page.is_said(first[0].span):
            return first[0]
    until = len(page.text) if occasion.until is None else occasion.until
    labelled = [place for place in places if place.rule == "place-label" and place.span.start < until]
    if occasion.is_block:
        return next((place for place in labelled if place.span.start > occasion.event.span.start), None)
    own = [place for place in labelled if occasion.sentence.start <= place.span.start < occasion.sentence.end]
    return next(iter(own or labelled), None)


def overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def visited(page: Page, occasion: Occasion) -> Span | None:
    """Return what a visit goes to, as the event's own mention tells it or another of it."""
    for one in (occasion.event, *occasion.others):
        if place := aim_of(page, one):
            return place
    for one in (occasion.event, *occasion.others):
        sentence = page.sentence_of(one.span)
        if one.value.frame == "visit" and sentence == occasion.sentence:
            verb = one.value.verb.start
            lead = max(sentence.start, min(one.span.start, verb - 30))
            if there := SEEN_AT.search(page.text, lead, verb):
                return Span(*there.span("place"))
    return None


def aim_of(page: Page, event: Mention) -> Span | None:
    """Return what a mention of a visit goes to: 访问[…], 到[…]调研, 走进[…]，感受…"""
    name, verb = event.span, event.value.verb
    if event.rule == "outing-goes":
        there = THERE.match(page.text, verb.end, name.end)
        return Span(*there.span("place")) if there else None
    if page.text.startswith("走进", verb.start):
        after = VISITED.match(page.text, verb.end)
        return Span(*after.span("place")) if after else None
    if event.value.frame != "visit":
        return None
    if page.text.startswith(("参观", "瞻仰"), verb.start) and (seen := SEEN.match(page.text, verb.end, name.end)):
        return Span(*seen.span("place"))
    if toward := TOWARD.match(page.text, name.start):
        return Span(*toward.span("place"))
    if page.text[verb.start : verb.end].endswith("访问"):
        after = VISITED.match(page.text, verb.end, name.end)
        return Span(*after.span("place")) if after else None
    going = GOING.search(page.text, name.start, verb.start)
    return Span(*going.span("place")) if going else None


@per_lexicon
def begins() -> frozenset[str]:
    return frozenset(words("verbs", "begins"))


def is_open_ended(page: Page, occasion: Occasion) -> bool:
    """Say whether only the day is printed on which something longer began: 大赛5月6日在东港开幕."""
    told, name = occasion.event.value, occasion.named.quote(page.text)
    verb = told.verb.quote(page.text)
    starts = (
        verb in begins()
        or (verb in ("启动", "开启") and name.endswith(SEASONS))
        or (verb == "开展" and name.endswith(SHOWS))
    )
    return told.frame == "happens" and starts and not name.endswith(FORMAL) and not BRIEF.search(name)


@per_lexicon
def closes() -> frozenset[str]:
    return frozenset(words("verbs", "closes"))


def is_closing(page: Page, occasion: Occasion) -> bool:
    """Say whether only the day is printed on which something longer ended: 培训班5月6日圆满结束."""
    told, name = occasion.event.value, occasion.named.quote(page.text)
    return told.frame == "happens" and told.verb.quote(page.text) in closes() and not name.endswith(FORMAL)


def lasting(page: Page, occasion: Occasion, scope: Sequence[Span]) -> tuple[Span, int] | None:
    """Return the words that tell how many days an event lasts (为期四天), where only its first day is printed."""
    when = occasion.when.value if occasion.when else None
    if when is None or when.starts_on is None or when.starts_on != when.ends_on or occasion.inherited:
        return None
    if "天" not in page.text:
        return None
    if not is_closing(page, occasion) and ENDING.search(page.text, occasion.event.span.end, occasion.sentence.end):
        return None
    for sentence in scope:
        match = LASTING.search(page.text, *sentence)
        if match and not page.is_said(Span(*match.span())) and not page.is_background(sentence):
            return Span(*match.span()), NUMBERS.get(match["days"]) or int(match["days"])
    return None


def mode_of(page: Page, occasion: Occasion, modes: Mentions, scope: Sequence[Span]) -> list[Mention]:
    """Return the words that tell how one takes part, of the sentences about the event and not of speeches."""
    if not modes:
        return []
    return [
        one
        for span in (*scope, *([occasion.named] if page.is_headline(occasion.named) else []))
        for one in within(modes, span)
        if not page.is_said(one.span)
        and not page.is_title(one.span)
        and not BACKGROUND.search(page.sentence_of(one.span).quote(page.text))
    ]


def overall(page: Page, modes: Sequence[Mention], has_place: bool) -> str | None:
    """Settle several words on one mode: 线上 and 线下 together are mixed, and so is one speaker 线上 at a place."""
    values = {str(one.value) for one in modes}
    if values == {"online"} and has_place and all(PARTLY.match(page.text, one.span.end) for one in modes):
        return "mixed"
    if not values:
        return None
    return values.pop() if len(values) == 1 else "mixed"


def status_of(
    page: Page, occasion: Occasion, statuses: Mentions, published_on: date | None
) -> tuple[str, Mention | None]:
    """Say what became of the event, and the words that tell it; held unless something says otherwise."""
    verb = occasion.event.value.verb
    own = within(statuses, occasion.sentence)
    first = not page.prose or occasion.sentence.start < page.prose[0].end
    titled = first or any(page.is_headline(one.span) for one in occasion.others)
    head = within(statuses, page.headline) if titled else ()
    for status in ("cancelled", "postponed"):
        for one in (*head, *own):
            if one.value == status and not page.is_said(one.span):
                return status, one
    when = occasion.when.value if occasion.when else None
    ends_on = when.ends_on or when.starts_on if when else None
    is_past = bool(published_on and ends_on and ends_on < published_on)
    for one in own:
        if one.value == "scheduled" and not is_past and -4 <= verb.start - one.span.start <= NEAR:
            return "scheduled", one
    if occasion.when and DECIDED.search(page.text, occasion.sentence.start, occasion.when.span.start):
        return "scheduled", None
    if occasion.when and ends_on is None and PLANS.search(page.text, occasion.when.span.end, verb.start):
        return "scheduled", None
    if published_on and when and when.starts_on and when.starts_on > published_on:
        return "scheduled", None
    return "held", None


def first_planned(page: Page, occasion: Occasion, dates: Mentions) -> Mention | None:
    """Return the day something was first announced for, where another is told now: 原定[5月3日]…延期至5月10日."""
    told = occasion.when.value.starts_on if occasion.when else None
    for one in within(dates, occasion.sentence):
        if one.value.starts_on and one.value.starts_on != told and ORIGINALLY.search(page.text, *before(one.span)):
            return one
    return None


def before(span: Span, reach: int = 6) -> Span:
    return Span(max(0, span.start - reach), span.start)


def clock_of(
    page: Page, occasion: Occasion, dates: Mentions, events: Mentions, scope: Sequence[Span]
) -> Mention | None:
    """Return the clock time that opens a sentence about the event, where its own has none: 上午10时，…

    That is one of the next two, or a later one that says it is the event which begins then: 8:30，开幕式正式开始.
    """
    if occasion.when is None or occasion.when.value.starts_at or occasion.inherited:
        return None
    hours = Mentions(one for one in dates if one.value.starts_at and is_hour_of(occasion.when.value, one.value))
    if not hours:
        return None
    named = {one.span for one in (occasion.event, *occasion.others)}
    later = bisect_right(page.starts, occasion.sentence.start)
    near = page.sentences[later : later + 2]
    for sentence in dict.fromkeys([*near, *(one for one in scope if one.start > occasion.sentence.start)]):
        told = within(events, sentence)
        if sentence in near and any(one.span not in named and is_named(page, one) for one in told):
            continue  # the hour of something else
        for one in within(hours, Span(sentence.start, sentence.start + 5)):
            if ARRIVING.match(page.text, one.span.end):
                break
            if sentence in near or BEGINS.match(page.text, one.span.end):
                return one
    return None


def is_named(page: Page, one: Mention) -> bool:
    """Say whether something is told as held or happening by more than 仪式 or 会议."""
    return one.value.frame in ("held", "happens") and not GENERIC.match(one.span.quote(page.text))


def is_hour_of(when: When, clock: When) -> bool:
    """Say whether a clock time may belong to a day as printed: on the same day, and 下午 not to 上午."""
    return clock.starts_on == when.starts_on and (not when.day_part or clock.day_part in (None, when.day_part))
