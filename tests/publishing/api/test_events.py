"""Events, sessions and facts of the API: the list's filters, stable pages, and silence about what is not public."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from calendar_app.models import Event, EventRelation, Place, Series, SeriesMembership, Session
from tests.makers import (
    make_article,
    make_bulletin,
    make_event,
    make_fact,
    make_organization,
    make_participation,
    make_person,
    make_public_event,
)

pytestmark = pytest.mark.django_db
TEXT = "东江区7月25日上午举办数字政务培训班，林清远授课。"


def make_whole_event(number: int = 1, **fields: Any) -> Event:
    """Make a public event with everything that can be told of one."""
    article = make_article(make_bulletin(f"{TEXT}第{number}期"), headline="培训班开班", source="区委办")
    place = Place.objects.create(name=f"区委党校{number}", slug=f"school-{number}", latitude="31.2", longitude="121.4")
    plain = {"kind": "training", "day_part": "morning", "precision": "day_part", "date_text": "7月25日上午"}
    event = make_public_event("数字政务培训班", article, place=place, **plain | fields)
    lin = make_person(slug=f"lin-{number}", disambiguation=str(number))
    office = make_organization(slug=f"office-{number}", disambiguation=str(number))
    speaker = make_participation(event, "林清远", person=lin, post="教授", roles=["lecturer"])
    make_participation(event, "发改委", type="organization", organization=office, roles=["organizer"])
    session = Session.objects.create(event=event, order=0, name="数据治理", kind="lecture", starts_on=date(2024, 7, 25))
    session.speakers.add(speaker)
    series = Series.objects.create(name=f"数字政务{number}", slug=f"digital-{number}")
    SeriesMembership.objects.create(series=series, event=event, ordinal=3)
    EventRelation.objects.create(from_event=event, to_event=make_public_event("动员会"), type="follows")
    EventRelation.objects.create(from_event=event, to_event=make_event("没有批准的会"), type="part_of")
    make_fact(event, "name", "数字政务培训班", bulletin=article.bulletin, spans=[[12, 19]], rule="object")
    make_fact(event, "name", "林清远", participation=speaker, bulletin=article.bulletin, spans=[[20, 23]])
    make_fact(event, "name", "数据治理", session=session, basis="reviewer")
    return event


def items(client: Client, address: str) -> list[Any]:
    found: list[Any] = client.get(address).json()["items"]
    return found


def test_event_is_told_whole(client: Client) -> None:
    event = make_whole_event()

    told = client.get(f"/api/events/{event.pk}").json()

    follower = event.relations.get(type="follows").to_event
    assert told == {
        "id": event.pk,
        "uid": event.uid,
        "url": f"http://127.0.0.1:8000/events/{event.pk}/",
        "kind": "training",
        "name": "数字政务培训班",
        "summary": None,
        "starts_on": "2024-07-25",
        "ends_on": "2024-07-25",
        "starts_at": None,
        "ends_at": None,
        "day_part": "morning",
        "precision": "day_part",
        "date_text": "7月25日上午",
        "year_inferred": False,
        "time_zone": "Asia/Shanghai",
        "previous_starts_on": None,
        "previous_ends_on": None,
        "location": None,
        "place": {"slug": "school-1", "name": "区委党校1", "address": None, "latitude": 31.2, "longitude": 121.4},
        "conference_url": None,
        "attendance_mode": None,
        "status": "held",
        "participants": [
            {
                "type": "person",
                "name": "林清远",
                "post": "教授",
                "roles": ["lecturer"],
                "person": "lin-1",
                "organization": None,
            },
            {
                "type": "organization",
                "name": "发改委",
                "post": None,
                "roles": ["organizer"],
                "person": None,
                "organization": "office-1",
            },
        ],
        "sessions": [
            {
                "uid": event.sessions.get().uid,
                "name": "数据治理",
                "kind": "lecture",
                "starts_on": "2024-07-25",
                "starts_at": None,
                "day_part": None,
                "speakers": ["林清远"],
            }
        ],
        "series": [{"series": "digital-1", "name": "数字政务1", "ordinal": 3}],
        "relations": [
            {
                "type": "follows",
                "event": {
                    "id": follower.pk,
                    "uid": follower.uid,
                    "name": "动员会",
                    "url": f"http://127.0.0.1:8000/events/{follower.pk}/",
                },
            }
        ],
        "sources": [
            {
                "bulletin": event.articles.get().bulletin_id,
                "title": None,
                "published_on": "2024-07-31",
                "headline": "培训班开班",
                "credit": "区委办",
                "primary": True,
            }
        ],
        "sequence": 0,
        "published_at": told["published_at"],
        "changed_at": told["changed_at"],
    }


def test_clock_time_is_told_only_where_it_is_printed(client: Client) -> None:
    make_public_event(starts_at=time(9, 30), precision="minute")

    told = items(client, "/api/events")[0]

    assert (told["starts_at"], told["ends_at"]) == ("09:30", None)


def test_filters_are_those_of_the_list(client: Client) -> None:
    training = make_public_event(kind="training")
    make_public_event(kind="meeting")

    found = items(client, "/api/events?kind=training&from=2024-07-01&to=2024-07-31")

    assert [each["id"] for each in found] == [training.pk]


def test_pages_hold_every_event_once_by_day_undated_last(client: Client) -> None:
    days = [date(2024, 7, 26), None, date(2024, 7, 25), date(2024, 7, 26), None]
    made = [make_public_event(f"会{n}", starts_on=day, ends_on=day) for n, day in enumerate(days)]
    early = make_public_event(
        "有钟点的会", starts_on=date(2024, 7, 26), starts_at=time(8, 0), precision="minute", ends_on=None
    )
    found, address = [], "/api/events?limit=2&status=held"

    while address:
        page = client.get(address).json()
        found += [each["id"] for each in page["items"]]
        address = (page["next"] or "").removeprefix("http://127.0.0.1:8000")

    assert found == [made[n].pk for n in (2, 0, 3)] + [early.pk] + [made[n].pk for n in (1, 4)]


def test_page_is_not_shifted_by_what_is_stored_meanwhile(client: Client) -> None:
    late = [make_public_event(f"会{n}", starts_on=date(2024, 7, 20 + n)) for n in range(4)]
    first = client.get("/api/events?limit=2").json()

    make_public_event("早来的会", starts_on=date(2024, 7, 1), ends_on=date(2024, 7, 1))
    second = client.get(first["next"].removeprefix("http://127.0.0.1:8000")).json()

    assert [each["id"] for each in second["items"]] == [late[2].pk, late[3].pk]
    assert second["next"] is None


def test_sessions_are_told_with_their_event(client: Client) -> None:
    event = make_whole_event()
    Session.objects.create(event=make_event(), order=0, name="没有批准的讲座")

    found = items(client, "/api/sessions?kind=training")

    assert [(each["name"], each["speakers"], each["event"]["id"]) for each in found] == [
        ("数据治理", ["林清远"], event.pk)
    ]


def test_facts_are_told_with_their_evidence(client: Client) -> None:
    event = make_whole_event()
    make_fact(event, "location", "错的地方", decision="rejected", decided_at=timezone.now())
    make_fact(make_event(), "location", "没有批准的地方")

    found = items(client, "/api/facts")

    name = event.facts.get(participation=None, session=None, field="name")
    assert found[0] == {
        "id": name.pk,
        "event": {
            "id": event.pk,
            "uid": event.uid,
            "name": event.name,
            "url": f"http://127.0.0.1:8000/events/{event.pk}/",
        },
        "session": None,
        "participant": None,
        "field": "name",
        "value": "数字政务培训班",
        "bulletin": name.bulletin_id,
        "evidence": [{"start": 12, "end": 19, "quote": TEXT[12:19]}],
        "rule": "object",
        "basis": "stated",
        "confidence": 1.0,
        "decision": "open",
    }
    assert [(each["participant"], each["session"] is None) for each in found] == [
        (None, True),
        ("林清远", True),
        (None, False),
    ]
    assert items(client, f"/api/events/{event.pk}/facts") == found
    assert items(client, "/api/facts?field=location") == []


@pytest.mark.parametrize("state", ["draft", "rejected", "withdrawn"])
def test_event_that_is_not_public_is_nowhere(client: Client, state: str) -> None:
    hidden = make_event("没有批准的会", make_article(), review_state=state)
    make_fact(hidden, "name", "没有批准的会")
    Session.objects.create(event=hidden, order=0, name="没有批准的讲座")
    make_participation(hidden, "林清远", person=make_person(slug="lin"))

    lists = {name: items(client, f"/api/{name}") for name in ("events", "sessions", "facts", "people", "bulletins")}
    single = [client.get(f"/api/{address}").status_code for address in (f"events/{hidden.pk}", "people/lin")]

    assert list(lists.values()) == [[]] * 5
    assert single == [404, 404]


@pytest.mark.parametrize(
    "address", ["events", "sessions", "facts", "people", "organizations", "bulletins", "changes", "events?q=培训"]
)
def test_three_rows_cost_the_queries_of_one(client: Client, address: str) -> None:
    an_hour_ago = {"changed_at": timezone.now() - timedelta(hours=1)}
    make_whole_event(1, **an_hour_ago)
    with CaptureQueriesContext(connection) as one:
        client.get(f"/api/{address}")
    for number in (2, 3):
        make_whole_event(number, **an_hour_ago)

    with CaptureQueriesContext(connection) as three:
        found = items(client, f"/api/{address}")

    assert len(found) >= 3
    assert len(three) == len(one)
