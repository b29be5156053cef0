"""Events by keyboard alone: a reader's correction from page to log, what was decided looked up, and taken back."""

from __future__ import annotations

from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from calendar_app.models import Change, CorrectionRequest
from calendar_app.review.decisions import publish
from calendar_app.review.settling import state
from tests.browser.conftest import OpenPage, reach
from tests.makers import make_user
from tests.tellings import make_telling


def enter(page: Page) -> None:
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_readers_correction_goes_from_page_to_desk_to_log(
    live_server: LiveServer, signed_in: OpenPage, open_page: OpenPage
) -> None:
    _bulletin, meeting, _training = make_telling()
    publish(meeting, by=make_user(), waive=True)
    reader = open_page(390)
    reader.goto(f"{live_server.url}{meeting.get_absolute_url()}")
    reach(reader, "a[href$='/correction/']", "Shift+Tab")  # the page's end is near its head
    enter(reader)
    reach(reader, "#id_text")
    reader.keyboard.insert_text("应在区会议中心二楼。")
    reach(reader, "button.primary", most=3)
    enter(reader)
    expect(reader.locator("[role=status]")).to_be_visible()

    page = signed_in(390)
    page.goto(f"{live_server.url}/admin/")
    reach(page, ".waiting a[href*=correctionrequest]")
    enter(page)
    page.keyboard.press("j")
    enter(page)
    reach(page, ".field-desk a")
    enter(page)
    page.goto(f"{page.url.partition('#')[0]}#event-{meeting.pk}-location")
    page.keyboard.press("c")
    page.keyboard.insert_text("区会议中心二楼")
    page.keyboard.press("Enter")
    expect(page.locator(".row-corrected .value")).to_contain_text("区会议中心二楼")
    page.keyboard.press("e")
    reach(page, ".faults a[href*=correctionrequest]", "Shift+Tab", most=6)
    enter(page)
    reach(page, "#id_decision")
    for _press in range(2):
        page.keyboard.press("ArrowDown")
    reach(page, "#id_outcome", most=2)
    page.keyboard.insert_text("地点已改为区会议中心二楼。")
    reach(page, "input[name=_save]", most=3)
    enter(page)
    reader.reload()

    assert CorrectionRequest.objects.values_list("decision", flat=True).get() == "corrected"
    assert list(Change.objects.filter(event=meeting).values_list("sequence", flat=True)) == [1, 2]
    expect(reader.locator(".outcome")).to_have_text("地点已改为区会议中心二楼。")


def test_history_is_opened_read_and_left(live_server: LiveServer, signed_in: OpenPage) -> None:
    _bulletin, meeting, _training = make_telling()
    publish(meeting, by=make_user("zhou"), waive=True, reason="已电话核实")
    state(meeting, "location", "区会议中心二楼", by=make_user("lin"))
    page = signed_in()
    page.goto(f"{live_server.url}/admin/calendar_app/event/{meeting.pk}/desk/")

    with page.expect_navigation():
        page.keyboard.press("h")
    revisions = page.locator(".revision")
    expect(revisions).to_have_count(2)
    expect(revisions.nth(0).locator("tbody tr")).to_have_text(
        ["地点（原文） 区会议中心 区会议中心二楼"], use_inner_text=True
    )
    expect(revisions.nth(1)).to_contain_text("已电话核实")
    expect(revisions.nth(1)).to_contain_text("草稿")
    reach(page, "#content a[href$='/desk/']")
    enter(page)

    expect(page.locator(".row.active")).to_be_focused()


def test_event_is_withdrawn_published_again_and_cancelled(live_server: LiveServer, signed_in: OpenPage) -> None:
    _bulletin, meeting, training = make_telling()
    for event in (meeting, training):
        publish(event, by=make_user(), waive=True)
    page = signed_in(390)
    page.goto(f"{live_server.url}/admin/calendar_app/event/{meeting.pk}/desk/")

    page.keyboard.press("e")
    expect(page.locator("button[value=withdraw]")).to_be_focused()
    enter(page)
    expect(page.locator(".messagelist")).to_be_in_viewport()
    page.keyboard.press("w")
    with page.expect_navigation():
        page.keyboard.press("p")
    page.keyboard.press("e")
    reach(page, ".postpone summary", most=2)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.locator(".postpone summary")).to_be_focused()
    page.keyboard.press("Enter")
    reach(page, "button[value=cancel]", most=12)
    enter(page)
    expect(page.locator(".messagelist")).to_be_in_viewport()

    states = Change.objects.filter(event=meeting).values_list("after__review_state", "after__status")
    assert list(states) == [
        ("approved", None),
        ("withdrawn", None),
        ("approved", None),
        (None, "cancelled"),
    ]
