"""What costs much to count is counted once between two publications."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from calendar_app.models import FeedVersion
from calendar_app.publishing.kept import kept
from tests.makers import make_public_event

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


@pytest.mark.parametrize("address", ["/calendar/2024/07/", "/calendar/2024/", "/embed/month/2024/07/", "/feeds/"])
def test_page_that_is_much_to_lay_out_is_made_once_until_a_publication(client: Client, address: str) -> None:
    answers = [client.get(address), client.get(address)]
    make_public_event("七月的会", starts_on=date(2024, 7, 25), ends_on=date(2024, 7, 25))
    answers.append(client.get(address))
    FeedVersion.objects.raise_published(timezone.now())
    answers.append(client.get(address))

    first, second, third, after = (answer.content for answer in answers)
    assert first == second == third != after
    assert len({answer["Content-Security-Policy"] for answer in answers}) == 1
    assert b'lang="en"' in client.get(f"/en{address}").content


def test_page_of_a_list_is_found_once_until_a_publication_and_tells_nothing_withdrawn(client: Client) -> None:
    first, second = make_public_event("防汛会"), make_public_event("抗旱会")

    def told() -> list[str]:
        return [event.name for event in client.get("/events/").context["page"]]

    answers = [told()]
    make_public_event("后来的会")
    answers.append(told())
    second.delete()
    answers.append(told())
    FeedVersion.objects.raise_published(timezone.now())

    assert answers == [["抗旱会", first.name], ["抗旱会", first.name], [first.name]]
    assert told() == ["后来的会", first.name]
