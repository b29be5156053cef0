"""The desk: facts settled with and without spans, drafts one after the other, and nothing from outside the event."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from calendar_app.models import Change, Difference, Event, Extraction, Fact
from calendar_app.review.decisions import publish
from tests.makers import make_article, make_bulletin, make_event, make_fact, make_participation
from tests.tellings import LINE, TEXT, make_telling, place, tell

pytestmark = pytest.mark.django_db


def desk(event: Event) -> str:
    return f"/admin/calendar_app/event/{event.pk}/desk/"


def send(client: Client, event: Event, field: str, decision: str, **more: Any) -> str:
    sent = {"key": f"event-{event.pk}-{field}", "decision": decision} | more
    return client.post(desk(event), sent, follow=True).content.decode()


def test_desk_shows_text_beside_facts(admin_client: Client) -> None:
    _bulletin, meeting, _training = make_telling()

    page = admin_client.get(desk(meeting)).content.decode()

    start, end = place(TEXT, "区会议中心")
    assert f'id="w-{_bulletin.pk}-{start}"' in page
    assert f'<span data-at="{start}">{TEXT[start:end]}</span>' in page
    assert f'href="#w-{_bulletin.pk}-{start}"' in page
    assert "基层干部培训班" not in page.split('id="text"')[1].split("</section>")[0]


def test_very_long_article_shows_the_part_around_the_facts_and_leads_to_the_rest(admin_client: Client) -> None:
    bulletin = make_bulletin(LINE * 4_000)
    event = make_event("查看河道", make_article(bulletin))
    early, late = 3 * len(LINE), 3_900 * len(LINE)
    make_fact(event, "name", event.name, bulletin=bulletin, spans=[[late, late + 6]])
    make_fact(event, "location", "河道", bulletin=bulletin, spans=[[early + 7, early + 9]])
    late_only = make_event("再次查看", make_article(bulletin))
    make_fact(late_only, "name", late_only.name, bulletin=bulletin, spans=[[late, late + 6]])

    def shown(address: str) -> list[str]:
        page = admin_client.get(address).content.decode()
        return re.findall(rf'id="w-{bulletin.pk}-(\d+)"', page) + re.findall(r"value=\"(\d)\" required", page)

    first = admin_client.get(desk(event)).content.decode()
    moved = admin_client.post(desk(event) + "?part=2", {"key": f"event-{event.pk}-name", "decision": "accept"})

    assert len(first) < 120_000 < len(bulletin.text) * 3
    assert f'href="?at={late}#w-{bulletin.pk}-{late}"' in first
    assert shown(desk(event)) == [str(early + 7), "1"]
    assert shown(desk(late_only)) == [str(late), "3"]
    assert shown(f"{desk(event)}?at={late}") == [str(late), "3"]
    assert shown(f"{desk(event)}?part=2") == ["2"]
    assert shown(f"{desk(event)}?at=x&part=99") == [str(late), "3"]
    assert moved.headers["Location"] == f"{desk(event)}?part=2#event-{event.pk}-name"


def test_accept_locks_the_fact(admin_client: Client) -> None:
    _bulletin, meeting, _training = make_telling()

    send(admin_client, meeting, "location", "accept")

    fact = meeting.facts.get(field="location", participation=None)
    assert (fact.decision, fact.value, fact.reviewer.username) == ("accepted", "区会议中心", "admin")  # type: ignore[union-attr]
    assert not meeting.facts.filter(field="location").doubtful().exists()


def seen(page: str, key: str) -> str:
    found = re.search(rf'name="key" value="{key}"><input type="hidden" name="seen" value="(\w+)"', page)
    assert found
    return found[1]


def test_fact_that_another_reviewer_settled_meanwhile_is_not_decided_unseen(admin_client: Client) -> None:
    _bulletin, meeting, _training = make_telling()
    token = seen(admin_client.get(desk(meeting)).content.decode(), f"event-{meeting.pk}-location")

    send(admin_client, meeting, "location", "correct", value="区会议中心二楼", seen=token)
    answer = send(admin_client, meeting, "location", "reject", seen=token)

    meeting.refresh_from_db()
    assert "打开页面后已有人改动此处" in answer
    assert meeting.location == "区会议中心二楼"
    assert meeting.facts.get(field="location").decision == "corrected"


def test_event_that_changed_meanwhile_is_not_published_unseen(admin_client: Client) -> None:
    _bulletin, meeting, _training = make_telling()
    then = meeting.changed_at.isoformat()

    send(admin_client, meeting, "name", "correct", value="防汛会")
    answer = admin_client.post(desk(meeting), {"act": "publish", "waive": "on", "seen": then}, follow=True)

    assert "打开页面后已有人改动此处" in answer.content.decode()
    assert not Event.objects.public().exists()


def test_one_day_event_keeps_one_day_when_its_day_is_corrected(admin_client: Client) -> None:
    _bulletin, meeting, _training = make_telling()

    send(admin_client, meeting, "starts_on", "correct", value="2024-07-24")

    meeting.refresh_from_db()
    assert (str(meeting.starts_on), str(meeting.ends_on), meeting.precision) == ("2024-07-24", "2024-07-24", "day_part")


def test_impossible_correction_keeps_everything(admin_client: Client) -> None:
    _bulletin, meeting, _training = make_telling()

    send(admin_client, meeting, "ends_on", "correct", value="2024-07-01")
    send(admin_client, meeting, "starts_on", "correct", value="7月")

    meeting.refresh_from_db()
    assert (str(meeting.starts_on), str(meeting.ends_on)) == ("2024-07-25", "2024-07-25")


def test_turned_down_participant_is_remembered(admin_client: Client) -> None:
    _bulletin, meeting, _training = make_telling()
    chair = meeting.participations.get(name="周明")

    admin_client.post(desk(meeting), {"key": f"participation-{chair.pk}-name", "decision": "reject"})

    assert list(meeting.participations.values_list("name", flat=True)) == ["林清远"]
    kept = meeting.facts.get(field="not_participant:1")
    assert (kept.value, kept.decision, kept.quotes) == ("周明", "rejected", ["周明"])


def test_name_of_an_event_cannot_be_turned_down(admin_client: Client) -> None:
    _bulletin, meeting, _training = make_telling()

    send(admin_client, meeting, "name", "reject")

    assert meeting.facts.get(field="name", participation=None).decision == "open"


def test_correcting_a_public_event_is_one_revision(admin_client: Client) -> None:
    _bulletin, _meeting, training = make_telling()
    publish(training, by=None)

    send(admin_client, training, "location", "correct", value="区委党校")

    change = Change.objects.latest("pk")
    assert (change.sequence, change.before, change.after) == (2, {"location": ""}, {"location": "区委党校"})


def test_parts_of_other_events_are_refused(admin_client: Client) -> None:
    _bulletin, meeting, training = make_telling()
    other = training.participations.get()

    for key in (
        f"participation-{other.pk}-post",
        f"event-{training.pk}-name",
        "event-x-name",
        f"event-{meeting.pk}-uid",
    ):
        admin_client.post(desk(meeting), {"key": key, "decision": "correct", "value": "改"})

    training.refresh_from_db()
    assert (training.name, training.participations.get().post, meeting.uid) == (
        "基层干部培训班",
        "江南大学",
        Event.objects.get(pk=meeting.pk).uid,
    )


def test_publishing_leads_to_the_next_draft(admin_client: Client) -> None:
    _bulletin, meeting, training = make_telling()

    refused = admin_client.post(desk(meeting), {"act": "publish"})
    waived = admin_client.post(desk(meeting), {"act": "publish", "waive": "on"})

    assert (refused["Location"], waived["Location"]) == (f"{desk(meeting)}#", desk(training))
    assert list(Event.objects.public()) == [meeting]


def test_desk_costs_the_same_for_two_participants_and_for_five(admin_client: Client) -> None:
    bulletin, meeting, _training = make_telling()
    admin_client.get(desk(meeting))
    with CaptureQueriesContext(connection) as few:
        admin_client.get(desk(meeting))
    for number in range(3):
        one = make_participation(meeting, f"赵{number}", order=number + 5)
        tell(meeting, bulletin, "name", one.name, "会议", participation=one)

    with CaptureQueriesContext(connection) as many:
        admin_client.get(desk(meeting))

    assert len(many) == len(few)


def test_desk_of_an_event_entered_by_hand_opens(admin_client: Client) -> None:
    event = make_event()

    page = admin_client.get(desk(event))

    assert page.status_code == 200
    assert Fact.objects.count() == 0


def test_newer_reading_is_shown_and_taken(admin_client: Client) -> None:
    bulletin, meeting, _training = make_telling()
    run = Extraction.objects.create(bulletin=bulletin, version="1.4", seconds=0.1)
    one = Difference.objects.create(event=meeting, field="day_part", kept="morning", value="evening", extraction=run)

    page = admin_client.get(desk(meeting)).content.decode()
    admin_client.post(desk(meeting), {"key": f"difference-{one.pk}", "decision": "accept"})

    meeting.refresh_from_db()
    assert f'id="difference-{one.pk}"' in page
    assert "1.4" in page
    assert meeting.day_part == "evening"
    assert not meeting.differences.open().exists()


def test_difference_of_another_event_is_refused(admin_client: Client) -> None:
    bulletin, meeting, training = make_telling()
    run = Extraction.objects.create(bulletin=bulletin, version="1.4", seconds=0.1)
    one = Difference.objects.create(event=training, field="location", value="江边", extraction=run)

    admin_client.post(desk(meeting), {"key": f"difference-{one.pk}", "decision": "accept"})

    assert training.differences.open().count() == 1


def test_postpone_and_cancel_from_the_desk(admin_client: Client) -> None:
    _bulletin, meeting, training = make_telling()

    admin_client.post(desk(meeting), {"act": "postpone", "starts_on": "2024-08-01", "reason": "台风"})
    admin_client.post(desk(training), {"act": "cancel"})
    admin_client.post(desk(training), {"act": "postpone", "starts_on": "8月"})

    told = Event.objects.order_by("pk").values_list("status", "starts_on", "previous_starts_on", "sequence")
    assert list(told) == [
        ("postponed", date(2024, 8, 1), date(2024, 7, 25), 1),
        ("cancelled", date(2024, 7, 26), None, 1),
    ]
    assert list(Change.objects.order_by("pk").values_list("reason", flat=True)) == ["台风", ""]
