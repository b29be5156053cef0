"""One's part in an Occasion: who can have which, what role a verb gives, and who is only named again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from calendar_app.extraction.document import Mention, Span
from calendar_app.extraction.naming import kinds

OFFICE_HOLDER = re.compile(
    r"(?:负责人|负责同志|书记|主任|局长|处长|部长|院长|科长|所长|馆长|校长|园长|站长|主席|会长)$"
)
MANY = re.compile(r"各|部分|全体|们|代表|专家|学者|学生|师生|大家|委员|等|有关|相关|干部|与会|参会|群众|居民|家长")
OWN = re.compile(r"我|本|(?:学校|学院|集团|公司|集团公司)$")
ALSO_MEANT = re.compile("^(?:全体|与会|参会|各位|在场|这些)")
SIDES_COUNTED = r"[^，、]{0,12}(?:团队|集体|支部|团委|代表队|家庭|学院|学校|班级|科室|组织)"
STATISTIC = re.compile(
    rf"(?:共|约|近|超)?[\d两二三四五六七八九十百千万余多]+(?:人|个(?!街|镇|村|社区|单位|部门|区|县|市|乡|[^，、]{{2,4}}单位|[^，、]{{0,4}}队伍|{SIDES_COUNTED})|支(?![^，、]{{0,12}}队)|项|次|件|篇|场|期|批|大|方面|点|种)|个人$|集体$"
    r"|(?:全体)?(?:与会|参会|参训|到会|在场|现场)(?:全体)?(?:人员|人士|同志|者|代表)$|大家$|(?:[两三四五]位)?(?:主讲|演讲|报告|授课)[人者]$|(?:[^，、]{2,12}一行|全体|来访|各位|到场)?(?:来宾|客人)$|^各位|.*[台报社网]记者$|^(?:领导|委员|护士|市民|主任|书记|会员|组织)$"
)
TALLY = re.compile(rf"[\d两二三四五六七八九十]+(?:个{SIDES_COUNTED}|支)")
COUNTED_ALOUD = re.compile(
    "(?P<number>[两二三四五六七八九])位[^，、]{0,4}(?:嘉宾|专家|教授|学者|老师|讲师|导师|院士|领导|选手)$"
)
NUMBERS = {printed: number for number, printed in enumerate("一二三四五六七八九", 1)} | {"两": 2}
SPEAKING = ("speaker", "lecturer", "sharer")
WORKERS = re.compile("(?:人员|专家|[队官消警]员|[民交干]警|教师|老师|医生|医师|志愿者)们?$")
FOR_PERSONS = ("选举", "慰问", "走访慰问", "走访看望")  # a crowd that is visited takes no part
LEADING = ("带领", "率领")
CLASS = re.compile(rf"[全各我]|[^、，]{{0,16}}?(?:{kinds.DIGIT}+(?:余|多)?[名位]|[\d一二三四五六七八九]年?级)")
PRAISED = re.compile(rf"{kinds.COUNT.pattern}|[^、]{{0,40}}?(?:先进|优秀|全体|获奖)")
BRINGING = ("role-attendee-organized", "role-organizer-subject")  # 组织志愿者们|开展, told of first
VISITS = ("调研", "考察", "走访", "检查", "督导", "视察", "参观", "访问", "慰问", "看望", "走进", "走近")


@dataclass
class Part:
    """Somebody's part in an Occasion: every place he is named at with a role, and the verbs that gave it."""

    mention: Mention
    name: str
    roles: list[tuple[str, Mention]] = field(default_factory=list)
    named: list[Span] = field(default_factory=list)


def first_named(part: Part) -> Span:
    return min(part.named)


def name_of(one: Mention) -> str:
    return str(one.value.name if one.kind == "person" else one.value)


def is_informal(verb: Mention) -> bool:
    return bool(verb.value and verb.value.informal)


def is_statistic(name: str, verb: Mention) -> bool:
    """Say whether a group is only counted: 30人次, or, with 获评 and the like, what a year brought: 7个支部."""
    if kinds.is_bare_delegation(name):  # 考察团先后参观…: those who came
        return not verb.value or verb.value.word not in ("带领", "率领")
    if (
        name.endswith("们")
        and verb.rule not in BRINGING
        and (kinds.is_people_word(name[:-1]) or (verb.value and verb.value.role in SPEAKING))
    ):
        return True  # 队员们, not 老队员们: those told of before
    won = verb.value and verb.value.role == "recipient" and "获" in verb.value.word
    return bool(STATISTIC.match(name) or (won and TALLY.match(name)))


def is_whoever(one: Mention) -> bool:
    """Say whether a group is only a word for whoever is there: 党员, not 考察团."""
    name = name_of(one)
    return one.kind == "group" and kinds.is_people_word(name) and not kinds.is_bare_delegation(name)


def is_class(one: Mention) -> bool:
    """Say whether a group that is taught is told of as the one that came: 我院新生, 30名教师, not 过往群众."""
    name = name_of(one)
    return one.kind == "group" and bool(CLASS.match(name)) and not OFFICE_HOLDER.search(name)


def taken(found: list[Mention], word: str) -> list[Mention]:
    """Return those after a verb who have the part it gives: 带领|党员重温誓词 is no one in particular."""
    if word in LEADING:
        return [one for one in found if not is_whoever(one)]
    return [one for one in found if one.kind == "person"] if word in FOR_PERSONS else found


def praised(found: list[Mention]) -> list[Mention]:
    """Return those after 表彰了 who were there for it: bodies, persons, 8个先进集体, not 好媳妇、好丈夫."""
    return [one for one in found if one.kind != "group" or PRAISED.match(name_of(one))]


def one_body(parts: Iterable[Part]) -> None:
    """Give the one body that is named in full what is told of it by its short name: 县总工会 is 东河县总工会."""
    bodies = [part for part in parts if part.mention.kind == "organization" and part.roles]
    for part in bodies:
        whole = [other for other in bodies if len(other.name) > len(part.name) and other.name.endswith(part.name)]
        if len(whole) == 1 and len(part.name) > 2:
            had = [role for role, _ in whole[0].roles]
            whole[0].roles += [(role, verb) for role, verb in part.roles if role not in had]


def is_heard(part: Part) -> bool:
    """Say whether somebody named spoke or taught."""
    return part.mention.kind == "person" and any(role in (*SPEAKING, "chair") for role, _ in part.roles)


def is_again(part: Part, parts: Iterable[Part]) -> bool:
    """Say whether a body or group is another one, named shorter: 编写组成员 are the 27名编写组成员."""
    if part.mention.kind == "person":
        return False
    if counted := COUNTED_ALOUD.match(part.name):
        return sum(is_heard(other) for other in parts) >= NUMBERS[counted["number"]]
    bare = ALSO_MEANT.sub("", part.name)
    return any(
        len(other.name) > len(part.name)
        and other.mention.kind == part.mention.kind
        and other.name.endswith(bare)
        and (len(bare) > 2 or part.name.startswith("各位") or kinds.is_people_word(bare))
        and {role for role, _ in part.roles} <= {role for role, _ in other.roles} | {"speaker", "sharer", "attendee"}
        for other in parts
        if other.roles
    )


def role_here(verb: Mention, kind: str) -> str:
    """Return the role a verb gives at an event of a kind: a report is a lecture where people are taught."""
    act = verb.value
    if act.depends or act.word in ("解读", "解读了", "解读"):
        return "lecturer" if kind == "training" else "speaker"
    return str(act.role)


def may_teach(one: Mention) -> bool:
    """Say whether somebody can be who trains others: persons, and people whose work it is."""
    return one.kind == "person" or (one.kind == "group" and WORKERS.search(name_of(one)) is not None)


def may(one: Mention, verb: Mention, kind: str) -> bool:
    """Say whether somebody can have such a part: only persons speak in their own words."""
    if verb.value.at_training and kind != "training":
        return False
    if one.kind == "person":
        return verb.value.role not in ("organizer", "co_organizer")
    name = name_of(one)
    single = bool(OFFICE_HOLDER.search(name)) and not MANY.search(name)
    if verb.value.word in VISITS and (kind != "activity" or one.kind == "organization"):
        return False
    if verb.value.word == "选举":
        return False
    if verb.value.of_persons:
        return single
    if verb.value.role == "chair":
        return one.kind == "group"
    if verb.value.role in ("organizer", "co_organizer"):
        return one.kind == "organization"
    return True


def is_own(name: str) -> bool:
    """Say whether a name only points to whoever writes: 我校, 学校."""
    return bool(OWN.match(name))
