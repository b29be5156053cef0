"""Which stored events may be one: told twice, announced and reported, moved or cancelled; proposed, never merged."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from calendar_app.models import DuplicateCandidate, Event, EventSource, Participation
from calendar_app.review.likeness import SOON, Likeness, Told, likeness
from calendar_app.vocabulary import ParticipantType, ReviewState, Role, Status

MOVED_WITHIN = timedelta(92)
ENOUGH = 0.57  # the score from which a pair is shown to a reviewer
MOST_PROPOSALS = 5

# The reasons of likeness in words; the names in them are filled in when they are shown.
WORDED = {
    "same-day": gettext_noop("both on %(day)s"),
    "overlap": gettext_noop("the days overlap"),
    "same-name": gettext_noop("the same name"),
    "near-name": gettext_noop("names alike: “%(one)s” and “%(other)s”"),
    "same-place": gettext_noop("the same place: %(place)s"),
    "same-organizer": gettext_noop("the same organizer: %(name)s"),
    "same-people": gettext_noop("%(names)s take part in both"),
    "announced": gettext_noop("announced on %(announced)s, reported on %(reported)s"),
    "moved": gettext_noop("moved from %(old)s to %(new)s"),
    "cancelled": gettext_noop("one tells that the other is cancelled"),
    "other-organizer": gettext_noop("but others hold it"),
    "other-people": gettext_noop("but nobody takes part in both"),
    "other-place": gettext_noop("but the places differ"),
    "other-time": gettext_noop("but the times of day differ"),
    "other-kind": gettext_noop("but the kinds differ"),
}


def worded(reasons: Iterable[tuple[str, dict[str, Any]]]) -> list[str]:
    """Say the reasons of a proposal in words."""
    return [_(WORDED[key]) % of for key, of in reasons if key in WORDED]


def propose(event: Event) -> list[tuple[Event, Likeness]]:
    """Return the stored events that may be the same as this one, the most alike first, at most five."""
    mine = told(loaded(Event.objects.filter(pk=event.pk)))[event.pk]
    found = likely(event, mine)
    others = told(loaded(Event.objects.filter(pk__in=found)))
    scored = [(pk, likeness(mine, other)) for pk, other in others.items()]
    near = sorted(
        ((pk, like) for pk, like in scored if like.score >= ENOUGH), key=lambda pair: (-pair[1].score, pair[0])
    )
    events = Event.objects.in_bulk([pk for pk, _like in near[:MOST_PROPOSALS]])
    return [(events[pk], like) for pk, like in near[:MOST_PROPOSALS]]


def note_proposals(events: Iterable[Event]) -> list[DuplicateCandidate]:
    """Store what `propose` finds for each event; pairs that were proposed or decided before stay as they are."""
    made = []
    for event in events:
        for other, like in propose(event):
            first, second = sorted((event, other), key=lambda one: one.pk)
            with transaction.atomic():
                candidate, is_new = DuplicateCandidate.objects.get_or_create(
                    first=first, second=second, defaults={"score": like.score, "reasons": like.reasons}
                )
            if is_new:
                made.append(candidate)
    return made


def likely(event: Event, mine: Told) -> list[int]:
    """Narrow all events to those worth comparing: on the same days, or told as moved or called off, names alike."""
    if not event.starts_on:
        return []
    last = event.ends_on or event.starts_on
    same_days = Q(starts_on__lte=last, ends_on__gte=event.starts_on) | Q(
        ends_on=None, starts_on__range=(event.starts_on, last)
    )
    same_days &= Q(starts_on__gte=event.starts_on - MOVED_WITHIN)
    days = [event.starts_on, event.previous_starts_on]
    moved = Q(starts_on__range=(event.starts_on - MOVED_WITHIN, last + MOVED_WITHIN))
    if mine.is_moved or event.status == Status.SCHEDULED:
        moved &= Q(status__in=(Status.SCHEDULED, Status.POSTPONED, Status.CANCELLED)) | Q(previous_starts_on__in=days)
    else:
        soon = Q(status=Status.SCHEDULED, starts_on__range=(event.starts_on - SOON, event.starts_on + SOON))
        moved &= Q(status__in=(Status.POSTPONED, Status.CANCELLED)) | Q(previous_starts_on__in=days) | soon
    shares_article = EventSource.objects.filter(article__event_sources__event=event).values("event")
    others = Event.objects.filter(same_days | moved, replaced_by=None).exclude(review_state=ReviewState.REJECTED)
    names = others.exclude(pk=event.pk).exclude(pk__in=shares_article).values_list("pk", "name")
    return [pk for pk, name in names.iterator() if mine.could_be_called(name)]


def loaded(events: QuerySet[Event]) -> QuerySet[Event]:
    return events.only(
        "name", "kind", "status", "starts_on", "ends_on", "previous_starts_on", "starts_at", "day_part", "location"
    )


def told(events: Iterable[Event]) -> dict[int, Told]:
    """Gather what is compared of several events, in three queries."""
    rows = {event.pk: event for event in events}
    organizers: dict[int, set[str]] = {pk: set() for pk in rows}
    people: dict[int, set[str]] = {pk: set() for pk in rows}
    for one in Participation.objects.filter(event__in=rows):
        if one.type == ParticipantType.PERSON:
            people[one.event_id].add(one.name)
        elif Role.ORGANIZER in one.roles:
            organizers[one.event_id].add(one.name)
    sources = EventSource.objects.filter(event__in=rows).values_list("event", "article__bulletin__published_on")
    reported = {pk: day for pk, day in sources if day}
    return {
        pk: Told(
            name=event.name,
            kind=event.kind,
            status=event.status,
            starts_on=event.starts_on,
            ends_on=event.ends_on or event.starts_on,
            previously_on=event.previous_starts_on,
            starts_at=event.starts_at,
            day_part=event.day_part,
            location=event.location,
            organizers=frozenset(organizers[pk]),
            people=frozenset(people[pk]),
            reported_on=reported.get(pk),
        )
        for pk, event in rows.items()
    }
