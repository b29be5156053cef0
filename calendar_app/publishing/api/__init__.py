"""The API at /api/: public events and all around them as JSON, described by an OpenAPI document."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path, re_path
from django.utils.translation import gettext_noop

from calendar_app.publishing.api import actors, bulletins, events
from calendar_app.publishing.api.answering import not_found, open_to_machines
from calendar_app.publishing.api.describing import Api, Renderer
from calendar_app.publishing.api.problems import problem_response

__all__ = ["addresses", "api"]

COLLECTIONS = ("events", "sessions", "facts", "people", "organizations", "bulletins", "changes")

api = Api(
    title="Huili",
    version="1",
    description=gettext_noop(
        "Meetings, trainings, ceremonies and activities that the bulletins of public bodies report, each fact with the "
        "words it came from. Everything is read-only and open to every site. Times are told as far as they are "
        "printed: a date without a clock time has none here either."
    ),
    docs_url=None,
    renderer=Renderer(),
    urls_namespace="api",
)
for router in (events.router, actors.router, bulletins.router):
    api.add_router("", router)


def on_nothing(request: HttpRequest, _fault: Http404 | type[Http404]) -> HttpResponse:
    return problem_response(request, not_found())


api.add_exception_handler(Http404, on_nothing)


def index(request: HttpRequest) -> HttpResponse:
    """Name what can be asked for, for whoever comes to /api/ first."""
    site = f"{settings.PUBLIC_URL}/api"
    collections = {name: f"{site}/{name}" for name in COLLECTIONS}
    return JsonResponse({"documentation": f"{site}/docs", "openapi": f"{site}/openapi.json", **collections})


def nothing(_request: HttpRequest, **_named: Any) -> HttpResponse:
    raise Http404


def addresses() -> list[URLPattern]:
    """Return the API's addresses, each open to machines; what is none of them answers with problem details too."""
    patterns = [pattern for pattern in api.urls[0] if isinstance(pattern, URLPattern)]
    for pattern in patterns:
        pattern.callback = open_to_machines(pattern.callback)
    root = path("", open_to_machines(index), name="index")
    return [root, *patterns, re_path(r"^(?!docs$)[\s\S]*$", open_to_machines(nothing), name="nothing")]
