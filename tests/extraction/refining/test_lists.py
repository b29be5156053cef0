"""Lists of who took part: persons, bodies and groups, split as a reader would."""

from __future__ import annotations

import pytest

from calendar_app.extraction.document import Span
from calendar_app.extraction.recognizing import people
from calendar_app.extraction.refining import lists


def listed(text: str) -> list[tuple[str, str]]:
    mentions = lists.participants(text, Span(0, len(text)), list(people.recognize(text)))
    return [(mention.kind, mention.span.quote(text)) for mention in mentions]


def groups(*names: str) -> list[tuple[str, str]]:
    return [("group", name) for name in names]


def bodies(*names: str) -> list[tuple[str, str]]:
    return [("organization", name) for name in names]


def test_persons_and_a_group_that_one_word_covers() -> None:
    text = "南江市副市长何铭，市科技局局长吴方，以及东海大学、北山研究院、长风科技有限公司等单位的嘉宾代表"

    assert listed(text) == [
        ("person", "何铭"),
        ("person", "吴方"),
        ("group", "东海大学、北山研究院、长风科技有限公司等单位的嘉宾代表"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("校工会、校团委、后勤处负责人", groups("校工会、校团委、后勤处负责人")),
        ("各学院辅导员和学生骨干代表", groups("各学院辅导员和学生骨干代表")),
        ("各学院主要负责人、学生工作负责人", groups("各学院主要负责人、学生工作负责人")),
        ("各部门、乡镇领导与我校专家", groups("各部门、乡镇领导", "我校专家")),
        ("学院党政领导及全体教职工", groups("学院党政领导", "全体教职工")),
        ("年轻干部代表、接收单位代表", groups("年轻干部代表", "接收单位代表")),
        ("教师代表、学生代表等300余人", groups("教师代表", "学生代表")),
        ("全校共1500余位研究生导师", groups("1500余位研究生导师")),
        ("市水务局、市农科所等8家单位", [*bodies("市水务局", "市农科所"), *groups("8家单位")]),
        ("市水务局和区府办、区发改委等相关职能部门", bodies("市水务局", "区府办", "区发改委")),
        ("南江市、北山县、东湖区三地", bodies("南江市", "北山县", "东湖区")),
        ("艺术与传媒学院、船舶与海洋合作国际组织（ISCO）", bodies("艺术与传媒学院", "船舶与海洋合作国际组织（ISCO）")),
        ("校学生工作部（处）/武装部", bodies("校学生工作部（处）/武装部")),
        ("全体参会人员", []),
        (
            "首批示范基地的长风石化股份有限公司临江分公司、东海机械集团",
            bodies("长风石化股份有限公司临江分公司", "东海机械集团"),
        ),
        ("农牧农村和科技局、国土局等县级机关领导", groups("农牧农村和科技局、国土局等县级机关领导")),
        ("继续派出的中央指导组", groups("继续派出的中央指导组")),
        ("市妇联联合市司法局、市卫健委", bodies("市妇联", "市司法局", "市卫健委")),
        ("1.区消防安全委员会成员单位分管负责同志", groups("区消防安全委员会成员单位分管负责同志")),
        ("代表中心与5家服务型企业", [*bodies("中心"), *groups("5家服务型企业")]),
        ("学校领导班子成员、党委常委、校长助理", groups("学校领导班子成员", "党委常委", "校长助理")),
        ("近两百名客商代表", groups("近两百名客商代表")),
        (
            "军地有关部门领导和科研人员、干部职工、参建官兵代表",
            groups("军地有关部门领导和科研人员", "干部职工", "参建官兵代表"),
        ),
        ("30个国家和地区的驻华使节", groups("30个国家和地区的驻华使节")),
        ("海天食品（上海）有限公司（地区总部）", bodies("海天食品（上海）有限公司")),
    ],
)
def test_bodies_and_groups(text: str, expected: list[tuple[str, str]]) -> None:
    assert listed(text) == expected


def test_a_count_larger_than_the_names_is_a_group() -> None:
    assert listed("王华、李明等5位专家") == [("person", "王华"), ("person", "李明"), ("group", "5位专家")]
    assert listed("王华、李明两位专家") == [("person", "王华"), ("person", "李明")]
