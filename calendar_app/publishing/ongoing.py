"""What goes on from before a day: an exhibition of six weeks stands at the head of a list on each day it is on."""

from __future__ import annotations

from datetime import date

from calendar_app.models import Event
from calendar_app.models.days import lasting
from calendar_app.models.events import EventQuerySet
from calendar_app.models.keys import among
from calendar_app.publishing.keys import Keys
from calendar_app.vocabulary import Status

MOST = 100  # that are looked at; more stand under their first days like all others


def going_on(events: EventQuerySet, day: date) -> EventQuerySet:
    """Those known to the day that began before it and last, and that nobody has cancelled; the first to end first."""
    begun = Event.objects.filter(lasting(day)).values("pk")  # apart, so that it is answered from its own index
    found = events.filter(pk__in=begun).known_to_the_day().exclude(status=Status.CANCELLED)
    return found.order_by("ends_on", "starts_on", "pk")


class OngoingFirst(Keys):
    """The keys of what goes on from before a day, then those of the other events in their own order."""

    def __init__(self, events: EventQuerySet, day: date) -> None:
        self.ongoing = list(going_on(events, day).values_list("pk", flat=True)[:MOST])
        others = events.exclude(pk__in=among(self.ongoing)) if self.ongoing else events
        self.others = others.latest_first().values_list("pk", flat=True)

    def between(self, start: int, stop: int) -> list[int]:
        ahead = len(self.ongoing)
        return self.ongoing[start:stop] + list(self.others[max(start - ahead, 0) : max(stop - ahead, 0)])

    def __len__(self) -> int:
        return len(self.ongoing) + self.others.count()
