"""Lists by keyboard alone: exported, taken in from a file, people and bodies merged, split and brought back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from calendar_app.models import Organization, Person
from tests.browser.conftest import OpenPage, reach
from tests.makers import make_event, make_organization, make_participation, make_person

FAULTY = "姓名,别名\n林清远,\n,无名\n"
RIGHT = "姓名,别名,备注\n林清远,,\n周雅琴,周主任、周老师,区委\n"


def choose(page: Page, value: str) -> None:
    """Choose in the select in focus by arrows."""
    page.keyboard.press("Home")
    for _press in range(12):
        if page.evaluate("document.activeElement.value") == value:
            return
        page.keyboard.press("ArrowDown")
    pytest.fail(f"{value} is not offered")


def csv(text: str) -> Any:
    return {"name": "名单.csv", "mimeType": "text/csv", "buffer": text.encode()}


@pytest.mark.parametrize("width", [1280, 390])
def test_ticked_events_are_exported_in_every_form(live_server: LiveServer, signed_in: OpenPage, width: int) -> None:
    make_event("防汛工作部署会")
    make_event("读书会")
    page = signed_in(width)
    page.goto(f"{live_server.url}/admin/calendar_app/event/")
    taken = {}

    for key in ("j", "x", "v"):
        page.keyboard.press(key)
    for form in ("csv", "ics", "xlsx"):
        choose(page, f"export_{form}")
        reach(page, "button[name=index]", most=2)
        with page.expect_download() as awaited:
            page.keyboard.press("Enter")
        taken[awaited.value.suggested_filename] = Path(awaited.value.path()).read_bytes()
        page.keyboard.press("v")

    assert list(taken) == ["events.csv", "events.ics", "events.xlsx"]
    assert "读书会" in taken["events.csv"].decode("utf-8-sig")
    assert "防汛工作部署会" not in taken["events.csv"].decode("utf-8-sig")
    assert taken["events.ics"].startswith(b"BEGIN:VCALENDAR")
    assert "读书会" in taken["events.ics"].decode()
    assert taken["events.xlsx"].startswith(b"PK")


def test_list_is_looked_over_mended_and_taken_in(live_server: LiveServer, signed_in: OpenPage) -> None:
    page = signed_in(390)
    page.goto(f"{live_server.url}/admin/calendar_app/person/")
    reach(page, "a[href$='/import/']")
    with page.expect_navigation():
        page.keyboard.press("Enter")

    for text in (FAULTY, RIGHT):
        expect(page.locator("#id_file")).to_be_focused()
        page.set_input_files("#id_file", csv(text))
        reach(page, "input[type=submit]", most=2)
        with page.expect_navigation():
            page.keyboard.press("Enter")
        if text == FAULTY:
            expect(page.locator(".preview tr:has(.objections)")).to_contain_text("3")
            expect(page.locator("[role=alert]")).to_be_visible()
            assert not Person.objects.exists()
    expect(page.locator("input.default")).to_be_focused()
    with page.expect_navigation():
        page.keyboard.press("Enter")

    expect(page.locator(".messagelist .success")).to_be_visible()
    assert list(Person.objects.values_list("name", "aliases__name").order_by("name", "aliases__name")) == [
        ("周雅琴", "周主任"),
        ("周雅琴", "周老师"),
        ("林清远", None),
    ]


@pytest.mark.parametrize(("width", "model"), [(1280, Person), (390, Organization)])
def test_two_are_merged_brought_apart_and_one_is_split(
    live_server: LiveServer, signed_in: OpenPage, width: int, model: type[Person] | type[Organization]
) -> None:
    name = model.__name__.lower()
    make: Any = make_person if model is Person else make_organization
    kept, gone = make("东江甲"), make("东江乙")
    for one in (kept, gone, gone):
        make_participation(make_event(), one.name, type=name, **{name: one})
    page = signed_in(width)
    page.goto(f"{live_server.url}/admin/calendar_app/{name}/")

    for key in ("j", "x", "j", "x", "v"):
        page.keyboard.press(key)
    choose(page, "merge_chosen")
    reach(page, "button[name=index]", most=2)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("input[name=kept]").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    merged = model.objects.exclude(replaced_by=None).values_list("name", "replaced_by__name").get()
    with page.expect_navigation():
        page.keyboard.press("u")
    apart = model.objects.filter(replaced_by=None).count()
    page.goto(f"{live_server.url}/admin/calendar_app/{name}/{gone.pk}/change/")
    reach(page, "a[href='#posts']")
    page.keyboard.press("Enter")
    reach(page, "input[name=taken]", most=4)
    page.keyboard.press("Space")
    reach(page, "input[name=disambiguation]", most=8)
    page.keyboard.insert_text("另一个")
    with page.expect_navigation():
        page.keyboard.press("Enter")

    new = model.objects.get(disambiguation="另一个")
    assert (sorted(merged), apart) == (["东江乙", "东江甲"], 2)
    assert (gone.participations.count(), new.participations.count()) == (1, 1)
    expect(page).to_have_url(f"{live_server.url}/admin/calendar_app/{name}/{new.pk}/change/")
