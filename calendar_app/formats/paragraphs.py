"""A bulletin's text as paragraphs, lines broken in print mended, with the facts of its events marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from calendar_app.formats.provenance import Piece, is_broken_line, pieces
from calendar_app.models import Fact

BLANK = re.compile(r"\n\s*")


def paragraphs(text: str, start: int, end: int, facts: Iterable[Fact]) -> Iterator[list[Piece]]:
    """Yield each paragraph of text[start:end] as pieces that carry the same facts throughout."""
    facts = list(facts)
    ends = [match.end() for match in BLANK.finditer(text, start, end) if not is_broken_line(text, match)]
    bounds = [start, *ends, end]
    for left, right in pairwise(bounds):
        if text[left:right].strip():
            yield list(pieces(text, left, right, facts))
