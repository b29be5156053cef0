"""Facts are settled one by one: accepted, corrected or turned down; what a person decided is locked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from calendar_app.models import Bulletin, Event, Fact, Participation, Session
from calendar_app.review.decisions import Refused
from calendar_app.review.history import Face, NothingChanged, difference, face, lock, note, plain, record, told
from calendar_app.review.spelling import fact_name, label, shown
from calendar_app.vocabulary import Basis, Decision, Precision

Subject = Event | Session | Participation
Spans = Sequence[tuple[int, int]]

WHEN = ("starts_on", "ends_on", "starts_at", "ends_at", "day_part", "previous_starts_on")
EVENT_FIELDS = ("kind", "name", *WHEN, "location", "attendance_mode", "status", "summary")
SESSION_FIELDS = ("name", "kind", "starts_on", "starts_at", "day_part")
PARTICIPATION_FIELDS = ("name", "post", "roles")
WITHOUT = {"starts_on": ("starts_at", "ends_at"), "ends_on": ("ends_at",), "starts_at": ("ends_at",)}
NOT_THERE = (
    "not_participant"  # the event's fact that keeps whom a reviewer took out, so that no re-import brings him back
)


def accept(fact: Fact, *, by: User | None) -> Fact:
    """Confirm a value as it stands."""
    with transaction.atomic():
        lock(fact.event)
        decide(fact, Decision.ACCEPTED, by)
        note(fact.event, by, _("%(field)s: accepted “%(value)s”") % {"field": fact_name(fact), "value": shown(fact)})
    return fact


def correct(
    fact: Fact, value: Any, *, by: User | None, bulletin: Bulletin | None = None, spans: Spans = (), reason: str = ""
) -> Fact:
    """Give a fact another value: read at `spans` of a bulletin's text, or without spans the reviewer's own knowledge.

    Raises ValidationError where the value does not fit the field or the event's other values.
    """
    with transaction.atomic():
        before = lock(fact.event)
        fact.value = put(subject(fact), fact.field, value)
        fact.spans = [list(span) for span in spans]
        fact.basis = Basis.STATED if spans else Basis.REVIEWER
        fact.bulletin = bulletin or fact.bulletin
        fact.rule, fact.confidence = "reviewer", 1.0
        decide(fact, Decision.CORRECTED, by)
        keep(fact.event, before, by, reason)
    return fact


def turn_down(fact: Fact, *, by: User | None, reason: str = "") -> Fact:
    """Take a value out: the field becomes empty; turning down a participant's name takes him out of the event.

    Raises Refused for what an event or session cannot be without.
    """
    with transaction.atomic():
        before = lock(fact.event)
        if fact.participation and fact.field == "name":
            fact = take_out(fact)
        elif fact.field in ("name", "kind", "status"):
            raise Refused(_("An event needs its %(field)s; correct it, or reject the event.") % {"field": label(fact)})
        else:
            put(subject(fact), fact.field, [] if fact.field == "roles" else None)
        decide(fact, Decision.REJECTED, by)
        keep(fact.event, before, by, reason)
    return fact


def state(
    about: Subject, field: str, value: Any, *, by: User | None, bulletin: Bulletin | None = None, spans: Spans = ()
) -> Fact:
    """Set a field that may have no fact yet; otherwise as `correct`."""
    event = about if isinstance(about, Event) else about.event
    fact = fact_of(about, field) or Fact(event=event, field=field, bulletin=bulletin, **parts(about))
    return correct(fact, value, by=by, bulletin=bulletin, spans=spans)


def typed(about: Subject, fields: Iterable[str], *, by: User | None) -> None:
    """Lock the facts of fields that somebody filled in by hand: it is the reviewer's own knowledge now."""
    event = about if isinstance(about, Event) else about.event
    for field in fields:
        value = plain(getattr(about, field))
        fact = fact_of(about, field) or Fact(event=event, field=field, **parts(about))
        if fact.pk is None or fact.value != value:
            fact.value, fact.spans, fact.basis, fact.rule = value, [], Basis.REVIEWER, "reviewer"
            fact.confidence = 1.0
            decide(fact, Decision.CORRECTED, by)


def reopen(fact: Fact, *, by: User | None) -> Fact:
    """Unlock a decided fact; its value stays."""
    with transaction.atomic():
        lock(fact.event)
        fact.decision, fact.reviewer, fact.decided_at = Decision.OPEN, None, None
        fact.save()
        note(fact.event, by, _("%(field)s: opened again") % {"field": fact_name(fact)})
    return fact


def subject(fact: Fact) -> Subject:
    """Return what a fact is about; the event is the very object that `lock` brought up to date."""
    return fact.participation or fact.session or fact.event


def parts(about: Subject) -> dict[str, Any]:
    return {
        "session": about if isinstance(about, Session) else None,
        "participation": about if isinstance(about, Participation) else None,
    }


def fact_of(about: Subject, field: str) -> Fact | None:
    event = about if isinstance(about, Event) else about.event
    return Fact.objects.filter(event=event, field=field, **parts(about)).first()


def decide(fact: Fact, decision: Decision, by: User | None) -> None:
    fact.decision, fact.reviewer, fact.decided_at = decision, by, timezone.now()
    fact.save()


def keep(event: Event, before: Face, by: User | None, reason: str) -> None:
    """Record the change of a public event as a revision, that of a draft in the history alone."""
    if event.is_public:
        try:
            record(event, before, by=by, reason=reason)
        except NothingChanged:
            return
    else:
        event.changed_at = timezone.now()
        event.save()
        if (after := difference(before, face(event)))[1]:
            note(event, by, told(*after, reason))


def put(about: Subject, field: str, value: Any) -> Any:
    """Set a field to a value given as JSON or typed, save it, and return the value as JSON."""
    column: Any = about._meta.get_field(field)
    empty = value in (None, "", [])
    old = getattr(about, field)
    cleaned = column.clean(value if not empty else (None if column.null else column.get_default()), about)
    setattr(about, field, cleaned)
    if empty:
        for other in WITHOUT.get(field, ()):
            if hasattr(about, other):
                setattr(about, other, None)
    if isinstance(about, Event) and field in WHEN:
        follow(about, field, old)
    check(about, field)
    about.save()
    return plain(cleaned)


def follow(event: Event, field: str, old: Any) -> None:
    """Let the last day of a one-day event follow its first, and the precision follow what is known."""
    if field == "starts_on" and event.ends_on is not None and event.ends_on == old:
        event.ends_on = event.starts_on
        event.facts.filter(field="ends_on", decision=Decision.OPEN).update(value=plain(event.ends_on))
    if not event.starts_on:
        event.precision = Precision.UNKNOWN
    elif event.starts_at:
        event.precision = Precision.MINUTE
    elif event.day_part:
        event.precision = Precision.DAY_PART
    else:
        event.precision = Precision.DAY


def check(about: Subject, field: str) -> None:
    """Hold a row to the database's constraints, naming the field at fault."""
    try:
        about.validate_constraints(exclude=["uid"])
    except ValidationError as fault:
        raise ValidationError({field: fault.messages}) from fault


def take_out(fact: Fact) -> Fact:
    """Remove a participation and return the fact that remembers it."""
    gone = fact.participation
    assert gone is not None
    taken = event_fact(fact.event, gone.name)
    taken.bulletin, taken.spans, taken.rule = fact.bulletin, fact.spans, fact.rule
    taken.confidence, taken.basis = fact.confidence, fact.basis
    gone.delete()
    return taken


def event_fact(event: Event, name: str) -> Fact:
    count = event.facts.filter(field__startswith=NOT_THERE).count()
    return Fact(event=event, field=f"{NOT_THERE}:{count + 1}", value=name)
