"""The API's page for readers: every address, parameter and shape of the document, in the reader's language."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext

from calendar_app.publishing.api import api

pytestmark = pytest.mark.django_db


def test_everything_in_the_document_is_told(client: Client) -> None:
    document = api.get_openapi_schema()
    page = client.get("/en/api/docs").content.decode()

    operations = [methods["get"] for methods in document["paths"].values()]
    names = [*document["paths"], *(one["name"] for each in operations for one in each["parameters"])]
    names += [name for name in document["components"]["schemas"] if not name.startswith("Page_")]

    assert [name for name in names if name not in page] == []
    assert [each["summary"] for each in operations if each["summary"] not in page] == []


def test_every_link_within_the_page_leads_somewhere(client: Client) -> None:
    page = client.get("/api/docs").content.decode()

    targets = set(re.findall(r'href="#([^"]+)"', page))

    assert targets - set(re.findall(r'id="([^"]+)"', page)) == set()
    assert len(targets) > 20


def test_contents_lead_to_every_address_and_shape_in_their_order(client: Client) -> None:
    page = client.get("/api/docs").content.decode()

    contents, rest = page.split("</nav>")[-2:]
    document = api.get_openapi_schema()
    names = [methods["get"]["operationId"] for methods in document["paths"].values()]
    shapes = document["components"]["schemas"]
    shown = [name for name in shapes if not name.startswith("Page_")]
    listed = re.findall(r'href="#([^"]+)"', contents.partition('class="contents"')[2])
    assert listed[: len(names)] == names
    assert sorted(listed[len(names) :]) == sorted([*shown, "shapes", "vocabularies"])
    assert listed == [target for target in re.findall(r'id="([^"]+)"', rest) if target in listed]


def test_page_asks_no_other_host_and_runs_no_script(client: Client) -> None:
    page = client.get("/api/docs").content.decode()

    assert re.findall(r'(?:src|<link[^>]*stylesheet[^>]*href)="(?!/)', page) == []
    assert "<script" not in page
    assert "style=" not in page


def test_words_of_the_document_are_translated() -> None:
    document = api.get_openapi_schema()
    operations = [methods["get"] for methods in document["paths"].values()]
    words = [each["summary"] for each in operations] + [
        each["description"] for each in operations if "description" in each
    ]
    words += [one["description"] for each in operations for one in each["parameters"] if one.get("description")]
    shapes = [shape for shape in document["components"]["schemas"].values() if "properties" in shape]
    words += [one["description"] for shape in shapes for one in shape["properties"].values() if "description" in one]

    with translation.override("zh-hans"):
        left = {word for word in words if gettext(word) == word}

    assert left == set()


def test_names_in_a_description_stand_as_code(client: Client) -> None:
    page = client.get("/en/api/docs").content.decode()

    assert "follow <code>next</code> to the end" in page
    assert "`" not in page
