"""What goes on from before a day: an exhibition of six weeks stands at the head of a list on each day it is on."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any, TypeAlias

from django.db.models import Q, QuerySet
from django.db.models.lookups import GreaterThanOrEqual

from calendar_app.models import Event
from calendar_app.models.days import BEGINS, lasting
from calendar_app.models.events import EventQuerySet
from calendar_app.models.keys import among
from calendar_app.publishing.kept import kept
from calendar_app.publishing.keys import FEW, Keys, Listed
from calendar_app.vocabulary import Status

Combinable: TypeAlias = Q | GreaterThanOrEqual
MOST = 100  # that are looked at; more stand under their first days like all others


def going_on(events: EventQuerySet, day: date) -> EventQuerySet:
    """Those known to the day that began before it and last, and that nobody has cancelled; the first to end first."""
    begun = Event.objects.filter(lasting(day)).values("pk")  # apart, so that it is answered from its own index
    found = events.filter(pk__in=begun).known_to_the_day().exclude(status=Status.CANCELLED)
    return found.order_by("ends_on", "starts_on", "pk")


class FromDay(Keys):
    """The keys of what goes on from before a day, then of what begins from it on, the nearest first, then of what was.

    `latest` are the keys of a list of events or of their search entries, the latest first, and `ahead` says which of
    them begin on the day or later. `counted` is the list asked for in the way that is counted fastest; see `Listed`.
    """

    def __init__(
        self,
        events: EventQuerySet,
        day: date,
        latest: QuerySet[Any, int],
        ahead: Combinable,
        counted: QuerySet[Any],
        *,
        is_few: bool = True,
    ) -> None:
        self.events, self.day, self.latest, self.ahead = events, day, latest, ahead
        self.counted, self.is_few = counted, is_few

    @cached_property
    def ongoing(self) -> list[int]:
        return list(going_on(self.events, self.day).values_list("pk", flat=True)[:MOST])

    @cached_property
    def others(self) -> Listed:
        keys = self.latest.exclude(pk__in=among(self.ongoing)) if self.ongoing else self.latest
        return Listed(keys, self.counted, is_few=self.is_few, besides=len(self.ongoing))

    @cached_property
    def coming(self) -> Listed:
        keys = self.latest.filter(self.ahead).reverse()
        return Listed(keys, keys, is_few=True)

    def between(self, start: int, stop: int) -> list[int]:
        first, ahead = len(self.ongoing), len(self.coming)
        low, high = max(start - first, 0), max(stop - first, 0)
        past = self.others[max(low, ahead) : high] if high > ahead else []
        return self.ongoing[start:stop] + self.coming[low : min(high, ahead)] + past

    def __len__(self) -> int:
        return len(self.ongoing) + len(self.others)


def beginning(day: date) -> Combinable:
    """Say which events begin on a day or later: by their keys where these are few, so that no other is looked at."""
    begins = GreaterThanOrEqual(BEGINS, day)
    near = Event.objects.public().filter(begins).order_by().values_list("pk", flat=True)
    keys = kept(f"what begins from {day}", lambda: list(near[: FEW + 1]))
    return Q(pk__in=among(keys)) if len(keys) <= FEW else begins
