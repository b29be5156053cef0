"""Texts come in by paste and by file, once; a bulletin's own page shows its words marked and its events."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from calendar_app.extraction import VERSION
from calendar_app.models import Bulletin, Event, Extraction
from tests.makers import make_fact
from tests.tellings import TEXT, make_long, make_telling

pytestmark = pytest.mark.django_db
ADD = "/admin/calendar_app/bulletin/add/"


def page_of(bulletin: Bulletin) -> str:
    return f"/admin/calendar_app/bulletin/{bulletin.pk}/change/"


def test_pasted_text_leads_to_its_own_page(admin_client: Client) -> None:
    text = "东江区文化馆\r\n8月3日举办书法展。"

    response = admin_client.post(ADD, {"text": text, "published_on": "2024-07-31", "issue": "第31期"})

    bulletin = Bulletin.objects.get()
    assert response["Location"] == page_of(bulletin)
    assert (bulletin.text, str(bulletin.published_on), bulletin.issue) == (
        "东江区文化馆\n8月3日举办书法展。",
        "2024-07-31",
        "第31期",
    )


def test_same_text_again_leads_to_the_first(admin_client: Client) -> None:
    admin_client.post(ADD, {"text": "东江区文化馆8月3日举办书法展。"})

    again = admin_client.post(ADD, {"text": "东江区文化馆8月3日举办书法展。"}, follow=True)

    assert Bulletin.objects.count() == 1
    assert again.redirect_chain == [(page_of(Bulletin.objects.get()), 302)]
    assert "warning" in again.content.decode()


def test_same_text_after_an_older_extractor_says_that_it_was_read_anew(admin_client: Client) -> None:
    text = {"text": "东江区文化馆8月3日举办书法展。"}
    admin_client.post(ADD, text)
    Extraction.objects.update(version="0")

    again = admin_client.post(ADD, text, follow=True).content.decode()

    assert f"已经在库，抽取器 {VERSION} 已重新读取：0 处不同读法" in again
    assert "没有改动" not in again


def test_several_files_say_each_what_became_of_them(admin_client: Client) -> None:
    files = [
        SimpleUploadedFile("一.txt", "东江区召开甲会议。".encode()),
        SimpleUploadedFile("二.txt", "东江区召开乙会议。".encode("gb18030")),
        SimpleUploadedFile("三.txt", b"%PDF-1.7"),
        SimpleUploadedFile("四.txt", b"  \n"),
    ]

    answer = admin_client.post(ADD, {"documents": files}, headers={"accept": "application/json"}).json()

    assert [(one["name"], one["new"], one["failed"]) for one in answer["outcomes"]] == [
        ("一.txt", True, False),
        ("二.txt", True, False),
        ("三.txt", False, True),
        ("四.txt", False, True),
    ]
    assert Bulletin.objects.count() == 2


def test_odd_files_stop_none_of_the_others(admin_client: Client) -> None:
    text = "东江区8月3日召开丙会议。"
    files = [
        SimpleUploadedFile("空.txt", b""),
        SimpleUploadedFile("零.txt", b"\x00" * 2000),
        SimpleUploadedFile("宽.txt", "东江区8月4日召开丁会议。".encode("utf-16")),
        SimpleUploadedFile(f"{'长' * 300}.txt", text.encode()),
        SimpleUploadedFile("又一次.txt", text.encode()),
    ]

    answer = admin_client.post(ADD, {"documents": files}, headers={"accept": "application/json"}).json()

    outcomes = [(one["name"][:3], one["new"], one["failed"]) for one in answer["outcomes"]]
    assert outcomes == [
        ("空.t", False, True),
        ("零.t", False, True),
        ("宽.t", True, False),
        ("长长长", True, False),
        ("又一次", False, False),
    ]
    assert answer["outcomes"][3]["address"] == answer["outcomes"][4]["address"]


def test_file_of_five_megabytes_comes_in_beside_others(admin_client: Client) -> None:
    large = f"东江区8月3日召开戊会议。\n{'会议要求落实责任。' * 190_000}".encode()
    files = [
        SimpleUploadedFile("一.txt", "东江区8月3日召开甲会议。".encode()),
        SimpleUploadedFile("大.txt", large),
        SimpleUploadedFile("过大.txt", b"a" * 20_000_001),
        SimpleUploadedFile("二.txt", "东江区8月3日召开乙会议。".encode()),
    ]

    answer = admin_client.post(
        "/en" + ADD, {"documents": files, "published_on": "2024-07-31"}, headers={"accept": "application/json"}
    ).json()

    assert len(large) > 5_000_000
    assert [(one["name"], one["new"]) for one in answer["outcomes"]] == [
        ("一.txt", True),
        ("大.txt", True),
        ("过大.txt", False),
        ("二.txt", True),
    ]
    assert answer["outcomes"][2]["told"] == "过大.txt: larger than 20 MB; cut it into bulletins."
    assert [bulletin.name for bulletin in Bulletin.objects.order_by("pk")] == ["一.txt", "大.txt", "二.txt"]


def test_pasted_text_too_long_is_said_with_the_way_out(admin_client: Client) -> None:
    response = admin_client.post("/en" + ADD, {"text": "会" * 900_000})

    assert response.status_code == 400
    assert "A text of more than 2.5 MB comes in as a file, not by pasting." in response.content.decode()
    assert Bulletin.objects.count() == 0


@pytest.mark.parametrize("sent", [{}, {"text": "  "}, {"text": "会", "published_on": "2024-02-30"}])
def test_nothing_to_read_is_said_and_nothing_stored(admin_client: Client, sent: dict[str, Any]) -> None:
    response = admin_client.post(ADD, sent)

    assert response.status_code == 200
    assert "errornote" in response.content.decode()
    assert Bulletin.objects.count() == 0


def test_page_marks_every_fact_where_it_stands(admin_client: Client) -> None:
    bulletin, _meeting, _training = make_telling()

    page = admin_client.get("/en" + page_of(bulletin)).content.decode()

    quotes = {quote for fact in bulletin.facts.all() for quote in fact.quotes}
    for quote in quotes:
        assert f'<span data-at="{TEXT.index(quote)}">{quote}</span>' in page
    assert "place as printed · 区会议中心 · location-rule · 60%" in page


def test_certain_events_of_a_bulletin_are_published_together(admin_client: Client) -> None:
    bulletin, _meeting, training = make_telling()

    admin_client.post(f"/admin/calendar_app/bulletin/{bulletin.pk}/publish/")

    assert list(Event.objects.public()) == [training]


def test_long_bulletin_is_shown_in_parts_that_publish_what_they_show(admin_client: Client) -> None:
    bulletin = make_long(*[300] * 12)
    address = page_of(bulletin)

    first = admin_client.get("/en" + address).content.decode()
    by_article = admin_client.get(f"{address}?article={bulletin.articles.get(order=7).pk}").content.decode()

    assert ('href="?part=2"' in first, "第4则" in first, "第5则" in first) == (True, True, False)
    assert ("第4会" in by_article, "第5会" in by_article, "第9会" in by_article) == (False, True, True)
    assert 'href="?part=3"' in by_article

    published = admin_client.post(f"/admin/calendar_app/bulletin/{bulletin.pk}/publish/?part=3")

    assert published["Location"] == f"{address}?part=3"
    assert [event.name for event in Event.objects.public().order_by("pk")] == ["第10会", "第11会"]


def test_page_costs_the_same_for_two_events_and_for_four(admin_client: Client) -> None:
    bulletin, meeting, _training = make_telling()
    admin_client.get(page_of(bulletin))
    with CaptureQueriesContext(connection) as few:
        admin_client.get(page_of(bulletin))
    for _each in range(2):
        event = Event.objects.create(name="另一会", kind="meeting", starts_on=meeting.starts_on)
        event.sources.create(article=meeting.articles.get())
        make_fact(event, "name", "另一会", bulletin=bulletin, spans=[[0, 3]])

    with CaptureQueriesContext(connection) as many:
        admin_client.get(page_of(bulletin))

    assert len(many) == len(few)
