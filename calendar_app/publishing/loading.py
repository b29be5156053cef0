"""All that the JSON of events tells, loaded with them in a fixed number of queries."""

from __future__ import annotations

from django.db.models import Prefetch

from calendar_app.models import Article, EventRelation, Participation, SeriesMembership, Session
from calendar_app.models.events import EventQuerySet


def with_all_told(events: EventQuerySet) -> EventQuerySet:
    """Load everybody and everything an event tells of, in printed order."""
    speakers = Prefetch("speakers", Participation.objects.order_by("order").select_related("person", "organization"))
    return events.select_related("place").prefetch_related(
        Prefetch("participations", Participation.objects.order_by("order").select_related("person", "organization")),
        Prefetch("sessions", Session.objects.order_by("order").prefetch_related(speakers)),
        Prefetch("memberships", SeriesMembership.objects.order_by("pk").select_related("series")),
        Prefetch("relations", EventRelation.objects.order_by("pk").select_related("to_event")),
        Prefetch("sources__article", Article.objects.select_related("bulletin").defer("bulletin__text")),
    )


def with_relations_to_it(events: EventQuerySet) -> EventQuerySet:
    """Load besides the events that are parts of these, or follow them."""
    towards = EventRelation.objects.order_by("pk").select_related("from_event")
    return with_all_told(events).prefetch_related(Prefetch("related_from", towards))
