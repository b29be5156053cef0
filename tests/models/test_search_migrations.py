"""Search entries come through the migrations that rewrite them as they would be written anew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from calendar_app.models import Event, Place, SearchEntry
from calendar_app.publishing import search
from calendar_app.publishing.search import indexing
from tests.makers import make_event, make_organization, make_participation, make_person, make_public_event

BEFORE = ("calendar_app", "0016_search_reads_less")
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def to_the_last() -> Iterator[None]:
    yield
    call_command("migrate", verbosity=0)


def kept() -> dict[int, tuple[set[str], tuple[object, ...]]]:
    entries = SearchEntry.objects.all()
    return {
        one.pk: (set(one.words.split()), (one.opens, one.kind, one.status, one.mode, one.place, one.who))
        for one in entries
    }


@pytest.mark.usefixtures("to_the_last")
def test_words_and_what_is_counted_come_through() -> None:
    """Two drafts, a public event over New Year and a long one: what is rewritten in more than one way."""
    hall = Place.objects.create(name="会议中心")
    event = make_public_event("防汛会 D1", starts_on=date(2024, 12, 30), ends_on=date(2025, 1, 2), place=hall)
    make_participation(event, "林清远", person=make_person(), roles=["chair", "speaker"])
    make_participation(event, "区发改委", type="organization", organization=make_organization(), roles=["organizer"])
    make_public_event("防汛展", starts_on=date(2023, 11, 1), ends_on=date(2024, 7, 1))
    make_public_event("防汛", starts_on=None, ends_on=None)
    drafts = [make_event("防汛演练"), make_event("防汛值守", starts_on=None)]
    indexing.fill()
    before = kept()

    MigrationExecutor(connection).migrate([BEFORE])
    call_command("migrate", verbosity=0)

    assert kept() == before
    assert len(before) == 5
    found = search.ranked(Event.objects.public(), "防汛 2025年", is_narrowed=False)
    assert found[:] == [event.pk]
    assert set(search.narrow(Event.objects.internal(), "防汛演练")) == {drafts[0]}
