"""Lectures by the verbs of those who give them: 作[讲座], 某某将在市图书馆开讲."""

from __future__ import annotations

import re
from collections.abc import Iterator

from calendar_app.extraction.document import Mention, Span
from calendar_app.extraction.lexicon import words
from calendar_app.extraction.recognizing.names import name_after
from calendar_app.extraction.recognizing.told import mention

LECTURE = re.compile(
    r"[作做带讲上](?:(?:(?<=作)(?<![工合协操写创著运动制杰大]作)(?![为协家品者物坊业]|文(?![化明艺旅物]))|(?<=做)(?<!叫做)|(?<=带)来|(?<=讲)授)了?(?=[^，。；！？\n]{0,80}?(?:讲座|报告|党课|宣讲|授课|辅导))|(?<=[讲上])(?!午|旬|半|周|月)(?<![马晚早楼课主宣线网云会场路身面台桌之以].)授?了?(?=[^，。；！？\n第]{0,20}?(?:党课|团课|思政课|[治法全毒康育防]课)|第一课))"
)
LECTURER = re.compile(
    r"[^，。；：“”]{0,40}?(?:教授|[作画诗专史学科理评]家|学者|院士|博士|硕士|老师|先生|女士|研究员|[主院校馆社会书][任长记]|诗人|导演|主播|非遗传承人)(?P<who>[\u4e00-\u9fff]{2,3}?)(?:也|还|都|又|则)?"
    r"|(?P<titled>[\u4e00-\u9fff]{2,8}(?:教授|老师|博士|院士|先生|女士|医生))(?:也|还|都|又|则)?"
)


def with_lectures(text: str) -> Iterator[Mention]:
    for match in LECTURE.finditer(text):
        if name := name_after(text, match.end()):
            yield mention(text, name, "lecture", Span(*match.span()), "lecture")


def lectured(text: str, subject: Span, verb: Span) -> Span:
    """Return the name of what is opened: its own ([国学班]开讲), else how it is told: 作家[某某将在市图书馆开讲]."""
    told = LECTURER.fullmatch(text, *subject)
    if not told and (subject.end - subject.start > 3 or text[subject.start] not in words("surnames", "single")):
        return subject
    if text.startswith("座", verb.end):  # 将在大礼堂开|讲座
        return Span(verb.start + 1, verb.end + 1)
    return Span(max(told.start("who"), told.start("titled")) if told else subject.start, verb.end)
