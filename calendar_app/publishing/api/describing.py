"""The OpenAPI document: what every address takes and answers, errors included, with examples."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_noop
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation
from ninja.renderers import BaseRenderer
from pydantic_core import to_jsonable_python

from calendar_app.publishing.api.asking import parameters
from calendar_app.publishing.api.problems import CONTENT_TYPE, ProblemJson

ETAG = {"ETag": {"description": "Strong validator (RFC 9110, 8.8.3).", "schema": {"type": "string"}}}
IF_NONE_MATCH = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "description": gettext_noop("The ETag of an answer that is kept; the answer is 304 where it still holds."),
    "schema": {"type": "string"},
}
FAILURES = {
    400: "The question cannot be understood",
    404: "Nothing public is here",
    500: "Something went wrong here",
}


class Renderer(BaseRenderer):
    """JSON in UTF-8, Chinese as it is."""

    media_type = "application/json"

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> bytes:
        return json.dumps(data, default=to_jsonable_python, ensure_ascii=False, separators=(",", ":")).encode()


class Api(NinjaAPI):
    """Django Ninja's API, whose document names 304 and the problem details of every operation."""

    document: OpenAPISchema | None = None  # made once: it does not change while the service runs

    def get_openapi_operation_id(self, operation: Operation) -> str:
        return operation.view_func.__name__

    def get_openapi_schema(self, **named: Any) -> OpenAPISchema:
        if self.document is not None:
            return self.document
        self.document = document = super().get_openapi_schema(**named)
        document["components"]["schemas"]["Problem"] = ProblemJson.model_json_schema()
        for path, methods in document["paths"].items():
            for operation in methods.values():
                complete(operation, is_one="{" in path)
        return document


def complete(operation: dict[str, Any], *, is_one: bool) -> None:
    operation["parameters"].append(IF_NONE_MATCH)
    answers = operation["responses"]
    answers[200]["headers"] = ETAG
    answers[304] = {"description": "Not modified", "headers": ETAG}
    problem = {CONTENT_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for status, told in FAILURES.items():
        if status != 404 or is_one:
            answers[status] = {"description": told, "content": problem}


def asks(*words: str) -> dict[str, Any]:
    """Describe the words an operation takes, for `openapi_extra`."""
    return {"parameters": parameters(*words)}
