"""axe finds no violation (WCAG 2.2 AA) on any page, light, dark, phone, Chinese, English; nothing flows out."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from pytest_django.live_server_helper import LiveServer

from tests.browser.conftest import OpenPage

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize(
    ("width", "scheme", "prefix"), [(1280, "light", ""), (1280, "dark", ""), (390, "light", "/en"), (390, "dark", "")]
)
def test_axe_finds_nothing(
    live_server: LiveServer, open_page: OpenPage, addresses: list[str], width: int, scheme: str, prefix: str
) -> None:
    page = open_page(width, scheme=scheme)
    found = {}

    for address in addresses:
        page.goto(f"{live_server.url}{prefix}{address}")
        violations = Axe().run(page, options=RULES).response["violations"]
        found[address] = [(each["id"], [node["html"] for node in each["nodes"]]) for each in violations]

    assert {address: violations for address, violations in found.items() if violations} == {}


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 3840])
def test_nothing_flows_out_of_the_window(
    live_server: LiveServer, open_page: OpenPage, addresses: list[str], width: int
) -> None:
    page = open_page(width)
    wide = []

    for address in addresses:
        page.goto(f"{live_server.url}{address}")
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(address)

    assert wide == []
