"""Who is elected or honoured, as what stands after a name tells: 王某|为会长, 授予王某|“先进个人”称号."""

from __future__ import annotations

import re

MAKES = re.compile("(?:选举|补选|增补|授予|推选|推举|选出|当选|聘请|聘任|任命|特聘)[^。]*$")
BECOMES = re.compile(
    "为[^，。；、“]{0,16}?(?:主席|会长|理事长?|秘书长|监事长?|主委|顾问|干事)[，；。]"
)  # 王某|为副主席；


def is_made(text: str, start: int, end: int) -> bool:
    """Say whether a name stands where somebody is elected or honoured: 选举[张某]为会长, 授予[张某]“先进个人”称号."""
    if not text.startswith(("为", "任", "组成", "“"), end):
        return False
    return bool(BECOMES.match(text, end) or MAKES.search(text, max(0, start - 160), start))
