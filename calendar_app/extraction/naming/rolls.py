"""Long lists of bare names, in which even a rare family name is one: 区领导周某某、占某某、来某某、吴某."""

from __future__ import annotations

import re
from typing import NamedTuple

from calendar_app.extraction.naming import bounds

ITEM = f"[{bounds.HAN}]{{2,3}}"
ROLL = re.compile(f"、(?<=[{bounds.HAN}]{{2}}、)(?P<more>{ITEM}(?:、{ITEM}){{3,}})")  # from the end of its first name
LEAST = 2 / 3  # of the names between the first and the last, so many begin with a well-known family name


class Rolls(NamedTuple):
    """Where names stand in lists, by their start, and where the first name of a list ends."""

    names: dict[int, int]
    opens: frozenset[int]


def rolls(text: str) -> Rolls:
    """Find the lists of names of a text; the first and the last name of each are left to what stands beside them."""
    names: dict[int, int] = {}
    opens = set()
    end = 0
    while match := ROLL.search(text, end + 2):  # two characters at least are the first name
        end = match.end()
        *between, _ = match["more"].split("、")
        if sum(map(_is_common, between)) < LEAST * len(between) or not bounds.never().isdisjoint(between):
            continue
        opens.add(match.start())
        start = match.start("more")
        for name in between:
            names[start] = start + len(name)
            start += len(name) + 1
    return Rolls(names, frozenset(opens))


def _is_common(name: str) -> bool:
    return name[0] in bounds.single() and name[:2] not in bounds.no_names()
