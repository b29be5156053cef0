"""Two stored events that are one: merged into the one kept, and brought back apart when that was wrong."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from calendar_app.models import Change, DuplicateCandidate, Event, EventSource, Fact, Participation
from calendar_app.review.decisions import Refused
from calendar_app.review.history import Face, lock, plain, record
from calendar_app.vocabulary import Decision

# What a reviewer chooses between, side by side; what belongs together is taken together.
CHOICES: dict[str, tuple[str, ...]] = {
    "name": ("name",),
    "kind": ("kind",),
    "when": (
        "starts_on", "ends_on", "starts_at", "ends_at", "day_part", "precision", "date_text", "year_inferred",
        "time_zone",
    ),
    "previously": ("previous_starts_on", "previous_ends_on"),
    "location": ("location", "place_id"),
    "attendance_mode": ("attendance_mode",),
    "status": ("status",),
    "summary": ("summary",),
}  # fmt: skip
COPIED = ("type", "name", "post", "roles", "person_id", "organization_id")
FACT_COPIED = (
    "field", "value", "bulletin_id", "spans", "rule", "basis", "confidence", "decision", "reviewer_id", "decided_at",
)  # fmt: skip


def merge(kept: Event, gone: Event, *, take: frozenset[str] = frozenset(), by: User | None, reason: str = "") -> Change:
    """Merge `gone` into `kept`: its values where `take` says so, its sources, and whoever only it names.

    `take` holds keys of CHOICES. The merged event stays stored with its facts and spans, its address leads on and its
    UID is cancelled in feeds; `unmerge` brings both back. Raises Refused where one is merged already, or where the
    public one would vanish into a draft.
    """
    with transaction.atomic():
        faces = {event.pk: lock(event) for event in sorted((kept, gone), key=lambda one: one.pk)}
        refuse_odd(kept, gone)
        undo: dict[str, Any] = {"taken": take_values(kept, gone, take)}
        undo["facts"] = take_facts(kept, gone, take)
        undo["sources"] = take_sources(kept, gone)
        undo["participations"] = take_people(kept, gone)
        gone.replaced_by = kept
        told = reason or _("merged into “%(event)s”") % {"event": kept}
        change = record(gone, faces[gone.pk], by=by, reason=told, also={"merged": undo})
        keep_up(kept, faces[kept.pk], by, reason or _("“%(event)s” was merged into it") % {"event": gone})
        settle_pair(kept, gone, Decision.ACCEPTED, by)
    return change


def unmerge(gone: Event, *, by: User | None, reason: str = "") -> Change:
    """Bring a merged event back, and take out of the other what it gave, unless somebody has changed it since."""
    with transaction.atomic():
        kept = gone.replaced_by
        if kept is None:
            raise Refused(_("“%(event)s” is merged into nothing.") % {"event": gone})
        faces = {event.pk: lock(event) for event in sorted((kept, gone), key=lambda one: one.pk)}
        undo = merged_by(gone)
        give_back_values(kept, undo["taken"])
        give_back_facts(kept, undo["facts"])
        EventSource.objects.filter(event=kept, pk__in=undo["sources"]).delete()
        Participation.objects.filter(event=kept, pk__in=undo["participations"]).delete()
        gone.replaced_by = None
        change = record(gone, faces[gone.pk], by=by, reason=reason or _("brought back apart"))
        keep_up(kept, faces[kept.pk], by, reason or _("“%(event)s” was brought back apart from it") % {"event": gone})
        settle_pair(kept, gone, Decision.REJECTED, by)
    return change


def dismiss(candidate: DuplicateCandidate, *, by: User | None) -> None:
    """Decide that a proposed pair are two events; raise Refused where they are merged by now."""
    if candidate.decision == Decision.ACCEPTED:
        told = _("“%(first)s” and “%(second)s” are merged by now; take them apart first.")
        raise Refused(told % {"first": candidate.first, "second": candidate.second})
    candidate.decision, candidate.decided_by, candidate.decided_at = Decision.REJECTED, by, timezone.now()
    candidate.save()


def refuse_odd(kept: Event, gone: Event) -> None:
    if kept.pk == gone.pk:
        raise Refused(_("An event cannot be merged into itself."))
    for event in (kept, gone):
        if event.replaced_by_id:
            raise Refused(_("“%(event)s” is merged into another event already.") % {"event": event})
    if gone.is_public and not kept.is_public:
        told = _("“%(gone)s” is public and “%(kept)s” is not; merge the other way round, or publish it first.")
        raise Refused(told % {"gone": gone, "kept": kept})


def keep_up(kept: Event, before: Face, by: User | None, reason: str) -> None:
    """Record the kept event's part as a revision, also where only its sources changed."""
    articles = kept.sources.order_by("pk").values_list("article", flat=True)
    record(kept, before, by=by, reason=reason, also={"articles": list(articles)})


def take_values(kept: Event, gone: Event, take: frozenset[str]) -> dict[str, list[Any]]:
    """Set what is taken, and return for each field what was there and what is there now."""
    taken: dict[str, list[Any]] = {}
    for key in take & CHOICES.keys():
        for field in CHOICES[key]:
            old, new = getattr(kept, field), getattr(gone, field)
            if old != new:
                setattr(kept, field, new)
                taken[field] = [plain(old), plain(new)]
    return taken


def take_facts(kept: Event, gone: Event, take: frozenset[str]) -> list[dict[str, Any]]:
    """Let the facts of taken fields stand on the other's words; return the kept event's own as they were."""
    fields = {field for key in take & CHOICES.keys() for field in CHOICES[key]}
    own = {fact.field: fact for fact in kept.facts.filter(participation=None, session=None, field__in=fields)}
    before = [fact_as_json(fact) for fact in own.values()]
    for other in gone.facts.filter(participation=None, session=None, field__in=fields):
        fact = own.pop(other.field, None) or Fact(event=kept)
        copy_fact(other, fact)
    for stale in own.values():  # the taken telling says nothing here, so neither does the fact
        stale.delete()
    return [*before, *({"field": field, "was": None} for field in fields - {one["field"] for one in before})]


def take_sources(kept: Event, gone: Event) -> list[int]:
    there = set(kept.sources.values_list("article", flat=True))
    primary = kept.sources.filter(primary=True).exists()
    new = [source.article for source in gone.sources.select_related("article") if source.article_id not in there]
    made = [
        EventSource.objects.create(event=kept, article=article, primary=not primary and index == 0)
        for index, article in enumerate(new)
    ]
    return [source.pk for source in made]


def take_people(kept: Event, gone: Event) -> list[int]:
    """Add whoever only the merged event names, after those of the kept one, each with his facts."""
    there = {(one.type, one.name) for one in kept.participations.all()}
    order = (kept.participations.aggregate(last=Max("order"))["last"] or 0) + 1
    made: list[int] = []
    for one in gone.participations.order_by("order").prefetch_related("facts"):
        if (one.type, one.name) in there:
            continue
        copy = Participation.objects.create(
            event=kept, order=order + len(made), **{field: getattr(one, field) for field in COPIED}
        )
        for fact in one.facts.all():
            copy_fact(fact, Fact(event=kept, participation=copy))
        made.append(copy.pk)
    return made


def copy_fact(source: Fact, target: Fact) -> None:
    for field in FACT_COPIED:
        setattr(target, field, getattr(source, field))
    target.save()


def fact_as_json(fact: Fact) -> dict[str, Any]:
    known = {field: getattr(fact, field) for field in FACT_COPIED}
    return known | {"decided_at": fact.decided_at.isoformat() if fact.decided_at else None}


def merged_by(gone: Event) -> dict[str, Any]:
    """Return what the latest merge of an event wrote down to be undone by."""
    for change in gone.changes.order_by("-sequence"):
        if "merged" in change.after:
            undo: dict[str, Any] = change.after["merged"]
            return undo
    raise Refused(_("How “%(event)s” was merged is not recorded; it cannot be undone.") % {"event": gone})


def give_back_values(kept: Event, taken: dict[str, list[Any]]) -> None:
    columns = {field.attname: field for field in Event._meta.concrete_fields}
    for field, (old, new) in taken.items():
        if plain(getattr(kept, field)) == new:
            setattr(kept, field, columns[field].to_python(old))


def give_back_facts(kept: Event, facts: list[dict[str, Any]]) -> None:
    for was in facts:
        there = kept.facts.filter(participation=None, session=None, field=was["field"]).first()
        if "was" in was:
            if there:
                there.delete()
            continue
        fact = there or Fact(event=kept)
        for field, value in was.items():
            setattr(fact, field, value)
        fact.save()


def settle_pair(one: Event, other: Event, decision: Decision, by: User | None) -> None:
    first, second = sorted((one, other), key=lambda event: event.pk)
    candidate = DuplicateCandidate.objects.filter(first=first, second=second).first()
    if candidate is None:
        candidate = DuplicateCandidate(first=first, second=second, score=1.0, reasons=[])
    candidate.decision, candidate.decided_by, candidate.decided_at = decision, by, timezone.now()
    candidate.save()
