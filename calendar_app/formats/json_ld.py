"""Events as JSON-LD in the words of schema.org: Event, EducationEvent and what stands around them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from calendar_app.formats.entry import has_new_date
from calendar_app.models import Article, Event, Participation, Place, Session
from calendar_app.vocabulary import AttendanceMode, Kind, ParticipantType, Precision, RelationType, Role, Status

Node = dict[str, Any]
SCHEMA = "https://schema.org"
MODES = {
    AttendanceMode.OFFLINE: f"{SCHEMA}/OfflineEventAttendanceMode",
    AttendanceMode.ONLINE: f"{SCHEMA}/OnlineEventAttendanceMode",
    AttendanceMode.MIXED: f"{SCHEMA}/MixedEventAttendanceMode",
}
TYPES = {ParticipantType.PERSON: "Person", ParticipantType.ORGANIZATION: "Organization"}
PARTS = {
    "organizer": (Role.ORGANIZER,),
    "performer": (Role.SPEAKER, Role.LECTURER, Role.SHARER, Role.PRESENTER),
    "contributor": (Role.CHAIR, Role.CO_ORGANIZER),
    "attendee": (Role.ATTENDEE, Role.RECIPIENT, Role.SIGNATORY),
}


def json_ld(event: Event, site: str) -> Node:
    """Tell a public event; `site` is the address in front of its page. What is not known is left out."""
    return {
        "@context": SCHEMA,
        **reference(event, site),
        "identifier": event.uid,
        **told(
            description=event.summary,
            inLanguage="zh-Hans",
            **when(event),
            eventStatus=status(event),
            eventAttendanceMode=MODES[AttendanceMode(event.attendance_mode)] if event.attendance_mode else None,
            location=locations(event),
            **parts(event.participations.all(), site),
            superEvent=above(event, site),
            subEvent=below(event, site),
            subjectOf=[article(source.article, site) for source in event.sources.all()],
        ),
    }


def told(**properties: Any) -> Node:
    """Leave out what is empty; a list of one is that one."""
    shown = {name: value for name, value in properties.items() if value not in (None, "", [])}
    return {name: value[0] if isinstance(value, list) and len(value) == 1 else value for name, value in shown.items()}


def reference(event: Event, site: str) -> Node:
    """Name an event beside another."""
    kind = "EducationEvent" if event.kind == Kind.TRAINING else "Event"
    lasting = f"{site}/events/{event.pk}/"  # the same in every language and under every name
    return {"@type": kind, "@id": lasting, "url": site + event.get_absolute_url(), "name": event.name}


def when(event: Event) -> Node:
    """Return the dates as far as they are known: a month, a day, or a moment with its offset, never more.

    What is put off without a new date keeps the one it had, as EventPostponed means it.
    """
    previous = None
    if event.status == Status.POSTPONED and event.previous_starts_on:
        previous = event.previous_starts_on.isoformat()
        if not has_new_date(event):
            return {"startDate": previous}
    return {"startDate": start(event), "endDate": end(event), "previousStartDate": previous}


def start(event: Event) -> str | None:
    if event.starts_on is None:
        return None
    if event.starts_at:
        return instant(event.starts_on, event.starts_at, event.time_zone)
    known = {Precision.YEAR.value: 4, Precision.MONTH.value: 7}.get(event.precision, 10)
    return event.starts_on.isoformat()[:known]


def end(event: Event) -> str | None:
    if event.ends_on is None or event.precision in {Precision.YEAR, Precision.MONTH}:
        return None
    if event.ends_at:
        return instant(event.ends_on, event.ends_at, event.time_zone)
    return event.ends_on.isoformat() if event.ends_on != event.starts_on else None


def instant(day: date, at: time, zone: str) -> str:
    return datetime.combine(day, at, ZoneInfo(zone)).isoformat(timespec="seconds")


def status(event: Event) -> str:
    """Return eventStatus; schema.org has no word for what was held, and takes it for scheduled."""
    if event.status == Status.CANCELLED:
        return f"{SCHEMA}/EventCancelled"
    if event.status == Status.POSTPONED:
        return f"{SCHEMA}/{'EventRescheduled' if has_new_date(event) else 'EventPostponed'}"
    return f"{SCHEMA}/EventScheduled"


def locations(event: Event) -> list[Node]:
    name = event.location or (event.place.name if event.place else "")
    real = [place(name, event.place)] if name else []
    online = [{"@type": "VirtualLocation", "url": event.conference_url}] if event.conference_url else []
    return [*real, *online]


def place(name: str, known: Place | None) -> Node:
    geo = None
    if known and known.latitude is not None and known.longitude is not None:
        geo = {"@type": "GeoCoordinates", "latitude": float(known.latitude), "longitude": float(known.longitude)}
    return told(**{"@type": "Place"}, name=name, address=(known.address if known else "") or name, geo=geo)


def parts(participants: Iterable[Participation], site: str) -> Node:
    """Return who took part, each once, under the first property that one of his roles belongs to.

    A group without names is no Person and no Organization; as attendees it is the audience.
    """
    found: dict[str, list[Node]] = {name: [] for name in (*PARTS, "audience")}
    for one in participants:
        name = next((name for name, roles in PARTS.items() if set(roles) & set(one.roles)), None)
        if one.type == ParticipantType.GROUP:
            if name == "attendee":
                found["audience"].append({"@type": "Audience", "audienceType": one.name})
        elif name:
            found[name].append(participant(one, site))
    return found


def participant(one: Participation, site: str) -> Node:
    actor = one.person or one.organization
    page = site + actor.get_absolute_url() if actor else None
    post = one.post if one.type == ParticipantType.PERSON else None
    return told(**{"@type": TYPES[ParticipantType(one.type)]}, name=one.name, jobTitle=post, url=page)


def above(event: Event, site: str) -> list[Node]:
    """Return the events and series this one is a part of."""
    wholes = [relation.to_event for relation in event.relations.all() if relation.type == RelationType.PART_OF]
    series = [
        {"@type": "EventSeries", "name": one.series.name, "url": site + one.series.get_absolute_url()}
        for one in event.memberships.all()
    ]
    return [*(dated(whole, site) for whole in wholes if whole.is_public), *series]


def below(event: Event, site: str) -> list[Node]:
    """Return the events that are parts of this one, then its sessions."""
    smaller = [relation.from_event for relation in event.related_from.all() if relation.type == RelationType.PART_OF]
    sessions = [session_node(session, event, site) for session in event.sessions.all()]
    return [*(dated(part, site) for part in smaller if part.is_public), *sessions]


def dated(event: Event, site: str) -> Node:
    return reference(event, site) | told(**when(event), eventStatus=status(event))


def session_node(session: Session, event: Event, site: str) -> Node:
    day = session.starts_on
    at = instant(day, session.starts_at, event.time_zone) if day and session.starts_at else day and day.isoformat()
    speakers = [participant(one, site) for one in session.speakers.all() if one.type != ParticipantType.GROUP]
    return told(**{"@type": "Event"}, name=session.name, startDate=at, performer=speakers)


def article(source: Article, site: str) -> Node:
    bulletin = source.bulletin
    return told(
        **{"@type": "NewsArticle"},
        headline=source.headline or bulletin.title,
        url=site + bulletin.get_absolute_url(),
        datePublished=bulletin.published_on.isoformat() if bulletin.published_on else None,
    )
