"""What runs for weeks is told first on each day it is on: on the front page, in lists from today, in those of a day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from calendar_app.models import Event, Place
from calendar_app.publishing import keys, ongoing
from calendar_app.publishing.ongoing import FromDay, beginning, going_on
from calendar_app.publishing.pages import front
from calendar_app.vocabulary import Precision, Status
from tests.makers import make_event, make_participation, make_person, make_public_event

pytestmark = pytest.mark.django_db


def make(name: str, first: int, last: int, **told: Any) -> Event:
    """Make an event from so many days from today to so many."""
    today = timezone.localdate()
    return make_public_event(name, starts_on=today + timedelta(first), ends_on=today + timedelta(last), **told)


@pytest.fixture
def town() -> None:
    make("早已结束", -30, -1)
    make("长期展", -28, 40)
    make("今日会", 0, 0)
    make("今日起的展", 0, 9)
    make("明日会", 1, 1)
    make("开放周", -3, 0)
    make("取消的展", -2, 5, status=Status.CANCELLED)
    make("整月活动", -9, 9, precision=Precision.MONTH)
    make_public_event("期限", starts_on=None, ends_on=timezone.localdate() + timedelta(3))
    make_event("草稿展", starts_on=timezone.localdate() - timedelta(1), ends_on=timezone.localdate() + timedelta(1))


def names(client: Client, address: str) -> tuple[list[str], list[str]]:
    """The names of the events that go on, and of all others of a list."""
    page = re.sub("</?mark>", "", client.get(address).content.decode()).partition(
        '<section aria-labelledby="reported"'
    )[0]
    block = re.search(r'<li class="day going-on">.*?</ol>', page, re.DOTALL)
    told = block.group() if block else ""
    return tuple(re.findall(r'event-name"><a[^>]*>(?:<s>)?([^<]+)', part) for part in (told, page.replace(told, "")))  # type: ignore[return-value]


def test_what_goes_on_is_known_to_the_day_and_ends_soonest_first(town: None) -> None:
    assert [event.name for event in going_on(Event.objects.public(), timezone.localdate())] == ["开放周", "长期展"]
    assert [event.name for event in going_on(Event.objects.public().of_kind("training"), timezone.localdate())] == []


def test_front_page_tells_first_what_goes_on(client: Client, town: None) -> None:
    begun, others = names(client, "/")

    assert begun == ["开放周", "长期展"]
    assert sorted(others) == sorted(["整月活动", "取消的展", "今日会", "今日起的展", "明日会", "期限"])


def test_front_page_leads_to_what_else_goes_on(client: Client, town: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front, "SHOWN_ONGOING", 1)
    day = timezone.localdate()

    page = client.get("/").content.decode()

    assert f'<a href="/events/?from={day}&amp;to={day}">另有 1 项进行中</a>' in page
    assert names(client, "/")[0] == ["开放周"]


def test_front_page_with_nothing_but_what_goes_on_is_not_empty(client: Client) -> None:
    make("长期展", -28, 40)

    page = client.get("/").content.decode()

    assert names(client, "/") == (["长期展"], [])
    assert "今天及以后暂无预告" not in page


def test_list_from_today_tells_first_what_goes_on(client: Client, town: None) -> None:
    day = timezone.localdate()

    begun, others = names(client, f"/events/?from={day}")

    assert begun == ["开放周", "长期展"]
    assert others == ["今日会", "今日起的展", "明日会", "期限", "取消的展", "整月活动"]
    assert client.get(f"/events/?from={day}").context["page"].paginator.count == 8
    assert names(client, f"/events/?from={day}&kind=training") == ([], [])


def test_list_of_a_day_tells_first_what_began_before_it(client: Client, town: None) -> None:
    day = timezone.localdate() - timedelta(1)

    begun, others = names(client, f"/events/?from={day}&to={day}")

    assert (begun, others) == (["早已结束", "开放周", "长期展"], ["取消的展", "整月活动"])
    assert "此前开始" in client.get(f"/events/?from={day}&to={day}").content.decode()


@pytest.mark.parametrize("period", ["", "from={before}", "to={last}", "from={before}&to={today}"])
def test_list_whose_days_hold_today_goes_on_from_it_then_back(client: Client, town: None, period: str) -> None:
    today = timezone.localdate()
    days = {"today": today, "before": today - timedelta(40), "last": today + timedelta(60)}
    ahead = [] if period.endswith("to={today}") else ["明日会", "期限"]

    begun, others = names(client, f"/events/?{period.format(**days)}")

    assert begun == ["开放周", "长期展"]
    assert others == ["今日会", "今日起的展", *ahead, "取消的展", "整月活动", "早已结束"]


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("to={yesterday}", ["取消的展", "开放周", "整月活动", "长期展", "早已结束"]),
        ("from={today}&q=展", ["今日起的展", "取消的展", "长期展"]),
    ],
)
def test_list_of_what_was_and_search_keep_their_order(
    client: Client, town: None, period: str, expected: list[str]
) -> None:
    today = timezone.localdate()

    begun, others = names(client, f"/events/?{period.format(today=today, yesterday=today - timedelta(1))}")

    assert (begun, others) == ([], expected)


def test_what_was_stands_under_its_own_heading(client: Client, town: None) -> None:
    page = client.get("/en/events/").content.decode()

    coming, _sep, past = page.partition('<h2 class="turned">Before today</h2>')

    assert "明日会" in coming
    assert "早已结束" not in coming
    assert "早已结束" in past
    assert "Before today" not in client.get("/en/events/?q=展").content.decode()


def test_person_place_and_body_tell_the_nearest_first(client: Client) -> None:
    hall = Place.objects.create(name="礼堂", slug="hall")
    lin = make_person(slug="lin")
    for days in (-9, -2, 3, 30):
        event = make(f"{days}日", days, days, place=hall)
        make_participation(event, "林清远", person=lin)

    told = [names(client, address)[1] for address in ("/people/lin/", "/places/hall/", "/events/?person=lin")]

    assert told == [["3日", "30日", "-2日", "-9日"]] * 3


def test_week_says_on_which_day_it_is_today(client: Client) -> None:
    today = timezone.localdate()
    make("长期展", -28, 40)

    page = client.get(f"/calendar/{today:%G/week/%V}/").content.decode()

    assert page.count(">长期展</a>") == 7
    assert page.count("进行中") == 1
    assert "进行中" in page.partition("is-today")[2].partition("</li>")[0]


def test_of_very_many_that_go_on_the_rest_keeps_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ongoing, "MOST", 2)
    events = [make(f"第{n}展", -n, n) for n in (1, 2, 3)] + [make("明日会", 1, 1)]
    expected = [events[n].pk for n in (0, 1, 3, 2)]

    today, ahead = timezone.localdate(), Event.objects.public().ahead(timezone.localdate())
    keys = FromDay(ahead, today, ahead.latest_first().values_list("pk", flat=True), beginning(today), ahead)

    assert (list(keys), len(keys)) == (expected, 4)
    assert [keys[0:1], keys[1:3], keys[3:9], keys[4:9], keys[:]] == [
        expected[:1],
        expected[1:3],
        expected[3:],
        [],
        expected,
    ]
    assert keys[2] == expected[2]


def test_lists_cost_the_same_queries_for_one_that_goes_on_and_for_three(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    day: date = timezone.localdate()
    for number in (1, 2, 3):
        make(f"第{number}展", -number, number)
        make(f"第{number}会", number, number)
        if number == 2:
            continue
        for address, queries in (("/", 6), (f"/events/?from={day}", 9)):
            client.get(address)  # writes what search knows of an event
            with django_assert_num_queries(queries):
                assert client.get(address).status_code == 200


@pytest.mark.parametrize("asked", ["", "?status=held", "?role=chair", "?status=held&kind=meeting"])
def test_lists_by_whatever_tell_the_nearest_first_and_then_what_was(client: Client, asked: str) -> None:
    for name, first in (("前天会", -2), ("昨天会", -1), ("今天会", 0), ("明天会", 1), ("后天会", 2)):
        make_participation(make(name, first, first), "林清远", roles=["chair"])

    assert names(client, f"/events/{asked}") == ([], ["今天会", "明天会", "后天会", "昨天会", "前天会"])


def test_what_begins_is_found_also_where_it_is_much(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, first in (("昨天会", -1), ("今天会", 0), ("明天会", 1), ("后天会", 2)):
        make(name, first, first)
    monkeypatch.setattr(ongoing, "FEW", 2)
    monkeypatch.setattr(keys, "FEW", 2)

    assert names(client, "/events/")[1] == ["今天会", "明天会", "后天会", "昨天会"]


def test_front_page_takes_what_is_known_to_the_month_for_nothing_that_was(client: Client) -> None:
    make("整月活动", -9, 9, precision=Precision.MONTH)
    make("明日会", 1, 1)
    make("早已结束", -30, -1)

    page = client.get("/en/").content.decode()

    assert names(client, "/") == ([], ["整月活动", "明日会"])
    assert "Before today" not in page
