"""Several things held beside the main one, told in one list: 还举行了[甲授牌仪式]、[乙展]等活动."""

from __future__ import annotations

import re
from collections.abc import Iterator

from calendar_app.extraction.document import Mention, Span
from calendar_app.extraction.recognizing.names import head_ends
from calendar_app.extraction.recognizing.told import mention

LIST = re.compile(
    r"(?:还|随后|先后|陆续|同时|依次)[^，。；]{0,8}?(?P<verb>举行|举办|召开|开展)了?(?P<list>[^。；\n]{20,300}?)等(?:一系列|系列|多[项场个]|[\d一二三四五六七八九十]+[项场个])?[^，。；]{0,4}活动"
)
ITEM = re.compile(r"(?:“[^”]*”|（[^）]*）|《[^》]*》|[^、，“（《])+")


def with_lists(text: str) -> Iterator[Mention]:
    """Yield each of several named things held beside the main one: 还举行了[甲授牌仪式]、[乙揭牌仪式]、[丙展]等活动."""
    for match in LIST.finditer(text):
        spans = [Span(*one.span()) for one in ITEM.finditer(text, *match.span("list"))]
        if len(spans) > 2 and all(is_whole(text, one) for one in spans):
            for one in spans:
                yield mention(text, one, "held", Span(*match.span("verb")), "name-in-list")


def is_whole(text: str, name: Span) -> bool:
    """Say whether a name is more than a word and ends as an event's does."""
    return name.end - name.start > 6 and any(end == name.end for end in head_ends(text, name.start, name.end))
