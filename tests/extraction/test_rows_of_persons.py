"""Rows of persons: behind a label or below it, parted by marks and blanks of every kind, with and without posts."""

from __future__ import annotations

from datetime import date

import pytest

from calendar_app.extraction import extract

LEAD = "青溪县文联召开工作会议\n5月8日，青溪县文联召开工作会议。"
THREE = {"廖宁": None, "龚颖慧": None, "武俊": None}
OFFICES = {"廖宁": "县文联副主席", "龚颖慧": "县委党校教授、教务科科长", "武俊": "青溪镇镇长"}


def told(text: str, role: str) -> dict[str, str | None]:
    """Return the persons that have a role in the only event of a report."""
    (event,) = extract(LEAD + text + "\n", date(2024, 5, 10)).articles[0].events
    return {one.name: one.post for one in event.participants if one.type == "person" and role in one.roles}


@pytest.mark.parametrize("parted", ["、", " ", "  ", "\u3000", "，", ",", ", ", "；", ";", "、 "])
@pytest.mark.parametrize("label", ["参加人员：", "出席:", "与会嘉宾：", "县领导：", "陪同：", "出席会议的领导有："])
def test_names_behind_a_label_are_parted_by_anything(label: str, parted: str) -> None:
    assert told(f"\n{label}{parted.join(THREE)}", "attendee") == THREE


@pytest.mark.parametrize(
    "row", ["廖 宁、龚颖慧、武 俊", "廖\u3000宁\u3000\u3000龚颖慧\u3000\u3000武\u3000俊", "廖 宁，龚颖慧，武 俊。"]
)
def test_a_blank_within_a_name_parts_nothing(row: str) -> None:
    assert told(f"\n列席人员：{row}", "attendee") == THREE


@pytest.mark.parametrize(
    "row",
    [
        "县文联副主席廖宁；县委党校教授、教务科科长龚颖慧；青溪镇镇长武俊",
        "廖宁（县文联副主席），龚颖慧（县委党校教授、教务科科长），武俊（青溪镇镇长）",
        "廖宁(县文联副主席) 龚颖慧(县委党校教授、教务科科长) 武俊(青溪镇镇长)",
        "廖宁　县文联副主席、龚颖慧　县委党校教授、教务科科长、武俊　青溪镇镇长",
        "廖宁 县文联副主席；龚颖慧 县委党校教授、教务科科长；武俊 青溪镇镇长",
        "\n廖\u3000宁　县文联副主席\n龚颖慧　县委党校教授、教务科科长\n武\u3000俊　青溪镇镇长",
        "\n县文联副主席　廖宁\n县委党校教授、教务科科长　龚颖慧\n青溪镇镇长　武俊",
        "\n廖宁，县文联副主席\n龚颖慧，县委党校教授、教务科科长\n武俊，青溪镇镇长",
    ],
)
@pytest.mark.parametrize("label", ["参会人员：", "特邀嘉宾:"])
def test_everybody_in_a_row_keeps_the_post_beside_the_name(label: str, row: str) -> None:
    assert told(f"\n{label}{row}", "attendee") == OFFICES


@pytest.mark.parametrize(
    "row", ["一等奖：廖宁\n二等奖：龚颖慧 武俊", "获奖者：廖宁，龚颖慧，武俊", "优秀奖:廖宁;龚颖慧;武俊"]
)
def test_who_stands_behind_a_prize_has_won_it(row: str) -> None:
    assert told(f"\n{row}", "recipient") == THREE


@pytest.mark.parametrize(
    "sentence",
    [
        "县文联副主席廖宁；县委党校教授、教务科科长龚颖慧；青溪镇镇长武俊等出席会议。",
        "县文联副主席廖宁, 县委党校教授、教务科科长龚颖慧, 青溪镇镇长武俊等参加。",
        "陪同调研的有县文联副主席廖宁，县委党校教授、教务科科长龚颖慧，青溪镇镇长武俊。",
        "参加会议的有廖宁（县文联副主席）、龚颖慧（县委党校教授、教务科科长）、武俊（青溪镇镇长）。",
    ],
)
def test_a_list_in_a_sentence_is_read_to_its_front(sentence: str) -> None:
    assert told(sentence, "attendee") == OFFICES


def test_a_name_we_do_not_know_loses_nobody_around_it() -> None:
    listed = "文艺科记者廖宁，县融媒体中心首席记者木子阿呷，青溪镇代表武俊出席会议。"
    assert told(listed, "attendee") == {"廖宁": "文艺科记者", "木子阿呷": "县融媒体中心首席记者", "武俊": "青溪镇代表"}


@pytest.mark.parametrize(
    "sentence",
    [
        "最终，廖宁荣获一等奖，龚颖慧和武俊荣获二等奖。",
        "最终廖宁夺得冠军，龚颖慧夺得亚军，武俊获季军。",
        "廖宁获得一等奖，龚颖慧与武俊并列二等奖。",
    ],
)
def test_every_winner_is_named(sentence: str) -> None:
    assert told(sentence, "recipient") == THREE


def test_a_name_that_ends_as_a_verb_begins_is_whole() -> None:
    listed = "县领导廖宁、武俊、阿不都·买买提出席会议。"
    assert told(listed, "attendee") == {"廖宁": None, "武俊": None, "阿不都·买买提": None}


@pytest.mark.parametrize(
    "row",
    [
        "参会人员：各科室 各乡镇 各协会",
        "参加人员：全体会员、编辑、职工",
        "会议内容：方针 政策 法规 制度",
        "陪同人员：\n会议议程\n安全生产　抓好落实",
        "一等奖：《春江》 《白鹿》 《黄河》",
        "优秀奖：青溪镇 白沙镇 石门镇",
    ],
)
@pytest.mark.parametrize("role", ["attendee", "recipient"])
def test_what_is_no_name_stays_none(row: str, role: str) -> None:
    assert told(f"\n{row}", role) == {}
