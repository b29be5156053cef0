"""Places as printed: 在[镇政府礼堂]召开, 于[文化馆]举行, 地点：[二楼会议室]."""

from __future__ import annotations

import re
from collections.abc import Iterator

from calendar_app.extraction.document import Mention, Span

HELD = (
    r"(?:举[行办]|召开|组织开展|开[展幕班赛讲学营锣播跑始]|揭牌|揭幕|启动|签[约署]|闭幕|落[幕下]|成立|进行|上演"
    r"|展出|与(?:读者|观众|市民|公众)见面|亮相|奏响|登场|首演|圆满|顺利|隆重|成功|正式|盛大|如期|主持(?![人下之])|收听收看|组织|主办|承办|拉开|启幕|挂牌|奠基|开工|启用|鸣[枪哨锣]|[作做]了?(?:[一两]场|题为|专题|主题)|设[立置](?:宣传|咨询|服务|普法))"
)
IN = re.compile(
    rf"[在于赴前](?!(?<=于).{{1,2}}主持)(?<![正存所现旨潜内]在)(?<![关由对处位属基鉴等记长任员席理师授]于)(?!(?<=在)(?:用的|职(?![工教业中])|校(?![园内区史门医体学部本])|线(?![路缆])))(?:(?<!前)|(?<=前)往)(?:位于)?(?P<place>[^，。；！？：\n在于]{{1,40}}?)(?:[对向为就由与面][^，。；：\n]{{1,30}}?)?"
    rf"(?=(?:(?:线上|线下|同时|联合|共同|同步|火热|热烈|胜利|准时|如约|激情|精彩|震撼|激烈|火爆|庄严|庄重|正在|扎实|集中|紧急|专题|再次|首次|欢快|喜庆|热闹|欢乐|温馨|重磅|璀璨|紧张|有序|热力|举行的|以[^，。；]{{2,20}}(?:形式|方式))?{HELD}))"
)
APART = re.compile(
    r"在(?<![正存所现旨潜内]在)(?P<place>[^，。；！？：\n在于]{1,40}?"
    r"(?:[室厅堂馆楼院校园村镇县市区场站]|中心|基地|酒店|宾馆|饭店|街道|大厦|公司|[中小大]学))[上内里]?"
    rf"(?=参加|出席|会见|看到|，(?:[^，。；：！？\n]{{0,36}}?[^，。；：！？\n的])?{HELD})"
)
OUT = re.compile(
    r"[走来深奔赶赴到齐相前汇莅](?:(?<=走)进|(?<=赴)|(?<=前)往|(?<=齐)聚|(?<=[相汇])聚在?|(?<=莅)临|(?<=来)到|(?<=深)入|(?<=奔)赴|(?<=赶)赴|(?<=到)(?<![达得做提受感等直遇碰看听收见找想送接说谈拿报寄回签办]到))"
    r"了?(?P<place>(?:[^，。；！？：、\n和及各多]{1,22}(?:[室场厅堂馆楼院校园村镇乡县市区局站所]|中心|广场|基地|社区|街道|公司|集团|[中小大]学|工地|车间|现场|酒店|宾馆|驻地|边检站|敬老院)|(?!现场|会场)[\u4e00-\u9fff]{2,5}(?=，(?:出席|参加)(?!人))))"
    r"(?=，?(?:集中|联合|同步|扎实|组织)?(?:为[^，。；]{2,14})?(?:开展|举办|举行|召开|进行|送上|带来|[上作]了?(?=一[堂场]))|，?(?:共同|一同)?(?:出席|参加|参与|聆听|观看))"
)
SHORT = re.compile(  # 赴[京]参加全国人大会议
    "[赴来抵](?P<place>[京沪津渝穗汉宁杭蓉琼港澳昌筑邕])(?=参加|出席|参会|专程|考察|调研|学习|访问|开展|洽谈)"
)
BORROWED = re.compile("假座(?P<place>[^，。；：！？\n]{2,40}?)(?=，|举[行办]|召开)")
INSIDE = re.compile("[内里](?=(?:隆重|成功)?举[行办])")
HERE = re.compile(rf"在[这此]里?(?:圆满|顺利|隆重|成功|正式|盛大|如期|火热)?{HELD}")
INDOORS = re.compile(
    r"[，。；！？\n](?P<place>[^，。；！？：“”\n在于]{1,20}?(?:[室厅堂馆楼院校园村镇]|中心|广场|会场|基地|酒店|宾馆|社区|公园|礼堂|剧院))(?:[内里上前]|(?=人|热闹|锣鼓|彩旗|张灯结彩|座无虚席))"
)
SCENE = re.compile("热闹|人头攒动|人山人海|座无虚席|彩旗|锣鼓|欢声|掌声|张灯结彩|洋溢|传来|充满|歌声|笑声|人潮|暖意")
NO_PLACE = re.compile(
    r"(?:随后|接下来|未来)|.*(?:陪同|带领|率领|支持|组织|指导)下|(?:我[校院市区县省]|校内|学校|本校|线上|线下|云端|会上|现场|此|这里|当[天日]|同[天日]|一起|随后|之后|此后|会后|近[日期]|日前|每周.?|每月|每天)$|[今昨明][天日]|该|各(?!自)|部分|(?:法院|医院|校园|学院|军营|乡村|乡镇|基层)$|.*(?:学生|师生|群众|居民|人员|同志|们|干部|职工|党员|老人)$"
    r"|.*(?:分别|参加|[日月后]将|期间|框架|(?<![山楼桥树地脚旗])下|(?<![一二三四五六七八九十\d附初高职实]|完)中|时|方面|过程|基础|背景|会上|之际|指导|支持|陪同|领导|带领|[年月日]|当[天日晚]|上午|下午|"
    r"晚上?|以来|前夕|前后|联合|条件|环节|掌声|欢呼声|歌声|期[盼待])(?:中迎来.*)?$|.*参加了|.*[“‘《][^”’》]*$|[本上下每]?周[一二三四五六日末]|\d(?![^，。；]{0,12}[室厅馆楼层])"
)
LABELS = ("地点：", "地 点：", "地址：", "会场：")
LABELLED = re.compile(
    r"(?<![^\n。；，])[^\S\n]*(?:[一二三四五六七八九十]、|\d[.、])?"
    rf"(?:会议|活动|培训|仪式|举办|讲座|报到|比赛|展览|论坛|具体|集合)?(?:{'|'.join(LABELS)})"
    r"(?P<place>[^\n。；]{2,60}?)(?=[\n。；]|$)"
)
SITES = "|".join(f"{what}(?:地点|现场)" for what in ("活动", "会议", "培训", "比赛", "仪式", "讲座", "举办"))
MAIN = re.compile(rf"(?:主会场|{SITES})(?:设在|设于|选在|定在|：|在|为)(?P<place>[^，。；：\n]{{3,40}})(?=[，。；\n])")
BELOW = re.compile(
    r"(?<![^\n])(?:[一二三四五六七八九十]{1,3}、|[（(]?\d[.、）)])?[^\S\n]?(?:会议|活动|培训|仪式|讲座|论坛|举办|比赛|具体)?地点\n(?P<place>[^\n。；，]{2,60})"
)


def recognize(text: str) -> Iterator[Mention]:
    """Yield the places where something is held, without 在 and the verb; 在…期间 and 在我校 are none."""
    for match in IN.finditer(text):
        if not NO_PLACE.match(match["place"]) or match["place"] in "京沪津渝穗深汉宁杭蓉琼港澳":
            yield Mention("place", Span(*match.span("place")), match["place"], "place-in")
    for match in APART.finditer(text):  # 在[市民中心]，镇政府举行…
        if not NO_PLACE.match(match["place"]):
            yield Mention("place", Span(*match.span("place")), match["place"], "place-in")
    for match in OUT.finditer(text):  # 走进[桃花村]开展…
        if not NO_PLACE.match(match["place"]):
            yield Mention("place", Span(*match.span("place")), match["place"], "place-gone-to")
    for match in SHORT.finditer(text):
        yield Mention("place", Span(*match.span("place")), match["place"], "place-in")
    if "假座" in text:
        for match in BORROWED.finditer(text):
            yield Mention("place", Span(*match.span("place")), match["place"], "place-in")
    for match in HERE.finditer(text):  # [文化馆]内座无虚席，…在这里举行
        yield from indoors(text, match.start())
    for match in SCENE.finditer(text):  # [文化馆]内欢声笑语，…
        yield from indoors(text, match.start(), 40)
    for match in INSIDE.finditer(text):  # [祥和大院]内举办了庆祝活动
        yield from indoors(text, match.end(), 40)
    for match in labelled(text):
        yield Mention("place", Span(*match.span("place")), match["place"], "place-label")


def indoors(text: str, end: int, reach: int = 80) -> Iterator[Mention]:
    """Yield the place that a clause shortly before opens with: [文化馆]内座无虚席."""
    if told := list(INDOORS.finditer(text, max(0, end - reach), end)):
        yield Mention("place", Span(*told[-1].span("place")), told[-1]["place"], "place-gone-to")


def labelled(text: str) -> Iterator[re.Match[str]]:
    """Yield the lines that a label marks as places; most texts have no such label, and need not be searched."""
    if any(label in text for label in LABELS):
        yield from LABELLED.finditer(text)
    if "地点\n" in text:
        yield from BELOW.finditer(text)
    yield from MAIN.finditer(text)
