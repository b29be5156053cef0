"""What an event shows the public, and how a revision of it is recorded: one Change, one entry in the history."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone

from calendar_app.models import Change, Event, Participation, Session
from calendar_app.review.spelling import spelled

Face = dict[str, Any]

FACE = (
    "kind", "name", "summary", "starts_on", "ends_on", "starts_at", "ends_at", "day_part", "precision", "date_text",
    "year_inferred", "time_zone", "previous_starts_on", "previous_ends_on", "location", "place_id", "attendance_mode",
    "status", "review_state", "replaced_by_id",
)  # fmt: skip
PARTS: dict[str, type[Participation] | type[Session]] = {"participants": Participation, "sessions": Session}
LONGEST_MESSAGE = 2000  # characters of a history entry; the Change keeps everything


class NothingChanged(Exception):  # noqa: N818 - it says what happened
    """Raised when a revision leaves the event as it was."""


def plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | time) else value


def face(event: Event) -> Face:
    """Return what the public sees of an event as JSON: its own fields, who takes part, and its programme."""
    shown = {field: plain(getattr(event, field)) for field in FACE}
    people = ("type", "name", "post", "roles", "person_id", "organization_id")
    shown["participants"] = list(event.participations.order_by("order").values(*people))
    items = event.sessions.order_by("order").prefetch_related("speakers")
    shown["sessions"] = [
        {
            "name": item.name,
            "kind": item.kind,
            "starts_on": plain(item.starts_on),
            "starts_at": plain(item.starts_at),
            "day_part": item.day_part,
            "speakers": [speaker.name for speaker in item.speakers.all()],
        }
        for item in items
    ]
    return shown


def difference(before: Face, after: Face) -> tuple[Face, Face]:
    """Keep of two faces what differs."""
    changed = [field for field in after if before.get(field) != after[field]]
    return {field: before.get(field) for field in changed}, {field: after[field] for field in changed}


def lock(event: Event) -> Face:
    """Hold the event's row until the transaction ends, read it anew, and return its face before the revision."""
    Event.objects.select_for_update().values_list("pk").get(pk=event.pk)
    event.refresh_from_db()
    return face(event)


def record(
    event: Event, before: Face, *, by: User | None, reason: str = "", log: bool = True, also: Face | None = None
) -> Change:
    """Save a locked event as a new revision: SEQUENCE one higher (RFC 5545, 3.8.7.4), its time, one Change.

    A history entry is written where a user is known and `log` is true; `also` is kept with what is new. Raises
    NothingChanged if nothing differs.
    """
    old, new = difference(before, face(event))
    said = told(old, new, reason)
    new |= also or {}
    if not new:
        raise NothingChanged(f"{event}: nothing is different; change a field first")
    event.sequence += 1
    event.changed_at = timezone.now()
    event.save()
    change = Change.objects.create(
        event=event, sequence=event.sequence, before=old, after=new, by=by, at=event.changed_at, reason=reason
    )
    if log:
        note(event, by, said)
    return change


def note(subject: models.Model, by: User | None, message: str) -> None:
    """Write an entry in the admin's history of any object; without a user there is nobody to write it for."""
    if by is not None:
        LogEntry.objects.create(
            user=by,
            content_type=ContentType.objects.get_for_model(subject, for_concrete_model=False),
            object_id=str(subject.pk),
            object_repr=str(subject)[:200],
            action_flag=CHANGE,
            change_message=message[:LONGEST_MESSAGE],
        )


def told(before: Face, after: Face, reason: str = "") -> str:
    """Say a difference in one line, in the words of whoever makes it: `审核状态: 草稿 → 已核准 (reason)`."""
    lines = [f"{called(field)}: {brief(before.get(field), field)} → {brief(after[field], field)}" for field in after]
    return " ".join(filter(None, ("; ".join(lines), reason and f"({reason})")))


def called(field: str) -> str:
    """Name a part of an event's face as its form does."""
    if field in PARTS:
        return str(PARTS[field]._meta.verbose_name_plural)
    column = next((one for one in Event._meta.concrete_fields if field in (one.name, one.attname)), None)
    return str(column.verbose_name) if column else field


def brief(value: Any, field: str = "") -> str:
    """Spell a value for the history: labels of vocabularies, names for lists of people or sessions, – for nothing."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        value = [each["name"] for each in value]
    column = next((one for one in Event._meta.concrete_fields if field == one.attname), None)
    if value and column is not None and column.related_model:
        return str(column.related_model._default_manager.filter(pk=value).first() or value)
    if value and field in ("starts_at", "ends_at"):
        value = value[:5]  # the seconds are kept, and not told
    return spelled(Event, field, value) or "–"
