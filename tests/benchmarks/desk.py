"""How quickly the desk answers among many events: proposals, every list and form; exits 1 above a target.

    python -m tests.benchmarks.desk [--events 50000] [--only proposals pages]

Medians of processor time in milliseconds, in process, on a SQLite database of its own in a temporary folder: SQLite
works within the process, so that is what a machine with nothing else to do takes; beside it what the clock said.
Queries are counted on a small base first and may not be more on the full one.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from tests.benchmarks.databases import base
from tests.benchmarks.feeds.figures import Figure, say

FIRST_DAY = date(2015, 1, 1)
DAYS = 4000
PEOPLE, BODIES, PLACES, SERIES = 5000, 500, 300, 1000
SMALL = 200  # events; more than fill a page of a list
PROPOSAL_MS, PAGE_MS = 50, 300
SUBJECTS = (
    "防汛",
    "消防安全",
    "垃圾分类",
    "数字政府建设",
    "社区治理",
    "营商环境",
    "青年人才",
    "就业援助",
    "河道整治",
    "旧区改造",
)
FORMS = (
    ("meeting", "工作推进会"),
    ("training", "专题培训班"),
    ("ceremony", "启动仪式"),
    ("activity", "宣传活动"),
    ("meeting", "座谈会"),
)
REGIONS = ("东江区", "柳荫街道", "枫桥路街道", "月港镇", "区水务局", "区教育局", "区司法局", "")


def fill(first: int, count: int) -> None:
    """Store events with bulletins, facts, programme and eight participations each, some in doubt, some doubles."""
    from django.utils import timezone

    from calendar_app import models as m

    words = "东江区召开工作推进会，区长林清远出席并讲话，副区长周明主持会议。" * 40
    moment = timezone.now()
    numbers = range(first, first + count)
    bulletins = m.Bulletin.objects.bulk_create(
        m.Bulletin(
            text=f"{number}期\n{words}", sha256=hashlib.sha256(f"{number}".encode()).hexdigest(),
            title=f"第{number}期情况通报", published_on=day(number), published_on_basis="given",
        )
        for number in numbers[::20]
    )  # fmt: skip
    runs = m.Extraction.objects.bulk_create(m.Extraction(bulletin=one, version="1", seconds=0.1) for one in bulletins)
    articles = m.Article.objects.bulk_create(
        m.Article(bulletin=bulletins[index // 20], order=index % 20, headline=named(number), start=0, end=900)
        for index, number in enumerate(numbers)
    )
    events = m.Event.objects.bulk_create(
        m.Event(
            name=named(number), kind=FORMS[number % 5][0], starts_on=day(number), ends_on=day(number), precision="day",
            place_id=number % PLACES + 1, location=f"第{number % PLACES}会议中心",
            **({"review_state": "draft"} if number % 10 == 0 else {"review_state": "approved", "published_at": moment}),
        )
        for number in numbers
    )  # fmt: skip
    pairs = list(zip(events, articles, strict=True))
    m.EventSource.objects.bulk_create(m.EventSource(event=event, article=one, primary=True) for event, one in pairs)
    m.Session.objects.bulk_create(
        m.Session(event=event, order=0, name="专题报告", starts_on=event.starts_on) for event in events
    )
    m.SeriesMembership.objects.bulk_create(
        m.SeriesMembership(event=event, series_id=event.pk % SERIES + 1) for event in events
    )
    m.Participation.objects.bulk_create(
        (taking_part(event, order) for event in events for order in range(8)), batch_size=5000
    )
    m.Fact.objects.bulk_create(
        m.Fact(
            event=event, field=field, value=str(getattr(event, field)), bulletin=one.bulletin, spans=[[8, 20]],
            rule=f"{field}-{event.pk % 30}", confidence=0.6 if event.pk % 7 == 0 else 0.95,
        )
        for event, one in pairs for field in ("name", "starts_on", "location")
    )  # fmt: skip
    m.Change.objects.bulk_create(m.Change(event=event, sequence=1, after={"status": "held"}) for event in events)
    some, others = events[::50], events[1::50]
    m.DuplicateCandidate.objects.bulk_create(
        m.DuplicateCandidate(first=one, second=other, score=0.8) for one, other in zip(some, others, strict=True)
    )
    m.CorrectionRequest.objects.bulk_create(m.CorrectionRequest(event=event, text="日期有误") for event in some)
    m.Difference.objects.bulk_create(
        m.Difference(event=event, field="location", kept="", value="礼堂", extraction=runs[0]) for event in some
    )
    m.EventRelation.objects.bulk_create(
        m.EventRelation(from_event=one, to_event=other, type="follows") for one, other in zip(some, others, strict=True)
    )


def found() -> None:
    """Store whom and what all the events have in common."""
    from calendar_app import models as m

    m.Person.objects.bulk_create(m.Person(name=person(number), slug=f"p{number}") for number in range(PEOPLE))
    m.Organization.objects.bulk_create(
        m.Organization(name=f"东江区第{number}局", slug=f"o{number}", level="district") for number in range(BODIES)
    )
    m.Place.objects.bulk_create(m.Place(name=f"第{number}会议中心", slug=f"l{number}") for number in range(PLACES))
    m.Series.objects.bulk_create(m.Series(name=f"系列{number}", slug=f"s{number}") for number in range(SERIES))
    m.Feed.objects.bulk_create(
        m.Feed(name=f"问题{number}", slug=f"f{number}", query="kind=meeting") for number in range(60)
    )


def day(number: int) -> date:
    return FIRST_DAY + timedelta(once(number) * 7 % DAYS)


def once(number: int) -> int:
    """Let one event in fifty be told again by the next."""
    return number - 1 if number % 50 == 1 else number


def named(number: int) -> str:
    number = once(number)
    return f"{REGIONS[number // 7 % 8]}{SUBJECTS[number // 3 % 10]}{FORMS[number % 5][1]}"


def person(number: int) -> str:
    return "赵钱孙李周吴郑王冯陈"[number % 10] + chr(0x4E00 + number // 10 % 500) + chr(0x5200 + number % 97)


def taking_part(event: Any, order: int) -> Any:
    from calendar_app.models import Participation

    number = (event.pk * 8 + order * 613) % PEOPLE
    if order == 0:
        body = event.pk % BODIES
        name = f"东江区第{body}局"
        one = Participation(event=event, order=0, type="organization", roles=["organizer"], name=name)
        one.organization_id = body + 1
        return one
    one = Participation(event=event, order=order, type="person", roles=["attendee"], name=person(number), post="主任")
    one.person_id = number + 1
    return one


def milliseconds(work: Callable[[], Any], times: int) -> tuple[float, float]:
    """Return the median of processor time, and that of the clock."""
    taken = []
    for _ in range(times):
        busy, clock = time.thread_time(), time.perf_counter()
        work()
        taken.append((time.thread_time() - busy, time.perf_counter() - clock))
    busy, clock = (statistics.median(each) * 1000 for each in zip(*taken, strict=True))
    return busy, clock


def proposals(count: int) -> Iterator[Figure]:
    """Ask for the proposals of events all over the calendar."""
    from calendar_app.models import Event
    from calendar_app.review.matching import propose

    asked = iter(Event.objects.order_by("pk")[:: max(1, count // 200)])
    found: list[int] = []
    busy, clock = milliseconds(lambda: found.append(len(propose(next(asked)))), 200)
    told = f"ms, {clock:.0f} by the clock: proposals for an event among {count:,} ({sum(found)} for 200)"
    yield Figure(told, busy, PROPOSAL_MS, at_most=True)


def addresses() -> dict[str, str]:
    """Name every list, plain and searched, and the form, or page of ours, of a row in the middle of each table."""
    from django.apps import apps
    from django.contrib import admin

    named: dict[str, str] = {}
    for model in apps.get_app_config("calendar_app").get_models():
        if model not in admin.site._registry:
            continue
        name = model.__name__.lower()
        row = model._default_manager.order_by("pk")[model._default_manager.count() // 2]
        base = f"/admin/calendar_app/{name}/"
        named |= {f"{name} list": base, f"{name} form": f"{base}{row.pk}/change/"}
        if admin.site._registry[model].search_fields:
            named[f"{name} searched"] = f"{base}?q=推进"
    some = "/admin/calendar_app/event/"
    named |= {"event desk": f"{some}{middle_event()}/desk/", "drafts": f"{some}?review_state__exact=draft"}
    named |= {"drafts in doubt": f"{some}?doubts=yes", "bulletin add": "/admin/calendar_app/bulletin/add/"}
    named["link"] = f"/admin/calendar_app/participation/{middle_event() * 8 - 4}/link/"
    return named | {"event add": f"{some}add/", "index": "/admin/"}


def middle_event() -> int:
    from calendar_app.models import Event

    return Event.objects.order_by("pk").values_list("pk", flat=True)[Event.objects.count() // 2]


def queries(client: Any) -> dict[str, int]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counted = {}
    for name, address in addresses().items():
        client.get(address)  # content types are looked up once for all
        with CaptureQueriesContext(connection) as seen:
            answer = client.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        counted[name] = len(seen)
    return counted


def pages(client: Any, few: dict[str, int], count: int) -> Iterator[Figure]:
    many = queries(client)
    for name, address in addresses().items():
        busy, clock = milliseconds(lambda: client.get(address), 7)  # noqa: B023 - run at once
        told = f"ms, {clock:.0f} by the clock: {name} among {count:,} ({many[name]} queries)"
        yield Figure(told, busy, PAGE_MS, at_most=True)
    growth = max(many[name] - few[name] for name in few)
    yield Figure("queries more than on a small base, at most, of all these pages", growth, 0, at_most=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=50_000, help="with eight participations each")
    parser.add_argument("--only", nargs="+", default=["proposals", "pages"], choices=["proposals", "pages"])
    asked = parser.parse_args()
    figures: list[Figure] = []
    with base(""):
        from django.contrib.auth.models import User
        from django.db import connection
        from django.test import Client

        client = Client()
        found()
        fill(0, SMALL)
        client.force_login(User.objects.create_superuser("lin"))
        few = queries(client) if "pages" in asked.only else {}
        for first in range(SMALL, asked.events, 5000):
            fill(first, min(5000, asked.events - first))
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        parts = {"proposals": lambda: proposals(asked.events), "pages": lambda: pages(client, few, asked.events)}
        for figure in itertools.chain(*(parts[part]() for part in asked.only)):
            say(str(figure))
            figures.append(figure)
    return 0 if all(figure.is_met for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
