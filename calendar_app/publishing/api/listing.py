"""One page of any collection: the rows after the cursor, each told, and the address of the next page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.conf import settings
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.http import urlencode

from calendar_app.publishing.api.asking import Asked
from calendar_app.publishing.api.paging import Order, cut

Row = TypeVar("Row", bound=Model)


def listed(
    request: HttpRequest, rows: QuerySet[Row], order: Order, asked: Asked, tell: Callable[[Row, str], Any]
) -> dict[str, Any]:
    """Return one page; `tell` gets a row and the address in front of the pages' own."""
    shown, cursor = cut(rows, order, asked.cursor, asked.limit)
    return {
        "items": [tell(row, settings.PUBLIC_URL) for row in shown],
        "next": address_of_next(request, cursor) if cursor else None,
    }


def address_of_next(request: HttpRequest, cursor: str) -> str:
    rest = [(word, value) for word, values in request.GET.lists() for value in values if word != "cursor"]
    return f"{settings.PUBLIC_URL}{request.path}?{urlencode([*rest, ('cursor', cursor)])}"
