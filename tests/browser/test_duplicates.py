"""Two tellings of one event in a real browser: proposed as the second comes in, merged and parted by keyboard."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from calendar_app.extraction.document import Document
from calendar_app.intake.storing import Given, store
from calendar_app.models import DuplicateCandidate, Event
from calendar_app.review.arriving import look_over
from tests.browser.conftest import OpenPage

ANNOUNCED = "东江区将举办秋季人才招聘会\n10月11日，东江区人社局将在东江体育馆举办秋季人才招聘会。"
REPORTED = """东江区秋季人才招聘会举行
10月11日上午，2025年东江区秋季人才招聘会在东江体育馆举行。区人力资源和社会保障局局长陈立出席并致辞。
"""


def make_pair() -> DuplicateCandidate:
    """Take in an announcement and, later, its report."""
    for text, day in ((ANNOUNCED, date(2025, 9, 28)), (REPORTED, date(2025, 10, 13))):
        look_over(store(Document(text), Given(published_on=day)).bulletin)
    return DuplicateCandidate.objects.get()


@pytest.mark.parametrize("width", [1280, 390])
def test_announcement_and_report_are_merged_by_keyboard_and_brought_apart(
    live_server: LiveServer, signed_in: OpenPage, width: int
) -> None:
    pair = make_pair()
    page = signed_in(width)
    page.goto(f"{live_server.url}/admin/calendar_app/duplicatecandidate/{pair.pk}/change/")

    page.keyboard.press("1")
    page.wait_for_url("**/desk/**")
    left = Event.objects.filter(replaced_by=None).count()

    assert left == 1
    page.goto(f"{live_server.url}/admin/calendar_app/duplicatecandidate/{pair.pk}/change/")
    page.keyboard.press("u")
    expect(page.locator(".messagelist")).to_be_visible()
    assert Event.objects.filter(replaced_by=None).count() == 2
