"""Bases to measure in: a thousand public events told in full, and any number of copies made by the database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from django.db import connection
from django.utils import timezone

from calendar_app.models import Event, FeedVersion, Participation
from calendar_app.publishing import joining

YEAR = 2024
PEOPLE = [
    ("林清远", "区委副书记、区长", "chair"),
    ("何明", "区委常委、组织部部长", "speaker"),
    ("万芳", "教授", "lecturer"),
]
SUMMARY = "会议听取了有关情况汇报，部署下一阶段重点工作；要求各单位加强统筹，按期完成。" * 2
MOVED = {"sqlite": "date({}, '+' || number || ' days')", "postgresql": "{} + number"}


def fill(
    count: int, day: Callable[[int], date] = lambda number: date(YEAR, 1, 1) + timedelta(days=number % 365)
) -> None:
    """Store public events in place of those there are, with three participants each."""
    Event.objects.all().delete()
    FeedVersion.objects.all().delete()
    events = Event.objects.bulk_create(
        Event(
            kind="training", name=f"东江区数字政府建设专题培训班（第{number}期）", summary=SUMMARY,
            location="清河路1号区会议中心二楼", starts_on=day(number), ends_on=day(number), day_part="morning",
            precision="day_part", review_state="approved", published_at=timezone.now(),
        )
        for number in range(count)
    )  # fmt: skip
    Participation.objects.bulk_create(
        Participation(event=event, type="person", name=person, post=post, roles=[role], order=order)
        for event in events
        for order, (person, post, role) in enumerate(PEOPLE)
    )


def multiply(times: int) -> None:
    """Copy the events, without participants, so that there are `times` as many, over some years each way."""
    moved = MOVED[connection.vendor]
    replaced = {
        "uid": "uid || '-' || number",
        "starts_on": moved.format("starts_on"),
        "ends_on": moved.format("ends_on"),
    }
    columns = [field.attname for field in Event._meta.concrete_fields if not field.primary_key]
    values = ", ".join(replaced.get(column, column) for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO calendar_app_event ({', '.join(columns)}) "
            "WITH RECURSIVE numbers (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < %s) "
            f"SELECT {values} FROM calendar_app_event CROSS JOIN numbers",
            [times - 1],
        )
        cursor.execute("ANALYZE")


def forget() -> None:
    """Have every feed joined anew, as after a publication; nothing is left of the bodies."""
    FeedVersion.objects.raise_published(timezone.now())
    joining.held = joining.Held()
