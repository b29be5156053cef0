"""A real browser over a live server; without Chromium these tests skip, and fail where CI=true."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date, time

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from calendar_app.models import Event, EventRelation, Place, Series, SeriesMembership, Session
from tests.makers import (
    make_article,
    make_bulletin,
    make_fact,
    make_organization,
    make_participation,
    make_person,
    make_public_event,
)

TEXT = (
    "7月25日至26日，东江区举办社区工作者能力提升培训班。副部长林清远作专题授课，部长周雅琴主持。"
    "7月26日下午，东江区防汛工作部署会在会议中心召开。"
)
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
OpenPage = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    if not chromium:
        missing = "no Chromium here; install Debian's package chromium"
        pytest.fail(missing) if os.environ.get("CI") == "true" else pytest.skip(missing)
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright runs its loop in the thread that asks the database
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Open a page of the given width, with or without JavaScript, in light or dark."""
    contexts = []

    def opened(width: int = 1280, *, javascript: bool = True, scheme: str = "light") -> Page:
        size = {"width": width, "height": 900}
        context = browser.new_context(
            viewport=size, java_script_enabled=javascript, color_scheme=scheme, locale="zh-CN"
        )
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def plain_cookies(settings: Settings) -> None:
    """Let cookies travel over the live server's plain HTTP."""
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = False


@pytest.fixture
def signed_in(transactional_db: None, plain_cookies: None, open_page: OpenPage, live_server: LiveServer) -> OpenPage:
    """Open pages as somebody who may do everything."""
    client = Client()
    client.force_login(User.objects.create_superuser("lin"))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]

    def opened(width: int = 1280, *, javascript: bool = True, scheme: str = "light") -> Page:
        page = open_page(width, javascript=javascript, scheme=scheme)
        page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
        return page

    return opened


def reach(page: Page, selector: str, key: str = "Tab", most: int = 60) -> None:
    """Go to an element by pressing Tab, as often as it takes; whatever is passed is seen to have the focus."""
    for _press in range(most):
        page.keyboard.press(key)
        unseen, reached = page.evaluate(IN_FOCUS, selector)
        if unseen:
            pytest.fail(f"the keyboard stands where nobody sees it: {unseen}")
        if reached:
            return
    pytest.fail(f"{selector} is not reached by {most} presses of {key}")


# The element in focus, where it has no outline or no place within the window; and whether it is the one looked for.
IN_FOCUS = """(selector) => {
  const [one, box] = [document.activeElement, document.activeElement.getBoundingClientRect()];
  const style = getComputedStyle(one);
  const seen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1 && box.width && box.height;
  const within = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return [one === document.body || (seen && within) ? "" : one.outerHTML.slice(0, 200), one.matches(selector)];
}"""


@pytest.fixture
def training(transactional_db: None) -> Event:
    """A training with a programme, lecturers and a series, the meeting after it, and events in every status."""
    bulletin = make_bulletin(TEXT, title="东江区情通报")
    article = make_article(bulletin, headline="东江区举办培训班", source="区委组织部")
    event = make_public_event("社区工作者能力提升培训班", article, kind="training", ends_on=date(2024, 7, 26))
    hall = Place.objects.create(name="会议中心", slug="hall")
    meeting = make_public_event(
        "防汛工作部署会",
        article,
        starts_on=date(2024, 7, 26),
        ends_on=date(2024, 7, 26),
        day_part="afternoon",
        place=hall,
    )
    EventRelation.objects.create(from_event=meeting, to_event=event, type="follows")
    SeriesMembership.objects.create(
        series=Series.objects.create(name="能力提升", slug="skills"), event=event, ordinal=3
    )
    body = make_organization(name="东江区", slug="dongjiang")
    make_participation(event, "东江区", type="organization", organization=body, roles=["organizer"])
    lecturer = make_participation(event, "林清远", person=make_person(slug="lin"), post="副部长", roles=["lecturer"])
    chair = make_participation(
        event, "周雅琴", person=make_person(name="周雅琴", slug="zhou"), post="部长", roles=["chair", "speaker"]
    )
    make_participation(meeting, "林望舒", person=make_person(name="林望舒", slug="wang"))
    for order, (name, day, at) in enumerate([("社区预算怎么编", 25, time(9)), ("案例分享", 26, None)]):
        item = Session.objects.create(event=event, order=order, name=name, starts_on=date(2024, 7, day), starts_at=at)
        item.speakers.add(lecturer)
    make_fact(event, "starts_on", "2024-07-25", bulletin=bulletin, spans=[span("7月25日至26日")], basis="inferred")
    make_fact(event, "name", event.name, bulletin=bulletin, spans=[span("社区工作者能力提升培训班")])
    make_fact(event, "name", "周雅琴", participation=chair, bulletin=bulletin, spans=[span("周雅琴")])
    make_public_event("取消的比赛", kind="activity", status="cancelled")
    make_public_event("延期的颁奖", kind="ceremony", status="postponed", previous_starts_on=date(2024, 7, 18))
    make_public_event("年度任务", kind="milestone", starts_on=None, ends_on=date(2024, 7, 31), status="scheduled")
    make_public_event(
        "月内的宣传", kind="activity", precision="month", starts_on=date(2024, 7, 21), ends_on=date(2024, 7, 31)
    )
    for number in range(4):
        make_public_event(f"第{number + 1}次调度会")
    return event


def span(words: str) -> list[int]:
    return [TEXT.index(words), TEXT.index(words) + len(words)]


@pytest.fixture
def addresses(training: Event) -> list[str]:
    """One page of every sort."""
    return [
        "/",
        "/calendar/2024/",
        "/calendar/2024/07/",
        "/calendar/2024/03/",
        "/calendar/2024/week/30/",
        "/events/",
        "/events/?q=无此事",
        f"/events/?person=lin&kind=party&q={training.name[:2]}",
        "/events/?from=2024-07-26&to=2024-07-26",
        "/events/?person_name=林&place_name=无此处",
        f"/events/{training.pk}/{training.slug}/",
        "/people/",
        "/people/lin/",
        "/organizations/",
        "/organizations/dongjiang/",
        "/places/",
        "/places/hall/",
        "/series/",
        "/series/skills/",
        "/bulletins/",
        f"/bulletins/{training.articles.get().bulletin_id}/",
        f"/events/{training.pk}/{training.slug}/correction/",
        "/corrections/",
        "/statistics/",
        "/feeds/?organization=dongjiang&person_name=林",
        "/statistics/?kind=ceremony&to=2020-01-31",
        "/embed/?view=month",
        "/embed/list/",
        "/embed/month/2024/07/",
        "/api/docs",
        "/nothing/",
    ]
