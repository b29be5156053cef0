"""Characters made alike one for one, so that patterns need to know one form of each digit, dash and bracket."""

from __future__ import annotations

import re

ALIKE = str.maketrans(
    "０１２３４５６７８９：（）．／－–—―‐‑−～~〜∼﹣○Ｏ⽉⽇⽇〜﹕﹙﹚〔〕\u3000\xa0\ufeff",
    "0123456789:()./------------〇〇月日日-:()()   ",
)
UNLIKE = re.compile(f"[{re.escape(''.join(map(chr, ALIKE)))}]+")


def alike(text: str) -> str:
    """Return the text with full-width digits, dashes and brackets made plain; every place stays the same."""
    return UNLIKE.sub(lambda match: match[0].translate(ALIKE), text)
