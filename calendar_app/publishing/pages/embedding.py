"""Lists and months to show on other sites: small pages that any site may frame, and the code to copy."""

from __future__ import annotations

from datetime import date

from csp.decorators import csp_replace
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt

from calendar_app.models import Event
from calendar_app.publishing.filters import Filters
from calendar_app.publishing.pages.calendars import month_of
from calendar_app.publishing.pages.frame import as_page, kept_whole, listed

ROWS = 10
HEIGHTS = {"list": 480, "month": 760}
framed_anywhere = csp_replace({"frame-ancestors": ["*"]})


@as_page
def embedding(request: HttpRequest) -> HttpResponse:
    """Give the code for the view and the filters chosen, with what it will show."""
    view = request.GET.get("view", "list")
    view = view if view in HEIGHTS else "list"
    filters = Filters.read(request.GET)
    address = reverse(f"calendar:embed_{view}") + (f"?{filters.query_string}" if filters else "")
    context = {"view": view, "filters": filters, "address": address, "code": code(address, HEIGHTS[view])}
    return render(request, "calendar_app/embedding.html", context)


def code(address: str, height: int) -> str:
    """Return the element to copy; the filters in the address are URL-encoded, so that `&` is all that HTML minds."""
    source = (settings.PUBLIC_URL + address).replace("&", "&amp;")
    title = _("Events from Huili")
    return f'<iframe src="{source}" title="{title}" width="100%" height="{height}" loading="lazy"></iframe>'


@xframe_options_exempt
@framed_anywhere
@as_page
def embed_list(request: HttpRequest) -> HttpResponse:
    """Show what comes next and, where that is little, what was last."""
    filters = Filters.read(request.GET)
    events = filters.ask(Event.objects.public())
    today = timezone.localdate()
    coming = list(listed(events.ahead(today).chronological())[:ROWS])
    past = list(listed(events.before(today).latest_first())[: ROWS - len(coming)]) if len(coming) < ROWS else []
    context = {"coming": coming, "past": past, "filters": filters, "today": today}
    return render(request, "calendar_app/embed_list.html", context)


@xframe_options_exempt
@framed_anywhere
@as_page
@kept_whole
def embed_month(request: HttpRequest, year: str = "", month: str = "") -> HttpResponse:
    """Show a month; without one in the address the nearest that has something."""
    filters = Filters.read(request.GET).but(since=None, until=None)
    events = filters.ask(Event.objects.public())
    if year:
        first = date(int(year), int(month), 1)
    else:
        first = (events.nearest_day(timezone.localdate()) or timezone.localdate()).replace(day=1)
    return render(request, "calendar_app/embed_month.html", month_of(events, first) | {"filters": filters})
