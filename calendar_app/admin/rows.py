"""The facts of one event as rows of the desk: what is known, how surely, and a field to correct it in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db import models
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from calendar_app.admin.marking import group
from calendar_app.models import Event, Fact, Organization, Participation, Person, Session
from calendar_app.models.facts import DOUBTFUL_BELOW
from calendar_app.review.linking import why
from calendar_app.review.settling import EVENT_FIELDS, NOT_THERE, PARTICIPATION_FIELDS, SESSION_FIELDS, Subject
from calendar_app.review.spelling import session_kinds, spelled
from calendar_app.vocabulary import Decision, Status

WIDGETS: dict[type[forms.Field], forms.Widget] = {
    forms.DateField: forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    forms.TimeField: forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
}


@dataclass(frozen=True)
class Row:
    """One field of an event, session or participation, with its fact if there is one."""

    about: Subject
    field: str
    fact: Fact | None

    @property
    def key(self) -> str:
        return f"{self.about._meta.model_name}-{self.about.pk}-{self.field}"

    @property
    def label(self) -> str:
        return str(self.column.verbose_name)

    @property
    def column(self) -> Any:
        return self.about._meta.get_field(self.field)

    @property
    def value(self) -> Any:
        return getattr(self.about, self.field)

    @property
    def shown(self) -> str:
        return spelled(type(self.about), self.field, self.value)

    @property
    def state(self) -> str:
        """Say in a word how it stands: empty, doubtful, sure, or what was decided."""
        if self.fact is None:
            return "filled" if self.shown else "empty"
        if self.fact.decision != Decision.OPEN:
            return self.fact.decision
        return "doubtful" if self.fact.confidence < DOUBTFUL_BELOW else "sure"

    @property
    def sureness(self) -> str:
        return f"{self.fact.confidence:.0%}" if self.fact else ""

    @property
    def is_printed(self) -> bool:
        """Say whether the value is words of the bulletin, and no word of ours for them."""
        return isinstance(self.column, models.CharField | models.TextField) and not self.column.choices

    @property
    def seen(self) -> str:
        """Stand for what the page shows, so that nobody decides about a value that is no longer there."""
        decided = self.fact and (self.fact.decision, self.fact.decided_at)
        return hashlib.sha256(repr((self.shown, decided)).encode()).hexdigest()[:16]

    @property
    def group(self) -> str:
        return group(self.fact) if self.fact else "what"

    @property
    def first_span(self) -> tuple[int, int] | None:
        return tuple(self.fact.spans[0]) if self.fact and self.fact.spans else None

    @property
    def input(self) -> SafeString:
        """The field a correction is typed into, named `value`."""
        field = self.form_field()
        attrs = {"id": f"value-{self.key}", "aria-label": self.label}
        widget = field.widget
        if isinstance(widget, forms.CheckboxSelectMultiple):
            attrs.pop("aria-label")
        widget.is_required = False
        shown: SafeString = widget.render("value", field.prepare_value(self.value), attrs)
        return shown

    def form_field(self) -> forms.Field:
        if (type(self.about), self.field) == (Session, "kind"):
            return session_kind(self.value)
        field: forms.Field = self.column.formfield()
        for kind, widget in WIDGETS.items():
            if type(field) is kind:
                field.widget = widget
        return field


def session_kind(value: str) -> forms.ChoiceField:
    """Offer the kinds of items in words, and the one that stands there whatever it is."""
    known = {"": "–"} | ({value: value} if value else {}) | dict(session_kinds())
    return forms.ChoiceField(choices=list(known.items()), required=False, label=capfirst(_("kind")))


@dataclass(frozen=True)
class Block:
    """Rows that belong together under one heading, and the group whose marks they have."""

    heading: str
    group: str
    rows: list[Row]
    person: Participation | None = None

    @property
    def is_printed(self) -> bool:
        return self.group in ("who", "programme")

    @property
    def linked_to(self) -> Person | Organization | None:
        return (self.person.person or self.person.organization) if self.person else None

    @property
    def why(self) -> str:
        return why(self.person) if self.person else ""


def blocks(event: Event) -> Iterator[Block]:
    """Yield an event's rows in the order of reading: what, when, where, who in printed order, the programme."""
    facts = list(event.facts.all())
    by_key = {(fact.participation_id, fact.session_id, fact.field): fact for fact in facts}

    def rows(about: Subject, fields: tuple[str, ...]) -> list[Row]:
        person = about.pk if isinstance(about, Participation) else None
        item = about.pk if isinstance(about, Session) else None
        return [Row(about, field, by_key.get((person, item, field))) for field in fields]

    by_group: dict[str, list[str]] = {"what": [], "when": [], "where": []}
    for field in EVENT_FIELDS:
        if field == "previous_starts_on" and not (event.status == Status.POSTPONED or event.previous_starts_on):
            continue  # only what is put off had another day
        found = group(Fact(field=field))
        by_group["what" if found == "summary" else found].append(field)
    headings = {"what": _("What"), "when": _("When"), "where": _("Where")}
    for name, fields in by_group.items():
        yield Block(headings[name], name, rows(event, tuple(fields)))
    linked = event.participations.select_related("person", "organization")
    for person in linked.prefetch_related("person__aliases", "organization__aliases"):
        yield Block(person.name, "who", rows(person, PARTICIPATION_FIELDS), person)
    for item in event.sessions.all():
        yield Block(item.name, "programme", rows(item, SESSION_FIELDS))


def taken_out(event: Event) -> list[Fact]:
    """Return the facts that remember whom a reviewer took out."""
    return [fact for fact in event.facts.all() if fact.field.startswith(NOT_THERE)]
