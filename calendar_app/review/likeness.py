"""How alike two tellings are, and why: names, days, places, who held them and who took part. Pure; asks no database."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, time
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any

Reason = tuple[str, dict[str, Any]]

# Words that many names share and that tell no event from another.
COMMON = re.compile(
    r"(?:第[一二三四五六七八九十百\d]+[届次期批场轮讲]|[一二三四五六七八九十百\d]+[届次]|20\d\d年?度?|上半年|下半年|全[区市县校院省国]|本[区市县校]|工作|会议|大会|座谈会|"
    r"部署会?|推进会?|动员会?|总结会?|交流会?|研讨会?|报告会|讨论会|协调会?|通报会?|对接会?|情况|建设|专题|主题|活动|仪式|典礼|培训班|研修班|培训会?|讲座|论坛|发布会|"
    r"启动|开班式?|开幕式?|闭幕式?|结业式?|举行|召开|举办|学习|会$|班$)"
)
QUOTES = re.compile(r"[“”\"'‘’《》〈〉「」（）()\[\]【】·•\-—－\s、，,：:！!。]")
NUMBERED = re.compile(r"第?([一二三四五六七八九十百\d]+)(届|次|期|批|场|轮|讲|季度|季|月份?|周年?|站|年级|组|片区)")
YEAR = re.compile(r"(20\d\d)")
# One council's 主任会议 and its full sitting are two meetings, whatever else their names share.
SITTING = re.compile(r"主任会议|主席会议|常务会议|党组|办公会")
STAGE = re.compile(r"初赛|复赛|半决赛|决赛|开幕|闭幕|开班|结业|开营|闭营|开工|竣工|通车")
BODY = re.compile(r"^[区市县](?!场)|(?:委员会|办公室|管理局|局|委|办)$")
REGION = re.compile(r"[区市县]?([\u4e00-\u9fff]{2,3}?)(区|县|市|镇|街道|乡|省|大学|学院|集团|公司)")
FAR_HOURS = 3  # a sitting put off by less may still be the same
LOCAL = {"街道", "镇", "乡"}  # what a district holds and what one of its streets holds are two
DIGITS = str.maketrans("一二三四五六七八九", "123456789")


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
        return plain(self.name)

    @cached_property
    def core(self) -> str:
        return core(self.plain_name)

    @cached_property
    def grams(self) -> frozenset[str]:
        return grams(self.core or self.plain_name)

    @property
    def is_moved(self) -> bool:
        return self.status in ("postponed", "cancelled") or self.previously_on is not None

    def could_be_called(self, name: str) -> bool:
        """Say quickly whether a name shares anything with this one, or is too general to tell."""
        other = core(plain(name))
        return not other or not self.core or bool(self.grams & grams(other)) or shortened(self.core, other)


@dataclass
class Likeness:
    """How alike two tellings are, 0 to 1, and the reasons, those against included."""

    score: float = 0.0
    reasons: list[Reason] = field(default_factory=list)

    def add(self, amount: float, reason: str, **of: Any) -> None:
        self.score = max(0.0, min(1.0, self.score + amount))
        self.reasons.append((reason, of))


def likeness(one: Told, other: Told) -> Likeness:
    """Compare two tellings; 0.6 and more is worth a reviewer's look."""
    like = Likeness()
    when = compare_days(one, other, like)
    if when == 0.0 or numbers_differ(one, other) or regions_differ(one, other) or sittings_differ(one, other):
        return Likeness()
    names = compare_names(one, other, like)
    who = compare_who(one, other, like)
    where = compare_places(one, other, like)
    if names < 0.35 and not (where > 0 and who > 0 and names >= 0):
        return Likeness()
    if names < 0.5 and who <= 0 and where <= 0:
        return Likeness()
    if when < 0.3 and names < 0.7:  # told of other days, so the name alone has to say that it is the same
        return Likeness()
    compare_hours(one, other, like)
    if one.kind != other.kind:
        like.add(-0.1, "other-kind")
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


def compare_names(one: Told, other: Told, like: Likeness) -> float:
    """Add what the names tell and return how alike they are, 0 to 1; -1 where they speak of different things."""
    if one.plain_name == other.plain_name:
        like.add(0.35 if one.core else 0.2, "same-name")
        return 1.0 if one.core else 0.5
    near = nearness(one, other)
    if near >= 0.35:
        like.add(0.35 * near, "near-name", one=one.name, other=other.name)
    return near


def nearness(one: Told, other: Told) -> float:
    """Compare the telling parts of two names, what all names share left out."""
    if not one.core or not other.core:
        shared = len(grams(one.plain_name) & grams(other.plain_name))
        return 0.3 if shared else 0.0
    shorter, longer = sorted((one.core, other.core), key=len)
    if shorter in longer:
        return 1.0 if shorter == longer else 0.9 if len(shorter) >= 3 else 0.7
    both = len(one.grams & other.grams)
    dice = 2 * both / (len(one.grams) + len(other.grams))
    contained = both / min(len(one.grams), len(other.grams))
    near = max(dice, 0.85 * contained) * (1 - exchanged(shorter, longer))
    return max(near, 0.6 if shortened(shorter, longer) else 0.0) or -1.0


def exchanged(one: str, other: str) -> float:
    """Return the share of the shorter name that the longer puts otherwise: 退休干部通报, 党外人士通报."""
    steps = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    replaced = sum(min(b - a, d - c) for what, a, b, c, d in steps if what == "replace")
    return replaced / min(len(one), len(other))


def shortened(one: str, other: str) -> bool:
    """Say whether one is the other with characters left out, as 旧改 is 旧区改造."""
    shorter, longer = sorted((one, other), key=len)
    rest = iter(longer)
    return len(shorter) >= 2 and shorter[0] == longer[0] and all(character in rest for character in shorter)


def compare_who(one: Told, other: Told, like: Likeness) -> float:
    before = like.score
    if same := sorted(shared_organizers(one, other)):
        like.add(0.15, "same-organizer", name="、".join(same))
    elif one.organizers and other.organizers:
        like.add(-0.2, "other-organizer")
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


def field_of(body: str) -> str:
    """Leave of a body what it is for: of 区市场监管局 that is 市场监管."""
    return BODY.sub("", body)


def same_body(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= 3 and (longer.startswith(shorter) or longer.endswith(shorter))


def compare_places(one: Told, other: Told, like: Likeness) -> float:
    a, b = plain(one.location), plain(other.location)
    if not a or not b:
        return 0.0
    alike = a in b or b in a or len(grams(a) & grams(b)) >= 0.6 * min(len(grams(a)), len(grams(b)))
    if alike and not disjoint(regions(one.location), regions(other.location)):
        like.add(0.15, "same-place", place=one.location)
        return 0.15
    like.add(-0.2, "other-place")
    return -0.2


def compare_hours(one: Told, other: Told, like: Likeness) -> None:
    if one.starts_on != other.starts_on:
        return
    if one.starts_at and other.starts_at and one.starts_at != other.starts_at:
        hours = abs(one.starts_at.hour - other.starts_at.hour)
        like.add(-0.5 if hours >= FAR_HOURS else -0.35, "other-time")
    elif one.day_part and other.day_part and one.day_part != other.day_part:
        like.add(-0.35, "other-time")


def numbers_differ(one: Told, other: Told) -> bool:
    """第39批 and 第40批 are two events; so are 2023年度 and 2024年度."""
    for pattern in (NUMBERED, YEAR):
        mine, others = (set(pattern.findall(counted(each.name))) for each in (one, other))
        if mine and others and not mine & others:
            return True
    return False


def counted(name: str) -> str:
    return unicodedata.normalize("NFKC", name).translate(DIGITS)


def sittings_differ(one: Told, other: Told) -> bool:
    """A council's sittings differ where either name tells which; stages of one thing where both do."""
    stages = [set(STAGE.findall(each.name)) for each in (one, other)]
    if all(stages) and not stages[0] & stages[1]:
        return True
    return set(SITTING.findall(one.plain_name)) != set(SITTING.findall(other.plain_name))


def regions_differ(one: Told, other: Told) -> bool:
    """东江区 and 西岭区 each hold their own."""
    if disjoint(*(regions(each.name, *each.organizers) for each in (one, other))):
        return True
    levels = [regions(each.name).keys() & (LOCAL | {"区", "县", "市"}) for each in (one, other)]
    return all(levels) and bool(levels[0] & LOCAL) != bool(levels[1] & LOCAL)


def disjoint(mine: dict[str, set[str]], others: dict[str, set[str]]) -> bool:
    return any(not mine[level] & others[level] for level in mine.keys() & others.keys())


def regions(*texts: str) -> dict[str, set[str]]:
    """Gather the regions that texts begin with, by level: 东江区会议中心 is in a 区 called 东江."""
    found: dict[str, set[str]] = {}
    for text in texts:
        if first := REGION.match(plain(text)):
            found.setdefault(first[2], set()).add(first[1])
    return found


def plain(name: str) -> str:
    return QUOTES.sub("", unicodedata.normalize("NFKC", name))


def core(name: str) -> str:
    """Leave of a name what tells it from others: of 东江区防汛工作部署会 that is 防汛."""
    return COMMON.sub("", REGION.sub("", name, count=1) if REGION.match(name) else name)


def grams(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 2] for i in range(len(text) - 1)) or frozenset({text} if text else ())
