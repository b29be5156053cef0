"""Pairs of tellings judged by hand: what is proposed is nearly always right, and little is missed."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from calendar_app.review.likeness import Told, likeness
from calendar_app.review.matching import ENOUGH, WORDED, worded

SETS = [
    tomllib.loads((Path(__file__).parent / name).read_text("utf-8"))
    for name in ("pairs.toml", "pairs_second.toml", "pairs_third.toml", "pairs_fourth.toml")
]
SAME = [pair for gold in SETS for pair in gold["same"]["pairs"]]
DIFFERENT = [pair for gold in SETS for pair in gold["different"]["pairs"]]


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
    assert (len(SAME), len(DIFFERENT)) == (108, 116)


def test_precision_and_recall() -> None:
    right = [pair for pair in SAME if proposed(pair)]
    wrong = [pair for pair in DIFFERENT if proposed(pair)]

    recall = len(right) / len(SAME)
    precision = len(right) / (len(right) + len(wrong))

    missed = [pair for pair in SAME if not proposed(pair)]
    assert (precision >= 0.95, recall >= 0.90) == (True, True), (precision, recall, wrong, missed)


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
