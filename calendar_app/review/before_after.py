"""What a recorded revision changed, in words: each part of an event before and after."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from calendar_app.models import Change, Event, Organization, Participation, Person, Session
from calendar_app.review.history import FACE, PARTS, Face, called
from calendar_app.review.spelling import spelled


def compared(change: Change) -> list[tuple[str, str, str]]:
    """Name what a revision changed, with how it was before and how it is after; of lists only what differs."""
    fields = [field for field in change.after if field in FACE or field in PARTS]
    return [(called(field), *sides(field, change.before.get(field), change.after[field])) for field in fields]


def sides(field: str, before: Any, after: Any) -> tuple[str, str]:
    if field in PARTS:
        old, new = before or [], after or []
        gone, come = [one for one in old if one not in new], [one for one in new if one not in old]
        told = [[item(one) for one in side] for side in (gone, come)]
        if told[0] == told[1] and field == "participants":  # only whom the names mean is another
            told = [[f"{item(one)} → {meant(one)}" for one in side] for side in (gone, come)]
        return "\n".join(told[0]) or "–", "\n".join(told[1]) or "–"
    return whole(field, before), whole(field, after)


def item(one: Face) -> str:
    """Spell who takes part, 校长 乔以南（出席、讲话）, or what is on the programme."""
    if "roles" in one:
        roles = spelled(Participation, "roles", one["roles"])
        return f"{one['post']} {one['name']}".strip() + (f"（{roles}）" if roles else "")
    told = [spelled(Session, field, short(field, one[field])) for field in ("starts_on", "starts_at", "day_part")]
    return " ".join(filter(None, (*told, one["name"], "、".join(one.get("speakers", [])))))


def meant(one: Face) -> str:
    """Name the person or body that a printed name is linked to."""
    for model, key in ((Person, one.get("person_id")), (Organization, one.get("organization_id"))):
        if key:
            return str(model._default_manager.filter(pk=key).first() or key)
    return "–"


def whole(field: str, value: Any) -> str:
    """Spell a value; an event or a place that is referred to by its name."""
    column = Event._meta.get_field(field.removesuffix("_id"))
    if value and column.related_model:
        found = column.related_model._default_manager.filter(pk=value).first()
        return str(found or value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return spelled(Event, field, short(field, value)) or "–"


def short(field: str, value: Any) -> Any:
    """Leave the seconds out of a clock time: 09:30:00 is kept, 09:30 is told."""
    return value[:5] if value and field in ("starts_at", "ends_at") else value
