"""Real texts joined, broken over lines or set in other widths are read nearly as well as they were printed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from typing import Any

import pytest

from calendar_app.extraction import extract
from calendar_app.management.measuring import FIELDS, Measured, measure
from tests.extraction.test_corpus import NARROW, WIDE, annotated

LOST = 0.02  # of fact F1, at most
INSIDE = re.compile(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])")
PROSE = re.compile(r"^.{60,}。$", re.M)


def all_facts(texts: Iterable[tuple[str, date, Any]]) -> float:
    measured = Measured()
    for text, published_on, gold in texts:
        measure(measured, gold, extract(text, published_on).as_json())
    return measured.figures(*FIELDS)[2]


@cache
def as_printed() -> float:
    return all_facts(annotated("dev"))


@pytest.mark.parametrize("seed", range(4))
def test_a_bulletin_joined_from_any_five_texts_is_read_as_they_are_alone(seed: int) -> None:
    chosen = random.Random(seed).sample(annotated("dev"), 5)
    texts = [text.rstrip("\n") for text, _, _ in chosen]
    together = max(published_on for _, published_on, _ in chosen)
    gold = {"events": [event for _, _, each in chosen for event in events(each)]}
    starts = {sum(len(text) + 1 for text in texts[:number]) for number in range(5)}

    alone = Measured()
    measure(alone, gold, {"events": [one for text in texts for one in events(extract(text, together).as_json())]})
    found = extract("\n".join(texts), together)
    joined = Measured()
    measure(joined, gold, {"events": events(found.as_json())})

    begun = {article.span.start for article in found.articles}
    assert 2 * len(starts & begun) / (len(starts) + len(begun)) >= 0.97
    assert joined.figures(*FIELDS)[2] >= alone.figures(*FIELDS)[2] - LOST


def events(document: Any) -> list[Any]:
    return [event for article in document.get("articles", [document]) for event in article.get("events", [])]


@pytest.mark.parametrize("change", [lambda text: text.translate(WIDE), lambda text: text.translate(NARROW)])
def test_the_width_of_punctuation_and_digits_costs_nothing(change: Callable[[str], str]) -> None:
    changed = [(change(text), published_on, gold) for text, published_on, gold in annotated("dev")]

    assert all_facts(changed) >= as_printed() - LOST


@pytest.mark.parametrize("seed", range(2))
def test_lines_broken_inside_sentences_are_mended(seed: int) -> None:
    chance = random.Random(seed)
    changed = [(broken(text, chance), published_on, gold) for text, published_on, gold in annotated("dev")]

    assert all_facts(changed) >= as_printed() - LOST


def broken(text: str, chance: random.Random) -> str:
    """Break the lines of a text's paragraphs after some forty characters, now and then."""
    return PROSE.sub(lambda line: INSIDE.sub(lambda _: "\n" if chance.random() < 0.025 else "", line[0]), text)
