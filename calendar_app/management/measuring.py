"""Compares what extraction found with what a careful reader wrote down, fact by fact, rule by rule."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

Json = dict[str, Any]

FIELDS = (
    "event", "kind", "name", "when", "place", "mode", "person", "post", "organization", "group", "role",
)  # fmt: skip
OWN = ("event", "kind", "name", "when", "place", "mode")  # what a reviewer of the event itself looks at
SAME_NAME, SAME_WORDING, SAME_EVENT = 0.8, 0.6, 0.45  # shares of pairs of characters that two wordings have in common


class Fact(NamedTuple):
    """One thing told of an event, in a form that two wordings of it share, and the rule that found it."""

    field: str
    value: tuple[str | None, ...]
    rule: str = ""


@dataclass
class Measured:
    """What was right, missed and made up, by field and by rule, and how sure the found events were."""

    right: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    made_up: Counter[str] = field(default_factory=Counter)
    rules: dict[str, Counter[bool]] = field(default_factory=lambda: defaultdict(Counter))
    tenths: dict[int, Counter[bool]] = field(default_factory=lambda: defaultdict(Counter))

    def figures(self, *fields: str) -> tuple[float, float, float]:
        """Return precision, recall and their harmonic mean over fields; 1.0 where there is nothing to find."""
        right, missed, made_up = (
            sum(count[one] for one in fields) for count in (self.right, self.missed, self.made_up)
        )
        precision = right / (right + made_up) if right + made_up else 1.0
        recall = right / (right + missed) if right + missed else 1.0
        return precision, recall, 2 * right / (2 * right + missed + made_up) if right + missed + made_up else 1.0


def measure(measured: Measured, gold: Json, found: Json) -> None:
    """Add one text: gold and found are objects of the extraction contract, or one article's events."""
    wanted, told = events(gold), events(found)
    partners = pairs(wanted, told)
    for number, event in enumerate(wanted):
        other = told[partners[number]] if number in partners else None
        count(measured, event, other)
    for number, event in enumerate(told):
        if number not in partners.values():
            count(measured, None, event)


def events(document: Json) -> list[Json]:
    return [event for article in document.get("articles", [document]) for event in article.get("events", [])]


def pairs(wanted: list[Json], told: list[Json]) -> dict[int, int]:
    """Pair events one to one, the most alike first, by name and first day."""
    rated = sorted(
        (-(0.6 * likeness(a["name"], b["name"]) + 0.4 * (a["starts_on"] == b["starts_on"])), i, j)
        for i, a in enumerate(wanted)
        for j, b in enumerate(told)
    )
    chosen: dict[int, int] = {}
    for rate, i, j in rated:
        if -rate >= SAME_EVENT and i not in chosen and j not in chosen.values():
            chosen[i] = j
    return chosen


def count(measured: Measured, wanted: Json | None, told: Json | None) -> None:
    gold = {(one.field, one.value) for one in facts(wanted)} if wanted else set()
    found = [settled(one, gold) for one in facts(told)] if told else []
    keys = {(one.field, one.value) for one in found}
    for name in FIELDS:
        a, b = ({value for key, value in every if key == name} for every in (gold, keys))
        measured.right[name] += len(a & b)
        measured.missed[name] += len(a - b)
        measured.made_up[name] += len(b - a)
    for one in found:
        measured.rules[one.rule][(one.field, one.value) in gold] += 1
    if told:
        own = [{key for key in every if key[0] in OWN} for every in (gold, keys)]
        measured.tenths[min(9, int(told["confidence"] * 10))][own[0] == own[1]] += 1


def settled(one: Fact, gold: set[tuple[str, tuple[str | None, ...]]]) -> Fact:
    """Put the gold's wording in the place of a found one that means the same."""
    least = {"name": SAME_NAME, "organization": SAME_WORDING, "group": SAME_WORDING, "role": SAME_WORDING}.get(
        one.field
    )
    if (one.field, one.value) in gold:
        return one
    for field_, value in gold:
        if field_ != one.field or value[1:] != one.value[1:]:
            continue
        a, b = value[0] or "", one.value[0] or ""
        if (one.field == "place" and (a in b or b in a)) or (least and likeness(a, b) >= least):
            return one._replace(value=value)
    return one


def facts(event: Json) -> Iterator[Fact]:
    """Yield everything that is told of an event, each once."""
    by = event.get("evidence", {})
    yield Fact("event", (), rule_of(by, "name"))
    yield Fact("kind", (event["kind"],), rule_of(by, "kind"))
    yield Fact("name", (plain(event["name"]),), rule_of(by, "name"))
    when = tuple(event.get(key) for key in ("starts_on", "ends_on", "starts_at", "day_part"))
    yield Fact("when", when, rule_of(by, "starts_on"))
    if event.get("location"):
        yield Fact("place", (plain(event["location"]),), rule_of(by, "location"))
    if event.get("attendance_mode"):
        yield Fact("mode", (event["attendance_mode"],), rule_of(by, "attendance_mode"))
    for one in event.get("participants", []):
        yield from part(one)


def part(one: Json) -> Iterator[Fact]:
    by, name = one.get("evidence", {}), plain(one["name"])
    yield Fact(one["type"], (name,), rule_of(by, "name"))
    if one["type"] == "person" and one.get("post"):
        yield Fact("post", (plain(one["post"]), name), rule_of(by, "post"))
    for role in one["roles"]:
        yield Fact("role", (name, role), rule_of(by, role))


def rule_of(evidence: Json, key: str) -> str:
    spans = evidence.get(key) or [{}]
    return str(spans[0].get("rule", "unnamed"))


def plain(text: str) -> str:
    """Return a text without white space, quotation marks and differences of width."""
    return re.sub(r"[\s“”\"'‘’「」『』《》〈〉]", "", unicodedata.normalize("NFKC", text))


def likeness(a: str, b: str) -> float:
    """Say how alike two wordings are: the share of pairs of neighbouring characters they have in common, 0 to 1."""
    a, b = plain(a), plain(b)
    if a == b:
        return 1.0
    x, y = (Counter(pairwise(text)) for text in (a, b))
    return 2 * (x & y).total() / max(1, x.total() + y.total())
