"""A difference is taken or left once, with the fact locked and the revision recorded."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User

from calendar_app.models import Difference, Event, Extraction
from calendar_app.review.decisions import Refused
from calendar_app.review.differences import leave, open_differences, take
from tests.makers import make_article, make_bulletin, make_event, make_participation, make_public_event

pytestmark = pytest.mark.django_db

TEXT = "7月25日下午，东江区召开防汛工作部署会。区长林清远主持，局长郑海宁汇报。"


def make_difference(event: Event, field: str, value: Any, quote: str = "", **fields: Any) -> Difference:
    bulletin = event.articles.get().bulletin
    run, _ = Extraction.objects.get_or_create(bulletin=bulletin, version="2", defaults={"seconds": 0.1})
    spans = [[TEXT.index(quote), TEXT.index(quote) + len(quote)]] if quote else []
    return Difference.objects.create(event=event, field=field, value=value, spans=spans, extraction=run, **fields)


def make_told(**fields: Any) -> Event:
    return make_event("防汛工作部署会", make_article(make_bulletin(TEXT)), **fields)


def reviewer() -> User:
    return User.objects.create_user("reviewer")


def test_take_puts_the_newer_value_in_with_its_words() -> None:
    event, by = make_told(day_part="morning"), reviewer()
    difference = make_difference(event, "day_part", "afternoon", "下午", kept="morning")

    take(difference, by=by)

    event.refresh_from_db()
    fact = event.facts.get(field="day_part")
    assert (event.day_part, fact.value, fact.quotes, fact.decision) == ("afternoon", "afternoon", ["下午"], "corrected")
    difference.refresh_from_db()
    assert (difference.decision, difference.reviewer) == ("accepted", by)
    assert open_differences(event) == []


def test_take_reaches_a_participant() -> None:
    event = make_told()
    chair = make_participation(event, "林清远", post="区长", roles=["chair"])

    take(make_difference(event, "roles", ["chair", "speaker"], participation=chair), by=reviewer())

    chair.refresh_from_db()
    assert chair.roles == ["chair", "speaker"]


def test_take_adds_a_missing_participant_last_and_records_a_public_revision() -> None:
    event = make_public_event("防汛工作部署会", make_article(make_bulletin(TEXT)))
    make_participation(event, "林清远", roles=["chair"])
    value = {"type": "person", "name": "郑海宁", "post": "局长", "roles": ["speaker"]}

    take(make_difference(event, "participation", value, "郑海宁"), by=reviewer())

    event.refresh_from_db()
    assert [(one.name, one.post, one.roles) for one in event.participations.all()] == [
        ("林清远", "", ["chair"]),
        ("郑海宁", "局长", ["speaker"]),
    ]
    added = event.facts.filter(participation__name="郑海宁")
    assert [(fact.field, fact.quotes) for fact in added] == [("name", ["郑海宁"]), ("post", []), ("roles", [])]
    assert (event.sequence, event.changes.count()) == (1, 1)


def test_take_adds_a_missing_session() -> None:
    event = make_told()
    value = {"name": "汛情", "kind": "report", "starts_on": "2024-07-25", "starts_at": "15:00", "day_part": None}

    take(make_difference(event, "session", value), by=reviewer())

    session = event.sessions.get()
    session.refresh_from_db()
    assert (session.name, str(session.starts_on), str(session.starts_at)) == ("汛情", "2024-07-25", "15:00:00")


def test_leave_keeps_what_the_event_says() -> None:
    event = make_told(day_part="morning")
    difference = make_difference(event, "day_part", "afternoon", "下午", kept="morning")

    leave(difference, by=reviewer())

    event.refresh_from_db()
    difference.refresh_from_db()
    assert (event.day_part, difference.decision) == ("morning", "rejected")


def test_difference_is_decided_once() -> None:
    difference = make_difference(make_told(), "location", "区会议中心")
    leave(difference, by=None)

    with pytest.raises(Refused):
        take(difference, by=None)

    assert Event.objects.get().location == ""
