"""Where an event's facts stand: the bulletin's sentences with the facts marked, and a number for each sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from calendar_app.models import Bulletin, Fact
from calendar_app.vocabulary import Basis, Decision

SENTENCE_END = re.compile(r"[。！？!?；;]+[”’」』）)]*|\n\s*\n")
BROKEN_LINE = re.compile(r"[ \t\u3000]*\n\s*")


@dataclass(frozen=True)
class Piece:
    """A run of text that carries the same facts throughout; `opening` are the facts whose first words it holds."""

    text: str
    facts: tuple[Fact, ...] = ()
    opening: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Quote:
    """One sentence of a bulletin, numbered from 1 in the order of the page."""

    number: int
    bulletin: Bulletin
    start: int
    end: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Mark:
    """A fact's small mark: the number of the sentence that tells it, None where the reviewer knew it."""

    fact: Fact
    number: int | None


@dataclass
class Provenance:
    """The quotes of an event and the marks of its facts, by what they are facts of."""

    quotes: list[Quote] = field(default_factory=list)
    marks: dict[int, Mark] = field(default_factory=dict)

    def of(self, facts: Iterable[Fact]) -> list[Mark]:
        """Return the facts' marks, the first's of each sentence; what is inferred goes before what is stated."""
        seen: dict[int | None, Mark] = {}
        for fact in facts:
            mark = self.marks[fact.pk]
            before = seen.setdefault(mark.number, mark)
            if before.fact.basis == Basis.STATED and fact.basis != Basis.STATED:
                seen[mark.number] = mark
        return list(seen.values())


def provenance(facts: Iterable[Fact]) -> Provenance:
    """Quote every sentence that tells one of the facts, bulletin by bulletin, each sentence once."""
    facts = [fact for fact in facts if fact.decision != Decision.REJECTED]
    told = Provenance(marks={fact.pk: Mark(fact, None) for fact in facts})
    cited = sorted((fact for fact in facts if fact.bulletin and fact.spans), key=lambda fact: fact.bulletin_id or 0)
    for _, group in groupby(cited, key=lambda fact: fact.bulletin_id):
        of_bulletin = list(group)
        bulletin = of_bulletin[0].bulletin
        assert bulletin
        for start, end in sentences(bulletin.text, [span for fact in of_bulletin for span in fact.spans]):
            number = len(told.quotes) + 1
            told.quotes.append(
                Quote(number, bulletin, start, end, tuple(pieces(bulletin.text, start, end, of_bulletin)))
            )
        for fact in of_bulletin:
            number_of = (
                q.number for q in told.quotes if q.bulletin == bulletin and q.start <= fact.spans[0][0] < q.end
            )
            told.marks[fact.pk] = Mark(fact, next(number_of, None))
    return told


def sentences(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the ranges of the sentences that the spans lie in, in order, none twice."""
    bounds = [0, *(match.end() for match in SENTENCE_END.finditer(text) if not is_broken_line(text, match)), len(text)]
    found: set[tuple[int, int]] = set()
    for start, end in spans:
        inside = [(left, right) for left, right in pairwise(bounds) if left < end and right > start]
        found.update(inside)
    return sorted(found)


def is_broken_line(text: str, match: re.Match[str]) -> bool:
    """Whether an empty line only breaks a sentence of prose in two, as columns of print do."""
    if not match.group().startswith("\n"):
        return False
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    return bool(re.search(r"[，,。；]", line)) and not re.search(r"[。！？!?；;：:）)”]$", line.rstrip())


def pieces(text: str, start: int, end: int, facts: Iterable[Fact]) -> Iterator[Piece]:
    """Cut text[start:end] where a fact begins or ends."""
    spans = [(left, right, fact) for fact in facts for left, right in fact.spans if left < end and right > start]
    cuts = sorted({start, end, *(min(max(at, start), end) for left, right, _ in spans for at in (left, right))})
    for left, right in pairwise(cuts):
        here = tuple(dict.fromkeys(fact for a, b, fact in spans if a <= left and b >= right))
        opening = tuple(fact for fact in here if max(fact.spans[0][0], start) == left)
        if shown := mend(text[left:right]):
            yield Piece(shown, here, opening)


def mend(text: str) -> str:
    """Join lines broken in print; letters of Latin words keep a space."""
    spaced = re.sub(r"(?<=[A-Za-z0-9])[ \t]*\n\s*(?=[A-Za-z0-9])", " ", text)
    return BROKEN_LINE.sub("", spaced)
