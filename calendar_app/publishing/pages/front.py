"""The front page: what is on now and next, what was last reported, and the ways in."""

from __future__ import annotations

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from calendar_app.models import Bulletin, Event
from calendar_app.models.keys import among
from calendar_app.publishing.almanac import almanac_day
from calendar_app.publishing.ongoing import MOST, going_on
from calendar_app.publishing.pages.frame import as_page, listed, loaded
from calendar_app.vocabulary import Kind

SHOWN_ONGOING = 4
SHOWN_AHEAD = 8
SHOWN_REPORTED = 8
SHOWN_BULLETINS = 6


@as_page
def front(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    events = Event.objects.public()
    begun = list(going_on(events, today).values_list("pk", flat=True)[:MOST])
    ahead = events.ahead(today).exclude(pk__in=among(begun))
    counts = dict(events.order_by().values_list("kind").annotate(Count("kind")))
    context = {
        "today": today,
        "almanac": almanac_day(today),
        "since": today,
        "ongoing": list(loaded(begun[:SHOWN_ONGOING]).values()),
        "further": len(begun[SHOWN_ONGOING:]),
        "ahead": list(listed(ahead.chronological())[:SHOWN_AHEAD]),
        "reported": list(listed(events.before(today).latest_first())[:SHOWN_REPORTED]),
        "kinds": [(kind, counts.get(kind.value, 0)) for kind in Kind],
        "total": sum(counts.values()),
        "bulletins": Bulletin.objects.public().without_text()[:SHOWN_BULLETINS],
    }
    return render(request, "calendar_app/front.html", context)
