"""The OpenAPI document: true examples, and no answer that it does not name, whatever schemathesis asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import hypothesis
import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import Client
from jsonschema_rs import validator_for

from calendar_app.publishing.api import api
from calendar_app.publishing.filters import DATES, SLUGS, VOCABULARIES
from tests.makers import make_public_event
from tests.publishing.api.test_changes import changed
from tests.publishing.api.test_events import make_whole_event

pytestmark = pytest.mark.django_db
STEADY = hypothesis.settings(max_examples=20, database=None, suppress_health_check=list(hypothesis.HealthCheck))


@pytest.fixture
def document(client: Client) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/api/openapi.json").json()
    return found


def test_every_filter_of_the_list_is_described(document: dict[str, Any]) -> None:
    words = {each["name"] for each in document["paths"]["/api/events"]["get"]["parameters"]}

    assert words == {*VOCABULARIES, *SLUGS, *DATES, "q", "cursor", "limit", "If-None-Match"}


def test_examples_are_valid(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    examples = {name: shape["examples"] for name, shape in schemas.items() if "examples" in shape}

    faults = [
        (name, error.message)
        for name, given in examples.items()
        for example in given
        for error in validator_for(
            {"$ref": f"#/components/schemas/{name}", "components": document["components"]}
        ).iter_errors(example)
    ]

    assert set(examples) == {"EventJson", "FactJson", "Problem"}
    assert faults == []


def test_operations_are_told_in_words(document: dict[str, Any]) -> None:
    operations = [operation for methods in document["paths"].values() for operation in methods.values()]

    assert len(operations) == 12
    assert all(operation["summary"] for operation in operations)
    assert all(
        each["description"] for operation in operations for each in operation["parameters"] if each["in"] == "query"
    )


@pytest.fixture
def asked() -> Iterator[Any]:
    """The API as schemathesis sees it, with something public and something withdrawn in it."""
    for signal in (request_started, request_finished):  # the connection holds the test's transaction
        signal.disconnect(close_old_connections)
    changed(make_whole_event(), 1)
    changed(make_public_event("撤回的会"), 2, review_state="withdrawn")
    yield schemathesis.openapi.from_wsgi("/api/openapi.json", get_wsgi_application())
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


PATHS = sorted(api.get_openapi_schema()["paths"])


@pytest.mark.parametrize("path", PATHS)
def test_what_is_documented_is_answered_as_documented(asked: Any, path: str) -> None:
    @STEADY
    @hypothesis.given(case=asked[path]["GET"].as_strategy())
    def ask(case: schemathesis.Case) -> None:
        for word in ("cursor", "to"):  # refused as well: a cursor not given out, a period that ends before it begins
            case.query.pop(word, None)
        case.call_and_validate()

    ask()


@pytest.mark.parametrize("path", [path for path in PATHS if "{slug}" not in path])  # no word is a wrong slug
def test_what_is_not_documented_is_refused_as_documented(asked: Any, path: str) -> None:
    @STEADY
    @hypothesis.given(case=asked[path]["GET"].as_strategy(generation_mode=schemathesis.GenerationMode.NEGATIVE))
    def ask(case: schemathesis.Case) -> None:
        case.call_and_validate()

    ask()
