"""The desk by keyboard alone: no pointer from paste to published, in the queue, and in deciding about an event."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from calendar_app.models import Event
from tests.browser.conftest import OpenPage
from tests.tellings import make_telling

TOLD = "东江区召开防汛工作部署会\n7月25日上午，东江区在区会议中心召开防汛工作部署会。区长林清远主持会议。\n"


@pytest.mark.parametrize("width", [1280, 390])
def test_bulletin_goes_from_paste_to_published_without_a_pointer(
    live_server: LiveServer, signed_in: OpenPage, width: int
) -> None:
    page = signed_in(width)
    page.goto(f"{live_server.url}/admin/calendar_app/bulletin/add/")

    page.keyboard.insert_text(TOLD)
    for key in ("Tab", "Tab", *"07312024", "Enter"):
        page.keyboard.press(key)
    page.wait_for_url("**/change/")
    page.keyboard.press("j")
    expect(page.locator(".event a")).to_be_focused()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    while left := page.locator(".row-doubtful").count():
        page.keyboard.press("a")
        expect(page.locator(".row-doubtful")).to_have_count(left - 1)
    page.keyboard.press("p")
    expect(page.locator(".state-approved")).to_be_visible()

    assert [event.name for event in Event.objects.public()] == ["防汛工作部署会"]


def test_certain_events_are_published_by_one_key(live_server: LiveServer, signed_in: OpenPage) -> None:
    bulletin, _meeting, training = make_telling()
    page = signed_in()
    page.goto(f"{live_server.url}/admin/calendar_app/bulletin/{bulletin.pk}/change/")

    with page.expect_navigation():
        page.keyboard.press("p")

    assert list(Event.objects.public()) == [training]


def test_event_is_published_in_spite_of_doubts_postponed_and_cancelled_by_keys(
    live_server: LiveServer, signed_in: OpenPage
) -> None:
    _bulletin, meeting, _training = make_telling()
    page = signed_in()
    desk = f"{live_server.url}/admin/calendar_app/event/{meeting.pk}/desk/"
    page.goto(desk)

    page.keyboard.press("w")
    with page.expect_navigation():
        page.keyboard.press("p")
    page.goto(desk)
    page.keyboard.press("e")
    expect(page.locator("button[value=withdraw]")).to_be_focused()
    for key in ("Tab", "Enter", "Tab", *"08012024"):
        page.keyboard.press(key)
    page.locator("button[value=postpone]").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")

    meeting.refresh_from_db()
    assert (meeting.review_state, meeting.status, str(meeting.starts_on)) == ("approved", "postponed", "2024-08-01")


def test_queue_is_gone_through_row_by_row_and_ticked(live_server: LiveServer, signed_in: OpenPage) -> None:
    make_telling()
    page = signed_in()
    page.goto(f"{live_server.url}/admin/calendar_app/fact/")
    rows = page.locator("#result_list tbody tr")

    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("x")

    expect(rows.nth(1).locator("a").first).to_be_focused()
    expect(rows.nth(1).locator("input.action-select")).to_be_checked()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/desk/#"))


def test_summary_stops_the_keyboard_once(live_server: LiveServer, signed_in: OpenPage) -> None:
    bulletin, meeting, _training = make_telling()
    sentence = bulletin.text[bulletin.text.index("7月25日") : bulletin.text.index("副区长")]
    start = bulletin.text.index(sentence)
    meeting.facts.create(
        field="summary", value=sentence, bulletin=bulletin, spans=[[start, start + len(sentence)]], rule="summary"
    )
    page = signed_in()
    page.goto(f"{live_server.url}/admin/calendar_app/bulletin/{bulletin.pk}/change/")

    assert page.locator(".mark-summary:not([tabindex='-1'])").count() == 0
    assert page.locator(".mark-summary[tabindex='-1']").count() > 1
    expect(page.locator(f"#w-{bulletin.pk}-{start} .told")).to_contain_text("summary")
