"""Which weighs more in a sentence that tells of a visit and of something held, and what is a purpose only."""

from __future__ import annotations

import re
from collections.abc import Sequence

from calendar_app.extraction.document import Mention
from calendar_app.extraction.refining.pages import Page
from calendar_app.extraction.refining.standing import AFTERWARDS

PURPOSE = re.compile(
    r"为了?|在|通过|结合|围绕|根据|按照|深入学习|学习|传达|贯彻|进一步|研究|同时|对|将|要|以|并|高(?:质|效|标|举|度|位|水|起)|切实|开展|做好|认真"
)
CARRIED_OUT = re.compile("进行|开展")  # 对全县工作进行|视察
MET = re.compile("会见|接见|会晤")
ASIDE = re.compile(r"(?:并|随后|还|也|后)(?:主持|组织|现场|集中|当场|，)?\Z")
FRAMES = ("held", "happens", "act", "label", "lecture", "attended", "at", "visit")
TALK = re.compile("(?:工作|友好)?(?:会谈|座谈|洽谈|交流座谈|座谈交流|座谈会)")  # 会见某某一行，双方进行会谈


def without_weak_visits(page: Page, events: list[Mention]) -> list[Mention]:
    """Leave out visits in sentences that tell of something held, and what is no visit but a purpose.

    A bare 座谈会 after a visit is rather left out itself: 到青溪镇调研，并召开座谈会.
    """
    joined = {page.sentence_of(one.span): one.value.verb.start for one in events if one.value.frame == "attended"}
    visits = [
        one
        for one in events
        if one.value.frame == "visit"
        and not is_purpose(page, one)
        # 李某到白河村参加|植树活动，并看望老党员: went there to take part
        and not one.span.start < joined.get(page.sentence_of(one.span), -1) < one.value.verb.start
    ]
    gone = {page.sentence_of(one.span): one.value.verb.start for one in reversed(visits)}
    asides = {one for one in events if is_aside(page, one, gone.get(page.sentence_of(one.span)))}
    told = [one for one in events if one not in asides]
    held = {page.sentence_of(one.span) for one in told if one.value.frame in ("held", "happens", "act")}
    taught = {page.sentence_of(one.span): one.value.verb.start for one in told if one.value.frame == "lecture"}
    kept = set()
    for one in visits:
        sentence = page.sentence_of(one.span)
        if sentence not in held and taught.get(sentence, one.value.verb.start) >= one.value.verb.start:
            kept.add(one)
    return [
        one
        for one in events
        if (one in kept if one.value.frame == "visit" else one not in asides or page.sentence_of(one.span) in held)
    ]


def is_purpose(page: Page, visit: Mention) -> bool:
    """Say whether going is only what something is for: 为调研…, 结合走访…."""
    aim = PURPOSE.match(visit.span.quote(page.text))
    if aim and aim[0] == "在" and MET.match(page.text, visit.value.verb.start):  # 在市宾馆会见客人
        return False
    return aim is not None and not (aim[0] == "对" and CARRIED_OUT.search(page.text, *visit.span))


def is_aside(page: Page, one: Mention, visited: int | None) -> bool:
    """Say whether a meeting without a name of its own is told as a part of the visit before it."""
    if visited is None or one.value.frame != "held" or one.span.end - one.span.start > 6 or one.value.whose:
        return False
    if AFTERWARDS.match(page.text[page.sentence_of(one.span).start : one.value.verb.start]):
        return False
    if visited >= one.value.verb.start:
        return False
    talk = TALK.fullmatch(page.text, *one.span)
    return bool(talk or ASIDE.search(page.text, visited, one.value.verb.start))


def without_nested(events: Sequence[Mention]) -> list[Mention]:
    """Leave out what is told inside another event's name, and keep of one place the better frame."""
    ordered = sorted(events, key=lambda one: (one.span.start, rank(one), -one.span.end))
    kept: list[Mention] = []
    for one in ordered:
        around = [other for other in kept[-4:] if other.span.start <= one.span.start and one.span.end <= other.span.end]
        better = [other for other in around if rank(other) <= rank(one)]
        if any(
            other.span.start <= one.value.verb.start < other.span.end
            for other in kept[-4:]
            if other.value.frame != "visit"
        ):
            continue
        if not better:
            kept.append(one)
    return kept


def rank(one: Mention) -> float:
    """Order frames by how well they tell an event; 举办的[球赛]开赛 is rather one that happens than one held."""
    return 1.5 if one.rule == "attributive" else FRAMES.index(one.value.frame)
