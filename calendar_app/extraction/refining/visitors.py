"""Finds who goes on a visit: the persons and delegations that its sentence names before what they do there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from calendar_app.extraction.document import Mention, Span, within
from calendar_app.extraction.lexicon import alternation, per_lexicon, words
from calendar_app.extraction.naming import kinds, phrases
from calendar_app.extraction.refining.covering import group
from calendar_app.extraction.refining.pages import Page
from calendar_app.extraction.refining.subjects import Company

ONLY_NAMED = re.compile(  # 落实书记某某要求, 某某家中, 应部长某某邀请: nobody who comes along
    r"(?:同志)?的?(?:要求|指示|批示|讲话|部署|安排|事迹|家|名字|受伤|病|[：“])|[^，。；]{0,40}?(?:宣布|表示|介绍|透露|邀请)，"
)
NOT_BEFORE = ("为", "给", "向", "望", "问", "见", "请", "对", "落实", "照")
NO_NAME = re.compile("一行|组成|或|等")
LED = re.compile(r"率领?|带领的?|带队的?|携(?!手)|组织")


@per_lexicon
def delegations() -> re.Pattern[str]:
    every = [word for word in words("groups", "delegations") if word[-1] in "组团"]
    return re.compile(rf"{alternation(every)}(?!成员|组|长|团)")


def visitors(page: Page, event: Mention, company: Company) -> Iterator[Mention]:
    """Yield who makes a visit; a delegation only where its name says whose it is."""
    text, lead = company.text, Span(page.sentence_of(event.span).start, event.value.verb.start)
    for one in within(company.people, lead):
        begin = company.begin(one)
        if not text[max(lead.start, begin - 2) : begin].endswith(NOT_BEFORE) and not ONLY_NAMED.match(
            text, one.span.end
        ):
            yield one
    for match in delegations().finditer(text, *lead):
        begin, _ = phrases.begin(text, match.end(), lead.start)
        begin = max((led.end() for led in LED.finditer(text, begin, match.start())), default=begin)
        name = text[begin : match.end()]
        if kinds.is_group(name) and not kinds.is_bare_delegation(name) and not NO_NAME.search(name):
            yield group(text, Span(begin, match.end()), "group-delegation")
