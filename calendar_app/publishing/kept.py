"""What costs much to count, kept as long as a page may be: until a publication, and a minute at most."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TypeVar

from django.core.cache import cache

from calendar_app.models import FeedVersion

MINUTE = 60  # seconds
Thing = TypeVar("Thing")


def kept(name: str, make: Callable[[], Thing]) -> Thing:
    """Return what `make` gives, made anew after each publication, and each minute for what is no publication."""
    number = FeedVersion.objects.published().values_list("number", flat=True).first()
    key = hashlib.sha256(f"{number} {name}".encode()).hexdigest()
    found: Thing | None = cache.get(key)
    if found is None:
        cache.set(key, found := make(), MINUTE)
    return found
