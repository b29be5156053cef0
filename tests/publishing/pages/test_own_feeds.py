"""Whoever reviews makes, renews and revokes private feeds; others have none and see none."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from calendar_app.models import Feed
from tests.makers import make_event

pytestmark = pytest.mark.django_db
PAGE = "/feeds/private/"
TOKEN = re.compile(r"/feeds/private/[\w-]{43}\.ics")


def logged_in(name: str) -> Client:
    user = User.objects.create(username=name, is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_event"))
    client = Client()
    client.force_login(user)
    return client


def make(client: Client, **fields: str) -> str:
    """Make a feed through the page and return the address it shows."""
    plain = {"action": "make", "name": "我的草稿", "scope": "drafts", "cancelled": "show"}
    found = TOKEN.search(client.post(PAGE, plain | fields).content.decode())
    assert found
    return found[0]


def test_address_is_shown_once_and_answers(client: Client) -> None:
    make_event("待审的会")
    editor = logged_in("bianji")

    address = make(editor)

    assert "待审的会" in client.get(address).content.decode()
    assert not TOKEN.search(editor.get(PAGE).content.decode())


def test_renewed_feed_has_a_new_address(client: Client) -> None:
    editor = logged_in("bianji")
    old = make(editor)

    shown = editor.post(PAGE, {"action": "renew", "feed": Feed.objects.get().pk}).content.decode()

    new = TOKEN.search(shown)
    assert new
    assert [client.get(old).status_code, client.get(new[0]).status_code] == [404, 200]


def test_revoked_feed_is_gone(client: Client) -> None:
    editor = logged_in("bianji")
    address = make(editor)

    response = editor.post(PAGE, {"action": "revoke", "feed": Feed.objects.get().pk})

    assert (response.status_code, client.get(address).status_code) == (302, 404)


def test_feeds_of_others_are_out_of_reach() -> None:
    make(logged_in("bianji"))
    other = logged_in("lingyige")

    status = other.post(PAGE, {"action": "revoke", "feed": Feed.objects.get().pk}).status_code

    assert status == 404
    assert "我的草稿" not in other.get(PAGE).content.decode()
    assert Feed.objects.get().revoked_at is None


def test_question_is_understood_or_refused() -> None:
    editor = logged_in("bianji")

    make(editor, query="?kind=training&person=lin")
    refused = editor.post(
        PAGE, {"action": "make", "name": "错", "scope": "drafts", "cancelled": "show", "query": "kind=x"}
    )

    assert [feed.query for feed in Feed.objects.all()] == ["kind=training&person=lin"]
    assert "kind=x" in refused.content.decode()


def test_page_is_for_reviewers_only(client: Client) -> None:
    visitor = client.get(PAGE)
    client.force_login(User.objects.create(username="kanke", is_staff=True))
    without_rights = client.get(PAGE)

    assert (visitor.status_code, without_rights.status_code) == (302, 403)
    assert "/admin/login/" in visitor["Location"]


def test_page_is_kept_nowhere() -> None:
    response = logged_in("bianji").get(PAGE)

    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "same-origin"  # "no-referrer" makes browsers send its forms without origin
