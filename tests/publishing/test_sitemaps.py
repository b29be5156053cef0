"""The map of the site: an index of parts, each address in both languages, nothing that is not public."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from calendar_app.publishing import sitemaps
from tests.makers import make_event, make_participation, make_person, make_public_event

pytestmark = pytest.mark.django_db
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(autouse=True)
def public_url(settings: Settings) -> None:
    settings.PUBLIC_URL = "https://calendar.example"


def locations(client: Client, address: str) -> list[str]:
    root = ElementTree.fromstring(client.get(address).content)
    return [each.text or "" for each in root.iter(f"{SITEMAP}loc")]


def test_index_names_every_part(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "PART", 2)
    for number in range(3):
        make_public_event(f"会{number}")

    parts = locations(client, "/sitemap.xml")

    assert parts == [f"https://calendar.example/sitemaps/{part}.xml" for part in ("pages-1", "events-1", "events-2")]
    rows = [locations(client, part.removeprefix("https://calendar.example")) for part in parts]
    assert [len(each) for each in rows] == [16, 4, 2]


def test_addresses_are_given_in_both_languages(client: Client) -> None:
    event = make_public_event("会")
    make_event("没有批准的会")

    answer = client.get("/sitemaps/events-1.xml").content.decode()

    page = f"https://calendar.example{event.get_absolute_url()}"
    english = page.replace("example/", "example/en/")
    assert locations(client, "/sitemaps/events-1.xml") == [page, english]
    assert answer.count(f'hreflang="en" href="{english}"') == 2
    assert answer.count("<lastmod>") == 2


def test_every_address_answers(client: Client) -> None:
    event = make_public_event("会")
    make_participation(event, "林清远", person=make_person())

    found = [
        each.removeprefix("https://calendar.example")
        for part in locations(client, "/sitemap.xml")
        for each in locations(client, part.removeprefix("https://calendar.example"))
    ]

    assert {each: client.get(each).status_code for each in found} == dict.fromkeys(found, 200)
    assert len(found) == 20


@pytest.mark.parametrize("part", ["events-1", "events-0", "secrets-1", "people-2"])
def test_empty_part_is_not_found(client: Client, part: str) -> None:
    assert client.get(f"/sitemaps/{part}.xml").status_code == 404


def test_three_rows_cost_the_queries_of_one(client: Client) -> None:
    counts = []
    for _ in range(2):
        make_public_event()
        with CaptureQueriesContext(connection) as asked:
            client.get("/sitemaps/events-1.xml")
        counts.append(len(asked))

    assert counts == [1, 1]
