"""Going somewhere to see: 到街道调研, 赴东海市开展交流活动, 会见客人."""

from __future__ import annotations

import re
from collections.abc import Iterator

from calendar_app.extraction.document import Mention, Span
from calendar_app.extraction.lexicon import alternation, beginning, per_lexicon, words
from calendar_app.extraction.recognizing.names import clause_end, clause_start, stripped
from calendar_app.extraction.recognizing.told import SOON, Told

VISITING = "(?:调研|考察|检查|督导|督查|视察|慰问|走访|参观|访问|巡查|观摩)"
VISIT_ONLY = re.compile(f"(?:(?:专题|实地|现场|走访|正式|国事|友好)?{VISITING}(?:指导|活动|走访|慰问|工作)?)")
VISIT_ABOUT = re.compile(f"(?:{VISITING}|义诊|交流)(?:指导|活动|工作)?$")
GOING = re.compile(r"(?:到|赴|前往|深入|来到?|走进|莅临)(?![自于])[^，。；]{2,40}$")
TREATS = re.compile("(?:义诊|交流)(?:活动)?$")
TOPIC = re.compile(r"(?:对(?![外口])|就(?!地))[^，。；]{4,40}\Z")
GONE = re.compile(r"(?:来到|深入|走进|前往|奔赴|赴|到)了?[^，。；：！？\n]{2,30}，(?:先后|分别|实地|现场|亲切|一线)?\Z")
MEETINGS = ("会谈", "座谈交流", "洽谈", "会晤", "举行会谈", "座谈")
ARRIVES = re.compile("来访|到访|来[我本]|莅临|[赴到]")  # 一行到访我校，就合作进行|洽谈
LED = re.compile(  # 由市长某某带领的|考察团, 以某某为组长的|督查组
    r"[由以](?:[^，。；]{2,60}?(?:带领|率领|带队|领衔|牵头)的|[^，。；]{2,40}?为[^，。；]{0,4}[长队首][、，和]?的)(?=[^，。；]{3})"
)
SAID = re.compile(
    "时(?:，?(?:再次|反复|重点|着重|明确)?)(?:强调|指出|要求|表示|提出|说)"
)  # 在云岭镇调研防汛工作|时强调
DATED_INSIDE = re.compile(
    r"(?<=[^，。；])[于在]?(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[至—~-]+(?:\d{1,2}月)?\d{1,2}日)?(?:（[^）]{2,4}）)?(?:[上下]午)?"
)


THERE = ("了解", "指导", "对接", "交流", "推介", "招商")  # which tell of a visit only behind where one came
NOUNS = ("员", "会", "组", "团", "性", "意见", "思想", "下", "机制", "活动", "座谈", "讨论")
CAME = re.compile(
    r"(?:一行[^，。；]{0,8}|[组团队]|率队|带队|率[^，。；]{2,16}|应邀|[长记任席员](?:[\u4e00-\u9fff]{2,3})?)(?:先后)?"
    r"(?:来(?![自源])|到(?!会)|赴|前往|莅临)[^，。；]{1,16}?(?:，|实地|现场|详细|深入|进行|考察)*\Z"
)


@per_lexicon
def visits() -> re.Pattern[str]:
    every = words("verbs", "visits")
    treating = "义诊(?<=[县区市镇乡村州站校地]义诊)(?=[，。；并])"
    arriving = f"(?:{'|'.join(THERE)})(?!{'|'.join(NOUNS)})"
    things = "旺季|高峰|门票|座谈会|情况|发现|反馈|报告|指示|精神|对象|结果|成果|讲话|期间"
    said, told = "时(?!强调|指出|要求|表示|提出|说)", "(?:(?<![来到]访)|(?!的))"  # 会见来访的客人
    seeing = rf"{alternation(every)}(?<!团拜会)(?![组团队员会]|[部室](?!署)|{things}|{said}){told}"
    return re.compile(rf"{beginning([*every, '义诊', *THERE])}(?:{treating}|{seeing}|(?P<there>{arriving}))")


def visitor(text: str, verb: int, thing: Span) -> int | None:
    """Return where it is told who goes to see (李某到东河村|开展调研), if that is what is carried out."""
    bare = VISIT_ONLY.fullmatch(thing.quote(text))
    if text[thing.start] == "“" and TREATS.search(thing.quote(text)):  # 赴白河村开展|“送医下乡”义诊活动
        return None
    if not bare and not VISIT_ABOUT.search(thing.quote(text)):
        return None
    begin = after_day(text, clause_start(text, verb), verb)
    begin += stripped(text[begin:verb])
    goes = bare or TOPIC.search(text, begin, verb) or GOING.search(text, begin, verb)
    return begin if goes and verb - begin > 2 and thing.end - begin <= SOON else None


def with_visits(text: str) -> Iterator[Mention]:
    before = 0  # where the verb of the visit before ends
    for match in visits().finditer(text):
        if match["there"] and not CAME.search(text, max(before, match.start() - SOON), match.start()):
            continue
        if text.startswith("陪同", match.start() - 2):  # 区长某某陪同|调研: who went along
            continue
        begin = clause_start(text, match.start())
        if gone := (CAME if match["there"] else GONE).search(text, max(0, begin - SOON, before), begin):
            begin = clause_start(text, gone.start())  # 李某来到东河社区，|看望老党员
        elif text.startswith(("带队，", "率队，"), match.start() - 3):  # 副主席李某带队，|调研防汛工作
            begin = clause_start(text, match.start() - 1)
        begin = after_day(text, begin, match.start())
        begin += stripped(text[begin : match.start()])
        begin = led.end() if (led := LED.match(text, begin, match.start())) else begin
        begin += 2 if text.startswith("组织", begin) and match.start() - begin > 4 else 0  # 组织|党员到纪念馆参观
        end = clause_end(text, match.end())
        said = SAID.search(text, match.end(), end)
        end = said.start() if said else end
        if begin < match.start() and not text.startswith("期间", end - 2) and end - begin <= SOON:
            is_meeting = match.group() in MEETINGS and not ARRIVES.search(text, begin, match.start())
            kind = "meeting" if is_meeting else "activity"
            before = match.end()
            yield Mention("event", Span(begin, end), Told(kind, "visit", Span(*match.span())), "visit")


def after_day(text: str, begin: int, verb: int) -> int:
    """Return where a clause goes on after its day: 一行6人于11月25日|到吴江考察."""
    dated = DATED_INSIDE.search(text, begin, verb)
    return dated.end() if dated else begin
