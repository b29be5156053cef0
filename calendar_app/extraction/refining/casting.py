"""Gathers the whole cast of an Occasion: its sentences, its headline, and who held it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from calendar_app.extraction.document import Mention, Mentions, Span, within
from calendar_app.extraction.refining.organizers import organizers
from calendar_app.extraction.refining.pages import Occasion, Page, Ranges
from calendar_app.extraction.refining.parts import Cast
from calendar_app.extraction.refining.shares import is_own, name_of
from calendar_app.extraction.refining.subjects import Company
from calendar_app.extraction.refining.turns import INVITED, LEAD, ORGANIZED
from calendar_app.extraction.refining.visitors import visitors

HELD_BY = ("held", "happens", "act")
BODY_MEETS = re.compile(r"(?:会|组|党委|支部|工委)$")
IDLE = re.compile(
    "(?:书记|主任|主席|同志|老师|教授|院士|[省市区县镇乡局厅处部院校会]长)?的|是|等?因|缺席|未能|请假|(?:专门)?发来(?:贺信|贺电)|[^，。；]{0,4}(?:说|表示|认为|介绍)$|[）)]|.*精神$|$"
)  # 某某的讲话, 某某因工作调动
SIGNING = re.compile("签约|签字")
CROWD = re.compile("会议|大会|活动|仪式|论坛|座谈会")
WITH_OTHERS = re.compile("在.{2,60}(?:陪同|带领|带队|引导)下")  # 在局长某某陪同下，书记某某|察看…
GOES = re.compile(r"一行(?![政业为动列])|带队|带领|率领?|率队|来到|莅临|深入|赴|来(?=[我本])")
GUIDED = re.compile("由(?P<who>[^，。；“]{2,80}?)(?:共同)?(?:指导|支持)(?=[，、])")
JOINTLY = re.compile(
    r"(?:活动|行动|[此本这][次场])[^，。；]{0,16}?联合了(?P<who>[^，。；]{3,200}?)(?:共同|一起)?(?:开展|举[办行]|主办|组织)"
)


def cast(page: Page, occasion: Occasion, scope: Sequence[Span], company: Company, verbs: Mentions, lead: bool) -> Cast:
    """Gather everyone who takes part in an Occasion."""
    gathered = Cast(page, company, occasion)
    organize(gathered, page, occasion, company)
    told = [
        one
        for one in (occasion.event, *occasion.others)
        if one.value.frame not in ("act", "visit", "outing") and one.span.end - one.span.start > 4
    ]
    names = Ranges(one.span for one in told)
    holding = {one.value.verb.start for one in told if one.rule == "name-after-verb"}

    def acts(sentence: Span) -> list[Mention]:
        return [
            verb
            for verb in within(verbs, sentence)
            if (verb.span.start not in holding or verb.value.role == "chair") and not names.hold(verb.span.start)
        ]

    for sentence in scope:
        gathered.read_label(sentence)
        if not page.is_said(sentence):
            gathered.read(sentence, acts(sentence))
    stand_by(gathered, page, scope, company)
    invite(gathered, occasion, company)
    if lead:
        read_headline(gathered, page, acts(page.headline))
    return gathered


def stand_by(gathered: Cast, page: Page, scope: Sequence[Span], company: Company) -> None:
    """Take persons in office whom a clause begins with for present, whatever it says they did: 书记某某为…送上祝福."""
    known = {part.name for part in gathered.parts.values()}
    for sentence in scope:
        if not company.first_person(sentence) or page.is_said(sentence) or page.is_background(sentence):
            continue
        one = actor(company, Span(sentence.start, page.speech_in(sentence)))
        if one and one.kind == "person" and one.value.post and name_of(one) not in known:
            gathered.give([one], "attendee", Mention("role", one.span, None, "role-attendee-acting"))


def actor(company: Company, sentence: Span) -> Mention | None:
    """Return the person a sentence begins with, who goes on to do something in it."""
    clauses = company.clauses(*sentence)
    clause = next(clauses)
    if WITH_OTHERS.fullmatch(company.text, *clause) or LEAD.fullmatch(company.text, *clause):
        clause = next(clauses, clause)
    first = company.first_person(clause)
    lead = LEAD.match(company.text, *clause)
    begin = lead.end() if lead else clause.start
    if not first or company.begin(first) > begin or CROWD.match(company.text, clause.start):
        return None
    front = company.leading(*clause)
    if len(front) != 1 or company.begin(front[0]) > begin:
        return None
    return None if IDLE.match(company.text, front[0].span.end, clause.end) else front[0]


def read_headline(gathered: Cast, page: Page, verbs: Sequence[Mention]) -> None:
    """Take in the headline last: persons it names, and bodies that sign."""
    told = Cast(page, gathered.company, gathered.occasion)
    told.read(page.headline, verbs)
    for part in told.parts.values():
        for role, verb in part.roles:
            if part.mention.kind == "person" or (role == "signatory" and not is_own(part.name)):
                gathered.give([part.mention], role, verb)


def invite(gathered: Cast, occasion: Occasion, company: Company) -> None:
    """Enter who is invited to what is held where nothing else is said of them: 举行座谈会，邀请[部分专家]献计献策."""
    for match in company.outside(INVITED, occasion.event.span.end, occasion.sentence.end):
        verb = Mention("role", Span(*match.span()), None, "role-attendee-invited")
        asked = company.after(match.end(), occasion.sentence.end)
        gathered.give([one for one in asked if (one.kind, name_of(one)) not in gathered.parts], "attendee", verb)


def bring(gathered: Cast, page: Page, occasion: Occasion, company: Company) -> None:
    """Enter who is invited to what is held (邀请[10家单位]召开…), and whom an event joins (行动联合了[区残联]开展)."""
    event, sentence = occasion.event, occasion.sentence
    if event.value.frame == "held" and event.rule == "name-after-verb":
        for match in INVITED.finditer(page.text, sentence.start, event.value.verb.start):
            verb = Mention("role", Span(*match.span()), None, "role-attendee-invited")
            gathered.give(company.leading(match.end(), event.value.verb.start), "attendee", verb)
        if sent := ORGANIZED.search(page.text, sentence.start, event.value.verb.start):  # 组织[侨胞]开展联谊活动
            verb = Mention("role", Span(*sent.span()), None, "role-attendee-organized")
            brought = company.leading(sent.end(), event.value.verb.start)
            gathered.give([one for one in brought if one.kind != "organization"], "attendee", verb)
    for match in JOINTLY.finditer(page.text) if "联合了" in page.text else ():
        if page.is_prose(Span(*match.span())) and not page.is_said(Span(*match.span())):
            verb = Mention("role", Span(match.start(), match.start("who")), None, "role-organizer-joined")
            bodies = [one for one in company.listed(*match.span("who")) if one.kind == "organization"]
            gathered.give(bodies, "organizer", verb)


def organize(gathered: Cast, page: Page, occasion: Occasion, company: Company) -> None:
    """Make the subject of 召开, 举办 the organizer: the body's wording, a headline's where the body says 我院."""
    bring(gathered, page, occasion, company)
    for event in (occasion.event, *occasion.others) if occasion.event.value.frame == "visit" else ():
        if event.value.frame == "visit" and page.sentence_of(event.span) == occasion.sentence:
            going = Mention("role", event.value.verb, None, "role-attendee-visitor")
            gathered.give(list(visitors(page, event, company)), "attendee", going)
    for match in GUIDED.finditer(page.text, *occasion.sentence):  # 由[市文联]指导，市图书馆主办的
        verb = Mention("role", Span(match.end("who"), match.end()), None, "role-co_organizer-guiding")
        guides = [one for one in company.listed(*match.span("who")) if one.kind == "organization"]
        gathered.give(guides, "co_organizer", verb)
    found: list[tuple[list[Mention], Mention]] = []
    for event in (occasion.event, *occasion.others):
        if event.value.whose and not BODY_MEETS.search(event.value.whose.quote(page.text)):
            continue
        long = event is occasion.event or event.span.end - event.span.start > 4 or event.value.whose
        lead = page.sentence_of(event.span).start
        invited = event.value.frame == "lecture" and INVITED.search(page.text, lead, event.value.verb.start)
        if invited or (event.value.frame in HELD_BY and event.rule == "name-after-verb" and long):
            sentence = page.sentence_of(event.span)
            who = organizers(company, sentence.start, event.value.verb.start)
            verb = Mention("role", event.value.verb, None, "role-organizer-subject")
            goes = GOES.search(page.text, sentence.start, event.value.verb.start)
            if occasion.kind == "activity" or goes:  # 由各局工作人员组成的检查组|开展检查
                came = company.before(sentence.start, event.value.verb.start)
                kind = "person" if goes else "group"
                gathered.give([one for one in came if one.kind == kind], "attendee", verb)
            found += [(who, verb)] if who else []
    found = [(who, verb) for who, verb in found if not verb.span.quote(page.text).endswith(("承办", "协办"))]
    named = [(who, verb) for who, verb in found if not all(is_own(name_of(one)) for one in who)]
    for who, verb in (named or found)[:1]:
        gathered.give(who, "organizer", verb)
        if len(who) > 1 and SIGNING.search(page.text, *occasion.event.span):
            gathered.give(who, "signatory", verb)
