"""What was found becomes unsaved rows: articles, draft events, programme, participants, and a fact for each value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from django.db import models

from calendar_app.extraction.finding import Cited, Extraction, Finding, FoundArticle
from calendar_app.extraction.finding import Participant as FoundParticipant
from calendar_app.extraction.finding import Session as FoundSession
from calendar_app.models import (
    Article,
    Bulletin,
    Event,
    EventRelation,
    EventSource,
    Fact,
    Participation,
    Session,
)
from calendar_app.vocabulary import Basis

# A date's precision, printed words and inferred year are told by the facts of its dates.
EVENT_FACTS = (
    "kind", "name", "starts_on", "ends_on", "starts_at", "ends_at", "day_part", "location", "attendance_mode",
    "status", "previous_starts_on", "summary",
)  # fmt: skip
SESSION_FACTS = ("name", "kind", "starts_on", "starts_at", "day_part")
PARTICIPATION_FACTS = ("name", "post", "roles")


@dataclass
class Drafts:
    """The rows one bulletin becomes, none of them saved yet, in an order in which they can be."""

    bulletin: Bulletin
    articles: list[Article] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    sources: list[EventSource] = field(default_factory=list)
    relations: list[EventRelation] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    participations: list[Participation] = field(default_factory=list)
    speakers: list[tuple[Participation, Session]] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)

    def add_article(self, found: FoundArticle) -> None:
        article = Article(
            bulletin=self.bulletin,
            order=len(self.articles),
            headline=found.headline,
            kicker=found.kicker or "",
            source=fitted(Article, "source", found.source),
            start=found.span.start,
            end=found.span.end,
        )
        self.articles.append(article)
        events = [self.add_event(finding, article) for finding in found.events]
        self.relations += relations(found, events)

    def add_event(self, finding: Finding, article: Article) -> Event:
        event = drafted_event(finding)
        self.events.append(event)
        self.sources.append(EventSource(event=event, article=article, primary=True))
        self.add_facts(EVENT_FACTS, finding, event=event)
        people = [self.add_participation(one, event, order) for order, one in enumerate(finding.participants)]
        for order, session in enumerate(finding.sessions):
            self.add_session(session, event, order, people)
        return event

    def add_participation(self, found: FoundParticipant, event: Event, order: int) -> Participation:
        row = Participation(
            event=event,
            order=order,
            type=found.type,
            name=fitted(Participation, "name", found.name),
            post=fitted(Participation, "post", found.post),
            roles=found.roles,
        )
        self.participations.append(row)
        self.add_facts(PARTICIPATION_FACTS, found, event=event, participation=row)
        return row

    def add_session(self, found: FoundSession, event: Event, order: int, people: list[Participation]) -> None:
        day = day_of(found.starts_on)
        row = Session(
            event=event,
            order=order,
            name=fitted(Session, "name", found.name),
            kind=fitted(Session, "kind", found.kind),
            starts_on=day,
            starts_at=clock_of(found.starts_at) if day else None,
            day_part=found.day_part or "",
        )
        self.sessions.append(row)
        self.speakers += [(person, row) for person in people if person.name in found.speakers]
        self.add_facts(SESSION_FACTS, found, event=event, session=row)

    def add_facts(
        self,
        fields: tuple[str, ...],
        found: Finding | FoundParticipant | FoundSession,
        event: Event,
        **of: Any,
    ) -> None:
        for name in fields:
            if (value := getattr(found, name)) not in (None, "", []):
                cited, whole = list(evidence_of(found, name)), doubt_of(found, name)
                self.facts.append(
                    Fact(event=event, bulletin=self.bulletin, field=name, value=value, **grounds(cited, whole), **of)
                )


def draft(bulletin: Bulletin, extraction: Extraction) -> Drafts:
    """Turn all that an extraction found into unsaved rows."""
    drafts = Drafts(bulletin)
    for article in extraction.articles:
        drafts.add_article(article)
    return drafts


def drafted_event(finding: Finding) -> Event:
    starts_on, ends_on = day_of(finding.starts_on), day_of(finding.ends_on)
    starts_at = clock_of(finding.starts_at) if starts_on else None  # the fact keeps an hour whose day is unknown
    ends_at = clock_of(finding.ends_at) if starts_at and ends_on else None
    return Event(
        kind=finding.kind,
        name=fitted(Event, "name", finding.name),
        summary=finding.summary or "",
        starts_on=starts_on,
        ends_on=ends_on,
        previous_starts_on=day_of(finding.previous_starts_on),
        starts_at=starts_at,
        ends_at=ends_at,
        day_part=finding.day_part or "",
        precision=finding.precision,
        date_text=fitted(Event, "date_text", finding.date_text),
        year_inferred=finding.year_inferred,
        time_zone=finding.time_zone,
        location=fitted(Event, "location", finding.location),
        attendance_mode=finding.attendance_mode or "",
        status=finding.status,
        confidence=finding.confidence,
    )


def relations(found: FoundArticle, events: list[Event]) -> Iterator[EventRelation]:
    seen: set[tuple[int, str, int]] = set()
    for index, finding in enumerate(found.events):
        for one in finding.relations:
            key = (index, one.type, one.event)
            if one.event in range(len(events)) and one.event != index and key not in seen:
                seen.add(key)
                yield EventRelation(from_event=events[index], to_event=events[one.event], type=one.type)


def evidence_of(found: Finding | FoundParticipant | FoundSession, field: str) -> Iterator[Cited]:
    """Yield where a value stands; roles may be cited together or one by one."""
    keys = {field, *found.roles} if field == "roles" and isinstance(found, FoundParticipant) else {field}
    for key, cited in found.evidence.items():
        if key in keys:
            yield from cited


def doubt_of(found: Finding | FoundParticipant | FoundSession, field: str) -> float:
    """Return how sure the whole is, where a field stands for it: whether it is an event at all is asked of its name."""
    if isinstance(found, Finding):
        return found.confidence if field == "name" else 1.0
    return found.confidence if isinstance(found, FoundParticipant) else 1.0


def grounds(cited: list[Cited], confidence: float) -> dict[str, Any]:
    """Say what a fact stands on: its spans in the order of the text, and the weakest link's rule and confidence."""
    if not cited:
        return {"basis": Basis.INFERRED, "confidence": confidence}
    weakest = min(cited, key=lambda one: one.confidence)
    return {
        "spans": sorted({(one.span.start, one.span.end) for one in cited}),
        "rule": weakest.rule,
        "basis": Basis.STATED if all(one.stated for one in cited) else Basis.INFERRED,
        "confidence": min(weakest.confidence, confidence),
    }


def fitted(model: type[models.Model], field: str, value: str | None) -> str:
    """Cut a printed wording to what its column holds; the whole of it stays in the fact and in the text."""
    column = model._meta.get_field(field)
    return (value or "")[: column.max_length] if isinstance(column, models.CharField) else value or ""


def day_of(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def clock_of(value: str | None) -> time | None:
    return time.fromisoformat(value) if value else None
