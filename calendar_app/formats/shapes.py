"""The shapes of the API's JSON, with meanings and examples; words as in storage and in what extraction returns."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_noop as _
from pydantic import BaseModel, ConfigDict, Field

from calendar_app.vocabulary import (
    AttendanceMode,
    Basis,
    DayPart,
    Decision,
    Kind,
    OrganizationLevel,
    ParticipantType,
    Precision,
    PublishedOnBasis,
    RelationType,
    Role,
    Status,
)

CLOCK = r"^([01]\d|2[0-3]):[0-5]\d$"


class EventReference(BaseModel):
    """An event named beside something else."""

    id: int
    uid: str
    name: str
    url: str = Field(description=_("Its page."))


class PlaceJson(BaseModel):
    """Where events are held; coordinates in degrees (WGS 84)."""

    slug: str
    name: str
    address: str | None
    latitude: float | None
    longitude: float | None


class ParticipantJson(BaseModel):
    """Who took part, in printed order, with name and post as printed."""

    type: ParticipantType
    name: str
    post: str | None
    roles: list[Role]
    person: str | None = Field(description=_("Slug of the person, where one is linked."))
    organization: str | None = Field(description=_("Slug of the organization, where one is linked."))


class SessionJson(BaseModel):
    """One item of an event's programme."""

    uid: str
    name: str
    kind: str | None
    starts_on: date | None
    starts_at: str | None = Field(pattern=CLOCK, description=_("HH:MM, only where a clock time is printed."))
    day_part: DayPart | None
    speakers: list[str] = Field(description=_("Names of participants."))


class SessionOfEventJson(SessionJson):
    """A session with the event it belongs to."""

    event: EventReference


class RelationJson(BaseModel):
    """How the event stands to another public one."""

    type: RelationType
    event: EventReference


class MembershipJson(BaseModel):
    """The event's place in a series; the ordinal is the printed one."""

    series: str = Field(description=_("Slug of the series."))
    name: str
    ordinal: int | None


class SourceJson(BaseModel):
    """An article that reports the event."""

    bulletin: int
    title: str | None
    published_on: date | None
    headline: str | None
    credit: str | None = Field(description=_("The source the article names, as printed."))
    primary: bool


EXAMPLE: dict[str, Any] = {
    "id": 7,
    "uid": "5e3c9ad8-5a0e-4dbb-8a55-9b43d2d7f001",
    "url": "https://huili.example/events/7/",
    "kind": "training",
    "name": "东江区数字政务培训班",
    "summary": "东江区数字政务培训班在区委党校举办。",
    "starts_on": "2024-07-25",
    "ends_on": "2024-07-26",
    "starts_at": None,
    "ends_at": None,
    "day_part": "morning",
    "precision": "day_part",
    "date_text": "7月25日上午至26日",
    "year_inferred": True,
    "time_zone": "Asia/Shanghai",
    "previous_starts_on": None,
    "previous_ends_on": None,
    "location": "区委党校",
    "place": None,
    "conference_url": None,
    "attendance_mode": None,
    "status": "held",
    "participants": [
        {
            "type": "person",
            "name": "林清远",
            "post": "区委常委",
            "roles": ["speaker"],
            "person": "lin-qing-yuan",
            "organization": None,
        }
    ],
    "sessions": [],
    "series": [],
    "relations": [],
    "sources": [
        {
            "bulletin": 3,
            "title": "东江要闻",
            "published_on": "2024-07-31",
            "headline": "全区数字政务培训班开班",
            "credit": "区委办",
            "primary": True,
        }
    ],
    "sequence": 1,
    "published_at": "2024-08-01T02:00:00Z",
    "changed_at": "2024-08-01T02:00:00Z",
}


class EventJson(BaseModel):
    """One public event; time is known only as far as it is printed, and `precision` says how far that is."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    id: int
    uid: str = Field(description=_("Never changes (RFC 5545, 3.8.4.7)."))
    url: str = Field(description=_("Its page."))
    kind: Kind
    name: str
    summary: str | None
    starts_on: date | None
    ends_on: date | None = Field(description=_("The last day, inclusive."))
    starts_at: str | None = Field(pattern=CLOCK, description=_("HH:MM, only where a clock time is printed."))
    ends_at: str | None = Field(pattern=CLOCK)
    day_part: DayPart | None = Field(description=_("The part of the day it starts in, where one is printed."))
    precision: Precision
    date_text: str | None = Field(description=_("The printed words the date came from."))
    year_inferred: bool
    time_zone: str
    previous_starts_on: date | None = Field(description=_("The day a postponed event was first announced for."))
    previous_ends_on: date | None
    location: str | None = Field(description=_("The place as printed."))
    place: PlaceJson | None
    conference_url: str | None
    attendance_mode: AttendanceMode | None
    status: Status
    participants: list[ParticipantJson]
    sessions: list[SessionJson]
    series: list[MembershipJson]
    relations: list[RelationJson]
    sources: list[SourceJson]
    sequence: int = Field(description=_("Raised with every published revision (RFC 5545, 3.8.7.4)."))
    published_at: datetime
    changed_at: datetime


class EvidenceJson(BaseModel):
    """Words of a bulletin, with their half-open range of code points in its text."""

    start: int
    end: int
    quote: str


class FactJson(BaseModel):
    """One field of an event, of one of its sessions or participants, with the words it came from."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": 21,
                    "event": {
                        "id": 7,
                        "uid": EXAMPLE["uid"],
                        "name": EXAMPLE["name"],
                        "url": EXAMPLE["url"],
                    },
                    "session": None,
                    "participant": None,
                    "field": "starts_on",
                    "value": "2024-07-25",
                    "bulletin": 3,
                    "evidence": [{"start": 12, "end": 19, "quote": "7月25日上午"}],
                    "rule": "day",
                    "basis": "inferred",
                    "confidence": 0.93,
                    "decision": "accepted",
                }
            ]
        }
    )

    id: int
    event: EventReference
    session: str | None = Field(description=_("UID of the session it is a fact of."))
    participant: str | None = Field(description=_("Name of the participant it is a fact of."))
    field: str
    value: Any
    bulletin: int | None = Field(description=_("Null for what a reviewer added."))
    evidence: list[EvidenceJson]
    rule: str | None = Field(description=_("The rule of the extractor that saw it."))
    basis: Basis
    confidence: float = Field(ge=0, le=1)
    decision: Decision = Field(description=_("What a reviewer decided about it; `open` where nobody has."))


class PersonJson(BaseModel):
    """Somebody who takes part in public events."""

    slug: str
    name: str
    disambiguation: str | None = Field(description=_("Tells namesakes apart."))
    aliases: list[str]
    url: str


class OrganizationJson(PersonJson):
    """A body that takes part in public events."""

    level: OrganizationLevel
    parent: str | None = Field(description=_("Slug of the body above, where it is public too."))


class ArticleJson(BaseModel):
    """One item of a bulletin, with its half-open range of code points in the text."""

    order: int
    headline: str | None
    kicker: str | None
    credit: str | None = Field(description=_("The source as printed."))
    start: int
    end: int
    events: list[EventReference]


class BulletinJson(BaseModel):
    """A published text that public events cite, without its words."""

    id: int
    url: str
    title: str | None
    issue: str | None
    source_url: str | None
    language: str
    published_on: date | None
    published_on_basis: PublishedOnBasis
    sha256: str = Field(description=_("Of the text in UTF-8."))
    articles: list[ArticleJson]


class BulletinWithText(BulletinJson):
    """A bulletin with its text, exactly as read; spans of facts and articles count its code points."""

    text: str
