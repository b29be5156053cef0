"""What costs much to count is counted once between two publications."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.utils import timezone
from pytest_django import Settings

from calendar_app.models import FeedVersion
from calendar_app.publishing.kept import kept

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def memory(settings: Settings) -> Iterator[None]:
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "kept"}}
    cache.clear()
    yield
    cache.clear()


def test_thing_is_made_once_until_a_publication() -> None:
    made = iter(range(10))

    def ask() -> int:
        return kept("number", lambda: next(made))

    before = [ask(), ask()]
    FeedVersion.objects.raise_published(timezone.now())
    after = [ask(), ask()]
    FeedVersion.objects.raise_published(timezone.now())

    assert (before, after, ask()) == ([0, 0], [1, 1], 2)


def test_things_of_different_names_are_kept_apart() -> None:
    assert [kept("one", lambda: 1), kept("two", lambda: 2), kept("one", lambda: 3)] == [1, 2, 1]


def test_nothing_found_is_kept_too() -> None:
    assert [kept("none", list[int]), kept("none", lambda: [1])] == [[], []]
