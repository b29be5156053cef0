"""Names that words stand around which look like a part of them, and words that look like a name."""

from __future__ import annotations

from datetime import date

import pytest

from calendar_app.extraction import extract

People = dict[str, tuple[str | None, str]]

LEAD = "青溪县书法家协会召开换届大会\n5月8日，青溪县书法家协会召开换届大会。"


def people(text: str) -> People:
    (event,) = extract(LEAD + text + "\n", date(2024, 5, 10)).articles[0].events
    return {one.name: (one.post, "+".join(one.roles)) for one in event.participants if one.type == "person"}


ELECTED: dict[str, People] = {
    "会议选举廖宁为主席，武俊、龚颖慧为副主席，乔强为秘书长。": {
        "廖宁": (None, "recipient"),
        "武俊": (None, "recipient"),
        "龚颖慧": (None, "recipient"),
        "乔强": (None, "recipient"),
    },
    "廖宁当选新一届主席。武俊为常务副主席；龚颖慧、乔强、亓兰为副主席；会议由武俊主持。": {
        "廖宁": (None, "recipient"),
        "武俊": (None, "recipient+chair"),
        "龚颖慧": (None, "recipient"),
        "乔强": (None, "recipient"),
        "亓兰": (None, "recipient"),
    },
    "当选为理事会理事的还有廖宁、武俊、龚颖慧。": {
        "廖宁": (None, "recipient"),
        "武俊": (None, "recipient"),
        "龚颖慧": (None, "recipient"),
    },
}
AROUND: dict[str, People] = {
    "县文联总干事郑宁率调研组一行参加会议。": {"郑宁": ("县文联总干事", "attendee")},
    "县政协委员邱光和，青溪镇总经理协理武俊现身说法。": {
        "邱光和": ("县政协委员", "sharer"),
        "武俊": ("青溪镇总经理协理", "sharer"),
    },
    "县美术家协会前任主席廖宁、副会长吴中学教授出席会议。": {
        "廖宁": ("县美术家协会前任主席", "attendee"),
        "吴中学": ("副会长", "attendee"),
    },
    "商会理事、经联部部长廖宁对会议精神作了深入阐释。": {"廖宁": ("商会理事、经联部部长", "speaker")},
    "县文联副主席黄华致辞，主席黄宁主持会议。黄主席强调，要多出作品。": {
        "黄华": ("县文联副主席", "speaker"),
        "黄宁": ("主席", "chair+speaker"),
    },
    "县委常委毛拉·艾山讲话，教师努尔兰·哈布力获得一等奖。": {
        "毛拉·艾山": ("县委常委", "speaker"),
        "努尔兰·哈布力": ("教师", "recipient"),
    },
    "结果青溪中学教师廖宁夺得冠军，亚军是白沙小学教师武俊。": {
        "廖宁": ("青溪中学教师", "recipient"),
        "武俊": ("白沙小学教师", "recipient"),
    },
}
NOBODY = [
    "优秀班主任暨优秀校长代表出席会议。",
    "赵爷爷向志愿者们表示了感谢。",
    "廖宁 供图",
    "“北湖学堂·名家”讲坛阐释了书法之美。",
    "以诗为媒的作品和以书为友的会员代表共聚一堂。",
]


@pytest.mark.parametrize(("told", "expected"), [*ELECTED.items(), *AROUND.items()])
def test_everybody_is_told_from_the_words_around(told: str, expected: People) -> None:
    assert people(told) == expected


@pytest.mark.parametrize("told", NOBODY)
def test_words_that_look_like_names_are_none(told: str) -> None:
    assert people(told) == {}


def test_who_opens_a_congress_keeps_his_part_beside_joined_names() -> None:
    text = "县人大常委会主任周涛主持召开县人大常委会党组暨主任（扩大）会议。"
    (event,) = extract(f"会议召开\n5月8日，{text}\n", date(2024, 5, 10)).articles[0].events
    assert [(one.name, one.post, one.roles) for one in event.participants] == [("周涛", "县人大常委会主任", ["chair"])]
