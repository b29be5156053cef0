"""Robots are kept out where NOINDEX is set: by robots.txt, by the pages, and by a header on everything."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db
ADDRESSES = ("/", "/events/", "/api/events", "/feeds/all.ics", "/events.csv", "/sitemap.xml", "/nothing/")


def test_header_is_on_everything_where_robots_are_kept_out(client: Client, settings: Settings) -> None:
    settings.NOINDEX = True

    headers = [client.get(address)["X-Robots-Tag"] for address in ADDRESSES]

    assert headers == ["noindex, nofollow"] * len(ADDRESSES)
    assert client.get("/robots.txt").content == b"User-agent: *\nDisallow: /\n"


def test_robots_may_come_otherwise(client: Client) -> None:
    headers = {address: client.get(address).get("X-Robots-Tag") for address in ADDRESSES}

    assert headers == dict.fromkeys(ADDRESSES) | {"/events.csv": "noindex"}
