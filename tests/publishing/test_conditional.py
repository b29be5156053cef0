"""Feeds over HTTP: whole or Not Modified, compressed once, the same for every client and every site."""

from __future__ import annotations

import gzip
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.http import http_date

from calendar_app.models import Change, Event, FeedVersion
from calendar_app.publishing import joining
from calendar_app.publishing.conditional import accepts_gzip
from tests.makers import make_article, make_event, make_participation, make_person, make_public_event

pytestmark = pytest.mark.django_db
FEED = "/feeds/all.ics"


def revise(event: Event, **fields: Any) -> None:
    """Record a published revision, as review does."""
    Event.objects.filter(pk=event.pk).update(sequence=event.sequence + 1, changed_at=timezone.now(), **fields)
    event.refresh_from_db()
    Change.objects.create(event=event, sequence=event.sequence)


def test_headers_are_complete(client: Client) -> None:
    make_public_event("会")

    response = client.get(FEED)

    version = FeedVersion.objects.get(pk=FEED)
    assert {name: value for name, value in response.headers.items() if name not in SECURITY} == {
        "Content-Type": "text/calendar; charset=utf-8",
        "Content-Length": str(len(response.content)),
        "ETag": f'"{version.etag}"',
        "Last-Modified": http_date(version.modified_at.timestamp()),
        "Cache-Control": "public, max-age=900, stale-while-revalidate=86400",
        "Vary": "Accept-Encoding",
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Expose-Headers": "ETag, Last-Modified, Content-Length",
    }


SECURITY = {"X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy", "Strict-Transport-Security"}


def test_unchanged_feed_is_not_sent_again(client: Client) -> None:
    make_public_event("会")
    first = client.get(FEED)

    by_etag = client.get(FEED, headers={"If-None-Match": first["ETag"]})
    by_time = client.get(FEED, headers={"If-Modified-Since": first["Last-Modified"]})
    by_other = client.get(FEED, headers={"If-None-Match": '"other"', "If-Modified-Since": first["Last-Modified"]})

    assert (by_etag.status_code, by_etag.content, by_etag["ETag"]) == (304, b"", first["ETag"])
    assert (by_time.status_code, by_other.status_code) == (304, 200)
    assert "Content-Length" not in by_etag.headers or by_etag["Content-Length"] == "0"


def test_not_modified_takes_one_query(client: Client, django_assert_num_queries: Any) -> None:
    make_public_event("会")
    etag = client.get(FEED)["ETag"]

    with django_assert_num_queries(1):
        status = client.get(FEED, headers={"If-None-Match": etag}).status_code

    assert status == 304


def test_head_tells_the_length_and_sends_nothing(client: Client) -> None:
    make_public_event("会")

    head, whole = client.head(FEED), client.get(FEED)

    assert head.content == b""
    assert head.headers == whole.headers


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"If-None-Match": '"a", W/{}, "b"'}, 304),
        ({"If-None-Match": "*"}, 304),
        ({"If-None-Match": '"a"'}, 200),
        ({"If-None-Match": '"a"', "If-Modified-Since": "Sat, 28 Nov 2099 00:00:00 GMT"}, 200),
        ({"If-Modified-Since": "gestern"}, 200),
        ({"Range": "bytes=0-99"}, 200),
        ({"If-Match": '"a"'}, 412),
        ({"If-Unmodified-Since": "Mon, 01 Jan 2001 00:00:00 GMT"}, 412),
    ],
)
def test_conditions(headers: dict[str, str], status: int, client: Client) -> None:
    whole = client.get(FEED)

    response = client.get(FEED, headers={name: value.format(whole["ETag"]) for name, value in headers.items()})

    assert response.status_code == status
    assert response.content == (whole.content if status == 200 else response.content)
    assert status == 304 or response["Content-Length"] == str(len(response.content))


def test_other_methods_are_refused_whole(client: Client) -> None:
    response = client.post(FEED)

    assert (response.status_code, response["Allow"], response.content) == (405, "GET, HEAD, OPTIONS", b"")
    assert response["Content-Length"] == "0"


def test_compressed_body_is_the_same_and_has_its_own_etag(client: Client) -> None:
    make_public_event("会")

    plain = client.get(FEED)
    packed = client.get(FEED, headers={"Accept-Encoding": "gzip, br"})

    assert (packed["Content-Encoding"], packed["Content-Length"]) == ("gzip", str(len(packed.content)))
    assert gzip.decompress(packed.content) == plain.content
    assert packed["ETag"] == plain["ETag"].removesuffix('"') + '-gzip"'


def test_body_is_compressed_once_for_all_processes(client: Client) -> None:
    make_public_event("会")
    first = client.get(FEED, headers={"Accept-Encoding": "gzip"}).content
    joining.held.__init__()  # type: ignore[misc]  # another process holds nothing yet
    marked = gzip.compress(gzip.decompress(first) + b"\r\n")
    FeedVersion.objects.filter(pk=FEED).update(gzip=marked)

    second = client.get(FEED, headers={"Accept-Encoding": "gzip"}).content

    assert second == marked


def test_published_change_is_seen_at_once(client: Client) -> None:
    event = make_public_event("会")
    first = client.get(FEED)
    revise(event, name="改期的会")

    second = client.get(FEED, headers={"If-None-Match": first["ETag"]})

    assert second.status_code == 200
    assert "SUMMARY:改期的会" in second.content.decode()
    assert "SEQUENCE:1" in second.content.decode()


def test_publication_elsewhere_changes_no_other_feed(client: Client) -> None:
    make_public_event("会", kind="meeting")
    training = make_public_event("班", kind="training")
    address = "/feeds/meeting.ics"
    first = client.get(address)
    revise(training, name="研修班")

    second = client.get(address, headers={"If-None-Match": first["ETag"]})

    assert (second.status_code, second["Last-Modified"]) == (304, first["Last-Modified"])


def test_publication_elsewhere_joins_a_feed_once(client: Client, django_assert_num_queries: Any) -> None:
    make_public_event("会")
    client.get(FEED)
    FeedVersion.objects.raise_published(timezone.now())
    joining.held = joining.Held()

    with django_assert_num_queries(3):  # the version, the events, the version seen
        response = client.get(FEED)

    assert response.content.count(b"BEGIN:VEVENT") == 1


def test_changes_of_drafts_concern_no_feed(client: Client) -> None:
    draft = make_event("草稿")
    revise(draft)

    counted = FeedVersion.objects.published().exists()

    assert not counted


def test_last_modified_never_goes_back(client: Client) -> None:
    event = make_public_event("会")
    client.get(FEED)
    future = timezone.now() + timedelta(hours=1)
    FeedVersion.objects.filter(pk=FEED).update(modified_at=future)
    revise(event, name="改期的会")

    response = client.get(FEED)

    assert response["Last-Modified"] == http_date(future.timestamp() + 1)


def test_two_versions_within_a_second_differ_in_last_modified(client: Client) -> None:
    event = make_public_event("会")
    first = client.get(FEED)
    revise(event, name="改期的会")

    second = client.get(FEED, headers={"If-Modified-Since": first["Last-Modified"]})

    assert (second.status_code, second["Last-Modified"] > first["Last-Modified"]) == (200, True)


def test_subjects_bulletins_and_events_are_not_modified_by_one_query(
    client: Client, django_assert_num_queries: Any
) -> None:
    event = make_public_event("会", make_article())
    person = make_person()
    make_participation(event, person.name, person=person)
    bulletin = event.articles.get().bulletin_id
    addresses = [f"/feeds/people/{person.slug}.ics", f"/feeds/bulletins/{bulletin}.ics", f"/events/{event.pk}/x.ics"]
    etags = [client.get(address)["ETag"] for address in addresses]

    with django_assert_num_queries(3):
        statuses = [
            client.get(address, headers={"If-None-Match": etag}).status_code
            for address, etag in zip(addresses, etags, strict=True)
        ]

    assert statuses == [304, 304, 304]


def test_long_question_is_kept_under_its_checksum(client: Client) -> None:
    address = f"/feeds/events.ics?q={'会' * 200}"
    first = client.get(address)

    second = client.get(address, headers={"If-None-Match": first["ETag"]})

    assert second.status_code == 304
    assert all(len(key) < 200 for key in FeedVersion.objects.values_list("key", flat=True))


def test_versions_of_filters_nobody_asks_for_make_room(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joining, "MOST_VERSIONS", 3)
    client.get(FEED)
    client.get("/feeds/events.ics?q=一")
    FeedVersion.objects.raise_published(timezone.now())

    client.get("/feeds/events.ics?q=二")

    kept = set(FeedVersion.objects.values_list("key", flat=True))
    assert kept == {FEED, FeedVersion.PUBLISHED, "/feeds/events.ics?q=%E4%BA%8C"}


def test_other_sites_may_ask_with_conditions(client: Client) -> None:
    response = client.options(FEED)

    assert response.status_code == 204
    assert response["Access-Control-Allow-Headers"] == "If-None-Match, If-Modified-Since, Cache-Control"


@pytest.mark.parametrize(
    ("header", "accepted"),
    [
        ("gzip", True),
        ("br, GZIP;q=0.5", True),
        ("*", True),
        ("", False),
        ("gzip;q=0", False),
        ("gzip;q=0.000, br", False),
        ("identity", False),
    ],
)
def test_accept_encoding(header: str, accepted: bool) -> None:
    assert accepts_gzip(header) is accepted


def test_feed_costs_the_same_queries_for_one_event_and_three(client: Client) -> None:
    make_public_event()
    client.get(FEED)
    counts = []
    for more in (1, 2):
        for _ in range(more):
            make_public_event()
        FeedVersion.objects.update(seen="")
        with CaptureQueriesContext(connection) as asked:
            client.get(FEED)
        counts.append(len(asked))

    assert counts[0] == counts[1]
