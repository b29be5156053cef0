"""Events, sessions, facts, actors and bulletins told as JSON."""

from __future__ import annotations

from datetime import time
from typing import Any

from calendar_app.formats.shapes import (
    ArticleJson,
    EventJson,
    EventReference,
    EvidenceJson,
    FactJson,
    MembershipJson,
    OrganizationJson,
    ParticipantJson,
    PersonJson,
    PlaceJson,
    RelationJson,
    SessionJson,
    SessionOfEventJson,
    SourceJson,
)
from calendar_app.models import Article, Bulletin, Event, Fact, Organization, Participation, Person, Place, Session
from calendar_app.vocabulary import (
    Basis,
    Decision,
    Kind,
    OrganizationLevel,
    ParticipantType,
    RelationType,
    Role,
    Status,
)


def clock(moment: time | None) -> str | None:
    return f"{moment:%H:%M}" if moment else None


def reference(event: Event, site: str) -> EventReference:
    return EventReference(id=event.pk, uid=event.uid, name=event.name, url=f"{site}/events/{event.pk}/")


def place_json(place: Place) -> PlaceJson:
    latitude, longitude = (None if each is None else float(each) for each in (place.latitude, place.longitude))
    return PlaceJson(
        slug=place.slug, name=place.name, address=place.address or None, latitude=latitude, longitude=longitude
    )


def participant_json(one: Participation) -> ParticipantJson:
    return ParticipantJson(
        type=ParticipantType(one.type),
        name=one.name,
        post=one.post or None,
        roles=[Role(role) for role in one.roles],
        person=one.person.slug if one.person else None,
        organization=one.organization.slug if one.organization else None,
    )


def session_fields(session: Session) -> dict[str, Any]:
    return {
        "uid": session.uid,
        "name": session.name,
        "kind": session.kind or None,
        "starts_on": session.starts_on,
        "starts_at": clock(session.starts_at),
        "day_part": session.day_part or None,
        "speakers": [speaker.name for speaker in session.speakers.all()],
    }


def session_json(session: Session, site: str) -> SessionOfEventJson:
    return SessionOfEventJson(**session_fields(session), event=reference(session.event, site))


def event_json(event: Event, site: str) -> EventJson:
    """Tell a public event whole; `site` is the address in front of its pages."""
    return EventJson(
        **reference(event, site).model_dump(),
        **when_and_where(event),
        kind=Kind(event.kind),
        summary=event.summary or None,
        status=Status(event.status),
        participants=[participant_json(one) for one in event.participations.all()],
        sessions=[SessionJson(**session_fields(session)) for session in event.sessions.all()],
        series=[
            MembershipJson(series=one.series.slug, name=one.series.name, ordinal=one.ordinal)
            for one in event.memberships.all()
        ],
        relations=[
            RelationJson(type=RelationType(one.type), event=reference(one.to_event, site))
            for one in event.relations.all()
            if one.to_event.is_public
        ],
        sources=[source_json(one.article, one.primary) for one in event.sources.all()],
        sequence=event.sequence,
        published_at=event.published_at or event.changed_at,
        changed_at=event.changed_at,
    )


def when_and_where(event: Event) -> dict[str, Any]:
    return {
        "starts_on": event.starts_on,
        "ends_on": event.ends_on,
        "starts_at": clock(event.starts_at),
        "ends_at": clock(event.ends_at),
        "day_part": event.day_part or None,
        "precision": event.precision,
        "date_text": event.date_text or None,
        "year_inferred": event.year_inferred,
        "time_zone": event.time_zone,
        "previous_starts_on": event.previous_starts_on,
        "previous_ends_on": event.previous_ends_on,
        "location": event.location or None,
        "place": place_json(event.place) if event.place else None,
        "conference_url": event.conference_url or None,
        "attendance_mode": event.attendance_mode or None,
    }


def source_json(article: Article, primary: bool) -> SourceJson:
    return SourceJson(
        bulletin=article.bulletin_id,
        title=article.bulletin.title or None,
        published_on=article.bulletin.published_on,
        headline=article.headline or None,
        credit=article.source or None,
        primary=primary,
    )


def fact_json(fact: Fact, site: str) -> FactJson:
    text = fact.bulletin.text if fact.bulletin else ""
    return FactJson(
        id=fact.pk,
        event=reference(fact.event, site),
        session=fact.session.uid if fact.session else None,
        participant=fact.participation.name if fact.participation else None,
        field=fact.field,
        value=fact.value,
        bulletin=fact.bulletin_id,
        evidence=[
            EvidenceJson(start=start, end=end, quote=text[start:end]) for start, end in fact.spans if fact.bulletin
        ],
        rule=fact.rule or None,
        basis=Basis(fact.basis),
        confidence=fact.confidence,
        decision=Decision(fact.decision),
    )


def person_json(person: Person, site: str) -> PersonJson:
    return PersonJson(**actor_fields(person), url=f"{site}/people/{person.slug}/")


def organization_json(body: Organization, site: str) -> OrganizationJson:
    return OrganizationJson(
        **actor_fields(body),
        url=f"{site}/organizations/{body.slug}/",
        level=OrganizationLevel(body.level),
        parent=body.parent.slug if body.parent else None,
    )


def actor_fields(actor: Person | Organization) -> dict[str, Any]:
    return {
        "slug": actor.slug,
        "name": actor.name,
        "disambiguation": actor.disambiguation or None,
        "aliases": [alias.name for alias in actor.aliases.all()],
    }


def bulletin_fields(bulletin: Bulletin, site: str) -> dict[str, Any]:
    """Tell a bulletin; its articles come with the public events prefetched as `public_events`."""
    return {
        "id": bulletin.pk,
        "url": f"{site}/bulletins/{bulletin.pk}/",
        "title": bulletin.title or None,
        "issue": bulletin.issue or None,
        "source_url": bulletin.source_url or None,
        "language": bulletin.language,
        "published_on": bulletin.published_on,
        "published_on_basis": bulletin.published_on_basis,
        "sha256": bulletin.sha256,
        "articles": [article_json(article, site) for article in bulletin.articles.all()],
    }


def article_json(article: Any, site: str) -> ArticleJson:
    return ArticleJson(
        order=article.order,
        headline=article.headline or None,
        kicker=article.kicker or None,
        credit=article.source or None,
        start=article.start,
        end=article.end,
        events=[reference(event, site) for event in article.public_events],
    )
