"""What people were asked or taken out to do, and items of a chronicle that tell of nothing held."""

from __future__ import annotations

from datetime import date

import pytest

from calendar_app.extraction import extract
from calendar_app.extraction.finding import Finding


def events(text: str) -> list[Finding]:
    return [event for article in extract(text, date(2024, 5, 20)).articles for event in article.events]


def parts(event: Finding) -> list[tuple[str, str]]:
    return [(one.name, role) for one in event.participants for role in one.roles]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "5月8日，东河县法院邀请白沙小学小朋友们走进法院，体验法官的工作。",
            "走进法院，体验法官的工作",
            [("东河县法院", "organizer"), ("白沙小学小朋友们", "attendee")],
        ),
        (
            "5月8日，东河县消防队邀请居民走进营区“零距离”体验消防员的一天。",
            "走进营区“零距离”体验消防员的一天",
            [("东河县消防队", "organizer"), ("居民", "attendee")],
        ),
        (
            "5月8日，东河项目部组织农民工观看电影《山河》。",
            "观看电影《山河》",
            [("东河项目部", "organizer"), ("农民工", "attendee")],
        ),
        (
            "5月8日，东河项目部利用工余时间组织“书法讲座”活动。",
            "“书法讲座”活动",
            [("东河项目部", "organizer")],
        ),
        ("5月8日，白沙小学师生走进东河县法院旁听庭审。", "走进东河县法院旁听庭审", [("白沙小学师生", "attendee")]),
    ],
)
def test_who_asked_and_who_went(text: str, name: str, expected: list[tuple[str, str]]) -> None:
    (event,) = events(text)
    assert (event.name, parts(event)) == (name, expected)


@pytest.mark.parametrize("text", ["5月8日，一名男子走进派出所感受到了温暖。", "社会组织“孵化园”里有12家单位。"])
def test_what_is_no_outing_of_a_body(text: str) -> None:
    assert events(text) == []


def test_items_without_an_event_lend_nobody_to_the_others() -> None:
    text = "\n".join(
        (
            "◆县文联编辑王海完成了县志，全县干部参加了审读。（张明）",
            "◆5月8日，东河集团团委举办了青年篮球赛。（李明）",
            "◆近年来，白沙社区志愿者出席各类会议。（王明）",
            "◆5月9日，白沙小学举办读书活动。（赵明）",
        )
    )
    assert [(event.name, parts(event)) for event in events(text)] == [
        ("青年篮球赛", [("东河集团团委", "organizer")]),
        ("读书活动", [("白沙小学", "organizer")]),
    ]


@pytest.mark.parametrize(
    ("second", "expected"),
    [("上午8时许，选手们早早来到广场。", None), ("上午8时30分，比赛正式开始。", "08:30")],
)
def test_an_hour_at_which_people_come_early_is_not_when_it_begins(second: str, expected: str | None) -> None:
    (event,) = events(f"5月8日上午，白沙社区举办象棋比赛。{second}")
    assert event.starts_at == expected
