"""All that a calendar shows of events, loaded with them in a fixed number of queries."""

from __future__ import annotations

from django.db.models import Prefetch

from calendar_app.models import Bulletin, EventRelation, Session
from calendar_app.models.events import EventQuerySet


def with_all_shown(events: EventQuerySet) -> EventQuerySet:
    """Load with the events, in a fixed number of queries, all that an entry tells of them."""
    return events.select_related("place", "replaced_by").prefetch_related(
        "participations",
        Prefetch("sessions", Session.objects.order_by("order").prefetch_related("speakers")),
        Prefetch("relations", EventRelation.objects.order_by("pk").select_related("to_event")),
        Prefetch("sources__article__bulletin", Bulletin.objects.defer("text")),
    )
