"""Events as iCalendar: what stands in the lines, to the octet."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

import icalendar
import pytest
from django.utils import translation

from calendar_app.formats.content_lines import UnfitValueError
from calendar_app.formats.entry import Style
from calendar_app.formats.ical import Head, calendar_bytes, event_bytes
from calendar_app.models import Event, EventRelation, Place, Session
from tests.makers import make_article, make_bulletin, make_event, make_participation, make_public_event

CREATED = datetime(2024, 7, 30, 1, 2, 3, tzinfo=UTC)
CHANGED = datetime(2024, 7, 31, 4, 5, 6, tzinfo=UTC)
HEAD = Head(name="会历", description="全部", address="https://huili.example/feeds/all.ics")


@pytest.fixture(autouse=True)
def chinese() -> Any:
    with translation.override("zh-hans"):
        yield


def make(name: str = "东江区防汛工作部署会", **fields: Any) -> Event:
    plain = {"uid": "a1", "kind": "meeting", "starts_on": date(2024, 7, 25), "ends_on": date(2024, 7, 25)}
    return make_public_event(name, **plain | {"created_at": CREATED, "changed_at": CHANGED} | fields)


def unfolded(octets: bytes) -> list[str]:
    return octets.decode().replace("\r\n ", "").split("\r\n")[:-1]


def values(event: Event, *names: str) -> list[str]:
    """Return the content lines of the first VEVENT that begin with the names."""
    lines = unfolded(event_bytes(event, "https://huili.example/events/1/"))
    return [line for line in lines[: lines.index("END:VEVENT")] if line.startswith(names)]


@pytest.mark.django_db
def test_event_of_a_day_is_written_whole() -> None:
    written = unfolded(event_bytes(make(location="区政府一号楼"), "https://huili.example/events/1/"))

    assert written == [
        "BEGIN:VEVENT",
        "UID:a1",
        "DTSTAMP:20240731T040506Z",
        "DTSTART;VALUE=DATE:20240725",
        "DTEND;VALUE=DATE:20240726",
        "SUMMARY:东江区防汛工作部署会",
        "STATUS:CONFIRMED",
        "SEQUENCE:0",
        "CREATED:20240730T010203Z",
        "LAST-MODIFIED:20240731T040506Z",
        "TRANSP:TRANSPARENT",
        "CATEGORIES:会议",
        "COLOR:steelblue",
        "LOCATION:区政府一号楼",
        "URL:https://huili.example/events/1/",
        "END:VEVENT",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"day_part": "afternoon"}, ["DTSTART;VALUE=DATE:20240725", "DTEND;VALUE=DATE:20240726", "SUMMARY:（下午）会"]),
        ({"day_part": "evening"}, ["DTSTART;VALUE=DATE:20240725", "DTEND;VALUE=DATE:20240726", "SUMMARY:（晚）会"]),
        ({"ends_on": date(2024, 7, 26)}, ["DTSTART;VALUE=DATE:20240725", "DTEND;VALUE=DATE:20240727", "SUMMARY:会"]),
        ({"starts_at": time(9, 30)}, ["DTSTART;TZID=Asia/Shanghai:20240725T093000", "SUMMARY:会"]),
        (
            {"starts_at": time(9, 30), "ends_at": time(11)},
            ["DTSTART;TZID=Asia/Shanghai:20240725T093000", "DTEND;TZID=Asia/Shanghai:20240725T110000", "SUMMARY:会"],
        ),
        (
            {"starts_at": time(9, 30), "ends_on": date(2024, 7, 26)},
            ["DTSTART;VALUE=DATE:20240725", "DTEND;VALUE=DATE:20240727", "SUMMARY:（09:30起）会"],
        ),
        (
            {"starts_at": time(9), "time_zone": "Europe/Berlin"},
            ["DTSTART:20240725T070000Z", "SUMMARY:会"],
        ),
        (
            {"status": "cancelled", "day_part": "morning"},
            ["DTSTART;VALUE=DATE:20240725", "DTEND;VALUE=DATE:20240726", "SUMMARY:（已取消）（上午）会"],
        ),
        (
            {"status": "postponed", "previous_starts_on": date(2024, 7, 20)},
            [
                "DTSTART;VALUE=DATE:20240725",
                "DTEND;VALUE=DATE:20240726",
                "SUMMARY:（由2024年7月20日延期）会",
            ],
        ),
        (
            {"status": "postponed"},
            ["DTSTART;VALUE=DATE:20240725", "DTEND;VALUE=DATE:20240726", "SUMMARY:（已延期，日期待定）会"],
        ),
        (
            {"starts_on": date(2024, 7, 1), "ends_on": date(2024, 7, 31), "precision": "month"},
            ["DTSTART;VALUE=DATE:20240701", "DTEND;VALUE=DATE:20240801", "SUMMARY:（日期不详）会"],
        ),
    ],
)
def test_time_is_told_no_more_exactly_than_known(fields: dict[str, Any], expected: list[str]) -> None:
    written = values(make("会", **fields), "DTSTART", "DTEND", "SUMMARY")

    assert written == expected


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ["STATUS:CONFIRMED", "TRANSP:TRANSPARENT"]),
        ({"starts_at": time(9)}, ["STATUS:CONFIRMED", "TRANSP:OPAQUE"]),
        ({"status": "cancelled", "starts_at": time(9)}, ["STATUS:CANCELLED", "TRANSP:TRANSPARENT"]),
        ({"status": "postponed"}, ["STATUS:TENTATIVE", "TRANSP:TRANSPARENT"]),
        (
            {"status": "postponed", "previous_starts_on": date(2024, 7, 20)},
            ["STATUS:CONFIRMED", "TRANSP:TRANSPARENT"],
        ),
    ],
)
def test_status_and_transparency(fields: dict[str, Any], expected: list[str]) -> None:
    written = values(make(**fields), "STATUS", "TRANSP")

    assert written == expected


@pytest.mark.django_db
def test_dated_sessions_of_several_days_are_children() -> None:
    event = make("培训班", kind="training", ends_on=date(2024, 7, 26))
    Session.objects.create(event=event, order=0, name="开班", starts_on=date(2024, 7, 25), day_part="morning", uid="s1")
    Session.objects.create(event=event, order=1, name="参观", uid="s2")

    read = icalendar.Calendar.from_ical(calendar_bytes(HEAD, [event_bytes(event, "https://huili.example/e/")]))

    children = [(str(one["UID"]), str(one["SUMMARY"]), one.get("RELATED-TO")) for one in read.walk("VEVENT")]
    assert children == [("a1", "培训班", None), ("s1", "（上午）开班", "a1")]


@pytest.mark.django_db
def test_relations_name_public_events_only() -> None:
    training = make("培训班", kind="training")
    meeting = make("总结会", uid="b2")
    EventRelation.objects.create(from_event=meeting, to_event=training, type="follows")
    EventRelation.objects.create(from_event=meeting, to_event=make_event("草稿"), type="part_of")

    written = values(meeting, "RELATED-TO")

    assert written == ["RELATED-TO;RELTYPE=SIBLING:a1"]


@pytest.mark.django_db
def test_description_tells_participants_in_printed_order_and_the_source() -> None:
    bulletin = make_bulletin(title="东江区政务简报", issue="第7期")
    event = make_public_event(
        "会",
        make_article(bulletin, headline="东江区召开会议"),
        summary="部署防汛。",
        date_text="7月\n25日",
        year_inferred=True,
    )
    make_participation(event, "林清远", post="区委副书记、区长", roles=["chair", "speaker"])
    make_participation(event, "各街镇负责人", type="group", roles=["attendee"])

    read = icalendar.Calendar.from_ical(calendar_bytes(HEAD, [event_bytes(event, "")])).walk("VEVENT")[0]

    assert str(read["DESCRIPTION"]) == (
        "部署防汛。\n\n原文日期：7月25日\n\n年份为推定。\n\n"
        "参与：\n林清远（区委副书记、区长）：主持、讲话\n各街镇负责人：出席\n\n"
        "来源：东江区召开会议 · 东江区政务简报 第7期"
    )


def test_calendar_head_is_written_whole() -> None:
    written = unfolded(calendar_bytes(HEAD, []))

    assert written == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Huili//Huili//ZH",
        "CALSCALE:GREGORIAN",
        "NAME:会历",
        "X-WR-CALNAME:会历",
        "DESCRIPTION:全部",
        "X-WR-CALDESC:全部",
        "X-WR-TIMEZONE:Asia/Shanghai",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
        "SOURCE;VALUE=URI:https://huili.example/feeds/all.ics",
        "BEGIN:VTIMEZONE",
        "TZID:Asia/Shanghai",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0800",
        "TZOFFSETTO:+0800",
        "TZNAME:CST",
        "END:STANDARD",
        "END:VTIMEZONE",
        "END:VCALENDAR",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"name": "会\0议"}, "文字里有空字符（NUL）; 请重新输入"),
        ({"conference_url": "https://a.example/\rX:1"}, r"网址里有 '\r'; 请重新输入"),
        ({"starts_on": date(1, 1, 1)}, "年份 1 不在 1900 至 9998 之内; 请更正日期"),
        ({"ends_on": date(9999, 12, 31)}, "年份 9999 不在 1900 至 9998 之内; 请更正日期"),
        ({"time_zone": "Asia/Nowhere"}, "没有“Asia/Nowhere”这个时区; 请更正"),
        ({"starts_on": None, "ends_on": None}, "事件没有日期; 请补上日期"),
    ],
)
def test_event_no_calendar_can_show_is_named(fields: dict[str, Any], fault: str) -> None:
    event = make()
    for name, value in fields.items():
        setattr(event, name, value)

    with pytest.raises(UnfitValueError) as refused:
        event_bytes(event, "")

    assert str(refused.value) == fault


@pytest.mark.django_db
def test_nominal_hours_are_marked_and_block_nothing() -> None:
    event = make("会", day_part="afternoon")
    style = Style({"afternoon": (time(14), time(17))})

    lines = unfolded(event_bytes(event, "", style))

    shown = [line for line in lines if line.startswith(("DTSTART", "DTEND", "SUMMARY", "TRANSP", "DESCRIPTION"))]
    assert shown == [
        "DTSTART;TZID=Asia/Shanghai:20240725T140000",
        "DTEND;TZID=Asia/Shanghai:20240725T170000",
        "SUMMARY:（下午，时刻仅为示意）会",
        "TRANSP:TRANSPARENT",
        "DESCRIPTION:时刻仅为示意：原文只说明时段。",
    ]


@pytest.mark.django_db
def test_nominal_hours_leave_printed_hours_alone() -> None:
    event = make("会", day_part="afternoon", starts_at=time(15, 10))

    lines = unfolded(event_bytes(event, "", Style({"afternoon": (time(14), time(17))})))

    assert [line for line in lines if line.startswith(("DTSTART", "SUMMARY"))] == [
        "DTSTART;TZID=Asia/Shanghai:20240725T151000",
        "SUMMARY:会",
    ]


@pytest.mark.django_db
def test_rich_detail_tells_participants_and_place_as_components() -> None:
    place = Place.objects.create(name="区会议中心", address="清河路1号", slug="hyzx", latitude=31.2, longitude=121.4)
    event = make("会", place=place)
    one = make_participation(event, "林清远", post="区长", roles=["chair", "speaker"])

    lines = unfolded(event_bytes(event, "", Style(is_rich=True)))

    assert lines[lines.index("BEGIN:VLOCATION") :] == [
        "BEGIN:VLOCATION",
        f"UID:a1-place-{place.pk}",
        "NAME:区会议中心",
        "DESCRIPTION:清河路1号",
        "GEO:31.200000;121.400000",
        "END:VLOCATION",
        "BEGIN:PARTICIPANT",
        f"UID:a1-participant-{one.pk}",
        "PARTICIPANT-TYPE:SPEAKER",
        "SUMMARY:林清远",
        "DESCRIPTION:林清远（区长）：主持、讲话",
        "END:PARTICIPANT",
        "END:VEVENT",
    ]


@pytest.mark.django_db
def test_public_entries_invite_nobody() -> None:
    event = make("会")
    make_participation(event, "林清远", roles=["organizer", "attendee"])

    lines = unfolded(event_bytes(event, ""))

    assert [line for line in lines if line.startswith(("ORGANIZER", "ATTENDEE", "BEGIN", "METHOD"))] == ["BEGIN:VEVENT"]
