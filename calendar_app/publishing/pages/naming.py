"""Filters by name: the body, person, place or series that a name or a part of one means, and those that are picked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.http import urlencode
from django.utils.translation import gettext, gettext_noop

from calendar_app.formats.when import long, span
from calendar_app.models import Organization, Person, Place, Series
from calendar_app.models.actors import standing_for
from calendar_app.publishing.filters import DATES, SLUGS, VOCABULARIES, Filters
from calendar_app.publishing.search.words import writings

LABELS = {
    "organization": gettext_noop("Organization"),
    "person": gettext_noop("Person"),
    "place": gettext_noop("Place"),
    "series": gettext_noop("Series"),
}
NAMED: dict[str, Any] = {"organization": Organization, "person": Person, "place": Place, "series": Series}
ACTORS = {"organization", "person"}
LONGEST = 100  # characters of a name that are looked at
MOST = 20  # that are offered where many have a name like it
ASKED = {*SLUGS, *VOCABULARIES, *DATES, "q"}  # the words of Filters


class Name(NamedTuple):
    """One field of the form: what was typed, and who may be meant, as (slug, name, the question that asks for them)."""

    field: str
    label: str
    picked: tuple[str, ...]
    text: str = ""
    meant: tuple[tuple[str, str, str], ...] = ()
    is_cut: bool = False

    @property
    def word(self) -> str:
        """What the address calls it."""
        return f"{self.field}_name"


def those(field: str, others: dict[str, QuerySet[Any]]) -> QuerySet[Any]:
    """Return whoever and wherever public events name, by the filter that asks for them; `others` in their place."""
    return others[field] if field in others else NAMED[field].objects.public()


def names(request: HttpRequest, filters: Filters, **others: QuerySet[Any]) -> list[Name]:
    """Read the names in an address: of whoever public events name, or of `others` in their place."""
    return [meant(request.GET, field, filters, others) for field in NAMED]


def meant(query: QueryDict, field: str, filters: Filters, others: dict[str, QuerySet[Any]]) -> Name:
    name = Name(field, gettext(LABELS[field]), getattr(filters, field))
    text = " ".join(query.get(name.word, "")[:LONGEST].replace("\0", "").split())
    known = found(those(field, others), text) if text else []
    shown = tuple((slug, told, asking(query, filters, {name: slug})) for slug, told in known[:MOST])
    return name._replace(text=text, meant=shown, is_cut=len(known) > MOST)


def found(them: QuerySet[Any], text: str) -> list[tuple[str, str]]:
    """Return whom the text means as it is typed, else in simplified, else in traditional characters: (slug, name)."""
    return next(filter(None, (called(them, writing) for writing in writings(text))), [])


def called(them: QuerySet[Any], text: str) -> list[tuple[str, str]]:
    """Return the only one that goes by the text, else all with a name that holds it."""
    exact = rows(them.called(text)[:2])  # type: ignore[attr-defined]
    if len(exact) == 1:
        return exact
    return rows(them.called_like(text).order_by("name", "pk")[: MOST + 1])  # type: ignore[attr-defined]


def rows(them: QuerySet[Any]) -> list[tuple[str, str]]:
    return [(each.slug, str(each)) for each in them]


def settled(request: HttpRequest, filters: Filters, asked: list[Name]) -> HttpResponse | None:
    """Send on to the address of whoever is meant by a name alone; None where no name is settled so."""
    only = {name: name.meant[0][0] for name in asked if len(name.meant) == 1}
    return redirect(f"{request.path}?{asking(request.GET, filters, only)}") if only else None


def asking(query: QueryDict, filters: Filters, picked: dict[Name, str]) -> str:
    """Write the question that asks for those picked in place of their names, and for all else as before."""
    settled = {name.word for name in picked}
    filters = filters.but(**{name.field: tuple(dict.fromkeys((*name.picked, slug))) for name, slug in picked.items()})
    beside = [(word, value) for word, values in query.lists() for value in values]
    words = [(word, value) for word, value in beside if value and word not in {*ASKED, *settled, "page"}]
    return urlencode([*filters.words(), *words])


def names_of(field: str, slugs: tuple[str, ...], them: QuerySet[Any]) -> dict[str, str]:
    """Return the name for each slug; for whoever was merged, that of whoever took over."""
    told = dict(rows(them.filter(slug__in=slugs)))
    for slug in set(slugs) - told.keys() if field in ACTORS else ():
        for _slug, name in rows(them.filter(pk__in=standing_for(field, [slug]))):
            told[slug] = name
    return told


def chips(
    filters: Filters, options: Iterable[tuple[str, str]] = (), told: Collection[str] = (), **others: QuerySet[Any]
) -> list[tuple[str, str]]:
    """Name each that is picked, with the question that is left without it; `options` are the words beside filters.

    Filters that the page tells in another place are `told`.
    """
    shown: list[tuple[str, str]] = []
    for field in NAMED:
        slugs: tuple[str, ...] = getattr(filters, field)
        called = names_of(field, slugs, those(field, others)) if slugs else {}
        for slug in slugs:
            left = filters.but(**{field: tuple(each for each in slugs if each != slug)})
            shown.append((called.get(slug, slug), urlencode([*left.words(), *options])))
    for name, left in worded(filters, told):
        shown.append((name, urlencode([*left.words(), *options])))
    return shown


def worded(filters: Filters, told: Collection[str]) -> Iterator[tuple[str, Filters]]:
    """Yield each word, what was typed and the period a list is narrowed to, with what is left without it."""
    for field, vocabulary in VOCABULARIES.items():
        values: tuple[str, ...] = () if field in told else getattr(filters, field)
        for value in values:
            left = tuple(each for each in values if each != value)
            yield gettext(vocabulary(value).label), filters.but(**{field: left})
    if filters.q and "q" not in told:
        yield f"“{filters.q}”", filters.but(q="")
    if (filters.since or filters.until) and "period" not in told:
        yield period(filters.since, filters.until), filters.but(since=None, until=None)


def period(since: date | None, until: date | None) -> str:
    if since and until:
        return long(since) if since == until else span(since, until)
    if since:
        return gettext("from %(day)s on") % {"day": long(since)}
    return gettext("until %(day)s") % {"day": long(until)} if until else ""
