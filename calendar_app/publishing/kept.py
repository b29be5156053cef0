"""What costs much to count, kept as long as a page may be: until a publication, and a minute at most."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec, TypeVar

from django.core.cache import cache

from calendar_app.models import FeedVersion

MINUTE = 60  # seconds
Thing = TypeVar("Thing")
Asked = ParamSpec("Asked")
seen: ContextVar[list[int] | None] = ContextVar("seen", default=None)  # the count of publications, once it was asked


def kept(name: str, make: Callable[[], Thing]) -> Thing:
    """Return what `make` gives, made anew after each publication, and each minute for what is no publication."""
    key = hashlib.sha256(f"{publications()} {name}".encode()).hexdigest()
    found: Thing | None = cache.get(key)
    if found is None:
        cache.set(key, found := make(), MINUTE)
    return found


def at_one_publication(view: Callable[Asked, Thing]) -> Callable[Asked, Thing]:
    """Have a page that publishes nothing itself ask but once how many publications there were."""

    @wraps(view)
    def answer(*positional: Asked.args, **named: Asked.kwargs) -> Thing:
        before = seen.set([])
        try:
            return view(*positional, **named)
        finally:
            seen.reset(before)

    return answer


def publications() -> int:
    known = seen.get()
    if known:
        return known[0]
    number = FeedVersion.objects.publications()
    if known is not None:
        known.append(number)
    return number
