"""A read document becomes a stored bulletin with its draft events: once, whole, or not at all."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from calendar_app.extraction import VERSION, extract
from calendar_app.extraction.document import Document
from calendar_app.extraction.finding import Extraction as FoundExtraction
from calendar_app.intake.drafting import Drafts, draft
from calendar_app.intake.linking import link
from calendar_app.models import (
    Article,
    Bulletin,
    Event,
    EventRelation,
    EventSource,
    Extraction,
    Fact,
    Participation,
    Session,
)
from calendar_app.models.facts import DOUBTFUL_BELOW

ATTEMPTS = 3  # two imports at once may both make the same person; whoever comes second finds it on the next attempt


@dataclass(frozen=True)
class Given:
    """What whoever brings a text knows about it; a given date counts before anything printed."""

    published_on: date | None = None
    title: str = ""
    issue: str = ""
    source_url: str = ""


NOTHING_GIVEN = Given()


@dataclass(frozen=True)
class Stored:
    """What became of a document: its bulletin, whether it is new, and what was found in it."""

    bulletin: Bulletin
    is_new: bool
    counts: dict[str, Any]


def store(document: Document, given: Given = NOTHING_GIVEN, dry_run: bool = False) -> Stored:
    """Extract a document's events and store them as drafts; a text that is there already, in any encoding, stays as is.

    The text is read outside the transaction. With `dry_run` nothing is written, and the bulletin has no key.
    """
    if there := stored_before(document):
        return there
    started_at, clock = timezone.now(), time.perf_counter()
    found = extract(document.text, given.published_on)
    run = Extraction(version=VERSION, started_at=started_at, seconds=time.perf_counter() - clock)
    for attempt in range(1, ATTEMPTS + 1):
        drafts = draft(new_bulletin(document, given, found), found)
        run.counts = counts(drafts)
        try:
            if not dry_run:
                save(drafts, run)
            break
        except IntegrityError:
            if there := stored_before(document):
                return there
            if attempt == ATTEMPTS:
                raise
    return Stored(drafts.bulletin, True, run.counts)


def stored_before(document: Document) -> Stored | None:
    there = Bulletin.objects.filter(sha256=document.sha256).first()
    return Stored(there, False, {}) if there else None


def new_bulletin(document: Document, given: Given, found: FoundExtraction) -> Bulletin:
    return Bulletin(
        text=document.text,
        sha256=document.sha256,
        name=document.name[-255:],
        title=(given.title or found.title or "")[:255],
        issue=(given.issue or found.issue or "")[:100],
        source_url=given.source_url,
        language=found.language,
        published_on=date.fromisoformat(found.published_on) if found.published_on else None,
        published_on_basis=found.published_on_basis,
    )


def counts(drafts: Drafts) -> dict[str, Any]:
    """Count what was found: articles, events by kind, facts, and those a reviewer should look at."""
    return {
        "articles": len(drafts.articles),
        "events": dict(Counter(event.kind for event in drafts.events)),
        "participations": len(drafts.participations),
        "sessions": len(drafts.sessions),
        "facts": len(drafts.facts),
        "doubtful": sum(fact.confidence < DOUBTFUL_BELOW for fact in drafts.facts),
    }


@transaction.atomic
def save(drafts: Drafts, run: Extraction) -> None:
    drafts.bulletin.save(force_insert=True)
    link(drafts.participations, drafts.events)
    Article.objects.bulk_create(drafts.articles)
    Event.objects.bulk_create(drafts.events)
    EventSource.objects.bulk_create(drafts.sources)
    EventRelation.objects.bulk_create(drafts.relations)
    Session.objects.bulk_create(drafts.sessions)
    Participation.objects.bulk_create(drafts.participations)
    speakers = Participation.sessions.through
    speakers.objects.bulk_create(speakers(participation=person, session=session) for person, session in drafts.speakers)
    Fact.objects.bulk_create(drafts.facts)
    run.bulletin = drafts.bulletin
    run.save(force_insert=True)
