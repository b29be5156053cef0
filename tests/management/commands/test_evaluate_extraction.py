"""`evaluate_extraction` compares extraction with what a careful reader wrote down."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from calendar_app.management.measuring import FIELDS, Measured, measure

EVENT = {
    "kind": "meeting", "name": "海洋工作会议", "starts_on": "2024-03-05", "ends_on": "2024-03-05", "confidence": 0.9,
    "participants": [{"type": "person", "name": "方明海", "post": "区长", "roles": ["chair"]}],
}  # fmt: skip


def test_measure_counts_facts_found_missed_and_made_up() -> None:
    other = EVENT | {"name": "“海洋工作”会议", "kind": "training", "participants": []}
    measured = Measured()

    measure(
        measured,
        {"events": [EVENT]},
        {"articles": [{"events": [other, EVENT | {"name": "别的讲座", "starts_on": "2024-05-01"}]}]},
    )

    assert measured.figures("event") == (0.5, 1.0, 2 / 3)
    assert measured.figures("name") == (0.5, 1.0, 2 / 3)
    assert measured.figures("kind") == (0.0, 0.0, 0.0)
    assert (measured.missed["person"], measured.made_up["person"]) == (1, 1)
    assert {tenth: dict(counts) for tenth, counts in measured.tenths.items()} == {9: {False: 2}}


def test_the_same_events_measure_as_perfect() -> None:
    measured = Measured()

    measure(measured, {"events": [EVENT]}, {"events": [EVENT]})

    assert measured.figures(*FIELDS) == (1.0, 1.0, 1.0)
    assert dict(measured.tenths[9]) == {True: 1}


def test_the_command_prints_fields_rules_and_confidence(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "东港区召开海洋工作会议\n3月5日，东港区召开海洋工作会议，区长方明海主持会议。\n", "utf-8"
    )
    (tmp_path / "a.json").write_text(json.dumps({"published_on": "2024-03-08", "events": [EVENT]}), "utf-8")
    out = StringIO()

    with translation.override("en"):
        call_command("evaluate_extraction", str(tmp_path), stdout=out)

    assert "all facts" in out.getvalue()
    assert "name-after-verb" in out.getvalue()


def test_a_folder_without_gold_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=str(tmp_path)):
        call_command("evaluate_extraction", str(tmp_path))
