"""Gives what is awarded: who hands it over, who gets it, and nothing to what is only unveiled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from calendar_app.extraction.document import Mention
from calendar_app.extraction.refining.shares import may

if TYPE_CHECKING:
    from calendar_app.extraction.refining.parts import Cast

UNVEILED = ("揭牌", "揭幕", "剪彩", "揭彩")  # what is unveiled is given nothing


def award(cast: Cast, who: Sequence[Mention], verb: Mention, cursor: int, following: int) -> None:
    """Enter who hands over what a verb such as 颁发 tells of, and for whom."""
    company, word, end = cast.company, verb.value.word, verb.span.end
    given = company.given(cursor, verb.span.start)
    receivers = {one.span for one in given}
    who = [one for one in who if one.span not in receivers]
    if word == "授予" and cast.page.text[cursor - 2 : cursor] in ("宣读", "宣布"):  # 宣读决定，授予…称号
        who = []
    if word.endswith(UNVEILED) and not given:  # 警示教育馆|揭牌: the thing, not who unveils it
        who = [one for one in who if one.kind != "organization"]
    cast.give([one for one in who if may(one, verb, cast.occasion.kind)], "presenter", verb)
    if not word.endswith(UNVEILED):
        cast.give(given, "recipient", verb)
    if word == "授予" and (title := cast.page.text.find("“", end, following)) > 0:  # 授予[王某]“先进个人”称号
        cast.give(company.listed(end, title), "recipient", verb)
    if word == "表彰":  # 表彰了[王某]等5名教师
        cast.give([one for one in company.after(end, following) if one.kind == "person"], "recipient", verb)
