"""A few words of a stored bulletin are read again, for an editor who points at them."""

from __future__ import annotations

from datetime import date
from typing import Any

from calendar_app.extraction import mentions
from calendar_app.models import Bulletin

TIMES = ("starts_on", "ends_on", "starts_at", "ends_at", "day_part")


def told_of_time(bulletin: Bulletin, start: int, end: int) -> dict[str, Any]:
    """Return what the words of a range tell of time, by the extraction contract's keys; empty where they tell nothing.

    The whole text is read, so that a year or month told before the range counts.
    """
    told: dict[str, Any] = {}
    for mention in mentions(bulletin.text, bulletin.published_on):
        if mention.kind == "date" and start < mention.span.end and mention.span.start < end:
            found = {key: getattr(mention.value, key, None) for key in TIMES}
            told = {key: value for key, value in found.items() if value is not None} | told
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in told.items()}
