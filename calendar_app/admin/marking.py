"""The bulletin's words with its facts marked: a text cut into runs, each with the facts that stand on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from calendar_app.models import Bulletin, Fact
from calendar_app.review.spelling import label, shown

WHEN = {"starts_on", "ends_on", "starts_at", "ends_at", "day_part", "previous_starts_on"}
SENTENCE_END = re.compile(r"[。！？!?；;]|\n\s*\n")
NEAR = 80  # characters looked at on either side for a sentence's ends


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text over which the same facts stand, the shortest-spanned first; `start` counts in the bulletin."""

    start: int
    text: str
    facts: tuple[Fact, ...]

    @property
    def group(self) -> str:
        return group(self.facts[0]) if self.facts else ""

    @property
    def opens(self) -> bool:
        """Say whether the keyboard stops here: a summary, which other facts cut to pieces, is told at its first."""
        return self.group != "summary" or self.start == self.facts[0].spans[0][0]


def group(fact: Fact) -> str:
    """Say what a fact tells: who, when, where, the programme, the summary, or what it is."""
    if fact.participation_id:
        return "who"
    if fact.session_id:
        return "programme"
    if fact.field in WHEN:
        return "when"
    return {"location": "where", "summary": "summary"}.get(fact.field, "what")


def runs(text: str, facts: Iterable[Fact], start: int = 0, end: int | None = None) -> Iterator[Run]:
    """Cut text[start:end] wherever a fact's span begins or ends."""
    end = len(text) if end is None else end
    spans = [(max(a, start), min(b, end), fact) for fact in facts for a, b in fact.spans if a < end and b > start]
    edges = sorted({start, end, *(a for a, _, _ in spans), *(b for _, b, _ in spans)})
    waiting = sorted(spans, key=lambda span: span[0], reverse=True)
    over: list[tuple[int, int, Fact]] = []
    for left, right in pairwise(edges):
        over = [span for span in over if span[1] >= right]
        while waiting and waiting[-1][0] <= left:
            over.append(waiting.pop())
        over.sort(key=lambda span: span[1] - span[0])  # the narrowest tells most closely what the words are
        yield Run(left, text[left:right], tuple(dict.fromkeys(fact for _, _, fact in over)))


def sentences(text: str, facts: Iterable[Fact]) -> list[tuple[int, int]]:
    """Return the ranges of the sentences that facts stand in, joined where they touch."""
    found = sorted(around(text, a, b) for fact in facts for a, b in fact.spans if b <= len(text))
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a range to its sentence, at most 80 characters on either side."""
    before = list(SENTENCE_END.finditer(text, max(0, start - NEAR), start))
    after = SENTENCE_END.search(text, end, end + NEAR)
    return (before[-1].end() if before else max(0, start - NEAR)), (
        after.end() if after else min(len(text), end + NEAR)
    )


def quoted(bulletin: Bulletin, facts: list[Fact]) -> SafeString:
    """Quote the sentences that facts of one bulletin stand in, the facts marked."""
    own = [fact for fact in facts if fact.bulletin_id == bulletin.pk]
    parts = (
        (format_html_join("", "{}", ((marked(run),) for run in runs(bulletin.text, own, *part))),)
        for part in sentences(bulletin.text, own)
    )
    return format_html('<blockquote class="quotation">{}</blockquote>', format_html_join(" … ", "{}", parts))


def marked(run: Run) -> SafeString | str:
    if not run.facts:
        return run.text
    return format_html('<mark class="mark mark-{}" title="{}">{}</mark>', run.group, naming(run.facts), run.text)


def linked(run: Run) -> SafeString:
    """Mark a run as a link to its first fact on the desk; what all its facts say is told on focus.

    `data-at` counts in the bulletin, so that a selection on the page can be found in the text.
    """
    if not run.facts:
        return format_html('<span data-at="{}">{}</span>', run.start, run.text)
    address = reverse("admin:calendar_app_event_desk", args=[run.facts[0].event_id])
    return format_html(
        '<a class="mark mark-{}"{} id="w-{}-{}" href="{}#{}" data-facts="{}"><span data-at="{}">{}</span>'
        '<span class="told">{}</span></a>',
        run.group,
        "" if run.opens else mark_safe(' tabindex="-1"'),
        run.facts[0].bulletin_id,
        run.start,
        address,
        row_id(run.facts[0]),
        " ".join(row_id(fact) for fact in run.facts),
        run.start,
        run.text,
        naming(run.facts),
    )


def row_id(fact: Fact) -> str:
    """Name the row of the desk that a fact stands in."""
    if fact.participation_id:
        return f"participation-{fact.participation_id}-{fact.field}"
    if fact.session_id:
        return f"session-{fact.session_id}-{fact.field}"
    return f"event-{fact.event_id}-{fact.field}"


def naming(facts: Iterable[Fact]) -> str:
    """Say what facts are: field, value, rule and confidence of each."""
    return "; ".join(
        " · ".join(filter(None, (label(fact), shown(fact), fact.rule, f"{fact.confidence:.0%}"))) for fact in facts
    )
