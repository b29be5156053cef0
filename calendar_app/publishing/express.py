"""The short way for feeds: no session, no language to choose, no page around them, so that polling costs little."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import resolve
from django.utils import translation

BODILESS = {204, 304}  # RFC 9110, 8.6
SUFFIXES = (".ics", ".atom")


class Express:
    """Middleware that answers addresses of feeds at once; what is none takes the ordinary way to its 404."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.endswith(SUFFIXES):
            return self.get_response(request)
        try:
            with translation.override(settings.LANGUAGE_CODE):
                view, positional, named = resolve(request.path_info)
                response: HttpResponse = view(request, *positional, **named)
        except Http404:
            return self.get_response(request)
        if "Content-Length" not in response and response.status_code not in BODILESS:
            response["Content-Length"] = str(len(response.content))
        return response
