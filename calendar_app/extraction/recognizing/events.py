"""Events by their verbs: what is held, what takes place, acts that are events themselves, visits, lectures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from calendar_app.extraction.document import Mention, Span
from calendar_app.extraction.lexicon import alternation, beginning, per_lexicon, words
from calendar_app.extraction.recognizing.lectures import lectured, with_lectures
from calendar_app.extraction.recognizing.names import (
    clause_start,
    closed,
    head_ends,
    kind_of,
    name_after,
    stripped,
    titled,
)
from calendar_app.extraction.recognizing.series import with_lists
from calendar_app.extraction.recognizing.told import SOON, Told, is_held_inside, mention
from calendar_app.extraction.recognizing.visits import visitor, with_visits

ATTRIBUTIVE = re.compile(r"了?的")
ATTENDED = re.compile(
    r"(?:出席|参加|聆听|[做作]客(?![^。；]{0,80}(?:讲座|报告|党课))(?=“|[^，。；]{2,16}讲[坛堂])|收听收看|收看|主持(?![人召持）]|会|了?[^，。；]{0,4}(?:开幕|闭幕|签约|启动)))(?:了)?"
)
ATTENDERS = re.compile(  # 出席会议的|代表在…举行预备会议
    r"[^，。；“”]{0,30}?(?:会议?|大会|活动|仪式|典礼|比赛|大赛|培训班?)的(?:[^，。；“”]{0,10}?(?:代表|人员|同志|成员|委员|领导|嘉宾|选手|学员|同学|师生|干部|专家))"
)
AT = re.compile(r"[在于](?<![^。！？\n，].)(?P<name>[^，。；！？\n]{6,80}?)上，")
# What ADVERBS begins with.
ADVERBIAL = "隆成顺正圆如盛首再全胜接随相火热欢精激重惊准同联公线在即将拟也均已分陆共集于近日"
ADVERBS = re.compile(
    rf"(?=[{ADVERBIAL}])"
    r"(?:隆重|成功|顺利|正式|圆满|如期|盛大|首次|再次|全面|圆满|胜利|接着|随即|随后|相继|火热|热烈|热闹|欢乐|精彩|激情|接档|重磅|惊喜|全新|准时|如约|正在|同步|联合|公开|线上|线下|在线|即将|将|拟|也|均|已|分别|陆续|共同|集中|于?近日|于?日前)+$"
)
ADJUNCT = re.compile(
    r"[”’）]*，?(?:先后|相继|分别|陆续|同时)?(?:(?:今|昨|明|当)[天日]|近日|日前|定于|将于|拟于|于|将|拟|原?定|原?计划)?(?:（[^（）]{1,20}）)?(?:[\d年月日号至、—~:：时分点半整许上下中午晚夜早傍（）每周星期一二三四五六日起到-]*)?，?"
)
DONE = re.compile(
    r"^(?:（(?:以下)?简称[^（）]{1,30}）)?(?:(?:圆满|顺利|全部|已)*完成[^，。；]{2,14}，)?"
)  # 大会圆满完成各项议程，在…闭幕
COLOURED = re.compile(  # 运动会|炫彩|开幕: an adverb of two characters, whichever it is
    r"(?!参加|出席|主持|代表|部署|会议|活动|工作|.?[的了于在由被把对向为就与和及等年月日])[\u4e00-\u9fff]{2}"
    r"(?:开[幕赛讲班跑营锣]|启幕|落幕|闭幕|收官|上演)"
)
WITH_PLACE = re.compile(
    r"(?:(?:如期|成功|隆重|顺利|圆满|盛大|正式|准时|如约|首次|再次|同步|也|还)?正?在|于|以(?!及)|通过|采用|采取|因|由|按|共|一连|连续|为期|历时)"
)
BARE = re.compile(
    r"(?:扩大|专题|（扩大）|全体)?会议|"
    r"(?:启动|揭牌|开班|结业|开幕|闭幕|开学|毕业|颁奖|签约|首发|开工|落成|竣工|奠基)(?:仪式|典礼|式)(?:暨.{2,20})?|第[一二三四五六七八九十\d]+[讲期场课]"
)
BEFORE_TIME = re.compile(
    r"(?P<whose>(?:“[^”]{1,60}”|《[^》]{1,60}》|（[^）]{1,40}）|[^，。；：“”《》（）\d在于]|\d{4}年?)+?)"
    r"(?:\d{1,2}月\d{1,2}日|\d{1,2}日|[上下]午|在[^，。]{1,30}|于[^，。]{1,30}|隆重|成功|顺利|正式|日前|近日)*$"
)
MEETS = re.compile(r"(?:常委会|党组|党委|理论学习中心组|中心组|领导小组|委员会|支部|工委|常委会党组|董事会|理事会)$")
THING = re.compile(
    r"(?:”|》|）|工程|项目|基地|中心|平台|研究室|教研室|课程|大赛|竞赛|比赛|节|周|展|展览|活动|培训班|研修班|班|论坛|计划|博览会|运动会|(?:科普|宣传|开放|活动|纪念|助残)日|实验室|场馆|图书馆)$"
)
ORGANIZES = re.compile(
    r"(?:^|[，。；：\n并还将也地了日午晚专门统一精心周密认真先后间闲暇假期,]|积极|集中|共同|联合|[院校局会委部处区县市办所团司站])组织(?!$|总|领导|部|建设|体系|委|机构|章程|生活|架构)"
)
WITH_OTHER = re.compile(r"[与和同、]")
NUMBERED = re.compile(r"第[一二三四五六七八九十\d]+[讲期场课]")
LATER = re.compile(r"随后|之后|(?:召开|举行|举办|进行|开展)的|^(?:主场|分场)活动")
NOUN = re.compile("情况|以来|过程|方式|形式|方案|计划|动员|致辞|讲话")  # 活动开展情况, 会议召开方式, 作开班动员
HELD_BY = re.compile(  # 县科协主办，白河小学承办的|座谈会; 全体师生静候|典礼开始
    r"(?:[主承协]办|举[办行]|召开|发起|组织|开展)的|[静等]候着?|[等期]待着?"
)
TO_BE = re.compile("将[在于]")  # 某某将在市民大讲堂|开讲: no name of an event
ANNOUNCED = re.compile("宣[布告](?!大?会)")  # 校长某某宣布活动|开始: no name of an event
INNER = re.compile(
    r"[^，。；：！？\n“”的]{2,24}?(?:开展|参加|进行|举行|召开|召集|前往|奔赴|赴|到|走进|参观|观看|学习|收看|收听|聆听|旁听)"
)
TITLE = re.compile(r"《关于[^》\n]{4,100}》")
ROVES = re.compile("走进")
FORM = re.compile(r"(?<=[幕班动学业营])(?:式|仪式|典礼)")
SHOWN = frozenset(("展出", "亮相", "正式亮相", "奏响", "登场", "首演", "展映"))
ONLY_EVENTS = frozenset(
    (
        "正式亮相",
        "与读者见面",
        "与观众见面",
        "与市民见面",
        "与公众见面",
        "开班",
        "开营",
        "开讲",
        "开赛",
        "热力开赛",
        "开锣",
        "结营",
        "闭营",
    )
)  # nothing else does so
TAUGHT = frozenset(("开班", "开讲"))
WHATEVER = re.compile(
    r"(?P<name>(?![^，。；]*(?:同学|学员|学生|我们))(?:“[^”]{2,40}”|[^，。；：“”的在于将]{2})(?:“[^”]{2,40}”|[^，。；：“”的]){0,40}?)"
    r"(?:将|即将|拟|[定计][于划])?(?:(?:分别|同时|先后)?[在于][^，。；：]{2,40})?"
)
BODY_MEETS = re.compile(  # 主持召开市委常委会，…: the body's name is its meeting's
    r"了?(?P<name>[^，。；：、“的]{0,12}(?:常委会|党组会|董事会|理事会|监事会|执委会|支委会|党委会|专委会)(?:第[^，。；]{1,12}次)?)(?=[，。；])"
)
OVER = re.compile(r"(?<=结束)之?后|(?<=[闭落]幕)之?后|之际|前夕|之前|以来")  # 大会闭幕后: only says when


@per_lexicon
def verbs() -> re.Pattern[str]:
    holds, happens = alternation(words("verbs", "holds")), alternation(words("verbs", "happens"))
    look = beginning(words("verbs", "holds") + words("verbs", "happens"))
    return re.compile(rf"{look}(?:(?P<holds>{holds})|(?P<happens>{happens}))")


@per_lexicon
def acts() -> re.Pattern[str]:
    signing = ("签署", "签订", "签下", "互签", "续签")
    papers = r"(?:协议书?|备忘录|合同|合作书|意向书)"
    paper = rf"(?:{'|'.join(signing)})了?[^，。；！？\n]{{0,40}}?{papers}"
    signed = rf"(?P<signed>{paper}|签约(?:共建|合作|建立|成立)[^，。；！？\n]{{2,20}})"
    look = beginning([*words("verbs", "acts"), *signing])
    return re.compile(rf"{look}(?:{alternation(words('verbs', 'acts'))}|{signed})(?=[，。；！？\n]|$)")


@per_lexicon
def happening() -> frozenset[str]:
    return frozenset(words("verbs", "happens"))


def recognize(text: str) -> Iterator[Mention]:
    """Yield each event that a verb tells, its span the event's name as printed.

    7月3日，白沙镇召开[防汛工作会议] · [防汛工作会议]在镇政府举行
    """
    several = list(with_lists(text))
    listed = {one.value.verb.start for one in several}
    yield from several
    for one in with_verbs(text):
        if one.value.verb.start not in listed and (one.rule == "visit-of" or not is_held_inside(text, one.span)):
            yield one
    yield from with_acts(text)
    yield from with_roving(text)
    yield from with_lectures(text)
    yield from with_attendance(text)
    yield from with_visits(text)
    yield from with_at(text)


def with_verbs(text: str) -> Iterator[Mention]:
    titles = {place for title in TITLE.finditer(text) for place in range(*title.span())} if "《关于" in text else ()
    for match in verbs().finditer(text):
        if match.start() in titles:  # 按照《关于举办开放日的通知》
            continue
        if FORM.match(text, match.end()) or OVER.match(text, match.end()):  # 出席开幕式: nothing that opens
            continue
        if match.group() == "组织" and not ORGANIZES.search(text[max(0, match.start() - 2) : match.end() + 2]):
            continue
        if match.group() == "组织" and (
            INNER.match(text, match.end()) or text.startswith(("收听", "收看", "参加"), match.end())
        ):  # 组织干警|开展培训: the inner verb tells
            continue
        verb = Span(*match.span())
        if match.group() in SHOWN and text[verb.end : verb.end + 1] not in ("，", "。", "；", "\n"):  # 展出作品百件
            continue
        after = ATTRIBUTIVE.match(text, verb.end)
        happens = match.group() in happening() and not NOUN.match(text, verb.end)
        subject = name_before(text, verb.start) if happens else None
        thing = name_after(text, after.end() if after else verb.end, bool(after))
        if (
            thing
            and text.startswith(("后", "之后"), thing.end)
            and text.startswith("继", clause_start(text, verb.start))
        ):
            continue  # 继召开动员会之后，…
        if thing and match.group() in ("开展", "进行") and (begin := visitor(text, verb.start, thing)) is not None:
            told = Told("activity", "visit", Span(thing.start, thing.end))
            yield Mention("event", Span(begin, thing.end), told, "visit-of")
            continue
        if thing is None and match.group().endswith("召开") and (met := BODY_MEETS.match(text, verb.end)):
            yield Mention("event", Span(*met.span("name")), Told("meeting", "held", verb), "name-after-verb")
            continue
        if thing and subject and NUMBERED.match(text, *thing):
            yield mention(text, subject, "happens", verb, "name-before-and-after")
        elif thing and not (match.group() == "组织" and thing.end - thing.start < 3):  # 社会|组织活动
            whole = joined(text, verb.start, thing) if not after else None
            rule = "attributive" if after or HELD_BY.search(text, verb.end, thing.start) else "name-after-verb"
            yield mention(text, thing, "held", verb, rule, whole)
        elif subject:
            yield mention(text, subject, "happens", verb, "name-before-verb")
        elif happens and match.group() in ONLY_EVENTS and (named := whatever_before(text, verb.start)):
            told = Told("training" if match.group() in TAUGHT else kind_of(named.quote(text)), "happens", verb)
            if match.group() == "开讲" and (own := lectured(text, named, verb)) != named:
                named, told = own, Told("training", "act", verb)
            yield Mention("event", named, told, "name-of-any-kind")


def whatever_before(text: str, verb: int) -> Span | None:
    """Find what opens, on whatever word its name ends: [暑期辅导站]在镇小学正式|开班."""
    begin = clause_start(text, verb)
    begin += stripped(text[begin:verb])
    match = WHATEVER.fullmatch(text, begin, begin + len(ADVERBS.sub("", text[begin:verb])))
    return Span(*match.span("name")) if match else None


def with_acts(text: str) -> Iterator[Mention]:
    for match in acts().finditer(text):
        begin = clause_start(text, match.start())
        begin += stripped(text[begin : match.start()])
        if text.startswith(("并", "还", "在", "于"), begin) or text.startswith("见证", match.start() - 2):
            # 召开大会，|并与某某签订协议: a part of it; 共同|见证签约: who was there
            continue
        if 3 <= match.start() - begin <= SOON and (
            match["signed"] is None or WITH_OTHER.search(text, begin, match.start())
        ):
            yield Mention("event", Span(begin, match.end()), Told("ceremony", "act", Span(*match.span())), "act")


def with_roving(text: str) -> Iterator[Mention]:
    """Yield what goes about by itself: [“民法典进社区”宣讲活动]走进白河村."""
    for match in ROVES.finditer(text):
        if name := name_before(text, match.start()):
            yield mention(text, name, "happens", Span(*match.span()), "name-before-verb")


def with_attendance(text: str) -> Iterator[Mention]:
    for match in ATTENDED.finditer(text):
        name = name_after(text, match.end())
        if name and ATTENDERS.match(text, match.end()):
            continue
        if name and name.end - name.start > 4 and not text.startswith(("后", "之后"), name.end):
            yield mention(text, name, "attended", Span(*match.span()), "attended")


def with_at(text: str) -> Iterator[Mention]:
    for match in AT.finditer(text):
        name = Span(*match.span("name"))
        if LATER.search(match["name"]):
            continue
        if any(end == name.end for end in head_ends(text, name.start, name.end)):
            yield mention(text, name, "at", Span(match.start(), name.start), "at")


def joined(text: str, verb: int, name: Span) -> Span | None:
    """Return whose event a bare 扩大会议 or 揭牌仪式 is, the subject that its full name begins with."""
    if not BARE.fullmatch(name.quote(text)):
        return None
    begin = clause_start(text, verb)
    begin += stripped(text[begin:verb])
    whose = BEFORE_TIME.match(text, begin, verb)
    if not whose or whose.end("whose") - begin < 3:
        return None
    span = Span(*whose.span("whose"))
    is_meeting = bool(MEETS.search(span.quote(text)))
    return (
        span
        if is_meeting == name.quote(text).endswith("会议") and (is_meeting or THING.search(span.quote(text)))
        else None
    )


def name_before(text: str, verb: int) -> Span | None:
    """Find the name that stands before a verb, a place or a time between them: [座谈会]在镇政府举行."""
    begin = max(clause_start(text, verb, "。；！？"), verb - 2 * SOON)
    ends = [titled(text, closed(text, begin, end)) for end in head_ends(text, begin, verb)]
    for end in ends:
        if verb - end <= SOON and (is_adjunct(text[end:verb]) or COLOURED.match(text, end, verb + 2)):
            start = clause_start(text, end)
            start += stripped(text[start:end])
            start = max((match.end() for match in HELD_BY.finditer(text, start, end)), default=start)
            start += 2 if text.startswith("关于", start) and text[start - 1 : start] in ("", "\n") else 0
            if end - start < 2 or ANNOUNCED.search(text, start, end) or TO_BE.search(text, start, end):
                continue
            if not is_held_inside(text, Span(start, end)):  # 召开发布会，由某某主办的|书展将在…举行
                return Span(start, end)
    return None


def is_adjunct(between: str) -> bool:
    """Say whether what stands between a name and its verb is only a time, a place or a manner."""
    between = DONE.sub("", ADVERBS.sub("", between))
    if WITH_PLACE.match(between) and "，" not in between:
        return True
    if match := ADJUNCT.match(between):
        between = between[match.end() :]
    return not between or bool(WITH_PLACE.match(between) and "，" not in between)
