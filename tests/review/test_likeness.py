"""Pairs of tellings judged by hand: what is proposed is nearly always right, and little is missed."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from calendar_app.review.likeness import Told, likeness
from calendar_app.review.matching import ENOUGH, WORDED, worded

GOLD = tomllib.loads((Path(__file__).parent / "pairs.toml").read_text("utf-8"))


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
    return likeness(told(pair[0]), told(pair[1])).score >= ENOUGH


def test_gold_is_large_enough() -> None:
    assert len(GOLD["same"]["pairs"]) >= 30
    assert len(GOLD["different"]["pairs"]) >= 30


def test_precision_and_recall() -> None:
    right = [pair for pair in GOLD["same"]["pairs"] if proposed(pair)]
    wrong = [pair for pair in GOLD["different"]["pairs"] if proposed(pair)]

    recall = len(right) / len(GOLD["same"]["pairs"])
    precision = len(right) / (len(right) + len(wrong))

    missed = [pair for pair in GOLD["same"]["pairs"] if not proposed(pair)]
    assert (precision >= 0.95, recall >= 0.90) == (True, True), (precision, recall, wrong, missed)


@pytest.mark.parametrize("pair", GOLD["same"]["pairs"] + GOLD["different"]["pairs"])
def test_likeness_is_the_same_either_way(pair: list[dict[str, Any]]) -> None:
    one, other = told(pair[0]), told(pair[1])

    assert likeness(one, other).score == pytest.approx(likeness(other, one).score)


def test_reasons_are_told_in_words() -> None:
    pair = GOLD["same"]["pairs"][4]

    like = likeness(told(pair[0]), told(pair[1]))

    assert [reason for reason, _of in like.reasons] == ["same-day", "near-name", "same-place"]
    assert len(worded(like.reasons)) == 3
    assert {reason for reason, _of in like.reasons} <= WORDED.keys()
