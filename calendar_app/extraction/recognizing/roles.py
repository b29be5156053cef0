"""Verbs that give a role to who stands before or after them: 主持, 作专题辅导, 为…颁奖, 获颁."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from calendar_app.extraction.document import Mention, Span
from calendar_app.extraction.lexicon import alternation, per_lexicon, table, words

ROLES = (
    "chair", "speaker", "lecturer", "sharer", "presenter",
    "recipient", "signatory", "attendee", "organizer", "co_organizer",
)  # fmt: skip
LIGHT = r"(?:(?<![工合协操写创著运动制杰大叫])[作做](?!为|出|风|用|法|好|客)|进行|发表|开展|带来)了?"
NOT_AFTER = re.compile(
    r"精神|稿|内容|人(?!员)|者|时|材料|大会|仪式|典礼|文件|活动|协议|合作|会(?![上场议])|比赛|工作|单位|班|课|方式|制度|体系|平台|机制|指南|视频|词"
)
NOUN_LIKE = re.compile(
    r"(?:重要|系列|的|之|决策|工作|各项|有关|具体|总体|任务|安排|传统|经典|优秀|最新|相关|会议|全面|贯彻|落实|学习|通知|与|和|、)$"
)
PRIZE = re.compile(
    r"[^，。；]{0,50}?(?:奖|称号|荣誉|证书|表彰|奖牌|冠军|亚军|季军|第[一二三四五六]名|铜牌|银牌|金牌|职务|资格)"
)
TITLED = re.compile(r"题为|[“《]|专题|学术|辅导|宣讲")


@dataclass(frozen=True, slots=True)
class Act:
    """What a verb says of who did it: its role, and whether the verb is one that is often a noun."""

    role: str
    word: str
    weak: bool = False
    of_persons: bool = False
    takes_object: bool = False
    only_object: bool = False
    informal: bool = False
    depends: bool = False  # a report is a lecture at a training and a speech at a meeting


@per_lexicon
def acts() -> dict[str, Act]:
    """Return what each verb says."""
    weak, own = set(words("roles", "nouns_too")), set(words("roles", "words_of_persons"))
    informal = set(words("roles", "informal"))
    objects, only = set(words("roles", "objects")), set(words("roles", "own_objects"))
    return {
        word: Act(role, word, word in weak, word in own, word in objects, word in only, word in informal)
        for role in reversed(ROLES)
        for word in words("roles", role)
    }


@per_lexicon
def pattern() -> re.Pattern[str]:
    nouns = alternation(table("roles", "nouns"))
    return re.compile(
        rf"(?P<light>{LIGHT})(?P<of>[^，。；！？\n]{{0,80}}?)(?P<noun>{nouns})(?!精神|[中会人上])|(?P<plain>{alternation(acts())})"
    )


def recognize(text: str) -> Iterator[Mention]:
    """Yield each verb that gives a role, with what it says: [主持], [作]专题[辅导], [荣获]一等奖."""
    place = 0
    while match := pattern().search(text, place):
        place = match.end()
        if match["light"]:
            role = light_role(match["of"], match["noun"])
            act = Act(role, match["noun"], depends=match["noun"] in ("报告", "解读") and not TITLED.search(match["of"]))
            yield Mention("role", Span(*match.span()), act, f"role-{role}-noun")
        elif plain := plain_act(text, match):
            yield Mention("role", Span(*match.span()), plain, f"role-{plain.role}")


def light_role(of: str, noun: str) -> str:
    if noun == "发言" and re.search(r"总结|主旨|引导|开场|动员|辅导|主题", of):
        return "speaker"
    if noun == "介绍" and "经验" in of:
        return "sharer"
    if noun == "报告" and re.search(r"工作|情况|财务|总结|述职|审议", of):
        return "speaker"
    return str(table("roles", "nouns")[noun])


def plain_act(text: str, match: re.Match[str]) -> Act | None:
    """Return what a plain verb says, None where it is no verb: 讲话精神, 工作部署, 参加人员."""
    act = acts()[match["plain"]]
    if NOT_AFTER.match(text, match.end()) and act.word not in ("主持", "指出", "强调", "出席", "参加", "列席"):
        return None
    if act.word in ("出席", "参加", "主持") and re.match(r"人(?!员)|者", text[match.end() : match.end() + 2]):
        return None
    if act.weak and NOUN_LIKE.search(text, max(0, match.start() - 4), match.start()):
        return None
    if act.word in ("获", "获得", "荣获", "摘得", "夺得") and not PRIZE.match(text, match.end()):
        return None
    return act
