"""Characters made alike one for one, so that patterns need to know one form of each digit, dash and bracket."""

from __future__ import annotations

import re

ALIKE = str.maketrans(
    "０１２３４５６７８９：（）．／－–—―‐‑−～~〜∼﹣⽉⽇⽇〜﹕﹙﹚〔〕\u3000\xa0\ufeff",
    "0123456789:()./------------月日日-:()()   ",
)
ROUND = re.compile("(?<=[〇一二三四五六七八九○Ｏ])[○Ｏ]|[○Ｏ](?=[〇一二三四五六七八九])")  # ○11月 is a mark, no zero
UNLIKE = re.compile(f"[{re.escape(''.join(map(chr, ALIKE)))}]+")


def alike(text: str) -> str:
    """Return the text with full-width digits, dashes and brackets made plain; every place stays the same."""
    if "○" in text or "Ｏ" in text:
        text = ROUND.sub("〇", text)
    return UNLIKE.sub(lambda match: match[0].translate(ALIKE), text)
