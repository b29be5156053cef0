"""Which wording of an event's name is taken: the body's, or the headline's where that says more."""

from __future__ import annotations

import re

from calendar_app.extraction.document import Mention, Span
from calendar_app.extraction.refining.likeness import alike, holds
from calendar_app.extraction.refining.pages import Occasion, Page

IDLE = re.compile(r"[“”‘’\s]")
THIS = re.compile("^[本此这该][次届场期]")  # 本届|文化节: the headline says which
COMPANY = re.compile("一行|等|组织")


def is_poor(page: Page, event: Mention) -> bool:
    """Say whether an event's own name says little, or says who came along before it says what was done."""
    name = event.span.quote(page.text)
    return (len(name) <= 5 and not event.value.whose) or (event.value.frame == "visit" and bool(COMPANY.search(name)))


def rename(page: Page, occasion: Occasion, headlines: list[Mention]) -> None:
    """Let the headline tell what a bare 参观访问 was, if it tells of something else."""
    name = occasion.event.span.quote(page.text)
    told = [one for one in headlines if one.value.frame in ("act", "held", "happens", "visit")]
    same = any(alike(name, one.span.quote(page.text)) and one.value.frame != "visit" for one in told)
    if told and not same:
        occasion.others.insert(0, occasion.event)
        occasion.event = told[0]


def visit_in(page: Page, occasion: Occasion, headlines: list[Mention]) -> Span | None:
    """Return how the headline tells a visit, if it tells of nothing else."""
    told = [one.span for one in headlines if one.value.frame == "visit" and "并" not in one.span.quote(page.text)]
    return told[0] if told and occasion.event.value.frame == "visit" else None


def fuller(page: Page, name: Span, headlines: list[Mention]) -> Span | None:
    """Return the headline's name if it is the body's and more."""
    said = IDLE.sub("", THIS.sub("", name.quote(page.text)))
    for other in headlines:
        printed = IDLE.sub("", other.span.quote(page.text))
        if len(printed) > len(said) and holds(printed, said) and other.value.frame not in ("visit", "act"):
            led_by = printed.removesuffix(said)
            lead = page.text[page.sentence_of(name).start : name.start]
            return None if led_by != printed and led_by in lead else other.span  # 某某银行|第三届运动会: who held it
    return None
