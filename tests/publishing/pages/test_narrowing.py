"""What was found is counted by what it can be narrowed to, each count with the question that gives it."""

from __future__ import annotations

from datetime import date

import pytest

from calendar_app.models import Event, Person, Place
from calendar_app.publishing.filters import Filters
from calendar_app.publishing.pages import narrowing
from calendar_app.publishing.pages.narrowing import facets
from calendar_app.vocabulary import Kind, Role
from tests.makers import make_organization, make_participation, make_person, make_public_event

pytestmark = pytest.mark.django_db


def keys() -> list[int]:
    return list(Event.objects.values_list("pk", flat=True))


def test_finds_are_counted_by_kind_year_organizer_person_and_place() -> None:
    hall, square = Place.objects.create(name="会议中心"), Place.objects.create(name="人民广场")
    water, school = make_organization("东江区水务局"), make_organization("东江区第一小学")
    lin, chen = make_person("林清远"), make_person("陈望舒")
    days = [(date(2023, 7, 25), None), (None, date(2024, 7, 25)), (date(2024, 12, 31), date(2025, 1, 2))]
    events = [make_public_event(f"第{n}会", starts_on=first, ends_on=last) for n, (first, last) in enumerate(days)]
    Event.objects.filter(pk=events[0].pk).update(kind=Kind.TRAINING, place=square)
    Event.objects.filter(pk__in=[each.pk for each in events[1:]]).update(place=hall)
    for order, (event, actor, roles) in enumerate(
        [
            (events[0], lin, [Role.CHAIR]),
            (events[0], lin, [Role.SPEAKER]),
            (events[1], lin, [Role.CHAIR]),
            (events[1], chen, []),
        ]
    ):
        make_participation(event, actor.name, order=order, type="person", person=actor, roles=roles)
    for order, (event, body, role) in enumerate(
        [(events[0], water, Role.ORGANIZER), (events[1], water, Role.ORGANIZER), (events[2], school, Role.ORGANIZER)], 9
    ):
        make_participation(event, body.name, order=order, type="organization", organization=body, roles=[role])
    make_participation(
        events[2], "东江区水务局", order=20, type="organization", organization=water, roles=[Role.ATTENDEE]
    )

    counted = facets(Filters(q="会"), keys())

    assert counted == {
        "类别": [("会议", 2, "kind=meeting&q=%E4%BC%9A"), ("培训", 1, "kind=training&q=%E4%BC%9A")],
        "年": [
            ("2024", 2, "from=2024-01-01&to=2024-12-31&q=%E4%BC%9A"),
            ("2023", 1, "from=2023-01-01&to=2023-12-31&q=%E4%BC%9A"),
        ],
        "主办": [
            ("东江区水务局", 2, f"organization={water.slug}&q=%E4%BC%9A"),
            ("东江区第一小学", 1, f"organization={school.slug}&q=%E4%BC%9A"),
        ],
        "个人": [
            ("林清远", 2, f"person={lin.slug}&q=%E4%BC%9A"),
            ("陈望舒", 1, f"person={chen.slug}&q=%E4%BC%9A"),
        ],
        "地点": [
            ("会议中心", 2, f"place={hall.slug}&q=%E4%BC%9A"),
            ("人民广场", 1, f"place={square.slug}&q=%E4%BC%9A"),
        ],
    }


def test_what_leaves_no_choice_is_not_counted() -> None:
    make_public_event("独会")

    assert facets(Filters(q="会"), keys()) == {}


def test_the_most_frequent_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(narrowing, "MOST", 2)
    event = make_public_event("会")
    for number in range(3):
        person = make_person(f"林{'一二三'[number]}")
        make_participation(event, person.name, order=number, type="person", person=person)
    make_participation(make_public_event("又一会"), "林三", type="person", person=Person.objects.get(name="林三"))

    assert [name for name, _count, _query in facets(Filters(), keys())["个人"]] == ["林三", "林一"]
