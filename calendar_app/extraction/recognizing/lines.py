"""Events by the lines of notices and programmes: 活动名称：…, headings above 时间：…, posters, days with a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from calendar_app.extraction.document import Mention, Span
from calendar_app.extraction.recognizing.names import head_ends, stripped
from calendar_app.extraction.recognizing.told import Told, mention

LABELS = ("名称：", "题目：", "主题：")
LABELLED = re.compile(
    r"(?<![^\n。；])[^\S\n]?(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[、.])?(?:会议|活动|讲座|论坛|比赛|赛事|展览|培训|课程|演出|报告|展会)?"
    r"(?:(?P<sure>名称)|题目|主题)：(?P<name>[^\n。；]{3,80}?)(?=[\n。；]|$)"
)
POSTER = re.compile(
    r"(?:关于(?:举办|召开|举行|开展|组织)?)?(?P<name>[^\n。，；：]{3,60}?)(?:的|报名)?(?:预告|预报|海报|公告|通知|邀请函|启事|来袭|来啦|开讲啦|(?:会议)?纪要)(?=\n)"
)
AHEAD = re.compile(  # 活动预告｜龙舟赛
    r"(?:活动|讲座|展览|演出|培训|赛事|会议|报告)?(?:预告|预报|海报|通知|报名)\s?[|｜丨：]\s?(?P<name>[^\n]{3,60})(?=\n)"
)
LECTURE = re.compile(  # a first line that names nothing: the subject is the name
    r"(?:[\u4e00-\u9fff]{2}院?)?(?:专题|系列|公益)?(?:讲座|学术报告|报告会)(?:信息|安排)?(?:预告|通知|公告|海报|预报)?\n"
)
TITLE = re.compile(
    r"(?P<name>[^\n。，；：]{4,40})(?=\n(?:[^\n：]{2,6}：[^\n]{1,40}\n){0,3}[^\n：]{0,4}(?:时间|日期)：)"
)
PROGRAMME = re.compile(r"(?:时\s?间|日\s?期)：")
HEADING = re.compile(
    r"(?:[（\d一二三四五六七八九十](?<![^\n].)|活动(?<![^\n]..))(?:(?<![（\d])[一二三四五六七八九十]{0,2}、|(?<=（)[一二三四五六七八九十\d]{1,3}）|(?<=\d)\d?[.．、]|(?<=活动)[一二三四五六七八九十\d]{1,2}：)\s?(?P<name>(?!参加|出席|召开|会议)[^\n。，；：]{3,30})(?=\n)"
)
DAY_BELOW = re.compile(
    r"(?:\n(?![（(]?[一二三四五六七八九十\d]{1,3}[、）)．.])[^\n]{2,80}){0,3}\n(?:活动|比赛|演出|展览|举办)?(?:时间|日期)：[^\n]*?\d"
)
OFFERS = re.compile("招标|采购|中标|询价|比选|成交|拍卖|公示|招聘(?!会|活动|专场)|遴选|选聘|选调|招录|招生|招募|征集")
NO_NAME = re.compile(
    "报名|安排|时间|日期|要求|方式|对象|须知|流程|内容|事项|联系|地点|地址|人员|单位|说明|缴费|申报|征集|参赛|提交|办法|条件|报到"
)
DAY_LINE = re.compile(
    r"\d(?<![^\n；].)(?:\d?[.、](?:\d{4}年)?\d{1,2}月|\d{3}年\d{1,2}月|\d?月)\d{1,2}日[^，：；。\n]{0,4}(?:[^，：；。\n]{0,6}\d{1,2}[:：点时]\d{0,2}[^，：；。\n“]{0,8}?)?(?:[，：]\s?|[^\S\n]|(?=“))(?P<name>[^，。；：\s]{4,40})(?=[；\n]|$|，(?:地点|主讲|主办|嘉宾|时间)人?[：])"
)
ONE_OF = re.compile(r"第[一二三四五六七八九十\d]{1,3}[场讲期站]")
TELLS = re.compile("[举召]|开展|参加|[出列]席|主持|走进|会见|带领|进行|[来到赴在]")


def recognize(text: str) -> Iterator[Mention]:
    """Yield what a line names: [招聘会] after 活动名称, on a heading, a poster, or right after its day."""
    yield from with_labels(text)
    yield from with_poster(text)
    yield from with_days(text)


def with_labels(text: str) -> Iterator[Mention]:
    found = list(LABELLED.finditer(text)) if any(label in text for label in LABELS) else []
    for match in found:
        name = Span(*match.span("name"))
        if found == [match] and LECTURE.match(text) and PROGRAMME.search(text):
            told = Told("training", "label", Span(match.start(), name.start))
            yield Mention("event", name, told, "name-label")
        elif match["sure"] or len(found) > 1 or any(True for _ in head_ends(text, name.start, name.end)):
            yield mention(text, name, "label", Span(match.start(), name.start), "name-label")
    series = None
    for match in HEADING.finditer(text):
        name = Span(*match.span("name"))
        if any(end == name.end for end in head_ends(text, name.start, name.end)) or is_dated_below(text, name):
            numbered = ONE_OF.match(match["name"])
            whose = series if numbered else None
            yield mention(text, name, "label", Span(match.start(), name.start), "name-heading", whose)
            series = series if numbered else name


def is_dated_below(text: str, name: Span) -> bool:
    """Say whether the lines below a heading give it a day: （三）品尝美食 / 地点：… / 时间：…"""
    return bool(DAY_BELOW.match(text, name.end)) and not NO_NAME.search(text, *name)


def with_poster(text: str) -> Iterator[Mention]:
    """Yield what the first line announces, without 预告 or 通知, where lines with 时间 and the like follow."""
    match = POSTER.match(text) or AHEAD.match(text) or bare_title(text)
    if match and not OFFERS.search(match["name"]) and PROGRAMME.search(text, match.end()):
        start, end = match.span("name")
        start += stripped(text[start:end])
        yield mention(text, Span(start, end), "label", Span(match.end(), match.end()), "name-of-poster")


def bare_title(text: str) -> re.Match[str] | None:
    """Return the first line where it ends as an event's name does and a line with 时间 follows at once."""
    match = TITLE.match(text)
    return match if match and any(end == match.end("name") for end in head_ends(text, *match.span("name"))) else None


def with_days(text: str) -> Iterator[Mention]:
    """Yield what a line of a programme names right after its day: 6月8日下午2:30，[《红楼梦》导读讲座]，地点：…"""
    for match in DAY_LINE.finditer(text):
        name = Span(*match.span("name"))
        if not TELLS.search(match["name"]) and any(end == name.end for end in head_ends(text, name.start, name.end)):
            yield mention(text, name, "happens", Span(name.end, name.end), "name-after-day")
