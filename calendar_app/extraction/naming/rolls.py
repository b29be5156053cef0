"""Lists of bare names, in which even a rare family name is one: 区领导周某某、占某某、来某某; 参加人员：周某某 占某."""

from __future__ import annotations

import re
from typing import NamedTuple

from calendar_app.extraction.naming import bounds

ITEM = f"[{bounds.HAN}]{{2,3}}"
ROLL = re.compile(f"、(?<=[{bounds.HAN}]{{2}}、)(?P<more>{ITEM}(?:、{ITEM}){{3,}})")  # from the end of its first name
LABELLED = (  # what a list of persons may stand behind
    r"(?:(?:[出列]席|参[加会]|[与到]会|陪同)(?:人员?|单位|会议)?|人员|领导|嘉宾|同志|就[座坐]|执行主席|主持者|[一二三特]等奖"
    r"|优[秀胜]奖|[冠亚季]军|获奖(?:者|选手|教师|学生)|优胜者|评委|裁判|(?:的|领导|嘉宾|代表|同志|人员|专家)(?:还?有|包括|[为是]))"
)
ROW = re.compile(rf"：(?<=[{bounds.HAN}]：) ?(?P<row>[{bounds.HAN} 、，；]{{5,300}})(?=[。\n]|$)")
IS_LABEL = re.compile(f"{LABELLED}[:：] ?$")
BELOW = re.compile(r"：\n(?P<rows>(?:[^\n。：；]{4,50}(?:\n|$)){1,40})")
NAME_FIRST = re.compile(
    rf"(?P<name>[{bounds.HAN}](?<![^\n].)(?:[{bounds.HAN}]{{1,2}}| [{bounds.HAN}]))"
    r"(?: {1,3}|，)[^\n ，]{3,40}(?=\n|$)"
)
PART = re.compile("[ 、，；]+")
LEAST = 2 / 3  # of the names between the first and the last, so many begin with a well-known family name


class Rolls(NamedTuple):
    """Where names stand in lists, by their start; where the first name of a list ends; and which ones a label leads."""

    names: dict[int, int]
    opens: frozenset[int]
    led: frozenset[int]


def rolls(text: str) -> Rolls:
    """Find the lists of names of a text; the first and the last name of each are left to what stands beside them."""
    names: dict[int, int] = {}
    opens = set()
    end = 0
    while match := ROLL.search(text, end + 2):  # two characters at least are the first name
        end = match.end()
        *between, _ = match["more"].split("、")
        if sum(map(_is_common, between)) < LEAST * len(between) or not bounds.never().isdisjoint(between):
            continue
        opens.add(match.start())
        start = match.start("more")
        for name in between:
            names[start] = start + len(name)
            start += len(name) + 1
    led: set[int] = set()
    for match in ROW.finditer(text):
        row = _row(match) if IS_LABEL.search(text, max(0, match.start() - 8), match.start() + 1) else []
        names.update(row)
        led.update(start for start, _ in row[:1])
    for match in BELOW.finditer(text):
        if IS_LABEL.search(text, max(0, match.start() - 8), match.start() + 1):
            for line in NAME_FIRST.finditer(text, *match.span("rows")):
                if _is_common("".join(line["name"].split())):
                    names[line.start("name")] = line.end("name")
                    led.add(line.start("name"))
    return Rolls(names, frozenset(opens), frozenset(led))


def _row(match: re.Match[str]) -> list[tuple[int, int]]:
    """Return where the names behind a label stand, if there are two and more and nothing else: 王某某 李 某 周某某."""
    start, found = match.start("row"), []
    text = match["row"].removesuffix("等")
    place = 0
    while place < len(text):
        stop = PART.search(text, place)
        end = stop.start() if stop else len(text)
        if end - place == 1 and stop and len(stop[0]) < 3 and stop[0].isspace():  # 李 某
            stop = PART.search(text, stop.end())
            end = stop.start() if stop else len(text)
        if end > place:
            found.append((start + place, start + end))
        place = stop.end() if stop else end
    names = ["".join(match.string[first:last].split()) for first, last in found]
    common = sum(map(_is_common, names))
    if len(found) < 2 or common < LEAST * len(found) or not bounds.never().isdisjoint(names):
        return []
    return found if all(2 <= len(name) <= 4 for name in names) else []


def _is_common(name: str) -> bool:
    return name[0] in bounds.single() and name[:2] not in bounds.no_names()
