"""Bodies by their printed names: full (东海大学), short (区府办), with brackets, or 我校 as the subject of an act."""

from __future__ import annotations

import re
from collections.abc import Iterator

from calendar_app.extraction import lexicon
from calendar_app.extraction.document import Mention, Span
from calendar_app.extraction.naming import endings, kinds, phrases

LONGEST = 45  # characters of a name, brackets and all
ORGANIZING = (
    r"(?:于[^，。；]{1,20}?|[^，。；、]{0,12}?|[^，。；]{0,40}?在[^，。；]{1,24}?|联合[^，。；]{1,60}?|依托[^，。；]{1,60}?，?|[与和、][^，。；]{1,60}?)"
    r"(?:召开|举行|举办|开展|组织|主办|承办|协办|启动|签约|签署|签订)"
)


@lexicon.per_lexicon
def _ends() -> re.Pattern[str]:
    """The last character of a body's name where something follows that ends it."""
    words = lexicon.words("organizations", "suffixes") + lexicon.words("organizations", "short")
    last = "".join(sorted({word[-1] for word in words} | set("省市区县州镇乡")))
    acts = lexicon.alternation(lexicon.words("organizations", "acts") + lexicon.words("names", "acts"))
    more = rf"(?:（[^（）\n]{{1,24}}）)?(?:/[^，。；、/\n]{{1,12}}[{last}])?"  # （处）, （处）/武装部
    return re.compile(f"[{last}]{more}(?=[。；：，！？、）)”》—/ \u3000\n]|$|{acts})")


@lexicon.per_lexicon
def _organizes() -> re.Pattern[str]:
    return re.compile(ORGANIZING)


def recognize(text: str) -> Iterator[Mention]:
    """Yield every body that is named: 由市科技局、东海大学主办 → two; the value is the name without white space."""
    floor = 0
    for match in _ends().finditer(text):
        end = match.end()
        start = _start(text, end, max(floor, end - LONGEST))
        phrase = text[start:end]
        if not kinds.is_body(phrase) or (_is_subject_only(phrase) and not _organizes().match(text, end)):
            continue
        yield Mention("organization", Span(start, end), re.sub(r"\s", "", phrase), _rule(phrase))
        floor = end


def _start(text: str, end: int, floor: int) -> int:
    start, _ = phrases.begin(text, end, floor)
    for match in re.compile("[和与及同暨]|以及").finditer(text, start, end):
        if kinds.is_body(text[start : match.start()]) and match.start() - start > 2:
            start = match.end()
    return start


def _is_subject_only(phrase: str) -> bool:
    """Say whether a name is a body's only where it organizes something: 徐州市, 我校."""
    return kinds.is_own(phrase) or (kinds.is_place(phrase) and not endings.body()(phrase, len(phrase)))


def _rule(phrase: str) -> str:
    if kinds.is_own(phrase):
        return "own-name"
    return "place-as-body" if kinds.is_place(phrase) else "body-name"
