"""Every page of the desk's in a real browser: no serious fault, no console error, nothing that flows out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import Group
from pytest_django.live_server_helper import LiveServer

from calendar_app.models import DuplicateCandidate
from calendar_app.review.actors import merge_actors
from calendar_app.review.decisions import publish
from tests.admin.test_lists_and_forms import MODELS, make_everything
from tests.browser.conftest import OpenPage
from tests.makers import make_article, make_event, make_person, make_user
from tests.tellings import make_telling


def lists_and_forms() -> Iterator[str]:
    for model in MODELS:
        yield f"{model.__name__.lower()}/"
        yield f"{model.__name__.lower()}/{model._default_manager.latest('pk').pk}/change/"  # type: ignore[attr-defined]


RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.mark.parametrize(
    ("width", "scheme", "prefix"), [(1280, "light", ""), (390, "light", "/en"), (1280, "dark", ""), (390, "dark", "")]
)
def test_pages_of_ours_have_no_serious_faults(
    live_server: LiveServer, signed_in: OpenPage, width: int, scheme: str, prefix: str
) -> None:
    bulletin, meeting, _training = make_telling()
    publish(meeting, by=make_user(), waive=True)
    make_everything()
    group, _is_new = Group.objects.get_or_create(name="Reader")
    merge_actors(make_person("林清远"), make_person("林青远"), by=None)
    twin = make_event("全区防汛工作部署会", make_article(), location="区会议中心")
    pair = DuplicateCandidate.objects.create(first=meeting, second=twin, score=0.9)
    page = signed_in(width, scheme=scheme)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    addresses = (
        *lists_and_forms(),
        f"participation/{meeting.participations.first().pk}/link/?q=林",  # type: ignore[union-attr]
        "person/import/",
        "event/add/",
        "bulletin/add/",
        f"bulletin/{bulletin.pk}/change/",
        f"event/{meeting.pk}/desk/",
        f"event/{meeting.pk}/change/",
        f"event/{meeting.pk}/history/",
        f"event/{meeting.pk}/delete/",
        "../auth/group/",
        f"../auth/group/{group.pk}/change/",
        "../auth/user/",
        "../auth/user/add/",
        f"../auth/user/{make_user().pk}/change/",
        "../password_change/",
        f"duplicatecandidate/{pair.pk}/change/",
    )
    found = {}

    for address in ("../", *addresses):
        page.goto(f"{live_server.url}{prefix}/admin/calendar_app/{address}")
        page.wait_for_load_state("networkidle")
        wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        told, complaints[:] = list(complaints), []
        violations = Axe().run(page, options=RULES).response["violations"]
        complaints.clear()  # what the checker itself did to the page
        serious = [
            (each["id"], each["nodes"][0]["html"]) for each in violations if each["impact"] in ("serious", "critical")
        ]
        found[address] = [*told, *serious, *(["flows out"] if wide else [])]

    assert {address: faults for address, faults in found.items() if faults} == {}
