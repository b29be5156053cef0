"""Postponed with the new day and the old kept, cancelled, corrected: SEQUENCE rises once, one Change each."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError

from calendar_app.models import Change, Event
from calendar_app.review.decisions import Refused
from calendar_app.review.history import NothingChanged
from calendar_app.review.revising import cancel, correct, postpone
from tests.makers import make_fact, make_public_event, make_user

pytestmark = pytest.mark.django_db


def test_postpone_keeps_the_old_days_and_the_length() -> None:
    event = make_public_event(ends_on=date(2024, 7, 26), starts_at=time(9), precision="minute")

    change = postpone(event, date(2024, 8, 1), by=make_user(), reason="台风")

    event = Event.objects.get()
    assert (event.status, event.starts_on, event.ends_on) == ("postponed", date(2024, 8, 1), date(2024, 8, 2))
    assert (event.previous_starts_on, event.previous_ends_on) == (date(2024, 7, 25), date(2024, 7, 26))
    assert (event.starts_at, event.precision, event.sequence) == (None, "day", 1)
    assert (change.before["starts_on"], change.after["starts_on"]) == ("2024-07-25", "2024-08-01")
    assert Change.objects.count() == 1


def test_postpone_until_further_notice_keeps_the_day() -> None:
    event = make_public_event()

    postpone(event, by=None)

    event.refresh_from_db()
    assert (event.status, event.starts_on, event.previous_starts_on) == ("postponed", date(2024, 7, 25), None)


def test_cancel_is_one_revision() -> None:
    event = make_public_event()

    change = cancel(event, by=None, reason="雨")

    assert (change.sequence, change.before, change.after) == (1, {"status": "held"}, {"status": "cancelled"})
    assert list(Event.objects.public()) == [event]


def test_correct_sets_several_fields_in_one_revision_and_locks_them() -> None:
    event, user = make_public_event("东江论坛"), make_user()
    make_fact(event, "name", "东江论坛")

    change = correct(event, {"name": "东江发展论坛", "starts_on": "2024-07-24"}, by=user)

    assert change.sequence == 1
    assert set(change.after) == {"name", "starts_on", "ends_on"}
    assert list(event.facts.order_by("field").values_list("field", "value", "decision", "basis")) == [
        ("name", "东江发展论坛", "corrected", "reviewer"),
        ("starts_on", "2024-07-24", "corrected", "reviewer"),
    ]


def test_what_cannot_be_is_refused_and_keeps_everything() -> None:
    event = make_public_event()
    before = Event.objects.values().get()

    with pytest.raises(Refused):
        postpone(event, date(2024, 7, 25), by=None)
    with pytest.raises(ValidationError):
        postpone(event, date(2024, 8, 2), ends_on=date(2024, 8, 1), by=None)
    with pytest.raises(ValidationError):
        correct(event, {"uid": "x"}, by=None)
    with pytest.raises(ValidationError):
        correct(event, {"ends_on": "2024-07-01"}, by=None)
    with pytest.raises(NothingChanged):
        correct(event, {"kind": "meeting"}, by=None)

    assert Event.objects.values().get() == before
    assert Change.objects.count() == 0


def test_cancelled_event_cannot_be_moved_or_cancelled_again() -> None:
    event = make_public_event()
    cancel(event, by=None)

    for act in (cancel, postpone):
        with pytest.raises(Refused):
            act(event, by=None)
