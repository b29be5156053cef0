"""Finds who a verb speaks of: the list before it, what 由 or 邀请 brings in, what stands after it."""

from __future__ import annotations

from functools import cached_property

from calendar_app.extraction.document import Mention, Span, within
from calendar_app.extraction.naming import kinds
from calendar_app.extraction.refining.lists import participants
from calendar_app.extraction.refining.named import Named
from calendar_app.extraction.refining.turns import (
    ADDED,
    AFTER_OBJECT,
    BECAME,
    BROUGHT_IN,
    COMMA,
    DATELINE,
    DATELINE_WORD,
    EACH,
    FOR,
    HELD,
    LABELS,
    LEAD,
    LED,
    SENTENCE_END,
    TOWARDS,
    TURN,
    UNREAD,
    UNREAD_LAST,
    WHERE,
    is_placed,
    is_rest,
)


class Company(Named):
    """Everyone mentioned in an article, asked who takes part in what a verb tells."""

    @cached_property
    def has_dateline(self) -> bool:
        return DATELINE_WORD.search(self.text) is not None

    def listed(self, start: int, end: int) -> list[Mention]:
        if end <= start:
            return []
        span = Span(start, end)
        found = participants(self.text, span, within(self.people, span))
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

    def before(self, start: int, verb: int) -> list[Mention]:
        """Return who stands as the subject between a place and a verb; nobody if the subject lies further back."""
        brought = list(self.outside(BROUGHT_IN, start, verb))
        if brought:
            at = brought[-1]
            found = self.leading(at.start() if at.group() == "由" else at.end(), verb)
            first, *others = self.clauses(at.end(), verb)
            if others and HELD.search(self.text, *first) and (own := self.leading(*others[-1])):
                return own  # 邀请王某举办讲座，全校师生|参加
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
                if number and UNREAD_LAST.fullmatch(self.text, *clause) and self.goes_on(clauses, number):
                    continue
                return self.adjacent(*clause)
        return subject

    def goes_on(self, clauses: list[Span], number: int) -> bool:
        """Say whether what stands before the last clauses but `number` is a list of persons."""
        listed = self.list_of(clauses[-number - 2]) if number + 2 <= len(clauses) else []
        return any(one.kind == "person" for one in listed)

    def leading(self, start: int, end: int) -> list[Mention]:
        """Return who stands at the front of a clause, before 代表, 为, 在, 分别 and the like."""
        if self.has_dateline and (dateline := DATELINE.match(self.text, start, end)):
            start = dateline.end()
        if lead := LEAD.match(self.text, start, end):
            start = lead.end()
        for stop in (TURN, COMMA):
            if match := self.first_outside(stop, start, end):
                end = match.start()
        return self.listed(start, end)

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
        turn = self.first_outside(TURN, *clause)
        return (turn is not None and turn.start() - clause.start <= 2) or not clause.quote(self.text).strip("，、 ")

    def list_of(self, clause: Span) -> list[Mention]:
        """Return who a clause lists if it is nothing but a list."""
        turn = self.first_outside(TURN, *clause)
        if turn and turn.start() - clause.start <= 1:
            return []
        if turn and turn.group() == "代表" and turn.start() in self.persons:  # 副部长王某|代表四市，主席李某先后讲话
            return self.listed(clause.start, turn.start())
        found = self.listed(*clause)
        if not found:
            return []
        first = min(self.begin(found[0]), found[0].span.start)
        rest = self.text[found[-1].span.end : clause.end]
        lead = LEAD.match(self.text, clause.start, clause.end)
        begins = lead.end() if lead else clause.start
        labelled = LABELS.match(self.text[begins:first]) is not None
        return found if (first - begins <= 3 or labelled) and len(rest) <= 6 else []

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

    def end_of_list(self, start: int, end: int) -> int:
        """Return where the sentence ends that a list stands in."""
        match = SENTENCE_END.search(self.text, start)
        return match.start() if match else end

    def after(self, verb: int, end: int, whole: bool = False) -> list[Mention]:
        """Return who stands right after a verb, up to the end of its clause, or of the sentence for a `whole` list."""
        if whole:
            return self.listed(verb, end)
        stop = self.first_outside(AFTER_OBJECT, verb, end)
        return self.listed(verb, stop.start() if stop else end)
