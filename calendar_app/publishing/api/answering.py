"""Answers of the API over HTTP: open to every site, with a strong ETag, Not Modified, HEAD, and one shape of errors."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import translation
from django.utils.http import parse_etags
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from calendar_app.publishing.api.problems import Problem, problem_response
from calendar_app.publishing.conditional import OPEN_TO_ALL, preflight

logger = logging.getLogger(__name__)
CACHING = "public, max-age=60"
METHODS = "GET, HEAD, OPTIONS"
View = Callable[..., HttpResponse]


def open_to_machines(view: View) -> View:
    """Give a view what every machine-readable address has; errors of the question become problem details."""

    @csrf_exempt  # nothing is changed here; other methods get their own answer
    @wraps(view)
    def answered(request: HttpRequest, *positional: Any, **named: Any) -> HttpResponse:
        if request.method == "OPTIONS":
            return preflight()
        is_head = request.method == "HEAD"
        with translation.override(translation.get_language_from_request(request)):
            response = answer_or_problem(view, request, *positional, **named)
        if is_head:
            response.content = b""  # Content-Length stays (RFC 9110, 9.3.2)
        for name, value in OPEN_TO_ALL.items():
            response[name] = value
        return response

    return answered


def answer_or_problem(view: View, request: HttpRequest, *positional: Any, **named: Any) -> HttpResponse:
    if request.method not in ("GET", "HEAD"):
        told = _("Only %s may be asked here; nothing can be changed through the API.") % METHODS
        response = problem_response(request, Problem(405, told))
        response["Allow"] = METHODS
        return response
    request.method = "GET"
    try:
        response = view(request, *positional, **named)
    except Problem as problem:
        return problem_response(request, problem)
    except Http404:
        return problem_response(request, not_found())
    except Exception:
        if settings.DEBUG:
            raise
        logger.exception("the API failed at %s", request.get_full_path())
        told = _("The fault is ours and has been noted; try again in a moment.")
        return problem_response(request, Problem(500, told))
    response["Content-Length"] = str(len(response.content))
    return conditional(request, response) if response.status_code == 200 else response


def not_found() -> Problem:
    return Problem(404, _("Nothing public is here: it may have been withdrawn or merged; /api/changes tells."))


def conditional(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Add ETag and caching; answer 304 where the reader has this body already (RFC 9110, 13.1.2)."""
    etag = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    known = {each.removeprefix("W/") for each in parse_etags(request.headers.get("If-None-Match", ""))}
    if "*" in known or etag in known:
        response = HttpResponseNotModified()
    response["ETag"] = etag
    response["Cache-Control"] = CACHING
    return response
