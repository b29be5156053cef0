"""The filters of a list: from the words of an address to a question about events, and back to an address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Self

from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from calendar_app.models.events import EventQuerySet
from calendar_app.publishing import search
from calendar_app.vocabulary import AttendanceMode, Kind, Labelled, Role, Status

VOCABULARIES: dict[str, type[Labelled]] = {"kind": Kind, "role": Role, "status": Status, "mode": AttendanceMode}
SLUGS = ("organization", "person", "place", "series")
DATES = {"from": "since", "to": "until"}
LONGEST_QUERY = 200  # characters of `q` that are looked at


@dataclass(frozen=True)
class Filters:
    """What a list, a feed or the API is asked for; several values of one filter widen it, several filters narrow it.

    `kind`, `role`, `status` and `mode` are words of the vocabulary; `organization`, `person`, `place` and `series` are
    slugs; `since` and `until` (in addresses `from` and `to`) are inclusive days; `q` is what was typed into the search.
    A role is asked of the person where one is given, else of the organisation, else of anybody. `faults` says, for
    people, what in the address could not be understood; such words ask for nothing.
    """

    kind: tuple[str, ...] = ()
    organization: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    q: str = ""
    faults: tuple[str, ...] = ()

    @classmethod
    def read(cls, query: QueryDict | str) -> Self:
        """Read an address's query, `kind=training&from=2024-07-01`; words that are no filter are passed over."""
        query = QueryDict(query) if isinstance(query, str) else query
        faults: list[str] = []
        asked: dict[str, Any] = {name: once(query.getlist(name)) for name in SLUGS}
        for name, words in VOCABULARIES.items():
            asked[name] = known(name, once(query.getlist(name)), words, faults)
        for word, name in DATES.items():
            asked[name] = day(word, query.get(word, ""), faults)
        asked["q"] = " ".join(query.get("q", "")[:LONGEST_QUERY].replace("\0", "").split())
        if asked["since"] and asked["until"] and asked["since"] > asked["until"]:
            faults.append(_("The period ends before it begins; nothing can lie in it."))
        return cls(**asked, faults=tuple(faults))

    def ask(self, events: EventQuerySet) -> EventQuerySet:
        """Narrow the events to those asked for; their order is left alone."""
        simple = {
            "kind": EventQuerySet.of_kind,
            "place": EventQuerySet.at_place,
            "series": EventQuerySet.in_series,
            "status": EventQuerySet.in_status,
            "mode": EventQuerySet.attended,
        }
        for name, narrow in simple.items():
            if values := getattr(self, name):
                events = narrow(events, *values)
        events = self._ask_who(events)
        if self.since or self.until:
            events = events.between(self.since, self.until)
        return search.narrow(events, self.q) if self.q else events

    def _ask_who(self, events: EventQuerySet) -> EventQuerySet:
        asked_of_person = self.role if self.person else ()
        if self.person:
            events = events.with_participants(*self.role, person=self.person)
        if self.organization:
            roles = () if asked_of_person else self.role
            events = events.with_participants(*roles, organization=self.organization)
        if self.role and not self.person and not self.organization:
            events = events.with_participants(*self.role)
        return events

    @property
    def look_up(self) -> bool:
        """Whether the database is asked who and what is meant before the events are."""
        return bool(self.person or self.organization or self.q)

    def but(self, **changes: Any) -> Self:
        """Return the same question with some filters changed: `filters.but(kind=("meeting",), q="")`."""
        return replace(self, **changes, faults=())

    @property
    def query_string(self) -> str:
        """The question as an address's query, always in the same order, empty where everything is asked for."""
        return urlencode(list(self.words()))

    def words(self) -> Iterable[tuple[str, str]]:
        """Yield (filter, value) pairs as they stand in an address."""
        spelled = {name: word for word, name in DATES.items()}
        for field in fields(self):
            value = getattr(self, field.name)
            if field.name == "faults" or not value:
                continue
            values = value if isinstance(value, tuple) else (value,)
            yield from ((spelled.get(field.name, field.name), str(each)) for each in values)

    def __bool__(self) -> bool:
        return bool(self.query_string)


def once(values: list[str]) -> tuple[str, ...]:
    """Drop what is empty or said twice, and what no database would take."""
    return tuple(dict.fromkeys(value for value in values if value and "\0" not in value))


def known(name: str, values: tuple[str, ...], words: type[Labelled], faults: list[str]) -> tuple[str, ...]:
    allowed = {word.value for word in words}
    for value in values:
        if value not in allowed:
            fault = _("%(filter)s=%(value)s is not known here; choose from %(choices)s.")
            choices = ", ".join(word.value for word in words)
            faults.append(fault % {"filter": name, "value": value[:40], "choices": choices})
    return tuple(value for value in values if value in allowed)


def day(word: str, value: str, faults: list[str]) -> date | None:
    if not value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        fault = _("%(filter)s=%(value)s is no day; write it like 2024-07-25.")
        faults.append(fault % {"filter": word, "value": value[:40]})
        return None
