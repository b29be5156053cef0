"""How bulletins of many kinds of bodies are worded, each frame with invented names, read from end to end."""

from datetime import date
from typing import Any

import pytest

from calendar_app.extraction import extract

PUBLISHED = date(2024, 5, 10)


def only(text: str) -> dict[str, Any]:
    """Return the one event of a text."""
    (event,) = (event for article in extract(text, PUBLISHED).as_json()["articles"] for event in article["events"])
    return dict(event)


def parts(event: dict[str, Any]) -> list[tuple[str, str | None, list[str]]]:
    return [(one["name"], one["post"], one["roles"]) for one in event["participants"]]


def test_a_visit_carried_out_is_named_by_its_whole_clause() -> None:
    event = only("5月8日，云岭街道党工委书记陶望舒对柳塘社区养老驿站运营情况开展调研指导。")

    assert (event["name"], event["kind"]) == ("陶望舒对柳塘社区养老驿站运营情况开展调研指导", "activity")
    assert ("陶望舒", "云岭街道党工委书记") in [(name, post) for name, post, _ in parts(event)]


def test_who_takes_part_in_related_events_is_an_attendee() -> None:
    event = only(
        "5月8日，云岭区科技合作签约仪式在文化馆举行。副区长陶望舒出席仪式并见证签约。"
        "区科技局局长温以恒，区教育局局长柏长青参加有关活动。"
    )

    assert parts(event) == [
        ("陶望舒", "副区长", ["attendee"]),
        ("温以恒", "区科技局局长", ["attendee"]),
        ("柏长青", "区教育局局长", ["attendee"]),
    ]


def test_two_bodies_sign_and_each_is_stood_for_by_its_own_man() -> None:
    event = only(
        "5月8日，市政府与云岭水电大学签署战略合作协议。副市长陶望舒代表市政府与云岭水电大学副校长温以恒签署协议。"
    )

    assert [(name, post) for name, post, roles in parts(event) if "signatory" in roles] == [
        ("市政府", None),
        ("云岭水电大学", None),
        ("陶望舒", "副市长"),
        ("温以恒", "云岭水电大学副校长"),
    ]


def test_who_unveils_for_something_is_a_presenter() -> None:
    event = only("5月8日，实训基地揭牌仪式在云岭学院举行。云岭学院院长陶望舒、副区长温以恒为“实训基地”揭牌。")

    assert [(name, roles) for name, _, roles in parts(event) if "presenter" in roles] == [
        ("陶望舒", ["presenter"]),
        ("温以恒", ["presenter"]),
    ]


def test_bodies_before_jointly_and_those_an_event_joins_are_its_organizers() -> None:
    event = only(
        "5月8日，云岭医院团委同柳塘街道团工委、海棠银行团委，共同开展青年志愿服务活动。"
        "此次活动联合了区残联、区司法局开展。"
    )

    assert [name for name, _, roles in parts(event) if roles == ["organizer"]] == [
        "云岭医院团委", "柳塘街道团工委", "海棠银行团委", "区残联", "区司法局",
    ]  # fmt: skip


def test_who_is_invited_to_a_meeting_is_there() -> None:
    event = only("5月8日，云岭区法院邀请10家律所代表召开律师座谈会。")

    assert parts(event) == [("云岭区法院", None, ["organizer"]), ("10家律所代表", None, ["attendee"])]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("云岭区职工技能大赛5月8日在文化馆开幕。", ("2024-05-08", None)),
        ("云岭区职工技能大赛开幕式5月8日在文化馆举行。", ("2024-05-08", "2024-05-08")),
    ],
)
def test_the_opening_of_something_longer_leaves_its_last_day_open(text: str, days: tuple[str, str | None]) -> None:
    event = only(text)

    assert (event["starts_on"], event["ends_on"]) == days


def test_the_day_a_page_was_put_up_is_neither_joined_to_the_lead_nor_taken_for_the_event() -> None:
    event = only("云岭区召开防汛专题会\n日期:2024-05-09 10:06 来源:云岭区政府办\n5月8日下午,云岭区召开防汛专题会。")

    assert (event["starts_on"], event["starts_at"], event["day_part"]) == ("2024-05-08", None, "afternoon")


def test_groups_share_what_stands_before_their_joiner_and_quoted_numbers_are_people() -> None:
    event = only("5月8日，我区召开全区干部会议。区法检“两长”、各单位主要领导及班子成员参加会议。")

    assert [name for name, _, roles in parts(event) if roles == ["attendee"]] == [
        "区法检“两长”",
        "各单位主要领导及班子成员",
    ]


def test_our_own_town_is_no_place_and_our_own_school_stays_where_it_signs() -> None:
    event = only("5月8日，我校与云岭集团战略合作签约仪式在我市举行。")

    assert (event["name"], event["location"]) == ("我校与云岭集团战略合作签约仪式", None)


def test_a_verb_inside_quotes_does_not_unmake_a_name() -> None:
    event = only("5月8日，“名医走进云岭”义诊活动在文化馆举行。")

    assert event["name"] == "“名医走进云岭”义诊活动"


def test_a_post_goes_on_after_a_comma_at_the_start_of_a_sentence() -> None:
    event = only("5月8日，云岭公安荣誉日授予仪式举行。云岭省副省长，公安厅党委书记、厅长陶望舒出席仪式并讲话。")

    assert parts(event) == [("陶望舒", "云岭省副省长，公安厅党委书记、厅长", ["attendee", "speaker"])]


def test_a_comma_between_two_persons_parts_their_posts() -> None:
    event = only("5月8日，云岭镇召开防汛工作会议。镇党委书记陶望舒，副镇长温以恒参加会议。")

    assert parts(event)[1:] == [("陶望舒", "镇党委书记", ["attendee"]), ("温以恒", "副镇长", ["attendee"])]


def test_who_puts_demands_or_gives_a_report_on_something_speaks() -> None:
    event = only(
        "5月8日，云岭镇召开防汛工作会议。该镇党委书记陶望舒结合汛情，对全镇上下提出相关要求。"
        "县水利局温以恒作云岭水库调度情况报告。"
    )

    assert [(name, post, roles) for name, post, roles in parts(event)][1:] == [
        ("陶望舒", "该镇党委书记", ["speaker"]),
        ("温以恒", "县水利局", ["speaker"]),
    ]


def test_offices_of_one_unit_stay_together_and_other_units_stand_apart() -> None:
    event = only(
        "5月8日，云岭镇召开防汛工作会议。各村书记、主任，各部门负责人及辖区重点单位负责人，各站所主职等110多人参加会议。"
    )

    assert [name for name, _, roles in parts(event) if roles == ["attendee"]] == [
        "各村书记、主任", "各部门负责人", "辖区重点单位负责人", "各站所主职",
    ]  # fmt: skip


def test_whoever_comes_on_stage_shares() -> None:
    event = only("5月8日，云岭镇召开防汛工作会议。云岭水厂、柳塘泵站等重点单位负责人上台进行表态发言。")

    assert parts(event)[1:] == [("云岭水厂、柳塘泵站等重点单位负责人", None, ["sharer"])]


def test_a_joiner_is_no_part_of_a_post_and_words_to_the_assembly_are_a_speech() -> None:
    event = only(
        "5月8日，云岭医学年会在文化馆召开。云岭医院院长陶望舒，以及副市长温以恒出席会议。"
        "柳塘医院院长南知秋向大会致欢迎辞。柏长青教授致大会开幕辞。"
    )

    assert parts(event) == [
        ("陶望舒", "云岭医院院长", ["attendee"]),
        ("温以恒", "副市长", ["attendee"]),
        ("南知秋", "柳塘医院院长", ["speaker"]),
        ("柏长青", None, ["speaker"]),
    ]


def test_name_begins_after_what_the_notice_is_about() -> None:
    text = (
        "关于2026清河滨江半程马拉松延期举行的公告\n\n"
        "原定于2026年11月29日举行的2026清河滨江半程马拉松，因寒潮来袭，延期至2026年12月13日上午8:00举行。\n"
    )

    found = extract(text, date(2026, 11, 23)).articles[0].events

    assert [(event.name, event.starts_on, event.status) for event in found] == [
        ("2026清河滨江半程马拉松", "2026-12-13", "postponed")
    ]
