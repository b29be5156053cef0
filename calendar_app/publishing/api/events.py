"""Events, their sessions and their facts with evidence, by the list's filters; and what changed since a time."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Literal

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_noop as _
from ninja import Router
from pydantic import BaseModel, Field

from calendar_app.formats.event_json import event_json, fact_json, session_json
from calendar_app.formats.shapes import EventJson, FactJson, SessionOfEventJson
from calendar_app.models import Event, Fact, Session
from calendar_app.models.events import EventQuerySet
from calendar_app.publishing.api.asking import FILTERS, PAGING, Asked, moment, read
from calendar_app.publishing.api.describing import asks
from calendar_app.publishing.api.listing import listed
from calendar_app.publishing.api.paging import BY_CHANGE, BY_DAY, BY_NUMBER, Page
from calendar_app.publishing.loading import with_all_told
from calendar_app.vocabulary import Decision

SETTLED = timedelta(seconds=10)  # what changed later may still be stored in another order
LISTED = (*FILTERS, *PAGING)
router = Router(tags=["events"])


class ChangeJson(BaseModel):
    """The latest state of an event that is or had been public; of one that is no longer, only that it is gone."""

    uid: str
    state: Literal["public", "withdrawn", "merged"]
    changed_at: datetime
    event: EventJson | None = Field(description=_("The event as it stands now, while it is public."))


def public(asked: Asked) -> EventQuerySet:
    return asked.filters.ask(Event.objects.public())


def of_public(parts: QuerySet[Any], asked: Asked) -> QuerySet[Any]:
    """Keep the parts of the public events asked for; where all are, leaving out the others costs far less."""
    if asked.filters:
        return parts.filter(event__in=public(asked).values("pk"))
    return parts.exclude(event__in=Event.objects.hidden())


@router.get(
    "/events",
    response=Page[EventJson],
    summary=_("Events"),
    description=_("Public events, earliest first; those without a date come last."),
    openapi_extra=asks(*LISTED),
)
def events(request: HttpRequest) -> dict[str, Any]:
    return page_of_events(request)


def page_of_events(request: HttpRequest) -> dict[str, Any]:
    asked = read(request, *LISTED)
    return listed(request, with_all_told(public(asked)), BY_DAY, asked, event_json)


@router.get("/events/{int:id}", response=EventJson, summary=_("One event"))
def event(request: HttpRequest, id: int) -> EventJson:
    read(request)
    return event_json(get_object_or_404(with_all_told(Event.objects.public()), pk=id), settings.PUBLIC_URL)


@router.get(
    "/sessions",
    response=Page[SessionOfEventJson],
    summary=_("Sessions"),
    description=_(
        "The items of public events’ programmes: lectures, speeches, awards. The filters ask for their events."
    ),
    openapi_extra=asks(*LISTED),
)
def sessions(request: HttpRequest) -> dict[str, Any]:
    asked = read(request, *LISTED)
    found = of_public(Session.objects.all(), asked)
    found = found.select_related("event").prefetch_related("speakers")
    return listed(request, found, BY_NUMBER, asked, session_json)


@router.get(
    "/facts",
    response=Page[FactJson],
    summary=_("Facts with their evidence"),
    description=_(
        "Every field of public events with the words of the bulletin it came from. The filters ask for events."
    ),
    openapi_extra=asks("field", *LISTED),
)
def facts(request: HttpRequest) -> dict[str, Any]:
    asked = read(request, "field", *LISTED)
    found = of_public(told_facts(), asked)
    if asked.words["field"]:
        found = found.filter(field=asked.words["field"])
    return listed(request, found, BY_NUMBER, asked, fact_json)


@router.get(
    "/events/{int:id}/facts",
    response=Page[FactJson],
    summary=_("One event’s facts"),
    openapi_extra=asks(*PAGING),
)
def facts_of_event(request: HttpRequest, id: int) -> dict[str, Any]:
    asked = read(request, *PAGING)
    shown = get_object_or_404(Event.objects.public().only("pk"), pk=id)
    return listed(request, told_facts().filter(event=shown), BY_NUMBER, asked, fact_json)


def told_facts() -> Any:
    """Facts that no reviewer turned down; a bulletin's text is loaded once for all its facts."""
    kept = Fact.objects.exclude(decision=Decision.REJECTED)
    return kept.select_related("event", "session", "participation").prefetch_related("bulletin")


@router.get(
    "/changes",
    response=Page[ChangeJson],
    summary=_("What changed"),
    description=_(
        "Each event that changed since a time, once, with its latest state, earliest change first. To keep a copy: "
        "follow `next` to the end, note the last `changed_at`, and ask later with it as `since`. "
        "The last ten seconds are held back, so that nothing stored meanwhile is missed."
    ),
    openapi_extra=asks("since", *PAGING),
)
def changes(request: HttpRequest) -> dict[str, Any]:
    asked = read(request, "since", *PAGING)
    found = Event.objects.filter(published_at__isnull=False, changed_at__lte=timezone.now() - SETTLED)
    if since := moment(asked.words["since"]):
        found = found.filter(changed_at__gte=since)
    return listed(request, with_all_told(found), BY_CHANGE, asked, change_json)


def change_json(event: Event, site: str) -> ChangeJson:
    """Tell an event's latest state; what it said is told only while it is public."""
    gone: Literal["withdrawn", "merged"] = "merged" if event.replaced_by_id else "withdrawn"
    return ChangeJson(
        uid=event.uid,
        state="public" if event.is_public else gone,
        changed_at=event.changed_at,
        event=event_json(event, site) if event.is_public else None,
    )
