"""Gathers the whole cast of an Occasion: its sentences, its headline, and who held it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from calendar_app.extraction.document import Mention, Mentions, Span, within
from calendar_app.extraction.refining.organizers import organizers
from calendar_app.extraction.refining.pages import Occasion, Page, Ranges
from calendar_app.extraction.refining.parts import Cast
from calendar_app.extraction.refining.shares import is_own, is_whoever, name_of
from calendar_app.extraction.refining.signing import SIGNING, sides
from calendar_app.extraction.refining.subjects import Company
from calendar_app.extraction.refining.turns import INVITED, LEAD, ORGANIZED
from calendar_app.extraction.refining.visitors import visitors

HELD_BY = ("held", "happens", "act")
BODY_MEETS = re.compile(r"(?:会|组|党委|支部|工委)$")
IDLE = re.compile(
    "(?:书记|主任|主席|同志|老师|教授|院士|[省市区县镇乡局厅处部院校会]长)?的|是|等?因|缺席|未能|请假|(?:专门)?发来(?:贺信|贺电)|[^，。；]{0,4}(?:说|表示|认为|介绍)$|[）)]|.*精神$|$"
)  # 某某的讲话, 某某因工作调动
CROWD = re.compile("会议|大会|活动|仪式|论坛|座谈会")
WITH_OTHERS = re.compile("在.{2,60}(?:陪同|带领|带队|引导)下")  # 在局长某某陪同下，书记某某|察看…
GOES = re.compile(r"一行(?![政业为动列])|带队|带领|率领?|率队|来到|莅临|深入|赴|来(?=[我本])")
ARRIVES = ("来到", "深入", "赴")
WORKERS = re.compile(
    "志愿者|工作人员|队员|党员|[民交干]警|消防|检察官|法官|医生|医护|医务|专家|师生|社工|网格员|职工|青年|学员|宣[传讲]员"
)
AT_WORK = re.compile(
    r"们?(?:[现当]场|积极|认真|耐心|分[成为组头工]|通过|采取|采用|利用|结合|围绕|深入|走[上进向]|来到|进行|开展|表演|沿着|手持|拿[着起]|带[着来]|身[穿着]"
    r"|冒着|顶着|不[怕畏顾]|一边|挥|挨家|逐[户一]|[向为给对就把用以]|在(?!交流|座谈|发言|会)|还[为向给])"
)
NEAR = 40  # characters from the beginning of a sentence within which who works stands
SERVED = re.compile(
    r"[为向](?P<who>[^，。；、为向“]{0,10}?[\d两二三四五六七八九十百千]+余?多?[名位](?!次)[^，。；为向“次]{1,16}?)"
    r"(?:免费|现场|义务|逐一|详细|耐心)*(?:提供|进行|开展|送上|送去|普及|讲解|宣讲|义诊|检查|诊疗)"
)
SCENE = re.compile(r"[^，。；]{0,8}(?:[现当]场|中|当[天日]|[上下]午[^，。；]{0,5}|紧?接着|随后)，")
TOLD_OF = re.compile("^(?:[参与到]会|参[训加与]|在场|现场|这些|各位|该|一旁)|组织|召集")
ITSELF = re.compile("[本此该]?[次场期届]?[^，。；]{0,6}(?:会|会议|活动|仪式|论坛|讲座|培训|典礼|比赛)[还特]?")
TEACHERS = re.compile("专家|学者|教授|讲师|律师|法官|检察官|民警|医生|医师|教师|老师(?!代表)")
GUIDED = re.compile("由(?P<who>[^，。；“]{2,80}?)(?:共同)?(?:指导|支持)(?=[，、])")
UNDER = re.compile(
    r"在(?P<who>[^，。；在]{2,60}?)的?(?:精心|统一|统筹|周密|大力|鼎力|共同)*(?P<how>组织|安排|支持|指导)(?:安排|和支持)?下(?=[，。])"
)
HOSTED = re.compile("[承协]办了?$")
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
    if occasion.kind == "activity":
        work(gathered, page, scope, company)
    if occasion.kind in ("activity", "training"):
        serve(gathered, page, scope, company)
    invite(gathered, page, scope, company)
    if "签" in page.text and not any(one.kind == "organization" for one in gathered.having("signatory")):
        signed = Mention("role", occasion.event.span, None, "role-signatory-in-name")
        gathered.give(sides(page.text, occasion.event.span), "signatory", signed)
    if lead:
        read_headline(gathered, page, acts(page.headline))
    return gathered


def stand_by(gathered: Cast, page: Page, scope: Sequence[Span], company: Company) -> None:
    """Take persons in office whom a clause begins with for present, whatever it says they did: 书记某某为…送上祝福."""
    known = {part.name for part in gathered.parts.values()}
    for sentence in scope:
        new = [one for one in within(company.people, sentence) if one.value.post and name_of(one) not in known]
        if not new or page.is_said(sentence) or page.is_background(sentence):
            continue
        one = actor(company, Span(sentence.start, page.speech_in(sentence)))
        if one and one.kind == "person" and one.value.post and name_of(one) not in known:
            gathered.give([one], "attendee", Mention("role", one.span, None, "role-attendee-acting"))


def serve(gathered: Cast, page: Page, scope: Sequence[Span], company: Company) -> None:
    """Take people for present for whom something is done at an activity: 为[500余名居民]提供义诊."""
    for sentence in scope:
        for match in SERVED.finditer(page.text, *sentence):
            if page.is_said(Span(*match.span())) or page.is_background(sentence):
                continue
            served = [one for one in company.listed(*match.span("who")) if one.kind == "group"]
            gathered.give(served, "attendee", Mention("role", Span(*match.span()), None, "role-attendee-served"))


def work(gathered: Cast, page: Page, scope: Sequence[Span], company: Company) -> None:
    """Take people for present who go about something: 活动中，[社区志愿者]向居民发放…; not 志愿者 alone."""
    for sentence in scope:
        if not WORKERS.search(page.text, sentence.start, min(sentence.end, sentence.start + NEAR)):
            continue
        if page.is_said(sentence) or page.is_background(sentence):
            continue
        until = page.speech_in(sentence)
        scene = SCENE.match(page.text, sentence.start, until)
        front = company.leading(scene.end() if scene else sentence.start, until)
        if front and all(one.kind == "group" for one in front) and AT_WORK.match(page.text, front[-1].span.end, until):
            new = [one for one in front if (one.kind, name_of(one)) not in gathered.parts and not is_whoever(one)]
            people = [one for one in new if not TOLD_OF.search(name_of(one))]
            gathered.give(people, "attendee", Mention("role", front[-1].span, None, "role-attendee-working"))


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


def invite(gathered: Cast, page: Page, scope: Sequence[Span], company: Company) -> None:
    """Enter who is invited to what is held where nothing else is said of them: 举行座谈会，邀请[部分专家]献计献策."""
    event = gathered.occasion.event.span
    others = scope if "邀" in page.text else ()
    for sentence in (gathered.occasion.sentence, *others):
        told = sentence.start <= event.start < sentence.end
        for match in company.outside(INVITED, event.end if told else sentence.start, sentence.end):
            by_itself = told or ITSELF.fullmatch(page.text, sentence.start, match.start())
            if not by_itself or (not told and "记者" in page.text[match.end() : sentence.end]):
                continue
            if not told and (page.is_said(sentence) or page.is_background(sentence)):
                continue
            verb = Mention("role", Span(*match.span()), None, "role-attendee-invited")
            there = page.text.find("现场", match.end(), sentence.end)  # 邀请了8家企业|现场观摩
            asked = company.after(match.end(), there if there > 0 else sentence.end)
            ask(gathered, [one for one in asked if (one.kind, name_of(one)) not in gathered.parts], verb)


def ask(gathered: Cast, asked: Sequence[Mention], verb: Mention) -> None:
    """Enter whom an event invites: to be there, or where people are taught to teach, persons and 专家."""
    taught = gathered.occasion.kind == "training"
    teachers = [one for one in asked if taught and (one.kind == "person" or TEACHERS.search(name_of(one)))]
    gathered.give(teachers, "lecturer", verb)
    gathered.give([one for one in asked if one not in teachers], "attendee", verb)


def bring(gathered: Cast, page: Page, occasion: Occasion, company: Company) -> None:
    """Enter who is invited to what is held (邀请[10家单位]召开…), and whom an event joins (行动联合了[区残联]开展)."""
    event, sentence = occasion.event, occasion.sentence
    if event.value.frame == "held" and event.rule == "name-after-verb":
        for match in INVITED.finditer(page.text, sentence.start, event.value.verb.start):
            verb = Mention("role", Span(*match.span()), None, "role-attendee-invited")
            ask(gathered, company.leading(match.end(), event.value.verb.start), verb)
        if sent := ORGANIZED.search(page.text, sentence.start, event.value.verb.start):  # 组织[侨胞]开展联谊活动
            verb = Mention("role", Span(*sent.span()), None, "role-attendee-organized")
            brought = company.leading(sent.end(), event.value.verb.start)
            gathered.give([one for one in brought if one.kind != "organization"], "attendee", verb)
    for match in JOINTLY.finditer(page.text) if "联合了" in page.text else ():
        if page.is_prose(Span(*match.span())) and not page.is_said(Span(*match.span())):
            verb = Mention("role", Span(match.start(), match.start("who")), None, "role-organizer-joined")
            bodies = [one for one in company.listed(*match.span("who")) if one.kind == "organization"]
            gathered.give(bodies, "organizer", verb)


def send(gathered: Cast, page: Page, event: Mention, company: Company) -> None:
    """Enter who makes others go, and whom: [区政协]组织[科技界委员]赴东海考察, [县法院]邀请[代表]走进法院，感受…."""
    start, until = page.sentence_of(event.span).start, event.value.verb.start
    if not (sent := ORGANIZED.search(page.text, start, until) or company.first_outside(INVITED, start, until)):
        return
    verb = Mention("role", Span(*sent.span()), None, "role-organizer-sending")
    gathered.give(organizers(company, start, until), "organizer", verb)
    brought = [one for one in company.leading(sent.end(), until) if one.kind == "group"]
    gathered.give(brought, "attendee", verb._replace(rule="role-attendee-organized"))


def organize(gathered: Cast, page: Page, occasion: Occasion, company: Company) -> None:
    """Make the subject of 召开, 举办 the organizer: the body's wording, a headline's where the body says 我院."""
    bring(gathered, page, occasion, company)
    for event in (occasion.event, *occasion.others) if occasion.event.value.frame == "visit" else ():
        if event.value.frame == "visit" and page.sentence_of(event.span) == occasion.sentence:
            going = Mention("role", event.value.verb, None, "role-attendee-visitor")
            gathered.give(list(visitors(page, event, company)), "attendee", going)
            send(gathered, page, event, company)
    if occasion.event.value.frame == "outing":
        send(gathered, page, occasion.event, company)
    for match in GUIDED.finditer(page.text, *occasion.sentence):  # 由[市文联]指导，市图书馆主办的
        verb = Mention("role", Span(match.end("who"), match.end()), None, "role-co_organizer-guiding")
        guides = [one for one in company.listed(*match.span("who")) if one.kind == "organization"]
        gathered.give(guides, "co_organizer", verb)
    for match in UNDER.finditer(page.text, *occasion.sentence):  # 在[市总工会]的组织下
        role = "organizer" if match["how"] in ("组织", "安排") else "co_organizer"
        verb = Mention("role", Span(match.start("how"), match.end()), None, f"role-{role}-under")
        hosts = [one for one in company.listed(*match.span("who")) if one.kind == "organization"]
        gathered.give(hosts, role, verb)
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
            stages = occasion.kind == "activity" or (occasion.kind == "ceremony" and not invited)
            if stages or goes:  # 由各局工作人员组成的检查组|开展检查
                came = company.before(sentence.start, event.value.verb.start)
                kinds = ("person",) * bool(goes) + ("group",) * (not goes or goes.group() in ARRIVES)
                came = [one for one in came if one.kind in kinds and "召集" not in name_of(one)]
                gathered.give(came, "attendee", verb)
            found += [(who, verb)] if who else []
    hosted = [(who, verb) for who, verb in found if HOSTED.search(verb.span.quote(page.text))]
    for who, verb in hosted:
        gathered.give(who, "co_organizer", verb)
    found = [one for one in found if one not in hosted]
    named = [(who, verb) for who, verb in found if not all(is_own(name_of(one)) for one in who)]
    for who, verb in (named or found)[:1]:
        gathered.give(who, "organizer", verb)
        if len(who) > 1 and SIGNING.search(page.text, *occasion.event.span):
            gathered.give(who, "signatory", verb)
