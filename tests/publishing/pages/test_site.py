"""Every page stands in the same frame: one h1, a language, no other host, nothing inline; errors speak Chinese."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from calendar_app.models import Event, Place, Series, SeriesMembership
from tests.makers import (
    make_article,
    make_bulletin,
    make_fact,
    make_organization,
    make_participation,
    make_person,
    make_public_event,
)
from tests.tellings import make_long

pytestmark = pytest.mark.django_db


class Tags(HTMLParser):
    """Collects a page's elements with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def all(self, tag: str) -> Iterator[dict[str, str | None]]:
        return (attributes for name, attributes in self.found if name == tag)


def test_pages_have_a_heading_a_language_and_labelled_fields(client: Client, pages: list[str]) -> None:
    for address in pages:
        tags = Tags(client.get(address).content.decode())
        names = [tag for tag, _ in tags.found]
        labelled = {each.get("for") for each in tags.all("label")}
        bare = [
            each
            for each in tags.all("input")
            if each.get("type") not in ("hidden", "checkbox") and each.get("id") not in labelled
        ]

        assert names.count("h1") == 1, address
        assert [each["lang"] for each in tags.all("html")] == ["en" if address.startswith("/en/") else "zh-Hans"]
        assert bare == [], address
        ids = [attributes["id"] for _, attributes in tags.found if "id" in attributes]
        assert len(ids) == len(set(ids)), address


def test_pages_ask_nothing_of_another_host_and_bear_nothing_inline(client: Client, pages: list[str]) -> None:
    for address in pages:
        response = client.get(address)
        tags = Tags(response.content.decode())
        scripts = [each for each in tags.all("script") if each.get("type") != "application/ld+json"]  # never run
        asked = [each.get("src") or "" for each in scripts]
        asked += [each.get("src") or "" for name in ("img", "iframe", "source") for each in tags.all(name)]
        asked += [
            each.get("href") or "" for each in tags.all("link") if each.get("rel") in ("stylesheet", "icon", "preload")
        ]

        assert [each for each in asked if not each.startswith("/static/")] == [], address
        assert list(tags.all("style")) == [], address
        assert [name for name, attributes in tags.found if "style" in attributes] == [], address
        assert [key for _, attributes in tags.found for key in attributes if key.startswith("on")] == [], address
        assert "default-src 'self'" in response["Content-Security-Policy"]


def test_links_of_every_page_lead_somewhere(client: Client, pages: list[str]) -> None:
    links = {
        (each["href"] or "").split("#")[0]
        for address in pages
        for each in Tags(client.get(address).content.decode()).all("a")
        if (each["href"] or "").startswith("/") and "nothing" not in address
    }

    answers = {link: client.get(link).status_code for link in links if link}

    assert {link: status for link, status in answers.items() if status not in (200, 301, 302)} == {}


def test_missing_page_speaks_chinese_and_gives_the_way_out(client: Client) -> None:
    response = client.get("/events/999999/")

    assert response.status_code == 404
    assert "没有这一页" in response.content.decode()
    assert 'href="/calendar/"' in response.content.decode()


def test_machines_are_answered(client: Client, settings: Settings, pages: list[str]) -> None:
    settings.PUBLIC_URL = "https://calendar.example"

    assert client.get("/livez").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ok"}
    assert "Sitemap: https://calendar.example/sitemap.xml" in client.get("/robots.txt").content.decode()
    assert "<loc>https://calendar.example/people/chen/</loc>" in client.get("/sitemaps/people-1.xml").content.decode()


def test_trial_installation_is_kept_from_search_engines(client: Client, settings: Settings) -> None:
    settings.NOINDEX = True

    assert client.get("/robots.txt").content == b"User-agent: *\nDisallow: /\n"
    assert '<meta name="robots" content="noindex">' in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/", 5),
        ("/people/", 4),
        ("/organizations/", 4),
        ("/bulletins/", 4),
        ("/people/chen/", 12),
        ("/bulletins/{pk}/", 5),
    ],
)
def test_pages_cost_the_same_queries_for_one_row_and_for_three(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, address: str, queries: int
) -> None:
    bulletin = make_bulletin("东江区防汛会举行。")
    article = make_article(bulletin)
    chen = make_person(name="陈望舒", slug="chen")
    for number in (1, 2, 3):
        event = make_public_event(f"第{number}次防汛会", article)
        make_participation(event, "陈望舒", person=chen, post=f"第{number}任区长", roles=["chair"])
        make_participation(event, "林清远", person=make_person(name=f"林清远{number}"), roles=["chair"])
        body = make_organization(name=f"东江区第{number}局")
        make_participation(event, body.name, type="organization", organization=body, roles=["organizer"])
        make_fact(event, "name", event.name, bulletin=bulletin, spans=[[0, 4]])
        if number == 2:
            continue
        with django_assert_num_queries(queries):
            assert client.get(address.format(pk=bulletin.pk)).status_code == 200


def test_long_bulletin_is_shown_in_parts_and_its_events_lead_to_theirs(client: Client) -> None:
    bulletin = make_long(*[300] * 12)
    article = bulletin.articles.get(order=7)
    Event.objects.update(review_state="approved", published_at=timezone.now())

    event = client.get(article.events.get().get_absolute_url()).content.decode()
    page = client.get(f"/bulletins/{bulletin.pk}/?article={article.pk}").content.decode()

    assert f'href="/bulletins/{bulletin.pk}/?article={article.pk}#article-{article.pk}"' in event
    assert [number for number in range(12) if f">第{number}会</a>" in page] == [5, 6, 7, 8, 9]
    assert [number for number in range(12) if f"</span>第{number}则</mark>" in page] == [5, 6, 7, 8, 9]
    assert ('href="?part=1"' in page, 'href="?part=3"' in page, "12 项" in page) == (True, True, True)


@pytest.mark.parametrize(
    "address", ["/", "/events/", "/statistics/", "/feeds/", "/corrections/", "/embed/", "/embed/list/", "/embed/month/"]
)
def test_pages_are_not_sent_again_while_unchanged(client: Client, address: str) -> None:
    make_public_event("防汛会")
    first = client.get(address)

    again = client.get(address, headers={"if-none-match": first["ETag"]})

    assert first["Cache-Control"] == again["Cache-Control"] == "public, max-age=60"
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/places/", 4),
        ("/places/hall/", 7),
        ("/series/", 4),
        ("/series/awards/", 6),
        ("/events/?q=防汛", 4),
        ("/feeds/", 4),
        ("/embed/", 0),
        ("/embed/list/", 2),
        ("/embed/month/", 6),
        ("/embed/month/2024/07/", 3),
        ("/corrections/", 3),
    ],
)
def test_places_series_and_what_others_embed_cost_the_same_queries_for_one_row_and_for_three(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, address: str, queries: int
) -> None:
    hall, awards = Place.objects.create(name="会堂", slug="hall"), Series.objects.create(name="颁证", slug="awards")
    for number in (1, 2, 3):
        place = Place.objects.create(name=f"第{number}会堂")
        day = date(2024, 7, number)
        event = make_public_event(f"第{number}次防汛会", place=hall, starts_on=day, ends_on=day)
        make_public_event("另一会", place=place, starts_on=day, ends_on=day)
        body = make_organization(name=f"东江区第{number}局")
        make_participation(event, body.name, type="organization", organization=body, roles=["organizer"])
        for series in (awards, Series.objects.create(name=f"第{number}系列")):
            SeriesMembership.objects.create(series=series, event=event, ordinal=number)
        if number == 1:
            client.get(address)  # writes what search knows of an event
        if number == 2:
            continue
        client.get(address)
        with django_assert_num_queries(queries):
            assert client.get(address).status_code == 200


def test_page_is_kept_a_minute_and_not_sent_again_while_unchanged(client: Client, pages: list[str]) -> None:
    first = client.get("/events/")

    again = client.get("/events/", headers={"if-none-match": first["ETag"]})
    make_public_event("后来的会")
    changed = client.get("/events/", headers={"if-none-match": first["ETag"]})

    assert first["Cache-Control"] == "public, max-age=60"
    assert (again.status_code, changed.status_code) == (304, 200)
    assert "Cookie" not in first.get("Vary", "")


def test_later_page_of_a_whole_list_is_an_address_of_its_own(client: Client, settings: Settings) -> None:
    for number in range(31):
        make_public_event(f"第{number}会")
    shown = {
        query: [each["href"] for each in Tags(client.get(f"/events/?{query}").content.decode()).all("link")
                if each.get("rel") == "canonical"]
        for query in ("", "page=1", "page=2", "page=2&kind=meeting", "page=x", "page=²")
    }  # fmt: skip

    own = f"{settings.PUBLIC_URL}/events/"
    assert shown == {
        "": [own],
        "page=1": [own],
        "page=2": [f"{own}?page=2"],
        "page=2&kind=meeting": [own],
        "page=x": [own],
        "page=²": [own],
    }
