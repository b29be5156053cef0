"""Which stored events may be one: told twice, announced and reported, moved or cancelled; proposed, never merged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Self

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
COMPARED = (
    "name", "kind", "status", "starts_on", "ends_on", "previous_starts_on", "starts_at", "day_part", "location",
)  # fmt: skip

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
    found = proposals([event.pk])[event.pk]
    events = Event.objects.in_bulk([pk for pk, _like in found])
    return [(events[pk], like) for pk, like in found]


def proposals(keys: Iterable[int]) -> dict[int, list[tuple[int, Likeness]]]:
    """Find for each of several events what `propose` finds; those that ask for the same days ask once."""
    mine = told(Event.objects.filter(pk__in=keys))
    near = {days: list(days.events().values_list("pk", "name").iterator()) for days in set(map(Days.of, mine.values()))}
    same = fellows(mine)
    found = {
        key: [pk for pk, name in near[Days.of(one)] if pk not in same[key] and one.could_be_called(name)]
        for key, one in mine.items()
    }
    others = told(Event.objects.filter(pk__in={pk for likely in found.values() for pk in likely}))
    return {key: nearest(mine[key], {pk: others[pk] for pk in likely if pk in others}) for key, likely in found.items()}


def nearest(mine: Told, others: dict[int, Told]) -> list[tuple[int, Likeness]]:
    scored = [(pk, likeness(mine, other)) for pk, other in others.items()]
    enough = [(pk, like) for pk, like in scored if like.score >= ENOUGH]
    return sorted(enough, key=lambda pair: (-pair[1].score, pair[0]))[:MOST_PROPOSALS]


def note_proposals(events: Iterable[Event]) -> list[DuplicateCandidate]:
    """Store what `propose` finds for each event; pairs that were proposed or decided before stay as they are."""
    made = []
    for key, found in proposals([event.pk for event in events]).items():
        for other, like in found:
            first, second = sorted((key, other))
            with transaction.atomic():
                candidate, is_new = DuplicateCandidate.objects.get_or_create(
                    first_id=first, second_id=second, defaults={"score": like.score, "reasons": like.reasons}
                )
            if is_new:
                made.append(candidate)
    return made


@dataclass(frozen=True)
class Days:
    """What an event's days and status say of where its other telling stands."""

    starts_on: date | None
    ends_on: date | None
    previously_on: date | None
    may_move: bool

    @classmethod
    def of(cls, told: Told) -> Self:
        may_move = told.is_moved or told.status == Status.SCHEDULED
        return cls(told.starts_on, told.ends_on, told.previously_on, may_move)

    def events(self) -> QuerySet[Event]:
        """Ask for the events of the same days, and for those told as moved or called off."""
        if not self.starts_on:
            return Event.objects.none()
        last = self.ends_on or self.starts_on
        same_days = Q(starts_on__lte=last, ends_on__gte=self.starts_on) | Q(
            ends_on=None, starts_on__range=(self.starts_on, last)
        )
        same_days &= Q(starts_on__gte=self.starts_on - MOVED_WITHIN)
        moved = Q(starts_on__range=(self.starts_on - MOVED_WITHIN, last + MOVED_WITHIN)) & self.moved()
        return Event.objects.filter(same_days | moved, replaced_by=None).exclude(review_state=ReviewState.REJECTED)

    def moved(self) -> Q:
        previously = Q(previous_starts_on__in=[self.starts_on, self.previously_on])
        if self.may_move:
            return Q(status__in=(Status.SCHEDULED, Status.POSTPONED, Status.CANCELLED)) | previously
        assert self.starts_on
        soon = Q(status=Status.SCHEDULED, starts_on__range=(self.starts_on - SOON, self.starts_on + SOON))
        return Q(status__in=(Status.POSTPONED, Status.CANCELLED)) | previously | soon


def fellows(keys: Iterable[int]) -> dict[int, set[int]]:
    """Return for each event those told in one article with it, itself among them; they are never proposed.

    Events of one article share one set: where it tells of thousands, each with all others would be millions of pairs.
    """
    told_in: dict[int, list[int]] = {key: [] for key in keys}
    for key, article in EventSource.objects.filter(event__in=list(told_in)).values_list("event", "article"):
        told_in[key].append(article)
    tells: dict[int, set[int]] = defaultdict(set)
    asked = {article for articles in told_in.values() for article in articles}
    for article, key in EventSource.objects.filter(article__in=asked).values_list("article", "event"):
        tells[article].add(key)
    return {
        key: tells[articles[0]] if len(articles) == 1 else {key}.union(*(tells[article] for article in articles))
        for key, articles in told_in.items()
    }


def told(events: QuerySet[Event]) -> dict[int, Told]:
    """Gather what is compared of several events, in three queries."""
    rows = {event.pk: event for event in events.only(*COMPARED)}
    organizers: dict[int, set[str]] = {pk: set() for pk in rows}
    people: dict[int, set[str]] = {pk: set() for pk in rows}
    taking_part = Participation.objects.filter(event__in=rows).values_list("event_id", "type", "name", "roles")
    for key, kind, name, roles in taking_part:
        if kind == ParticipantType.PERSON:
            people[key].add(name)
        elif Role.ORGANIZER in roles:
            organizers[key].add(name)
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
