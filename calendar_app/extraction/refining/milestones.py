"""Finds dated targets: what is to be done by a day that an article about an event names (8月底前完成…)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from calendar_app.extraction.document import Mention, Span
from calendar_app.extraction.refining.pages import Occasion, Page

TARGET = re.compile(
    r"[^，。；]{0,30}?(?:完成|取得|实现|建成|达到|形成|报送|提交|上报|交付|见到|见效|落实|整改|投用|启用|竣工|开工|拿出|出台|制定|清零|到位|建立|覆盖|开通|投产|通车|搬迁|交房|收官|填写|填报|反馈|报至|发至|发送|交至|交到|寄至|传真|回复|推荐|申报|交(?=[^，。流通换])|报(?=[^，。名告到销价道])|将[^，。；]{2,30}?(?:送|寄|报|交))"
)
NO_TARGET = re.compile(r"报名|购票|领取|预约|缴费|登记|登录|入场|签到|报到|咨询|投稿|应聘")
VAGUE = re.compile(
    r"^(?:取得|实现|见到|达到|形成)(?:了)?(?:阶段性|明显|初步|实质性|突破性)?(?:成效|进展|成果|突破|目标|效果)$"
)
FILLED = re.compile(r"(?P<target>填[写报][^，。；：（）\n]{2,40})(?:（[^）]{1,20}）)?，(?:请|并|务必)?[于在]?$")
AIM = re.compile(r"力争|力求|确保|将|计划|要|于|在|务必|务求|请|须|应|争取|到|按照|限|必须")
DECIDED = re.compile(r"(?:会议|大会|通知|方案|双方)(?:还|同时)?(?:要求|明确|强调|指出|决定|提出|商定)")
HEAD = re.compile(r"(?:工作)?(?:调度|推进|部署|动员|动员部署|协调|座谈|专题|现场|专项)?(?:会议?|大会|培训班)$")
DISTRICT = re.compile(r"^[\u4e00-\u9fff]{2,3}[省市区县镇]")


def milestones(
    page: Page, occasions: Sequence[Occasion], dates: Sequence[Mention]
) -> Iterator[tuple[Mention, Span, Span | None]]:
    """Yield each deadline with the span of its target, and the span of the subject it takes from its event."""
    if not occasions:
        return
    for date in dates:
        if not date.value.deadline or date.value.background or not (date.value.first and date.value.first.month):
            continue
        if not page.is_prose(date.span) or (
            page.is_said(date.span) and not DECIDED.match(page.text, page.sentence_of(date.span).start)
        ):
            continue
        target = target_of(page, date)
        if target:
            topic = topic_of(page, date, occasions) if VAGUE.match(target.quote(page.text)) else None
            yield date, target, topic


def target_of(page: Page, date: Mention) -> Span | None:
    """Return what is to be done by a date: the rest of its clause."""
    match = re.compile(r"[，、]?(?P<target>[^，。；：！？\n]{4,60})").match(page.text, date.span.end)
    if not match or NO_TARGET.search(match["target"]) or not TARGET.match(match["target"]):
        return None
    opening = max(0, date.span.start - 80)
    if filled := FILLED.search(page.text[opening : date.span.start]):  # 填写会议回执，于14日前交…
        return Span(opening + filled.start("target"), opening + filled.end("target"))
    before = page.text[max(0, date.span.start - 12) : date.span.start]
    return Span(*match.span("target")) if AIM.search(before) or AIM.match(match["target"]) else None


def topic_of(page: Page, date: Mention, occasions: Sequence[Occasion]) -> Span | None:
    """Return what the event before is about: its name without the district before it and the meeting after it."""
    before = [one for one in occasions if one.named.start < date.span.start]
    if not before:
        return None
    name = max(before, key=lambda one: one.named.start).named
    printed = name.quote(page.text)
    start = match.end() if (match := DISTRICT.match(printed)) else 0
    end = match.start() if (match := HEAD.search(printed)) else len(printed)
    return Span(name.start + start, name.start + end) if end - start >= 4 else None
