"""What lists count of an event without reading it is true after everything that may be done to it."""

from __future__ import annotations

from datetime import date, time

import pytest

from calendar_app.models import Event, Place, SearchEntry
from calendar_app.models.search import Told
from calendar_app.publishing import search
from calendar_app.publishing.search import indexing
from calendar_app.review.actors import merge_actors, unmerge_actor
from calendar_app.review.decisions import publish, withdraw
from calendar_app.review.merging import merge, unmerge
from calendar_app.review.revising import correct
from tests.makers import make_event, make_organization, make_participation, make_person, make_public_event

pytestmark = pytest.mark.django_db(transaction=True)


def told(*events: Event) -> list[Told]:
    indexing.fill()
    return sorted(SearchEntry.objects.told([event.pk for event in events]))


def counted(text: str = "防汛") -> int:
    """How many are counted where there are too many to look at each."""
    return SearchEntry.objects.times(search.understand(text, date(2024, 7, 1)).tokens)


def test_an_event_tells_its_time_kind_place_and_who_takes_part() -> None:
    hall = Place.objects.create(name="会议中心")
    event = make_public_event("防汛会", kind="training", starts_at=time(9, 30), place=hall)
    lin, body = make_person(), make_organization()
    make_participation(event, "林清远", person=lin, roles=["chair", "speaker"])
    make_participation(event, "区发改委", type="organization", organization=body, roles=["organizer"])
    make_participation(event, "居民", type="group", roles=[])

    assert told(event) == [
        Told(
            event.pk,
            "2024-07-25T09:30:00",
            "training",
            hall.pk,
            f"=chair=speaker=/p{lin.pk} =organizer=/o{body.pk} /g ",
        )
    ]


@pytest.mark.parametrize(
    ("days", "opens"),
    [
        ({"starts_on": None}, "2024-07-25"),
        ({"starts_on": None, "ends_on": None}, "0001-01-01"),
        ({"starts_on": date(2024, 7, 1)}, "2024-07-01"),
    ],
)
def test_an_event_opens_on_the_first_day_known(days: dict[str, date | None], opens: str) -> None:
    event = make_public_event("防汛会", **days)

    assert [one.opens for one in told(event)] == [opens]


def test_only_what_is_public_is_told_and_counted() -> None:
    event = make_event("防汛会")
    assert (told(event), counted()) == ([], 0)

    publish(event, by=None, waive=True)
    assert ([one.pk for one in told(event)], counted()) == ([event.pk], 1)

    withdraw(event, by=None)
    assert (told(event), counted()) == ([], 0)

    publish(Event.objects.get(pk=event.pk), by=None, waive=True)
    assert ([one.pk for one in told(event)], counted()) == ([event.pk], 1)


def test_what_is_merged_is_told_once_and_again_when_parted() -> None:
    kept, gone = make_public_event("防汛会"), make_public_event("防汛部署会")
    assert (len(told(kept, gone)), counted()) == (2, 2)

    merge(kept, gone, by=None)
    assert ([one.pk for one in told(kept, gone)], counted()) == ([kept.pk], 1)

    unmerge(Event.objects.get(pk=gone.pk), by=None)
    assert (len(told(kept, gone)), counted()) == (2, 2)


def test_what_is_corrected_is_told_as_it_is_now() -> None:
    event = make_public_event("防汛会")
    assert [(one.opens, one.kind) for one in told(event)] == [("2024-07-25", "meeting")]

    correct(event, {"starts_on": date(2024, 7, 24), "kind": "training"}, by=None)

    assert [(one.opens, one.kind) for one in told(event)] == [("2024-07-24", "training")]


def test_who_was_merged_is_told_as_whoever_took_over_and_as_himself_when_parted() -> None:
    kept, gone, event = make_person("林清远"), make_person("林青远"), make_public_event("防汛会")
    make_participation(event, "林青远", person=gone)
    before = told(event)

    merge_actors(kept, gone, by=None)
    merged = told(event)
    unmerge_actor(gone, by=None)

    assert [one.who for one in before] == [f"=attendee=/p{gone.pk} "]
    assert [one.who for one in merged] == [f"=attendee=/p{kept.pk} "]
    assert told(event) == before
