"""Corrections of readers: kept for the reviewers, few a day from one address, which is kept only as a day's hash."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from calendar_app.intake.corrections import MOST_A_DAY, TooMany, anonymous, receive
from calendar_app.models import CorrectionRequest
from tests.makers import make_fact, make_public_event

pytestmark = pytest.mark.django_db


def test_correction_is_kept_for_the_reviewers() -> None:
    event = make_public_event()
    fact = make_fact(event, "location", "会议中心")

    kept = receive(event, fact, "地点不对", "lin@example.com", "192.0.2.1")

    kept.refresh_from_db()
    assert (kept.event, kept.fact, kept.text, kept.contact) == (event, fact, "地点不对", "lin@example.com")
    assert (kept.decision, kept.outcome, kept.decided_at) == ("open", "", None)
    assert "192.0.2.1" not in kept.sender


def test_one_address_is_heard_a_few_times_a_day() -> None:
    event = make_public_event()
    for number in range(MOST_A_DAY):
        receive(event, None, f"第{number}处不对", "", "192.0.2.1")

    with pytest.raises(TooMany):
        receive(event, None, "还有一处不对", "", "192.0.2.1")
    receive(event, None, "别人看到一处不对", "", "192.0.2.2")

    assert CorrectionRequest.objects.count() == MOST_A_DAY + 1


def test_hash_is_forgotten_the_next_day() -> None:
    event = make_public_event()
    old = receive(event, None, "昨天的话", "", "192.0.2.1")
    CorrectionRequest.objects.update(created_at=timezone.now() - timedelta(days=1))

    receive(event, None, "今天的话", "", "192.0.2.1")

    old.refresh_from_db()
    assert old.sender == ""


def test_hash_tells_days_apart_but_no_neighbours_of_one_network() -> None:
    day = date(2024, 7, 25)

    assert anonymous("2001:db8::1", day) == anonymous("2001:db8::ffff", day)
    assert anonymous("2001:db8::1", day) != anonymous("2001:db8:0:1::1", day)
    assert anonymous("192.0.2.1", day) != anonymous("192.0.2.2", day)
    assert anonymous("192.0.2.1", day) != anonymous("192.0.2.1", date(2024, 7, 26))
    assert len(anonymous("", day)) == 64
