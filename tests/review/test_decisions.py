"""Each decision is one revision: one Change, SEQUENCE one higher, one history entry; a forbidden one keeps nothing."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.admin.models import LogEntry

from calendar_app.models import Change, DuplicateCandidate, Event
from calendar_app.review.decisions import DoubtsLeft, Refused, publish, publish_certain, reject, withdraw
from calendar_app.review.merging import dismiss
from tests.makers import make_article, make_bulletin, make_event, make_fact, make_public_event, make_user

pytestmark = pytest.mark.django_db


def test_publish_is_one_revision() -> None:
    event, user = make_event("东江区防汛工作部署会"), make_user()

    change = publish(event, by=user, reason="核对无误")

    event.refresh_from_db()
    assert (event.review_state, event.sequence, event.changed_at) == ("approved", 1, change.at)
    assert event.published_at is not None
    assert list(Change.objects.values("sequence", "before", "after", "by", "reason")) == [
        {
            "sequence": 1,
            "before": {"review_state": "draft"},
            "after": {"review_state": "approved"},
            "by": user.pk,
            "reason": "核对无误",
        }
    ]
    assert [entry.change_message for entry in LogEntry.objects.all()] == ["审核状态: 草稿 → 已公布 (核对无误)"]


def test_publish_by_command_needs_no_user() -> None:
    event = make_event()

    change = publish(event, by=None)

    assert (change.by, LogEntry.objects.count()) == (None, 0)


def test_publish_accepts_sure_facts_in_the_users_name() -> None:
    event, user = make_event(), make_user()
    fact = make_fact(event, "name", event.name, confidence=0.95)

    publish(event, by=user)

    fact.refresh_from_db()
    assert (fact.decision, fact.reviewer) == ("accepted", user)


def test_publish_without_user_leaves_facts_open() -> None:
    event = make_event()
    fact = make_fact(event, "name", event.name, confidence=0.95)

    publish(event, by=None)

    fact.refresh_from_db()
    assert fact.decision == "open"


def test_publish_refuses_doubtful_facts_unless_waived() -> None:
    event = make_event()
    make_fact(event, "location", "东江礼堂", confidence=0.5)

    with pytest.raises(DoubtsLeft):
        publish(event, by=None)
    kept = (Event.objects.get().review_state, Change.objects.count())
    publish(event, by=None, waive=True)

    assert kept == ("draft", 0)
    assert Event.objects.get().review_state == "approved"


def test_second_publication_keeps_the_first_ones_time() -> None:
    event = make_event()
    first = publish(event, by=None).at
    published_at = event.published_at

    withdraw(event, by=None)
    again = publish(event, by=None)

    assert (event.published_at, again.sequence) == (published_at, 3)
    assert again.at >= first


def test_decisions_out_of_turn_are_refused() -> None:
    draft, public = make_event(), make_public_event()
    merged = make_event(replaced_by=public)

    for act, event in ((withdraw, draft), (publish, public), (reject, public), (publish, merged)):
        with pytest.raises(Refused):
            act(event, by=None)

    assert Change.objects.count() == 0


def test_reject_and_withdraw() -> None:
    draft, public = make_event(), make_public_event()

    changes = [reject(draft, by=None), withdraw(public, by=None)]

    assert [change.after for change in changes] == [{"review_state": "rejected"}, {"review_state": "withdrawn"}]


def test_publish_certain_takes_only_what_is_sure() -> None:
    sure, doubted, guessed = make_event(), make_event(), make_event(confidence=0.6)
    for event in (sure, doubted, guessed):
        make_fact(event, "name", event.name, confidence=0.9)
    make_fact(doubted, "location", "东江礼堂", confidence=0.7)
    later = make_event(article=make_article(make_bulletin(published_on=date(2024, 7, 20))))
    make_fact(later, "name", later.name)
    without_facts = make_event()

    published = publish_certain([sure, doubted, guessed, later, without_facts], by=None)

    assert published == [sure]
    assert list(Event.objects.public()) == [sure]


def test_publish_certain_leaves_what_may_be_told_twice_until_somebody_says_so() -> None:
    announced, reported, other = make_public_event(), make_event(), make_event()
    for event in (reported, other):
        make_fact(event, "name", event.name, confidence=0.9)
    pair = DuplicateCandidate.objects.create(first=announced, second=reported, score=0.9)

    before = publish_certain([reported, other], by=None)
    dismiss(pair, by=None)
    after = publish_certain([reported, other], by=None)

    assert (before, after) == ([other], [reported])
