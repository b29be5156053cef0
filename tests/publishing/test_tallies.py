"""Events count once, in the month they begin in; the period is at most twelve months, by default the last with data."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from calendar_app.models import Event, Organization, Person, Place
from calendar_app.publishing.filters import Filters
from calendar_app.publishing.tallies import Holder, Part, Period, Tally, tally
from calendar_app.vocabulary import Kind, Role
from tests.makers import make_event, make_organization, make_participation, make_person, make_public_event

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 28)


def make_event_on(day: date, **fields: object) -> None:
    make_public_event(**{"starts_on": day, "ends_on": day} | fields)


def period_of(asked: Filters) -> Period:
    return tally(asked, TODAY)[0]


def counted_in(since: date, until: date, **asked: object) -> Tally:
    return tally(Filters(since=since, until=until, **asked), TODAY)[1]  # type: ignore[arg-type]


def test_period_is_the_last_twelve_months_that_have_something() -> None:
    make_event_on(date(2024, 7, 25))
    make_event_on(date(2027, 3, 1))  # announced; what is to come is asked for

    assert period_of(Filters()) == Period(date(2023, 8, 1), date(2024, 7, 31))


def test_period_is_the_last_twelve_months_up_to_this_one_or_an_earlier() -> None:
    make_event_on(date(2025, 12, 31))
    make_event_on(date(2026, 3, 9))
    assert period_of(Filters()) == Period(date(2025, 4, 1), date(2026, 3, 31))
    assert tally(Filters(), TODAY)[1].total == 2

    make_event_on(date(2026, 11, 30))
    assert period_of(Filters()) == Period(date(2025, 12, 1), date(2026, 11, 30))
    assert tally(Filters(), TODAY)[1].total == 3


def test_period_is_of_what_is_to_come_where_nothing_has_been() -> None:
    make_event_on(date(2027, 2, 10))

    assert period_of(Filters()) == Period(date(2026, 3, 1), date(2027, 2, 28))


def test_period_without_events_ends_with_this_month() -> None:
    assert period_of(Filters()) == Period(date(2025, 12, 1), date(2026, 11, 30))


@pytest.mark.parametrize(
    ("asked", "period"),
    [
        (Filters(until=date(2020, 5, 9)), Period(date(2019, 6, 1), date(2020, 5, 9))),
        (Filters(since=date(2020, 3, 4), until=date(2020, 5, 9)), Period(date(2020, 3, 4), date(2020, 5, 9))),
        (Filters(since=date(2001, 1, 1), until=date(2020, 5, 9)), Period(date(2019, 6, 1), date(2020, 5, 9))),
        (Filters(until=date.min), Period(date.min, date.min)),
        (Filters(until=date.max), Period(date(9999, 1, 1), date.max)),
    ],
)
def test_period_asked_for_is_kept_to_its_last_twelve_months(asked: Filters, period: Period) -> None:
    assert period_of(asked) == period
    assert len(tally(asked, TODAY)[1].months) == (period.until.month - period.since.month) % 12 + 1


def test_events_count_once_in_the_month_they_begin_in() -> None:
    make_event_on(date(2024, 6, 30), ends_on=date(2024, 8, 2))
    make_event_on(date(2024, 8, 31), kind="training")
    make_event_on(date(2024, 8, 1), kind="milestone", starts_on=None)
    make_event_on(date(2024, 9, 1))
    make_event(starts_on=date(2024, 7, 1))

    counted = counted_in(date(2024, 6, 1), date(2024, 8, 31))

    assert counted.months == [date(2024, 6, 1), date(2024, 7, 1), date(2024, 8, 1)]
    assert counted.kinds == {
        Kind.MEETING: [1, 0, 0],
        Kind.TRAINING: [0, 0, 1],
        Kind.CEREMONY: [0, 0, 0],
        Kind.ACTIVITY: [0, 0, 0],
        Kind.MILESTONE: [0, 0, 1],
    }
    assert counted.total == 3


def test_holders_and_parts_are_those_of_the_events_asked_for() -> None:
    body, other = (
        make_organization(name="东江区教育局", slug="edu"),
        make_organization(name="东江区总工会", slug="union"),
    )
    lin = make_person()
    for kind, held in (("training", [body, other]), ("training", [body]), ("meeting", [other])):
        event = make_public_event(kind=kind)
        for one in held:
            make_participation(event, one.name, type="organization", organization=one, roles=["organizer"])
        make_participation(event, lin.name, person=lin, roles=["chair", "speaker"])
        make_participation(event, "各街道代表", type="group", roles=["attendee"])

    counted = counted_in(date(2024, 7, 1), date(2024, 7, 31), kind=("training",))

    assert counted.holders == [Holder("edu", "东江区教育局", 2), Holder("union", "东江区总工会", 1)]
    assert counted.parts == [
        Part(Role.ORGANIZER, people=0, organizations=3, groups=0),
        Part(Role.CHAIR, people=2, organizations=0, groups=0),
        Part(Role.SPEAKER, people=2, organizations=0, groups=0),
        Part(Role.ATTENDEE, people=0, organizations=0, groups=2),
    ]


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        (Filters(), ["a", "b", "c", "d"]),
        (Filters(organization=("edu",)), ["a", "b", "c"]),
        (Filters(organization=("edu", "union")), ["a", "b", "c", "d"]),
        (Filters(organization=("edu",), role=("organizer",)), ["a", "b"]),
        (Filters(organization=("edu",), role=("organizer", "attendee")), ["a", "b", "c"]),
        (Filters(person=("lin",)), ["a", "b", "d"]),
        (Filters(person=("lin",), role=("speaker",)), ["a", "d"]),
        (Filters(person=("lin",), organization=("edu",), role=("speaker",)), ["a"]),
        (Filters(role=("organizer",)), ["a", "b", "d"]),
        (Filters(organization=("nobody",)), []),
        (Filters(organization=("merged",)), ["d"]),
        (Filters(kind=("training",)), ["b"]),
        (Filters(mode=("online",), status=("held",)), ["c"]),
        (Filters(place=("hall",), organization=("edu",)), ["a"]),
        (Filters(q="防汛"), ["a"]),
        (Filters(q="上周"), []),
    ],
)
def test_what_is_counted_is_what_the_list_finds(asked: Filters, names: list[str]) -> None:
    edu, union = make_organization(name="教育局", slug="edu"), make_organization(name="总工会", slug="union")
    make_organization(name="工会", slug="merged", replaced_by=union)
    lin, other = make_person("林清远", slug="lin"), make_person("陈望舒")
    hall = Place.objects.create(name="会议中心", slug="hall")
    events = {
        "a": make_public_event("防汛会", place=hall),
        "b": make_public_event("例会", kind="training"),
        "c": make_public_event("年会", attendance_mode="online"),
        "d": make_public_event("座谈会"),
    }

    def take_part(name: str, who: Person | Organization, *roles: str) -> None:
        field = "person" if isinstance(who, Person) else "organization"
        make_participation(events[name], who.name, type=field, roles=list(roles), **{field: who})

    take_part("a", edu, "organizer")
    take_part("a", lin, "chair", "speaker")
    take_part("b", edu, "organizer")
    take_part("b", lin, "chair")
    take_part("b", other, "speaker")
    take_part("c", edu, "attendee")
    take_part("c", other, "chair")
    take_part("d", union, "organizer")
    take_part("d", lin, "speaker")
    make_participation(make_event(), edu.name, type="organization", roles=["organizer"], organization=edu)
    found = {event.pk for event in asked.ask(Event.objects.public())}

    assert found == {events[name].pk for name in names}
    month = replace(asked, since=date(2024, 7, 1), until=date(2024, 7, 31))
    assert tally(month, TODAY)[1].total == len(names)
