"""Events of every shape a feed can hold, each with what every client has to show of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from calendar_app.models import Event
from tests.makers import make_public_event


@dataclass(frozen=True)
class Shape:
    """An event, and the title, start, exclusive end (`2024-07-25`, `2024-07-25T09:30`) and status it is shown with."""

    fields: dict[str, Any]
    title: str
    start: str
    end: str
    status: str = "CONFIRMED"
    description: str = field(default="")


SHAPES = [
    Shape({"name": "全天会议"}, "全天会议", "2024-07-25", "2024-07-26"),
    Shape({"name": "两天培训", "ends_on": date(2024, 7, 26)}, "两天培训", "2024-07-25", "2024-07-27"),
    Shape(
        {"name": "跨年展览", "kind": "activity", "starts_on": date(2024, 12, 30), "ends_on": date(2025, 1, 2)},
        "跨年展览",
        "2024-12-30",
        "2025-01-03",
    ),
    Shape(
        {"name": "半天会议", "day_part": "afternoon", "precision": "day_part"},
        "（下午）半天会议",
        "2024-07-25",
        "2024-07-26",
    ),
    Shape(
        {"name": "整点会议", "starts_at": time(9, 30), "ends_at": time(11)},
        "整点会议",
        "2024-07-25T09:30",
        "2024-07-25T11:00",
    ),
    Shape(
        {"name": "过夜值守", "starts_at": time(20), "ends_on": date(2024, 7, 26), "ends_at": time(8)},
        "过夜值守",
        "2024-07-25T20:00",
        "2024-07-26T08:00",
    ),
    Shape({"name": "只知开始", "starts_at": time(14, 5)}, "只知开始", "2024-07-25T14:05", "2024-07-25T14:05"),
    Shape(
        {"name": "取消的会", "status": "cancelled", "starts_at": time(9), "ends_at": time(10)},
        "（已取消）取消的会",
        "2024-07-25T09:00",
        "2024-07-25T10:00",
        "CANCELLED",
    ),
    Shape(
        {"name": "延期的会", "status": "postponed", "previous_starts_on": date(2024, 7, 20)},
        "（由2024年7月20日延期）延期的会",
        "2024-07-25",
        "2024-07-26",
        description="原定于2024年7月20日。",
    ),
    Shape(
        {"name": "待定的会", "status": "postponed"},
        "（已延期，日期待定）待定的会",
        "2024-07-25",
        "2024-07-26",
        "TENTATIVE",
    ),
    Shape({"name": "东江区" + "深入推进" * 100 + "会"}, "东江区" + "深入推进" * 100 + "会", "2024-07-25", "2024-07-26"),
    Shape({"name": "“数字”（第二期）[A]【B】《C》<D>"}, "“数字”（第二期）[A]【B】《C》<D>", "2024-07-25", "2024-07-26"),
    Shape({"name": "开放日🎉👨‍👩‍👧"}, "开放日🎉👨‍👩‍👧", "2024-07-25", "2024-07-26"),
    Shape({"name": '一,二;三\\四:五"六"'}, '一,二;三\\四:五"六"', "2024-07-25", "2024-07-26"),
    Shape(
        {"name": "长说明", "summary": "说明，" * 1700, "location": "清河路1号;二楼,东"},
        "长说明",
        "2024-07-25",
        "2024-07-26",
        description="说明，" * 1700,
    ),
    Shape(
        {"name": "多行说明", "summary": "第一行\n\n第二行, 带逗号; 带分号\\反斜线"},
        "多行说明",
        "2024-07-25",
        "2024-07-26",
        description="第一行\n\n第二行, 带逗号; 带分号\\反斜线",
    ),
    Shape(
        {"name": "闰日", "starts_on": date(2024, 2, 29), "ends_on": date(2024, 2, 29)},
        "闰日",
        "2024-02-29",
        "2024-03-01",
    ),
]

Shown = tuple[str, str, str, str, str]  # UID, title, start, end, status


def make_all() -> list[Shown]:
    """Store an event of each shape and return what every client has to show, by UID."""
    shown = []
    for shape in SHAPES:
        fields = shape.fields | ({"ends_on": shape.fields["starts_on"]} if needs_end(shape) else {})
        event: Event = make_public_event(**fields)
        shown.append((event.uid, shape.title, shape.start, shape.end, shape.status))
    return sorted(shown)


def needs_end(shape: Shape) -> bool:
    return "starts_on" in shape.fields and "ends_on" not in shape.fields
