"""What others take from us in a real browser: frames on other sites, the API from other sites, quiet JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from calendar_app.models import CorrectionRequest, Event
from tests.browser.conftest import OpenPage

HEAD = '<!doctype html><link rel="icon" href="data:,">'  # no icon is asked for, so none is missing


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def other_site(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A site of somebody else: its folder and its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield tmp_path, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def complaints(page: Page) -> list[str]:
    """Collect what the browser complains of, from now on."""
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    return told


def test_json_ld_raises_no_complaint_under_our_policy(
    live_server: LiveServer, open_page: OpenPage, training: Event
) -> None:
    page = open_page()
    told = complaints(page)

    page.goto(f"{live_server.url}/events/{training.pk}/{training.slug}/")

    found = page.evaluate("JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)")
    assert (found["@type"], found["name"]) == ("EducationEvent", training.name)
    assert told == []


@pytest.mark.parametrize("view", ["list", "month"])
def test_copied_code_shows_the_view_on_another_site(
    live_server: LiveServer, open_page: OpenPage, training: Event, other_site: tuple[Path, str], view: str
) -> None:
    folder, site = other_site
    page = open_page()
    page.goto(f"{live_server.url}/embed/?view={view}&kind=training")
    code = page.input_value("#code")
    address = code.split('src="')[1].split('"')[0].replace("&amp;", "&")
    here = live_server.url + address.removeprefix("http://127.0.0.1:8000")
    (folder / "index.html").write_text(f"{HEAD}{code.replace(address, here)}", "utf-8")
    told = complaints(page)

    page.goto(f"{site}/index.html")

    frame = page.frame_locator("iframe")
    assert frame.get_by_role("link", name=training.name).count() > 0
    assert frame.get_by_text("取消的比赛").count() == 0
    assert told == []


def test_no_other_page_is_shown_on_another_site(
    live_server: LiveServer, open_page: OpenPage, training: Event, other_site: tuple[Path, str]
) -> None:
    folder, site = other_site
    (folder / "index.html").write_text(f'{HEAD}<iframe src="{live_server.url}/events/"></iframe>', "utf-8")
    page = open_page()
    told = complaints(page)

    page.goto(f"{site}/index.html")

    assert page.frame_locator("iframe").get_by_text(training.name).count() == 0
    assert any("frame-ancestors" in each or "X-Frame-Options" in each for each in told)


def test_api_answers_scripts_of_another_site(
    live_server: LiveServer, open_page: OpenPage, training: Event, other_site: tuple[Path, str]
) -> None:
    folder, site = other_site
    (folder / "index.html").write_text(HEAD, "utf-8")
    page = open_page()
    page.goto(f"{site}/index.html")

    first = page.evaluate(
        "async a => { const r = await fetch(a); return [r.headers.get('ETag'), (await r.json()).items[0].name] }",
        f"{live_server.url}/api/events?kind=training",
    )
    again = page.evaluate(
        "async ([a, e]) => (await fetch(a, {headers: {'If-None-Match': e}, cache: 'no-store'})).status",
        [f"{live_server.url}/api/events?kind=training", first[0]],
    )

    assert first[1] == training.name
    assert again == 304


def test_reader_says_what_is_wrong_without_javascript(
    live_server: LiveServer, open_page: OpenPage, training: Event
) -> None:
    page = open_page(390, javascript=False)
    page.goto(f"{live_server.url}/events/{training.pk}/{training.slug}/")

    page.locator("summary").last.click()
    page.locator("a[href*='?fact=']").first.click()
    chosen = page.locator("select[name=fact] option[selected]").get_attribute("value")
    page.fill("textarea[name=text]", "应为7月24日")
    page.get_by_role("button", name="发送").click()

    assert page.get_by_role("status").count() == 1
    kept = CorrectionRequest.objects.get()
    assert (kept.event, str(kept.fact_id), kept.text) == (training, chosen, "应为7月24日")
