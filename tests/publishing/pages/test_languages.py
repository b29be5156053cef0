"""Two languages: every string in both, the same page in the other, and Chinese marked where pages are English."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.test import Client
from pytest_django.fixtures import Settings

from tests.publishing.pages.test_site import Tags

pytestmark = pytest.mark.django_db


def test_language_switch_stays_on_the_same_page(client: Client, pages: list[str]) -> None:
    for address in (page for page in pages if "nothing" not in page and not page.startswith("/en")):
        links = {
            each["hreflang"]: each["href"]
            for each in Tags(client.get(address).content.decode()).all("a")
            if "hreflang" in each
        }

        assert client.get(links["en"]).status_code == 200, address
        assert links["en"].split("?")[0] == f"/en{address}".split("?")[0]


def test_every_string_is_translated() -> None:
    polib = pytest.importorskip("polib")
    catalogue = polib.pofile(str(settings.BASE_DIR / "calendar_app/locale/zh_Hans/LC_MESSAGES/django.po"))

    unfinished = [entry.msgid for entry in catalogue if not entry.translated() or "fuzzy" in entry.flags]

    assert unfinished == []


def test_catalogue_holds_every_string_of_the_templates() -> None:
    polib = pytest.importorskip("polib")
    catalogue = polib.pofile(str(settings.BASE_DIR / "calendar_app/locale/zh_Hans/LC_MESSAGES/django.po"))
    known = {entry.msgid for entry in catalogue}
    folder = settings.BASE_DIR / "calendar_app/templates"

    used = {
        message
        for template in folder.rglob("*.*")
        for message in re.findall(r'\{% translate "([^"]+)"', template.read_text("utf-8"))
    }

    assert used - known == set()


def test_who_speaks_neither_language_is_led_to_the_first(client: Client, pages: list[str], settings: Settings) -> None:
    for address in ("/people/", "/en/people/"):
        links = Tags(client.get(address).content.decode()).all("link")

        found = [each["href"] for each in links if each.get("hreflang") == "x-default"]

        assert found == [f"{settings.PUBLIC_URL}/people/"]


def test_on_english_pages_what_is_printed_is_marked_as_chinese(client: Client, pages: list[str]) -> None:
    for address in pages:
        page = client.get(address if address.startswith("/en") else f"/en{address}").content.decode()

        assert unmarked(page) == [], address


def unmarked(page: str) -> list[str]:
    """Return the Chinese words of an English page that no element says to be Chinese."""
    found, held = [], Held()
    held.feed(page)
    for text, languages in held.texts:
        if re.search("[一-鿿]", text) and not any(each.startswith("zh") for each in languages):
            found.append(text.strip())
    return found


class Held(HTMLParser):
    """Texts with the languages of the elements around them; what is typed, code and the seal speak for themselves."""

    ALONE = ("meta", "link", "input", "br", "rect", "line", "path")

    def __init__(self) -> None:
        super().__init__()
        self.over: list[tuple[str, str]] = []
        self.texts: list[tuple[str, list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        is_own = tag in ("script", "title", "code", "textarea", "h1", "option") or told.get("class") == "seal"
        if tag not in self.ALONE:
            self.over.append((tag, "zh" if is_own else told.get("lang") or ""))

    def handle_endtag(self, tag: str) -> None:
        while self.over and self.over.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.texts.append((data, [lang for _tag, lang in self.over]))
