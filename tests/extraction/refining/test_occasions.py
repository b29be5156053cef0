"""Which of the events told are news, which are one, and when each was."""

from datetime import date

import pytest

from calendar_app.extraction import extract
from calendar_app.extraction.document import Span
from calendar_app.extraction.finding import Finding
from calendar_app.extraction.refining.pages import Ranges


def found(text: str, published_on: date = date(2024, 5, 10)) -> list[Finding]:
    return [event for article in extract(text, published_on).articles for event in article.events]


def test_headline_and_lead_tell_one_event_and_share_what_they_know() -> None:
    (event,) = found("海晏大学举行2024届毕业典礼\n5月8日，海晏大学2024届毕业典礼在体育馆举行。\n")

    assert (event.name, event.location) == ("海晏大学2024届毕业典礼", "体育馆")
    assert [(one.name, one.roles) for one in event.participants] == [("海晏大学", ["organizer"])]


def test_a_bare_name_takes_the_fuller_one_of_the_headline() -> None:
    (event,) = found("渔港改造项目启动仪式举行\n5月8日，启动仪式在白沙码头举行。\n")

    assert event.name == "渔港改造项目启动仪式"


@pytest.mark.parametrize(
    ("notice", "status", "starts_on"),
    [
        ("原定于5月18日在白沙码头举办的“海风”音乐会取消。", "cancelled", "2024-05-18"),
        ("原定于5月18日举行的“海风”音乐会，因大风推迟至5月25日举行。", "postponed", "2024-05-25"),
        ("“海风”音乐会将于5月18日在白沙码头举行。", "scheduled", "2024-05-18"),
    ],
)
def test_what_became_of_an_event(notice: str, status: str, starts_on: str) -> None:
    (event,) = found(f"关于“海风”音乐会的公告\n{notice}\n")

    assert (event.name, event.status, event.starts_on) == ("“海风”音乐会", status, starts_on)


@pytest.mark.parametrize(
    ("notice", "first", "now"),
    [
        ("原定于5月18日上午举行的“海风”音乐会，因大风推迟至5月25日举行。", "2024-05-18", "2024-05-25"),
        ("“海风”音乐会原计划5月18日举行，现延期到6月1日晚举行。", "2024-05-18", "2024-06-01"),
        ("定于5月18日举行的“海风”音乐会延期举行，时间另行通知。", None, "2024-05-18"),
        ("“海风”音乐会将于5月18日在白沙码头举行。", None, "2024-05-18"),
    ],
)
def test_what_is_put_off_keeps_the_day_it_was_first_announced_for(notice: str, first: str | None, now: str) -> None:
    text = f"关于“海风”音乐会的公告\n{notice}\n"
    (event,) = found(text)

    assert (event.previous_starts_on, event.starts_on) == (first, now)
    cited = [(one.span.quote(text)[:5], one.rule) for one in event.evidence.get("previous_starts_on", [])]
    assert cited == ([("5月18日", "date-first-planned")] if first else [])


def test_a_meeting_after_the_training_follows_it_and_its_deadline_is_a_milestone_of_it() -> None:
    text = (
        "白沙镇举办渔业安全培训班\n5月6日至7日，白沙镇举办渔业安全培训班。\n"
        "培训结束后，于5月7日晚召开渔港整治调度会，力求6月底前完成全部渔船检修。\n"
    )

    training, meeting, milestone = found(text)

    assert [(one.type, one.event) for one in meeting.relations] == [("follows", 0)]
    assert (milestone.kind, milestone.name, milestone.ends_on) == ("milestone", "完成全部渔船检修", "2024-06-30")
    assert [(one.type, one.event) for one in milestone.relations] == [("milestone_of", 1)]
    assert (training.kind, meeting.kind) == ("training", "meeting")


def test_recently_gives_an_event_no_date() -> None:
    (event,) = found("白沙镇举办渔家文艺晚会\n近日，白沙镇举办渔家文艺晚会。\n")

    assert (event.starts_on, event.precision, event.date_text) == (None, "unknown", "近日")


@pytest.mark.parametrize(
    "text",
    [
        "为渔港点灯的人\n近年来，白沙镇先后召开多次座谈会，渔民的心气越来越高。\n",
        "渔港的历史\n1932年，白沙渔港举行落成典礼。此后几经扩建。\n",
        "休渔期有哪些规定\n根据渔业法，休渔期内不得组织捕捞活动。\n",
    ],
)
def test_what_is_only_recalled_is_no_event(text: str) -> None:
    assert found(text) == []


def test_a_programme_has_its_lectures_with_their_times() -> None:
    text = (
        "白沙镇举办渔业安全培训班\n5月6日至7日，白沙镇举办渔业安全培训班。\n"
        "5月6日下午，海晏大学教授钟离岸以“看懂天气图”为题授课。5月7日上午9:00，县海洋局工程师林岸讲授《渔船检修要点》。\n"
    )

    (event,) = found(text)

    assert [(one.name, one.speakers, one.starts_on, one.starts_at, one.day_part) for one in event.sessions] == [
        ("看懂天气图", ["钟离岸"], "2024-05-06", None, "afternoon"),
        ("渔船检修要点", ["林岸"], "2024-05-07", "09:00", "morning"),
    ]


def test_confidence_tells_sure_from_unsure() -> None:
    (sure,) = found("白沙镇召开渔业工作座谈会\n5月8日，白沙镇召开渔业工作座谈会。\n")
    (unsure,) = found("渔港新貌\n5月8日，县长钟离岸到白沙镇调研渔港改造。\n")

    assert sure.confidence == 0.9 > 0.8 > unsure.confidence


def test_a_visit_is_told_with_whom_it_was_made_by_and_where() -> None:
    (event,) = found(
        "钟离岸到白沙镇调研渔港改造\n5月8日，县委副书记、县长钟离岸到白沙镇调研渔港改造工作，镇长方明海陪同。\n"
    )

    assert (event.kind, event.name, event.location) == ("activity", "钟离岸到白沙镇调研渔港改造", "白沙镇")
    assert [(one.name, one.roles) for one in event.participants] == [("钟离岸", ["attendee"]), ("方明海", ["attendee"])]


def test_a_signing_without_a_ceremony_is_named_by_what_was_signed() -> None:
    (event,) = found("白沙镇与海晏大学签署合作协议\n5月8日，白沙镇与海晏大学签署渔业合作协议。\n")

    assert (event.kind, event.name) == ("ceremony", "白沙镇与海晏大学签署渔业合作协议")


def test_guests_are_listed_to_the_end_of_the_sentence() -> None:
    (event,) = found(
        "白沙渔业论坛举行\n5月8日，首届白沙渔业论坛在文化礼堂举行。出席论坛的有：县长钟离岸，海晏大学校长林小满，各镇负责人。\n"
    )

    assert [(one.name, one.roles) for one in event.participants] == [
        ("钟离岸", ["attendee"]),
        ("林小满", ["attendee"]),
        ("各镇负责人", ["attendee"]),
    ]


def test_ranges_within_one_another_hold_a_place_to_the_farthest_end() -> None:
    ranges = Ranges([Span(0, 20), Span(3, 5), Span(30, 40)])

    assert [place for place in range(45) if ranges.hold(place)] == [*range(20), *range(30, 40)]
    assert ranges.within(Span(1, 31)) == [Span(3, 5), Span(30, 40)]


def test_a_notice_in_numbered_sections_is_one_event_with_its_hour_place_and_hosts() -> None:
    text = (
        "关于举办渔家读书会的通知\n定于6月1日举办渔家读书会，现将有关事项通知如下：\n一、活动时间\n6月1日（星期六）下午2:30。\n"
        "二、活动地点\n白沙镇农家书屋。\n三、主办单位\n白沙镇文化站、白沙镇妇联\n四、参加人员\n1.各村分管负责人；\n2.读书会会员代表。\n"
    )

    (event,) = found(text)

    assert (event.name, event.starts_on, event.starts_at, event.location, event.status) == (
        "渔家读书会",
        "2024-06-01",
        "14:30",
        "白沙镇农家书屋",
        "scheduled",
    )
    assert [(one.name, one.roles) for one in event.participants] == [
        ("白沙镇文化站", ["organizer"]),
        ("白沙镇妇联", ["organizer"]),
        ("各村分管负责人", ["attendee"]),
        ("读书会会员代表", ["attendee"]),
    ]


def test_without_a_day_of_publication_events_are_found_and_their_year_stays_open() -> None:
    text = (
        "白沙镇举办渔业安全培训班\n5月6日至7日，白沙镇举办渔业安全培训班。\n培训结束后，5月7日晚召开渔港整治调度会。\n"
    )

    events = [event for article in extract(text).articles for event in article.events]

    assert [(event.name, event.starts_on, event.date_text) for event in events] == [
        ("渔业安全培训班", None, "5月6日至7日"),
        ("渔港整治调度会", None, "5月7日晚"),
    ]


def test_hosts_before_the_name_are_hosts() -> None:
    (event,) = found("“渔光曲”摄影展开幕\n5月8日，由市文联、市文旅局联合主办的“渔光曲”摄影展在市美术馆开幕。\n")

    assert (event.name, event.location) == ("“渔光曲”摄影展", "市美术馆")
    assert [(one.name, one.roles) for one in event.participants] == [
        ("市文联", ["organizer"]),
        ("市文旅局", ["organizer"]),
    ]


def test_a_notice_that_names_the_meeting_first_takes_its_day_from_the_next_mention() -> None:
    text = (
        "关于参加全县渔业发展大会的通知\n经研究，县政府决定召开全县渔业发展大会。现将有关事项通知如下：\n"
        "一、时间地点\n会议定于5月20日（周一）下午2:30，在县行政中心二楼会议室召开，会期半天。\n"
    )

    (event,) = found(text)

    assert (event.name, event.starts_on, event.starts_at, event.location, event.status) == (
        "全县渔业发展大会",
        "2024-05-20",
        "14:30",
        "县行政中心二楼会议室",
        "scheduled",
    )


def test_a_quoted_verb_is_part_of_a_name() -> None:
    (event,) = found("名师讲座举行\n5月8日，海晏大学“名师走进渔村”讲座活动在白沙码头举行。\n")

    assert event.name == "海晏大学“名师走进渔村”讲座活动"


def test_what_is_held_during_an_event_is_a_part_of_it() -> None:
    text = (
        "东江区举办智能制造论坛\n\n7月25日，东江区智能制造论坛在滨江会堂举行。"
        "论坛期间，7月26日上午，2024年东江工业设计展开幕式在会展中心举行。"
        "论坛结束后，7月27日，区经委召开企业座谈会。\n"
    )

    events = extract(text, date(2024, 7, 31)).articles[0].events

    assert [[(one.type, one.event) for one in event.relations] for event in events] == [
        [],
        [("part_of", 0)],
        [("follows", 0)],
    ]
