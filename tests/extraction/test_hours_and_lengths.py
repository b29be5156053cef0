"""The hour that a later sentence tells, and the days that an event lasts."""

from datetime import date

import pytest

from calendar_app.extraction import extract

PUBLISHED = date(2024, 5, 10)

When = tuple[str | None, str | None, str | None, str | None]


def whens(text: str) -> list[When]:
    events = [event for article in extract(text, PUBLISHED).articles for event in article.events]
    return [(event.starts_on, event.ends_on, event.starts_at, event.day_part) for event in events]


@pytest.mark.parametrize(
    ("text", "starts_at", "day_part"),
    [
        ("5月8日，青溪中学举行成人礼。上午9时，仪式在国歌声中开始。", "09:00", "morning"),
        ("5月8日，青溪镇召开春训动员会。下午3点，会议准时开始。", "15:00", "afternoon"),
        ("5月8日，青溪中学举行成人礼。上午8点，全体师生静候典礼开始。", "08:00", "morning"),
        ("5月8日上午，青溪中学举行成人礼。下午2点，会议开始。", None, "morning"),
    ],
)
def test_the_hour_at_which_the_ceremony_began_is_its_own(text: str, starts_at: str | None, day_part: str) -> None:
    assert whens(text) == [("2024-05-08", "2024-05-08", starts_at, day_part)]


def test_the_hour_of_another_ceremony_is_not() -> None:
    assert whens("5月8日，青溪中学举行成人礼。下午2点，校图书馆开馆仪式举行。") == [
        ("2024-05-08", "2024-05-08", None, None),
        ("2024-05-08", "2024-05-08", "14:00", "afternoon"),
    ]


@pytest.mark.parametrize(
    ("text", "starts_on", "ends_on"),
    [
        ("5月6日，青溪县职工篮球赛在体育馆开幕。本次比赛将历时3天。", "2024-05-06", "2024-05-08"),
        ("5月6日，青溪县妇联举办母婴护理培训班。培训共3天，县医院医生授课。", "2024-05-06", "2024-05-08"),
        ("5月6日起，青溪县妇联连续两天举办母婴护理培训班。", "2024-05-06", "2024-05-07"),
        ("5月8日，历时三天的青溪县职工篮球赛在体育馆落幕。", "2024-05-06", "2024-05-08"),
        ("5月8日，青溪县职工篮球赛在体育馆落幕。", None, "2024-05-08"),
        ("5月6日，青溪县妇联举办母婴护理培训班。县里连日降雨，抢修已持续3天。", "2024-05-06", "2024-05-06"),
    ],
)
def test_how_many_days_it_lasts_gives_the_other_end(text: str, starts_on: str | None, ends_on: str) -> None:
    assert whens(text) == [(starts_on, ends_on, None, None)]
