"""What people type finds the event they want among the first five, at least 95 times of 100, on every database."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from calendar_app.models import Event, Organization, OrganizationAlias, Person, Place, Series, SeriesMembership, Session
from calendar_app.publishing import search
from calendar_app.publishing.filters import Filters
from calendar_app.publishing.pages.events import found_by
from tests.makers import make_participation, make_public_event

HERE = Path(__file__).parent
FIRST = 5


@pytest.fixture
def events(db: None) -> dict[str, Event]:
    told = tomllib.loads((HERE / "events.toml").read_text("utf-8"))["event"]
    return {each["id"]: make(each) for each in told}


def make(told: dict[str, Any]) -> Event:
    event = make_public_event(
        told["name"],
        kind=told.get("kind", "meeting"),
        starts_on=told["on"],
        ends_on=told.get("to", told["on"]),
        day_part=told.get("part", ""),
        location=told.get("place", ""),
        status=told.get("status", "held"),
        attendance_mode=told.get("mode", ""),
        place=Place.objects.get_or_create(name=told["place"])[0] if "place" in told else None,
    )
    for order, name in enumerate(told.get("sessions", [])):
        Session.objects.create(event=event, order=order, name=name)
    for who in told.get("who", []):
        take_part(event, *who.split("|"))
    if "series" in told:
        SeriesMembership.objects.create(series=Series.objects.get_or_create(name=told["series"])[0], event=event)
    return event


def take_part(event: Event, name: str, post: str, roles: str, body: str = "", alias: str = "") -> None:
    if not body and not roles.startswith("organizer"):
        person = Person.objects.get_or_create(name=name)[0]
        make_participation(event, name, post=post, roles=roles.split(), person=person)
        return
    organization = Organization.objects.get_or_create(name=body)[0]
    if alias:
        OrganizationAlias.objects.create(organization=organization, name=alias)
    make_participation(event, name, type="organization", roles=roles.split(), organization=organization)


def found(text: str) -> list[int]:
    return list(found_by(Filters(q=text), Event.objects.public())[0][:FIRST])


def test_wanted_event_is_among_the_first_five(events: dict[str, Event]) -> None:
    wanted = tomllib.loads((HERE / "queries.toml").read_text("utf-8"))
    asked = [(query, events[name]) for name, queries in wanted.items() for query in queries]

    missed = [(query, event.name) for query, event in asked if event.pk not in found(query)]

    assert len(asked) >= 100
    assert len(missed) <= len(asked) * 0.05, missed


def test_search_narrows_and_does_not_widen(events: dict[str, Event]) -> None:
    every = ["防汛 毕业", "第41批", "zzz", "，。", "2022年", "马拉松 高岚"]

    hits = {query: [event.name for event in search.narrow(Event.objects.public(), query)] for query in every}

    assert hits == {query: [] for query in every}
