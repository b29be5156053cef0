"""The one shape of errors: problem details (RFC 9457), in Chinese or English as the reader asks."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language, gettext, gettext_noop
from pydantic import BaseModel, ConfigDict, Field

CONTENT_TYPE = "application/problem+json"
TITLES = {
    400: gettext_noop("The question cannot be understood"),
    404: gettext_noop("Nothing public is here"),
    405: gettext_noop("This method is not allowed"),
    500: gettext_noop("Something went wrong here"),
}


class ProblemJson(BaseModel):
    """Problem details (RFC 9457); `title` and `detail` are in the language asked for with Accept-Language."""

    model_config = ConfigDict(
        title="Problem",
        json_schema_extra={
            "examples": [
                {
                    "type": "about:blank",
                    "title": "The question cannot be understood",
                    "status": 400,
                    "detail": "from=2024-02-30 is no day; write it like 2024-07-25.",
                    "errors": ["from=2024-02-30 is no day; write it like 2024-07-25."],
                }
            ]
        },
    )

    type: str = Field(description=gettext_noop("Always about:blank: the status says what it is (RFC 9457, 4.2.1)."))
    title: str
    status: int
    detail: str
    errors: list[str] = Field(
        description=gettext_noop("What is wrong with each word of the question; `detail` joins them.")
    )


class Problem(Exception):  # noqa: N818 - it becomes an answer
    """A question the API cannot answer; `faults` say what is wrong with it."""

    def __init__(self, status: int, *faults: str) -> None:
        super().__init__(*faults)
        self.status, self.faults = status, list(faults)

    def as_json(self) -> dict[str, Any]:
        return ProblemJson(
            type="about:blank",
            title=gettext(TITLES.get(self.status, HTTPStatus(self.status).phrase)),
            status=self.status,
            detail=" ".join(self.faults),
            errors=self.faults,
        ).model_dump()


def problem_response(_request: HttpRequest, problem: Problem) -> HttpResponse:
    body = json.dumps(problem.as_json(), ensure_ascii=False).encode()
    headers = {"Content-Language": language(), "Vary": "Accept-Language"}
    return HttpResponse(body, status=problem.status, content_type=CONTENT_TYPE, headers=headers)


def language() -> str:
    """Name the language in use by its tag (RFC 5646): zh-Hans, en."""
    return "zh-Hans" if (get_language() or "").startswith("zh") else "en"
