"""The front page: what is on now and next, what was last reported, and the ways in."""

from __future__ import annotations

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from calendar_app.models import Bulletin, Event
from calendar_app.publishing.almanac import almanac_day
from calendar_app.publishing.pages.frame import as_page, listed
from calendar_app.vocabulary import Kind

SHOWN_AHEAD = 8
SHOWN_REPORTED = 8
SHOWN_BULLETINS = 6


@as_page
def front(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    events = Event.objects.public()
    counts = dict(events.order_by().values_list("kind").annotate(Count("kind")))
    context = {
        "today": today,
        "almanac": almanac_day(today),
        "ahead": list(listed(events.ahead(today).chronological())[:SHOWN_AHEAD]),
        "reported": list(listed(events.before(today).latest_first())[:SHOWN_REPORTED]),
        "kinds": [(kind, counts.get(kind.value, 0)) for kind in Kind],
        "total": sum(counts.values()),
        "bulletins": Bulletin.objects.public().without_text()[:SHOWN_BULLETINS],
    }
    return render(request, "calendar_app/front.html", context)
