"""Reads lines with labels, as notices have them: 活动名称：… 时间：… 主办单位：… 参会人员：…"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from calendar_app.extraction.document import Mention, Span

NUMBER = r"(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[、.．])?\s?"
LONGEST = 20  # code points of a label with its number and colon
NUMBERED = re.compile(
    r"(?:\d{1,2}[.、．]|[（(][\d一二三四五六七八九十]{1,2}[）)]|[①-⑳])\s?"
)  # one of several below a label
DIGITS, HAN_DIGITS = re.compile(r"\d+"), re.compile("[一二三四五六七八九十]+")
LINE = re.compile(rf"{NUMBER}(?P<key>[\u4e00-\u9fff ]{{2,10}})：(?P<value>[^\n]{{0,400}})")
ROLES = {
    "organizer": re.compile(r"(?:联合)?主办(?:单位|方)?$|举办单位$|组织单位$|牵头单位$"),
    "co_organizer": re.compile(r"(?:承办|协办|支持|联合承办|合作|执行)(?:单位|方|机构)?$"),
    "chair": re.compile(r"主持[人者]?$|^执行主席$"),
    "lecturer": re.compile(
        r"主讲(?:人|嘉宾|老师|教师|专家)?$|报告人$|授课(?:人|教师|专家|老师)$|讲师$|演讲(?:人|嘉宾)$"
    ),
    "recipient": re.compile(r"(?:[一二三特]等奖|优[秀胜]奖|[冠亚季]军|获奖(?:者|人员|选手|教师|学生)|优胜者)$"),
    "attendee": re.compile(
        r"(?:参[加会训赛展]|出席|与会|列席|培训|到会|会议|应邀|邀请|特邀|拟邀)(?:人员|对象|单位|领导|嘉宾|范围)(?:[及和与、](?:人员|嘉宾|单位))?$|活动对象$|^(?:参加|出席|列席|参会|与会|陪同)$|参会(?:对象|范围)$"
        r"|(?<!主管)(?<!分管)领导$|陪同人员$|(?:参加|出席)(?:单位|会议|调研)?(?:人员?|领导)$|(?:执行主席|就[座坐])$"
    ),
}
NAME = re.compile(r"(?:会议|活动|讲座|论坛|比赛|赛事|展览|培训|课程|项目|演出|报告|展会)?(?:名称|题目|主题|标题)$")
HEADED = re.compile(rf"{NUMBER}(?P<key>[\u4e00-\u9fff、]{{2,8}})(?=\n|$)")
BELOW = re.compile(
    rf"\n(?!{NUMBERED.pattern}|[^\n：]{{0,8}}(?:时间|日期|地点|单位|人员|对象|范围|主题|名称|内容|主持人?)：)(?P<value>[^\n]{{1,400}})"
)
SPACED = re.compile(
    rf"{NUMBER}(?P<key>(?:主办|承办|协办|支持|举办|组织|参加|参会)单位)"
    r"[ \u3000]{1,4}(?P<value>[^\n]{2,400})"
)
PERSON_ROW = re.compile("[\u4e00-\u9fff][\u4e00-\u9fff（）、， ]{3,50}")  # one of several lines below a label
PLACE = re.compile(r"(?:地点|地址|会场)$")
ARRIVAL = re.compile("(?:前|全天)?(?:报到|签到|离会|返程|疏散|返回)")
TIME = re.compile(r"时间(?:[、和及与]?地点)?$|日期$|^时间")


class Label(NamedTuple):
    """A line's label and what stands after it."""

    key: str
    line: Span
    value: Span


def label_of(text: str, line: Span) -> Label | None:
    """Return what a line has for a label; below 二、会议地点 the next line is what stands after it."""
    colon = text.find("：", line.start, line.start + LONGEST)
    if colon > 0 and (match := LINE.match(text, *line)):
        key = match["key"].replace(" ", "")
        below = None if match["value"].strip() or not is_known(key) else BELOW.match(text, line.end)
        return Label(key, Span(*match.span()), Span(*(below or match).span("value")))
    if (
        colon < 0 and "单位" in text[line.start : line.start + 8] and (match := SPACED.match(text, *line))
    ):  # 主办单位　县文联
        return Label(match["key"], Span(*match.span()), Span(*match.span("value")))
    is_short = line.end - line.start < LONGEST
    if is_short and (match := HEADED.match(text, *line)) and is_known(match["key"]):
        below = BELOW.match(text, line.end)
        value = Span(*below.span("value")) if below else Span(line.end, line.end)
        return Label(match["key"], line, value)
    return None


def style_of(number: re.Match[str] | None) -> str:
    """Return how a line is numbered, whatever the number: （一） like （二）, unlike 2."""
    return DIGITS.sub("0", HAN_DIGITS.sub("一", number.group().strip())) if number else ""


def is_known(key: str) -> bool:
    return bool(
        TIME.search(key) or PLACE.search(key) or NAME.search(key) or any(one.search(key) for one in ROLES.values())
    )


def role_of(label: Label) -> str | None:
    return next((role for role, pattern in ROLES.items() if pattern.search(label.key)), None)


def when_of(text: str, found: Iterable[Label], dates: Sequence[Mention]) -> Mention | None:
    """Return the date on the line labelled 时间."""
    for label in found:
        if TIME.search(label.key):
            inside = [date for date in dates if label.value.start <= date.span.start < label.value.end]
            held = [date for date in inside if not ARRIVAL.match(text, date.span.end)]
            if inside:
                return (held or inside)[0]
    return None
