"""Event pages carry their JSON-LD, OpenGraph and other forms, and no word of a bulletin breaks out of them."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client

from calendar_app.formats.json_ld import json_ld
from tests.makers import make_article, make_participation, make_person, make_public_event

pytestmark = pytest.mark.django_db
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)


def linked(page: str) -> Any:
    found = SCRIPT.findall(page)
    assert len(found) == 1
    return json.loads(found[0])


def test_page_carries_its_json_ld(client: Client) -> None:
    event = make_public_event("防汛会", make_article())
    make_participation(event, "林清远", person=make_person(), roles=["speaker"])

    page = client.get(event.get_absolute_url()).content.decode()

    picture = f"http://127.0.0.1:8000/events/{event.pk}/{quote('防汛会')}.png"
    assert linked(page) == json_ld(event, "http://127.0.0.1:8000") | {"image": picture}


def test_no_name_ends_the_script(client: Client) -> None:
    event = make_public_event("</script><script>alert(1)</script><!--&\u2028")

    page = client.get(event.get_absolute_url()).content.decode()

    assert linked(page)["name"] == event.name
    assert "<script>" not in page


def test_page_tells_where_its_other_forms_are(client: Client) -> None:
    event = make_public_event("flood", starts_on=None, ends_on=None)

    page = client.get(f"/en/events/{event.pk}/flood/").content.decode()

    site = "http://127.0.0.1:8000"
    assert f'<link rel="canonical" href="{site}/en/events/{event.pk}/flood/">' in page
    assert f'<link rel="alternate" hreflang="zh-Hans" href="{site}/events/{event.pk}/flood/">' in page
    assert f'<link rel="alternate" type="application/json" href="{site}/events/{event.pk}/flood.json">' in page
    assert f'<link rel="alternate" type="text/calendar" href="{site}/events/{event.pk}/flood.ics">' in page
    assert '<meta property="og:title" content="flood">' in page
    assert '<meta property="og:locale" content="en_US">' in page


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/events/", "事件"),
        ("/events/?q=防汛", "搜索：防汛"),
        ("/events/?from=2024-07-25&to=2024-07-25", "2024年7月25日"),
        ("/calendar/2024/07/", "2024年7月"),
        ("/calendar/2024/week/30/", "2024年第30周"),
        ("/calendar/2024/", "2024年"),
        ("/en/statistics/", "Statistics"),
    ],
)
def test_shared_page_goes_by_its_own_name(client: Client, address: str, title: str) -> None:
    assert f'property="og:title" content="{title}"' in client.get(address).content.decode()
