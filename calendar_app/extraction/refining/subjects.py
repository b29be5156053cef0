"""Finds who a verb speaks of: the list before it, what 由 or 邀请 brings in, what stands after it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial

from calendar_app.extraction.document import Mention, Mentions, Span, within
from calendar_app.extraction.naming import kinds, posts
from calendar_app.extraction.refining.lists import participants
from calendar_app.extraction.refining.pages import Ranges
from calendar_app.extraction.refining.turns import (
    ACTS_THEN,
    ADDED,
    ADVERBS,
    AFTER_OBJECT,
    BECAME,
    BROUGHT_IN,
    COMMA,
    DATELINE,
    DATELINE_WORD,
    EACH,
    FOR,
    HOLDS_OFFICE,
    LABELS,
    LEAD,
    LED,
    OWN_SIDE,
    QUOTED,
    QUOTED_OR_STOP,
    SENTENCE_END,
    TOWARDS,
    TURN,
    UNREAD,
    WHERE,
    is_placed,
    is_rest,
)


@dataclass
class Company:
    """Everyone mentioned in an article, and where each phrase that names them begins."""

    text: str
    mentions: Sequence[Mention]  # in the order of the text

    @cached_property
    def post_before(self) -> Callable[[int, int], posts.Before]:
        """Read the post before a name, no further back than a floor; each only once."""
        return cache(partial(posts.before, self.text))

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

    @cached_property
    def persons(self) -> frozenset[int]:
        return frozenset(one.span.end for one in self.mentions if one.kind == "person")

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

    @cached_property
    def quoted(self) -> Ranges:
        """What stands within quotes or brackets."""
        return Ranges(Span(*match.span()) for match in QUOTED.finditer(self.text))

    @cached_property
    def stops(self) -> list[int]:
        """Where clauses end, outside names, quotes and brackets."""
        places = (match.start() for match in QUOTED_OR_STOP.finditer(self.text) if len(match[0]) == 1)
        return [place for place in places if place not in self.hidden]

    @cached_property
    def has_dateline(self) -> bool:
        return DATELINE_WORD.search(self.text) is not None

    def covers(self, place: int) -> bool:
        """Say whether a place lies inside a name or post."""
        at = bisect_left(self.starts, place + 1)
        return any(span.start <= place < span.end for span in self.taken[max(0, at - 6) : at])

    def listed(self, start: int, end: int) -> list[Mention]:
        if end <= start:
            return []
        span = Span(start, end)
        found = participants(self.text, span, within(self.people, span), self.post_before)
        return [kept for one in found if (kept := self.without_lead(one)) is not None]

    def without_lead(self, one: Mention) -> Mention | None:
        """Drop from the front of a body or group what leads up to it: 代表|学校, 就|省文旅厅."""
        if one.kind == "person":
            return one
        begin, end = one.span
        if self.text.startswith("与会", begin - 1):
            begin -= 1
        if lead := LED.match(self.text, begin, end):
            if lead.group().endswith(TOWARDS):  # 一行来|我院: where they went
                return None
            begin = lead.end()
        if (place := WHERE.search(self.text, begin + 2, end)) and not kinds.COUNT.fullmatch(
            self.text, begin, place.start()
        ):
            end = place.start()
        if end - begin < 2:
            return None
        name = "".join(self.text[begin:end].split())
        if "总书记" in name:
            return None
        return one if Span(begin, end) == one.span else one._replace(span=Span(begin, end), value=name)

    def outside(self, pattern: re.Pattern[str], start: int, end: int) -> Iterator[re.Match[str]]:
        """Yield where a pattern stands in a stretch outside names."""
        for match in pattern.finditer(self.text, start, end):
            word, place = match.group(), match.start()
            if word == "代表":
                if self.acts_for(match, end):
                    yield match
            elif place in self.hidden or (word[0] in ADVERBS and place in self.grouped):
                continue
            elif not self.quoted.hold(place) or self.quoted.hold(start):  # 宣读《关于表彰先进组织的决定》，…
                yield match

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

    def before(self, start: int, verb: int) -> list[Mention]:
        """Return who stands as the subject between a place and a verb; nobody if the subject lies further back."""
        brought = list(self.outside(BROUGHT_IN, start, verb))
        if brought:
            at = brought[-1]
            found = self.leading(at.start() if at.group() == "由" else at.end(), verb)
            _, *others = self.clauses(at.end(), verb)
            if found and others:  # 由市委，市文联，市文旅局主办
                listed = [one for clause in others[:-1] for one in self.list_of(clause)]
                found += [*(one for one in listed if one.kind == "organization"), *self.leading(*others[-1])]
            return found
        clauses = list(self.clauses(start, verb))
        paused = len(clauses) > 1 and not self.text[clauses[-1].start : clauses[-1].end].strip()
        if paused and (
            self.text[clauses[-2].end - 1] == "等" or any(one.kind == "person" for one in self.list_of(clauses[-2]))
        ):  # 书记某某、镇干部等，出席会议
            clauses.pop()
        subject: list[Mention] = []
        for number, clause in enumerate(reversed(clauses)):
            if subject:
                if is_rest(self.text, clause, start) or not (found := self.list_of(clause)):
                    if clause.start > start and UNREAD.search(self.text[clause.start : clause.end]):
                        continue
                    break
                subject = found + subject
                continue
            subject = self.leading(*clause)
            if subject and BECAME.search(self.text, max(0, start - 3), start):  # 当选|协会会长并讲话
                subject = [one for one in subject if one.kind == "person" or one.span.start > clause.start]
            about = subject and number and not is_placed(self.text, clause, verb)  # a person may still act
            if about and not (subject := [one for one in subject if one.kind != "organization"]):
                return []
            if not subject and not self.is_idle(clause):
                return self.adjacent(*clause)
        return subject

    def clauses(self, start: int, end: int) -> Iterator[Span]:
        """Cut a stretch at commas outside names."""
        place = start
        for at in self.stops[bisect_left(self.stops, start) : bisect_left(self.stops, end)]:
            if at > place:
                yield Span(place, at)
            place = at + 1
        yield Span(place, end)

    def leading(self, start: int, end: int) -> list[Mention]:
        """Return who stands at the front of a clause, before 代表, 为, 在, 分别 and the like."""
        if self.has_dateline and (dateline := DATELINE.match(self.text, start, end)):
            start = dateline.end()
        if lead := LEAD.match(self.text, start, end):
            start = lead.end()
        stop = next((match.start() for match in self.outside(TURN, start, end)), end)
        return self.listed(start, next((match.start() for match in self.outside(COMMA, start, stop)), stop))

    def adjacent(self, start: int, end: int) -> list[Mention]:
        """Return the persons that stand right before a verb though something else opens the clause: 在会上张三指出."""
        near = [
            one
            for one in within(self.people, Span(start, end))
            if end - 8 <= one.span.end <= end
            if self.text[self.begin(one) - 1 : self.begin(one)] not in tuple("向为给对同与和陪")
        ]
        if not near:
            return []
        turns = [match.end() for match in self.outside(TURN, start, near[-1].span.start)]
        return [one for one in self.listed(turns[-1] if turns else start, end) if one.kind == "person"]

    def is_idle(self, clause: Span) -> bool:
        """Say whether a clause only tells how or about what, or nothing, so that its subject stands before it."""
        turn = next(self.outside(TURN, *clause), None)
        return (turn is not None and turn.start() - clause.start <= 2) or not clause.quote(self.text).strip("，、 ")

    def list_of(self, clause: Span) -> list[Mention]:
        """Return who a clause lists if it is nothing but a list."""
        turn = next(self.outside(TURN, *clause), None)
        if turn and turn.start() - clause.start <= 1:
            return []
        found = self.listed(*clause)
        if not found:
            return []
        first = min(self.begin(found[0]), found[0].span.start)
        rest = self.text[found[-1].span.end : clause.end]
        lead = LEAD.match(self.text, clause.start, clause.end)
        begins = lead.end() if lead else clause.start
        labelled = LABELS.match(self.text[begins:first]) is not None
        return found if (first - begins <= 3 or labelled) and len(rest) <= 6 else []

    def begin(self, one: Mention) -> int:
        """Return where the phrase that names somebody begins, the post included."""
        return self.begins.get(one.span.end, one.span.start)

    def added(self, start: int, verb: int, across: bool) -> list[Mention]:
        """Return who is joined to the subject by 与 or 同 before a verb, `across` a comma too: 甲代表学校与[乙]签订."""
        joined = list(self.outside(ADDED, start, verb))
        if not joined or (not across and "，" in self.text[joined[-1].end() : verb]):
            return []
        return self.leading(joined[-1].end(), verb)

    def given(self, start: int, verb: int) -> list[Mention]:
        """Return for whom something is done: 为[获奖同学]颁发."""
        for match in reversed(list(self.outside(FOR, start, verb))):
            given = EACH.sub("", self.text[match.end() : verb])
            if not self.quoted.hold(match.start()):
                return self.listed(match.end(), match.end() + len(given))
        return []

    @cached_property
    def people(self) -> Mentions:
        return Mentions(one for one in self.mentions if one.kind == "person")

    def first_person(self, sentence: Span) -> Mention | None:
        """Return the first person that a sentence names."""
        return next(iter(within(self.people, sentence)), None)

    def end_of_list(self, start: int, end: int) -> int:
        """Return where the sentence ends that a list stands in."""
        match = SENTENCE_END.search(self.text, start)
        return match.start() if match else end

    def after(self, verb: int, end: int, whole: bool = False) -> list[Mention]:
        """Return who stands right after a verb, up to the end of its clause, or of the sentence for a `whole` list."""
        if whole:
            return self.listed(verb, end)
        stop = next((match.start() for match in self.outside(AFTER_OBJECT, verb, end)), end)
        return self.listed(verb, stop)
