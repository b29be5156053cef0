"""People and bodies in a real browser: two merged are seen as one and brought back, a name is linked by search."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.conftest import OpenPage
from tests.makers import make_event, make_organization, make_participation, make_person


@pytest.mark.parametrize("width", [1280, 390])
def test_merged_person_is_seen_and_brought_back(live_server: LiveServer, signed_in: OpenPage, width: int) -> None:
    kept, gone = make_person("林清远"), make_person("林青远")
    for person in (kept, gone):
        make_participation(make_event(), person.name, person=person, post="区长")
    page = signed_in(width)
    page.goto(f"{live_server.url}/admin/calendar_app/person/")

    for person in (kept, gone):
        page.locator(f"input.action-select[value='{person.pk}']").check()
    page.select_option("select[name=action]", "merge_chosen")
    page.locator("button[name=index]").click()
    page.locator(f"input[name=kept][value='{kept.pk}']").check()
    page.locator("input[type=submit].default").click()
    page.wait_for_url(f"**/person/{kept.pk}/change/")
    rows = page.locator("#posts tbody tr")
    shown = [row.bounding_box() for row in rows.all()]
    page.locator("form.apart button").click()
    page.wait_for_url(f"**/person/{gone.pk}/change/")

    assert [box is not None and box["width"] > width / 3 for box in shown] == [True, True]
    assert (kept.participations.count(), gone.participations.count()) == (1, 1)


@pytest.mark.parametrize("width", [1280, 390])
def test_somebody_known_is_searched_and_linked(live_server: LiveServer, signed_in: OpenPage, width: int) -> None:
    body = make_organization("东江区民政局")
    one = make_participation(make_event(), "民政部门", type="organization")
    page = signed_in(width)
    page.goto(f"{live_server.url}/admin/calendar_app/participation/{one.pk}/link/")

    page.fill("input[name=q]", "区民政")
    page.keyboard.press("Enter")
    expect(page.locator(f"input[name=actor][value='{body.pk}']")).to_be_checked()
    page.locator("input[type=submit].default").click()
    page.wait_for_url("**/desk/**")

    one.refresh_from_db()
    assert one.organization == body
