"""The desk in a real browser: from paste to published with few presses, by keyboard, without script."""

from __future__ import annotations

import re
import time
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from calendar_app.models import Bulletin, Event, Fact
from tests.browser.conftest import OpenPage
from tests.tellings import TEXT, make_telling, place

TEXTS = [
    settings.BASE_DIR / "fixtures" / "bulletins" / "xuhui-2024-07" / "bulletin.txt",
    settings.BASE_DIR.parent / "shared" / "corpus" / "seed" / "xuhui-2024-07.txt",
]
MOST_PRESSES = 40
MOST_SECONDS = 60


class Hands:
    """A reviewer's two hands: counts every key press, paste and click."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.presses = 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.presses += 1
            self.page.keyboard.press(key)

    def click(self, selector: str) -> None:
        self.presses += 1
        self.page.locator(selector).first.click()

    def paste(self, selector: str, text: str) -> None:
        self.presses += 1
        self.page.locator(selector).fill(text)


@pytest.mark.parametrize("text", TEXTS, ids=["ours", "seed"])
def test_bulletin_goes_from_paste_to_published_in_few_presses(
    live_server: LiveServer, signed_in: OpenPage, text: Path
) -> None:
    if not text.exists():
        pytest.skip(f"{text.name}: the corpus of real texts is no part of the project")
    page = signed_in()
    hands = Hands(page)
    page.goto(f"{live_server.url}/admin/calendar_app/bulletin/add/")
    began = time.monotonic()

    hands.paste("#id_text", text.read_text("utf-8"))
    hands.click("#id_published_on")
    hands.press(*"07312024")
    hands.click("input[type=submit].default")
    page.wait_for_url("**/change/")
    if page.locator(".facts form.act button").count():
        hands.click(".facts form.act button")
    while (drafts := Event.objects.filter(review_state="draft").count()) and hands.presses < MOST_PRESSES:
        if "/desk/" not in page.url:
            hands.click(".event:has(.state-draft) a")
            page.wait_for_url("**/desk/**")
        while page.locator(".row-doubtful").count():
            left = page.locator(".row-doubtful").count()
            hands.press("a")
            expect(page.locator(".row-doubtful")).to_have_count(left - 1)
        with page.expect_navigation():
            hands.press("p")
        assert Event.objects.filter(review_state="draft").count() == drafts - 1
    seconds = time.monotonic() - began

    assert Bulletin.objects.get().published_on == date(2024, 7, 31)
    assert Event.objects.public().count() == Event.objects.count() >= 5
    print(f"{hands.presses} presses, {seconds:.1f} s")  # noqa: T201 - the figures, for whoever runs it with -s
    assert hands.presses <= MOST_PRESSES
    assert seconds < MOST_SECONDS


def test_facts_are_settled_by_one_key_each(live_server: LiveServer, signed_in: OpenPage) -> None:
    _bulletin, meeting, _training = make_telling()
    page = signed_in()
    page.goto(f"{live_server.url}/admin/calendar_app/event/{meeting.pk}/desk/")

    expect(page.locator(".row.active .label")).to_have_text("地点（原文）")
    expect(page.locator(".mark.lit")).to_have_text("区会议中心", use_inner_text=True)
    page.keyboard.press("a")
    expect(page.locator(".row.active .value")).to_contain_text("主持")
    page.keyboard.press("r")
    expect(page.locator(".row-doubtful")).to_have_count(0)
    page.keyboard.press("u")
    expect(page.locator(".row.active .sign")).to_contain_text("70%")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("c")
    page.keyboard.press("Escape")

    settled = Fact.objects.exclude(decision="open").values_list("field", "decision")
    assert list(settled) == [("location", "accepted")]
    assert meeting.participations.get(name="周明").roles == []


def test_what_another_settled_meanwhile_is_shown_instead_of_decided(
    live_server: LiveServer, signed_in: OpenPage
) -> None:
    _bulletin, meeting, _training = make_telling()
    mine, others = signed_in(), signed_in()
    for page in (mine, others):
        page.goto(f"{live_server.url}/admin/calendar_app/event/{meeting.pk}/desk/#event-{meeting.pk}-location")
        expect(page.locator(".row.active .label")).to_have_text("地点（原文）")

    others.keyboard.press("a")
    expect(others.locator(f"#event-{meeting.pk}-location")).to_have_class(re.compile("row-accepted"))
    mine.keyboard.press("r")

    expect(mine.locator(".messagelist .error")).to_be_in_viewport()
    expect(mine.locator(f"#event-{meeting.pk}-location .value")).to_contain_text("区会议中心")
    assert meeting.facts.get(field="location").decision == "accepted"


def test_correction_is_typed_and_saved_by_enter(live_server: LiveServer, signed_in: OpenPage) -> None:
    _bulletin, meeting, _training = make_telling()
    page = signed_in()
    page.goto(f"{live_server.url}/admin/calendar_app/event/{meeting.pk}/desk/")

    page.keyboard.press("c")
    page.keyboard.type("区会议中心二楼")
    page.keyboard.press("Enter")
    expect(page.locator(".row-corrected .value")).to_contain_text("区会议中心二楼")

    fact = meeting.facts.get(field="location")
    assert (fact.value, fact.basis) == ("区会议中心二楼", "reviewer")


def test_selected_words_set_the_fact_with_their_span(live_server: LiveServer, signed_in: OpenPage) -> None:
    _bulletin, meeting, _training = make_telling()
    page = signed_in()
    page.goto(f"{live_server.url}/admin/calendar_app/event/{meeting.pk}/desk/")
    start, _end = place(TEXT, "东江区在区会议中心")

    page.evaluate(
        """(start) => {
          const holders = [...document.querySelectorAll("[data-at]")];
          const first = holders.findLast((one) => Number(one.dataset.at) <= start);
          const last = holders[holders.indexOf(first) + 1];
          const range = document.createRange();
          range.setStart(first.firstChild, start - Number(first.dataset.at));
          range.setEnd(last.firstChild, last.firstChild.length);
          document.getSelection().removeAllRanges();
          document.getSelection().addRange(range);
        }""",
        start,
    )
    expect(page.locator("#take")).to_be_visible()
    page.keyboard.press("s")
    expect(page.locator(".row-corrected .value")).to_contain_text("东江区在区会议中心")

    assert meeting.facts.get(field="location").spans == [place(TEXT, "东江区在区会议中心")]


def test_desk_works_without_script(live_server: LiveServer, signed_in: OpenPage) -> None:
    _bulletin, meeting, _training = make_telling()
    page = signed_in(390, javascript=False)
    page.goto(f"{live_server.url}/admin/calendar_app/event/{meeting.pk}/desk/")

    row = f"#event-{meeting.pk}-location"
    page.locator(f"{row} summary").click()
    page.locator(f"{row} input[name=value]").fill("区会议中心")
    page.locator(f"{row} input[name=quote]").fill("在区会议中心")
    page.locator(f"{row} button[value=correct]").click()
    page.locator(".row-doubtful button[value=accept]").click()
    page.locator("#publish").click()

    assert [fact.decision for fact in Fact.objects.filter(confidence__lt=0.8)] == ["accepted"]
    assert meeting.facts.get(field="location").quotes == ["在区会议中心"]
    assert list(Event.objects.public()) == [meeting]


def test_several_files_are_sent_one_by_one(live_server: LiveServer, signed_in: OpenPage) -> None:
    page = signed_in()
    page.goto(f"{live_server.url}/admin/calendar_app/bulletin/add/")

    page.set_input_files(
        "#id_documents",
        [
            {"name": "一.txt", "mimeType": "text/plain", "buffer": "东江区召开甲会议。".encode()},
            {"name": "二.txt", "mimeType": "text/plain", "buffer": b"%PDF-1.7"},
        ],
    )
    page.locator("input[type=submit].default").click()
    expect(page.locator("#outcomes li")).to_have_count(2)

    expect(page.locator("#outcomes .new a")).to_have_count(1)
    expect(page.locator("#outcomes .failed")).to_contain_text("二.txt")
