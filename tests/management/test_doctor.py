"""The doctor finds what is wrong, names it with the mend, and is content with what is sound."""

from __future__ import annotations

import gzip
import io
from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from pytest_django import Settings

from calendar_app.management.feed_checks import ical_faults
from calendar_app.models import Event, Feed, FeedVersion, SearchEntry
from calendar_app.publishing import joining
from tests.makers import make_article, make_organization, make_participation, make_person, make_public_event

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def local(settings: Settings) -> None:
    settings.HTTPS = False


def examined() -> tuple[int, str]:
    """Return exit status and what is printed."""
    out = io.StringIO()
    try:
        call_command("doctor", stdout=out, no_color=True)
    except SystemExit as exit:
        return int(str(exit.code)), out.getvalue()
    return 0, out.getvalue()


def test_sound_installation_is_found_sound() -> None:
    event = make_public_event("东江区防汛工作部署会", make_article())
    make_participation(event, "林清远", person=make_person("林清远", slug="lin"))
    make_participation(event, "区政府", type="organization", organization=make_organization("区政府", slug="qzf"))

    status, told = examined()

    assert told == "✓ 设置\n✓ 数据库\n✓ 订阅源\n✓ 事件\n✓ 搜索\n"
    assert status == 0


def test_event_no_calendar_can_show_is_named_with_the_mend() -> None:
    bad = make_public_event("坏", starts_on=date(1, 1, 1), ends_on=date(1, 1, 1))

    status, told = examined()

    assert status == 1
    assert f"✗ 活动 {bad.pk}，坏：年份 1 不在 1900 至 9998 之内；请更正日期\n" in told


def test_unclear_setting_is_named(settings: Settings) -> None:
    settings.NOMINAL_HOURS = "morning=9-11"
    settings.PUBLIC_URL = "https://elsewhere.example"

    status, told = examined()

    assert status == 1
    assert "✗ NOMINAL_HOURS：“morning=9-11”不像 morning=09:00-11:30；请更正\n" in told
    assert "✗ ALLOWED_HOSTS：" in told


def test_public_machine_without_https_is_named(settings: Settings) -> None:
    settings.PUBLIC_URL = "http://calendar.example"
    settings.ALLOWED_HOSTS = ["calendar.example"]

    status, told = examined()

    assert status == 1
    assert "✗ HTTPS：" in told


def test_feed_kept_wrong_is_named() -> None:
    make_public_event("会")
    examined()
    Event.objects.get().rendered.__class__.objects.update(ical=b"BEGIN:VEVENT\nUID:a\r\nEND:VEVENT\r\n")
    FeedVersion.objects.all().delete()

    status, told = examined()

    assert status == 1
    assert "✗ /feeds/all.ics：有不是CRLF的换行" in told


def test_damaged_body_is_named(client: Client) -> None:
    make_public_event("会")
    client.get("/feeds/all.ics", headers={"Accept-Encoding": "gzip"})
    client.get("/feeds/meeting.ics", headers={"Accept-Encoding": "gzip"})
    FeedVersion.objects.filter(pk="/feeds/all.ics").update(gzip=b"\x00\x11")
    FeedVersion.objects.filter(pk="/feeds/meeting.ics").update(gzip=gzip.compress(b"BEGIN"))

    status, told = examined()

    mend = "请删除 calendar_app_feedversion 中除“published”外的所有行，它们会重新生成"
    assert status == 1
    assert [f"✗ /feeds/{feed}.ics：保存的内容已损坏；{mend}" in told for feed in ("all", "meeting")] == [True, True]


def test_feed_that_breaks_is_named_and_the_others_looked_at(client: Client) -> None:
    make_public_event("会")
    client.get("/feeds/all.ics", headers={"Accept-Encoding": "gzip"})
    FeedVersion.objects.filter(pk="/feeds/all.ics").update(gzip=b"\x00\x11")
    joining.held = joining.Held()

    status, told = examined()

    assert status == 1
    assert "✗ /feeds/all.ics：BadGzipFile: " in told
    assert "✓ 搜索" in told


def test_saved_question_that_is_not_understood_is_named() -> None:
    Feed.objects.create(name="培训", slug="training", query="kind=nonsense")

    status, told = examined()

    assert status == 1
    assert "✗ 保存的订阅源“培训”：没有 kind=nonsense 这一项" in told
    assert told.count("请更正其条件") == 1


def test_missing_table_is_named() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE calendar_app_feedversion RENAME TO elsewhere")

    status, told = examined()

    assert status == 1
    assert "✗ calendar_app_feedversion：不存在；请恢复最近的备份\n" in told


@pytest.mark.parametrize(
    ("octets", "faults"),
    [
        (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:a\r\nEND:VCALENDAR\r\n", []),
        (b"BEGIN:VCALENDAR\r\nX-A:" + b"a" * 75 + b"\r\nEND:VCALENDAR\r\n", ["有超过75字节的行"]),
        (b"BEGIN:VCALENDAR\r\nX-A:a\x07\r\nEND:VCALENDAR\r\n", ["含有控制字符"]),
        (
            b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
            ["条目a缺少DTSTAMP, DTSTART, SUMMARY"],
        ),
        (
            b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20240725T000000Z\r\nSUMMARY:b\r\n"
            b"DTSTART;VALUE=DATE:20240725\r\nDTEND;VALUE=DATE:20240725\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
            ["条目a在开始之前结束"],
        ),
    ],
)
def test_octets_are_held_to_the_standard(octets: bytes, faults: list[str]) -> None:
    assert list(ical_faults(octets, "/feeds/all.ics")) == faults


def test_event_that_is_counted_as_something_else_is_named_with_the_mend() -> None:
    event = make_public_event("东江区防汛工作部署会", make_article())
    make_participation(event, "林清远", person=make_person("林清远", slug="lin"))
    assert examined()[0] == 0

    Event.objects.filter(pk=event.pk).update(kind="training")
    status, told = examined()

    mend = "删除 calendar_app_searchentry 的全部行，下次搜索时会重新写入"
    assert f"✗ 东江区防汛工作部署会 ({event.pk})：统计所用的内容与事件不符；{mend}" in told
    assert status == 1
    SearchEntry.objects.all().delete()
    assert examined()[0] == 0
