"""Offices that a name follows, known or not: who bears the next office of a row is named, whatever he is called."""

from __future__ import annotations

import re

from calendar_app.extraction.document import Span
from calendar_app.extraction.naming import bounds, endings, foreign

OFFICES = (
    r"(?:书记|主任|[省市区县镇乡局厅处科院校署馆司所]长|部长|董事长|秘书长|理事长|会长|主席(?!团)|总裁|经理|常委(?!会)|委员(?![会长])"
    r"|院士|教授|研究员|工程师|医师|记者|候选人|主委|干事|顾问|理事(?![长会])|会员|代表(?![团处队])|负责人|[站庭队园]长)"
)
OFFICE = re.compile(OFFICES + "$")
ROW = re.compile(  # 书记张某|，副市长斯朗某某|，局长王某
    rf"[，、；][^，、；。：\n“”（）()《》]{{0,32}}{OFFICES}(?P<bearer>[{bounds.HAN}]{{3,10}})"
    rf"(?P<next>[，、；][^，。；\n]{{0,24}}{OFFICES})?"
)


def next_in_row(text: str, start: int) -> Span | None:
    """Take who bears the next office of a row, though the name is none we know: 书记张某|，副市长[斯朗某某]参加."""
    row = ROW.match(text, start)
    if row is None:
        return None
    begin, last = row.span("bearer")
    ends = [last] if row["next"] and last - begin < 6 else []
    ends += [end for end in (begin + 4, begin + 3) if end < last and bounds.weigh(text, end).weight == 3]
    return next((Span(begin, end) for end in ends if _is_no_word(text, begin, end)), None)


def _is_no_word(text: str, start: int, end: int) -> bool:
    """Say whether nothing in what stands where a name is due is a word we know."""
    name, size = text[start:end], end - start
    pairs = {name[at : at + 2] for at in range(size - 1)}
    return (
        bounds.IN_NAME.fullmatch(name) is not None
        and not foreign.opens(text, start)
        and pairs.isdisjoint(bounds.never())
        and pairs.isdisjoint(bounds.no_names())
        and not (endings.people(name, size) or endings.any_post(name, size) or endings.body(name, size))
    )
