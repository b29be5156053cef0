"""Where the name of an event begins and ends: noun phrases on a head such as 座谈会, quotes and brackets kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from calendar_app.extraction.document import Span
from calendar_app.extraction.lexicon import alternation, beginning, per_lexicon, table, words

KINDS = ("meeting", "training", "ceremony", "activity")
OPENING, CLOSING = "“‘（《【", "”’）》】"
LONGEST = 120  # code points of a name, and of the clause it is looked for in
CLOSES = re.compile(r"[”’》]+[^，]{0,2}$")
SITTING = re.compile(  # 召开[县委常委会]，…: what else is a body
    r"[^，。；：“《\n]{0,12}(?:常委会|理事会|董事会|党委会|党组会|办公会|主席会)(?:（扩大）)?(?=[，。；、\n ]|$)"
)
OF_NOTICE = re.compile("的(?:通知|公告|通告|预告|启事|请示|函|说明)")
OF_TOLD = re.compile("的(?:情况|进展|成效|经验|做法|体会|汇报)")  # 汇报了开展走访活动|的情况
JOINED = re.compile(r"[”’）》]*(?:暨|及|与|和|、|——|—)")
AND_HELD = re.compile(r"(?:以?及|和|、)(?=\d)[^，。；]{2,30}?(?:召开|举行|举办)的")
ORDINAL = r"第[一二三四五六七八九十百\d]{1,4}[讲期场]"
COMPETITION = re.compile(r"[赛周月节季][”》]?$")
DAY_KEPT = re.compile(r"(?:庆祝|纪念|庆).*(?:节|日|周年|“[^”]+”)[”》]?$")  # 庆祝教师节|暨表彰大会
FORMAL = re.compile(r"(?:典礼|仪式|开幕式|闭幕式|颁奖)$")
BARE_FESTIVAL = (
    r"(?<=[\u4e00-\u9fff”])(?<![情环季细章音关调礼春秋佳过时中字脉])节(?![目约能点假日气水前后期省选奏操庆律])"
)
BARE_CONTEST = (
    r"(?<=[球棋牌拳跑操舞歌诗画影能识计业术力泳跳绳艺词写野河舟车击篮台霸环])赛(?![事区道场制项程车跑手季后])"
)
BARE_MEETING = re.compile(r"[\u4e00-\u9fff）”]会(?!议?[员长党场后客社期议计费谈晤见]|商[会研])")
NOT_AFTER = re.compile(
    r"[”’）》]*(?:精神|部署|要求|期间|上|中|的|文件|通知|决定|代表|成员|现场|会场|工作|建设|讲话|作出|提出|以来|召开|举行|主题|内容|方案|计划|"
    r"议程|组|室|部|处|办|委|员|队|团|厅|中心|基地|平台|系统|项目|品牌|制度|机制|体系|能力|水平|任务|经验|成果|成效|氛围|力度|方式|形式|模式|课程|教材|学员|人员|对象|机构)"
)
VERB_AFTER = re.compile(
    r"[”’）》]*(?:(?:传达|学习|研究|部署|总结|推进|听取|审议|庆祝|纪念(?!日)|贯彻|通报|分析|安排|专题|动员|讨论)(?![^，。；]{0,8}(?:会议?|班|课|报告|讲座|活动|仪式|竞赛|比赛|演练)$)|就|对|围绕|旨在|深入|进一步|为|以|来|时|后|前|并|共(?!建)|由|是|将|在|于|顺利|圆满|邀请|吸引|全面|共同|向|与会|期间|现场|，|\s+[\u4e00-\u9fff]{2,4}(?:出席|主持|致辞|讲话|参加|宣布|强调|指出|作|到会|颁|授|调研|带队|率))"
)
THEN = re.compile("(?:传达|学习|研究|部署|听取|审议|通报|安排|专题|推进)(?!会|班)")  # 召开专题会议|部署校庆活动
LEADING = re.compile(
    r"^(?:[，、：:\s—-]|的(?=[“《\u4e00-\u9fff\d])|[^，。“”：]{2,30}?关于(?:举办|召开|举行|开展|组织)|关于(?=[“《]|\d{4}(?![^，。]*的))|【[^】]{1,20}】|了|线上(?=[^线下]{4})|一[次场期轮个项系列堂节]+|[两三四五六七八九十\d]{1,2}场(?=[^，。]{5})|一年一度的|备受(?:关注|瞩目|期待)的|[半一二两三四五六七八九十\d]天的|首场(?=[^“])|[^，。“]{0,8}(?:为期|历时|持续)[^的，]{1,8}的|题为|主题为“[^”]{2,60}”的(?![^，。；“《\d届]{0,10}活动(?:[，。；]|$))|由[^，。]{1,60}?(?:主办|承办|参与|组织|举办|协办|建设|承建|共建|发起|开展|主讲|主持|授课)的|[^，。]{2,20}\d{1,2}月\d{1,2}日[电讯]\s?(?:（[^）]*）)?|(?:隆重|盛大|简短|精彩|生动|精彩纷呈|丰富多彩|形式多样|内容丰富|别开生面|特殊|特别|难忘|独特|温馨|热闹|欢乐)的(?:[^，。“”]{1,6}——)?|[\u4e00-\u9fff]{4}的(?=“)|"
    r"[^，。]{0,60}?组成的(?=[^，。]{4})|[^，。“]{2,60}?(?:主办|承办|承建|协办|举办|牵头|发起|赞助|冠名|参与(?<![，、]参与)|(?<![党群])(?<!社会)组织)的(?=[^，。]{6})|[^，。“]{0,60}?宣布(?!大?会)|[^，。“]{0,20}?标志着|(?:会议|大会|研究)决定|决定(?=[省市区县州全第])|(?:以|围绕)“[^”]{2,60}”为主?题的(?![^，。；“《\d届]{0,10}活动(?:[，。；]|$))|(?:(?:本报)?(?:见习|特约)?(?:记者|通讯员)\s?[\u4e00-\u9fff]{2,3}(?:、[\u4e00-\u9fff]{2,3})*\s)+|\d{1,2}[.．、](?=[^\d])|由[^，。“]{1,120}?(?:共建|合作|发起|牵头|联合)[^，。“]{0,10}的(?=[“—])|"
    r"原[定计]?[于在]?[^，。“]{0,40}?(?:举行|举办|召开|开展|进行)的|"
    r"(?:我|本|该)(?![校院区市县镇公集单].{0,2}与)(?:校|院|区|市|县|省|州|镇|乡|街道|村|局|委|厅|部|处|所|站|公司|集团|单位|行|馆|中心|系|班|社区|支部)|全体(?=参))+"
)
TIME = re.compile(
    r"^(?:\d{4}-\d{1,2}-\d{1,2}\s?(?:\d{1,2}:\d{2}(?::\d{2})?)?|(?:\d{2,4}年)?\d{1,2}月(?:\d{1,2}日?)?(?:[至、—~-]+(?:\d{1,2}月)?\d{1,2}日)?|\d{1,2}日(?:[至、—~-]+\d{1,2}日)?|"
    r"[今昨明当次同翌][天日年]|第[一二三]天|近日|日前|近期|随后|目前|[凌早]晨|[上中下]午|晚上?|傍晚|夜间|\d{1,2}[时点:]\d{0,2}分?许?|（[^（）]{1,20}）|[，、\s])+"
)


@per_lexicon
def heads() -> re.Pattern[str]:
    """Return the pattern of the words that an event's name ends with."""
    every = [word for kind in KINDS for word in words("kinds", kind)]
    bodies = alternation(words("kinds", "bodies"))
    look = beginning([*every, *words("kinds", "bodies")], "第", "节", "赛", "行", ".会")
    return re.compile(
        rf"{look}(?:(?P<body>{bodies})(?!议)|(?P<head>{alternation(every)}|{ORDINAL})(?!(?<=会)[议谈晤]|(?<=活动)(?:中心|[室站]))(?!(?<!会)会(?!议))|(?P<bare>{BARE_MEETING.pattern})|(?P<festival>{BARE_FESTIVAL}|{BARE_CONTEST}|行动(?=”)))"
    )


@per_lexicon
def stems() -> Mapping[str, str | int]:
    return table("kinds", "stems")


@per_lexicon
def by_head() -> dict[str, str]:
    return {word: kind for kind in KINDS for word in words("kinds", kind)}


def kind_of(name: str) -> str:
    """Tell an event's kind by the head of its name; of A暨B by the first part that tells."""
    parts = name.split("暨")
    if len(parts) > 1 and COMPETITION.search(parts[0]) and FORMAL.search(name):
        return "ceremony"
    if len(parts) > 1 and DAY_KEPT.search(parts[0]):
        parts = parts[1:]
    for part in [*parts, name]:
        if kind := _kind_of_part(part):
            return kind
    return "meeting" if SITTING.fullmatch(name) else "activity"


def _kind_of_part(part: str) -> str | None:
    found = [match for match in heads().finditer(part) if not match["body"]]
    if found and found[-1].group().endswith("讲"):
        return "training"
    if found and found[-1]["festival"]:
        return "activity"
    if found and found[-1].group().startswith("第"):
        return _kind_of_part(part[: found[-1].start()])
    if found and len(part) - found[-1].end() <= 3:
        return by_head().get(found[-1].group(), "meeting")
    if stem := next((kind for word, kind in stems().items() if part.endswith(word)), None):
        return str(stem)
    return by_head().get(found[-1].group(), "meeting") if found else None


def clause_end(text: str, start: int) -> int:
    """Return the end of the clause that `start` stands in: the first stop outside quotes and brackets."""
    depth = 0
    for at in range(start, min(len(text), start + LONGEST)):
        sign = text[at]
        if sign in OPENING:
            depth += 1
        elif sign in CLOSING:
            depth = max(0, depth - 1)
        elif sign == "\n" or (not depth and sign in "，。；！？："):
            return at
    return min(len(text), start + LONGEST)


def clause_start(text: str, end: int, stops: str = "，。；！？：△▲●◆■★○◎☆※◇□▪❖➢") -> int:
    """Return the start of the clause that ends at `end`."""
    depth = 0
    for at in range(end - 1, max(-1, end - LONGEST - 1), -1):
        sign = text[at]
        if sign in CLOSING:
            depth += 1
        elif sign in OPENING:
            depth = max(0, depth - 1)
        elif sign == "\n" or (not depth and (sign in stops or (sign == "—" and text.startswith("——", at - 1)))):
            return at + 1
    return max(0, end - LONGEST)


def head_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where each head between two places ends, with the quotes it closes."""
    for match in heads().finditer(text, start, end):
        if not match["body"]:
            yield match.end()


TITLES = re.compile(
    r"(?:之|——|—)?(?:《[^》\n]{2,40}》|“[^”\n]{2,40}”)(?:[和与、及](?:《[^》\n]{2,40}》|“[^”\n]{2,40}”))*"
)


def titled(text: str, end: int) -> int:
    """Move the end of a name past the titles it bears: 专题讲座之《宋词之美》."""
    match = TITLES.match(text, end)
    return match.end() if match else end


def closed(text: str, start: int, end: int) -> int:
    """Move the end of a name past the quotes and brackets that were opened inside it."""
    while end < len(text) and text[end] in CLOSING:
        opener = OPENING[CLOSING.index(text[end])]
        inside = text[start:end]
        if inside.count(opener) <= inside.count(text[end]):
            break
        end += 1
    return end


def name_after(text: str, start: int, attributive: bool = False) -> Span | None:
    """Find the name that follows a holding verb: 召开[重点项目推进会]，… or, after 的, 召开的[推进会]上"""
    stop = clause_end(text, start)
    begin = start + stripped(text[start:stop])
    if text.startswith("召开", start - 2) and (sits := SITTING.match(text, begin)):
        return Span(*sits.span())
    best: int | None = None
    for end in head_ends(text, begin, stop):
        rest = text[end:stop]
        if inside_quotes(text, begin, end) and not CLOSES.match(rest):
            continue
        if OF_TOLD.match(rest):
            return None
        if (rest.startswith("的") and OF_NOTICE.match(rest)) or (THEN.match(rest) and text.startswith("会议", end - 2)):
            return Span(begin, closed(text, begin, end))
        if AND_HELD.match(rest):  # 召开的开幕大会|和17日召开的闭幕大会
            return Span(begin, closed(text, begin, end))
        if JOINED.match(rest) or (NOT_AFTER.match(rest) and not (attributive and rest[0] == "上")):
            if JOINED.match(rest):
                best = end
            continue
        best = end
        if VERB_AFTER.match(rest):
            break
    return Span(begin, closed(text, begin, best)) if best and best - begin >= 2 else None


def inside_quotes(text: str, start: int, end: int) -> bool:
    inside = text[start:end]
    return any(inside.count(opener) > inside.count(closer) for opener, closer in ("“”", "《》", "‘’", "（）"))


def stripped(name: str) -> int:
    """Return how many code points at the front of a name belong to its time, counting or 我校."""
    at = 0
    while match := TIME.match(name[at:]) or LEADING.match(name[at:]):
        at += match.end()
    return at
