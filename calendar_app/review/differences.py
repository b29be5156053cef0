"""What a newer extractor reads otherwise is taken over or left, by a person, one difference at a time."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from calendar_app.models import Difference, Event, Fact, Participation, Session
from calendar_app.review.decisions import Refused
from calendar_app.review.history import lock, note
from calendar_app.review.settling import keep, state
from calendar_app.vocabulary import Basis, Decision

PARTS: dict[str, type[Participation] | type[Session]] = {"participation": Participation, "session": Session}


def take(difference: Difference, *, by: User | None) -> None:
    """Put the newer reading in the place of what the event says.

    Raises Refused where it was decided before, ValidationError where it does not fit the event's other values.
    """
    with transaction.atomic():
        answer(difference, Decision.ACCEPTED, by)
        if difference.field in PARTS:
            add_part(difference, by)
            return
        about = difference.participation or difference.session or difference.event
        bulletin = difference.extraction.bulletin
        state(about, difference.field, difference.value, by=by, bulletin=bulletin, spans=difference.spans)


def leave(difference: Difference, *, by: User | None) -> None:
    """Keep what the event says; the same reading is not brought up again. Raises Refused where it was decided."""
    with transaction.atomic():
        answer(difference, Decision.REJECTED, by)
        line = _("%(field)s: kept “%(kept)s”, not the newer “%(value)s”")
        named = {"field": difference.field, "kept": difference.kept, "value": difference.value}
        note(difference.event, by, line % named)


def answer(difference: Difference, decision: Decision, by: User | None) -> None:
    decided = {"decision": decision, "reviewer": by, "decided_at": timezone.now()}
    if not Difference.objects.open().filter(pk=difference.pk).update(**decided):
        raise Refused(_("This difference was decided already; reload the page."))


def add_part(difference: Difference, by: User | None) -> None:
    """Add a participant or session to the event, last, with a decided fact for each of its values."""
    event, model = difference.event, PARTS[difference.field]
    before = lock(event)
    last = model._default_manager.filter(event=event).aggregate(last=Max("order"))["last"]
    values = {field: value for field, value in told(difference).items() if value is not None}
    part = model(event=event, order=0 if last is None else last + 1, **values)
    part.full_clean(exclude=["sessions"])
    part.save()
    Fact.objects.bulk_create(part_facts(difference, part, by))
    keep(event, before, by, "")


def told(difference: Difference) -> dict[str, Any]:
    """Return the fields of a missing participant or session."""
    return dict(difference.value or {})


def part_facts(difference: Difference, part: Participation | Session, by: User | None) -> list[Fact]:
    return [
        Fact(
            event=difference.event,
            participation=part if isinstance(part, Participation) else None,
            session=part if isinstance(part, Session) else None,
            field=field,
            value=value,
            bulletin=difference.extraction.bulletin,
            spans=difference.spans if field == "name" else [],
            rule=difference.rule,
            basis=Basis.STATED if field == "name" else Basis.INFERRED,
            confidence=difference.confidence,
            decision=Decision.ACCEPTED,
            reviewer=by,
            decided_at=timezone.now(),
        )
        for field, value in told(difference).items()
        if field != "type" and value not in (None, "", [])
    ]


def open_differences(event: Event) -> list[Difference]:
    """Return what waits to be decided about an event, with what it is about."""
    return list(event.differences.open().select_related("participation", "session", "extraction"))
