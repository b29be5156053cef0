"""A name, or a part of one, narrows a list to whoever it means; what means several or nobody is told."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from calendar_app.models import Organization, OrganizationAlias, Place, Series, SeriesMembership
from calendar_app.publishing.pages import naming
from calendar_app.review.actors import merge_actors
from tests.makers import make_organization, make_participation, make_person, make_public_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def known() -> None:
    hall = Place.objects.create(name="会议中心", slug="hall")
    event = make_public_event("防汛会", place=hall)
    for name, slug in (("东江区水务局", "water"), ("东江区财政局", "money"), ("水务局", "bureau")):
        body = make_organization(name, slug=slug)
        make_participation(event, name, type="organization", organization=body, roles=["organizer"])
    OrganizationAlias.objects.create(organization=body, name="水局")
    for name, slug in (("林清远", "lin"), ("陈望舒", "chen")):
        make_participation(event, name, person=make_person(name, slug=slug), roles=["chair"])
    SeriesMembership.objects.create(series=Series.objects.create(name="颁证仪式", slug="awards"), event=event)
    make_person("林未见", slug="unseen")


def found(client: Client, address: str, **query: object) -> tuple[str, list[tuple[str, str]]]:
    """Where an address leads: its path and its question."""
    answer = client.get(address, query)
    assert answer.status_code == 302, answer.content.decode()
    parts = urlsplit(answer["Location"])
    return parts.path, parse_qsl(parts.query)


def told(client: Client, **query: object) -> list[str]:
    page = client.get("/events/", query)
    assert page.status_code == 200
    notices = re.findall(r'<div class="notice" role="status">(.*?)</div>', page.content.decode(), re.DOTALL)
    return [" ".join(re.sub("<[^>]*>", " ", notice).split()) for notice in notices]


@pytest.mark.parametrize("address", ["/events/", "/en/events/", "/statistics/", "/feeds/"])
@pytest.mark.parametrize(
    ("field", "name", "slug"),
    [
        ("organization", "财政", "money"),
        ("organization", " 水务局 ", "bureau"),
        ("organization", "水局", "bureau"),
        ("organization", "財政", "money"),
        ("person", "林清遠", "lin"),
        ("person", "望舒", "chen"),
        ("person", "林", "lin"),
        ("place", "会议", "hall"),
        ("series", "颁证", "awards"),
    ],
)
def test_name_that_means_one_leads_to_its_address(
    client: Client, known: None, address: str, field: str, name: str, slug: str
) -> None:
    assert found(client, address, **{f"{field}_name": name}) == (address, [(field, slug)])


def test_all_else_that_is_asked_stays_in_its_order(client: Client, known: None) -> None:
    query = {
        "person_name": "望舒",
        "organization_name": "财政",
        "place_name": "无此处",
        "q": "防汛",
        "from": "2024-07-01",
        "to": "",
        "person": "lin",
        "kind": ["meeting", "training"],
        "page": "2",
    }

    assert found(client, "/events/", **query) == (
        "/events/",
        [
            *(("kind", "meeting"), ("kind", "training"), ("organization", "money"), ("person", "lin")),
            *(("person", "chen"), ("from", "2024-07-01"), ("q", "防汛"), ("place_name", "无此处")),
        ],
    )


def test_name_that_means_several_offers_each(client: Client, known: None) -> None:
    page = client.get("/events/", {"organization_name": "东江区", "person_name": "无此人", "kind": "meeting"})

    name = next(each for each in page.context["names"] if each.field == "organization")
    rest = "person_name=%E6%97%A0%E6%AD%A4%E4%BA%BA"
    assert (name.text, name.is_cut) == ("东江区", False)
    assert name.meant == (
        ("water", "东江区水务局", f"kind=meeting&organization=water&{rest}"),
        ("money", "东江区财政局", f"kind=meeting&organization=money&{rest}"),
    )
    assert f'<a href="?kind=meeting&amp;organization=water&amp;{rest}">东江区水务局</a>' in page.content.decode()
    assert 'name="organization_name" value="东江区"' in page.content.decode()


def test_what_means_several_or_nobody_is_said_and_narrows_nothing(client: Client, known: None) -> None:
    assert told(client, organization_name="东江区", person_name="<林>未见") == [
        "机构“东江区”：有几个名称符合，请选一个。 东江区水务局 东江区财政局",
        "个人“&lt;林&gt;未见”：没有这样的名称，未按此筛选。",
    ]
    assert told(client, person_name=" ", organization_name="\0", place_name="") == []
    assert client.get("/events/", {"person_name": "无此人"}).context["page"].paginator.count == 1


def test_whoever_no_public_event_names_is_not_told(client: Client, known: None) -> None:
    assert told(client, person_name="林未见") == ["个人“林未见”：没有这样的名称，未按此筛选。"]


def test_of_very_many_the_first_are_offered(client: Client, known: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(naming, "MOST", 2)

    assert told(client, organization_name="务") == ["机构“务”：有几个名称符合，请选一个。 东江区水务局 水务局"]
    assert told(client, organization_name="局") == [
        "机构“局”：有几个名称符合，请选一个。 东江区水务局 东江区财政局 还有更多；把名称写得更全些就能看到。"
    ]


def test_names_cost_the_same_queries_for_one_and_for_three(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    event = make_public_event("会")
    for number, names in ((1, "甲乙"), (2, "丙"), (3, "丁")):
        for name in names:
            body = make_organization(f"{name}局")
            make_participation(event, body.name, type="organization", organization=body)
        if number == 2:
            continue
        with django_assert_num_queries(9):
            assert client.get("/events/", {"organization_name": "局"}).status_code == 200


OFF = [
    ("林清远", "kind=meeting&person=chen&place=hall"),
    ("陈望舒", "kind=meeting&person=lin&place=hall"),
    ("会议中心", "kind=meeting&person=lin&person=chen"),
]


@pytest.mark.parametrize(
    ("address", "kinds"), [("/events/", []), ("/statistics/", [("会议", "person=lin&person=chen&place=hall")])]
)
def test_whoever_is_picked_can_be_taken_off(
    client: Client, known: None, address: str, kinds: list[tuple[str, str]]
) -> None:
    page = client.get(f"{address}?person=lin&person=chen&place=hall&kind=meeting")

    assert page.context["chips"] == [*OFF, *kinds]


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("from=2024-03-01&to=2024-11-30", "2024年3月1日至11月30日"),
        ("from=2024-03-01&to=2024-03-01&q=会", "2024年3月1日"),
        ("from=2024-03-01", "2024年3月1日起"),
        ("to=2024-11-30", "至2024年11月30日"),
    ],
)
def test_words_and_period_can_be_taken_off_too(client: Client, asked: str, name: str) -> None:
    query = "&q=会" if "q=" in asked else ""

    page = client.get(f"/events/?role=chair&status=held&status=cancelled&mode=online&{asked}")

    period = asked.removesuffix(query)
    rest = urlencode([("q", "会")]) if query else ""
    left = [
        f"status=held&status=cancelled&mode=online&{period}",
        f"role=chair&status=cancelled&mode=online&{period}",
        f"role=chair&status=held&mode=online&{period}",
        f"role=chair&status=held&status=cancelled&{period}",
        "role=chair&status=held&status=cancelled&mode=online",
    ]
    names = ["主持", "已举行", "已取消", "线上", name]
    assert page.context["chips"] == list(
        zip(names, ["&".join(filter(None, (each, rest))) for each in left], strict=True)
    )


def test_name_printed_in_traditional_characters_is_found_by_simplified_ones(client: Client, known: None) -> None:
    person = make_person("陳國華", slug="guohua")
    make_participation(make_public_event("座谈会"), "陳國華", person=person)

    assert found(client, "/events/", person_name="国华") == ("/events/", [("person", "guohua")])


def test_whoever_was_merged_is_called_by_the_name_of_whoever_took_over(client: Client, known: None) -> None:
    gone = make_organization("东江区水利局", slug="gone")
    merge_actors(Organization.objects.get(slug="water"), gone, by=None)

    page = client.get("/events/?organization=gone&organization=nobody")

    assert page.context["chips"] == [("东江区水务局", "organization=nobody"), ("nobody", "organization=gone")]
