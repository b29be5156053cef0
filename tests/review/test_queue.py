"""The queue holds doubtful facts of drafts, the least sure, nearest and most asked for first."""

from __future__ import annotations

from datetime import date

import pytest

from calendar_app.models import Fact, Feed
from calendar_app.review.queue import queue
from tests.makers import make_event, make_fact, make_public_event

pytestmark = pytest.mark.django_db
TODAY = date(2024, 7, 26)


def test_most_valuable_come_first() -> None:
    near, far = make_event(), make_event(starts_on=date(2020, 1, 1), ends_on=date(2020, 1, 1))
    training = make_event(kind="training", starts_on=date(2020, 1, 1), ends_on=date(2020, 1, 1))
    Feed.objects.create(name="培训", slug="trainings", query="kind=training")
    facts = {
        "far": make_fact(far, "location", "甲", confidence=0.7),
        "near": make_fact(near, "location", "乙", confidence=0.7),
        "asked for": make_fact(training, "location", "丙", confidence=0.7),
        "unsure": make_fact(far, "name", "丁", confidence=0.1),
    }

    order = list(queue(TODAY, Fact.objects.all()))

    assert order == [facts["unsure"], facts["near"], facts["asked for"], facts["far"]]
    assert [round(fact.worth, 2) for fact in order] == [3.6, 2.2, 2.2, 1.2]  # type: ignore[attr-defined]


def test_sure_decided_and_public_facts_do_not_wait() -> None:
    draft, public = make_event(), make_public_event()
    make_fact(draft, "name", "甲", confidence=0.9)
    make_fact(public, "name", "乙", confidence=0.5)
    make_fact(make_event(review_state="rejected"), "name", "丙", confidence=0.5)
    make_fact(make_event(replaced_by=draft), "name", "丁", confidence=0.5)

    assert list(queue(TODAY, Fact.objects.all())) == []
