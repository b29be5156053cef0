"""Pairs of tellings judged by hand: what is proposed is nearly always right, and little is missed."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from calendar_app.review.likeness import Told, likeness
from calendar_app.review.matching import ENOUGH, WORDED, worded

ORDER = ["", "_second", "_third", "_fourth", "_fifth", "_sixth", "_seventh", "_eighth"]
ORDER += ["_ninth", "_tenth", "_eleventh", "_twelfth", "_thirteenth", "_fourteenth"]
SETS = {name: tomllib.loads((Path(__file__).parent / f"pairs{name}.toml").read_text("utf-8")) for name in ORDER}
SAME = [pair for gold in SETS.values() for pair in gold["same"]["pairs"]]
DIFFERENT = [pair for gold in SETS.values() for pair in gold["different"]["pairs"]]


def told(telling: dict[str, Any]) -> Told:
    known = dict(telling)
    first, _sep, last = known.pop("on").partition("/")
    days = {new: date.fromisoformat(known.pop(old)) for old, new in DAYS.items() if old in known}
    return Told(
        name=known.pop("name"),
        location=known.pop("place", ""),
        organizers=frozenset(known.pop("organizers", ())),
        people=frozenset(known.pop("people", ())),
        starts_on=date.fromisoformat(first),
        ends_on=date.fromisoformat(last or first),
        **days,
        **known,
    )


DAYS = {"previously": "previously_on", "reported": "reported_on"}


def proposed(pair: list[dict[str, Any]]) -> bool:
    one, other = told(pair[0]), told(pair[1])
    return one.could_be_called(other.name) and likeness(one, other).score >= ENOUGH


def test_gold_is_large_enough() -> None:
    assert (len(SAME), len(DIFFERENT)) == (454, 440)


def test_precision_and_recall() -> None:
    right = [pair for pair in SAME if proposed(pair)]
    wrong = [pair for pair in DIFFERENT if proposed(pair)]

    recall = len(right) / len(SAME)
    precision = len(right) / (len(right) + len(wrong))

    missed = [pair for pair in SAME if not proposed(pair)]
    assert (precision >= 0.97, recall >= 0.94) == (True, True), (precision, recall, wrong, missed)


@pytest.mark.parametrize("name", ["_sixth", "_fourteenth"])
def test_a_set_scored_before_anybody_looked_keeps_its_figures(name: str) -> None:
    right = [pair for pair in SETS[name]["same"]["pairs"] if proposed(pair)]
    wrong = [pair for pair in SETS[name]["different"]["pairs"] if proposed(pair)]

    figures = len(right) / (len(right) + len(wrong)), len(right) / len(SETS[name]["same"]["pairs"])

    assert (figures[0] >= 0.95, figures[1] >= 0.90) == (True, True), figures


@pytest.mark.parametrize("pair", SAME + DIFFERENT)
def test_likeness_is_the_same_either_way(pair: list[dict[str, Any]]) -> None:
    one, other = told(pair[0]), told(pair[1])

    assert likeness(one, other).score == pytest.approx(likeness(other, one).score)


def test_reasons_are_told_in_words() -> None:
    pair = SAME[4]

    like = likeness(told(pair[0]), told(pair[1]))

    assert [reason for reason, _of in like.reasons] == ["same-day", "near-name", "same-place"]
    assert len(worded(like.reasons)) == 3
    assert {reason for reason, _of in like.reasons} <= WORDED.keys()
