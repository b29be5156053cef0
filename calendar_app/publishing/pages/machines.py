"""Addresses for machines: whether the service lives and is ready, what robots may read, and the map of the site."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from calendar_app.models import Bulletin, Event, Organization, Person

MOST = 45_000  # addresses in the map; a sitemap holds 50,000 at most (sitemaps.org)


@require_safe
@never_cache
def livez(request: HttpRequest) -> HttpResponse:
    """Answer as long as the process runs."""
    return JsonResponse({"status": "ok"})


@require_safe
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """Answer 200 when the database answers and its tables are there, else 503."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        Event.objects.public().exists()
    except DatabaseError as error:
        return JsonResponse({"status": "error", "database": type(error).__name__}, status=503)
    return JsonResponse({"status": "ok"})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    if settings.NOINDEX:
        rules = ["User-agent: *", "Disallow: /"]
    else:
        rules = ["User-agent: *", "Disallow: /admin/", f"Sitemap: {settings.PUBLIC_URL}{reverse('sitemap')}"]
    return HttpResponse("\n".join(rules) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every page of an event, bulletin, person and organisation, the latest changed events first."""
    events = Event.objects.public().order_by("-changed_at").only("pk", "name", "changed_at")[:MOST]
    rows: list[tuple[str, datetime | None]] = [(event.get_absolute_url(), event.changed_at) for event in events]
    lists: list[QuerySet[Any]] = [Bulletin.objects.public(), Person.objects.public(), Organization.objects.public()]
    for found in lists:
        rows += [(each.get_absolute_url(), None) for each in found[: MOST - len(rows)]]
    context = {"rows": rows, "public_url": settings.PUBLIC_URL}
    return render(request, "calendar_app/sitemap.xml", context, content_type="application/xml; charset=utf-8")
