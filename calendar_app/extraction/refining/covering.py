"""Which groups of a list are one, because a word before or after them covers them all."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from calendar_app.extraction.document import Mention, Span
from calendar_app.extraction.naming import endings, kinds

JOINER = re.compile(
    r"、|和(?!平|谐|地区)|与(?!会)|及(?!其(?!他|余)|时)|暨|联合(?!社(?!区)|[会体总实研党支])|会同|联同|携手|联手|协同(?!创)|"
    + kinds.ALONG
)
STAFF = re.compile(
    "(?:^副.*|中层.*|班子成员|列席成员|科主任|骨干教师|管理人员|职工代表|员工代表|教职工代表|教师代表|部门负责人)$"
)
OWN_STAFF = re.compile("[院校局县市区镇乡厂矿馆所]领导")  # 县公安局领导、院领导班子成员
OFFICE = re.compile(
    "副?(?:书记|主任|主席|[院校站所处科部组班]长|护士长|(?:组织|宣传|纪检|统战|青年|生活|学习|政法)委员|副职)"
)
BODIES = (
    "单位", "部门", "企业", "机构", "公司", "高校", "学校", "院校", "学院", "街镇", "街道", "乡镇", "社区",
    "各村", "各镇", "科室", "处室", "股室", "部室", "站所", "班组", "支部", "组织", "地", "方", "集团", "医院",
    "银行", "局", "委办",
    "媒体", "集体", "代表队", "团队",
)  # fmt: skip
HEADS = ("负责人", "负责同志", "领导")
ALSO = ("以及", "、以及")
LEVELS = tuple("省市区县镇乡村")
DEPUTIES = re.compile("(?:分管|业务|具体|经办|主办)[^的]{0,8}(?:领导|负责人|副职|人员|骨干|干部)")
OF_HOUSE = re.compile("领导班子$|班子成员$|委会")


def with_each(text: str, found: list[Mention], closed: list[Mention]) -> list[Mention]:
    """Add what 等相关领导 closes; it takes in a list that 各 opens: 各乡镇书记、政法委员、综治办等相关领导."""
    opened = found and len(closed) == 1 and closed[0].kind == "group" and str(found[0].value).startswith("各")
    if not opened or any(one.kind != "group" for one in found) or text[found[-1].span.end] != "、":
        return [*found, *closed]
    return [group(text, Span(found[0].span.start, closed[0].span.end), "group-covered")]


def first_covered(text: str, found: list[Mention], last: Mention) -> Mention | None:
    """Return the first of the bodies before 以及 that 等部门负责人 after it covers as well."""
    are_heads = last.kind == "group" and "等" in last.value and last.value.endswith(HEADS)
    if not are_heads or text[found[-1].span.end : last.span.start] not in ALSO:
        return None
    bodies = list(takewhile(lambda one: one.kind == "organization", reversed(found)))
    return bodies[-1] if bodies else None


def joined(text: str, found: list[Mention]) -> list[Mention]:
    """Join groups that one word covers: 各学院辅导员和学生骨干代表, 各部门、乡镇领导."""
    whole = found[:1]
    for earlier, later in pairwise(found):
        between = text[earlier.span.end : later.span.start]
        last = whole[-1]
        if last.kind == later.kind == "group" and _are_covered(str(last.value), str(later.value), between):
            whole[-1] = group(text, Span(last.span.start, later.span.end), "group-covered")
        else:
            whole.append(later)
    return whole


def _are_covered(earlier: str, later: str, between: str) -> bool:
    if between in ("和", "及", "与") and kinds.COUNT.match(earlier) and not is_collective(later):
        return not (kinds.has_own_determiner(later) or kinds.has_unit(later))  # 65名网格长及党建指导员
    if between == "和" and earlier.startswith("来自") and kinds.COUNT.match(later):
        return True
    if between in ("、", "及") and (kinds.has_unit(earlier) or OF_HOUSE.search(earlier)) and STAFF.search(later):
        return not OWN_STAFF.match(later) and not (
            kinds.has_own_determiner(later) or kinds.has_unit(later)
        )  # 某公司领导班子、中层管理人员
    if is_collective(earlier) and not is_collective(later) and between == "、":
        return (kinds.is_covering(earlier) and not kinds.is_people_word(later[2:])) or (
            later.endswith((*HEADS, "代表")) and not kinds.COUNT.match(earlier)
        )
    if is_collective(earlier) and between in ("和", "及", "与") and earlier.startswith("各") and later.startswith("各"):
        return not is_collective(later)  # 各街镇和各部门|负责人
    if between == "、" and earlier.startswith("各") and DEPUTIES.fullmatch(later):
        return True  # 各单位主要负责人、分管领导
    if between in ("、", "和", "及") and earlier.startswith(("各", *LEVELS)) and OFFICE.fullmatch(later):
        return True  # 各党支部书记、组织委员
    if between in ("、", "和", "及") and endings.head(later, len(later)) >= len(later) - 1:
        head = endings.head(earlier, len(earlier))
        whose = earlier.startswith(("各", *LEVELS))
        return bool(head) and (whose or len(earlier) > head + 2)  # 各村书记、副主任; 村书记、主任
    if not kinds.is_covering(earlier) or kinds.has_own_determiner(later):
        return False
    if JOINER.fullmatch(between) and between != "、":
        return not kinds.has_unit(later)
    ending = endings.people
    one, other = (phrase[len(phrase) - ending(phrase, len(phrase)) :] for phrase in (earlier, later))
    alike = other.endswith(one) or bool(other and one.endswith(other))
    return between == "、" and earlier.startswith("各") and alike


def is_collective(phrase: str) -> bool:
    """Say whether a phrase means bodies, not people: 8家单位."""
    return endings.without_brackets(phrase).endswith(BODIES)


def group(text: str, span: Span, rule: str) -> Mention:
    start, end = kinds.trimmed(text, *span)
    return Mention("group", Span(start, end), "".join(text[start:end].split()), rule)
