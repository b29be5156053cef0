"""Drafted rows are written in the order in which they refer to each other."""

from __future__ import annotations

from calendar_app.intake.drafting import Drafts
from calendar_app.intake.series import put_in_series
from calendar_app.models import Article, Event, EventRelation, EventSource, Fact, Participation, Session


def write(drafts: Drafts) -> None:
    """Insert a new bulletin's articles and events with all that belongs to them."""
    Article.objects.bulk_create(drafts.articles)
    Event.objects.bulk_create(drafts.events)
    write_parts(drafts)


def write_parts(drafts: Drafts) -> None:
    """Insert what belongs to articles and events that are stored already."""
    EventSource.objects.bulk_create(drafts.sources)
    EventRelation.objects.bulk_create(drafts.relations)
    Session.objects.bulk_create(drafts.sessions)
    Participation.objects.bulk_create(drafts.participations)
    speakers = Participation.sessions.through
    speakers.objects.bulk_create(speakers(participation=person, session=session) for person, session in drafts.speakers)
    Fact.objects.bulk_create(drafts.facts)
    put_in_series(drafts.events)
