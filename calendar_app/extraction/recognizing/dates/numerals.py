"""Numbers as dates print them: 25, 二十五, 廿五, 元, 二〇二四."""

from __future__ import annotations

DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
    "元": 1,
    "正": 1,
}
TENS = {"十": "十", "廿": "二十", "卅": "三十"}
NAMED_MONTHS = {"冬": 11, "腊": 12}


def number(printed: str) -> int:
    """Read a number of 0 to 99, or one spelt digit by digit; 廿五 is 25.

    Raise ValueError where it is none.
    """
    printed = "".join(printed.split())
    if printed.isdecimal():
        return int(printed)
    if printed in NAMED_MONTHS:
        return NAMED_MONTHS[printed]
    for short, long in TENS.items():
        printed = printed.replace(short, long)
    if "十" not in printed:
        return int("".join(str(_digit(each)) for each in printed))
    tens, _, ones = printed.partition("十")
    return 10 * (_digit(tens) if tens else 1) + (_digit(ones) if ones else 0)


def year(printed: str) -> int:
    """Read a year; two digits mean 1950 to 2049."""
    value = number(printed)
    if value >= 100:
        return value
    return value + (2000 if value < 50 else 1900)


def _digit(character: str) -> int:
    if character not in DIGITS:
        raise ValueError(f"{character} is no digit")
    return DIGITS[character]
