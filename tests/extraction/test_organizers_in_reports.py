"""Who holds an event, in the ordinary wordings of reports."""

from __future__ import annotations

from datetime import date

import pytest

from calendar_app.extraction import extract

Told = list[tuple[str, list[str]]]


def told(text: str) -> Told:
    (event,) = extract(text, date(2025, 7, 12)).articles[0].events
    return [(one.name, one.roles) for one in event.participants]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7月9日，县纪委监委在文化馆举办廉政知识竞赛。", ["县纪委监委"]),
        ("7月9日，刑庭和县人大召开业务座谈会。", ["刑庭", "县人大"]),
        ("7月9日，东河二小举办读书分享会。", ["东河二小"]),
        ("县文联近日举办书法讲座。", ["县文联"]),
        ("7月9日，民建市委会成功举办金融知识讲座。", ["民建市委会"]),
        ("7月9日，文学院学生会特举行迎新晚会。", ["文学院学生会"]),
        ("7月9日，药剂科面向全院护士举办用药知识培训班。", ["药剂科"]),
        ("7月9日，县司法局走进白沙社区举办法治宣传活动。", ["县司法局"]),
        ("7月9日，县科协牵头，联合县医院、白沙小学举办科普讲座。", ["县科协", "县医院", "白沙小学"]),
        ("7月9日，中国农业银行白沙支行走进白沙社区，开展金融知识宣传活动。", ["中国农业银行白沙支行"]),
        ("7月9日，我校外国语学院与县委党校联合举办翻译实践论坛。", ["外国语学院", "县委党校"]),
        ("7月9日，市联合会举办会员座谈会。", ["市联合会"]),
    ],
)
def test_subjects(text: str, expected: list[str]) -> None:
    assert told(text) == [(name, ["organizer"]) for name in expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "活动由县科协指导，县医院主办，县总工会、白沙小学承办。",
            [("县医院", ["organizer"]), ("县总工会", ["co_organizer"]), ("白沙小学", ["co_organizer"])],
        ),
        (
            "县科协为本次活动的主办单位，白沙小学为承办单位。",
            [("县科协", ["organizer"]), ("白沙小学", ["co_organizer"])],
        ),
        ("县科协作为承办单位，安排了专人值守。", [("县科协", ["co_organizer"])]),
        ("县科协向主办单位表示感谢。", []),
        ("活动由县科协指导。", []),
    ],
)
def test_who_is_said_to_hold_it(sentence: str, expected: Told) -> None:
    assert told(f"7月9日，科普宣传活动在白沙镇文化馆举行。{sentence}") == expected
