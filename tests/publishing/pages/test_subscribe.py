"""The subscription page offers the feed of exactly what is asked for, in every way calendars take one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.http import urlencode

from calendar_app.publishing.filters import Filters
from calendar_app.publishing.pages.subscribe import addresses
from calendar_app.publishing.questions import Question
from tests.makers import make_event, make_organization, make_participation, make_person, make_public_event

pytestmark = pytest.mark.django_db
HERE = "http://127.0.0.1:8000"


def asked(query: str) -> str:
    return addresses(Question.asking(Filters.read(query))).https.removeprefix(HERE)


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("", "/feeds/all.ics"),
        ("kind=training", "/feeds/training.ics"),
        ("person=lin", "/feeds/people/lin.ics"),
        ("organization=qzf", "/feeds/organizations/qzf.ics"),
        ("kind=training&kind=meeting", "/feeds/events.ics?kind=training&kind=meeting"),
        ("q=防汛&from=2024-07-01", "/feeds/events.ics?from=2024-07-01&q=%E9%98%B2%E6%B1%9B"),
    ],
)
def test_question_has_one_shortest_address(query: str, address: str) -> None:
    assert asked(query) == address


@pytest.mark.parametrize("query", ["", "kind=training", "person=lin", "q=防汛", "organization=qzf&kind=meeting"])
def test_every_offered_address_answers(client: Client, query: str) -> None:
    event = make_public_event("防汛会")
    make_participation(event, "林清远", person=make_person("林清远", slug="lin"))
    make_participation(event, "区政府", type="organization", organization=make_organization("区政府", slug="qzf"))

    statuses = [client.get(address).status_code for address in (asked(query), asked(query).replace(".ics", ".atom"))]

    assert statuses == [200, 200]


def test_page_offers_every_way(client: Client) -> None:
    make_public_event("会")

    page = client.get("/feeds/?kind=meeting&cancelled=hide")

    shown = page.content.decode()
    https = f"{HERE}/feeds/meeting.ics?cancelled=hide"
    webcal = "webcal" + https.removeprefix("http")
    assert page.status_code == 200
    assert f'href="{webcal}"' in shown
    assert f'value="{https}"' in shown
    assert f"?{urlencode({'cid': webcal})}" in shown
    assert f"addfromweb?{urlencode({'url': https})}" in shown
    assert "<svg" in shown
    assert "style=" not in shown


def test_preview_shows_the_next_and_the_last(client: Client) -> None:
    today = timezone.localdate()
    for offset in (-5, -4, -2, -1, 1, 2, 4, 5):
        day = today + timedelta(days=offset)
        make_public_event(f"第{offset}天", starts_on=day, ends_on=day)
    make_event("草稿", starts_on=today, ends_on=today)

    context = client.get("/feeds/").context

    assert [event.name for event in context["next"]] == ["第1天", "第2天", "第4天"]
    assert [event.name for event in context["last"]] == ["第-1天", "第-2天", "第-4天"]


def test_years_have_archives(client: Client) -> None:
    make_public_event("会", starts_on=date(2022, 3, 1), ends_on=date(2022, 3, 1))
    make_public_event("会", starts_on=date(2024, 3, 1), ends_on=date(2024, 3, 1))

    years = client.get("/feeds/?kind=meeting").context["years"]

    assert years == [(2024, f"{HERE}/feeds/meeting/2024.ics"), (2022, f"{HERE}/feeds/meeting/2022.ics")]


def test_only_years_that_answer_are_offered(client: Client) -> None:
    make_public_event("长期", starts_on=date(2022, 3, 1), ends_on=date(2023, 3, 1))
    make_public_event("期限", starts_on=None, ends_on=date(2025, 3, 1))
    make_public_event("远期", starts_on=date(2150, 3, 1), ends_on=date(2150, 3, 1))

    years = client.get("/feeds/").context["years"]

    assert [year for year, _address in years] == [2025, 2023, 2022]
    assert [client.get(address.removeprefix(HERE)).status_code for _year, address in years] == [200] * 3


def test_address_too_long_is_not_offered(client: Client) -> None:
    shown = client.get("/feeds/", {"q": "防汛" * 40}).content.decode()

    assert "webcal:" not in shown
    assert "这个问题的地址太长" in shown


def test_page_is_found_from_every_list_and_by_readers(client: Client) -> None:
    make_public_event("会")

    shown = client.get("/events/?kind=meeting").content.decode()

    assert 'href="/feeds/?kind=meeting"' in shown
    assert '<link rel="alternate" type="application/atom+xml" title="会历" href="/feeds/all.atom">' in shown
    assert 'href="/feeds/events.ics?kind=meeting"' in shown


def test_page_costs_the_same_queries_for_one_event_and_three(client: Client, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    for _ in range(3):
        make_public_event()

    with django_assert_max_num_queries(14):
        client.get("/feeds/")


def test_form_keeps_what_it_has_no_field_for(client: Client) -> None:
    make_participation(make_public_event("会"), "林<清>远", person=make_person("林<清>远", slug="lin"))

    page = client.get("/feeds/?person=lin&role=chair&detail=rich&kind=meeting").content.decode()

    hidden = '<input type="hidden" name="{}" value="{}">'
    assert all(hidden.format(*each) in page for each in (("person", "lin"), ("role", "chair"), ("detail", "rich")))
    assert page.count('type="hidden"') == 3
    assert "林&lt;清&gt;远 <span" in page


def test_whoever_is_picked_can_be_taken_off_and_all_else_stays(client: Client) -> None:
    make_participation(make_public_event("会"), "林清远", person=make_person("林清远", slug="lin"))

    page = client.get("/feeds/?person=lin&kind=meeting&cancelled=hide")

    assert page.context["chips"] == [
        ("林清远", "kind=meeting&cancelled=hide"),
        ("会议", "person=lin&cancelled=hide"),
    ]
    assert 'href="/feeds/?kind=meeting&amp;cancelled=hide" title="去掉 林清远"' in page.content.decode()


def test_body_that_only_others_below_it_take_part_for_is_found_by_its_name(client: Client) -> None:
    above = make_organization("东江区政府", slug="qzf")
    below = make_organization("东江区水务局", slug="swj", parent=above)
    make_participation(make_public_event("会"), below.name, type="organization", organization=below)

    found = client.get("/feeds/?organization_name=区政府&subordinate=1&cancelled=hide")
    shown = client.get(found["Location"])

    assert found["Location"] == "/feeds/?organization=qzf&subordinate=1&cancelled=hide"
    assert shown.context["chips"] == [("东江区政府", "cancelled=hide&subordinate=1")]
