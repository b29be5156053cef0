"""Our own cases of dates in prose: `cases/*.toml`, read into Case objects.

A file holds groups with a day of publication; each case is a text and, for every date in it, `words = meaning`. The
meaning is `day[/day] [HH:MM[-HH:MM]] [part] [precision] [deadline]`, days in ISO form or `open`; the precision is
left out where clock, part or day say it. A text alone must yield nothing.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from calendar_app.extraction.document import Mention

FOLDER = Path(__file__).with_name("cases")
PARTS = ("morning", "noon", "afternoon", "evening")
PRECISIONS = ("month", "year", "unknown")


@dataclass(frozen=True)
class Case:
    """One text with the dates it tells, in order."""

    name: str
    text: str
    published_on: date | None
    expected: tuple[tuple[str, str], ...]


def read_cases() -> list[Case]:
    return [case for path in sorted(FOLDER.glob("*.toml")) for case in _read(path)]


def _read(path: Path) -> Iterator[Case]:
    for group in tomllib.loads(path.read_text("utf-8"))["group"]:
        for text, *dates in group["cases"]:
            pairs = tuple((words, meaning) for words, _, meaning in (each.rpartition(" = ") for each in dates))
            yield Case(f"{path.stem}: {text}", text, group.get("published_on"), pairs)


def meaning(mention: Mention) -> str:
    """Write what a date means in the words of the cases."""
    when = mention.value
    days = [each.isoformat() for each in (when.starts_on, when.ends_on) if each]
    clocks = [each for each in (when.starts_at, when.ends_at) if each]
    words = [
        "/".join(dict.fromkeys(days)) or "open",
        "-".join(clocks),
        when.day_part or "",
        "" if when.precision in {"minute", "day_part", "day"} else when.precision,
        "deadline" if when.deadline else "",
    ]
    return " ".join(each for each in words if each)
