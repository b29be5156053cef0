"""Whether a printed noun phrase names a body, people meant together, or neither; and what of it is the name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from calendar_app.extraction import lexicon
from calendar_app.extraction.naming import endings

DIGIT, UNIT = r"[\d一二三四五六七八九十百千万两〇零]", "(?:余|多|来)?[名位人家个所支户对批]"
NUMBER = rf"{DIGIT}{{1,9}}"
COUNT = re.compile(rf"[共约近计等超逾]*(?P<number>{NUMBER}){UNIT}")
ACTING = re.compile("参[会加]|出席|与会|分享|授课|讲[解授课]|传授|进行|开展|[作做为]")  # 三位专家|分享心得
COUNTING = frozenset("共约近计等超逾一二三四五六七八九十百千万两〇零")  # what COUNT begins with, beside digits
COUNTS = re.compile(f"{DIGIT}{UNIT}")  # wherever a count may stand
TRAILING = re.compile(
    rf"(?:等|共|约|近|计|合计|总计|、|，|超|逾)??(?:等|共|约|近|计|合计|总计|超|逾)*{NUMBER}(?:余|多|来)?(?:人|名|位)(?:次|左右)?$"
)
IDLE = " \u3000、，等"  # after a group
COUNTED = ("人", "名", "位", "次", "左右")  # how what is counted after a group ends
COUNTED_AS = re.compile(rf"{DIGIT}[家所个地校方院部单市县区]")
ALL_NAMED = re.compile(
    rf"(?:这|等)?{NUMBER}(?:家|所|个|地|校|方|院|部门|单位|市|县|区)(?:[^、，]{{0,6}}(?:企业|单位|公司|机构|部门|高校|学校|学院|街道|社区|地区|地|方))?$"
)
ALONG = "同(?![学志仁行事胞济心德善乐盟业乡])"  # not 同济大学, 同心社区
LEADING = frozenset("主分以及其和与同代还包另为向对请、，； \u3000")  # what LEADS begins with, beside digits
LEADS = re.compile(
    rf"(?:[主分]会场：|以及|及其|及(?!时)|和(?!平|谐)|与(?!会)|{ALONG}"
    r"|\d{1,2}[.．、](?!\d)|代表(?!们|团|队|性|作|人|大会|处|委员)(?=[^、，]{2})"
    r"|还有|包括|其中|另有|请(?![愿假示战])|为(?!民)|向(?![上阳])|对(?!外|口)|、|，|；| |\u3000)+"
)
TOTALS = re.compile(rf"^[^\d、，]{{0,6}}(?:共有|共计|总计|合计|计有|共)(?=[近约超逾]?{NUMBER})")
CAPACITY = re.compile(
    r"[（(](?P<capacity>[^（）()，。；\n]{2,20}(?:总部|中心|单位|企业|机构|基地|会员|公司|所|院|方))[）)]"
)
SIDES = ("两地", "两校", "双方", "三方", "各方")
TOLD = re.compile(
    r"了|很|这|那|把|一行|兼(?![职容])|获(?![嘉鹿])|^[本此]次|各(?![界族民])|我们|他们|围绕|会议|离不开|走[过进]|是(?!非)|被(?!服)"
    r"|(?:领导|负责人|负责同志|书记|代表|专家|人员|师生|学生|教师|同学|党员|干部|职工|员工|[民干]警|志愿者|队员|成员|们)[来到赴走]"
)  # in no body's name
ACTS = ("了", "出席", "参加", "参与", "观看", "聆听", "担任")
HOLDS = ("主办", "承办", "协办", "举办")
DONE = re.compile(  # in no group's name
    "|".join(
        [
            "围绕",
            "为各",
            "当选",
            *(f"{act}(?![^、]*的)" for act in ACTS),
            *(f"{act}(?![单方学地者城人])" for act in HOLDS),
        ]
    )
)
IN_QUOTES = re.compile(r"“[^”]*”|《[^》]*》|（[^）]*）")
OCCASION = re.compile(r"(?:会议|大会|活动|仪式|讲座|培训)(?!代表|参与|嘉宾|组)")
ABOUT = re.compile(r"[^、，]{0,12}(?:围绕|分别就)")
NUMBERED_PEOPLE = re.compile(r"“[一两二三四五六][长委员代师院老]{1,2}[^“”]{0,6}”$")  # 区法检“两长”, “两代表一委员”
PLACED = re.compile(r"[\u4e00-\u9fff]{2,4}(?:省|市|区|县)[\u4e00-\u9fff]")  # 东湖区政府
PLACE_ENDS = (*"省市区县州旗盟镇乡", "中国", "街道")
MANY = re.compile(
    r"(?:各(?!界)|全体|部分|其余|其他|有关|相关|广大|所有|多[家个]|全[区市校院县省]各|全[区市校院县省]所有)"
)
COVERING = re.compile(r"[^、，]{0,12}?(?:各|部分|其余|其他|有关|相关|广大|全体)")
PARTLY = re.compile(r"[^、，]{0,12}(?:部分|全体|有关|相关)")
UNIT_INSIDE = re.compile(r"[^、，]{0,20}?(?:学院|大学|公司|集团|中心|街道|局|医院|学校|支部|协会|社区|校)(?!长)")
OF_UNIT = re.compile("(?:主要|相关|有关|分管|全体|部分)$")
EACH = re.compile(r"[^、，]{0,6}(?:各|多(?=部门|单位|家|个))")
OF_A_KIND = re.compile(
    "[^、，]{0,12}(?:爱心|民营|重点|辖区|驻区|国有|外资|规上|骨干|龙头|会员|参展|成员|结对|共建|联建|帮扶|合作)(?:企业|单位|商家|部门|机构)$"
)
DETERMINERS = re.compile(
    r"(?:各|全体|部分|其余|其他|有关|相关|广大|所有|来自|辖区|驻区|属地|重点|[省区市县镇乡]直|[^、，的]{2,10}的|全[区市校院县省国]|[我本][校院区市县]|在校|多[家位名个])"
)


@lexicon.per_lexicon
def _short() -> re.Pattern[str]:
    """Short names: a level and what follows it (区+府办), whole."""
    levels = lexicon.alternation(lexicon.words("organizations", "levels"))
    cores = lexicon.alternation(lexicon.words("organizations", "cores"))
    return re.compile(f"(?:{levels}{{1,2}}{cores}|{lexicon.alternation(lexicon.words('organizations', 'short'))})")


@endings.ending
def _no_body() -> Iterable[str]:
    return lexicon.words("organizations", "no_bodies")


@lexicon.per_lexicon
def _own() -> frozenset[str]:
    return frozenset(lexicon.words("organizations", "own"))


@lexicon.per_lexicon
def _places() -> re.Pattern[str]:
    return re.compile(
        r"(?!.{0,6}[来到赴往]|在)(?:[\u4e00-\u9fff]{1,8}[省市区县州旗盟镇乡]|中国|[\u4e00-\u9fff]{2,6}(?:街道|开发区|新区))$"
    )


@lexicon.per_lexicon
def _everyone() -> frozenset[str]:
    return frozenset(lexicon.words("groups", "everyone"))


@endings.ending
def _collective() -> Iterable[str]:
    return lexicon.words("groups", "collectives")


@endings.ending
def _people() -> Iterable[str]:
    """Match what `_collective` or `endings.people` matches."""
    words = lexicon.words("groups", "collectives") + lexicon.words("groups", "heads")
    return words + lexicon.words("posts", "heads")


@endings.ending
def _delegation() -> Iterable[str]:
    return lexicon.words("groups", "delegations")


@endings.ending
def last() -> Iterable[str]:
    """Match what a body's name may end with, whatever stands before it and in brackets after it."""
    keys = ("suffixes", "short", "cores", "own")
    return [*PLACE_ENDS, *(word for key in keys for word in lexicon.words("organizations", key))]


@endings.ending
def _last_of_group() -> Iterable[str]:
    """Match what a group may end with, and what is trimmed off its end."""
    words = [word for key in ("heads", "collectives", "delegations") for word in lexicon.words("groups", key)]
    return [*words, *lexicon.words("posts", "heads"), *COUNTED, *IDLE, "一行", "”", "们"]


def may_be_group(text: str, start: int, end: int) -> bool:
    """Say by its last word or a number in it whether a stretch may hold a group that ends where it ends."""
    return bool(_last_of_group(text, end) or COUNTS.search(text, start, end))


@lexicon.remembered
def is_body(phrase: str) -> bool:
    """Say whether a phrase is a body's printed name: 区府办, 东海大学, 某某（中国）有限公司, 简阳市."""
    bare = endings.without_brackets(phrase)
    if len(bare) < 2 or not last(bare, len(bare)) or "等" in bare or "就“" in bare or bare.startswith(SIDES):
        return False
    if not (_ends_as_body(bare) or bare in _own() or _short().fullmatch(bare) or is_place(bare)):
        return False
    return not (MANY.match(bare) or tells(TOLD, bare) or is_group(phrase))


def tells(pattern: re.Pattern[str], phrase: str) -> bool:
    """Say whether a phrase is no name but tells something, outside quotes and brackets."""
    return bool(pattern.search(phrase) and pattern.search(IN_QUOTES.sub("", phrase)))


def _ends_as_body(phrase: str) -> bool:
    size = len(phrase)
    found = endings.body(phrase, size)
    return size > found > 0 and (found > 1 or size > 2) and found > _no_body(phrase, size)


def is_place(phrase: str) -> bool:
    """Say whether a phrase names a place that acts as a body: 简阳市, 东湖新区."""
    return phrase.endswith(PLACE_ENDS) and not _no_body(phrase, len(phrase)) and bool(_places().match(phrase))


def is_own(phrase: str) -> bool:
    """Say whether a phrase is how the one who reports names itself: 我校, 集团公司."""
    return phrase in _own()


@lexicon.remembered
def is_group(phrase: str) -> bool:
    """Say whether a phrase means people together, or one office-holder without a name."""
    if not _ends_as_group(phrase) or phrase in _everyone() or OCCASION.match(phrase):
        return False
    if ("围绕" in phrase or "分别就" in phrase) and ABOUT.match(phrase):
        return False
    return not tells(DONE, phrase)


def _ends_as_group(phrase: str) -> bool:
    size = len(phrase)
    if size < 2:
        return False
    if phrase[-1] in "组团队" and _delegation(phrase, size):
        return True
    if phrase[-1] == "们" and endings.people(phrase, size - 1):
        return True
    if people := _people(phrase, size):
        return people > _collective(phrase, size) or _says_which(phrase)
    if phrase[-1] == "”":
        if NUMBERED_PEOPLE.search(phrase):
            return True
        opened = endings.opening(phrase, size)
        return 0 < opened < size and bool(endings.people(phrase, opened))
    may_count = size > 3 and (phrase[0] in COUNTING or phrase[0].isdecimal())
    return may_count and bool(COUNT.match(phrase)) and not ACTING.search(phrase)


def _says_which(phrase: str) -> bool:
    """Say whether bodies are meant together: 8家单位, 继续派出的中央指导组, not 示范区的某某股份有限公司."""
    _, of, kept = phrase.rpartition("的")
    return bool(
        COUNT.match(phrase)
        or MANY.match(phrase)
        or (of and len(kept) < 8)
        or EACH.match(phrase)
        or OF_A_KIND.match(phrase)
    )


def capacity_after(text: str, end: int) -> tuple[int, int] | None:
    """Return where the capacity of a body stands that is printed in brackets after its name: 某某公司（地区总部）."""
    match = CAPACITY.match(text, end)
    return match.span("capacity") if match else None


def is_bare_delegation(phrase: str) -> bool:
    """Say whether a phrase only points to a delegation told of before: 考察团, not 县政协考察团."""
    return _delegation(phrase, len(phrase)) == len(phrase)


def is_people_word(phrase: str) -> bool:
    """Say whether a phrase is nothing but a word for people or bodies together: 师生, 集体."""
    return len(phrase) > 1 and len(phrase) in (
        endings.people(phrase, len(phrase)),
        _collective(phrase, len(phrase)),
    )


def is_covering(phrase: str) -> bool:
    """Say whether a phrase opens with a word that covers what is listed after it: 各, 部分, or a body and 部分."""
    return bool(COVERING.match(phrase))


def has_own_determiner(phrase: str) -> bool:
    return bool(DETERMINERS.match(phrase) or COUNT.match(phrase) or PARTLY.match(phrase))


def are_two(before: str, after: str) -> bool:
    """Say whether 和 between two phrases joins two bodies (东海大学|与简阳市), and is not a part of one name."""
    if len(before) < 3 or "的" in before:
        return is_body(before)
    return is_body(before) or bool(PLACED.match(after) and is_body(after))


def has_unit(phrase: str) -> bool:
    """Say whether a phrase names the unit of the people it means: 东海学院师生代表."""
    if UNIT_INSIDE.match(phrase):
        return True
    unit = OF_UNIT.sub("", phrase[: len(phrase) - endings.people(phrase, len(phrase))])
    return len(unit) > 2 and is_body(unit)


def count_of(phrase: str) -> int | None:
    """Return the number that a phrase such as 8家单位 opens with, None without one or beyond ninety-nine."""
    match = COUNT.match(phrase)
    return _number(match["number"]) if match else None


def _number(printed: str) -> int | None:
    if printed.isdigit():
        return int(printed)
    digits = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"两": 2, "零": 0}
    tens, _, ones = printed.partition("十")
    if "十" in printed and set(tens + ones) <= digits.keys() and len(tens) < 2 and len(ones) < 2:
        return digits.get(tens, 1) * 10 + digits.get(ones, 0)
    return digits.get(printed)


def past_leads(text: str, start: int, end: int) -> int:
    """Return where a phrase begins after words such as 以及 and 其中."""
    if start < end and (text[start] in LEADING or text[start].isdecimal()) and (lead := LEADS.match(text, start, end)):
        return lead.end()
    return start


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Drop what only leads up to or counts a group: 全校共|1500余位导师, 学生代表|等300余人."""
    start = past_leads(text, start, end)
    phrase = text[start:end].rstrip(IDLE).removesuffix("一行")
    if phrase.endswith(COUNTED) and (match := TRAILING.search(phrase)):
        shorter = phrase[: match.start()].rstrip("等共约近、，")
        shorter = shorter[:-2] if shorter.endswith(("团一行", "组一行", "队一行", "成员一行")) else shorter
        phrase = shorter if len(shorter) > 1 and not COUNT.fullmatch(shorter) else phrase
    end = start + len(phrase)
    if ("共" in phrase or "计" in phrase) and (match := TOTALS.match(phrase)):
        start += match.end()
    return start, end
