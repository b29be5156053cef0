"""Where an article names somebody, and what of a stretch stands outside names: verbs, prepositions, commas."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from calendar_app.extraction.document import Mention, Mentions, Span
from calendar_app.extraction.naming import posts
from calendar_app.extraction.refining.pages import Ranges
from calendar_app.extraction.refining.turns import ACTS_THEN, ADVERBS, HOLDS_OFFICE, OWN_SIDE, QUOTED, QUOTED_OR_STOP


class Recognizer(Protocol):
    """What reads the names of bodies, or phrases for people meant together, in a part of a text."""

    def recognize(self, text: str, start: int, end: int, /) -> Iterable[Mention]: ...

    def may_end(self, text: str, start: int, end: int, /) -> bool: ...


@dataclass
class Named:
    """Everyone mentioned in an article, and where each phrase that names them begins.

    Bodies and groups are recognized only around the places asked about, up to the next stops: none goes across one.
    """

    text: str
    people: Mentions
    organizations: Recognizer
    groups: Recognizer
    _bodies: dict[int, list[Span]] = field(default_factory=dict)  # in order and apart, by the number of the stop
    _groups: dict[int, list[Span]] = field(default_factory=dict)

    @cached_property
    def persons(self) -> dict[int, int]:
        """Where each phrase that names a person begins, the post included, by where it ends."""
        begins: dict[int, int] = {}
        floor = 0
        for start, end in (one.span for one in self.people):
            post = posts.before(self.text, start, floor).post
            begins[end] = post.start if post else start
            floor = end
        return begins

    @cached_property
    def in_persons(self) -> set[int]:
        """The places inside persons' names and posts."""
        return {place for end, begin in self.persons.items() for place in range(begin, end)}

    def body_over(self, place: int) -> Span | None:
        """Return the name of a body that a place lies in; a preposition there is none."""
        return self._over(place, self.organizations, self._bodies)

    def group_over(self, place: int) -> Span | None:
        """Return the phrase for people meant together that a place lies in."""
        return self._over(place, self.groups, self._groups)

    def _over(self, place: int, recognizer: Recognizer, known: dict[int, list[Span]]) -> Span | None:
        number = bisect_left(self.marks, place)
        if number not in known:
            start = self.marks[number - 1] + 1 if number else 0
            end = self.marks[number] + 1 if number < len(self.marks) else len(self.text)
            if not recognizer.may_end(self.text, place, end):
                return None
            known[number] = [
                one.span for one in recognizer.recognize(self.text, start, end) if not self.swallows(one.span)
            ]
        at = bisect_left(known[number], Span(place + 1, 0)) - 1
        return known[number][at] if at >= 0 and place < known[number][at].end else None

    def swallows(self, span: Span) -> bool:
        """Say whether a body or group was read over a person's name and on, as none goes."""
        at = bisect_left(self.people.starts, span.start)
        return at < len(self.people) and self.people[at].span.end < span.end

    def begin(self, one: Mention) -> int:
        """Return where the phrase that names somebody begins, the post included."""
        end = one.span.end
        if end in self.persons:
            return self.persons[end]
        body = self.body_over(end - 1)
        return body.start if body and body.end == end else one.span.start

    def ends(self, place: int) -> bool:
        """Say whether a phrase that names somebody ends at a place."""
        return place in self.persons or ((body := self.body_over(place - 1)) is not None and body.end == place)

    def covers(self, place: int) -> bool:
        """Say whether a place lies inside a name or post."""
        return place in self.in_persons or self.body_over(place) is not None

    def hides(self, place: int) -> bool:
        """Say whether a verb at a place would lie inside a name; no name of a body begins with one."""
        if place in self.in_persons:
            return True
        body = self.body_over(place)
        return body is not None and (place > body.start or body.end in self.persons)

    def first_person(self, sentence: Span) -> Mention | None:
        """Return the first person that a sentence names."""
        at = bisect_left(self.people.starts, sentence.start)
        first = self.people[at] if at < len(self.people) else None
        return first if first and first.span.start < sentence.end else None

    @cached_property
    def quoted(self) -> Ranges:
        """What stands within quotes or brackets."""
        return Ranges(Span(*match.span()) for match in QUOTED.finditer(self.text))

    @cached_property
    def marks(self) -> list[int]:
        """Where commas, colons and the like stand, outside quotes and brackets."""
        found = QUOTED_OR_STOP.finditer(self.text)
        return [match.start() for match in found if match.end() - match.start() == 1]

    @cached_property
    def stops(self) -> list[int]:
        """Where clauses end, outside names, quotes and brackets."""
        return [place for place in self.marks if place not in self.in_persons]

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
        if self.hides(place) or (word[0] in ADVERBS and self.group_over(place)):
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
            or (self.ends(before) and not self.covers(before))
        )
