"""An address's words become one question about events and can be written back."""

from __future__ import annotations

from datetime import date

import pytest

from calendar_app.models import Event, Place, Series, SeriesMembership
from calendar_app.publishing.filters import Filters
from tests.makers import make_event, make_organization, make_participation, make_person

EVERYTHING = (
    "kind=meeting&kind=training&organization=fagaiwei&person=lin&place=hall&series=awards&role=chair&status=held"
    "&mode=online&from=2024-07-01&to=2024-07-31&q=%E5%9F%B9%E8%AE%AD"
)


def test_query_is_read_and_written_back_the_same() -> None:
    filters = Filters.read(EVERYTHING)

    assert filters == Filters(
        kind=("meeting", "training"),
        organization=("fagaiwei",),
        person=("lin",),
        place=("hall",),
        series=("awards",),
        role=("chair",),
        status=("held",),
        mode=("online",),
        since=date(2024, 7, 1),
        until=date(2024, 7, 31),
        q="培训",
    )
    assert filters.query_string == EVERYTHING


def test_order_and_repeats_in_the_address_do_not_matter() -> None:
    filters = Filters.read("to=2024-07-31&q=++a++b&kind=meeting&kind=meeting&kind=&page=3")

    assert filters.query_string == "kind=meeting&to=2024-07-31&q=a+b"


def test_unknown_words_are_named_and_ask_for_nothing() -> None:
    filters = Filters.read("kind=party&from=2024-02-30")

    assert not filters
    assert len(filters.faults) == 2
    assert "kind=party" in filters.faults[0]
    assert "from=2024-02-30" in filters.faults[1]


def test_period_that_ends_before_it_begins_is_named() -> None:
    assert len(Filters.read("from=2024-08-01&to=2024-07-01").faults) == 1


def test_but_changes_one_filter() -> None:
    filters = Filters.read("kind=meeting&q=a")

    assert filters.but(q="").query_string == "kind=meeting"


@pytest.mark.django_db
def test_each_filter_narrows() -> None:
    lin = make_person(name="林清远")
    office = make_organization(name="东江区教育局")
    hall = Place.objects.create(name="会议中心", slug="hall")
    series = Series.objects.create(name="颁证仪式", slug="awards")
    event = make_event(
        "东江区教师培训班",
        kind="training",
        place=hall,
        status="scheduled",
        attendance_mode="online",
        starts_on=date(2024, 7, 1),
        ends_on=date(2024, 7, 3),
    )
    make_event("别的会")
    SeriesMembership.objects.create(series=series, event=event)
    make_participation(event, "林清远", roles=["chair", "speaker"], person=lin)
    make_participation(event, "区教育局", type="organization", roles=["organizer"], organization=office)

    asked = [
        "kind=training",
        "place=hall",
        "series=awards",
        "status=scheduled",
        "mode=online&mode=mixed",
        f"person={lin.slug}",
        f"person={lin.slug}&role=chair",
        f"organization={office.slug}&role=organizer",
        f"organization={office.slug}&person={lin.slug}&role=speaker",
        "role=chair&role=lecturer",
        "from=2024-07-03&to=2024-07-05",
        "q=教师+培训",
        "q=林清远",
    ]
    found = {query: list(Filters.read(query).ask(Event.objects.all())) for query in asked}

    assert found == {query: [event] for query in asked}


@pytest.mark.django_db
def test_role_is_asked_of_the_same_participant() -> None:
    lin, office = make_person(), make_organization()
    event = make_event()
    make_participation(event, "林清远", roles=["chair"], person=lin)
    make_participation(event, "发展改革委", type="organization", roles=["organizer"], organization=office)

    found = [
        list(Filters.read(query).ask(Event.objects.all()))
        for query in (f"person={lin.slug}&role=organizer", f"organization={office.slug}&role=chair", "person=nobody")
    ]

    assert found == [[], [], []]
