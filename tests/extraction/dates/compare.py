"""Scores our dates beside other recognizers', on our cases and on the gold dates of the corpora, in one table.

    python -m tests.extraction.dates.compare [--python PEERS_PYTHON] [--corpus FOLDER]

PEERS_PYTHON is a Python that has jionlp, recognizers-text-suite (with emoji<2) and dateparser installed; they are
never ours. *exact* wants the printed words and what they mean, *value* only the meaning: the first and last day (of a
deadline only the last), and the clock time where one is printed. A peer that offers several values is right if one is.
The gold of the corpora has the dates of events only, so that there recall alone says something.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from calendar_app.extraction.recognizing.dates import recognize
from calendar_app.extraction.refining.reference_dates import resolve
from tests.extraction.dates import PARTS, PRECISIONS, read_cases

ROOT = Path(__file__).parents[3]
PEERS = ("jionlp", "recognizers-text-suite", "dateparser")
YEAR = re.compile(r"\d{4}|^\d\d年|[一二][〇零○]|２０")
WHENEVER = date(2024, 7, 31)  # for texts that print every year themselves


class Wanted(NamedTuple):
    """One date that a text tells: where it may stand, and what it means."""

    words: str
    first: str | None
    last: str
    clock: str | None


@dataclass(frozen=True)
class Asked:
    """One text with its day of publication and the dates it tells."""

    text: str
    published_on: date
    wanted: tuple[Wanted, ...]


def from_cases() -> list[Asked]:
    """Take our cases, without those that leave a date open and those that take a year from elsewhere in the text."""
    found = []
    for case in read_cases():
        closed = all("open" not in meaning for _, meaning in case.expected)
        if closed and (case.published_on or all(YEAR.search(words) for words, _ in case.expected)):
            wanted = tuple(_wanted(*each) for each in case.expected)
            found.append(Asked(case.text, case.published_on or WHENEVER, wanted))
    return found


def _wanted(words: str, meaning: str) -> Wanted:
    days, *rest = meaning.split()
    first, _, last = days.partition("/")
    told = [each for each in rest if each not in (*PARTS, *PRECISIONS, "deadline")]
    return Wanted(words, None if "deadline" in rest else first, last or first, told[0][:5] if told else None)


def from_corpus(folder: Path) -> Iterator[Asked]:
    """Take the dates that the gold gives for events, each once a text."""
    published = {one["id"]: one["publication_date"] for one in json.loads((folder / "dev/index.json").read_text())}
    for gold in [folder / "seed/xuhui-2024-07.json", *sorted((folder / "dev/gold").glob("*.json"))]:
        text = (folder / ("seed" if "seed" in gold.parts else "dev") / f"{gold.stem}.txt").read_text()
        tree = json.loads(gold.read_text())
        events = [event for article in tree.get("articles", [tree]) for event in article["events"]]
        wanted = dict.fromkeys(_gold(event) for event in events if event["date_text"] and event["starts_on"])
        yield Asked(text, date.fromisoformat(published.get(gold.stem, "2024-07-31")), tuple(wanted))


def _gold(event: dict[str, Any]) -> Wanted:
    deadline = event["kind"] == "milestone"
    clock = event["starts_at"] if any(each in event["date_text"] for each in "时点:：") else None
    return Wanted(event["date_text"], None if deadline else event["starts_on"], event["ends_on"], clock)


def ours(asked: list[Asked]) -> list[list[dict[str, Any]]]:
    answers = []
    for one in asked:
        found = [each for each in resolve(recognize(one.text), one.text, one.published_on) if each.value.starts_on]
        answers.append(
            [
                {
                    "start": each.span.start,
                    "end": each.span.end,
                    "values": [[str(each.value.starts_on), str(each.value.ends_on), each.value.starts_at]],
                }
                for each in found
            ]
        )
    return answers


def peer(python: str, name: str, asked: list[Asked]) -> list[list[dict[str, Any]]] | None:
    """Ask a peer; None where it is not installed."""
    texts = [{"text": one.text, "published_on": one.published_on.isoformat()} for one in asked]
    command = [python, str(Path(__file__).with_name("peers.py")), name]
    run = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=False)
    if run.returncode:
        show(f"{name}: {run.stderr.strip().splitlines()[-1]}")
        return None
    answers: list[list[dict[str, Any]]] = json.loads(run.stdout)
    return answers


def is_right(wanted: Wanted, reading: dict[str, Any]) -> bool:
    return any(
        wanted.first in (None, first) and wanted.last == last and wanted.clock in (None, clock)
        for first, last, clock in reading["values"]
    )


class Score(NamedTuple):
    """How many dates were told, read, read rightly with their words, and read rightly at all."""

    wanted: int = 0
    read: int = 0
    exact: int = 0
    value: int = 0

    def row(self) -> str:
        def f1(hits: int) -> float:
            return 2 * hits / (self.wanted + self.read) if self.wanted + self.read else 1.0

        rates = (self.exact / self.wanted, self.value / self.wanted, f1(self.exact), f1(self.value))
        return f"{self.wanted:8}{self.read:8}" + "".join(f"{each:14.3f}" for each in rates)


def score(asked: list[Asked], answers: list[list[dict[str, Any]]]) -> Score:
    total = Score()
    for one, readings in zip(asked, answers, strict=True):
        exact, value, left = 0, 0, list(readings)
        for wanted in one.wanted:
            right = [each for each in left if is_right(wanted, each)]
            told = [each for each in right if one.text[each["start"] : each["end"]] == wanted.words]
            exact, value = exact + bool(told), value + bool(right)
            if right:
                left.remove((told or right)[0])
        total = Score(*(a + b for a, b in zip(total, (len(one.wanted), len(readings), exact, value), strict=True)))
    return total


def show(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--python", default=sys.executable, help="a Python that has the peers")
    parser.add_argument("--corpus", type=Path, default=ROOT.parent / "shared/corpus")
    options = parser.parse_args()
    sets = {"our cases": from_cases()}
    if options.corpus.is_dir():
        sets["seed and dev"] = list(from_corpus(options.corpus))
    show(f"{'':38}{'dates':>8}{'read':>8}" + "".join(f"{each:>14}" for each in HEADS))
    for name, asked in sets.items():
        show(f"{name:14}{'ours':24}{score(asked, ours(asked)).row()}")
        for each in PEERS:
            answers = peer(options.python, each, asked)
            if answers is not None:
                show(f"{name:14}{each:24}{score(asked, answers).row()}")


HEADS = ("exact recall", "value recall", "exact F1", "value F1")

if __name__ == "__main__":
    main()
