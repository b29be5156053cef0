"""The list and single events as JSON: the same as the API tells."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.makers import make_event, make_public_event

pytestmark = pytest.mark.django_db


def test_list_and_event_are_the_apis(client: Client) -> None:
    event = make_public_event(kind="training")
    make_public_event(kind="meeting")

    listed = client.get("/events.json?kind=training")
    single = client.get(f"/events/{event.pk}/any-slug.json")

    assert listed.json() == client.get("/api/events?kind=training").json()
    assert single.json() == client.get(f"/api/events/{event.pk}").json()
    assert [each["Access-Control-Allow-Origin"] for each in (listed, single)] == ["*", "*"]
    assert client.get("/events.json", headers={"If-None-Match": client.get("/events.json")["ETag"]}).status_code == 304


def test_next_page_stays_at_the_address(client: Client) -> None:
    for n in range(2):
        make_public_event(f"会{n}")

    assert (
        client.get("/events.json?limit=1")
        .json()["next"]
        .startswith("http://127.0.0.1:8000/events.json?limit=1&cursor=")
    )


def test_hidden_event_is_not_told(client: Client) -> None:
    assert client.get(f"/events/{make_event().pk}/-.json").status_code == 404
