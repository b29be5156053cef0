"""What is pinned to a door fits on it: a full month, and a year, on one page of A4."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from pytest_django.live_server_helper import LiveServer

from calendar_app.models import Event
from tests.browser.conftest import OpenPage
from tests.makers import make_public_event

A4 = 210 / 25.4 * 72, 297 / 25.4 * 72  # points


def printed(live_server: LiveServer, open_page: OpenPage, address: str) -> list[tuple[float, float]]:
    """Print a page, and return the width and height of each sheet in points."""
    page = open_page()
    page.goto(f"{live_server.url}{address}")
    paper = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper)
    return [(float(width), float(height)) for width, height in boxes]


def test_full_month_of_six_weeks_is_one_page_across(
    live_server: LiveServer, open_page: OpenPage, transactional_db: None
) -> None:
    for number in range(31):
        day = date(2026, 8, 1) + timedelta(number)
        for name in (
            "全区防汛抗旱和安全生产工作部署会议",
            "优化营商环境工作专题座谈会",
            "第三季度重点项目推进会",
            "会",
        ):
            make_public_event(f"{name}{number}", starts_on=day, ends_on=day)

    assert printed(live_server, open_page, "/calendar/2026/08/") == [pytest.approx(A4[::-1], abs=1)]


def test_year_is_one_page(live_server: LiveServer, open_page: OpenPage, training: Event) -> None:
    assert printed(live_server, open_page, "/calendar/2024/") == [pytest.approx(A4, abs=1)]


def test_timetable_stands_on_the_first_page_whole(
    live_server: LiveServer, open_page: OpenPage, training: Event
) -> None:
    page = open_page(794)
    page.emulate_media(media="print")
    page.goto(f"{live_server.url}/events/{training.pk}/{training.slug}/")

    box = page.locator(".timetable").bounding_box()

    assert box
    assert box["y"] + box["height"] < 1123 - 2 * 53  # an A4 page at 96 pixels an inch, less its margins
    assert box["x"] + box["width"] <= 794


def test_month_with_room_left_cuts_no_name(
    live_server: LiveServer, open_page: OpenPage, transactional_db: None
) -> None:
    name = "全区防汛抗旱和安全生产工作部署会议暨第三季度重点项目推进会"
    for number in (3, 12, 20):
        make_public_event(name, starts_on=date(2026, 8, number), ends_on=date(2026, 8, number))
    page = open_page(1123)
    page.emulate_media(media="print")
    page.goto(f"{live_server.url}/calendar/2026/08/")

    cut = page.evaluate(
        "[...document.querySelectorAll('.chip')].map((chip) => chip.scrollHeight > chip.clientHeight + 1)"
    )

    assert cut == [False, False, False]
    assert printed(live_server, open_page, "/calendar/2026/08/") == [pytest.approx(A4[::-1], abs=1)]


def test_week_begins_below_its_heading(live_server: LiveServer, open_page: OpenPage, transactional_db: None) -> None:
    for number in range(21):
        day = date(2026, 8, 3 + number % 7)
        make_public_event(f"第{number + 1}次调度会", starts_on=day, ends_on=day, location="会议中心")

    assert len(printed(live_server, open_page, "/calendar/2026/week/32/")) == 2


def test_what_is_seen_dark_is_printed_light(live_server: LiveServer, open_page: OpenPage, training: Event) -> None:
    page = open_page(scheme="dark")
    page.goto(f"{live_server.url}/calendar/2024/07/")
    grounds = []

    for media in ("screen", "print"):
        page.emulate_media(media=media)
        grounds.append(page.evaluate("getComputedStyle(document.querySelector('.bar.training')).backgroundColor"))

    assert grounds == ["rgb(24, 48, 42)", "rgb(230, 242, 236)"]
