"""Says whether two names may be one event's."""

from __future__ import annotations

import re

NUMBER = re.compile("[一二三四五六七八九十百\\d]+[届次期]")
QUOTES = re.compile(r"[“”‘’《》\s]")


def alike(a: str, b: str) -> bool:
    """Say whether two names may be one event's: one holds the other's signs in order, or most pairs agree."""
    a, b = (QUOTES.sub("", name) for name in (a, b))
    short, long = sorted((a, b), key=len)
    if not short:
        return False
    if holds(long, short):
        return True
    pairs = [{name[i : i + 2] for i in range(len(name) - 1)} for name in (a, b)]
    return 2 * len(pairs[0] & pairs[1]) >= 0.5 * (len(pairs[0]) + len(pairs[1]))


def holds(long: str, short: str) -> bool:
    """Say whether `long` has all signs of `short` in their order."""
    at = -1
    for sign in short:
        at = long.find(sign, at + 1)
        if at < 0:
            return False
    return True


def are_numbered_apart(a: str, b: str) -> bool:
    """Say whether two names bear numbers none of which is the other's: 六届四次主席会议, 十三届三次主席会议."""
    numbers = [set(NUMBER.findall(name)) for name in (a, b)]
    return bool(all(numbers) and not numbers[0] & numbers[1])
