"""Changes of the API: what became of every event since a moment, and nothing of what it said once it is gone."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from calendar_app.models import Event
from tests.makers import make_event, make_public_event

pytestmark = pytest.mark.django_db


def changes(client: Client, query: str = "") -> list[Any]:
    found: list[Any] = client.get(f"/api/changes{query}").json()["items"]
    return found


def changed(event: Event, hours: int, **fields: Any) -> Event:
    Event.objects.filter(pk=event.pk).update(changed_at=timezone.now() - timedelta(hours=hours), **fields)
    return event


def test_changes_tell_the_latest_state_and_nothing_of_what_is_gone(client: Client) -> None:
    public = changed(make_public_event("公开的会"), 3)
    withdrawn = changed(make_public_event("撤回的会"), 2, review_state="withdrawn")
    merged = changed(make_public_event("并入的会"), 1, replaced_by=public)
    changed(make_event("没有批准的会"), 1)

    found = changes(client)

    assert [(each["uid"], each["state"]) for each in found] == [
        (public.uid, "public"),
        (withdrawn.uid, "withdrawn"),
        (merged.uid, "merged"),
    ]
    assert found[0]["event"]["name"] == "公开的会"
    assert [set(each) for each in found[1:]] == [{"uid", "state", "changed_at", "event"}] * 2
    assert [each["event"] for each in found[1:]] == [None, None]


def test_changes_begin_at_the_time_asked_for(client: Client) -> None:
    changed(make_public_event("旧的会"), 30)
    new = changed(make_public_event("新的会"), 1)
    since = (timezone.now() - timedelta(hours=2)).astimezone(timezone.get_default_timezone()).isoformat()

    plain, encoded = (changes(client, f"?since={each}") for each in (since, since.replace("+", "%2B")))

    assert [each["uid"] for each in plain] == [new.uid]
    assert plain == encoded


def test_latest_seconds_are_held_back(client: Client) -> None:
    make_public_event()

    assert changes(client) == []


def test_moments_are_told_with_their_offset(client: Client) -> None:
    changed(make_public_event(), 1)

    told = changes(client)[0]["changed_at"]

    assert datetime.fromisoformat(told).tzinfo is not None
