"""Finds who is meant where somebody is only counted or titled: 4家企业, 徐书记."""

from __future__ import annotations

import re
from collections.abc import Iterable

from calendar_app.extraction.document import Mention, Span
from calendar_app.extraction.refining.pages import Page
from calendar_app.extraction.refining.subjects import Company

COMPANIES = re.compile(r"(?P<number>\d{1,2}|[两二三四五六七八九十])(?:家|个)(?:企业|单位|公司|机构|集体)$")
LISTED_AFTER = re.compile(r"[^。；：\n]{0,12}：\s*(?P<list>[^\n。]{6,600})")
PARAGRAPH_ON = re.compile(
    r"(?P<name>[^，。：；\n（]{2,20}(?:（[^）]{1,12}）)?[^，。：；\n（]{0,20}?(?:公司|集团|中心|学校|医院|局|院|社|厂|店|协会))(?:（[^）]{1,30}）)?："
)
NUMBERS = dict(zip("两二三四五六七八九十", (2, 2, 3, 4, 5, 6, 7, 8, 9, 10), strict=True))


def listed_bodies(page: Page, company: Company, before: str, below: int) -> list[Mention]:
    """Return the bodies that a 4家企业 right before a verb means: listed after its colon, or with a paragraph each."""
    counted = COMPANIES.search(before[-8:])
    if not counted:
        return []
    if after := LISTED_AFTER.match(page.text, below):
        return [one for one in company.listed(*after.span("list")) if one.kind != "group"]
    heads = [head for line in page.prose if (head := PARAGRAPH_ON.match(page.text, *line))]
    printed = counted["number"]
    if len(heads) != (int(printed) if printed.isdigit() else NUMBERS[printed]):
        return []
    return [Mention("organization", Span(*head.span("name")), head["name"], "body-with-paragraph") for head in heads]


def titled(persons: Iterable[Mention], name: str) -> Mention | None:
    """Return the person that 徐书记 means: one of that family name with that title."""
    if not 2 <= len(name) <= 5:
        return None
    for one in persons:
        if one.value.name[0] == name[0] and (one.value.post or "").endswith(name[1:]):
            return one
    return None
