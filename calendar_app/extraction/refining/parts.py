"""Gives everyone his part in an Occasion: the verbs of its sentences, and who stands before and after them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from calendar_app.extraction.document import Mention, Mentions, Span, within
from calendar_app.extraction.refining.awarding import award
from calendar_app.extraction.refining.labels import NUMBERED, PERSON_ROW, role_of, style_of
from calendar_app.extraction.refining.meant import is_gone_to, listed_bodies, resolved
from calendar_app.extraction.refining.organizers import unknown_hosts
from calendar_app.extraction.refining.pages import Occasion, Page
from calendar_app.extraction.refining.sessions import Item, items
from calendar_app.extraction.refining.shares import (
    SPEAKING,
    Part,
    first_named,
    is_again,
    is_class,
    is_informal,
    is_statistic,
    may,
    may_teach,
    name_of,
    one_body,
    praised,
    role_here,
    taken,
)
from calendar_app.extraction.refining.subjects import Company
from calendar_app.extraction.refining.turns import (
    ABOUT,
    AGAIN,
    BROUGHT_IN,
    HELPED,
    NAMELESS,
    PRONOUN,
    UNDER,
    UNREAD,
    is_attached,
)

INTERVIEW = re.compile(r"[，]?：“")
LEARNER = re.compile(r"学院|学生|新生|同学|学员|级|班|系$|党员|志愿者|选手|队员|研究生|本科")
ALL_SIDES = re.compile(
    "(?:^|[，。])(?:政校企|政企|校企|校地|签约|合作)?(?:双方|三方|四方|各方|两校|两地)[^，。；]{0,300}$"
)
ACCORDING = re.compile("据(?!悉|了解)")
ASIDE = re.compile(r"自[^，。]{2,20}以来|累计|历届|包[含括](?<=[^。；]{4})[^，]*$|分为(?<=[^。；]{4})[^，]*$")
LONGEST_NAMELESS = 6  # a word such as 推进会同时, and the character before it
FARTHEST = 600  # code points between a verb and the first of a list before it
CAPACITY = re.compile(r"（[^）]{2,30}）")
RESULT = re.compile("[本此这][次届]|角逐|决出|比赛")


class Cast:
    """Who takes part in one Occasion, gathered sentence by sentence."""

    def __init__(self, page: Page, company: Company, occasion: Occasion) -> None:
        self.page, self.company, self.occasion = page, company, occasion
        self.parts: dict[tuple[str, str], Part] = {}
        self.topic: list[Mention] = []
        self.number = ""  # how the line with the label is numbered
        self.below = False  # whether what a label lists stands on the lines below it
        self.listing: tuple[str, Mention] | None = None  # the role of the numbered lines below a label
        self.acts: list[tuple[Span, Mention, list[Mention], int]] = []
        self.carried: list[Mention] = []  # the subject of a sentence that goes on after a semicolon
        self.waiting: list[Mention] = []  # a list before a semicolon, still without its verb

    def give(self, who: Sequence[Mention], role: str, verb: Mention) -> None:
        """Enter a role for each of them; a word in passing adds none to whoever has spoken already."""
        for one in who:
            name = name_of(one)
            if one.kind == "group" and is_statistic(name, verb):
                continue
            known = self.parts.get((one.kind, name))
            if known and role in SPEAKING and is_informal(verb) and any(given in SPEAKING for given, _ in known.roles):
                known.named.append(one.span)
                continue
            part = known or self.parts.setdefault((one.kind, name), Part(one, name))
            part.named.append(one.span)
            if role not in (given for given, _ in part.roles):
                part.roles.append((role, verb))

    @property
    def in_order(self) -> list[Part]:
        one_body(self.parts.values())
        return sorted(
            (part for part in self.parts.values() if part.roles and not is_again(part, self.parts.values())),
            key=first_named,
        )

    def items(self, dates: Mentions) -> list[Item]:
        """Return the items of the programme that its sentences tell."""
        found: list[Item] = []
        for sentence, verb, who, cursor in self.acts:
            own = sentence == self.occasion.sentence
            for item in items(self.page.text, sentence, [(verb, who, cursor)], dates, own):
                if not any(item.name == other.name for other in found):
                    found.append(item)
        return found

    def having(self, *roles: str) -> list[Mention]:
        return [part.mention for part in self.parts.values() if any(role in roles for role, _ in part.roles)]

    def read(self, sentence: Span, verbs: Sequence[Mention]) -> None:
        """Take in one sentence, up to where somebody's words begin."""
        subject, self.carried = self.carried, []
        if verbs:
            subject = self.follow(sentence, verbs, subject)
        listed = self.unfinished(sentence, verbs)
        self.waiting = [*self.waiting, *listed] if listed else []
        if (
            self.page.text.startswith("；", sentence.end - 1)
            and not subject
            and "分别" in sentence.quote(self.page.text)
        ):
            self.carried = [one for one in self.company.leading(*sentence) if one.kind != "organization"]
        self.remember(sentence)

    def follow(self, sentence: Span, verbs: Sequence[Mention], subject: list[Mention]) -> list[Mention]:
        """Go from verb to verb of a sentence; return the subject of the last."""
        said, text = self.page.speech_in(sentence), self.page.text
        cursor = numbered.end() if (numbered := NUMBERED.match(text, *sentence)) else sentence.start
        looks_back = self.page.is_background(sentence)
        for number, verb in enumerate(verbs):
            at = verb.span.start
            if at >= said or at < cursor or self.page.is_said(verb.span):
                continue
            passing = looks_back or ASIDE.search(text[sentence.start : verb.span.start].rpartition("：")[2])
            if passing and not self.is_result(verb, sentence) and verb.value.role not in ("organizer", "co_organizer"):
                continue
            may_be_inside = verb.value.lists or verb.value.word == "听取"
            if not may_be_inside and (self.company.hides(at) or self.company.group_over(at)):
                continue
            cursor = max(cursor, verb.span.start - FARTHEST)
            if text.startswith("（", at - 1) and text.startswith("）", verb.span.end):  # 张某、李某（主持）出席
                self.give(self.company.adjacent(cursor, at - 1)[-1:], verb.value.role, verb)
                continue
            following = verbs[number + 1].span.start if number + 1 < len(verbs) else sentence.end
            who = self.subject(cursor, verb, subject)
            if passing:
                who = [one for one in who if one.kind != "group"]
            end = self.act(who, verb, cursor, min(following, sentence.end))
            if self.waiting and verb.value.role == "attendee" and any(one.kind == "person" for one in who):
                self.give(self.waiting, "attendee", verb)
            self.waiting = []
            self.acts.append((sentence, verb, who, cursor))
            if text.startswith("下", verb.span.end) and UNDER.match(
                text, verb.span.end
            ):  # 在书记王某陪同下: who came stands before it
                continue
            subject = who or subject
            if who and verb.value.word == "走进" and "，" not in text[end:following] and following < sentence.end:
                end = following  # 代表走进法院|参加庭审: where they went takes no part
            cursor = end if who or not verb.value.weak else cursor
        return subject

    def is_result(self, verb: Mention, sentence: Span) -> bool:
        """Say whether a verb tells who won, in a paragraph about the contest itself."""
        start = self.page.paragraph_of(sentence).start
        return verb.value.role == "recipient" and RESULT.search(self.page.text, start, sentence.end) is not None

    def unfinished(self, sentence: Span, verbs: Sequence[Mention]) -> list[Mention]:
        """Return the persons of a list that goes on after a semicolon: 行长张某，副行长崔某；…参加."""
        if verbs or not self.page.text.startswith("；", sentence.end - 1):
            return []
        if not self.company.first_person(sentence):
            return []
        listed = self.company.list_of(Span(sentence.start, sentence.end - 1))
        return listed if any(one.kind == "person" for one in listed) else []

    def read_label(self, sentence: Span) -> None:
        """Take in a line such as 主办单位：… or 参会人员：…"""
        if not self.page.labels:
            return
        number = NUMBERED.match(self.page.text, *sentence)
        style = style_of(number)
        goes_on = self.page.text.startswith("；", sentence.end - 1)
        if self.listing and not number and self.page.text.startswith("；", sentence.start - 1):
            self.give(self.company.listed(*sentence), *self.listing)
            self.listing = self.listing if self.below or goes_on else None
            return
        if self.listing and number and style != self.number:
            self.give(self.company.listed(number.end(), sentence.end), *self.listing)
            return
        label = self.page.labels.get(sentence)
        if self.listing and self.below and not (number or label) and PERSON_ROW.fullmatch(self.page.text, *sentence):
            self.give([one for one in self.company.listed(*sentence) if one.kind == "person"], *self.listing)
            return
        self.listing = None
        if label and (role := role_of(label)):
            verb = Mention("role", Span(label.line.start, label.value.start), None, f"role-{role}-label")
            below = label.value.start > sentence.end
            who = self.company.listed(*(label.value if below else (label.value.start, sentence.end)))
            self.give(who, role, verb)
            self.listing, self.number = None if who and not (below or goes_on) else (role, verb), style
            self.below = below or not who

    def remember(self, sentence: Span) -> None:
        """Keep the first person of a sentence as the one a following 他 means."""
        first = self.company.first_person(sentence)
        if first and self.company.begin(first) - sentence.start <= 8:
            self.topic = [first]

    def subject(self, cursor: int, verb: Mention, before: list[Mention]) -> list[Mention]:
        text, act = self.page.text, verb.value
        start = verb.span.start
        if text.startswith(("下", "中", "声中"), verb.span.end) and UNDER.match(text, verb.span.end):
            at = max(text.rfind(word, cursor, start) for word in "在由着")
            return self.company.listed(at + 1, start) if at >= cursor else []
        gap = text[cursor:start]
        if ("他" in gap or "她" in gap) and (PRONOUN.match(gap.rpartition("，")[2]) or PRONOUN.match(gap)):
            return before or self.topic
        nameless = NAMELESS.search(gap[-LONGEST_NAMELESS:]) and not ABOUT.search(gap)
        if nameless or ACCORDING.match(gap):
            return []
        if listed := listed_bodies(self.page, self.company, gap, verb.span.end):
            self.forget_capacities(listed)
            return listed
        if (
            act.role in ("presenter", "signatory")
            and ALL_SIDES.search(gap)
            and not within(self.company.people, Span(cursor, start))
            and (sides := self.having("organizer", "signatory"))
        ):
            return [one for one in sides if one.kind == "organization"]
        found = self.company.before(cursor, start)
        found = [] if before and is_gone_to(text, cursor, found) else found
        is_free = act.role == "presenter" or (act.role == "sharer" and gap.endswith("，"))
        told = self.occasion.event.value.verb
        is_free = is_free or told.start <= start < told.end
        if act.weak and found and not is_free and not is_attached(self.page.text, found[-1], start):
            return []
        if not found and UNREAD.search(gap):
            return []
        if not found and (HELPED.search(gap) or self.company.first_outside(BROUGHT_IN, cursor, start)):
            return []
        if not found and act.role == "co_organizer" and (hosts := unknown_hosts(text, cursor, start)):
            return hosts
        if not found and before and (not act.weak or AGAIN.search(gap)):
            return before
        return resolved(found, self.company.people, [part.mention for part in self.parts.values()])

    def forget_capacities(self, listed: Sequence[Mention]) -> None:
        """Let nobody be a recipient who is only what the listed bodies became: 某某公司（地区总部）."""
        for one in listed:
            after = CAPACITY.match(self.page.text, one.span.end)
            for key in [key for key in self.parts if after and key[1] and key[1] in after.group()]:
                self.parts.pop(key)

    def act(self, who: list[Mention], verb: Mention, cursor: int, following: int) -> int:
        """Give the roles that one verb gives; return where what it takes ends."""
        act, text, end = verb.value, self.page.text, verb.span.end
        role = role_here(verb, self.occasion.kind)
        if act.lists:
            following = self.company.end_of_list(end, following)
            while text.startswith("；", following):  # 出席的有：书记某某；局长某某；…
                more = self.company.end_of_list(following + 1, len(text))
                if not self.company.list_of(Span(following + 1, more)):
                    break
                following = more
        if act.word == "听取":  # 听取[区人大]工作汇报
            heard = self.company.listed(*verb.span)
            bare = role == "attendee" or act.of_persons
            self.give([one for one in heard if one.kind == "person" or not bare], role, verb)
            return end
        if act.takes_object and (objects := self.objects(verb, following)):
            self.give(objects, role, verb)
            end = objects[-1].span.end
        if act.word == "培训":
            taught = self.company.given(cursor, verb.span.start)
            self.give(taught, "attendee", verb)
            self.give([one for one in who if may_teach(one) and one not in taught], role, verb)
            return end
        if role == "lecturer" and self.occasion.kind in ("training", "activity"):  # 为[全校两千名师生]作报告
            taught = self.company.given(cursor, verb.span.start)
            self.give([one for one in taught if is_class(one)], "attendee", verb)
        if act.word == "表彰了":  # 会议表彰了[县妇联等10个集体]
            self.give(praised(self.company.after(end, following)), "recipient", verb)
        if role == "presenter":
            award(self, who, verb, cursor, following)
            return end
        if act.of_persons and INTERVIEW.match(text, verb.span.end):
            who = [one for one in who if one.kind == "person" and (one.kind, name_of(one)) not in self.parts]
            self.give([one for one in who if LEARNER.search(one.value.post or "")], "attendee", verb)
            return end
        if role in ("signatory", "attendee"):
            added = self.company.added(cursor, verb.span.start, role == "signatory")
            who = [*who, *(one for one in added if not any(other.span.end >= one.span.end for other in who))]
        if not act.only_object:
            self.give([one for one in who if may(one, verb, self.occasion.kind)], role, verb)
        return end

    def objects(self, verb: Mention, following: int) -> list[Mention]:
        """Return who stands after a verb and has the part: those met, led, elected."""
        return taken(self.company.after(verb.span.end, following, verb.value.lists), verb.value.word)
