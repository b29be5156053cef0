"""Stored events that may be one are proposed with reasons, once, and never merged."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from calendar_app.models import DuplicateCandidate, Event
from calendar_app.review.matching import note_proposals, propose
from calendar_app.review.merging import dismiss
from tests.makers import make_article, make_bulletin, make_event, make_participation

pytestmark = pytest.mark.django_db


def test_event_told_in_two_bulletins_is_proposed_with_reasons() -> None:
    first = make_event("防汛工作部署会", make_article())
    second = make_event("全区防汛工作部署会", make_article())
    for event in (first, second):
        make_participation(event, "林清远")
    make_event("消防工作部署会", make_article())

    found = propose(second)

    assert [(event, [reason for reason, _of in like.reasons]) for event, like in found] == [
        (first, ["same-day", "near-name", "same-people"])
    ]


def test_later_report_of_an_announced_event_is_proposed() -> None:
    announced = make_event(
        "秋季招聘会", make_article(make_bulletin(published_on=date(2024, 7, 10))), status="scheduled"
    )
    reported = make_event("秋季招聘会", make_article(make_bulletin(published_on=date(2024, 7, 31))))

    found = propose(reported)

    assert [event for event, _like in found] == [announced]
    assert "announced" in [reason for reason, _of in found[0][1].reasons]


def test_moved_event_is_proposed_with_both_days() -> None:
    planned = make_event("秋季招聘会", make_article(), status="scheduled")
    day = date(2024, 8, 15)
    moved = make_event(
        "秋季招聘会",
        make_article(),
        status="postponed",
        starts_on=day,
        ends_on=day,
        previous_starts_on=planned.starts_on,
    )

    assert [event for event, _like in propose(moved)] == [planned]
    assert [event for event, _like in propose(planned)] == [moved]


def test_yearly_event_held_on_another_day_than_announced_is_proposed_for_its_report() -> None:
    announced = make_event("东江马拉松", make_article(), kind="activity", status="scheduled")
    make_event("东江自行车赛", make_article(), kind="activity", status="scheduled")
    day = date(2024, 8, 4)
    reported = make_event("2024东江马拉松", make_article(), kind="activity", status="held", starts_on=day, ends_on=day)

    found = propose(reported)

    assert [(event, like.reasons[0][0]) for event, like in found] == [(announced, "moved")]


def test_event_of_every_week_is_another_one_next_week() -> None:
    make_event("周末义诊", make_article(), kind="activity", status="scheduled")
    day = date(2024, 8, 1)
    held = make_event("周末义诊", make_article(), kind="activity", status="held", starts_on=day, ends_on=day)

    assert propose(held) == []


def test_events_of_one_article_and_settled_ones_are_not_proposed() -> None:
    article = make_article()
    event = make_event("防汛工作部署会", article)
    make_event("防汛工作部署会", article)
    make_event("防汛工作部署会", make_article(), review_state="rejected")
    make_event("防汛工作部署会", make_article(), replaced_by=event)
    make_event("防汛工作部署会", make_article(), starts_on=None, ends_on=None)

    assert propose(event) == []


def test_proposals_are_noted_once_and_a_decision_stays() -> None:
    events = [make_event("防汛工作部署会", make_article()), make_event("防汛工作部署会", make_article())]

    made = note_proposals(events)
    dismiss(made[0], by=None)
    again = note_proposals(events)

    assert (len(made), again) == (1, [])
    assert DuplicateCandidate.objects.get().decision == "rejected"
    assert Event.objects.filter(replaced_by=None).count() == 2


def test_proposing_costs_the_same_for_one_likely_event_and_for_three() -> None:
    event = make_event("防汛工作部署会", make_article())
    make_event("防汛工作部署会", make_article())
    with CaptureQueriesContext(connection) as one:
        propose(event)
    for _each in range(2):
        make_event("防汛工作部署会", make_article())

    with CaptureQueriesContext(connection) as three:
        propose(event)

    assert len(three) == len(one)
