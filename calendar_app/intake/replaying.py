"""A stored bulletin read anew by a newer extractor: untouched drafts follow it, what a person decided stays."""

from __future__ import annotations

from difflib import SequenceMatcher

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from calendar_app.intake.differing import differences
from calendar_app.intake.drafting import Drafts
from calendar_app.intake.linking import link
from calendar_app.intake.series import take_out_of_series
from calendar_app.intake.writing import write_parts
from calendar_app.models import Bulletin, Difference, Event, Extraction
from calendar_app.vocabulary import Decision, ReviewState

LEAST_LIKENESS = 0.45  # of two readings of one event; the same day alone is not enough
ASIDE = 1_000_000  # where orders are out of the way while others are given


@transaction.atomic
def replay(drafts: Drafts, run: Extraction) -> int:
    """Bring a stored bulletin up to what a newer extractor reads in it; return how many differences that leaves.

    A draft nobody has decided about takes the new reading, or goes if it is not read any more. An event somebody has
    decided about stays as it is; what is read otherwise is kept beside it as differences.
    """
    bulletin = Bulletin.objects.select_for_update().get(sha256=drafts.bulletin.sha256)
    run.bulletin = drafts.bulletin = bulletin
    run.save(force_insert=True)
    stored = list(Event.objects.filter(articles__bulletin=bulletin).distinct())
    decided = [event for event in stored if is_decided(event)]
    partners = pairs(stored, drafts.events)
    found = [
        one
        for event in decided
        if event.pk in partners and event.review_state != ReviewState.REJECTED and event.replaced_by_id is None
        for one in differences(event, partners[event.pk], drafts, run)
    ]
    Difference.objects.filter(event__in=stored, decision=Decision.OPEN).delete()
    Difference.objects.bulk_create(found)
    adopt_articles(drafts, bulletin)
    adopt_events(drafts, stored, decided, partners)
    return len(found)


def is_decided(event: Event) -> bool:
    """Say whether anybody has decided about the event or one of its facts, or another bulletin tells of it too."""
    settled = event.facts.exclude(decision=Decision.OPEN).exists()
    return event.review_state != ReviewState.DRAFT or settled or event.changes.exists() or event.sources.count() > 1


def pairs(stored: list[Event], read: list[Event]) -> dict[int, Event]:
    """Pair stored events with newly read ones, the most alike first; return the new one by the stored one's key."""
    scored = sorted(
        ((likeness(old, new), i, j) for i, old in enumerate(stored) for j, new in enumerate(read)),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    found: dict[int, Event] = {}
    taken: set[int] = set()
    for score, i, j in scored:
        if score >= LEAST_LIKENESS and stored[i].pk not in found and j not in taken:
            found[stored[i].pk] = read[j]
            taken.add(j)
    return found


def likeness(old: Event, new: Event) -> float:
    """Weigh name and day, 0 to 1."""
    alike = SequenceMatcher(None, old.name, new.name, autojunk=False).ratio()
    return 0.6 * alike + 0.4 * (old.starts_on == new.starts_on)


def adopt_articles(drafts: Drafts, bulletin: Bulletin) -> None:
    """Let articles that start where a stored one does take its place; stored ones left over keep their events."""
    stored = {article.start: article.pk for article in bulletin.articles.all()}
    bulletin.articles.update(order=F("order") + ASIDE)
    for article in drafts.articles:
        article.bulletin = bulletin
        article.pk = stored.pop(article.start, None)
        article._state.adding = article.pk is None
        article.save()
    bulletin.articles.filter(pk__in=stored.values(), events=None).delete()


def adopt_events(drafts: Drafts, stored: list[Event], decided: list[Event], partners: dict[int, Event]) -> None:
    """Write the new readings: over untouched drafts, beside decided events nothing, and as drafts where none was."""
    untouched = [event for event in stored if event not in decided]
    settled = {id(partners[event.pk]): event for event in decided if event.pk in partners}
    for event in untouched:
        for rows in (event.facts, event.sessions, event.participations, event.relations, event.sources):
            rows.all().delete()
    take_out_of_series(untouched)
    Event.objects.filter(pk__in=[event.pk for event in untouched if event.pk not in partners]).delete()
    keep_identity(untouched, partners)
    leave_out(drafts, settled)
    link(drafts.participations, drafts.events)
    for event in drafts.events:
        event.save()
    write_parts(drafts)


def keep_identity(untouched: list[Event], partners: dict[int, Event]) -> None:
    """Give new readings the key, UID and birth of the drafts they replace."""
    for old in untouched:
        if new := partners.get(old.pk):
            new.pk, new.uid, new.created_at, new.changed_at = old.pk, old.uid, old.created_at, timezone.now()
            new._state.adding = False


def leave_out(drafts: Drafts, settled: dict[int, Event]) -> None:
    """Take readings of decided events out of what is written; relations to them lead to the stored events."""
    for relation in drafts.relations:
        relation.to_event = settled.get(id(relation.to_event), relation.to_event)
    drafts.events = [event for event in drafts.events if id(event) not in settled]
    drafts.sources = [row for row in drafts.sources if id(row.event) not in settled]
    drafts.relations = [row for row in drafts.relations if id(row.from_event) not in settled]
    drafts.sessions = [row for row in drafts.sessions if id(row.event) not in settled]
    drafts.participations = [row for row in drafts.participations if id(row.event) not in settled]
    drafts.speakers = [(person, session) for person, session in drafts.speakers if id(session.event) not in settled]
    drafts.facts = [row for row in drafts.facts if id(row.event) not in settled]
    for fact in drafts.facts:
        fact.bulletin = drafts.bulletin
