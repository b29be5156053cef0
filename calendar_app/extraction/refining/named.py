"""Where an article names somebody, and what of a stretch stands outside names: verbs, prepositions, commas."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial

from calendar_app.extraction.document import Mention, Mentions, Span, within
from calendar_app.extraction.naming import posts
from calendar_app.extraction.refining.pages import Ranges
from calendar_app.extraction.refining.turns import ACTS_THEN, ADVERBS, HOLDS_OFFICE, OWN_SIDE, QUOTED, QUOTED_OR_STOP


@dataclass
class Named:
    """Everyone mentioned in an article, and where each phrase that names them begins."""

    text: str
    mentions: Sequence[Mention]  # in the order of the text

    @cached_property
    def post_before(self) -> Callable[[int, int], posts.Before]:
        """Read the post before a name, no further back than a floor; each only once."""
        return cache(partial(posts.before, self.text))

    @cached_property
    def people(self) -> Mentions:
        return Mentions(one for one in self.mentions if one.kind == "person")

    @cached_property
    def persons(self) -> frozenset[int]:
        return frozenset(one.span.end for one in self.mentions if one.kind == "person")

    @cached_property
    def taken(self) -> list[Span]:
        """The stretches that belong to names and posts, in order; a preposition in them is none."""
        spans = []
        floor = 0
        for one in self.mentions:
            if one.kind == "person":
                post = self.post_before(one.span.start, floor).post
                spans.append(Span(post.start if post else one.span.start, one.span.end))
                floor = one.span.end
            elif one.kind == "organization" and not self.swallows(one.span):
                spans.append(one.span)
        return sorted(spans)

    @cached_property
    def begins(self) -> dict[int, int]:
        """Where each phrase that names somebody begins, by where it ends."""
        return {span.end: span.start for span in reversed(self.taken)}

    def begin(self, one: Mention) -> int:
        """Return where the phrase that names somebody begins, the post included."""
        return self.begins.get(one.span.end, one.span.start)

    @cached_property
    def starts(self) -> list[int]:
        return [span.start for span in self.taken]

    @cached_property
    def hidden(self) -> set[int]:
        """The places inside names, where a verb is none; no name of a body begins with one."""
        inside = (range(span.start + (span.end not in self.persons), span.end) for span in self.taken)
        return set[int]().union(*inside)

    @cached_property
    def grouped(self) -> set[int]:
        """The places inside phrases for people meant together."""
        groups = (one.span for one in self.mentions if one.kind == "group" and not self.swallows(one.span))
        return set[int]().union(*(range(*span) for span in groups))

    def swallows(self, span: Span) -> bool:
        """Say whether a body or group was read over a person's name and on, as none goes."""
        at = bisect_left(self.people.starts, span.start)
        return at < len(self.people) and self.people[at].span.end < span.end

    def covers(self, place: int) -> bool:
        """Say whether a place lies inside a name or post."""
        at = bisect_left(self.starts, place + 1)
        return any(span.start <= place < span.end for span in self.taken[max(0, at - 6) : at])

    def first_person(self, sentence: Span) -> Mention | None:
        """Return the first person that a sentence names."""
        return next(iter(within(self.people, sentence)), None)

    @cached_property
    def quoted(self) -> Ranges:
        """What stands within quotes or brackets."""
        return Ranges(Span(*match.span()) for match in QUOTED.finditer(self.text))

    @cached_property
    def stops(self) -> list[int]:
        """Where clauses end, outside names, quotes and brackets."""
        hidden = self.hidden
        found = (match.span() for match in QUOTED_OR_STOP.finditer(self.text))
        return [start for start, end in found if end - start == 1 and start not in hidden]

    def clauses(self, start: int, end: int) -> Iterator[Span]:
        """Cut a stretch at commas outside names."""
        place = start
        for at in self.stops[bisect_left(self.stops, start) : bisect_left(self.stops, end)]:
            if at > place:
                yield Span(place, at)
            place = at + 1
        yield Span(place, end)

    def outside(self, pattern: re.Pattern[str], start: int, end: int) -> Iterator[re.Match[str]]:
        """Yield where a pattern stands in a stretch outside names."""
        return (match for match in pattern.finditer(self.text, start, end) if self.is_outside(match, end))

    def first_outside(self, pattern: re.Pattern[str], start: int, end: int) -> re.Match[str] | None:
        for match in pattern.finditer(self.text, start, end):
            if self.is_outside(match, end):
                return match
        return None

    def is_outside(self, match: re.Match[str], end: int) -> bool:
        word, place = match.group(), match.start()
        if word == "代表":
            return self.acts_for(match, end)
        if place in self.hidden or (word[0] in ADVERBS and place in self.grouped):
            return False
        return not self.quoted.hold(place) or self.quoted.hold(match.pos)  # 宣读《关于表彰先进组织的决定》，…

    def acts_for(self, match: re.Match[str], end: int) -> bool:
        """Say whether 代表 is a verb here: 局长张三|代表|区政府, not 教师|代表."""
        before, after = match.start(), match.end()
        if after >= end - 1 or ACTS_THEN.match(self.text, after) or self.text.startswith("人大", before - 2):
            return False
        return bool(
            before in self.persons
            or OWN_SIDE.match(self.text, after)
            or before == match.pos
            or self.text[before - 1] in "，；"
            or HOLDS_OFFICE.search(self.text, max(0, before - 4), before)
            or (before in self.begins and not self.covers(before))
        )
