"""The list of events narrows by its address, a day's is that day's page, and an empty one says where something is."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from calendar_app.models import Place
from tests.makers import (
    make_event,
    make_organization,
    make_participation,
    make_person,
    make_public_event,
)

pytestmark = pytest.mark.django_db


def text_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_list_shows_public_events_under_their_months(client: Client) -> None:
    make_public_event("东江区防汛工作部署会")
    make_event("草稿中的会")

    page = text_of(client, "/events/")

    assert "东江区防汛工作部署会" in page
    assert "草稿中的会" not in page
    assert "2024年7月" in page


def test_list_is_narrowed_by_its_address(client: Client) -> None:
    make_public_event("防汛工作部署会", kind="meeting")
    make_public_event("网格员培训班", kind="training")

    page = text_of(client, "/events/?kind=training")

    assert "网格员培训班" in page
    assert "防汛工作部署会" not in page
    assert 'href="/feeds/events.ics?kind=training"' in page


def test_list_names_what_it_cannot_understand(client: Client) -> None:
    page = text_of(client, "/events/?kind=party")

    assert "kind=party" in page


def test_empty_list_says_where_something_is(client: Client) -> None:
    make_public_event()

    page = text_of(client, "/events/?q=无此事&from=2024-01-01")

    assert "没有同时符合这些条件的事件" in page
    assert "/events/?q=%E6%97%A0%E6%AD%A4%E4%BA%8B" in page


def test_empty_day_says_which_day_nearest_to_it_has_something(client: Client) -> None:
    make_public_event("防汛工作部署会", kind="meeting", starts_on=date(2024, 7, 25), ends_on=date(2024, 7, 25))

    plain = text_of(client, "/events/?from=2024-07-20&to=2024-07-20")
    narrowed = text_of(client, "/events/?kind=meeting&from=2024-07-20&to=2024-07-20")
    other = text_of(client, "/events/?kind=training&from=2024-07-20&to=2024-07-20")

    assert "这一天没有已知的事件。" in plain
    assert '最近有内容的一天：<a href="/events/?from=2024-07-25&amp;to=2024-07-25">2024年7月25日</a>' in plain
    assert '最近有内容的一天：<a href="/events/?kind=meeting&amp;from=2024-07-25&amp;to=2024-07-25">' in narrowed
    assert "最近有内容的一天" not in other


def test_search_that_finds_nothing_leads_to_the_names(client: Client) -> None:
    make_public_event("防汛工作部署会", kind="meeting")

    words, narrowed = (text_of(client, f"/en/events/?q=quasar{beside}") for beside in ("", "&kind=meeting"))

    assert "No event holds these words." in words
    assert '<li><a href="/en/people/">People</a>' in words
    assert "No public event answers all of these filters together." in narrowed


def test_list_costs_the_same_queries_for_one_row_and_for_three(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    body = make_organization()
    for number in range(3):
        event = make_public_event()
        make_participation(event, "区发改委", type="organization", roles=["organizer"], organization=body)
        if number == 1:
            continue
        with django_assert_num_queries(7):
            text_of(client, "/events/")


def test_list_of_one_day_is_that_days_page(client: Client) -> None:
    make_public_event("防汛会")

    page = text_of(client, "/events/?kind=meeting&from=2024-07-25&to=2024-07-25")

    assert '<h1><time datetime="2024-07-25">2024年7月25日</time></h1>' in page
    assert "甲辰年六月二十" in page
    assert 'rel="prev" href="/events/?kind=meeting&amp;from=2024-07-24&amp;to=2024-07-24"' in page
    assert 'rel="next" href="/events/?kind=meeting&amp;from=2024-07-26&amp;to=2024-07-26"' in page
    assert 'href="/calendar/2024/week/30/?kind=meeting"' in page


def test_first_and_last_day_of_the_calendar_have_one_neighbour(client: Client) -> None:
    assert 'rel="prev"' not in text_of(client, "/events/?from=1900-01-01&to=1900-01-01")
    assert 'rel="next"' not in text_of(client, "/events/?from=2099-12-31&to=2099-12-31")
    for beyond in ("0001-01-01", "9999-12-31"):
        assert "<h1>事件</h1>" in text_of(client, f"/events/?from={beyond}&to={beyond}")


def test_what_was_found_is_counted_by_all_it_can_be_narrowed_to(client: Client) -> None:
    halls = [Place.objects.create(name=name, slug=slug) for name, slug in (("会议中心", "hall"), ("剧院", "theatre"))]
    for number, hall in enumerate(halls):
        event = make_public_event(kind=("meeting", "training")[number], place=hall)
        person = make_person(name=f"林清{number}", slug=f"lin-{number}")
        make_participation(event, person.name, person=person)

    page = text_of(client, "/events/?from=2024-07-01")

    assert 'href="/events/?kind=training&amp;from=2024-07-01">培训</a>' in page
    assert 'href="/events/?person=lin-1&amp;from=2024-07-01">林清1</a>' in page
    assert 'href="/events/?place=hall&amp;from=2024-07-01">会议中心</a>' in page


@pytest.mark.parametrize("few", [0, 1, 2000])
def test_events_of_a_role_are_the_same_for_few_and_for_many(
    client: Client, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr("calendar_app.models.events.FEW", few)
    for number, role in enumerate(("chair", "chair", "speaker"), 1):
        event = make_public_event(f"第{number}次会", starts_on=date(2024, 7, number), ends_on=date(2024, 7, number))
        make_participation(event, "林清远", roles=[role], type="person")
    make_participation(make_event("草稿中的会"), "林清远", roles=["chair"], type="person")

    page = text_of(client, "/events/?role=chair")

    assert re.findall(r'event-name"><a href="[^"]+">([^<]+)', page) == ["第2次会", "第1次会"]
    assert ">2 项</p>" in page
