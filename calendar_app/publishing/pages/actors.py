"""People and organisations, places and series: who and where, by role and over time."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Max, Min, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from calendar_app.models import Event, Organization, Participation, Person, Place, Series
from calendar_app.publishing.filters import Filters
from calendar_app.publishing.pages.frame import as_page, listed, listed_page, paged
from calendar_app.vocabulary import Role

NAMES = 60  # names on one page of an index
BESIDE = 12  # names of those met at the same events


@as_page
def people(request: HttpRequest) -> HttpResponse:
    return index(request, Person.objects.public(), "people")


@as_page
def organizations(request: HttpRequest) -> HttpResponse:
    return index(request, Organization.objects.public().select_related("parent"), "organizations")


def index(request: HttpRequest, actors: QuerySet[Any], kind: str) -> HttpResponse:
    q = request.GET.get("q", "").replace("\0", "").strip()[:100]
    found = actors.called_like(q) if q else actors  # type: ignore[attr-defined]
    counted = found.annotate(times=Count("participations__event", distinct=True)).order_by("-times", "name", "pk")
    page = paged(request, counted, NAMES)
    return render(request, f"calendar_app/{kind}.html", {"page": page, "q": q})


@as_page
def person(request: HttpRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Person.objects.select_related("replaced_by"), slug=slug)
    if shown.replaced_by:
        return redirect("calendar:person", shown.replaced_by.slug, permanent=True)
    get_object_or_404(Person.objects.public(), slug=slug)
    return render(request, "calendar_app/person.html", about_actor(request, "person", shown))


@as_page
def organization(request: HttpRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Organization.objects.select_related("replaced_by", "parent"), slug=slug)
    if shown.replaced_by:
        return redirect("calendar:organization", shown.replaced_by.slug, permanent=True)
    get_object_or_404(Organization.objects.public_or_above(), slug=slug)
    context = about_actor(request, "organization", shown)
    context["children"] = Organization.objects.public().filter(parent=shown)
    return render(request, "calendar_app/organization.html", context)


def about_actor(request: HttpRequest, field: str, shown: Person | Organization) -> dict[str, Any]:
    """What a person's and an organisation's page have in common: events by role, posts over time, those beside them."""
    role = request.GET.get("role", "")
    role = role if role in {each.value for each in Role} else ""
    filters = Filters(**{field: (shown.slug,)}, role=(role,) if role else ())  # type: ignore[arg-type]
    public = Participation.objects.of_public_events()
    own = public.filter(**{field: shown})
    roles = [word for words in own.values_list("roles", flat=True) for word in words]
    events = filters.ask(Event.objects.public())
    everything = filters.but(role=())
    return {
        "shown": shown,
        "filters": filters,
        "page": listed_page(request, events.latest_first()),
        "roles": [(each, roles.count(each.value), each.value == role) for each in Role if each.value in roles],
        "total": len(set(own.values_list("event", flat=True))),
        "posts": own.exclude(post="")
        .values("post")
        .annotate(first=Min("event__starts_on"), last=Max("event__starts_on"), times=Count("event", distinct=True))
        .order_by("-last", "post"),
        "names": sorted(set(own.values_list("name", flat=True)) - {shown.name}),
        "aliases": shown.aliases.all(),
        "beside": beside(everything, shown),
    }


def beside(filters: Filters, shown: Person | Organization) -> QuerySet[Person]:
    """The people most often at the same events."""
    events = filters.ask(Event.objects.public()).values("pk")
    met = Person.objects.filter(participations__event__in=events)
    if isinstance(shown, Person):
        met = met.exclude(pk=shown.pk)
    return met.annotate(times=Count("participations__event", distinct=True)).order_by("-times", "name")[:BESIDE]


@as_page
def places(request: HttpRequest) -> HttpResponse:
    found = Place.objects.public().annotate(times=Count("events", distinct=True)).order_by("-times", "name", "pk")
    return render(request, "calendar_app/places.html", {"page": paged(request, found, NAMES)})


@as_page
def place(request: HttpRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Place, slug=slug)
    filters = Filters(place=(slug,))
    page = listed_page(request, filters.ask(Event.objects.public()).latest_first())
    if not page.object_list:
        get_object_or_404(Event.objects.public(), place=shown)
    return render(request, "calendar_app/place.html", {"shown": shown, "filters": filters, "page": page})


@as_page
def all_series(request: HttpRequest) -> HttpResponse:
    found = Series.objects.public().annotate(times=Count("events", distinct=True)).order_by("-times", "name")
    return render(request, "calendar_app/all_series.html", {"page": paged(request, found, NAMES)})


@as_page
def series(request: HttpRequest, slug: str) -> HttpResponse:
    """A series and its events by their printed ordinal, the highest first."""
    shown = get_object_or_404(Series, slug=slug)
    events = listed(Event.objects.public().filter(memberships__series=shown))
    ordinals = dict(shown.memberships.values_list("event", "ordinal"))
    members = sorted(events.latest_first(), key=lambda each: ordinals[each.pk] or 0, reverse=True)
    if not members:
        get_object_or_404(Event.objects.public(), memberships__series=shown)
    rows = [(ordinals[each.pk], each) for each in members]
    return render(
        request, "calendar_app/series.html", {"shown": shown, "rows": rows, "filters": Filters(series=(slug,))}
    )
