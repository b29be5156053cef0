"""The API's documentation as a page, made from its OpenAPI document, so that it tells nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from calendar_app.publishing.api import api

Shape = dict[str, Any]
REFERENCE = "#/components/schemas/"


@dataclass(frozen=True)
class Property:
    """One key of a shape: what may stand there, the shape it leads to, and its meaning."""

    name: str
    words: str
    shape: str = ""
    description: str = ""


@dataclass(frozen=True)
class Operation:
    """One address of the API; by its name it is linked to."""

    name: str
    path: str
    summary: str
    description: str
    parameters: list[Shape] = field(default_factory=list)
    answer: str = ""
    shape: str = ""
    example: str = ""


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    document = api.get_openapi_schema()
    shapes = document["components"]["schemas"]
    context = {
        "operations": [operation(path, methods["get"]) for path, methods in document["paths"].items()],
        "shapes": [
            (name, list(properties(shape)), example(shape))
            for name, shape in shapes.items()
            if "properties" in shape and not name.startswith("Page_")
        ],
        "vocabularies": [(name, shape["enum"]) for name, shape in shapes.items() if "enum" in shape],
        "example": settings.PUBLIC_URL + "/api/events?kind=training&from=2024-07-01",
    }
    return render(request, "calendar_app/api.html", context)


def operation(path: str, told: Shape) -> Operation:
    content = told["responses"][200]["content"]["application/json"]["schema"]
    parameters = [each | {"words": spelled(each["schema"])} for each in told["parameters"]]
    examples = {each["name"]: each["example"] for each in parameters if "example" in each}
    asked = urlencode({name: examples[name] for name in list(examples)[:2]}, doseq=True)
    return Operation(
        name=told["operationId"],
        path=path,
        summary=told["summary"],
        description=told.get("description", ""),
        parameters=parameters,
        answer=spelled(content),
        shape=leads_to(content),
        example=f"{path}?{asked}" if asked else "",
    )


def properties(shape: Shape) -> Iterator[Property]:
    for name, told in shape["properties"].items():
        yield Property(name, spelled(told), leads_to(told), told.get("description", ""))


def spelled(told: Shape) -> str:
    """Spell a type: `string (date)`, `[SessionJson]`, `DayPart | null`."""
    if choices := told.get("anyOf"):
        return " | ".join(spelled(each) for each in choices)
    if reference := told.get("$ref"):
        return name_of(reference)
    if "items" in told:
        return f"[{spelled(told['items'])}]"
    if words := told.get("enum"):
        return " | ".join(words)
    kind = str(told.get("type", "any"))
    return f"{kind} ({told['format']})" if "format" in told else kind


def name_of(reference: str) -> str:
    """Return the shape's name; a page is told by what it holds."""
    name = reference.removeprefix(REFERENCE)
    return f"Page[{name.removeprefix('Page_').strip('_')}]" if name.startswith("Page_") else name


def leads_to(told: Shape) -> str:
    """Name the shape or vocabulary a type speaks of; empty for plain ones."""
    for each in (told, told.get("items", {}), *told.get("anyOf", [])):
        if reference := each.get("$ref"):
            return name_of(reference).removeprefix("Page[").removesuffix("]")
    return ""


def example(shape: Shape) -> str:
    found = shape.get("examples")
    return json.dumps(found[0], ensure_ascii=False, indent=2) if found else ""
