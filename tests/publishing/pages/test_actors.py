"""People, bodies, places and series with many events: the busiest first, the latest told, the rest a link away."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from calendar_app.models import Person, Place, Series, SeriesMembership
from calendar_app.publishing.pages import actors, frame
from tests.makers import make_event, make_organization, make_participation, make_person, make_public_event

pytestmark = pytest.mark.django_db


def meet(day: int, *people: Person) -> None:
    event = make_public_event(f"第{day}次防汛会", starts_on=date(2024, 7, day), ends_on=date(2024, 7, day))
    for person in people:
        make_participation(event, person.name, person=person, post=f"第{day}任区长", roles=["chair"])


def test_each_event_of_somebody_tells_the_parts_taken_in_it(client: Client) -> None:
    chen = make_person("陈望舒", slug="chen")
    event = make_public_event("防汛会")
    make_participation(event, "陈望舒", person=chen, roles=["attendee", "chair"])
    make_participation(event, "陈望舒", person=chen, roles=["speaker"])
    make_participation(event, "林清远", person=make_person("林清远"), roles=["lecturer"])

    page = client.get("/people/chen/").content.decode()

    assert '<strong class="event-part">主持、讲话、出席</strong>' in page
    assert ">Chair, Speaker, Attendee</strong>" in client.get("/en/people/chen/").content.decode()
    assert "授课" not in page


@pytest.mark.parametrize("field", ["organization", "place"])
def test_body_and_place_are_narrowed_by_one_press(client: Client, field: str) -> None:
    event = make_public_event("防汛会", place=Place.objects.create(name="会议中心", slug="hall"))
    make_participation(event, "东江区", type="organization", organization=make_organization(slug="hall"))

    page = client.get(f"/{field}s/hall/").content.decode()

    assert f'<a href="/events/?kind=training&amp;{field}=hall">' in page
    assert f'<a href="/events/?{field}=hall&amp;from=' in page


def test_people_come_by_their_public_events(client: Client) -> None:
    lin, chen, he = make_person("林清远"), make_person("陈望舒"), make_person("何明")
    meet(1, lin, chen)
    meet(2, chen)
    for _ in range(3):
        make_participation(make_event(), "何明", person=he)

    page = client.get("/people/").context["page"]

    assert [(each, each.times) for each in page] == [(chen, 2), (lin, 1)]


def test_somebody_in_many_events_is_told_by_the_latest(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actors, "LATEST", 2)
    lin, chen, he = make_person("林清远", slug="lin"), make_person("陈望舒"), make_person("何明")
    meet(1, lin, he)
    meet(2, lin, chen)
    meet(3, lin, chen)

    answer = client.get("/people/lin/")

    told: Any = answer.context
    assert [event.name for event in told["page"]] == ["第3次防汛会", "第2次防汛会"]
    assert [each["post"] for each in told["posts"]] == ["第3任区长", "第2任区长"]
    assert [(each, each.times) for each in told["beside"]] == [(chen, 2)]
    assert (told["total"], [count for _role, count, _is_current in told["roles"]]) == (3, [3])
    assert "这里只列最近 2 项。" in answer.content.decode()
    assert "/events/?person=lin" in answer.content.decode()


def test_somebody_in_few_events_is_told_whole(client: Client) -> None:
    lin = make_person("林清远", slug="lin")
    meet(1, lin)

    assert "这里只列最近" not in client.get("/people/lin/").content.decode()


@pytest.mark.parametrize("rows", [1, 2, 3, 4, 9])
def test_pages_from_the_end_are_those_from_the_beginning(
    client: Client, monkeypatch: pytest.MonkeyPatch, rows: int
) -> None:
    monkeypatch.setattr(frame.paged, "__defaults__", (rows,))
    lin = make_person()
    for day in (3, 1, 7, 5, 2, 6, 4):
        meet(day, lin)

    pages = [client.get(f"/events/?page={number + 1}").context["page"] for number in range(-(-7 // rows))]

    assert [event.starts_on.day for page in pages for event in page] == [7, 6, 5, 4, 3, 2, 1]


def test_series_comes_by_its_printed_numbers_page_by_page(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frame.paged, "__defaults__", (2,))
    awards = Series.objects.create(name="颁证仪式", slug="awards")
    for ordinal in (38, 40, None, 39):
        SeriesMembership.objects.create(series=awards, event=make_public_event(), ordinal=ordinal)

    pages = [client.get(f"/series/awards/?page={number}").context["rows"] for number in (1, 2)]

    assert [[ordinal for ordinal, _event in rows] for rows in pages] == [[40, 39], [38, None]]


def test_address_of_a_merged_body_leads_on_for_now_only_since_merges_can_be_undone(client: Client) -> None:
    kept, gone = make_organization("区教育局"), make_organization("教育局")
    make_participation(make_public_event(), kept.name, organization=kept, type="organization", roles=["organizer"])
    gone.replaced_by = kept
    gone.save()

    answer = client.get(f"/organizations/{gone.slug}/")

    assert (answer.status_code, answer["Location"]) == (302, f"/organizations/{kept.slug}/")


def test_long_name_breaks_only_behind_its_dots(client: Client) -> None:
    guest = make_person("阿卜杜热依木·买买提·吐尔逊", slug="guest")
    make_participation(make_public_event(), guest.name, person=guest)

    page = client.get("/people/guest/").content.decode()

    assert '<h1 class="of-person">阿卜杜热依木·<wbr>买买提·<wbr>吐尔逊</h1>' in page
