"""Clock times and parts of the day: 9时30分, 下午3点半, 15:30, 晚."""

from __future__ import annotations

import re
from typing import NamedTuple

from calendar_app.extraction.recognizing.dates.numerals import number
from calendar_app.extraction.when import DayPart

PARTS: dict[str, DayPart] = {
    "上午": "morning", "早上": "morning", "早晨": "morning", "清晨": "morning", "凌晨": "morning", "清早": "morning",
    "一早": "morning",
    "早": "morning", "晨": "morning", "中午": "noon", "正午": "noon", "午间": "noon", "下午": "afternoon",
    "午后": "afternoon", "晚上": "evening", "晚间": "evening", "傍晚": "evening", "夜间": "evening", "夜里": "evening",
    "深夜": "evening", "午夜": "evening", "子夜": "evening", "半夜": "evening", "晚": "evening", "夜": "evening",
}  # fmt: skip
QUARTERS = {"半": 30, "一刻": 15, "三刻": 45, "整": 0}


class Clock(NamedTuple):
    """A clock time as printed; `sure` where it can be nothing else (三点 may be three points of advice)."""

    hour: int
    minute: int
    sure: bool = True

    def on(self, part: DayPart | None) -> Clock:
        """Return it on the 24-hour clock, as the part of the day wants it (下午3时 is 15:00)."""
        late = (part == "afternoon" and self.hour < 12) or (part == "evening" and 5 <= self.hour < 12)
        if late or (part == "noon" and self.hour < 3):
            return self._replace(hour=self.hour + 12)
        if part == "evening" and self.hour == 12:  # 晚12点 ends the day
            return self._replace(hour=24)
        return self

    def printed(self) -> str | None:
        """Return `HH:MM`; None for 24时, which no clock of the day shows."""
        return f"{self.hour:02}:{self.minute:02}" if self.hour < 24 else None


def read_clock(match: re.Match[str]) -> Clock | None:
    """Read what the clock pattern matched; None where there is no such time."""
    if match["hour"]:
        return Clock(int(match["hour"]), int(match["minute"]))
    hour, tail, mark = match["spoken_hour"], (match["tail"] or "").strip(), match["mark"].strip()
    minute = QUARTERS[tail] if tail in QUARTERS else number(tail.strip("过零分 \t\n") or "零")
    sure = bool(tail or match["about"] or mark == "点钟" or (mark == "时" and hour.isdecimal()))
    return Clock(number(hour), minute, sure) if number(hour) <= 24 and minute < 60 else None
