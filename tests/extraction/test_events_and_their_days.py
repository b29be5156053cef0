"""Events told by unusual verbs or to come, the day and hour that are theirs; and what is none."""

from datetime import date

import pytest

from calendar_app.extraction import extract
from calendar_app.extraction.finding import Finding

PUBLISHED = date(2024, 7, 31)


def events(text: str) -> list[Finding]:
    return [event for article in extract(text, PUBLISHED).articles for event in article.events]


def days(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(event.name, event.starts_on, event.ends_on) for event in events(text)]


def hours(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(event.name, event.starts_at, event.day_part) for event in events(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "8月7日，青溪大学教授岳明川将在东楼礼堂开讲座。8月8日，著名作家柳如风也将在青溪书城开讲。",
            [("讲座", "2024-08-07", "2024-08-07"), ("柳如风也将在青溪书城开讲", "2024-08-08", "2024-08-08")],
        ),
        ("明天下午，柳如风将在青溪书城大讲堂开讲。", [("柳如风将在青溪书城大讲堂开讲", "2024-08-01", "2024-08-01")]),
        ("7月3日，“青溪讲堂”在市图书馆开讲。", [("“青溪讲堂”", "2024-07-03", "2024-07-03")]),
        ("7月3日，暑期国学班正式开讲。", [("暑期国学班", "2024-07-03", "2024-07-03")]),
        ("7月9日，作家柳如风做客“青溪讲坛”，谈写作心得。", [("“青溪讲坛”", "2024-07-09", "2024-07-09")]),
        ("7月9日，作家柳如风做客“青溪讲坛”，作了散文讲座。", [("散文讲座", "2024-07-09", "2024-07-09")]),
        ("7月9日，岳明川老师为学生讲授了一堂法治课。", [("法治课", "2024-07-09", "2024-07-09")]),
        ("7月9日，石门村组织党员开展义务劳动。", [("义务劳动", "2024-07-09", "2024-07-09")]),
        ("7月9日，各社区陆续开展了消防演练活动。", [("消防演练活动", "2024-07-09", "2024-07-09")]),
        (
            "7月9日，县文旅局召开座谈会。据介绍，第三届青溪龙舟赛将于8月9日在青溪公园举行。",
            [("座谈会", "2024-07-09", "2024-07-09"), ("第三届青溪龙舟赛", "2024-08-09", "2024-08-09")],
        ),
        ("7月9日，县文旅局召开座谈会。据了解，此前该局已举行座谈会三次。", [("座谈会", "2024-07-09", "2024-07-09")]),
        (
            "7月28日，县文旅局召开新闻发布会，由县文联主办的第二届书展将于8月9日在青溪书城举行。",
            [("新闻发布会", "2024-07-28", "2024-07-28"), ("第二届书展", "2024-08-09", "2024-08-09")],
        ),
        (
            "7月29日，县人大常委会举行第六次主任会议，决定县人大常委会第九次会议于8月27日举行。",
            [
                ("第六次主任会议", "2024-07-29", "2024-07-29"),
                ("县人大常委会第九次会议", "2024-08-27", "2024-08-27"),
            ],
        ),
        (
            "7月22日，青溪市政协召开六届四次主席会议。\n7月22日，石门市政协召开十三届三次主席会议。",
            [("六届四次主席会议", "2024-07-22", "2024-07-22"), ("十三届三次主席会议", "2024-07-22", "2024-07-22")],
        ),
        (
            "7月22日，副主席柳如风带队，调研全市教育工作。",
            [("柳如风带队，调研全市教育工作", "2024-07-22", "2024-07-22")],
        ),
        (
            "7月9日，区长岳明川到石门村参加义务植树活动，并看望慰问老党员。",
            [("义务植树活动", "2024-07-09", "2024-07-09")],
        ),
    ],
)
def test_event_is_told_by_its_own_words(text: str, told: list[tuple[str, str | None, str | None]]) -> None:
    assert days(text) == told


@pytest.mark.parametrize(
    "text",
    [
        (
            "关于召开座谈会的通知\n各单位：\n定于8月9日召开科技工作座谈会。会期二天。全体人员参加10日下午半天的会议。"
            "参加10日下午会议的班子成员请于上午11时前到达会议地点。"
        ),
        "7月9日，青溪公司召开科技工作座谈会。当天，出席会议的代表还参观了厂区。",
    ],
)
def test_who_is_at_a_meeting_makes_no_second_one(text: str) -> None:
    assert [event.name for event in events(text)] == ["科技工作座谈会"]


def test_congress_attended_is_the_one_just_told() -> None:
    told = "7月9日，供电公司召开六届九次职代会暨工作会议。当天，岳明川也出席了供电职代会。"
    other = "7月9日，县文联召开文艺界座谈会。当天，岳明川出席了企业家座谈会。"

    assert [event.name for event in events(told)] == ["六届九次职代会暨工作会议"]
    assert [event.name for event in events(other)] == ["文艺界座谈会", "企业家座谈会"]


def test_days_of_a_journey_are_no_visits_of_their_own() -> None:
    text = "7月9日至11日，考察团赴东海、白河考察。9日下午，考察团参观了青溪博物馆。10日，考察团一行参观了两家企业。"

    assert days(text) == [("考察团赴东海、白河考察", "2024-07-09", "2024-07-11")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "7月30日，记者从县体育局获悉，全县龙舟赛将在青溪公园举行。",
            [("全县龙舟赛", None, None)],
        ),
        ("今天是7月10日。全校师生举行升国旗仪式。", [("升国旗仪式", "2024-07-10", "2024-07-10")]),
        (
            "丹桂飘香。7月8日下午，石门中学师生欢聚一堂。石门中学毕业典礼正式拉开帷幕。",
            [("石门中学毕业典礼", "2024-07-08", "2024-07-08")],
        ),
        ("7月9日，第五届运动会在体育中心拉开帷幕。", [("第五届运动会", "2024-07-09", None)]),
        ("7月9日，为庆祝7.1建党节，社区举办文艺汇演。", [("文艺汇演", "2024-07-09", "2024-07-09")]),
    ],
)
def test_day_is_the_events_own(text: str, told: list[tuple[str, str | None, str | None]]) -> None:
    assert days(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "“医路同行”大型义诊活动将于8月6日（周二）上午8时到11时，在五四广场举行。",
            [("“医路同行”大型义诊活动", "08:00", "morning")],
        ),
        (
            "关于召开常委会第五次会议的通知\n定于8月9日上午召开常委会第五次会议。\n"
            "一、会议时间、地点\n8月9日上午8:45报到，9:00正式开会。地点：三楼会议室。",
            [("常委会第五次会议", "09:00", "morning")],
        ),
    ],
)
def test_hour_is_when_it_begins(text: str, told: list[tuple[str, str | None, str | None]]) -> None:
    assert hours(text) == told
