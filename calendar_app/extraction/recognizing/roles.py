"""Verbs that give a role to who stands before or after them: 主持, 作专题辅导, 为…颁奖, 获颁."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from calendar_app.extraction.document import Mention, Span
from calendar_app.extraction.lexicon import alternation, beginning, per_lexicon
from calendar_app.extraction.recognizing.acts import Act, acts, nouns
from calendar_app.extraction.recognizing.frames import (
    ACCEPTS,
    AWARD,
    BEGINNINGS,
    ELECTED,
    GOING,
    GREETS,
    HEARD,
    HOST_IS,
    HOSTED,
    LED_BY,
    LIGHT,
    MADE,
    NAMED_AS,
    OF,
    ON_TOPIC,
    POSITION,
    PRESENT,
    READ,
    UNHEARD,
    WELCOMED,
    WINNERS,
)

BY = re.compile(
    r"(?:[，。；\n]|^)(?:[本此该][次届场期]?“[^“”\n]{2,20}”(?!由))?[^，。；“”\n]{0,30}由[^，。；\n的在]{2,90}$"
)  # 此次讲座由…, not “某某杯”由… of what is only told about
ATTRIBUTES = (
    "与会", "参会", "到会", "参赛", "参训", "参展", "到场", "获奖", "受聘",
    "领奖", "同行", "随行", "受表彰", "获表彰", "旁听",
)  # fmt: skip
NOT_AFTER = re.compile(
    r"精神|员|方(?!才)|建设|指示|决定|名单|奖项|稿|内容|人(?!员)|者|时|材料|情况|大会|仪式|典礼|文件|活动|协议|合作|会(?![上场议长员])|比赛|工作|单位|班|团|队|课|方式|制度|体系|平台|机制|指南|视频|词"
)
NEVER_NOUNS = ("宣布", "宣读", "当选")
ELECT = re.compile("者|人(?![大民])|名单|证书")
ELECTION = re.compile("选举|推选|推举|换届|当选|补选|增补")
LEADING = re.compile("(?:带领|率领|组织|领着|监督)[^，。；]{0,12}$")  # 书记某某带领党员|宣誓
IN_CHARGE = re.compile("(?:全面|日常|行政|党委|学校)?工作(?=[，。；、）])")  # 副院长王某（主持工作）
NOUN_LIKE = re.compile(
    r"(?:重要|系列|的|之|决策|工作|各项|有关|具体|总体|任务|安排|传统|经典|优秀|最新|相关|会议|见证|全面|贯彻|落实|学习|通知|与|和|、)$"
)
TELLS = re.compile("[^，。；、]{1,14}(?:情况|进展|背景|目的|意义|流程|安排|规则|成果|进度)")  # 介绍|活动筹备情况
THERE = re.compile("(?:[本此这][次场期])?(?:活动|仪式|会议|培训|比赛|论坛)[，。；]")  # 共同参与|活动
IN_NAME = re.compile(r"[^，。；、！？\n的]{0,6}(?:仪式|典礼)|[双三各]方")  # 签约|揭牌仪式
WON = ("获", "并列", "分获", "获得", "荣获", "摘得", "夺得", "勇夺", "喜获", "斩获")
PRIZE = re.compile(
    r"[^，。；]{0,50}?(?:奖(?<![颁领]奖)|称号|荣誉|证书|表彰|奖牌|冠军|亚军|季军|第?[一二三四五六、]+等?名|铜牌|银牌|金牌|职务|资格)"
)
TOGETHER = re.compile("共同|一同|一起|先后|全程|依次")
ABOUT = re.compile("关于[^，。；》]{0,20}$")
WON_BY = re.compile(r"(?:奖|[冠亚季]军|名|称号)[^，。；]{0,4}由[^，。；]{2,50}$")
ATTRIBUTIVE = re.compile(r"(?:“[^”]{1,30}”|[^，。；“”]){0,30}?(?:奖|称号|荣誉|证书|表彰|聘书)?的[^，。；、]{1,8}")
LECTURE = re.compile("专题|主题|学术")
SPOKEN = re.compile("总结|主旨|引导|开场|动员|辅导|主题")
SHARED = re.compile("大会|典型|经验|体会|心得|做法|案例|分享|感受|收获")
REPORTED = re.compile("工作|情况|财务|总结|述职|审议")
BACKING = ("支持", "大力支持", "指导")  # 由市文联主办，明州银行|支持
HOSTS, ENDS = re.compile(r"(?:主|承|协|联合举)办[^。；\n]{2,80}(?<!的)\Z"), re.compile(r"[，。；\n]|\Z")
DOER = re.compile("人(?!员)|者")
OF_WHOM = re.compile("(?:会议|活动|仪式|启动仪式|大会|培训|比赛|论坛|庭审)的(?!同时|有|还)")  # 参加仪式的|各界群众
APART = re.compile(r"[，。；！、\n并和了]|庭审|会议|\Z|的[有还]")
THINGS = {"座谈": ("会",), "慰问": ("金", "品", "信")}  # 送上慰问|金
TITLED = re.compile(r"题为|[“《]|专题|学术|辅导|宣讲")


@per_lexicon
def pattern() -> re.Pattern[str]:
    noun = alternation(nouns())
    every = [*acts(), *BEGINNINGS]
    look = f"(?=[{''.join({one[0] for one in every})}]){beginning(every)}"
    return re.compile(
        rf"{look}(?:{beginning(BEGINNINGS)}(?:(?P<light>{LIGHT}){OF}(?P<noun>{noun})(?!{noun}|精神|[中会人上]|[^，。；]{{0,12}}的(?:专题|主题|学术|工作)?(?:报告|讲座|辅导|发言|讲话))|{PRESENT}|{POSITION}|{UNHEARD}|{WELCOMED}|{READ}|{HEARD}|{GOING}|{LED_BY}|{AWARD}|{ELECTED}|{MADE}|{HOSTED}|{WINNERS}|{HOST_IS}|{NAMED_AS}|{GREETS}|{ACCEPTS}|{ON_TOPIC})|(?P<plain>{alternation(acts())}))"
    )


def recognize(text: str) -> Iterator[Mention]:
    """Yield each verb that gives a role, with what it says: [主持], [作]专题[辅导], [荣获]一等奖."""
    search, place = pattern().search, 0
    while match := search(text, place):
        place = match.end()
        if match["plain"] == "提出" and text.startswith("席", place):  # 某某买提|出席
            place -= 1
        elif match["plain"]:
            if plain := plain_act(text, match):
                yield Mention("role", Span(*match.span()), plain, f"role-{plain.role}")
        elif match["present"]:
            act = Act("attendee", "出席", takes_object=True, only_object=True, lists=True)
            yield Mention("role", Span(*match.span()), act, "role-attendee-list")
        elif match["position"]:
            role = position_role(match["position"])
            yield Mention("role", Span(*match.span()), Act(role, match["position"]), f"role-{role}-position")
        elif match["unheard"]:
            continue
        elif match["welcomed"]:
            yield Mention("role", Span(*match.span("guest")), Act("attendee", "听取"), "role-attendee-welcomed")
        elif match["read"]:  # 听取了[张某代表理事会]所作的工作报告
            yield Mention("role", Span(*match.span("by")), Act("speaker", "听取", of_persons=True), "role-speaker-read")
        elif match["heard"]:
            if match["told"] == "报告" and not match["heard"].startswith("听取了"):  # only on the agenda
                continue
            act = Act("sharer" if "经验" in text[match.end() : match.end() + 2] else "speaker", "听取")
            yield Mention("role", Span(*match.span("who")), act, f"role-{act.role}-heard")
            place = match.start("told")
        elif match["going"]:
            yield Mention("role", Span(*match.span()), Act("attendee", "访问", weak=True), "role-attendee-going")
            place = match.start() + 1
        elif match["award"]:
            yield Mention("role", Span(*match.span()), Act("presenter", "授牌"), "role-presenter-award")
        elif match["led"]:
            act = Act("attendee", "率领", takes_object=True)
            yield Mention("role", Span(*match.span()), act, "role-attendee-led")
        elif match["elected"]:
            act = Act("recipient", "选举", takes_object=True, only_object=True, lists=True)
            yield Mention("role", Span(*match.span()), act, "role-recipient-elected")
        elif match["made"]:
            if ELECTION.search(text, max(0, match.start() - 400), match.start()):
                yield Mention(
                    "role", Span(*match.span()), Act("recipient", "当选", of_persons=True), "role-recipient-made"
                )
        elif match["hosted"]:  # 讲座由[关工委]联合举办
            if BY.search(text, max(0, match.start() - 124), match.start()):
                yield Mention("role", Span(*match.span()), Act("organizer", "举办"), "role-organizer-by")
        elif match["winners"]:  # 荣获一等奖的是[县文联]
            act = Act("recipient", "获奖", takes_object=True, only_object=True)
            yield Mention("role", Span(*match.span()), act, "role-recipient-winners")
        elif match["hosts"]:
            role = "organizer" if match["as"] == "主办" else "co_organizer"
            act = Act(role, match["as"], takes_object=True, only_object=True)
            yield Mention("role", Span(*match.span()), act, f"role-{role}-is")
        elif match["named"]:  # 主讲老师为[王某]
            act = Act(named_role(match["named"]), match["named"], takes_object=True, only_object=True, lists=True)
            yield Mention("role", Span(*match.span()), act, f"role-{act.role}-named")
        elif match["greets"]:
            act = Act("speaker", "致以", of_persons=True, informal=True)
            yield Mention("role", Span(*match.span()), act, "role-speaker-greeting")
        elif match["accepts"]:
            yield Mention("role", Span(*match.span()), Act("recipient", "接受"), "role-recipient-accepts")
        elif match["topic"]:
            act = Act("lecturer", "授课", weak=True, of_persons=True, at_training=True)
            yield Mention("role", Span(*match.span()), act, "role-lecturer-topic")
        elif match["light"]:
            role = light_role(match["light"], match["of"], match["noun"])
            act = Act(
                role,
                match["noun"],
                of_persons=match["light"].startswith(
                    ("开展", "给予", "予以", "作出")
                ),  # a body that 开展s a lecture holds it
                depends=depends(match),
                informal=match["noun"] in ("介绍", "阐述", "强调", "交流", "讲解", "建议", "意见建议", "意见和建议"),
            )
            yield Mention("role", Span(*match.span()), act, f"role-{role}-noun")


def position_role(position: str) -> str:
    if position.startswith("主办"):
        return "organizer"
    if position.startswith(("承办", "协办")):
        return "co_organizer"
    return "chair" if position.startswith("主持") else "lecturer"


def named_role(word: str) -> str:
    return {"主持": "chair", "分享": "sharer", "培训": "attendee"}.get(
        word[:2], "attendee" if word[0] == "参" else "lecturer"
    )


def depends(match: re.Match[str]) -> bool:
    """Say whether a report or talk is a lecture at a training only: 作主题报告, 作专题分享."""
    if match["noun"] == "分享":
        return bool(LECTURE.search(match["of"]))
    return match["noun"] in ("报告", "解读") and not TITLED.search(match["of"]) and not REPORTED.search(match["of"])


def light_role(light: str, of: str, noun: str) -> str:
    if noun == "发言" and SPOKEN.search(of):
        return "speaker"
    if noun == "交流" and not SHARED.search(of):
        return "sharer" if light.startswith("作") else "attendee"
    if noun == "介绍" and "经验" in of:
        return "sharer"
    if noun == "报告" and REPORTED.search(of):
        return "speaker"
    return str(nouns()[noun])


def is_won_by(text: str, match: re.Match[str]) -> bool:
    """Say whether a prize stands before who won it: 一等奖由王某|获得."""
    ends = text[match.end() : match.end() + 1] in ("，", "。", "；")
    return ends and WON_BY.search(text, max(0, match.start() - 60), match.start()) is not None


def is_noun(act: Act, text: str, match: re.Match[str]) -> bool:
    """Say whether a verb stands for a thing, as what follows it tells: 讲话|精神."""
    free = act.role in ("attendee", "chair", "signatory") or act.of_persons or act.word in NEVER_NOUNS
    if (free and not act.weak) or act.word.endswith("了") or not NOT_AFTER.match(text, match.end()):
        return False
    if text.startswith("合作", match.end()) or TELLS.match(text, match.end()):
        return False
    if act.word == "参与" and THERE.match(text, match.end()):
        return False
    return not TOGETHER.search(text, match.start() - 2, match.start())


def is_read_out(text: str, place: int) -> bool:
    """Say whether a prize is given in what somebody reads out: 宣读《关于|授予…称号的决定》, 关于|表彰…的通报."""
    return "关于" in text[max(0, place - 24) : place] and ABOUT.search(text, max(0, place - 24), place) is not None


def plain_act(text: str, match: re.Match[str]) -> Act | None:
    """Return what a plain verb says, None where it is no verb: 讲话精神, 工作部署, 参加人员."""
    act = acts()[match["plain"]]
    won = act.word in WON and bool(PRIZE.match(text, match.end()) or is_won_by(text, match))
    if not won and is_noun(act, text, match):
        return None
    if act.word in BACKING and not (
        ENDS.match(text, match.end()) and HOSTS.search(text, max(0, match.start() - 90), match.start())
    ):
        return None
    if act.role in ("attendee", "chair") and DOER.match(text, match.end()):
        return None
    if act.role == "attendee" and OF_WHOM.match(text, match.end()):
        return None
    if act.word in ATTRIBUTES and not APART.match(text, match.end()):
        return None
    if act.role in ("presenter", "signatory") and IN_NAME.match(text, match.end()):
        return None
    if text.startswith(THINGS.get(act.word, ("\0",)), match.end()):
        return None
    if act.role == "chair" and IN_CHARGE.match(text, match.end()):
        return None
    if act.role == "presenter" and (text.startswith("的", match.end()) or is_read_out(text, match.start())):
        return None
    if act.word == "宣誓" and LEADING.search(text, max(0, match.start() - 16), match.start()):
        return None
    if act.word == "当选" and ELECT.match(text, match.end()):
        return None
    if act.word in ("带领", "率领", "陪同", "来访", "到访") and text.startswith(
        "的", match.end()
    ):  # 院长王某带领的|医疗队
        return None
    if (
        act.weak
        and not text.startswith("下", match.end())
        and NOUN_LIKE.search(text, max(0, match.start() - 4), match.start())
    ):
        return None
    if act.word in WON and not won:
        return None
    if act.role == "recipient" and ATTRIBUTIVE.match(text, match.end()):
        return None
    return replace(act, weak=False) if act.weak and text.startswith("了", match.end()) else act
