"""People and organisations, places and series: who and where, by role and over time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from heapq import nlargest
from operator import itemgetter
from typing import Any

from django.core.paginator import Page
from django.db.models import Count, QuerySet
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext, pgettext

from calendar_app.models import Event, Organization, Participation, Person, Place, Series, SeriesMembership
from calendar_app.models.days import BEGINS
from calendar_app.models.keys import among
from calendar_app.models.programme import ParticipationQuerySet
from calendar_app.publishing.filters import Filters
from calendar_app.publishing.kept import kept
from calendar_app.publishing.ongoing import FromDay, beginning
from calendar_app.publishing.pages.frame import as_page, listed_page, loaded, paged
from calendar_app.publishing.pages.quick import quick
from calendar_app.vocabulary import Role

NAMES = 60  # names on one page of an index
BESIDE = 12  # names of those met at the same events
LATEST = 1000  # events that the page of a person or body tells of


@as_page
def people(request: HttpRequest) -> HttpResponse:
    return index(request, Person.objects.public(), "people")


@as_page
def organizations(request: HttpRequest) -> HttpResponse:
    return index(request, Organization.objects.public().select_related("parent"), "organizations")


def index(request: HttpRequest, actors: QuerySet[Any], kind: str) -> HttpResponse:
    q = request.GET.get("q", "").replace("\0", "").strip()[:100]
    own = Participation.objects.of_public_events()
    times = busiest(
        actors.model, own.values_list(actors.model._meta.model_name).annotate(Count("event", distinct=True))
    )
    known = set(actors.called_like(q).values_list("pk", flat=True)) if q else times  # type: ignore[attr-defined]
    page = named_page(request, actors, {key: times[key] for key in times if key in known})
    return render(request, f"calendar_app/{kind}.html", {"page": page, "q": q})


def named_page(request: HttpRequest, named: QuerySet[Any], times: dict[int, int]) -> Page[Any]:
    """Cut out a page of those whose keys are given, and tell each how many events it has."""
    page = paged(request, list(times), NAMES)
    shown = named.in_bulk(list(page.object_list))
    page.object_list = [shown[key] for key in page.object_list if key in shown]
    for each in page.object_list:
        each.times = times[each.pk]
    return page


def busiest(model: type[Any], counts: QuerySet[Any, Any]) -> dict[int, int]:
    """Return the keys of all that are counted in public events, those in most of them first, and in how many."""

    def count() -> dict[int, int]:
        times = dict(counts.order_by())
        names = model.objects.order_by("name", "pk").values_list("pk", flat=True)
        return {key: times[key] for key in sorted((key for key in names if key in times), key=lambda key: -times[key])}

    return kept(f"busiest {model._meta.model_name}", count)


@as_page
def person(request: HttpRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Person.objects.select_related("replaced_by"), slug=slug)
    if shown.replaced_by:
        return redirect("calendar:person", shown.replaced_by.slug)
    get_object_or_404(Person.objects.public(), slug=slug)
    return render(request, "calendar_app/person.html", about_actor(request, "person", shown))


@as_page
def organization(request: HttpRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Organization.objects.select_related("replaced_by", "parent"), slug=slug)
    if shown.replaced_by:
        return redirect("calendar:organization", shown.replaced_by.slug)
    children = list(Organization.objects.public().filter(parent=shown))
    if not children:
        get_object_or_404(Organization.objects.public(), slug=slug)
    context = about_actor(request, "organization", shown)
    context |= {"children": children, **quick(Filters(organization=(slug,)))}
    return render(request, "calendar_app/organization.html", context)


def about_actor(request: HttpRequest, field: str, shown: Person | Organization) -> dict[str, Any]:
    """What a person's and an organisation's page have in common: events by role, posts over time, those beside them.

    Of somebody in very many events the page tells the latest, and leads to the list of all.
    """
    role = request.GET.get("role", "")
    role = role if role in {each.value for each in Role} else ""
    filters = Filters(**{field: (shown.slug,)}, role=(role,) if role else ())  # type: ignore[arg-type]
    had = Participation.objects.filter(**{field: shown}).order_by()
    latest = latest_of(filters, had)
    own = had.of_public_events()
    page = paged(request, nearest_first(latest))
    page.object_list = list(loaded(page.object_list).values())
    tell_parts(page.object_list, own)
    of_all = filters.but(role=())
    lately = list(latest_of(of_all, had) if role else latest)
    known = kept(f"who is {of_all.query_string}", lambda: known_of(own, lately, shown))
    counts = known["counts"]
    return {
        "shown": shown,
        "filters": filters,
        "page": page,
        "since": timezone.localdate(),
        "roles": [(each, counts[each.value], each.value == role) for each in Role if counts[each.value]],
        "most": LATEST,
        "aliases": shown.aliases.all(),
        **known,
    }


def tell_parts(events: list[Event], own: ParticipationQuerySet) -> None:
    """Give each event the roles somebody had at it, in the vocabulary's order."""
    roles: dict[int, set[str]] = defaultdict(set)
    for event, words in own.filter(event__in=among([each.pk for each in events])).values_list("event", "roles"):
        roles[event].update(words)
    between = pgettext("between roles", ", ")
    for each in events:
        part = between.join(gettext(role.label) for role in Role if role in roles[each.pk])
        each.part = part  # type: ignore[attr-defined]


def known_of(own: ParticipationQuerySet, latest: list[int], shown: Person | Organization) -> dict[str, Any]:
    """The parts somebody had and in how many events; lately, the posts and names printed and the people met."""
    counts: Counter[str] = Counter()
    for words, times in own.values_list("roles").annotate(Count("pk")):
        counts.update(dict.fromkeys(words, times))
    lately = list(own.filter(event__in=among(latest)).values_list("name", "post", "event__starts_on"))
    return {
        "counts": counts,
        "total": own.aggregate(total=Count("event", distinct=True))["total"],
        "posts": posts((post, day) for _name, post, day in lately if post),
        "names": sorted({name for name, _post, _day in lately} - {shown.name}),
        "beside": beside(latest, shown),
    }


def latest_of(filters: Filters, had: ParticipationQuerySet) -> dict[int, date]:
    """Return the keys of the latest public events of somebody, at most a thousand, with the days they begin on."""

    def read() -> dict[int, date]:
        events = Event.objects.public().having(had.in_role(*filters.role) if filters.role else had)
        return dict(events.annotate(begins=BEGINS).latest_first().values_list("pk", "begins")[:LATEST])

    return kept(f"latest of {filters.query_string}", read)


def nearest_first(latest: dict[int, date]) -> list[int]:
    """Turn round what of the latest begins today or later, so that the nearest comes first; then what was."""
    today, keys = timezone.localdate(), list(latest)
    ahead = sum(day >= today for day in latest.values())
    return keys[:ahead][::-1] + keys[ahead:]


def posts(held: Iterable[tuple[str, date | None]]) -> list[dict[str, Any]]:
    """The posts somebody is printed with, from the first day of each to the last, the last held first."""
    days: dict[str, list[date]] = defaultdict(list)
    for post, day in held:
        days[post] += [day] if day else []
    found = [{"post": post, "first": min(on, default=None), "last": max(on, default=None)} for post, on in days.items()]
    by_name = sorted(found, key=itemgetter("post"))
    return sorted(by_name, key=lambda each: each["last"] or date.min, reverse=True)


def beside(latest: list[int], shown: Person | Organization) -> list[Person]:
    """The people most often at the same events."""
    met = Participation.objects.filter(event__in=among(latest)).exclude(person=None)
    if isinstance(shown, Person):
        met = met.exclude(person=shown)
    times = dict(met.order_by().values_list("person").annotate(Count("event", distinct=True)))
    least = min(nlargest(BESIDE, times.values()), default=0)
    people = list(Person.objects.filter(pk__in=[key for key, number in times.items() if number >= least]))
    for person in people:
        person.times = times[person.pk]  # type: ignore[attr-defined]
    return sorted(people, key=lambda each: (-times[each.pk], each.name))[:BESIDE]


@as_page
def places(request: HttpRequest) -> HttpResponse:
    times = busiest(Place, Event.objects.public().values_list("place").annotate(Count("place")))
    return render(request, "calendar_app/places.html", {"page": named_page(request, Place.objects.all(), times)})


@as_page
def place(request: HttpRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Place, slug=slug)
    filters = Filters(place=(slug,))
    today, events = timezone.localdate(), filters.ask(Event.objects.public())
    latest = events.latest_first().values_list("pk", flat=True)
    page = listed_page(request, FromDay(events, today, latest, beginning(today), events))
    if not page.object_list:
        get_object_or_404(Event.objects.public(), place=shown)
    context = {"shown": shown, "filters": filters, "page": page, "since": today, **quick(filters)}
    return render(request, "calendar_app/place.html", context)


@as_page
def all_series(request: HttpRequest) -> HttpResponse:
    members = SeriesMembership.objects.exclude(event__in=Event.objects.hidden())
    times = busiest(Series, members.values_list("series").annotate(Count("event")))
    return render(request, "calendar_app/all_series.html", {"page": named_page(request, Series.objects.all(), times)})


@as_page
def series(request: HttpRequest, slug: str) -> HttpResponse:
    """A series and its events by their printed ordinal, the highest first."""
    shown = get_object_or_404(Series, slug=slug)
    events = Event.objects.public().filter(memberships__series=shown).latest_first()
    ordinal = Coalesce("memberships__ordinal", 0).desc()
    page = listed_page(request, events.order_by(ordinal, *events.query.order_by))
    if not page.object_list:
        raise Http404(f"{slug}: no public event belongs to it")
    ordinals = dict(shown.memberships.filter(event__in=page.object_list).values_list("event", "ordinal"))
    rows = [(ordinals[each.pk], each) for each in page.object_list]
    context = {"shown": shown, "rows": rows, "page": page, "filters": Filters(series=(slug,))}
    return render(request, "calendar_app/series.html", context)
