"""Asks the service's own addresses, as a reader would, without a network."""

from __future__ import annotations

from django.http import HttpResponse, QueryDict
from django.test import RequestFactory
from django.urls import resolve


def fetched(path: str, query: dict[str, str] | QueryDict | None = None) -> HttpResponse:
    """Return the answer of the view at the path; what the view raises is raised."""
    request = RequestFactory().get(path, query or {})
    view, positional, named = resolve(path)
    response: HttpResponse = view(request, *positional, **named)
    return response
