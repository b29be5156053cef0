"""Pictures of events for those who show shared addresses (Open Graph)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from calendar_app.formats.card import card
from calendar_app.formats.when import When
from calendar_app.models import Event
from calendar_app.vocabulary import Kind, Status

DAY = 86_400  # seconds


@require_safe
@cache_control(public=True, max_age=DAY)
@conditional_page
def event_card(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    event = get_object_or_404(Event.objects.public(), pk=pk)
    return HttpResponse(card(When.of(event), Kind(event.kind), Status(event.status)), content_type="image/png")
