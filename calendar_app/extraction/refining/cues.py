"""Whether a dated sentence tells of what has been or of what is to come."""

from __future__ import annotations

import re
from enum import Enum

from calendar_app.extraction.document import Span

STOPS = "。！？；\n"
STOP = re.compile(f"[{STOPS}]")
AHEAD_BEFORE = re.compile(
    r"(?:将|定|拟|订|兹|预计|计划|预定|即|改|延期|推迟|顺延|延至|推迟至|改期|请)(?:于|在|到|至)?\s?(?:今年|本年)?$"
)
BEHIND_BEFORE = re.compile(r"(?:已|曾|早)(?:经)?(?:于|在)?\s?$")
TOLD = re.compile(  # the first word that tells decides: 将在…举行 or 举行
    r"(?P<ahead>(?<!即)将(?:于|在|会|由|邀|有|举|召|进|开|正|全|陆|继|启|迎|对|再次|推出|拉开|与(?!会)|亮相|展出|上演|联合|组织|首次|免费|走进|持续|精彩|火热|如期|同步|登陆|奏响|揭晓|发布|呈现)|即将(?![^，。]{0,40}之际|[^，。]{2,6}的)|拟(?:于|在|召|举)|届时|报名)"
    r"|举行|召开|举办|开幕|闭幕|启动|开班|开展|成立|揭牌|强调|指出|表示|介绍|认为|说|圆满|成功|顺利|了"
)
AHEAD_IN_SENTENCE = re.compile(
    r"报名|截止|欢迎|敬请|请于|请在|请各|届时|即将(?![^，。]{0,40}之际|[^，。]{2,6}的)|有望|诚邀|特邀请|将?持续[至到]|预约|购票|报到"
)
LABEL = re.compile(r"(?:时间|日期|时段|场次)\s?[:：]\s?$")  # 活动时间：7月25日 stands in announcements
DECIDED = re.compile("(?:决定|商定|议定|约定|明确)[于在，]?$")  # 会议决定，5月20日举办…
DECIDED_ON = re.compile("(?:决定|商定|议定|宣布)(?!了)，?[^，。；]{4,30}?于?$")  # 决定第九次会议于5月20日举行
HEARD = re.compile(
    "，?(?:本报|本网)?[记笔]者(?:从|在)?[^，。；]{0,24}(?:获悉|了解到|得知)"
)  # 5月8日，记者获悉，大赛将…
NOTICE = re.compile(r"通知|预告|公告|邀请函|启事|通告|报名|招募|预约|邀请您|倒计时|即将|早知道|活动安排|日程安排")
REPORT = re.compile(r"举行$|召开$|举办$|(?:指出|强调|讯|报道|消息)")


class Direction(Enum):
    """Which way from the day of publication a date without a year lies."""

    BEHIND = "behind"
    LIKELY_AHEAD = "likely ahead"
    AHEAD = "ahead"


def is_notice(text: str) -> bool:
    """Say whether a text announces: its head says 通知, 预告, 公告 … and no report follows."""
    head = text[:120]
    return NOTICE.search(head) is not None and REPORT.search(text[:400]) is None


def direction(text: str, span: Span, notice: bool) -> Direction:
    """Say which way the sentence around a date looks (将于7月25日, 7月25日将举行: ahead)."""
    start = max(text.rfind(stop, max(0, span.start - 80), span.start) for stop in STOPS) + 1
    before = text[max(start, span.start - 12) : span.start]
    if BEHIND_BEFORE.search(before):
        return Direction.BEHIND
    rest = STOP.split(text[span.end : span.end + 140], maxsplit=1)[0]
    if HEARD.match(rest):
        return Direction.BEHIND
    told = TOLD.search(rest)
    if AHEAD_BEFORE.search(before) or (told and told["ahead"]):
        return Direction.AHEAD
    sentence = text[max(start, span.start - 80) : span.end] + rest[:80]
    likely = (
        notice
        or LABEL.search(before)
        or DECIDED.search(before)
        or DECIDED_ON.search(text[max(start, span.start - 40) : span.start])
        or AHEAD_IN_SENTENCE.search(sentence)
    )
    return Direction.LIKELY_AHEAD if likely else Direction.BEHIND
