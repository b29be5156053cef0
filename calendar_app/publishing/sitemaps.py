"""The map of the site (sitemaps.org): an index, and parts that each hold as many addresses as one may."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from math import ceil
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from calendar_app.models import Bulletin, Event, Organization, Person, Place, Series
from calendar_app.publishing.kept import kept

PART = 2_500  # things in one part, each in two languages: some 3 MB; 50,000 and 50 MB are the most (sitemaps.org)
LISTS = ("front", "events", "people", "organizations", "places", "all_series", "bulletins", "statistics")
XML = "application/xml; charset=utf-8"


class Row(NamedTuple):
    """An address in each language, and when what is there last changed."""

    addresses: list[tuple[str, str]]
    changed: datetime | None = None


def events() -> QuerySet[Any]:
    return Event.objects.public().order_by("pk").only("pk", "name", "changed_at")


KINDS: dict[str, Callable[[], QuerySet[Any]]] = {
    "events": events,
    "bulletins": lambda: Bulletin.objects.public().order_by("pk").only("pk"),
    "people": lambda: Person.objects.public().order_by("pk").only("pk", "slug"),
    "organizations": lambda: Organization.objects.public().order_by("pk").only("pk", "slug"),
    "places": lambda: Place.objects.public().order_by("pk").only("pk", "slug"),
    "series": lambda: Series.objects.public().order_by("pk").only("pk", "slug"),
}


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    parts = [("pages", 1)]
    for kind, found in KINDS.items():
        parts += [(kind, number + 1) for number in range(ceil(kept(f"count of {kind}", found().count) / PART))]
    addresses = [settings.PUBLIC_URL + reverse("sitemap_part", args=part) for part in parts]
    return render(request, "calendar_app/sitemaps.xml", {"addresses": addresses}, content_type=XML)


@require_safe
def part(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    rows = list(pages() if kind == "pages" else rows_of(kind, number))
    if not rows:
        raise Http404(f"{kind}-{number}: no such part of the map; see /sitemap.xml")
    return render(request, "calendar_app/sitemap.xml", {"rows": rows}, content_type=XML)


def pages() -> Iterator[Row]:
    """Yield the pages that are lists of others."""
    yield from (Row(in_each_language(reverse(f"calendar:{name}"))) for name in LISTS)


def rows_of(kind: str, number: int) -> Iterator[Row]:
    if kind not in KINDS or number < 1:
        return
    for each in KINDS[kind]()[(number - 1) * PART : number * PART].iterator(chunk_size=2000):
        yield Row(in_each_language(each.get_absolute_url()), getattr(each, "changed_at", None))


def in_each_language(address: str) -> list[tuple[str, str]]:
    """Return (language tag, address) of a page that is given in Chinese; English ones have /en in front."""
    return [("zh-Hans", settings.PUBLIC_URL + address), ("en", f"{settings.PUBLIC_URL}/en{address}")]
