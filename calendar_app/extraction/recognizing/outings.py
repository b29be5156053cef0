"""What people went out to do, told without any verb of holding: 走进法院，感受…, 为小学送去书包, 观看电影《长河》."""

from __future__ import annotations

import re
from collections.abc import Iterator

from calendar_app.extraction.document import Mention, Span
from calendar_app.extraction.lexicon import alternation, beginning, per_lexicon, words
from calendar_app.extraction.recognizing.names import clause_end, clause_start, kind_of, stripped
from calendar_app.extraction.recognizing.told import SOON, Told

CLAUSE = r"[^，。；：！？\n]"
THERE = re.compile(
    rf"了?{CLAUSE}{{2,25}}(?:(?=“?[^，。；“”]{{0,5}}”?(?:体验|观摩|旁听|参观|感受|观看))|，(?=开展|为(?!了)|与(?!会)|向|给|参[观加与]|感受|体验|观摩|学习|检查|了解|宣[传讲]|指导|慰问|看望|公开|就地|巡回|组织|集中|走访|发放|免费|义务|“))"
)
TO_WHOM = re.compile(rf"(?:为|向|给)(?!了){CLAUSE}{{2,30}}\Z")
GIVEN = re.compile(rf"了?{CLAUSE}{{2,40}}")
WATCHED = re.compile(rf"{CLAUSE}{{0,20}}《[^》\n]{{2,40}}》")
PRIVATE = re.compile("记者|笔者|嫌疑人|女士|先生|小姐|某|报警|被告|男子|女子|游客|顾客|乘客")
PUBLIC = re.compile(
    "小朋友|幼儿|居民|村民|农民工|代表|师生|学生|同学|教师|老师|志愿|干部|党员|团员|医|民警|法官|检察|人员|队|团|委|局|校|院|公司|支部|职工|员工|领导|书记|长|主任|主席|协会|工会|社|组|政府|政协|人大|妇联|残联|工商联|文联|科协|红十字|集团|银行|商会|街道|中心|馆|基金会|法庭|大学|企业|部门|机关"
)


@per_lexicon
def outings() -> re.Pattern[str]:
    every = {way: words("verbs", way) for way in ("goes", "gives", "watches")}
    look = beginning(word for verbs in every.values() for word in verbs)
    return re.compile(look + "(?:" + "|".join(f"(?P<{way}>{alternation(verbs)})" for way, verbs in every.items()) + ")")


def recognize(text: str) -> Iterator[Mention]:
    """Yield what an article may report where nothing in it is held; its span begins with going, giving or watching."""
    for match in outings().finditer(text):
        name = told_by(text, match)
        if name is None or name.end - name.start > SOON:
            continue
        who = text[clause_start(text, name.start, "。；！？") : name.start]
        if PRIVATE.search(who) or not PUBLIC.search(who[stripped(who) :]):
            continue
        kind = kind_of(name.quote(text)) if match["gives"] else "activity"
        yield Mention("event", name, Told(kind, "outing", Span(*match.span())), f"outing-{match.lastgroup}")


def told_by(text: str, match: re.Match[str]) -> Span | None:
    """Return the words that tell it: where one went and for what, what was given to whom, what was watched."""
    start, end = match.span()
    if match["goes"]:
        there = THERE.match(text, end)
        return Span(start, clause_end(text, there.end())) if there else None
    if match["gives"]:
        begin = max(0, start - SOON)
        to_whom, given = TO_WHOM.search(text[begin:start]), GIVEN.match(text, end)
        return Span(begin + to_whom.start(), given.end()) if to_whom and given else None
    watched = WATCHED.match(text, end)
    return Span(start, watched.end()) if watched else None
