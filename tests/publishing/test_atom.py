"""Atom: well-formed for any text, newest report first, corrected events marked."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from calendar_app.formats.atom import add
from calendar_app.formats.content_lines import UnfitValueError, clean
from calendar_app.review.decisions import publish
from calendar_app.review.history import lock, record
from tests.makers import make_article, make_bulletin, make_event, make_public_event

IN = {"a": "http://www.w3.org/2005/Atom"}


def feed(client: Client, address: str = "/feeds/all.atom") -> Any:
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
    return ElementTree.fromstring(response.content)


def titles(client: Client, address: str = "/feeds/all.atom") -> list[str | None]:
    return [title.text for title in feed(client, address).findall("a:entry/a:title", IN)]


@pytest.mark.django_db
def test_newest_report_comes_first(client: Client) -> None:
    for day in (1, 20, 10):
        article = make_article(make_bulletin(published_on=date(2024, 7, day)))
        make_public_event(f"{day}日报道", article)
    make_event("草稿")

    shown = titles(client)

    assert shown == ["20日报道", "10日报道", "1日报道"]


@pytest.mark.django_db
def test_entry_is_whole(client: Client) -> None:
    article = make_article(make_bulletin(title="东江区政务简报"), headline="东江区召开会议")
    event = make_public_event(
        "会", article, location="区政府", day_part="morning", changed_at=datetime(2024, 8, 2, 1, 2, 3, tzinfo=UTC)
    )

    entry = feed(client).find("a:entry", IN)

    shown = [(child.tag.split("}")[1], child.text, *child.attrib.values()) for child in entry]
    page = f"http://127.0.0.1:8000/events/{event.pk}/"
    assert shown == [
        ("id", f"urn:uuid:{event.uid}"),
        ("title", "会"),
        ("published", "2024-07-31T00:00:00+08:00"),
        ("updated", "2024-08-02T01:02:03+00:00"),
        ("link", None, "alternate", page, "text/html"),
        ("link", None, "related", f"{page}event.ics", "text/calendar"),
        ("category", None, "meeting", "会议"),
        ("content", "2024年7月25日 上午\n\n区政府\n\n来源：东江区召开会议 · 东江区政务简报"),
    ]


@pytest.mark.django_db
def test_feed_itself_is_whole(client: Client) -> None:
    event = make_public_event("会", kind="training")

    shown = {child.tag.split("}")[1]: child.text for child in feed(client, "/feeds/training.atom")[:3]}

    assert shown == {
        "id": "http://127.0.0.1:8000/feeds/training.atom",
        "title": "会历·培训",
        "updated": event.changed_at.isoformat(timespec="seconds"),
    }


@pytest.mark.django_db
def test_corrected_event_is_marked(client: Client) -> None:
    event = make_event("会")
    publish(event, by=None, waive=True)
    before = titles(client)
    face = lock(event)
    event.name = "改正的会"
    record(event, face, by=None)

    after = titles(client)

    assert (before, after) == (["会"], ["【更新】改正的会"])


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/feeds/all.atom", "/feeds/events.atom?kind=meeting", "/feeds/all/2024.atom"])
def test_every_question_has_an_atom_feed(client: Client, address: str) -> None:
    make_public_event("会")

    assert titles(client, address) == ["会"]


@given(st.text())
def test_any_text_makes_a_well_formed_element_or_is_refused(text: str) -> None:
    feed = ElementTree.Element("feed")

    try:
        add(feed, "title", text)
    except UnfitValueError:
        assert "\0" in text
    else:
        assert ElementTree.fromstring(ElementTree.tostring(feed))[0].text == (clean(text) or None)
