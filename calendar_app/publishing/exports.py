"""The list and single events to take along: as JSON and as a table for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from calendar_app.formats.event_json import event_json
from calendar_app.formats.shapes import EventJson
from calendar_app.formats.table import CSV, table
from calendar_app.models import Event
from calendar_app.models.events import EventQuerySet
from calendar_app.publishing.api.answering import open_to_machines
from calendar_app.publishing.api.asking import read
from calendar_app.publishing.api.events import page_of_events
from calendar_app.publishing.api.paging import Page
from calendar_app.publishing.filters import Filters
from calendar_app.publishing.loading import with_all_told

JSON = "application/json; charset=utf-8"
BATCH = 500
MOST_ROWS = 10_000  # of one table, so that no reader keeps a worker for minutes


@open_to_machines
def list_json(request: HttpRequest) -> HttpResponse:
    """Answer as /api/events does."""
    return HttpResponse(Page[EventJson](**page_of_events(request)).model_dump_json(), content_type=JSON)


@open_to_machines
def single_json(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    read(request)
    event = get_object_or_404(with_all_told(Event.objects.public()), pk=pk)
    return HttpResponse(event_json(event, settings.PUBLIC_URL).model_dump_json(), content_type=JSON)


@require_safe
def list_csv(request: HttpRequest) -> HttpResponseBase:
    events = Filters.read(request.GET).ask(Event.objects.public())
    if events.count() > MOST_ROWS:
        told = _("More than %d events are too many for one table; narrow the list by period, kind or body first.")
        return HttpResponse(told % MOST_ROWS, status=400, content_type="text/plain; charset=utf-8")
    return spreadsheet(events.chronological(), "huili-events.csv")


@require_safe
def single_csv(request: HttpRequest, pk: int, slug: str) -> HttpResponseBase:
    event = get_object_or_404(Event.objects.public(), pk=pk)
    return spreadsheet(Event.objects.public().filter(pk=event.pk), f"huili-event-{pk}.csv")


def spreadsheet(events: EventQuerySet, name: str) -> StreamingHttpResponse:
    """Send the rows as they are read."""
    response = StreamingHttpResponse(rows(events, translation.get_language() or ""), content_type=CSV)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Robots-Tag"] = "noindex"
    return response


def rows(events: EventQuerySet, language: str) -> Iterator[str]:
    with translation.override(language):
        yield from table(with_all_told(events).iterator(chunk_size=BATCH), settings.PUBLIC_URL)
