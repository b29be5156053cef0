"""How news of public bodies are made, one text in our own words for each: what is told, and who had a part."""

from __future__ import annotations

from datetime import date

import pytest

from calendar_app.extraction import extract
from calendar_app.extraction.finding import Finding

CASES = [
    pytest.param(
        "由县总工会主办、县体育局承办的全县职工乒乓球赛昨日在体育馆火热上演。",
        [("activity", "全县职工乒乓球赛", "2024-07-15", [("县总工会", "organizer"), ("县体育局", "co_organizer")])],
        id="a contest by its last character, and who held it before its name",
    ),
    pytest.param(
        "10日上午，市委书记李海山来到东河社区，看望慰问老党员。",
        [
            (
                "activity",
                "李海山来到东河社区，看望慰问老党员",
                "2024-07-10",
                [("李海山", "attendee")],
            )
        ],
        id="a visit in two clauses",
    ),
    pytest.param(
        "为进一步提高干部的业务能力，近日，东河镇组织开展了财务人员业务培训。镇长王海山出席。",
        [("training", "财务人员业务培训", None, [("东河镇", "organizer"), ("王海山", "attendee")])],
        id="组织开展 is one verb",
    ),
    pytest.param(
        "7月9日下午，县中医院在门诊五楼会议室对全院药剂人员进行中药炮制技术培训，药剂科主任王海山授课。",
        [("training", "中药炮制技术培训", "2024-07-09", [("县中医院", "organizer"), ("王海山", "lecturer")])],
        id="a place before the people taught there",
    ),
    pytest.param(
        "7月11日，东河中学特邀省作协副主席王海山为师生作“读书与写作”专题讲座。",
        [("training", "“读书与写作”专题讲座", "2024-07-11", [("东河中学", "organizer"), ("王海山", "lecturer")])],
        id="who invites a lecturer holds the lecture",
    ),
    pytest.param(
        "一周要闻\n★7月1日，区长王海山主持召开区政府常务会议。\n★7月2日，副区长李海山到东河街道调研防汛工作。\n"
        "★7月4日上午，区总工会举办职工趣味运动会。\n",
        [
            ("meeting", "区政府常务会议", "2024-07-01", [("王海山", "chair")]),
            ("activity", "李海山到东河街道调研防汛工作", "2024-07-02", [("李海山", "attendee")]),
            ("activity", "职工趣味运动会", "2024-07-04", [("区总工会", "organizer")]),
        ],
        id="the marked items of a round-up",
    ),
    pytest.param(
        "☆东河中学举行艺术节开幕式。（通讯员 某某）\n☆西河小学开展消防疏散演练。（通讯员 某某）\n",
        [
            ("ceremony", "艺术节开幕式", None, [("东河中学", "organizer")]),
            ("activity", "消防疏散演练", None, [("西河小学", "organizer")]),
        ],
        id="marked items without a day",
    ),
    pytest.param(
        "东河区总工会二〇二四年六月大事记\n5日，区总工会召开全委会议。\n28日，区总工会召开职工座谈会。\n",
        [
            ("meeting", "全委会议", "2024-06-05", [("区总工会", "organizer")]),
            ("meeting", "职工座谈会", "2024-06-28", [("区总工会", "organizer")]),
        ],
        id="days of a chronicle in the month of its title",
    ),
    pytest.param(
        "东河图书馆七月活动安排\n7月20日\n主题：“宋词之美”专题讲座\n活动地点：二楼报告厅\n"
        "7月21日14:30-16:30\n主题：儿童故事会\n活动地点：少儿馆\n",
        [
            ("training", "“宋词之美”专题讲座", "2024-07-20", []),
            ("activity", "儿童故事会", "2024-07-21", []),
        ],
        id="the dated blocks of a programme",
    ),
    pytest.param(
        "“东河讲坛”第12讲预告\n主题：宋词之美\n主讲人：王海山（东河大学文学院教授）\n"
        "时间：7月30日14:30—16:30\n地点：图书馆二楼报告厅\n主办：东河图书馆\n",
        [("training", "“东河讲坛”第12讲", "2024-07-30", [("王海山", "lecturer"), ("东河图书馆", "organizer")])],
        id="a poster",
    ),
    pytest.param(
        "7月5日，区人大常委会召开主任会议，听取区民政局关于养老服务的工作汇报。",
        [("meeting", "主任会议", "2024-07-05", [("区人大常委会", "organizer"), ("区民政局", "speaker")])],
        id="who is heard speaks",
    ),
    pytest.param(
        "协会换届大会召开\n7月6日，东河区书法家协会换届大会召开。大会选举产生了新一届领导班子：会长王海山，秘书长李清河。",
        [("meeting", "东河区书法家协会换届大会", "2024-07-06", [("王海山", "recipient"), ("李清河", "recipient")])],
        id="who is elected",
    ),
    pytest.param(
        "银企签约\n7月8日，东河集团与海山银行战略合作签约仪式在东河举行。"
        "海山银行行长张海山，副行长李海山；东河集团董事长王海山参加签约仪式。",
        [
            (
                "ceremony",
                "东河集团与海山银行战略合作签约仪式",
                "2024-07-08",
                [
                    ("东河集团", "signatory"),
                    ("海山银行", "signatory"),
                    ("张海山", "attendee"),
                    ("李海山", "attendee"),
                    ("王海山", "attendee"),
                ],
            )
        ],
        id="a list that goes on after a semicolon",
    ),
    pytest.param(
        "7月9日，区委召开老干部座谈会。区领导占仁安、周海山、来清河、张清河、吴海山出席。",
        [
            (
                "meeting",
                "老干部座谈会",
                "2024-07-09",
                [
                    ("区委", "organizer"),
                    *((name, "attendee") for name in ("占仁安", "周海山", "来清河", "张清河", "吴海山")),
                ],
            )
        ],
        id="rare family names in a long list",
    ),
    pytest.param(
        "本报讯（记者 某某）7月9日，区人大常委会召开第三次会议，区人大常委会主任张海山主持会议。",
        [("meeting", "第三次会议", "2024-07-09", [("区人大常委会", "organizer"), ("张海山", "chair")])],
        id="a dateline hides nobody after it",
    ),
    pytest.param(
        "7月9日，区妇联举办干部培训班。区妇联主席王海山授课，重点传达了市委书记李海山的重要讲话精神。",
        [("training", "干部培训班", "2024-07-09", [("区妇联", "organizer"), ("王海山", "lecturer")])],
        id="whose words are passed on is not there",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_is_told_and_who_had_a_part(text: str, expected: list[tuple[object, ...]]) -> None:
    events = [event for article in extract(text, date(2024, 7, 16)).articles for event in article.events]

    assert [told(event) for event in events] == expected


def told(event: Finding) -> tuple[str, str, str | None, list[tuple[str, str]]]:
    return event.kind, event.name, event.starts_on, [(one.name, one.roles[0]) for one in event.participants]


def test_a_training_lasts_the_days_that_are_told() -> None:
    text = "7月10日，由区妇联举办为期四天的妇女干部培训班在区委党校开班。"

    (event,) = extract(text, date(2024, 7, 16)).articles[0].events

    assert (event.starts_on, event.ends_on) == ("2024-07-10", "2024-07-13")
    assert event.evidence["ends_on"][0].span.quote(text) == "为期四天"
    assert not event.evidence["ends_on"][0].stated


def test_a_line_of_who_put_it_up_when_dates_no_event() -> None:
    text = "东河镇开展党日活动\n信息来源：东河镇|发布时间：2024-07-10 08:38\n近日，东河镇在文化园开展党日活动。\n"

    (event,) = extract(text, date(2024, 7, 16)).articles[0].events

    assert (event.starts_on, event.date_text) == (None, "近日")


def test_what_is_called_right_after_an_event_follows_it_on_its_day() -> None:
    text = "7月2日，区安监局举办安全生产月启动仪式。仪式结束后，区安监局召开工作推进会，副区长王海山参加。"

    first, second = extract(text, date(2024, 7, 16)).articles[0].events

    assert (second.kind, second.name, second.starts_on) == ("meeting", "工作推进会", first.starts_on)
    assert [(one.type, one.event) for one in second.relations] == [("follows", 0)]


def test_a_week_that_starts_has_no_last_day() -> None:
    text = "9月13日上午，东河医院健康义诊活动周在东河社区正式启动。"

    (event,) = extract(text, date(2024, 9, 16)).articles[0].events

    assert (event.name, event.starts_on, event.ends_on) == ("东河医院健康义诊活动周", "2024-09-13", None)
