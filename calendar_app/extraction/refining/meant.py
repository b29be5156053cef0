"""Finds who is meant where somebody is only counted or titled: 4家企业, 徐书记."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from calendar_app.extraction.document import Mention, Span
from calendar_app.extraction.refining.pages import Page
from calendar_app.extraction.refining.shares import name_of
from calendar_app.extraction.refining.subjects import Company

COMPANIES = re.compile(r"(?P<number>\d{1,2}|[两二三四五六七八九十])(?:家|个)(?:企业|单位|公司|机构|集体)$")
LISTED_AFTER = re.compile(r"[^。；：\n]{0,12}：\s*(?P<list>[^\n。]{6,600})")
PARAGRAPH_ON = re.compile(
    r"(?P<name>[^，。：；\n（]{2,20}(?:（[^）]{1,12}）)?[^，。：；\n（]{0,20}?(?:公司|集团|中心|学校|医院|局|院|社|厂|店|协会))(?:（[^）]{1,30}）)?："
)
NUMBERS = dict(zip("两二三四五六七八九十", (2, 2, 3, 4, 5, 6, 7, 8, 9, 10), strict=True))

BOTH = re.compile(r"^(?:政校企|政企|校企|校地|签约|合作)?(?:双方|三方|四方|各方|两[校地市县区省])$")
GONE_TO = re.compile(r"(?:到|赴|前往|莅临|走进|深入)\Z")
COUNTED = re.compile(r"^([两二三四五六七八九十])位(?P<head>.{2,4})$")


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


def resolved(who: Sequence[Mention], people: Iterable[Mention], parts: Sequence[Mention]) -> list[Mention]:
    """Put those meant in the place of 三方 and 四位院长; `parts` are those who have one so far."""
    found: list[Mention] = []
    for one in who:
        name = name_of(one)
        if one.kind == "person":
            found.append(one)
        elif person := titled(people, name):
            found.append(person)
        elif BOTH.match(name):
            found += [part for part in parts if part.kind == "organization"] or [one]
        elif counted := COUNTED.match(name):
            meant = [
                part for part in parts if part.kind == "person" and (part.value.post or "").endswith(counted["head"])
            ]
            found += meant if len(meant) == NUMBERS[counted[1]] else [one]
        else:
            found.append(one)
    return found


def is_gone_to(text: str, cursor: int, found: Sequence[Mention]) -> bool:
    """Say whether a body is where somebody went, not who does what follows: 到[开发区]检查时强调."""
    if not found or found[0].kind != "organization" or found[0].span.start > cursor + 1:
        return False
    return GONE_TO.search(text, max(0, cursor - 2), cursor) is not None
