"""Only approved, unmerged events pass the door to the public; the database refuses what cannot be."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from django.db import IntegrityError

from calendar_app.models import Event, Participation
from tests.makers import make_event, make_organization, make_participation, make_public_event

pytestmark = pytest.mark.django_db


def test_public_shows_approved_events_only() -> None:
    shown = make_public_event("东江区防汛工作部署会")
    make_event("草稿")
    make_event("驳回", review_state="rejected")
    make_event("撤回", review_state="withdrawn")
    make_public_event("并入", replaced_by=shown)

    public = list(Event.objects.public())

    assert public == [shown]


@pytest.mark.parametrize(
    "fields",
    [
        {"name": "", "kind": "meeting"},
        {"kind": "party"},
        {"starts_on": date(2024, 7, 26), "ends_on": date(2024, 7, 25)},
        {"starts_on": None, "ends_on": None, "starts_at": time(9)},
        {"ends_at": time(9)},
        {"starts_at": time(9), "ends_at": time(8)},
        {"confidence": 1.1},
        {"review_state": "approved", "published_at": None},
        {"status": "lost"},
    ],
)
def test_database_refuses_impossible_event(fields: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError):
        Event.objects.create(**{"name": "会", "kind": "meeting", "starts_on": date(2024, 7, 25)} | fields)


def test_between_keeps_events_that_touch_the_days() -> None:
    long = make_event(starts_on=date(2024, 7, 25), ends_on=date(2024, 7, 27))
    short = make_event(starts_on=date(2024, 7, 28), ends_on=date(2024, 7, 28))
    make_event(starts_on=None, ends_on=None)

    found = [
        set(Event.objects.between(date(2024, 7, 27), date(2024, 7, 27))),
        set(Event.objects.between(date(2024, 7, 27), None)),
        set(Event.objects.between(None, date(2024, 7, 24))),
    ]

    assert found == [{long}, {long, short}, set()]


def test_between_finds_what_began_long_before_and_goes_on() -> None:
    year = make_event(starts_on=date(2023, 1, 1), ends_on=date(2024, 12, 31))
    deadline = make_event(starts_on=None, ends_on=date(2024, 7, 26))
    open_end = make_event(starts_on=date(2024, 7, 26), ends_on=None)
    make_event(starts_on=date(2024, 7, 1), ends_on=date(2024, 7, 24))

    found = set(Event.objects.between(date(2024, 7, 26), date(2024, 7, 28)))

    assert found == {year, deadline, open_end}


def test_before_keeps_what_is_over_and_what_has_no_day() -> None:
    over = make_event(starts_on=date(2024, 7, 1), ends_on=date(2024, 7, 25))
    unknown = make_event(starts_on=None, ends_on=None)
    make_event(starts_on=date(2024, 7, 1), ends_on=date(2024, 7, 26))
    make_event(starts_on=None, ends_on=date(2024, 7, 26))

    assert list(Event.objects.before(date(2024, 7, 26)).latest_first()) == [over, unknown]


def test_nearest_day_is_the_last_of_one_before_or_the_first_of_one_after() -> None:
    make_event(starts_on=date(2024, 7, 1), ends_on=date(2024, 7, 10))
    make_event(starts_on=None, ends_on=date(2024, 7, 20))
    make_event(starts_on=None, ends_on=None)

    nearest = [Event.objects.nearest_day(date(2024, 7, day)) for day in (5, 12, 17, 31)]

    assert nearest == [date(2024, 7, 5), date(2024, 7, 10), date(2024, 7, 20), date(2024, 7, 20)]
    assert Event.objects.none().nearest_day(date(2024, 7, 1)) is None


def test_hidden_are_all_that_are_not_public() -> None:
    draft, kept = make_event(), make_public_event()
    merged = make_public_event(replaced_by=kept)

    assert (set(Event.objects.hidden()), set(Event.objects.public())) == ({draft, merged}, {kept})


def test_roles_keep_order_and_answer_has() -> None:
    event = make_event()
    make_participation(event, "林清远", roles=["speaker", "chair"])
    make_participation(event, "区府办", type="organization", organization=make_organization(), roles=["co_organizer"])

    kept = [one.roles for one in Participation.objects.filter(event=event)]
    chairs = [one.name for one in Participation.objects.filter(roles__has="chair")]
    organizers = list(Participation.objects.filter(roles__has="organizer"))

    assert (kept, chairs, organizers) == ([["speaker", "chair"], ["co_organizer"]], ["林清远"], [])
