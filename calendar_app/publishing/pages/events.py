"""The list of events with its filters, and the page of one event."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from django.core.paginator import Page
from django.db.models import Count, QuerySet, prefetch_related_objects
from django.db.models.functions import ExtractYear
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from calendar_app.models import Event, Fact, Organization, Participation, Person, Place, Series
from calendar_app.models.events import FIRST_DAY, EventQuerySet
from calendar_app.publishing import search
from calendar_app.publishing.filters import VOCABULARIES, Filters
from calendar_app.publishing.formats.provenance import Provenance, provenance
from calendar_app.publishing.formats.when import When
from calendar_app.publishing.loading import with_relations_to_it
from calendar_app.publishing.pages.frame import as_page, listed_page
from calendar_app.publishing.pages.linked import linked
from calendar_app.publishing.search.showing import snippet
from calendar_app.publishing.timetable import timetable
from calendar_app.vocabulary import Basis, Kind, Role

COUNTED = 2000  # finds that are counted by kind, year and organiser
BODIES = 8
WHEN_FIELDS = ("starts_on", "ends_on", "starts_at", "ends_at", "day_part", "date_text", "previous_starts_on")


@as_page
def events(request: HttpRequest) -> HttpResponse:
    filters = Filters.read(request.GET)
    public = Event.objects.public()
    found, near = found_by(filters, public)
    page = listed_page(request, found)
    context: dict[str, Any] = {
        "filters": filters,
        "page": page,
        "near": near,
        "facets": facets(filters, found) if filters and 0 < page.paginator.count <= COUNTED else {},
        "sought": sought(page, filters.q) if filters.q else (),
        "today": timezone.localdate(),
        "chips": chips(filters),
        "vocabularies": {name: list(words) for name, words in VOCABULARIES.items()},
    }
    if not page.object_list:
        context |= {"anything": public.exists(), "without_period": filters.but(since=None, until=None).query_string}
    return render(request, "calendar_app/events.html", context)


def found_by(filters: Filters, events: EventQuerySet) -> tuple[EventQuerySet, bool]:
    """Return what the filters find in order, and whether it is only near to what was typed."""
    found = filters.ask(events)
    if not filters.q:
        return found.latest_first(), False
    if found.exists():
        return search.ranked(found, filters.q), False
    return search.ranked(search.loosely(filters.but(q="").ask(events), filters.q), filters.q), True


def sought(page: Page[Event], text: str) -> tuple[str, ...]:
    """Return the words to mark, and give each event of the page the line that shows where they stand."""
    words = search.understand(text, timezone.localdate()).shown
    prefetch_related_objects(list(page), "participations", "sessions", "sources__article")
    for event in page:
        event.snippet = snippet(event, words)  # type: ignore[attr-defined]
    return words


def facets(filters: Filters, found: EventQuerySet) -> dict[str, list[tuple[str, int, str]]]:
    """Count what was found by kind, year and organiser: (label, count, the question narrowed so)."""
    keys = list(found.order_by().values_list("pk", flat=True))
    events = Event.objects.filter(pk__in=keys).order_by()
    kinds = dict(events.values_list("kind").annotate(Count("pk")))
    years = dict(events.annotate(year=ExtractYear(FIRST_DAY)).values_list("year").annotate(Count("pk")))
    holders = Participation.objects.in_role(Role.ORGANIZER).filter(event__in=keys, organization__isnull=False)
    bodies = holders.order_by().values_list("organization__slug", "organization__name").annotate(n=Count("event"))
    return {
        "kind": [
            (_(kind.label), kinds[kind], filters.but(kind=(kind.value,)).query_string) for kind in Kind if kind in kinds
        ],
        "year": [
            (str(year), count, filters.but(since=date(year, 1, 1), until=date(year, 12, 31)).query_string)
            for year, count in sorted(years.items(), key=str, reverse=True)
            if year
        ],
        "organization": [
            (name, count, filters.but(organization=(slug,)).query_string)
            for slug, name, count in bodies.order_by("-n", "organization__name")[:BODIES]
        ],
    }


def chips(filters: Filters) -> list[tuple[str, str]]:
    """Name each filter that stands for somebody or somewhere, with the question that is left without it."""
    named: dict[str, QuerySet[Any]] = {
        "organization": Organization.objects.public(),
        "person": Person.objects.public(),
        "place": Place.objects.public(),
        "series": Series.objects.public(),
    }
    shown: list[tuple[str, str]] = []
    for field, known in named.items():
        slugs: tuple[str, ...] = getattr(filters, field)
        names = {each.slug: str(each) for each in known.filter(slug__in=slugs)} if slugs else {}
        for slug in slugs:
            rest = tuple(each for each in slugs if each != slug)
            shown.append((names.get(slug, slug), filters.but(**{field: rest}).query_string))
    return shown


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
        "memberships": shown.memberships.all(),
    }


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
