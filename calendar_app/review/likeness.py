"""How alike two tellings are, and why: names, days, places, who held them and who took part. Pure; asks no database."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from functools import cached_property
from typing import Any

from calendar_app.review.names import (
    NEAR,
    core,
    disjoint,
    field_of,
    grams,
    in_one_wording,
    nearness,
    plain,
    regions,
    same_body,
    shortened,
)

Reason = tuple[str, dict[str, Any]]

NUMBERED = re.compile(r"第?(\d+)(届|次|期|批|场|轮|讲|季度|季|月份?|周年?|站|年级|组|片区|号线|号)")
YEAR = re.compile(r"(20\d\d)")
YEARLY = re.compile(r"20\d\d(?!年?\d+月)|届|周年")
# One council's 主任会议 and its full sitting are two meetings, whatever else their names share.
SITTING = re.compile(r"主任会议|主席会议|常务会议|党组(?!书记|成员)|办公会")
STAGE = re.compile(r"初赛|复赛|半决赛|决赛|开幕|闭幕|开班|结业|开营|闭营|开工|竣工|通车")
TOLD_APART = {"training", "milestone"}  # meeting, ceremony and activity are often told one for another
SOON = timedelta(21)  # what was announced for one day may be held on another as near as this
FAR_HOURS = 3  # a sitting put off by less may still be the same
LOCAL = {"街道", "镇", "乡"}  # what a district holds and what one of its streets holds are two
# Where one name says one of a line and another name another, they are two events.
OPPOSITES = [
    re.compile(words)
    for words in (
        r"男|女(?!职工|工)",
        r"初级|中级|高级",
        r"春季|夏季|秋季|冬季",
        r"幼儿园|(?<!中)小学|初中|高中|(?<!小)中学",
        r"(?:考试|测试|考核|报名|报到)$|培训(?=班?$)",
        r"线上|线下",
        r"全会|常委会|(?:财经|改革|法制|监察|审计|编制|外事|网信|规划)委员会",
        r"表彰|慰问|健步走|义诊|演出|招聘|演练|听证|植树|推介|比赛|签约|团拜|联谊|论坛|研讨",
        r"老年|老干部|少儿|亲子|青年|少年",
    )
]


@dataclass(frozen=True)
class Told:
    """What is compared of an event; `reported_on` is the day of the bulletin that tells of it."""

    name: str
    kind: str = "meeting"
    status: str = "held"
    starts_on: date | None = None
    ends_on: date | None = None
    previously_on: date | None = None
    starts_at: time | None = None
    day_part: str = ""
    location: str = ""
    organizers: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    reported_on: date | None = None

    @cached_property
    def plain_name(self) -> str:
        return in_one_wording(self.name)

    @cached_property
    def core(self) -> str:
        return core(self.plain_name)

    def core_without(self, known: frozenset[str]) -> str:
        """Leave out the bodies and places that the name begins with as well: 东港港务集团职代会 is 职代会."""
        name = self.plain_name
        for words in sorted(known, key=lambda words: (-len(words), words)):
            name = name.removeprefix(plain(words))
        return core(name) or self.core

    @property
    def is_moved(self) -> bool:
        return self.status in ("postponed", "cancelled") or self.previously_on is not None

    @property
    def is_yearly(self) -> bool:
        return bool(YEARLY.search(self.name))

    def could_be_called(self, name: str) -> bool:
        """Say quickly whether a name shares anything with this one, or is too general to tell."""
        other = core(in_one_wording(name))
        return not other or not self.core or len(set(self.core) & set(other)) >= min(len(other), len(self.core), 2)


@dataclass
class Likeness:
    """How alike two tellings are, 0 to 1, and the reasons, those against included."""

    score: float = 0.0
    reasons: list[Reason] = field(default_factory=list)

    def add(self, amount: float, reason: str, **of: Any) -> None:
        self.score = max(0.0, min(1.0, self.score + amount))
        self.reasons.append((reason, of))


def likeness(one: Told, other: Told) -> Likeness:
    """Compare two tellings; 0.57 and more is worth a reviewer's look."""
    like = Likeness()
    when = compare_days(one, other, like)
    if when == 0.0 or any(differ(one, other) for differ in (numbers_differ, regions_differ, sittings_differ, opposed)):
        return Likeness()
    names = compare_names(one, other, like)
    who = compare_who(one, other, like)
    where = compare_places(one, other, like)
    if names < NEAR and not (where > 0 and who > 0 and names >= 0):
        return Likeness()
    if names < 0.5 and who <= 0 and where <= 0:
        return Likeness()
    if when < 0.3 and names < 0.7:  # told of other days, so the name alone has to say that it is the same
        return Likeness()
    compare_hours(one, other, like)
    if one.kind != other.kind:
        apart = TOLD_APART & {one.kind, other.kind} or one.core[-1:] != other.core[-1:]  # 老干部通报会, 老干部体检
        like.add(-0.15 if apart else -0.02, "other-kind")
    return like


def compare_days(one: Told, other: Told, like: Likeness) -> float:
    """Add what the days tell and return it; 0 where they rule it out."""
    if not (one.starts_on and one.ends_on and other.starts_on and other.ends_on):
        return 0.0
    before = like.score
    if one.starts_on == other.starts_on:
        like.add(0.35, "same-day", day=one.starts_on.isoformat())
        announced_first(one, other, like)
    elif one.starts_on <= other.ends_on and other.starts_on <= one.ends_on:
        like.add(0.3, "overlap")
    elif one.is_moved or other.is_moved:
        moved(one, other, like)
    else:
        held_otherwise(one, other, like)
    return like.score - before


def announced_first(one: Told, other: Told, like: Likeness) -> None:
    early, late = sorted((one, other), key=lambda told: told.reported_on or date.max)
    if early.status == "scheduled" and late.status == "held" and early.reported_on and late.reported_on:
        days = {"announced": early.reported_on.isoformat(), "reported": late.reported_on.isoformat()}
        like.add(0.05, "announced", **days)


def moved(one: Told, other: Told, like: Likeness) -> None:
    for here, there in ((one, other), (other, one)):
        if here.previously_on and here.previously_on == there.starts_on:
            like.add(0.3, "moved", old=str(there.starts_on), new=str(here.starts_on))
            return
    if "cancelled" in (one.status, other.status):
        return  # a cancelled event of another day is another event
    postponed, kept = (one, other) if one.status == "postponed" else (other, one)
    if postponed.previously_on is None and kept.status in ("scheduled", "held"):
        old, new = sorted((str(postponed.starts_on), str(kept.starts_on)))
        like.add(0.25, "moved", old=old, new=new)


def held_otherwise(one: Told, other: Told, like: Likeness) -> None:
    """An event that comes once a year was announced for one day and reported of another soon after it."""
    planned, held = (one, other) if one.status == "scheduled" else (other, one)
    if (planned.status, held.status) != ("scheduled", "held") or not (one.is_yearly or other.is_yearly):
        return
    if planned.starts_on and held.starts_on and abs(planned.starts_on - held.starts_on) <= SOON:
        like.add(0.25, "moved", old=str(planned.starts_on), new=str(held.starts_on))


def compare_names(one: Told, other: Told, like: Likeness) -> float:
    """Add what the names tell and return how alike they are, 0 to 1; -1 where they speak of different things."""
    if one.plain_name == other.plain_name:
        like.add(0.35 if one.core else 0.2, "same-name")
        return 1.0 if one.core else 0.5
    if not one.core or not other.core:  # too general to tell: 座谈会
        return 0.3 if grams(one.plain_name) & grams(other.plain_name) else 0.0
    known = one.organizers | other.organizers | {one.location, other.location}
    near = max(nearness(one.core, other.core), nearness(one.core_without(known), other.core_without(known)))
    if near >= NEAR:
        like.add(0.35 * near, "near-name", one=one.name, other=other.name)
    return near


def compare_who(one: Told, other: Told, like: Likeness) -> float:
    before = like.score
    if same := sorted(shared_organizers(one, other)):
        like.add(0.15, "same-organizer", name="、".join(same))
    elif one.organizers and other.organizers:
        like.add(-0.3, "other-organizer")
    people = sorted(one.people & other.people)
    if people:
        share = len(people) / min(len(one.people), len(other.people))
        like.add(0.1 + 0.15 * share, "same-people", names="、".join(people[:3]))
    elif one.people and other.people:
        like.add(-0.15, "other-people")
    return like.score - before


def shared_organizers(one: Told, other: Told) -> set[str]:
    """Find who holds both; a telling that names no organizer may have it in its name: 柳荫街道长者食堂揭牌仪式."""
    same = {name for name in one.organizers if any(same_body(name, each) for each in other.organizers)}
    for here, there in ((one, other), (other, one)):
        if not there.organizers:
            same |= {
                name for name in here.organizers if len(field_of(name)) >= 3 and field_of(name) in there.plain_name
            }
    return same


def compare_places(one: Told, other: Told, like: Likeness) -> float:
    a, b = plain(one.location), plain(other.location)
    if not a or not b:
        return 0.0
    both = len(grams(a) & grams(b))
    alike = a in b or b in a or shortened(a, b) or both >= 0.6 * min(len(grams(a)), len(grams(b)))
    if alike and not disjoint(regions(one.location), regions(other.location)):
        like.add(0.15, "same-place", place=one.location)
        return 0.15
    like.add(-0.3, "other-place")
    return -0.3


def compare_hours(one: Told, other: Told, like: Likeness) -> None:
    if one.starts_on != other.starts_on:
        return
    if one.starts_at and other.starts_at and one.starts_at != other.starts_at:
        hours = abs(one.starts_at.hour - other.starts_at.hour)
        like.add(-0.5 if hours >= FAR_HOURS else -0.35, "other-time")
    elif one.day_part and other.day_part and one.day_part != other.day_part:
        like.add(-0.35, "other-time")


def numbers_differ(one: Told, other: Told) -> bool:
    """第39批 and 第40批 are two events; so are 2023年度 and 2024年度, but not 第八届 and 第八次."""
    years = [set(YEAR.findall(each.name)) for each in (one, other)]
    numbers = [numbered(each.plain_name) for each in (one, other)]
    return (all(years) and not years[0] & years[1]) or disjoint(*numbers)


def numbered(name: str) -> dict[str, set[str]]:
    """Gather the numbers of a name by what they count."""
    found: dict[str, set[str]] = {}
    for number, unit in NUMBERED.findall(name):
        found.setdefault(unit, set()).add(number)
    return found


def sittings_differ(one: Told, other: Told) -> bool:
    """A council's sittings differ where either name tells which; stages of one thing where both do."""
    stages = [set(STAGE.findall(each.name)) for each in (one, other)]
    if all(stages) and not stages[0] & stages[1]:
        return True
    return set(SITTING.findall(one.plain_name)) != set(SITTING.findall(other.plain_name))


def opposed(one: Told, other: Told) -> bool:
    """男子篮球赛 and 女子篮球赛 are two events, as are a training and the examination it leads to."""
    said = ([set(words.findall(each.plain_name)) for each in (one, other)] for words in OPPOSITES)
    return any(mine and others and not mine & others for mine, others in said)


def regions_differ(one: Told, other: Told) -> bool:
    """东江区 and 西岭区 each hold their own."""
    if disjoint(*(regions(each.name, *each.organizers) for each in (one, other))):
        return True
    levels = [regions(each.name).keys() & (LOCAL | {"区", "县", "市"}) for each in (one, other)]
    return all(levels) and bool(levels[0] & LOCAL) != bool(levels[1] & LOCAL)
