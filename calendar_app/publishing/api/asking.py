"""What may be asked: the list's filters, paging and a few words more, read strictly and told in OpenAPI."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from calendar_app.publishing.api.paging import DEFAULT_LIMIT, MOST
from calendar_app.publishing.api.problems import Problem
from calendar_app.publishing.filters import DATES, SLUGS, VOCABULARIES, Filters

Parameter = dict[str, Any]
PAGING = ("cursor", "limit")
FILTERS = (*VOCABULARIES, *SLUGS, *DATES, "q")
TEXT = {"type": "string", "pattern": r"^[^\x00]*$"}
NEVER_EMPTY = {*VOCABULARIES, *DATES, "since", "limit"}

TOLD = {
    "kind": gettext_noop("What sort of event it is."),
    "role": gettext_noop("The role of the person asked for, else of the organization asked for, else of anybody."),
    "status": gettext_noop("What became of the event."),
    "mode": gettext_noop("How one takes part."),
    "organization": gettext_noop("Slug of an organization that takes part."),
    "person": gettext_noop("Slug of a person who takes part."),
    "place": gettext_noop("Slug of the place."),
    "series": gettext_noop("Slug of the series."),
    "from": gettext_noop("Takes place on this day or later."),
    "to": gettext_noop("Takes place on this day or earlier."),
    "q": gettext_noop("Words, spaces between them, that all have to be found; the first 200 characters count."),
    "cursor": gettext_noop("Where the page before ended: follow its `next` instead of making one."),
    "limit": gettext_noop("How many at most."),
    "since": gettext_noop("Changed at this moment or later, with its offset from UTC."),
    "field": gettext_noop("Facts of this field only, such as starts_on."),
    "name": gettext_noop("Part of a name or of an alias."),
}
EXAMPLES: dict[str, Any] = {
    "kind": ["training"],
    "role": ["chair"],
    "organization": ["dong-jiang-qu-jiao-yu-ju"],
    "from": "2024-07-01",
    "to": "2024-07-31",
    "q": "培训",
    "since": "2024-08-01T00:00:00+08:00",
    "field": "starts_on",
    "name": "林",
}


@dataclass(frozen=True)
class Asked:
    """A question as read: the filters, the page, and other words by name."""

    filters: Filters = field(default_factory=Filters)
    cursor: str = ""
    limit: int = DEFAULT_LIMIT
    words: dict[str, str] = field(default_factory=dict)


def read(request: HttpRequest, *words: str) -> Asked:
    """Read the query, in which only `words` may stand; raises Problem that names every word at fault."""
    query = request.GET
    filters = Filters.read(query) if "kind" in words else Filters()
    faults = [*unknown(query, words), *filters.faults]
    limit = how_many(query.get("limit", str(DEFAULT_LIMIT)), faults)
    if faults:
        raise Problem(400, *faults)
    rest = {word: query.get(word, "") for word in words if word not in (*FILTERS, *PAGING)}
    return Asked(filters, query.get("cursor", ""), limit, rest)


def unknown(query: QueryDict, words: Iterable[str]) -> Iterable[str]:
    """Yield what is no word of this question, what is empty, and what holds NUL, which no database takes."""
    for word, values in query.lists():
        if word not in words:
            choices = ", ".join(words) or "–"
            told = _("%(word)s is no word of this question; choose from %(choices)s.")
            yield told % {"word": word[:40], "choices": choices}
        elif any("\0" in value for value in values):
            yield _("%(word)s holds a NUL character; leave it out.") % {"word": word}
        elif word in NEVER_EMPTY and "" in values:
            yield _("%(word)s is empty; give a value or leave it out.") % {"word": word}


def how_many(value: str, faults: list[str]) -> int:
    if value.isascii() and value.isdecimal() and len(value) < 5 and 1 <= int(value) <= MOST:
        return int(value)
    told = _("limit=%(value)s is not allowed; give a whole number from 1 to %(most)d.")
    faults.append(told % {"value": value[:40], "most": MOST})
    return DEFAULT_LIMIT


def moment(value: str) -> datetime | None:
    """Read a moment with its offset; a `+` that became a blank on its way is mended."""
    if not value:
        return None
    try:
        read = datetime.fromisoformat(value.replace(" ", "+"))
        if read.tzinfo:
            return read.astimezone(UTC)  # PostgreSQL takes no offset beyond ±15:59
    except (ValueError, OverflowError):
        pass
    told = _("since=%s is no moment; write it like 2024-08-01T00:00:00+08:00.") % value[:40]
    raise Problem(400, told)


def parameters(*words: str) -> list[Parameter]:
    """Describe the words for the OpenAPI document."""
    return [parameter(word) for word in words]


def parameter(word: str) -> Parameter:
    told: Parameter = {
        "name": word,
        "in": "query",
        "required": False,
        "description": TOLD[word],
        "schema": schema(word),
    }
    if word in EXAMPLES:
        told["example"] = EXAMPLES[word]
    return told


def schema(word: str) -> dict[str, Any]:
    if word in VOCABULARIES:
        return {"type": "array", "items": {"type": "string", "enum": [each.value for each in VOCABULARIES[word]]}}
    if word in SLUGS:
        return {"type": "array", "items": TEXT}
    if word in DATES:
        return {"type": "string", "format": "date"}
    if word == "limit":
        return {"type": "integer", "minimum": 1, "maximum": MOST, "default": DEFAULT_LIMIT}
    return {"type": "string", "format": "date-time"} if word == "since" else TEXT
