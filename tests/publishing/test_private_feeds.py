"""Private feeds: drafts for their owner only, nothing kept of the token, wrong and revoked answer alike."""

from __future__ import annotations

import io
import logging
import secrets
from typing import Any

import icalendar
import pytest
from django.conf import settings
from django.contrib.auth.models import Permission, User
from django.test import Client

from calendar_app.models import Feed
from calendar_app.publishing.masking import MaskTokens, mask
from calendar_app.publishing.private_feeds import TOKEN_OCTETS, issue, revoke
from tests.makers import make_event, make_public_event, serial

pytestmark = pytest.mark.django_db


def make_reviewer() -> User:
    user = User.objects.create(username=f"bianji{next(serial)}", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_event"))
    return user


def make_feed(**fields: Any) -> tuple[Feed, str]:
    """Make a private feed and return it with its address."""
    feed = Feed(**{"name": "我的草稿", "owner": make_reviewer()} | fields)
    return feed, f"/feeds/private/{issue(feed)}.ics"


def titles(client: Client, address: str) -> list[str]:
    response = client.get(address)
    assert response.status_code == 200
    return [str(one["SUMMARY"]) for one in icalendar.Calendar.from_ical(response.content).walk("VEVENT")]


def test_drafts_are_shown_and_marked(client: Client) -> None:
    make_event("待审的会")
    make_event("驳回的会", review_state="rejected")
    make_public_event("公开的会")
    _, address = make_feed()

    shown = titles(client, address)

    assert shown == ["（草稿）待审的会"]


def test_scope_and_question_narrow_it(client: Client) -> None:
    make_event("待审的班", kind="training")
    make_event("待审的会")
    make_public_event("公开的班", kind="training")
    _, address = make_feed(scope="all", query="kind=training")

    shown = titles(client, address)

    assert sorted(shown) == ["公开的班", "（草稿）待审的班"]


def test_nothing_of_the_token_is_kept() -> None:
    feed, address = make_feed()
    token = address.rpartition("/")[2].removesuffix(".ics")

    kept = [str(value) for value in Feed.objects.filter(pk=feed.pk).values_list()[0]]

    assert len(token) >= 43  # 256 bits in base64
    assert not any(token in value for value in kept)


def test_headers_keep_it_private(client: Client) -> None:
    _, address = make_feed()

    response = client.get(address)

    assert (response["Cache-Control"], response["Referrer-Policy"]) == ("private, no-store", "no-referrer")
    assert response["Content-Length"] == str(len(response.content))
    assert "Access-Control-Allow-Origin" not in response.headers
    assert client.head(address).content == b""


def test_wrong_and_revoked_answer_alike(client: Client) -> None:
    feed, address = make_feed()
    revoke(feed)
    idle, idle_address = make_feed(owner=make_reviewer())
    User.objects.filter(pk=idle.owner_id).update(is_active=False)

    answers = [client.get(one) for one in ("/feeds/private/wrong.ics", "/feeds/private/w.r.ics", address, idle_address)]

    assert [one.status_code for one in answers] == [404] * 4
    assert len({(one.content, tuple(sorted(one.headers.items()))) for one in answers}) == 1
    assert answers[0]["Content-Length"] == str(len(answers[0].content))
    assert client.head("/feeds/private/wrong.ics").content == b""


def test_window_of_no_days_begins_today(client: Client) -> None:
    make_event("去年的会")
    _, address = make_feed(window=0)

    shown = titles(client, address)

    assert shown == []


def test_rotated_feed_answers_at_its_new_address_only(client: Client) -> None:
    feed, old = make_feed()
    new = f"/feeds/private/{issue(feed)}.ics"

    statuses = [client.get(one).status_code for one in (old, new)]

    assert statuses == [404, 200]


def test_tokens_are_masked_in_logs() -> None:
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.addFilter(MaskTokens())
    logger = logging.Logger("access")
    logger.addHandler(handler)

    logger.info('"GET %s HTTP/1.1" 200', "/feeds/private/gT3xYz_9-8.ics?x=1")
    try:
        raise ValueError("/feeds/private/gT3xYz_9-8.ics")
    except ValueError:
        logger.exception("at /feeds/private/gT3xYz_9-8.ics")

    assert "gT3xYz" not in written.getvalue()
    assert written.getvalue().startswith('"GET /feeds/private/***?x=1 HTTP/1.1" 200\n')


@pytest.mark.parametrize("folder", ["/feeds//private/", "//feeds/private//", "/feeds/%70rivate/", "/en/feeds/private/"])
def test_token_is_masked_however_its_address_is_spelt(folder: str) -> None:
    token = secrets.token_urlsafe(TOKEN_OCTETS)

    told = mask(f"GET {folder}{token}.ics HTTP/1.1")

    assert token not in told
    assert told.startswith(f"GET {folder}***")


def test_what_is_no_token_is_told() -> None:
    told = (
        "GET /feeds/organizations/dong-jiang-qu-ren-min-zheng-fu-ban-gong-shi.ics 550e8400-e29b-41d4-a716-446655440000"
    )

    assert mask(told) == told


def test_log_of_requests_is_masked() -> None:
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    logger = logging.getLogger("gunicorn.access")
    logger.addHandler(handler)

    logger.warning("%(r)s", {"r": "GET /feeds/private/gT3xYz_9-8.ics HTTP/1.1"})
    logger.removeHandler(handler)

    assert written.getvalue() == "GET /feeds/private/*** HTTP/1.1\n"


def test_every_handler_masks() -> None:
    handlers = settings.LOGGING["handlers"].values()

    assert all("mask_tokens" in handler["filters"] for handler in handlers)
