"""Figures beside what is wanted of them, and how they are timed."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Figure:
    """One line of the table; `wanted` is the least (or with `at_most` the largest) value that will do."""

    what: str
    value: float
    wanted: float
    at_most: bool = False

    @property
    def is_met(self) -> bool:
        return self.value <= self.wanted if self.at_most else self.value >= self.wanted

    def __str__(self) -> str:
        sign = "≤" if self.at_most else "≥"
        return f"{'met   ' if self.is_met else 'MISSED'}  {self.value:>10.2f}  {sign} {self.wanted:<8g} {self.what}"


def say(text: str) -> None:
    print(text, flush=True)  # noqa: T201


def seconds(work: Callable[[], Any]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def cpu_seconds(work: Callable[[], Any]) -> float:
    """Return the seconds this process worked, which others on the machine lengthen less than those on the clock."""
    start = time.process_time()
    work()
    return time.process_time() - start


def spans(work: Callable[[], Any]) -> tuple[float, float]:
    """Return the seconds of CPU and those on the clock."""
    start = time.perf_counter()
    worked = cpu_seconds(work)
    return worked, time.perf_counter() - start


def shortest(work: Callable[[], Any], times: int = 5) -> float:
    """Return the CPU seconds of the shortest of some runs: what the machine does besides can only add to it."""
    return min(cpu_seconds(work) for _ in range(times))
