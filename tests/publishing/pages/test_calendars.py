"""The calendar opens where something is; a month is a table whose bars span days and whose days have room for three."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from calendar_app.publishing.pages import calendars
from tests.makers import make_public_event

pytestmark = pytest.mark.django_db


def text_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_calendar_opens_on_the_nearest_month_that_has_something(client: Client) -> None:
    make_public_event(starts_on=date(2021, 3, 4), ends_on=date(2021, 3, 4))
    make_public_event(starts_on=date(2019, 3, 4), ends_on=date(2019, 3, 4))

    answer = client.get("/calendar/")

    assert answer["Location"] == "/calendar/2021/03/"
    assert "2021年3月是离今天最近、有内容的月份" in text_of(client, "/calendar/2021/03/")


def test_calendar_opens_on_this_month_where_nothing_is(client: Client) -> None:
    assert client.get("/calendar/")["Location"] == f"/calendar/{timezone.localdate():%Y/%m}/"


def test_empty_month_says_where_the_nearest_something_is(client: Client) -> None:
    make_public_event(starts_on=date(2024, 7, 25), ends_on=date(2024, 7, 25))

    page = text_of(client, "/calendar/2024/03/")

    assert "2024年3月没有已知的事件" in page
    assert 'href="/calendar/2024/07/"' in page


def test_month_spans_days_and_counts_what_finds_no_room(client: Client) -> None:
    make_public_event("三天的培训班", kind="training", starts_on=date(2024, 7, 24), ends_on=date(2024, 7, 26))
    for number in range(4):
        make_public_event(f"第{number}次会")

    page = text_of(client, "/calendar/2024/07/")

    assert '<td colspan="3" headers="d0724" class="bar-cell">' in page
    assert "还有 2 项" in page
    assert "from=2024-07-25&amp;to=2024-07-25" in page
    assert "<caption" in page


def test_month_keeps_what_is_known_to_the_month_apart(client: Client) -> None:
    known_to_ten_days = {"starts_on": date(2024, 7, 21), "ends_on": date(2024, 7, 31), "precision": "month"}
    make_public_event("月内完成的事", **known_to_ten_days)

    page = text_of(client, "/calendar/2024/07/")

    assert "这段时间内，日期未载明" in page
    assert "2024年7月下旬" in page
    assert "bar-cell" not in page


def test_month_prints_lunar_days_terms_and_days_off(client: Client) -> None:
    page = text_of(client, "/calendar/2024/10/")

    assert "寒露" in page
    assert "初九" in page
    assert page.count(">休</span>") == 7
    assert page.count(">班</span>") == 1


def test_week_and_year_show_the_event(client: Client) -> None:
    make_public_event("防汛工作部署会")

    week, year = text_of(client, "/calendar/2024/week/30/"), text_of(client, "/calendar/2024/")

    assert "防汛工作部署会" in week
    assert 'class="heat-1"' in year


def test_year_counts_an_event_once_in_each_month_it_touches(client: Client) -> None:
    make_public_event("摄影展", starts_on=date(2024, 7, 30), ends_on=date(2024, 9, 2))
    make_public_event("防汛会", starts_on=date(2024, 8, 5), ends_on=date(2024, 8, 5))

    months = client.get("/calendar/2024/").context["months"]

    assert [month["total"] for month in months] == [0, 0, 0, 0, 0, 0, 1, 2, 1, 0, 0, 0]


@pytest.mark.parametrize("address", ["/calendar/2023/week/53/", "/calendar/2024/13/", "/calendar/0001/01/"])
def test_dates_that_are_none_are_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "address", ["/calendar/1900/01/", "/calendar/2099/12/", "/calendar/2099/week/53/", "/calendar/1900/"]
)
def test_the_ends_of_time_answer(client: Client, address: str) -> None:
    text_of(client, address)


def test_months_cost_the_same_queries_for_one_row_and_for_three(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for day in (1, 2, 3):
        make_public_event(starts_on=date(2024, 7, day), ends_on=date(2024, 7, day))
        if day == 2:
            continue
        with django_assert_num_queries(6):
            text_of(client, "/calendar/2024/07/")
        with django_assert_num_queries(2):
            text_of(client, "/calendar/2024/week/27/")


def test_crowded_days_tell_a_few_and_lead_to_the_rest(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendars, "MANY", 9)
    for number in range(10):
        make_public_event(f"第{number}次会", starts_on=date(2024, 7, 2), ends_on=date(2024, 7, 2))

    month, week = client.get("/calendar/2024/07/"), client.get("/calendar/2024/week/27/")

    assert month.context["count"] == week.context["count"] == 10
    assert [(len(day.told), day.further) for day in month.context["agenda"]] == [(2, 8)]
    assert [(len(day.told), day.further) for day in week.context["days"] if day.events] == [(8, 2)]
    assert "还有 7 项" in month.content.decode()
    assert "/events/?from=2024-07-02&amp;to=2024-07-02" in week.content.decode()


def test_days_with_room_tell_all(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendars, "MANY", 10)
    for number in range(10):
        make_public_event(f"第{number}次会", starts_on=date(2024, 7, 2), ends_on=date(2024, 7, 2))

    agenda = client.get("/calendar/2024/07/").context["agenda"]

    assert [(len(day.told), day.further) for day in agenda] == [(10, 0)]


def test_year_counts_events_of_the_same_days_once_each(client: Client) -> None:
    for _ in range(3):
        make_public_event(starts_on=date(2024, 7, 1), ends_on=date(2024, 7, 2))
    make_public_event(starts_on=None, ends_on=date(2024, 7, 2))

    july = client.get("/calendar/2024/").context["months"][6]

    assert {day[0]: day[1] for week in july["rows"] for day in week if day and day[1]} == {
        date(2024, 7, 1): 3,
        date(2024, 7, 2): 4,
    }


def test_month_tells_the_events_of_a_day_in_their_order(client: Client) -> None:
    day = {"starts_on": date(2024, 7, 26), "ends_on": date(2024, 7, 26)}
    make_public_event("晚间调度会", day_part="evening", **day)
    make_public_event("下午学习会", day_part="afternoon", **day)
    make_public_event("三点的座谈会", starts_at=time(15), day_part="afternoon", **day)

    weeks = client.get("/calendar/2024/07/").context["weeks"]

    [told] = [each.stacked for week in weeks for each in week.days if each.stacked]
    assert [event.name for event in told] == ["下午学习会", "三点的座谈会", "晚间调度会"]


@pytest.mark.parametrize("address", ["/en/calendar/2024/07/", "/en/calendar/2024/week/30/", "/en/calendar/2024/"])
def test_calendar_says_what_it_is_narrowed_to_and_lets_it_go(client: Client, address: str) -> None:
    make_public_event("网格员培训班", kind="training")

    page = text_of(client, f"{address}?kind=training&q=网格员")

    assert f'<a href="{address}?q=' in page
    assert 'title="Without Training"' in page
    assert f'<a href="{address}?kind=training" title="Without “网格员”">' in page
    assert "Narrowed to" not in text_of(client, address)


def test_week_tells_an_event_whole_on_its_first_day_and_shortly_on_the_others(client: Client) -> None:
    make_public_event("骨干培训班", kind="training", starts_on=date(2024, 7, 19), ends_on=date(2024, 7, 24))

    page = text_of(client, "/calendar/2024/week/30/")

    assert [part.count("骨干培训班") for part in page.split('<li class="event is-told">')] == [1, 1, 1]


@pytest.mark.parametrize(("prefix", "days"), [("", "2024年7月29日至8月4日"), ("/en", "29 July to 4 August 2024")])
def test_week_names_its_days_without_saying_the_year_twice(client: Client, prefix: str, days: str) -> None:
    assert f'<p class="quiet">{days}</p>' in text_of(client, f"{prefix}/calendar/2024/week/31/")
