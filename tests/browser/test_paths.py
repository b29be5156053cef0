"""A reader's, a coordinator's and a journalist's path through the pages, with and without JavaScript."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from calendar_app.models import Event
from tests.browser.conftest import OpenPage

pytestmark = pytest.mark.parametrize("javascript", [True, False])


def test_reader_finds_what_is_on_and_reads_where_it_is_told(
    live_server: LiveServer, open_page: OpenPage, training: Event, javascript: bool
) -> None:
    page = open_page(390, javascript=javascript)

    page.goto(live_server.url)
    expect(page.get_by_text("今天及以后暂无预告")).to_be_visible()
    page.get_by_role("link", name="日历", exact=True).click()
    expect(page).to_have_url(re.compile("/calendar/2024/07/"))
    expect(page.get_by_text("离今天最近")).to_be_visible()
    page.locator(".agenda").get_by_role("link", name=training.name).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(training.name)
    page.get_by_role("link", name=re.compile("出处")).nth(1).click()

    expect(page).to_have_url(re.compile("#fact-"))
    expect(page.locator("mark", has_text="7月25日至26日")).to_be_visible()


def test_coordinator_narrows_the_list_and_subscribes_to_it(
    live_server: LiveServer, open_page: OpenPage, training: Event, javascript: bool
) -> None:
    page = open_page(javascript=javascript)

    page.goto(f"{live_server.url}/events/")
    page.get_by_role("checkbox", name="培训").check()
    page.get_by_label("从", exact=True).fill("2024-07-01")
    page.get_by_role("button", name="显示").click()
    expect(page.locator(".event-name")).to_have_text([training.name])
    page.get_by_role("link", name="订阅本列表").click()
    address = page.get_by_label("可复制的地址").input_value()

    path = address.removeprefix(settings.PUBLIC_URL)
    calendar = page.request.get(f"{live_server.url}{path}").text()
    assert path == "/feeds/events.ics?kind=training&from=2024-07-01"
    assert f"SUMMARY:{training.name}" in calendar
    assert "调度会" not in calendar


def test_coordinator_takes_the_trainings_of_a_body_in_a_month_by_three_presses(
    live_server: LiveServer, open_page: OpenPage, training: Event, javascript: bool
) -> None:
    today = timezone.localdate()
    Event.objects.filter(pk=training.pk).update(starts_on=today, ends_on=today)
    page = open_page(390, javascript=javascript)

    page.goto(f"{live_server.url}/organizations/dongjiang/")
    page.get_by_role("navigation", name="一键筛选").get_by_role("link", name="培训").click()
    page.get_by_role("link", name="本月").click()
    expect(page.locator(".event-name")).to_have_text([training.name])
    page.get_by_role("link", name="订阅本列表").click()

    first = today.replace(day=1)
    assert f"/feeds/events.ics?kind=training&organization=dongjiang&from={first}&to=" in (
        page.get_by_label("可复制的地址").input_value()
    )


def test_coordinator_names_a_body_and_a_person_by_the_keyboard(
    live_server: LiveServer, open_page: OpenPage, training: Event, javascript: bool
) -> None:
    page = open_page(390, javascript=javascript)

    page.goto(f"{live_server.url}/events/")
    page.get_by_label("机构", exact=True).focus()
    page.keyboard.type("东江")
    page.keyboard.press("Tab")
    expect(page.get_by_label("个人", exact=True)).to_be_focused()
    page.keyboard.type("无此人")
    page.keyboard.press("Enter")
    expect(page.locator(".event-name")).to_have_text([training.name])
    expect(page.get_by_role("status")).to_contain_text("个人“无此人”：没有这样的名称")
    page.get_by_role("link", name="东江区").get_by_text("×").click()

    expect(page).to_have_url(f"{live_server.url}/events/")


def test_journalist_asks_who_chaired_what_and_reads_it_in_english(
    live_server: LiveServer, open_page: OpenPage, training: Event, javascript: bool
) -> None:
    page = open_page(javascript=javascript)

    page.goto(f"{live_server.url}/people/?q=周")
    page.get_by_role("link", name="周雅琴").click()
    page.get_by_role("link", name=re.compile("^主持")).click()
    page.get_by_role("link", name=training.name).click()
    expect(page.get_by_text("部长", exact=True).first).to_be_visible()
    page.get_by_role("link", name="English").click()

    expect(page).to_have_url(re.compile(f"/en/events/{training.pk}/"))
    expect(page.get_by_role("heading", level=1)).to_contain_text(training.name)
    expect(page.get_by_text("25 to 26 July 2024")).to_be_visible()


def test_journalist_sees_who_held_how_much_and_takes_the_numbers_along(
    live_server: LiveServer, open_page: OpenPage, training: Event, javascript: bool
) -> None:
    page = open_page(390, javascript=javascript)

    page.goto(f"{live_server.url}/organizations/dongjiang/")
    page.locator("main").get_by_role("link", name="统计").click()
    expect(page.locator(".plot").nth(1)).to_contain_text("培训")
    expect(page.locator(".plot").nth(1).locator("rect")).to_have_count(1)
    page.get_by_text("数字表").click()
    page.get_by_role("row", name="2024年7月").get_by_role("link", name="1").click()
    expect(page.locator(".event-name")).to_have_text([training.name])
    page.go_back()
    address = page.locator("#months ~ .take a").get_attribute("href")

    assert address == "/statistics/months.csv?organization=dongjiang"
    assert "2024-07,0,1,0,0,0,1" in page.request.get(f"{live_server.url}{address}").text()


def test_reviewer_makes_and_revokes_a_private_feed(
    live_server: LiveServer, open_page: OpenPage, training: Event, javascript: bool
) -> None:
    client = Client()
    client.force_login(User.objects.create_superuser("lin"))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    page = open_page(390, javascript=javascript)
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])

    page.goto(f"{live_server.url}/feeds/private/")
    page.get_by_label("名称").fill("全部内部活动")
    page.get_by_label("范围").select_option("all")
    page.get_by_role("button", name="新建").click()
    path = page.get_by_label("可复制的地址").input_value().removeprefix(settings.PUBLIC_URL)
    calendar = page.request.get(f"{live_server.url}{path}").text()
    page.get_by_role("button", name="撤销").click()
    expect(page.get_by_text("撤销")).to_be_visible()

    assert f"SUMMARY:{training.name}" in calendar
    assert page.request.get(f"{live_server.url}{path}").status == 404


def test_every_control_is_reached_by_keyboard(
    live_server: LiveServer, open_page: OpenPage, training: Event, javascript: bool
) -> None:
    page = open_page(javascript=javascript)

    page.goto(f"{live_server.url}/calendar/2024/07/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    expect(page.get_by_role("link", name="2024年6月")).to_be_focused()
