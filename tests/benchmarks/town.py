"""A made-up city's calendar of any size, written straight into the tables: events with all that pages tell of them.

It is skewed as real ones are: one body has a fifth of all events, one person a twentieth, one month three hundredths.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from calendar_app import models as tables
from calendar_app.publishing.search import indexing
from tests.benchmarks.storing import store

FAMILIES = (
    "林何万陈周吴郑沈韩杨朱秦许吕施张孔曹严华金魏陶姜谢邹喻柏章云苏潘葛范彭鲁韦马苗凤方俞任袁柳史唐费岑薛雷贺倪汤"
)
GIVEN = "清远明芳书文海云建国志强丽华晓东春梅永康思齐雨泽子涵嘉宁一帆若水立新德厚景行知行怀瑾"
AREAS = ["东江区", "西湖镇", "南山街道", "北桥街道", "青石镇", "临江区", "白塔街道", "云岭镇", "海宁区", "长河街道"]
BODIES = [
    "教育局",
    "卫生健康委员会",
    "发展和改革委员会",
    "文化和旅游局",
    "民政局",
    "应急管理局",
    "市场监督管理局",
    "税务局",
]
MATTERS = [
    "数字政府建设", "安全生产", "营商环境", "乡村振兴", "招生考试", "垃圾分类", "社区养老", "防汛防台", "科技创新",
    "青年人才", "基层治理", "文明城区", "河湖保护", "统计调查", "食品安全", "旧城更新", "校外培训", "医疗保障",
    "志愿服务", "档案管理",
]  # fmt: skip
SHAPES = [
    ("meeting", "专题工作会议"), ("meeting", "推进会"), ("training", "业务培训班"), ("training", "专题讲座"),
    ("ceremony", "启动仪式"), ("ceremony", "颁证典礼"), ("activity", "主题宣传活动"), ("milestone", "申报截止"),
]  # fmt: skip
VENUES = ["会议中心", "文化馆", "图书馆报告厅", "党校礼堂", "行政服务中心", "体育馆"]
POSTS = ["区委副书记、区长", "局长", "副局长", "教授", "街道党工委书记", "科长", "镇长", "高级工程师"]
SPEAKING = ["chair", "speaker", "lecturer", "attendee"]
ARTICLES = 7  # to a bulletin
YEARS = 15
AHEAD = 90  # days


@dataclass
class Town:
    """How many there are of each, and what is in store for every table: rows of its columns by name."""

    count: int
    today: date
    dice: random.Random = field(default_factory=lambda: random.Random(1))

    @property
    def people(self) -> int:
        return max(self.count // 20, 10)

    @property
    def bodies(self) -> int:
        return max(self.count // 60, 10)

    @property
    def places(self) -> int:
        return max(self.count // 120, 6)

    @property
    def series(self) -> int:
        return max(self.count // 300, 3)

    @property
    def month(self) -> date:
        """The first of the busiest month."""
        return date(self.today.year - 1, 7, 1)

    def some(self, most: int, first: int = 1) -> int:
        """Draw a number from the first to the most, low ones more often."""
        return first + int((most + 1 - first) * self.dice.random() ** 2)

    def day(self, number: int) -> date:
        if number % 100 < 3:
            return self.month + timedelta(self.dice.randrange(31))
        return self.today + timedelta(self.dice.randrange(-365 * YEARS, AHEAD))


def build(count: int) -> None:
    """Fill an empty database with so many public events, and as many hundredths of drafts as a desk has."""
    with transaction.atomic():
        fill(Town(count, timezone.localdate()))
    indexing.write(tables.Event.objects.all())


def fill(town: Town) -> None:
    store(tables.Organization, named(town, town.bodies, body))
    store(tables.Person, named(town, town.people, person))
    store(tables.Place, named(town, town.places, place))
    store(tables.Series, named(town, town.series, series))
    events = list(happenings(town))
    store(tables.Bulletin, bulletins(events))
    store(tables.Article, articles(events))
    store(tables.Event, (each.row for each in events))
    store(tables.EventSource, ({"event": each.pk, "article": each.pk, "primary": True} for each in events))
    store(tables.SeriesMembership, members(town, events))
    store(tables.Session, (session for each in events for session in sessions(each)))
    store(tables.Participation, (row for each in events for row in each.participants))
    store(tables.Fact, (fact for each in events for fact in facts(each)))
    store(tables.CorrectionRequest, corrections(events))


@dataclass
class Happening:
    """An event's row, the article that tells of it, and where in its bulletin that stands."""

    row: dict[str, Any]
    participants: list[dict[str, Any]]
    text: str
    start: int = 0

    @property
    def pk(self) -> int:
        return int(self.row["pk"])

    @property
    def bulletin(self) -> int:
        return (self.pk - 1) // ARTICLES + 1


def named(town: Town, count: int, make: Any) -> Iterator[dict[str, Any]]:
    for number in range(1, count + 1):
        yield {"pk": number, **make(number)}


def person(number: int) -> dict[str, Any]:
    family, given = FAMILIES[number % len(FAMILIES)], number // len(FAMILIES)
    name = family + GIVEN[given % len(GIVEN)] + GIVEN[given // len(GIVEN) % len(GIVEN)]
    return {"name": name, "slug": f"person-{number}", "disambiguation": str(number)}


def body(number: int) -> dict[str, Any]:
    name = AREAS[number % len(AREAS)] + BODIES[number // len(AREAS) % len(BODIES)]
    parent = None if number <= len(AREAS) else number % len(AREAS) + 1
    return {"name": f"{name}第{number}科", "slug": f"body-{number}", "parent": parent, "level": "district"}


def place(number: int) -> dict[str, Any]:
    name = f"{AREAS[number % len(AREAS)]}{number}号{VENUES[number % len(VENUES)]}"
    return {"name": name, "slug": f"place-{number}", "address": f"清河路{number}号"}


def series(number: int) -> dict[str, Any]:
    return {"name": f"{MATTERS[number % len(MATTERS)]}讲堂{number}", "slug": f"series-{number}"}


def happenings(town: Town) -> Iterator[Happening]:
    start = bulletin = 0
    for number in range(1, town.count + town.count // 50 + 1):
        each = happening(town, number)
        start = start if each.bulletin == bulletin else 0
        bulletin, each.start = each.bulletin, start
        start += len(each.text) + 1
        yield each


def happening(town: Town, number: int) -> Happening:
    kind, shape = SHAPES[town.some(len(SHAPES)) - 1]
    day, lasts = town.day(number), town.dice.randrange(1, 6) if number % 10 == 0 else 0
    vague, at = number % 90 == 0, place(town.some(town.places))
    holders = [1] if number % 5 == 0 else [town.some(town.bodies, 2)]
    persons = [1] if number % 20 == 0 else []
    persons += [town.some(town.people, 2) for _ in range(2)]
    name = f"{body(holders[0])['name'][:3]}{town.dice.choice(MATTERS)}{shape}（第{number}期）"
    moment = timezone.now() - timedelta(minutes=number % 500_000)
    is_public = number <= town.count
    row = {
        "pk": number, "uid": f"event-{number}", "kind": kind, "name": name,
        "summary": f"会议听取了{town.dice.choice(MATTERS)}情况汇报，部署下一阶段重点工作，要求加强统筹。",
        "starts_on": day.replace(day=1) if vague else day, "ends_on": day + timedelta(lasts),
        "day_part": "" if vague or number % 3 else "morning",
        "precision": "month" if vague else "day" if number % 3 else "day_part",
        "location": at["name"], "place": int(at["slug"].split("-")[1]),
        "attendance_mode": town.dice.choice(["", "", "offline", "online"]),
        "status": "scheduled" if day > town.today else "cancelled" if number % 97 == 0 else "held",
        "review_state": "approved" if is_public else "draft", "published_at": moment if is_public else None,
        "created_at": moment, "changed_at": moment,
    }  # fmt: skip
    participants = [
        {"type": "organization", "name": body(each)["name"], "organization": each, "roles": "organizer", "post": ""}
        for each in holders
    ] + [
        {
            "type": "person", "name": person(each)["name"], "person": each, "roles": SPEAKING[(order + number) % 4],
            "post": POSTS[(each + number // 40_000) % len(POSTS)],
        }
        for order, each in enumerate(dict.fromkeys(persons))
    ]  # fmt: skip
    for order, each in enumerate(participants):
        each |= {"pk": number * 4 + order, "event": number, "order": order, "roles": f" {each['roles']} "}
    told = "，".join(f"{each['post']}{each['name']}" for each in participants)
    return Happening(row, participants, f"{day.month}月{day.day}日，{told}在{at['name']}参加{name}。{row['summary']}")


def bulletins(events: Iterable[Happening]) -> Iterator[dict[str, Any]]:
    texts: dict[int, list[Happening]] = {}
    for each in events:
        texts.setdefault(each.bulletin, []).append(each)
    for number, parts in texts.items():
        text = "\n".join(each.text for each in parts)
        day = max(each.row["ends_on"] for each in parts[:1])
        sha256 = hashlib.sha256(f"{number} {text}".encode()).hexdigest()
        yield {
            "pk": number, "text": text, "sha256": sha256, "title": f"东江区政务简报第{number}期", "published_on": day,
            "published_on_basis": "given",
        }  # fmt: skip


def articles(events: Iterable[Happening]) -> Iterator[dict[str, Any]]:
    for each in events:
        yield {
            "pk": each.pk, "bulletin": each.bulletin, "order": each.pk, "headline": each.row["name"],
            "source": "区府办", "start": each.start, "end": each.start + len(each.text),
        }  # fmt: skip


def members(town: Town, events: Iterable[Happening]) -> Iterator[dict[str, Any]]:
    for each in events:
        if each.pk % 8 == 0:
            yield {"series": town.some(town.series), "event": each.pk, "ordinal": each.pk // 8}


def sessions(each: Happening) -> Iterator[dict[str, Any]]:
    if each.row["kind"] == "training":
        for order in range(3):
            yield {
                "uid": f"session-{each.pk}-{order}", "event": each.pk, "order": order, "name": f"第{order + 1}讲：案例",
                "starts_on": each.row["starts_on"], "day_part": "morning",
            }  # fmt: skip


def facts(each: Happening) -> Iterator[dict[str, Any]]:
    """Yield the facts of the event and of its participants, each with the words it stands in."""
    own: list[tuple[str, Any, str]] = [
        ("name", each.row["name"], each.row["name"]), ("kind", each.row["kind"], each.row["name"]),
        ("starts_on", str(each.row["starts_on"]), each.text.split("，")[0]),
        ("location", each.row["location"], each.row["location"]),
    ]  # fmt: skip
    for name, value, words in own:
        yield fact(each, name, value, words)
    for who in each.participants:
        yield fact(each, "name", who["name"], who["name"]) | {"participation": who["pk"]}


def fact(each: Happening, name: str, value: Any, words: str) -> dict[str, Any]:
    start = each.start + each.text.index(words)
    return {
        "event": each.pk, "field": name, "value": json.dumps(value, ensure_ascii=False), "bulletin": each.bulletin,
        "spans": json.dumps([[start, start + len(words)]]), "rule": "benchmark", "confidence": 0.9,
    }  # fmt: skip


def corrections(events: list[Happening]) -> Iterator[dict[str, Any]]:
    for each in events[::100]:
        yield {
            "event": each.pk, "text": "日期有误", "decision": "accepted", "outcome": "已更正",
            "decided_at": timezone.now(),
        }  # fmt: skip
