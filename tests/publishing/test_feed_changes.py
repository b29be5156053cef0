"""How changes reach subscribers: cancelled stays and says so, postponed keeps its UID, withdrawn is taken back."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from calendar_app.models import Event, EventRelation, FeedVersion, RenderedEvent, StyledEvent
from calendar_app.publishing.windows import GONE_FOR, gone
from calendar_app.review.actors import merge_actors
from calendar_app.review.decisions import publish, withdraw
from calendar_app.review.revising import correct
from tests.makers import make_event, make_organization, make_participation, make_public_event

pytestmark = pytest.mark.django_db


def entries(client: Client, address: str = "/feeds/all.ics") -> list[Any]:
    return list(icalendar.Calendar.from_ical(client.get(address).content).walk("VEVENT"))


def told(client: Client, address: str = "/feeds/all.ics") -> list[tuple[str, str, str, int]]:
    """Return UID, title, status and sequence of each entry."""
    shown = entries(client, address)
    return [(str(one["UID"]), str(one["SUMMARY"]), str(one["STATUS"]), int(one["SEQUENCE"])) for one in shown]


def test_cancelled_stays_and_says_so(client: Client) -> None:
    event = make_public_event("会", status="cancelled", sequence=2)

    shown = told(client)
    hidden = told(client, "/feeds/all.ics?cancelled=hide")

    assert shown == [(event.uid, "（已取消）会", "CANCELLED", 2)]
    assert hidden == []


def test_postponed_keeps_its_uid_and_says_from_when(client: Client) -> None:
    event = make_public_event("会", status="postponed", previous_starts_on=date(2024, 7, 20), sequence=1)

    shown = entries(client)[0]

    assert (str(shown["UID"]), str(shown["SUMMARY"])) == (event.uid, "（由2024年7月20日延期）会")
    assert str(shown["DESCRIPTION"]) == "原定于2024年7月20日。"


def test_postponed_without_a_date_stays_on_its_old_day(client: Client) -> None:
    make_public_event(
        "会",
        status="postponed",
        starts_on=None,
        ends_on=None,
        previous_starts_on=date(2024, 7, 20),
        precision="unknown",
    )

    shown = entries(client)[0]

    assert (str(shown["SUMMARY"]), str(shown["STATUS"])) == ("（已延期，日期待定）会", "TENTATIVE")
    assert (shown["DTSTART"].dt, shown["DTEND"].dt) == (date(2024, 7, 20), date(2024, 7, 21))


def test_withdrawn_is_taken_back_without_repeating_what_it_said(client: Client) -> None:
    event = make_event("不该公开的会", summary="不该公开", location="不该公开")
    publish(event, by=None, waive=True)
    before = told(client)
    withdraw(event, by=None)

    shown = entries(client)[0]

    assert before == [(event.uid, "不该公开的会", "CONFIRMED", 1)]
    assert told(client) == [(event.uid, "（已取消）已撤回", "CANCELLED", 2)]
    assert (shown["DTSTART"].dt, shown["DTEND"].dt) == (date(2024, 7, 25), date(2024, 7, 26))
    assert "不该公开" not in client.get("/feeds/all.ics").content.decode()


def test_calendar_of_one_event_says_that_it_was_taken_back(client: Client) -> None:
    event = make_event("不该公开的会")
    publish(event, by=None, waive=True)
    before = told(client, f"/events/{event.pk}/x.ics")
    withdraw(event, by=None)

    after = client.get(f"/events/{event.pk}/x.ics").content.decode()
    Event.objects.update(changed_at=timezone.now() - timedelta(days=61))
    FeedVersion.objects.raise_published(timezone.now())

    assert before == [(event.uid, "不该公开的会", "CONFIRMED", 1)]
    assert "SUMMARY:（已取消）已撤回" in after
    assert "不该公开" not in after
    assert client.get(f"/events/{event.pk}/x.ics").status_code == 404


def test_feed_of_a_merged_body_goes_on_as_that_of_whoever_took_over(client: Client) -> None:
    first, second, third = (
        make_organization(name, slug=slug) for name, slug in (("旧局", "old"), ("中局", "mid"), ("新局", "new"))
    )
    event = make_event("会")
    make_participation(event, "旧局", type="organization", organization=first)
    publish(event, by=None, waive=True)
    addresses = ["/feeds/organizations/old.ics", "/feeds/events.ics?organization=old&kind=meeting"]
    before = [told(client, address) for address in addresses]
    merge_actors(second, first, by=None)
    merge_actors(third, second, by=None)

    after = [told(client, address) for address in addresses]

    assert [[title for _, title, *_ in each] for each in before + after] == [["会"]] * 4
    assert "X-WR-CALNAME:会历·新局" in client.get(addresses[0]).content.decode()


def test_what_is_edited_after_withdrawal_is_not_told(client: Client) -> None:
    event = make_event("会")
    publish(event, by=None, waive=True)
    withdraw(event, by=None)
    told(client)
    Event.objects.filter(pk=event.pk).update(starts_on=date(2030, 1, 1), ends_on=date(2030, 1, 1), sequence=9)

    shown = entries(client)[0]

    assert shown["DTSTART"].dt == date(2024, 7, 25)


def test_merged_says_where_it_went(client: Client) -> None:
    survivor = make_public_event("防汛部署会")
    merged = make_public_event("防汛会", replaced_by=survivor)

    shown = {uid: (title, status) for uid, title, status, _ in told(client)}

    assert shown[merged.uid] == ("（已取消）已并入：防汛部署会", "CANCELLED")


@pytest.mark.parametrize(("days", "expected"), [(59, 1), (61, 0)])
def test_what_was_taken_back_goes_after_sixty_days(client: Client, days: int, expected: int) -> None:
    past = timezone.now() - timedelta(days=days)
    make_event("会", review_state="withdrawn", published_at=past, changed_at=past)

    shown = told(client)

    assert len(shown) == expected


def test_what_was_taken_back_goes_at_midnight() -> None:
    midnight = datetime(2024, 7, 1, tzinfo=ZoneInfo("Asia/Shanghai"))
    for name, moment in (("今天去", midnight - timedelta(seconds=1)), ("明天去", midnight)):
        make_event(name, review_state="withdrawn", published_at=moment, changed_at=moment)

    shown = gone(Event.objects.all(), date(2024, 7, 1) + GONE_FOR)

    assert [event.name for event in shown] == ["明天去"]


def test_never_published_leaves_no_trace(client: Client) -> None:
    make_event("会", review_state="rejected")
    make_event("会", review_state="withdrawn")

    shown = told(client)

    assert shown == []


def test_search_finds_nothing_withdrawn(client: Client) -> None:
    make_event("防汛会", review_state="withdrawn", published_at=timezone.now())

    shown = told(client, "/feeds/events.ics?q=防汛")

    assert shown == []


def test_published_again_comes_back_with_the_same_uid(client: Client) -> None:
    event = make_event("会")
    publish(event, by=None, waive=True)
    withdraw(event, by=None)
    told(client)
    publish(event, by=None, waive=True)

    shown = told(client)

    assert shown == [(event.uid, "会", "CONFIRMED", 3)]


@pytest.mark.django_db(transaction=True)
def test_bytes_are_written_when_a_change_is_committed() -> None:
    event = make_event("会")
    editor = User.objects.create(username="bianji")
    publish(event, by=editor, waive=True)

    kept = RenderedEvent.objects.get(event=event)

    assert (kept.sequence, kept.entries, kept.fault) == (1, 1, "")
    assert "SUMMARY:会" in bytes(kept.ical).decode()


def test_event_of_a_relation_learns_that_the_other_became_public(client: Client) -> None:
    training, meeting = make_event("培训班", kind="training"), make_public_event("总结会")
    meeting.relations.create(to_event=training, type="follows")
    told(client)
    publish(training, by=None, waive=True)

    related = {str(one["SUMMARY"]): one.get("RELATED-TO") for one in entries(client)}

    assert related == {"总结会": training.uid, "培训班": None}


RICH, NOMINAL = "/feeds/all.ics?detail=rich", "/feeds/all/2024.ics?times=nominal"


def test_other_styles_are_written_once_and_anew_with_each_change(client: Client) -> None:
    first, second = make_event("防汛会"), make_event("例会")
    for event in (first, second):
        publish(event, by=None, waive=True)
    EventRelation.objects.create(from_event=second, to_event=first, type="follows")

    before = [told(client, address) for address in (RICH, NOMINAL)]
    kept = dict(StyledEvent.objects.values_list("pk", "style"))
    make_public_event("年会")
    FeedVersion.objects.raise_published(timezone.now())
    more = [len(told(client, address)) for address in (RICH, NOMINAL)]
    after_more = dict(StyledEvent.objects.values_list("pk", "style"))
    correct(first, {"name": "防汛部署会"}, by=None)
    after_correction = dict(StyledEvent.objects.values_list("pk", "style"))
    corrected = [{name for _uid, name, *_ in told(client, address)} for address in (RICH, NOMINAL)]
    rich = client.get(RICH).content.decode()
    withdraw(first, by=None)

    assert [[name for _uid, name, *_ in each] for each in before] == [["例会", "防汛会"]] * 2
    assert sorted(kept.values()) == ["nominal", "nominal", "rich", "rich"]
    assert (more, len(after_more), kept.items() <= after_more.items()) == ([3, 3], 6, True)
    assert sorted(after_correction.values()) == ["nominal", "rich"]  # the other tells of this one, too
    assert corrected == [{"例会", "防汛部署会", "年会"}] * 2
    assert "防汛会" not in rich
    assert not StyledEvent.objects.filter(event=first).exists()
    assert {name for _uid, name, *_ in told(client, RICH)} == {"例会", "（已取消）已撤回", "年会"}


def test_other_styles_kept_are_not_written_again(client: Client) -> None:
    for number in range(3):
        make_public_event(f"第{number}次会", day_part="morning", precision="day_part")
    told(client, NOMINAL)
    FeedVersion.objects.raise_published(timezone.now())

    with CaptureQueriesContext(connection) as asked:
        assert b"T090000" in client.get(NOMINAL).content

    assert not [query["sql"] for query in asked if "calendar_app_participation" in query["sql"]]


def test_hours_that_change_are_told_at_once(client: Client, settings: Any) -> None:
    make_public_event("会", day_part="morning", precision="day_part")
    before = client.get(NOMINAL).content
    settings.NOMINAL_HOURS = settings.NOMINAL_HOURS.replace("morning=09:00", "morning=08:00")
    FeedVersion.objects.raise_published(timezone.now())

    after = client.get(NOMINAL).content

    assert (b"T090000" in before, b"T080000" in before) == (True, False)
    assert (b"T090000" in after, b"T080000" in after) == (False, True)


def test_more_events_than_a_database_takes_at_once_are_told_in_detail(client: Client) -> None:
    like = {"kind": "meeting", "review_state": "approved", "published_at": timezone.now()}
    days = (date(2023, 1, 1) + timedelta(number % 500) for number in range(1100))
    Event.objects.bulk_create(Event(name="例会", starts_on=day, ends_on=day, **like) for day in days)

    assert len(told(client, RICH)) == 1000
