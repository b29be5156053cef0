"""Lists and months for other sites: any site may frame them, and nothing else of ours."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.makers import make_event, make_public_event

pytestmark = pytest.mark.django_db
EMBEDDED = ("/embed/list/", "/embed/month/", "/embed/month/2024/07/", "/en/embed/list/")


@pytest.mark.parametrize("address", EMBEDDED)
def test_any_site_may_frame_it(client: Client, address: str) -> None:
    answer = client.get(address)

    policy = dict(each.split(" ", 1) for each in answer["Content-Security-Policy"].split("; "))
    assert policy["frame-ancestors"] == "*"
    assert policy["default-src"] == "'self'"
    assert "X-Frame-Options" not in answer
    assert not answer.cookies


@pytest.mark.parametrize("address", ["/", "/embed/", "/events/", "/corrections/", "/api/docs"])
def test_nothing_else_may_be_framed(client: Client, address: str) -> None:
    answer = client.get(address)

    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    assert answer["X-Frame-Options"] == "DENY"


def test_list_shows_what_comes_and_fills_up_with_what_was(client: Client) -> None:
    tomorrow = timezone.localdate() + timedelta(1)
    make_public_event("明天的会", starts_on=tomorrow, ends_on=tomorrow)
    make_public_event("去年的会", kind="training")
    make_event("没有批准的会", starts_on=tomorrow, ends_on=tomorrow)

    page = client.get("/embed/list/").content.decode()
    training = client.get("/embed/list/?kind=training").content.decode()

    assert page.index("明天的会") < page.index("去年的会")
    assert "没有批准的会" not in page
    assert ("明天的会" in training, "去年的会" in training) == (False, True)


def test_month_without_one_in_the_address_is_the_nearest_with_something(client: Client) -> None:
    make_public_event("七月的会", starts_on=date(2024, 7, 25))

    nearest, other = (client.get(f"/embed/month/{part}").content.decode() for part in ("", "2024/08/"))

    assert "七月的会" in nearest
    assert "七月的会" not in other
    assert '<table class="month lines-4">' in nearest


def test_code_to_copy_shows_the_filters_chosen(client: Client) -> None:
    page = client.get("/en/embed/?view=month&kind=training&q=%22%3E%3Cscript%3E").content.decode()

    address = "http://127.0.0.1:8000/en/embed/month/?kind=training&amp;amp;q=%22%3E%3Cscript%3E"
    assert f"&lt;iframe src=&quot;{address}&quot; title=&quot;Events from Huili&quot;" in page
    assert "<script>" not in page


def test_unknown_view_is_the_list(client: Client) -> None:
    assert "/embed/list/" in client.get("/embed/?view=wall").content.decode()


def test_empty_list_has_its_heading_all_the_same(client: Client) -> None:
    page = client.get("/en/embed/list/").content.decode()

    assert '<h1 class="unseen">Events</h1>' in page
    assert "No public event answers this question." in page
