"""What a person decides about an event: publish, reject, withdraw; each one revision with its history."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from calendar_app.models import Change, DuplicateCandidate, Event
from calendar_app.models.facts import DOUBTFUL_BELOW
from calendar_app.review.checks import forbidding
from calendar_app.review.history import lock, record
from calendar_app.vocabulary import Decision, ReviewState


class Refused(Exception):  # noqa: N818 - it says what happened
    """A decision that the event's state forbids; the message says why and what to do instead."""


class DoubtsLeft(Refused):
    """Publishing was asked for while doubtful facts are unsettled."""


def publish(event: Event, *, by: User | None, reason: str = "", waive: bool = False) -> Change:
    """Make a draft, rejected or withdrawn event public.

    With a user, the facts still open and sure are accepted in his name. Raises DoubtsLeft where facts below 0.8 are
    undecided and not waived, Refused where the event is public already or merged into another.
    """
    with transaction.atomic():
        before = lock(event)
        if event.replaced_by_id:
            raise Refused(_("“%(event)s” was merged into another event; publish that one.") % {"event": event})
        if event.review_state == ReviewState.APPROVED:
            raise Refused(_("“%(event)s” is published already.") % {"event": event})
        doubts = event.facts.doubtful().count()
        if doubts and not waive:
            told = _("“%(event)s” has %(count)d doubtful facts; settle them or waive them knowingly.")
            raise DoubtsLeft(told % {"event": event, "count": doubts})
        event.review_state = ReviewState.APPROVED
        event.published_at = event.published_at or timezone.now()
        if by is not None:
            sure = event.facts.filter(decision=Decision.OPEN, confidence__gte=DOUBTFUL_BELOW)
            sure.update(decision=Decision.ACCEPTED, reviewer=by, decided_at=timezone.now())
        return record(event, before, by=by, reason=reason)


def reject(event: Event, *, by: User | None, reason: str = "") -> Change:
    """Turn a draft down: it is no event, or none of ours. Raises Refused if it is public."""
    with transaction.atomic():
        before = lock(event)
        if event.review_state == ReviewState.APPROVED:
            raise Refused(_("“%(event)s” is public; withdraw it instead.") % {"event": event})
        if event.review_state == ReviewState.REJECTED:
            raise Refused(_("“%(event)s” is rejected already.") % {"event": event})
        event.review_state = ReviewState.REJECTED
        return record(event, before, by=by, reason=reason)


def withdraw(event: Event, *, by: User | None, reason: str = "") -> Change:
    """Take a public event back; feeds that carried it show it cancelled. Raises Refused if it is not public."""
    with transaction.atomic():
        before = lock(event)
        if event.review_state != ReviewState.APPROVED:
            raise Refused(_("“%(event)s” is not public; there is nothing to withdraw.") % {"event": event})
        event.review_state = ReviewState.WITHDRAWN
        return record(event, before, by=by, reason=reason)


def publish_certain(events: Iterable[Event], *, by: User | None, reason: str = "") -> list[Event]:
    """Publish the drafts among the events that need no reviewer."""
    published = certain(events)
    for event in published:
        publish(event, by=by, reason=reason)
    return published


def certain(events: Iterable[Event]) -> list[Event]:
    """Return the drafts that are sure in every fact, pass every check that forbids publishing and are not told twice,
    as far as anybody knows."""
    events = list(events)
    pairs = DuplicateCandidate.objects.filter(decision=Decision.OPEN).order_by()
    pairs = pairs.filter(Q(first__in=events) | Q(second__in=events))
    twins = {key for pair in pairs.values_list("first", "second") for key in pair}
    return [event for event in events if event.pk not in twins and is_certain(event)]


def is_certain(event: Event) -> bool:
    """Say whether a draft needs no reviewer: it and all its facts at 0.8 or more, none turned down, no fault found."""
    if event.review_state != ReviewState.DRAFT or event.replaced_by_id or event.confidence < DOUBTFUL_BELOW:
        return False
    facts = list(event.facts.all())
    doubts = [fact for fact in facts if fact.confidence < DOUBTFUL_BELOW and fact.decision == Decision.OPEN]
    return bool(facts) and not doubts and not forbidding(event)
