"""What a newer reading of an event says otherwise than the stored event, as differences to decide about."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, time
from typing import Any

from calendar_app.intake.drafting import Drafts
from calendar_app.models import Difference, Event, Extraction, Fact, Participation, Session
from calendar_app.vocabulary import Decision

Part = Participation | Session
PART_FIELDS: dict[type[Part], tuple[str, ...]] = {
    Participation: ("type", "name", "post", "roles"),
    Session: ("name", "kind", "starts_on", "starts_at", "day_part"),
}
UNWEIGHED = {"summary"}  # another choice of sentences is nothing to decide about


def differences(event: Event, newer: Event, drafts: Drafts, run: Extraction) -> Iterator[Difference]:
    """Yield each value that the newer reading has and the event has not, but for those answered before."""
    answered = {key(one) for one in event.differences.exclude(decision=Decision.OPEN)}
    for one in (*of_fields(event, newer, drafts), *missing(event, newer, drafts)):
        one.event, one.extraction = event, run
        if key(one) not in answered:
            yield one


def of_fields(event: Event, newer: Event, drafts: Drafts) -> Iterator[Difference]:
    """Yield what differs in fields of the event and of the parts that both readings have."""
    stored = parts(event)
    for fact in drafts.facts:
        if fact.event is not newer or fact.field in UNWEIGHED:
            continue
        part = fact.participation or fact.session
        subject: Event | Part | None = stored.get(identity(part)) if part else event
        if subject is None:
            continue
        kept = plain(getattr(subject, fact.field))
        if kept != fact.value:
            yield difference(fact, fact.field, kept, fact.value, subject)


def missing(event: Event, newer: Event, drafts: Drafts) -> Iterator[Difference]:
    """Yield the participants and sessions that only the newer reading has, unless a reviewer took them out."""
    stored = parts(event)
    facts = list(event.facts.all())
    taken_out = {fact.value for fact in facts if fact.decision == Decision.REJECTED}
    read_before = {span for fact in facts for span in spans(fact) if fact.participation_id and fact.field == "name"}
    for fact in drafts.facts:
        part = fact.participation or fact.session
        if fact.event is not newer or fact.field != "name" or part is None or identity(part) in stored:
            continue
        if fact.value not in taken_out and not spans(fact) & read_before:
            value = {field: plain(getattr(part, field)) for field in PART_FIELDS[type(part)]}
            yield difference(fact, part._meta.model_name or "", None, value, event)


def difference(fact: Fact, field: str, kept: Any, value: Any, subject: Event | Part) -> Difference:
    return Difference(
        field=field,
        kept=kept,
        value=value,
        session=subject if isinstance(subject, Session) else None,
        participation=subject if isinstance(subject, Participation) else None,
        spans=fact.spans,
        rule=fact.rule,
        confidence=fact.confidence,
    )


def parts(event: Event) -> dict[tuple[str, str], Part]:
    return {identity(part): part for part in (*event.participations.all(), *event.sessions.all())}


def identity(part: Part) -> tuple[str, str]:
    """Return what tells a part from the others of its event: its sort and its printed name."""
    return (part.type if isinstance(part, Participation) else "session", part.name)


def key(one: Difference) -> tuple[Any, ...]:
    return one.session_id, one.participation_id, one.field, json.dumps(one.value, sort_keys=True)


def spans(fact: Fact) -> set[tuple[int, int]]:
    return {(start, end) for start, end in fact.spans}


def plain(value: Any) -> Any:
    """Return a column's value as a fact spells it: hours and minutes, and nothing for empty."""
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return value.isoformat() if isinstance(value, date) else value or None
