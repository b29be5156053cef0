"""Quotation marks within quotation marks: names are quoted in messages, and many hold quotations of their own."""

from __future__ import annotations

import re
from typing import Any

from django.utils.safestring import SafeData, mark_safe

MARKS = re.compile("[“”]")
INNER = {"“": "‘", "”": "’"}


def nested(text: Any) -> str:
    """Write marks within marks as single ones (GB/T 15834, 4.8): “‘江上人家’摄影展”, not ““江上人家”摄影展”."""
    depth = 0

    def turned(mark: re.Match[str]) -> str:
        nonlocal depth
        if mark[0] == "“":
            depth += 1
            return mark[0] if depth == 1 else INNER[mark[0]]
        depth = max(0, depth - 1)
        return mark[0] if depth == 0 else INNER[mark[0]]

    written = MARKS.sub(turned, str(text))
    return mark_safe(written) if isinstance(text, SafeData) else written  # noqa: S308 - as safe as it came
