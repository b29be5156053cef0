"""Feeds over HTTP: what each address holds, read back by a calendar library, and what never appears."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import icalendar
import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone

from calendar_app.models import Event, Feed, RenderedEvent
from calendar_app.review.decisions import publish
from tests.makers import (
    make_article,
    make_event,
    make_organization,
    make_participation,
    make_person,
    make_public_event,
)

pytestmark = pytest.mark.django_db


def calendar(client: Client, address: str, **headers: str) -> Any:
    response = client.get(address, headers=headers)
    assert (response.status_code, response["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return icalendar.Calendar.from_ical(response.content)


def titles(client: Client, address: str) -> list[str]:
    return [str(entry["SUMMARY"]) for entry in calendar(client, address).walk("VEVENT")]


def test_feed_of_everything_holds_public_events_only(client: Client) -> None:
    make_public_event("东江区防汛工作部署会")
    make_event("草稿")
    make_event("驳回", review_state="rejected")

    shown = titles(client, "/feeds/all.ics")

    assert shown == ["东江区防汛工作部署会"]


def test_feed_of_a_kind_holds_that_kind(client: Client) -> None:
    make_public_event("会", kind="meeting")
    make_public_event("班", kind="training")

    shown = titles(client, "/feeds/training.ics")
    unknown = client.get("/feeds/party.ics").status_code

    assert (shown, unknown) == (["班"], 404)


def test_feeds_of_those_who_take_part(client: Client) -> None:
    event = make_public_event("会")
    make_public_event("另一个会")
    make_participation(event, "林清远", person=make_person("林清远", slug="lin"))
    make_participation(
        event, "区发改委", type="organization", organization=make_organization("东江区发展和改革委员会", slug="fgw")
    )

    shown = [titles(client, address) for address in ("/feeds/people/lin.ics", "/feeds/organizations/fgw.ics")]

    assert shown == [["会"], ["会"]]


def test_subject_of_drafts_only_has_no_feed(client: Client) -> None:
    make_participation(make_event("草稿"), "林清远", person=make_person("林清远", slug="lin"))

    status = client.get("/feeds/people/lin.ics").status_code

    assert status == 404


def test_feed_by_the_filters_of_the_list(client: Client) -> None:
    make_public_event("七月的会")
    make_public_event("八月的会", starts_on=date(2024, 8, 1), ends_on=date(2024, 8, 1))
    make_public_event("八月的班", kind="training", starts_on=date(2024, 8, 1), ends_on=date(2024, 8, 1))

    shown = titles(client, "/feeds/events.ics?from=2024-08-01&kind=meeting")

    assert shown == ["八月的会"]


def test_feed_of_a_bulletin(client: Client) -> None:
    article = make_article()
    make_public_event("会", article)
    make_public_event("别处的会")

    shown = titles(client, f"/feeds/bulletins/{article.bulletin_id}.ics")

    assert shown == ["会"]


def test_feed_of_a_year_holds_what_touches_it(client: Client) -> None:
    make_public_event("跨年", starts_on=date(2023, 12, 30), ends_on=date(2024, 1, 2))
    make_public_event("去年", starts_on=date(2023, 12, 30), ends_on=date(2023, 12, 31))

    shown = titles(client, "/feeds/all/2024.ics")

    assert shown == ["跨年"]


def test_event_postponed_without_a_date_stays_in_its_year(client: Client) -> None:
    fields = {"starts_on": None, "ends_on": None, "status": "postponed"}
    make_public_event("会", previous_starts_on=date(2023, 12, 30), previous_ends_on=date(2024, 1, 2), **fields)
    make_public_event("去年的会", previous_starts_on=date(2023, 12, 30), **fields)

    shown = [titles(client, f"/feeds/all/{year}.ics") for year in (2022, 2024)]

    assert shown == [[], ["（已延期，日期待定）会"]]


def test_event_has_a_calendar_of_its_own(client: Client) -> None:
    event = make_public_event("会")
    draft = make_event("草稿")

    shown = titles(client, f"/events/{event.pk}/hui.ics")
    hidden = client.get(f"/events/{draft.pk}/caogao.ics").status_code

    assert (shown, hidden) == (["会"], 404)


def test_feed_is_latest_first_and_cut_at_a_thousand_entries_nearest_kept(client: Client) -> None:
    today = timezone.localdate()
    days = [today + timedelta(days=offset) for offset in (400, 1, 0, *range(-1, -1000, -1))]
    Event.objects.bulk_create(
        Event(name=f"会{day}", kind="meeting", starts_on=day, ends_on=day, precision="day", review_state="approved",
              published_at=timezone.now())
        for day in days
    )  # fmt: skip

    read = calendar(client, "/feeds/all.ics")

    shown = [entry["DTSTART"].dt for entry in read.walk("VEVENT")]
    assert shown == days[:1000]
    assert "1,000" in read["DESCRIPTION"]


def test_feed_stays_under_a_million_octets(client: Client) -> None:
    for number in range(30):
        make_public_event(f"会{number}", summary="长" * 15_000, starts_on=date(2024, 1, 1 + number), ends_on=None)

    response = client.get("/feeds/all.ics")

    shown = [str(entry["SUMMARY"]) for entry in icalendar.Calendar.from_ical(response.content).walk("VEVENT")]
    assert shown == [f"会{number}" for number in range(29, 8, -1)]
    assert 950_000 < len(response.content) <= 1_000_000


def test_old_events_are_shown_where_nothing_is_ahead(client: Client) -> None:
    make_public_event("两年前的会", starts_on=date(2022, 1, 1), ends_on=date(2022, 1, 1))

    shown = titles(client, "/feeds/all.ics")

    assert shown == ["两年前的会"]


def test_feed_of_a_body_that_only_has_others_below_it(client: Client) -> None:
    below = make_organization("区财政局", slug="below", parent=make_organization("区政府", slug="above"))
    make_participation(make_public_event("会"), "区财政局", type="organization", organization=below)
    make_organization("无事", slug="idle")

    idle = client.get("/feeds/organizations/idle.ics").status_code
    alone = titles(client, "/feeds/organizations/above.ics")
    together = titles(client, "/feeds/organizations/above.ics?subordinate=1")
    year = titles(client, "/feeds/organizations/above/2024.ics?subordinate=1")

    assert (idle, alone, together, year) == (404, [], ["会"], ["会"])
    assert client.get("/feeds/?organization_name=区政府")["Location"] == "/feeds/?organization=above"


def test_bad_event_is_left_out_and_the_others_stay(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    bad = make_public_event("坏", starts_on=date(1, 1, 1), ends_on=date(1, 1, 1))
    make_public_event("好")

    shown = titles(client, "/feeds/all.ics")

    assert shown == ["好"]
    assert [record.getMessage() for record in caplog.records] == [
        f"event {bad.pk} is left out of feeds: 年份 1 不在 1900 至 9998 之内; 请更正日期"
    ]


def test_timed_event_keeps_its_hours_and_zone(client: Client) -> None:
    make_public_event("会", starts_at=time(9, 30), ends_at=time(11), precision="minute")

    entry = calendar(client, "/feeds/all.ics").walk("VEVENT")[0]

    shown = [f"{entry[name].dt:%Y-%m-%d %H:%M} {entry[name].params['TZID']}" for name in ("DTSTART", "DTEND")]
    assert shown == ["2024-07-25 09:30 Asia/Shanghai", "2024-07-25 11:00 Asia/Shanghai"]


def test_feed_takes_options(client: Client) -> None:
    event = make_public_event("会", day_part="morning", precision="day_part")
    make_participation(event, "林清远")

    nominal = calendar(client, "/feeds/meeting.ics?times=nominal").walk("VEVENT")[0]
    rich = calendar(client, "/feeds/meeting.ics?detail=rich").walk("PARTICIPANT")[0]

    assert f"{nominal['DTSTART'].dt:%H:%M}–{nominal['DTEND'].dt:%H:%M}" == "09:00–11:30"
    assert str(rich["SUMMARY"]) == "林清远"


def test_feed_of_an_organization_takes_in_subordinates_when_asked(client: Client) -> None:
    district = make_organization("东江区人民政府", slug="qzf")
    office = make_organization("东江区发展和改革委员会", slug="fgw", parent=district)
    for name, body in (("区政府的会", district), ("发改委的会", office)):
        make_participation(make_public_event(name), body.name, type="organization", organization=body)

    alone = titles(client, "/feeds/organizations/qzf.ics")
    together = titles(client, "/feeds/organizations/qzf.ics?subordinate=1")

    assert (alone, sorted(together)) == (["区政府的会"], ["区政府的会", "发改委的会"])


def test_calendar_names_itself_and_its_source(client: Client) -> None:
    make_participation(make_public_event("会"), "林清远", person=make_person("林清远", slug="lin"))

    read = calendar(client, "/feeds/people/lin.ics?cancelled=hide")

    assert (str(read["NAME"]), str(read["X-WR-CALNAME"])) == ("会历·林清远", "会历·林清远")
    assert str(read["SOURCE"]) == "http://127.0.0.1:8000/feeds/people/lin.ics?cancelled=hide"


def test_saved_question_has_an_address_of_its_own(client: Client) -> None:
    today = timezone.localdate()
    for name, offset, status in (("新", -1, "held"), ("旧", -40, "held"), ("取消", -1, "cancelled")):
        day = today + timedelta(days=offset)
        make_public_event(name, kind="training", starts_on=day, ends_on=day, status=status)
    make_public_event("会", starts_on=today, ends_on=today)
    Feed.objects.create(name="近期培训", slug="peixun", query="kind=training", window=30, cancelled="hide")

    read = calendar(client, "/feeds/saved/peixun.ics")
    revoked = client.get("/feeds/saved/none.ics").status_code

    assert ([str(one["SUMMARY"]) for one in read.walk("VEVENT")], str(read["NAME"])) == (["新"], "会历·近期培训")
    assert revoked == 404


def test_filter_by_somebody_unknown_finds_them_once_they_are_there(client: Client) -> None:
    address = "/feeds/events.ics?person=lin&organization=qu"
    before = titles(client, address)
    event = make_event("会")
    make_participation(event, "林清远", person=make_person("林清远", slug="lin"))
    make_participation(event, "区政府", type="organization", organization=make_organization("区政府", slug="qu"))
    publish(event, by=None, waive=True)

    after = titles(client, address)

    assert (before, after) == ([], ["会"])


@pytest.mark.parametrize("address", ["/feeds/all.ics", "/feeds/all/2024.ics"])
def test_bytes_that_cannot_be_kept_are_served_all_the_same(
    client: Client, address: str, caplog: pytest.LogCaptureFixture
) -> None:
    make_public_event("会")

    with connection.execute_wrapper(locked_for_events):
        shown = titles(client, address)

    assert shown == ["会"]
    assert not RenderedEvent.objects.exists()
    assert "the bytes of 1 events could not be kept" in caplog.text


def locked_for_events(execute: Any, sql: str, *rest: Any) -> Any:
    if sql.startswith('INSERT INTO "calendar_app_renderedevent"'):
        raise OperationalError("database is locked")
    return execute(sql, *rest)
