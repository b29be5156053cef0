"""The list of events with its filters, and the page of one event."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import Any

from django.core.paginator import Page
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language

from calendar_app.formats.provenance import Provenance, provenance
from calendar_app.formats.when import When
from calendar_app.models import Event, Fact, SearchEntry, SeriesMembership
from calendar_app.models.events import EventQuerySet
from calendar_app.models.search import SearchEntryQuerySet
from calendar_app.publishing import search
from calendar_app.publishing.almanac import almanac_day
from calendar_app.publishing.filters import VOCABULARIES, Filters
from calendar_app.publishing.kept import kept
from calendar_app.publishing.keys import Keys, Listed
from calendar_app.publishing.loading import with_relations_to_it
from calendar_app.publishing.ongoing import FromDay, beginning
from calendar_app.publishing.pages.calendars import within_years
from calendar_app.publishing.pages.frame import as_page, listed_page
from calendar_app.publishing.pages.linked import linked
from calendar_app.publishing.pages.naming import chips, names, settled
from calendar_app.publishing.pages.narrowing import COUNTED, Facets, counted, facets
from calendar_app.publishing.pages.quick import periods, quick
from calendar_app.publishing.search.indexing import fill
from calendar_app.publishing.search.ranking import Ranked
from calendar_app.publishing.search.showing import holds_all, snippet, texts_of
from calendar_app.publishing.timetable import timetable
from calendar_app.vocabulary import Basis, Role

WHEN_FIELDS = ("starts_on", "ends_on", "starts_at", "ends_at", "day_part", "date_text", "previous_starts_on")


@as_page
def events(request: HttpRequest) -> HttpResponse:
    filters = Filters.read(request.GET)
    asked = names(request, filters)
    if only := settled(request, filters, asked):
        return only
    public = Event.objects.public()
    found, near = found_by(filters, public, is_deep=len(request.GET.get("page", "")) > 2)
    page = listed_page(request, found)
    today = timezone.localdate()
    of_day = day_of(filters)
    told = {"kind", "q"} | ({"period"} if of_day or any(press.is_taken for press in periods(filters, today)) else set())
    context: dict[str, Any] = {
        "filters": filters,
        "page": page,
        "near": near,
        "facets": kept_facets(filters, found) if filters and 0 < page.paginator.count <= COUNTED else {},
        "sought": sought(page, filters.q) if filters.q else (),
        "today": today,
        "since": begins_with(filters),
        "names": asked,
        "chips": chips(filters, told=told),
        **quick(filters),
        **of_day,
        "vocabularies": {name: list(words) for name, words in VOCABULARIES.items()},
    }
    if not page.object_list:
        context |= {"anything": public.exists(), "without_period": filters.but(since=None, until=None).query_string}
        context |= {"is_of_words": bool(filters.q and not filters.but(q="")), **nearest_day(public, of_day)}
    return render(request, "calendar_app/events.html", context)


def day_of(filters: Filters) -> dict[str, Any]:
    """What a list of one day tells besides: the day in the almanac, and the question for the days beside it."""
    day = filters.since
    if day is None or day != filters.until or filters.q or not within_years(day):
        return {}
    beside = {name: within_years(day + timedelta(step)) for name, step in (("previous", -1), ("next", 1))}
    asked = {name: filters.but(since=each, until=each).query_string for name, each in beside.items() if each}
    return {"day": day, "almanac": almanac_day(day), "without_day": filters.but(since=None, until=None), **asked}


def nearest_day(public: EventQuerySet, of_day: dict[str, Any]) -> dict[str, Any]:
    """Tell for an empty list of a day the nearest one that has something."""
    return {"nearest": of_day["without_day"].ask(public).nearest_day(of_day["day"])} if of_day else {}


def begins_with(filters: Filters) -> date | None:
    """Return the day a list begins with, where it is not of what was: today, or the first day asked for from then on.

    At its head stands what goes on from before, then what comes, the nearest first; what was is told last.
    """
    first, last, today = filters.since, filters.until, timezone.localdate()
    if filters.q or (last and last < today and first != last):
        return None
    return first if first and (first == last or first > today) else today


def found_by(filters: Filters, public: EventQuerySet, *, is_deep: bool = False) -> tuple[Keys, bool]:
    """Return the keys of what the filters find in order, and whether it is only near to what was typed."""
    others = filters.but(q="")
    entries = entries_of(filters)
    if entries is None and filters.q:
        events = others.ask(public)
        exact = search.ranked(events, filters.q, bool(others))
        return (exact, False) if exact[:1] else (search.loosely(events, filters.q, bool(others)), True)
    is_of_anybody = bool(filters.role and not filters.person and not filters.organization)
    asked = others.but(role=()).ask(public).with_anybody(*filters.role) if is_of_anybody else others.ask(public)
    found = asked if entries is None else entries
    latest = found.latest_first().values_list("pk", flat=True)
    counted = filters.ask(public) if entries is None else entries
    is_narrow = len({name for name, _value in filters.words()}) > 1
    is_few = entries is None and is_narrow and not is_deep and not is_of_anybody
    if day := begins_with(filters):
        ahead = beginning(day) if entries is None else Q(opens__gte=day.isoformat())
        return FromDay(asked, day, latest, ahead, counted, is_few=is_few), False
    return Listed(latest, counted, is_few=is_few), False


def sought(page: Page[Event], text: str) -> tuple[str, ...]:
    """Return the words to mark, and give each event whose name lacks one the line that shows where it stands."""
    words = search.understand(text, timezone.localdate()).shown
    lacking = [event for event in page if not holds_all(event.name, words)]
    texts = texts_of(lacking)
    for event in lacking:
        event.snippet = snippet(event, texts[event.pk], words)  # type: ignore[attr-defined]
    return words


def entries_of(filters: Filters) -> SearchEntryQuerySet | None:
    """The entries of the finds where these tell all that is asked, and no index of events does; else None."""
    beside = filters.but(kind=(), status=(), mode=(), role=())
    if beside or not (filters.status or filters.mode or filters.role):
        return None
    fill()
    return SearchEntry.objects.public().of(filters.kind, filters.status, filters.mode, filters.role)


def kept_facets(filters: Filters, found: Keys) -> Facets:
    def count() -> Facets:
        if isinstance(found, Ranked):
            told = found.few
        else:
            entries = entries_of(filters)
            told = None if entries is None else entries.as_told()
        return facets(filters, found[:COUNTED]) if told is None else counted(filters, told)

    return kept(f"facets in {get_language()} of {filters.query_string}", count)


@as_page
def event(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    shown = get_object_or_404(Event.objects.all().select_related("place", "replaced_by"), pk=pk)
    if shown.replaced_by and shown.replaced_by.is_public:
        return redirect(shown.replaced_by)  # not for good: what was merged can be parted again
    shown = get_object_or_404(with_relations_to_it(Event.objects.public()), pk=pk)
    if slug != shown.slug:
        return redirect(shown, permanent=True)
    return render(request, "calendar_app/event.html", about(shown) | {"linked": linked(shown)})


def about(shown: Event) -> dict[str, Any]:
    """Gather what the page of an event tells, each thing with the marks of its facts."""
    facts = list(
        Fact.objects.filter(event=shown).select_related("participation", "session").prefetch_related("bulletin")
    )
    told = provenance(facts)
    own: dict[str, list[Fact]] = defaultdict(list)
    by_part: dict[tuple[str, int], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.pk not in told.marks:
            continue
        if fact.participation_id or fact.session_id:
            part = ("participation", fact.participation_id) if fact.participation_id else ("session", fact.session_id)
            by_part[part].append(fact)  # type: ignore[index]
        else:
            own[fact.field].append(fact)
    sessions = programme(shown, told, by_part)
    laid = timetable(session for session, _when, _marks in sessions)
    return {
        "event": shown,
        "facts": [fact for fact in facts if fact.pk in told.marks],
        "when": When.of(shown),
        "today": timezone.localdate(),
        "quotes": told.quotes,
        "marks": {field: told.of(of_field) for field, of_field in own.items()},
        "when_marks": told.of(fact for field in WHEN_FIELDS for fact in own[field]),
        "inferred": {field for field, each in own.items() if any(fact.basis == Basis.INFERRED for fact in each)},
        "when_inferred": any(fact.basis == Basis.INFERRED for field in WHEN_FIELDS for fact in own[field]),
        "by_role": by_role(shown, told, by_part),
        "timetable": laid,
        "listed": [row for row in sessions if laid is None or row[0].starts_on is None],
        "relations": [one for one in shown.relations.all() if one.to_event.is_public],
        "related_from": [one for one in shown.related_from.all() if one.from_event.is_public],
        "sources": shown.sources.all(),
        "memberships": [(member, neighbours(member)) for member in shown.memberships.all()],
    }


def neighbours(member: SeriesMembership) -> list[SeriesMembership]:
    """The public members of a series whose printed numbers are nearest below and above."""
    if member.ordinal is None:
        return []
    others = SeriesMembership.objects.filter(series=member.series_id, event__in=Event.objects.public())
    numbered = others.select_related("event").order_by("ordinal", "pk")
    below = numbered.filter(ordinal__lt=member.ordinal).last()
    above = numbered.filter(ordinal__gt=member.ordinal).first()
    return [each for each in (below, above) if each]


def by_role(
    shown: Event, told: Provenance, facts: dict[tuple[str, int], list[Fact]]
) -> list[tuple[Role, list[tuple[Any, list[Any]]]]]:
    """The participants under the roles they have, roles in the vocabulary's order, people in printed order."""
    roles: dict[str, list[tuple[Any, list[Any]]]] = defaultdict(list)
    for participation in shown.participations.all():
        marks = told.of(facts[("participation", participation.pk)])
        for role in participation.roles:
            roles[role].append((participation, marks))
    return [(role, roles[role.value]) for role in Role if role.value in roles]


def programme(
    shown: Event, told: Provenance, facts: dict[tuple[str, int], list[Fact]]
) -> list[tuple[Any, When, list[Any]]]:
    """The sessions in printed order, each with when it is and its marks."""
    rows = []
    for session in shown.sessions.all():
        when = When(session.starts_on, session.starts_on, session.starts_at, day_part=session.day_part)
        session.marks = told.of(facts[("session", session.pk)])  # type: ignore[attr-defined]
        rows.append((session, when, session.marks))  # type: ignore[attr-defined]
    return rows
