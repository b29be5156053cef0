"""Answers of the API over HTTP: ETag and 304, open to every site, and one shape of errors in two languages."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from calendar_app.models import Participation
from tests.makers import make_participation, make_public_event

pytestmark = pytest.mark.django_db


def test_unchanged_answer_is_not_sent_again(client: Client) -> None:
    make_public_event()
    first = client.get("/api/events")

    again = client.get("/api/events", headers={"If-None-Match": first["ETag"]})
    weakened = client.get("/api/events", headers={"If-None-Match": f"W/{first['ETag']}"})

    assert [(each.status_code, each.content, each["ETag"]) for each in (again, weakened)] == [
        (304, b"", first["ETag"])
    ] * 2
    assert first["ETag"].startswith('"')
    assert first["Cache-Control"] == again["Cache-Control"] == "public, max-age=60"


def test_etag_changes_with_the_answer(client: Client) -> None:
    first = client.get("/api/events")

    make_public_event()
    then = client.get("/api/events", headers={"If-None-Match": first["ETag"]})

    assert then.status_code == 200
    assert then["ETag"] != first["ETag"]


def test_every_site_may_read(client: Client) -> None:
    asked = client.get("/api/events", headers={"Origin": "https://elsewhere.example"})
    failed = client.get("/api/events/1")
    before = client.options("/api/events")

    assert [each["Access-Control-Allow-Origin"] for each in (asked, failed, before)] == ["*"] * 3
    assert before.status_code == 204
    assert before["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert "Access-Control-Allow-Credentials" not in asked


def test_head_answers_like_get_without_body(client: Client) -> None:
    asked, head = client.get("/api/events"), client.head("/api/events")

    assert (head.status_code, head.content) == (200, b"")
    assert (head["ETag"], head["Content-Length"]) == (asked["ETag"], asked["Content-Length"])


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_changed(client: Client, method: str) -> None:
    answer = getattr(client, method)("/api/events")

    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("query", "faults"),
    [
        ("kind=party", 1),
        ("kind=party&from=2024-02-30&limit=0&colour=red", 4),
        ("from=2024-08-01&to=2024-07-01", 1),
        ("limit=201", 1),
        ("limit=٣", 1),
        ("cursor=made-up", 1),
        ("cursor=WzFd:YQ", 1),
        ("q=%00", 1),
    ],
)
def test_question_not_understood_is_refused_with_every_fault(client: Client, query: str, faults: int) -> None:
    answer = client.get(f"/api/events?{query}")

    told = json.loads(answer.content)
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert set(told) == {"type", "title", "status", "detail", "errors"}
    assert (told["type"], told["status"], len(told["errors"])) == ("about:blank", 400, faults)


def test_cursor_of_another_collection_is_refused(client: Client) -> None:
    for n in range(2):
        make_public_event(f"会{n}")
    cursor = client.get("/api/events?limit=1").json()["next"].partition("cursor=")[2]

    assert client.get(f"/api/events?cursor={cursor}").status_code == 200
    assert client.get(f"/api/changes?cursor={cursor}").status_code == 400


@pytest.mark.parametrize("since", ["yesterday", "2024-07-25", "2024-07-25T10:00:00", "0001-01-01T00:00:00%2B08:00"])
def test_since_needs_a_moment_with_its_offset(client: Client, since: str) -> None:
    assert client.get(f"/api/changes?since={since}").status_code == 400


def test_since_takes_the_farthest_offset_there_is(client: Client) -> None:
    assert client.get("/api/changes?since=4155-07-30T18:26:01-22:51").json()["items"] == []


def test_errors_speak_chinese_or_english(client: Client) -> None:
    chinese = client.get("/api/events?limit=0")
    english = client.get("/api/events?limit=0", headers={"Accept-Language": "en-GB,en;q=0.8"})

    assert (chinese["Content-Language"], chinese.json()["title"]) == ("zh-Hans", "问题无法理解")
    assert (english["Content-Language"], english.json()["title"]) == ("en", "The question cannot be understood")
    assert english.json()["detail"] == "limit=0 is not allowed; give a whole number from 1 to 200."
    assert "Accept-Language" in english["Vary"]


@pytest.mark.parametrize("address", ["/api/events", "/events.json"])
def test_fault_of_ours_is_a_problem_that_is_noted(
    client: Client, caplog: pytest.LogCaptureFixture, address: str
) -> None:
    make_participation(make_public_event(), "林清远", roles=["chair"])
    Participation.objects.update(roles=["host"])  # what no vocabulary knows, as of another version

    answer = client.get(address, headers={"Accept-Language": "en"})

    assert (answer.status_code, answer["Content-Type"]) == (500, "application/problem+json")
    assert answer.json()["detail"] == "The fault is ours and has been noted; try again in a moment."
    assert "'host' is not a valid Role" in caplog.text


@pytest.mark.parametrize("address", ["/api/nothing", "/api/events/1", "/api/people/nobody", "/api/events/1/facts/2"])
def test_what_is_not_there_is_a_problem_too(client: Client, address: str) -> None:
    answer = client.get(address)

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


def test_index_names_what_can_be_asked(client: Client) -> None:
    told = client.get("/api/").json()

    answers = {name: client.get(address.removeprefix("http://127.0.0.1:8000")) for name, address in told.items()}

    assert {name: answer.status_code for name, answer in answers.items() if name != "documentation"} == dict.fromkeys(
        ("openapi", "events", "sessions", "facts", "people", "organizations", "bulletins", "changes"), 200
    )
