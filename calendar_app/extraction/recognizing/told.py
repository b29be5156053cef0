"""How a sentence tells an event."""

from __future__ import annotations

import re
from dataclasses import dataclass

from calendar_app.extraction.document import Mention, Span
from calendar_app.extraction.recognizing.names import kind_of

HELD_INSIDE = re.compile(r"(?:举行|召开|举办|开展|走进)(?!的)")
QUOTED = re.compile(r"“[^”]*”|《[^》]*》")
CAMPAIGN = re.compile("(?:[^会，。]{0,30}会[和暨])?(?:深入|集中|全面|扎实|广泛)?开展(?!了)")
SOON = 80  # code points between a name and its verb


@dataclass(frozen=True, slots=True)
class Told:
    """How a sentence tells an event: its kind, the frame it was told in, its verb, and the sentence up to the verb.

    Frames: `held` 召开[座谈会], `happens` [座谈会]举行, `act` [示范站揭牌], `visit` [到街道调研], `lecture` 作[讲座],
    `attended` 出席[论坛], `at` 在[签约仪式]上, `label` 活动名称：[招聘会].
    """

    kind: str
    frame: str
    verb: Span
    whose: Span | None = None  # the subject, where the full name begins with it: [全国人大常委会党组]举行会议


def mention(text: str, name: Span, frame: str, verb: Span, rule: str, whose: Span | None = None) -> Mention:
    return Mention("event", name, Told(kind_of(name.quote(text)), frame, verb, whose), rule)


def is_held_inside(text: str, name: Span) -> bool:
    """Say whether a name holds the verb of another, outside its quotes; 深入开展…动员大会 is a name of its own."""
    printed = name.quote(text)
    return bool(HELD_INSIDE.search(QUOTED.sub("", printed))) and not (CAMPAIGN.match(printed) and printed[-1] == "会")
