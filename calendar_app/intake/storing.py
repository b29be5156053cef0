"""A read document becomes a stored bulletin with its draft events: once, whole, or not at all."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
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
from calendar_app.intake.replaying import replay
from calendar_app.intake.writing import write
from calendar_app.models import Bulletin, Extraction
from calendar_app.models.facts import DOUBTFUL_BELOW
from calendar_app.vocabulary import PublishedOnBasis

ATTEMPTS = 3
Then = Callable[[Bulletin], object]


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
    """What became of a document: its bulletin, whether it is new, what was found in it.

    `differences` counts what a newer extractor reads otherwise in decided events; None where nothing was read anew.
    """

    bulletin: Bulletin
    is_new: bool
    counts: dict[str, Any]
    differences: int | None = None


def nothing_more(bulletin: Bulletin) -> None:
    """Leave a new bulletin as it was stored."""


def store(document: Document, given: Given = NOTHING_GIVEN, dry_run: bool = False, then: Then = nothing_more) -> Stored:
    """Extract a document's events and store them as drafts; a text that is there already, in any encoding, stays as is.

    What `then` does with a new bulletin is stored with it or, like the bulletin, not at all.

    Where an older extractor read it, it is read anew (see `replay`), against the publication date it was given then.
    The text is read outside the transaction. With `dry_run` nothing is written, and a new bulletin has no key.
    """
    for _attempt in range(ATTEMPTS - 1):
        try:
            return store_once(document, given, dry_run, then)
        except IntegrityError:
            continue  # somebody stored the same text or made the same person meanwhile: look again
    return store_once(document, given, dry_run, then)


def store_once(document: Document, given: Given, dry_run: bool, then: Then) -> Stored:
    there = Bulletin.objects.filter(sha256=document.sha256).first()
    if there and (dry_run or there.extractions.filter(version=VERSION).exists()):
        return Stored(there, False, {})
    dated = there.published_on if there and there.published_on_basis == PublishedOnBasis.GIVEN else given.published_on
    started_at, clock = timezone.now(), time.perf_counter()
    found = extract(document.text, dated)
    drafts = draft(new_bulletin(document, given, found), found)
    counted, seconds = counts(drafts), time.perf_counter() - clock
    run = Extraction(version=VERSION, started_at=started_at, seconds=seconds, counts=counted)
    if there:
        return Stored(there, False, counted, replay(drafts, run))
    if not dry_run:
        save(drafts, run, then)
    return Stored(drafts.bulletin, True, counted)


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
def save(drafts: Drafts, run: Extraction, then: Then = nothing_more) -> None:
    drafts.bulletin.save(force_insert=True)
    link(drafts.participations, drafts.events)
    write(drafts)
    run.bulletin = drafts.bulletin
    run.save(force_insert=True)
    then(drafts.bulletin)
