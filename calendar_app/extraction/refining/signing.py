"""Finds who signs where only the name of a ceremony tells: [东海大学]与[明州集团]战略合作签约仪式."""

from __future__ import annotations

import re
from collections.abc import Iterator

from calendar_app.extraction.document import Mention, Span
from calendar_app.extraction.naming import kinds

SIGNING = re.compile("签约|签字")
TOPIC = re.compile(
    "战略|校[企地校政]|政企|银企|合作|共建|友好|全面|深化|框架|项目|产学研|人才|医联体|联合|结对|帮扶|就业|党建|$"
)
JOINER = re.compile(r"[与和]|、")


def sides(text: str, name: Span) -> list[Mention]:
    """Return the bodies, two at least, that the name of a signing begins with; nobody where persons sign for them."""
    signing = SIGNING.search(text, *name) if "代表双方" not in text else None
    found = list(_bodies(text, name.start, signing.start())) if signing else []
    return found if len(found) > 1 else []


def _bodies(text: str, start: int, end: int) -> Iterator[Mention]:
    """Yield the bodies that a stretch begins with, joined by 与; after the last stands what is signed."""
    place = start
    for match in JOINER.finditer(text, start, end):
        if match.start() > place and kinds.is_body(text[place : match.start()]):
            yield _body(text, Span(place, match.start()))
            place = match.end()
    topic = TOPIC.search(text, place + 2, end) if place > start else None
    if topic and kinds.is_body(text[place : topic.start()]):
        yield _body(text, Span(place, topic.start()))


def _body(text: str, span: Span) -> Mention:
    return Mention("organization", span, "".join(text[span.start : span.end].split()), "body-in-name")
