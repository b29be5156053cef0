"""What goes on from before a day: an exhibition of six weeks stands at the head of a list on each day it is on."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.db.models.lookups import GreaterThanOrEqual

from calendar_app.models import Event
from calendar_app.models.days import BEGINS, lasting
from calendar_app.models.events import EventQuerySet
from calendar_app.models.keys import among
from calendar_app.publishing.kept import kept
from calendar_app.publishing.keys import FEW, Keys, Listed
from calendar_app.vocabulary import Status

MOST = 100  # that are looked at; more stand under their first days like all others


def going_on(events: EventQuerySet, day: date) -> EventQuerySet:
    """Those known to the day that began before it and last, and that nobody has cancelled; the first to end first."""
    begun = Event.objects.filter(lasting(day)).values("pk")  # apart, so that it is answered from its own index
    found = events.filter(pk__in=begun).known_to_the_day().exclude(status=Status.CANCELLED)
    return found.order_by("ends_on", "starts_on", "pk")


class FromDay(Keys):
    """The keys of what goes on from before a day, then of what begins from it on, the nearest first, then of what was.

    `counted` is the same list asked for in the way that is counted fastest; see `Listed`.
    """

    def __init__(self, events: EventQuerySet, day: date, counted: QuerySet[Any], *, is_few: bool = True) -> None:
        self.events, self.day, self.counted, self.is_few = events, day, counted, is_few

    @cached_property
    def ongoing(self) -> list[int]:
        return list(going_on(self.events, self.day).values_list("pk", flat=True)[:MOST])

    @cached_property
    def others(self) -> Listed:
        others = self.events.exclude(pk__in=among(self.ongoing)) if self.ongoing else self.events
        keys = others.latest_first().values_list("pk", flat=True)
        return Listed(keys, self.counted, is_few=self.is_few, besides=len(self.ongoing))

    @cached_property
    def coming(self) -> list[int]:
        """What begins on the day or later: asked of those alone that do, so that no filter is put to all that was."""
        begins = GreaterThanOrEqual(BEGINS, self.day)
        near = Event.objects.public().filter(begins).order_by().values_list("pk", flat=True)
        keys = kept(f"what begins from {self.day}", lambda: list(near[: FEW + 1]))
        ahead = self.events.filter(pk__in=among(keys)) if len(keys) <= FEW else self.events.filter(begins)
        return list(ahead.chronological().values_list("pk", flat=True))

    def between(self, start: int, stop: int) -> list[int]:
        first, ahead = len(self.ongoing), len(self.coming)
        low, high = max(start - first, 0), max(stop - first, 0)
        past = self.others[max(low, ahead) : high] if high > ahead else []
        return self.ongoing[start:stop] + self.coming[low:high] + past

    def __len__(self) -> int:
        return len(self.ongoing) + len(self.others)
