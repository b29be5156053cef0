"""The scores reached on real texts are floors; the texts stay outside the project."""

from __future__ import annotations

import json
import os
import re
from datetime import date
from pathlib import Path

import pytest

from calendar_app.extraction import extract
from calendar_app.management.commands.evaluate_extraction import SUMMARY, measured_in
from calendar_app.management.measuring import FIELDS, Measured, measure
from tests.extraction.test_pipeline import quotes

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
FLOORS = {
    "seed": {"event": 1.0, "when": 1.0, "person": 1.0, "organization": 1.0, "role": 1.0, "all": 0.99},
    "dev": {"event": 1.0, "when": 1.0, "person": 0.97, "organization": 0.95, "group": 0.9, "role": 0.96, "all": 0.97},
}


def annotated(name: str) -> list[tuple[str, date, dict[str, object]]]:
    folder = CORPUS / name
    if not folder.exists() and os.environ.get("CI") != "true":
        pytest.skip("the annotated texts are not beside this project")
    golds = sorted((folder / "gold" if name == "dev" else folder).glob("*.json"))
    texts = []
    for path in golds:
        gold = json.loads(path.read_text("utf-8"))
        published_on = gold.get("published_on") or gold["bulletin"]["published_on"]
        texts.append(((folder / f"{path.stem}.txt").read_bytes().decode(), date.fromisoformat(published_on), gold))
    return texts


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_real_texts_are_read_as_well_as_ever(name: str) -> None:
    measured = Measured()
    for text, published_on, gold in annotated(name):
        found = extract(text, published_on).as_json()
        measure(measured, gold, found)
        assert all(text[start:end] == quote for start, end, quote in quotes(found))

    reached = {field: measured.figures(*(FIELDS if field == "all" else (field,)))[2] for field in FLOORS[name]}

    assert {field: figure for field, figure in reached.items() if figure < FLOORS[name][field]} == {}


def test_joined_texts_are_told_apart() -> None:
    texts = [text.rstrip("\n") for text, _, _ in annotated("dev")]
    right = wrong = 0
    for first in range(0, 25, 5):
        five = texts[first : first + 5]
        starts = {sum(len(text) + 1 for text in five[:number]) for number in range(5)}

        found = {article.span.start for article in extract("\n".join(five), date(2023, 1, 1)).articles}

        right += len(starts & found)
        wrong += len(starts ^ found)
    assert 2 * right / (2 * right + wrong) >= 0.97


WIDE = str.maketrans("0123456789,:;!?()", "０１２３４５６７８９，：；！？（）")
NARROW = str.maketrans("，：；！？（）", ",:;!?()")


@pytest.mark.parametrize("widths", [WIDE, NARROW])
def test_the_width_of_characters_makes_no_difference(widths: dict[int, int]) -> None:
    for text, published_on, _ in annotated("dev"):
        plain, other = (extract(each, published_on) for each in (text, text.translate(widths)))

        dates = [
            [(event.starts_on, event.starts_at) for article in each.articles for event in article.events]
            for each in (plain, other)
        ]
        assert dates[0] == dates[1]


@pytest.mark.parametrize("name", ["bulletins", "seed", "dev"])
def test_the_readme_tells_the_scores_that_are_reached(name: str) -> None:
    folder = ROOT / "fixtures" / "bulletins" if name == "bulletins" else CORPUS / name
    if not folder.exists() and os.environ.get("CI") != "true":
        pytest.skip("the annotated texts are not beside this project")
    row = re.search(rf"^\| {name} \|(.+)\|$", (ROOT / "README.md").read_text("utf-8"), re.M)
    assert row is not None

    measured = measured_in(folder)

    told = [float(figure) for figure in row[1].split("|")]
    reached = [measured.figures(*fields)[2] for _, fields in SUMMARY]
    assert all(claimed - 0.01 <= figure <= claimed + 0.05 for claimed, figure in zip(told, reached, strict=True))
