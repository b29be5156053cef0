"""Who signs at a signing named by its parties, and rows of offices with names of families we do not know."""

from __future__ import annotations

from datetime import date

import pytest

from calendar_app.extraction import extract

SIGNINGS = [
    ("白沙大学与东河集团战略合作签约仪式", ["白沙大学", "东河集团"]),
    ("县政府、白沙大学和东河集团校地合作签约仪式", ["县政府", "白沙大学", "东河集团"]),
    ("县医院与东河卫生院医联体签约仪式", ["县医院", "东河卫生院"]),
    ("县人民政府与建设银行东河分行合作备忘录签字仪式", ["县人民政府", "建设银行东河分行"]),
    ("全县重点项目集中签约仪式", []),
    ("白沙大学就业实习基地签约仪式", []),
    ("“白沙大学与东河集团”杯颁奖仪式", []),
]
ROWS = [
    (
        "副市长斯朗措姆卓，局长计明南加陪同。",
        [("斯朗措姆卓", "副市长"), ("计明南加", "局长")],
    ),
    ("常务副市长斯朗措姆卓，局长于海参加。", [("斯朗措姆卓", "常务副市长"), ("于海", "局长")]),
    ("副市长分管负责同志陪同。", []),
    ("副市长亲自带队参加。", []),
    ("市水务局局长办公会成员参加。", []),
]


@pytest.mark.parametrize(("name", "expected"), SIGNINGS)
def test_parties_sign_that_a_signing_is_named_by(name: str, expected: list[str]) -> None:
    (event,) = extract(f"5月8日，{name}在东河宾馆举行。", date(2024, 5, 10)).articles[0].events
    assert [one.name for one in event.participants if one.roles == ["signatory"]] == expected


@pytest.mark.parametrize(("row", "expected"), ROWS)
def test_rows_of_offices_hold_names_of_unknown_families(row: str, expected: list[tuple[str, str]]) -> None:
    (event,) = extract(f"5月8日，市防汛工作会议召开。市长郑江，{row}", date(2024, 5, 10)).articles[0].events
    named = [(one.name, one.post) for one in event.participants if one.type == "person"]
    assert named == [("郑江", "市长"), *expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "5月8日，县委书记郑江会见了以东河集团董事长于海为团长的东河集团考察团一行。",
            ["郑江", "于海", "东河集团考察团"],
        ),
        (
            "5月8日，银企座谈会召开。县长郑江、兴业银行东河分行行长于海出席。",
            ["郑江", "于海"],
        ),
    ],
)
def test_heads_of_delegations_and_of_banks(text: str, expected: list[str]) -> None:
    (event,) = extract(text, date(2024, 5, 10)).articles[0].events
    assert [one.name for one in event.participants] == expected


def test_who_builds_is_no_part_of_a_name() -> None:
    text = "5月8日上午，由东河公司承建的白沙大厦项目开工仪式在项目现场举行。"
    (event,) = extract(text, date(2024, 5, 10)).articles[0].events
    assert event.name == "白沙大厦项目开工仪式"
