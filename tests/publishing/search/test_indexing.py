"""An event is found by what is true of it now: with every change, and by new names of those who take part."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from calendar_app.models import Change, Event, OrganizationAlias
from calendar_app.publishing import search
from calendar_app.publishing.search import indexing
from tests.makers import make_event, make_organization, make_participation, make_public_event

pytestmark = pytest.mark.django_db(transaction=True)


def found(text: str) -> list[Event]:
    return list(search.narrow(Event.objects.all(), text))


def test_new_event_is_found() -> None:
    make_public_event("防汛工作部署会")
    assert len(found("防汛")) == 1

    draft = make_event("防汛演练")

    assert draft in found("防汛")


def test_changed_event_is_found_by_its_new_name_only() -> None:
    event = make_public_event("防汛工作部署会")
    assert found("防汛") == [event]

    event.name = "抗旱工作部署会"
    event.save()
    Change.objects.create(event=event, sequence=1)

    assert found("防汛") == []
    assert found("抗旱") == [event]


def test_new_alias_finds_what_its_owner_took_part_in() -> None:
    body = make_organization(name="东江区卫生健康委员会")
    event = make_public_event("表彰大会")
    make_participation(event, "东江区卫生健康委员会", type="organization", organization=body, roles=["organizer"])
    assert found("卫健委") == []

    OrganizationAlias.objects.create(organization=body, name="区卫健委")

    assert found("卫健委") == [event]


def test_deleted_event_leaves_no_words_behind() -> None:
    make_public_event("防汛工作部署会")
    assert len(found("防汛")) == 1

    Event.objects.all().delete()
    make_public_event("别的会")

    assert found("防汛") == []


@pytest.mark.parametrize("mark", ["n", "w", "d", "l", "d2024", "nfx", "/d2024", "n/防汛"])
def test_no_word_that_is_typed_meets_a_mark(mark: str) -> None:
    make_event("防汛演练", starts_on=date(2024, 1, 1), ends_on=date(2024, 12, 31))
    make_public_event("防汛工作部署会")

    assert found(mark) == []
    assert search.ranked(Event.objects.public(), mark, is_narrowed=False)[:] == []


def test_letters_are_found_as_words() -> None:
    event = make_public_event("D2024次列车上的宣讲")

    assert found("d20") == [event]


def test_missing_entries_are_written_by_the_search_that_lacks_them() -> None:
    event = make_public_event("防汛工作部署会")

    first = search.ranked(Event.objects.public(), "防汛", is_narrowed=False)[:]
    with CaptureQueriesContext(connection) as asked:
        again = search.ranked(Event.objects.public(), "防汛", is_narrowed=False)[:]

    assert (first, again, len(asked)) == ([event.pk], [event.pk], 1)


def test_many_events_are_found_by_their_words_and_not_read_one_by_one() -> None:
    make_public_event("防汛工作部署会")
    for number in range(indexing.BATCH):
        make_public_event(f"第{number}次例会")
    assert len(found("防汛")) == 1

    plan = search.narrow(Event.objects.public(), "防汛").explain()

    assert "event_public" not in plan
