"""People meant together without names: 全体学员, 13个街镇, 各学院师生代表; also one office-holder without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from calendar_app.extraction import lexicon
from calendar_app.extraction.document import Mention, Span
from calendar_app.extraction.naming import endings, kinds, phrases, posts

FARTHEST = 120  # characters of a list that one last word covers


@lexicon.per_lexicon
def _ends() -> re.Pattern[str]:
    """The last character of a group where something follows that ends it."""
    last = "".join(
        sorted({w[-1] for key in ("heads", "collectives", "delegations") for w in lexicon.words("groups", key)})
    )
    heads = lexicon.words("groups", "heads")
    words = set(phrases.acts_after()) - set(heads) - {"有关", "相关", "主要"}
    acts = lexicon.alternation(words - {"党政", "师生", "全体", "领导"})
    longer = f"(?!{lexicon.alternation(heads)})"
    return re.compile(f"[{last}]{longer}们?(?=[。；：，！？、）)— \n]|$|{acts}|{kinds.NUMBER}(?:余|多)?(?:人|名|位))")


def recognize(text: str, floor: int = 0, limit: int | None = None) -> Iterator[Mention]:
    """Yield every group: 邀请各街镇分管副书记参加 → 各街镇分管副书记; the value is the phrase without white space.

    A part of a text is read by itself where it begins and ends at commas or full stops, which no group goes across.
    """
    for match in _ends().finditer(text, floor, len(text) if limit is None else limit):
        end = match.end()
        least = max(floor, end - phrases.FARTHEST)
        if not kinds.may_be_group(text, least, end):
            continue
        start, cut = phrases.begin(text, end, least, keep_of=True)
        start, cut_again = phrases.past_acts(text, start, end)
        first, last = kinds.trimmed(text, start, end)
        if last - first < 2 or not kinds.is_group(text[first:last]) or posts.is_addressed(text[first:last]):
            continue
        first = first if cut or cut_again else _covered(text, first, floor)
        yield Mention("group", Span(first, last), "".join(text[first:last].split()), "group-phrase")
        floor = end


def may_end(text: str, start: int, end: int) -> bool:
    """Say whether a group that holds the place where a part of a text begins may end in that part."""
    for match in _ends().finditer(text, start, min(end, start + 2 * FARTHEST)):
        if kinds.may_be_group(text, max(0, match.end() - phrases.FARTHEST), match.end()):
            return True
    return False


def _covered(text: str, start: int, floor: int) -> int:
    """Go back over the bodies that the last word covers too: 教务处、学生处|负责人."""
    least = max(floor, start - FARTHEST)
    while start > least + 1 and text[start - 1] == "、":
        earlier, cut = phrases.begin(text, start - 1, least)
        part = text[earlier : start - 1]
        if earlier >= start - 1 or kinds.is_group(part) or not (endings.body(part, len(part)) or kinds.is_body(part)):
            break
        start = earlier
        if cut:
            break
    return start
