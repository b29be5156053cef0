"""Finds the bodies that hold an event: the subject of 召开 and 举办, a name not known otherwise as well."""

from __future__ import annotations

import re

from calendar_app.extraction.document import Mention, Span
from calendar_app.extraction.refining.subjects import Company
from calendar_app.extraction.refining.turns import DATELINE, INVITED, MANNER, ORGANIZED

HOLDER = re.compile(r"(?:[\d年月日上下午晚早时分点:至、—-]+|近日|日前|[今昨当][天日])?+(?P<who>[^，。；在于]{2,24})")
LED_BY = re.compile("率领?|带领|携(?!手)")  # 副市长王某率[市直部门负责人]来校召开…: they come, and hold nothing
WHEN = re.compile(r"(?:[\d年月日上下午晚时分点:至、—-]+|近日|日前|[今昨当][天日])?")
DAY_LAST = re.compile(  # 县文联|7月9日上午在文化馆举办…
    r"[\u4e00-\u9fff](?<![年月讯电日至到自第于在])(?P<day>(?:\d{4}年)?\d{1,2}月\d{1,2}日|[今昨](?:天|日))(?:[上下]午|晚上?|中午)?(?:\d{1,2}[时点:]\d{0,2}分?)?"
    rf"(?:(?:[在于到赴]|走进|来到|深入|前往)[^，。；]{{2,24}}，?)?(?:{MANNER.pattern[:-1]})?\Z"
)
ON = re.compile(
    rf"(?:依法|依规|统一|集中|精心|认真|积极|专题|专门|还|又|也)?(?:{MANNER.pattern[:-1]})?(?:[在于对][^，。；]{{2,40}})?"
)
DECIDED = re.compile(r"(?:研究)?决定\Z")  # 县委、县政府决定|召开
OF_PARTY = re.compile(r"(?:党|志愿|服务|社会|群团|公益|基层)组织\Z")  # 镇党组织|举办, not 镇党|组织举办
SENDS = re.compile("组织|召集|安排|抽调")
HOSTS = re.compile(r"[，、](?:并?由)?(?P<who>[\u4e00-\u9fffA-Za-z（）、]{3,60}?)(?:具体|共同|独家|联合|大力)?")
OWN_HOUSE = re.compile("[我本](?:校|院|市|县|区|镇|局|馆|公司)|学校")
NAME_OF_BODY = re.compile(
    r"(?!先后|陆续|依次|相继|分别|本|该|此|这|由|为|在|通过|围绕|以|根据|按照|同时|会|活动|随后|仪式|主持|将|并|共|全|每|曾|已|还|也|又|拟|定|兹|现|决定|经|据|而|除|每|部分|其|让|使|主办方|副|再次|来到|走进|深入|前往|向(?!阳)|带着|穿着|手持|[^，]{0,12}(?:带领|率领|陪同|组织))"
    r"[\u4e00-\u9fffA-Za-z（）·“”]+(?<![会议式动了的者长由还也将又共均都已方属午晚])(?<!(?<!机)关) *"
)


def organizers(company: Company, start: int, verb: int) -> list[Mention]:
    """Return the bodies that hold an event as the subject of its verb; an unknown short name there is one, too."""
    if OF_PARTY.search(company.text, verb - 4, verb + 2):
        verb += 2
    if invited := company.first_outside(INVITED, start, verb) or ORGANIZED.search(company.text, start, verb):
        verb = invited.start()
    if day := DAY_LAST.search(company.text, max(start, verb - 50), verb):
        verb = day.start("day")
    decided = DECIDED.search(company.text, start, verb)
    who = company.before(start, decided.start() if decided else verb)
    if not who and (manner := MANNER.search(company.text, start, verb)):  # 市委会成功|举办
        who = company.before(start, manner.start())
    who = who or farther(company, start, verb)
    if not any(one.kind == "organization" for one in who) and (senders := sending(company, start, verb)):
        return senders
    led = company.first_outside(LED_BY, start, verb)
    bodies = [one for one in who if one.kind == "organization" and not (led and led.end() <= one.span.start)]
    if company.has_dateline and (dateline := DATELINE.match(company.text, start, verb)):
        start = dateline.end()
    clause = list(company.clauses(start, verb))[-1]
    subject = HOLDER.match(company.text, clause.start, clause.end)
    if subject and not (who and not bodies):
        begin, end = subject.span("who")
        first = bodies[0].span.start if bodies else end
        unknown = MANNER.sub("", company.text[begin:first].rstrip("与和、同及"))
        if bodies and OWN_HOUSE.fullmatch(unknown) and begin + len(unknown) == first:  # 我校|马克思主义学院
            return bodies
        if 2 <= len(unknown) <= 16 and (bodies or first == end) and NAME_OF_BODY.fullmatch(unknown):
            return [Mention("organization", Span(begin, begin + len(unknown)), unknown, "body-as-subject"), *bodies]
    return bodies


def unknown_hosts(text: str, start: int, verb: int) -> list[Mention]:
    """Return the names between a comma and 承办 that end as no body's name does: 市总工会主办，[申龙电梯]承办."""
    hosts = HOSTS.fullmatch(text, start, verb)
    names = hosts["who"].split("、") if hosts else []
    if not all(2 < len(name) < 17 and NAME_OF_BODY.fullmatch(name) for name in names):
        return []
    at = [text.index(name, start) for name in names]
    return [
        Mention("organization", Span(begin, begin + len(name)), name, "body-as-subject")
        for begin, name in zip(at, names, strict=True)
    ]


def sending(company: Company, start: int, verb: int) -> list[Mention]:
    """Return the bodies that send people who then hold it: 县文联|组织志愿者走进社区，为居民举办…"""
    *earlier, last = company.clauses(start, verb)
    if not earlier or not SENDS.search(company.text, start, verb):
        return []
    if own := [one for one in company.leading(*last) if one.kind == "organization"]:
        return own
    for match in company.outside(SENDS, start, verb):
        who = company.before(start, match.start()) if company.ends(match.start()) else []
        if who and who[-1].span.end == match.start():
            return [one for one in who if one.kind == "organization"]
    return []


def farther(company: Company, start: int, verb: int) -> list[Mention]:
    """Return the bodies whose sentence goes on after a comma: 县文联|结合实际，精心组织，召开…"""
    *clauses, last = company.clauses(start, verb)
    if not clauses or not ON.fullmatch(company.text, *last):
        return []
    for clause in reversed(clauses):
        if who := company.leading(*clause):
            opens = WHEN.fullmatch(company.text, clause.start, who[0].span.start)
            goes_on = who[-1].span.end < clause.end and not company.text.startswith("的", who[-1].span.end)
            return who if opens and goes_on and all(one.kind == "organization" for one in who) else []
    return []
