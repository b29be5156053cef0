"""Addresses for machines: whether the service lives and is ready."""

from __future__ import annotations

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from calendar_app.models import Event


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
