"""What is found: articles, their events and who took part, in the shape of the extraction contract."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from calendar_app.extraction.document import Span

Json = dict[str, Any]
Evidence = dict[str, "list[Cited]"]


class Cited(NamedTuple):
    """Where a value stands in the source, the rule that read it there, and whether it is printed or concluded."""

    span: Span
    rule: str
    stated: bool = True
    confidence: float = 1.0

    def as_json(self, text: str) -> Json:
        return {
            "start": self.span.start,
            "end": self.span.end,
            "quote": self.span.quote(text),
            "rule": self.rule,
            "basis": "stated" if self.stated else "inferred",
            "confidence": round(self.confidence, 3),
        }


def cite(evidence: Evidence, text: str) -> Json:
    return {key: [one.as_json(text) for one in cited] for key, cited in evidence.items()}


@dataclass
class Participant:
    """A person, organisation or group at an event, with name and post as printed."""

    type: str
    name: str
    post: str | None = None
    roles: list[str] = field(default_factory=list)
    evidence: Evidence = field(default_factory=dict)
    confidence: float = 1.0

    def as_json(self, text: str) -> Json:
        return {
            "type": self.type,
            "name": self.name,
            "post": self.post,
            "roles": self.roles,
            "confidence": round(self.confidence, 3),
            "evidence": cite(self.evidence, text),
        }


@dataclass
class Session:
    """One item of a programme: a lecture, a report, a speech with a subject, an award, a case."""

    name: str
    kind: str
    starts_on: str | None = None
    starts_at: str | None = None
    day_part: str | None = None
    speakers: list[str] = field(default_factory=list)
    evidence: Evidence = field(default_factory=dict)

    def as_json(self, text: str) -> Json:
        plain = {key: getattr(self, key) for key in ("name", "kind", "starts_on", "starts_at", "day_part", "speakers")}
        return plain | {"evidence": cite(self.evidence, text)}


@dataclass(frozen=True, slots=True)
class Relation:
    """How an event stands to another of the same article, named by its index."""

    type: str
    event: int

    def as_json(self) -> Json:
        return {"type": self.type, "event": self.event}


@dataclass
class Finding:
    """One event as the text tells it; every filled value keeps its evidence."""

    kind: str
    name: str
    starts_on: str | None = None
    ends_on: str | None = None
    starts_at: str | None = None
    ends_at: str | None = None
    day_part: str | None = None
    precision: str = "unknown"
    date_text: str | None = None
    year_inferred: bool = False
    time_zone: str = "Asia/Shanghai"
    attendance_mode: str | None = None
    location: str | None = None
    status: str = "held"
    previous_starts_on: str | None = None  # of what is put off: the day it was first announced for
    participants: list[Participant] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    summary: str | None = None
    confidence: float = 1.0
    evidence: Evidence = field(default_factory=dict)

    PLAIN = (
        "kind", "name", "starts_on", "ends_on", "starts_at", "ends_at", "day_part", "precision", "date_text",
        "year_inferred", "time_zone", "attendance_mode", "location", "status", "previous_starts_on", "summary",
    )  # fmt: skip

    def as_json(self, text: str) -> Json:
        return {key: getattr(self, key) for key in self.PLAIN} | {
            "participants": [one.as_json(text) for one in self.participants],
            "sessions": [one.as_json(text) for one in self.sessions],
            "relations": [one.as_json() for one in self.relations],
            "confidence": round(self.confidence, 3),
            "evidence": cite(self.evidence, text),
        }


@dataclass
class FoundArticle:
    """One item of a bulletin: headline, kicker, credit, range in the source, and its events in textual order."""

    headline: str
    kicker: str | None
    source: str | None
    span: Span
    events: list[Finding] = field(default_factory=list)

    def as_json(self, text: str) -> Json:
        return {
            "headline": self.headline,
            "kicker": self.kicker,
            "source": self.source,
            "start": self.span.start,
            "end": self.span.end,
            "events": [one.as_json(text) for one in self.events],
        }


@dataclass
class Extraction:
    """All that one bulletin tells; `as_json()` is the contract's object."""

    text: str
    sha256: str
    published_on: str | None
    published_on_basis: str
    title: str | None = None
    issue: str | None = None
    language: str = "zh-Hans"
    articles: list[FoundArticle] = field(default_factory=list)

    def as_json(self) -> Json:
        return {
            "bulletin": {
                "title": self.title,
                "issue": self.issue,
                "published_on": self.published_on,
                "published_on_basis": self.published_on_basis,
                "language": self.language,
                "characters": len(self.text),
                "sha256": self.sha256,
            },
            "articles": [article.as_json(self.text) for article in self.articles],
        }
