"""Facts in words: the name of the field, and its value as people read it."""

from __future__ import annotations

from datetime import time
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, pgettext

from calendar_app.models import Event, Fact, Participation, Session

# The kinds of items that extraction tells apart; a reviewer may write any other.
SESSION_KINDS = {
    "lecture": gettext_noop("lecture"),
    "report": gettext_noop("report"),
    "speech": gettext_noop("speech"),
    "award": gettext_noop("award"),
    "case": gettext_noop("case shared"),
}


def label(fact: Fact) -> str:
    try:
        return str(about(fact)._meta.get_field(fact.field).verbose_name)  # type: ignore[union-attr]
    except FieldDoesNotExist:
        return _("no participant")


def session_kinds() -> list[tuple[str, str]]:
    return [(kind, _(called)) for kind, called in SESSION_KINDS.items()]


def column_name(field: str) -> str:
    """Name a field of an event, a participation or a session, whichever has it."""
    parts = ({column.name: column for column in model._meta.fields} for model in (Event, Participation, Session))
    return next((str(part[field].verbose_name) for part in parts if field in part), field)


def about(fact: Fact) -> type[Event | Session | Participation]:
    return Participation if fact.participation_id else Session if fact.session_id else Event


def shown(fact: Fact) -> str:
    """Spell a fact's value for people: labels of vocabularies, names in a row."""
    return spelled(about(fact), fact.field, fact.value)


def spelled(model: type[Event | Session | Participation], field: str, value: Any) -> str:
    if value in (None, "", []):
        return ""
    column: Any = next((one for one in model._meta.fields if one.name == field), None)
    labels = dict(column.choices or ()) if column is not None else {}
    if (model, field) == (Session, "kind"):
        labels = dict(session_kinds())
    if words := getattr(column, "words", None):
        labels = {word.value: _(word.label) for word in words}
    if isinstance(value, time):
        return value.strftime("%H:%M")
    values = value if isinstance(value, list) else [value]
    return (pgettext("between roles", ", ") if labels else "、").join(str(labels.get(one, one)) for one in values)


def fact_name(fact: Fact) -> str:
    """Say what the fact is of: 林清远 · 职务; needs its participation and session loaded."""
    part = fact.participation or fact.session
    return f"{part.name} · {label(fact)}" if part else label(fact)


def fact_told(fact: Fact) -> str:
    """Say of what a fact is and its value: 林清远 · 职务：副部长."""
    return _("%(name)s: %(value)s") % {"name": fact_name(fact), "value": shown(fact)}
