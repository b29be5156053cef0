"""Plots are drawn by the server, each with its table and its spreadsheet, for what the filters ask."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.makers import make_organization, make_participation, make_person, make_public_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def year() -> None:
    body, lin = make_organization(name="东江区教育局", slug="edu"), make_person(slug="lin")
    for kind, month in (("meeting", 3), ("meeting", 3), ("training", 7)):
        event = make_public_event(kind=kind, starts_on=date(2024, month, 5), ends_on=date(2024, month, 6))
        make_participation(event, body.name, type="organization", organization=body, roles=["organizer"])
        make_participation(event, lin.name, person=lin, roles=["lecturer"])


def text_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def drawn(page: str) -> list[list[tuple[str, str]]]:
    """The (kind, number) of the bars of each plot."""
    plots = re.findall(r'<svg viewBox="0 0 400 .*?</svg>', page)
    return [re.findall(r'<rect class="(\w+)"[^>]*/><text[^>]*>(\d+)</text>', each) for each in plots]


def test_plots_and_tables_tell_the_same(client: Client, year: None) -> None:
    page = text_of(client, "/statistics/")

    assert drawn(page) == [[("meeting", "2")], [("training", "1")], [], [], []]
    assert 'href="/events/?kind=meeting&amp;from=2024-03-01&amp;to=2024-03-31">2</a>' in page
    assert '<a href="/organizations/edu/">东江区教育局</a>' in page
    assert '<rect width="3" height="1"/></svg><span>3</span>' in page
    assert "3 人次" in page


def test_filters_narrow_the_plots_and_lead_to_list_and_feed(client: Client, year: None) -> None:
    page = text_of(client, "/statistics/?kind=training&organization=edu")

    assert drawn(page) == [[], [("training", "1")], [], [], []]
    assert 'href="/feeds/?kind=training&amp;organization=edu"' in page
    assert 'href="/statistics/months.csv?kind=training&amp;organization=edu"' in page
    assert "东江区教育局 <span aria-hidden" in page


def test_twelve_months_lead_to_those_before_and_after(client: Client, year: None) -> None:
    page = text_of(client, "/statistics/?kind=meeting&from=2023-06-01&to=2024-05-20")

    assert 'rel="prev" href="/statistics/?kind=meeting&amp;from=2022-06-01&amp;to=2023-05-31"' in page
    assert 'rel="next" href="/statistics/?kind=meeting&amp;from=2024-06-01&amp;to=2025-05-31"' in page
    assert "最后十二个月" not in page
    assert "最后十二个月" in text_of(client, "/statistics/?from=2001-01-01&to=2024-05-20")


@pytest.mark.parametrize(
    ("plot", "lines"),
    [
        ("organizers", ["机构,主办次数", "东江区教育局,3"]),
        ("roles", ["角色,人物,机构,群体,全部", "主办,0,3,0,3", "授课,3,0,0,3"]),
    ],
)
def test_tables_are_spreadsheets_too(client: Client, year: None, plot: str, lines: list[str]) -> None:
    assert text_of(client, f"/statistics/{plot}.csv").removeprefix("\ufeff").splitlines() == lines


def test_months_are_a_spreadsheet_in_english(client: Client, year: None) -> None:
    lines = text_of(client, "/en/statistics/months.csv?to=2024-07-31&from=2024-06-01").splitlines()

    assert lines == [
        "\ufeffMonth,Meeting,Training,Ceremony,Activity,Milestone,All",
        "2024-06,0,0,0,0,0,0",
        "2024-07,0,1,0,0,0,1",
    ]


def test_nothing_found_says_so_and_leads_back(client: Client, year: None) -> None:
    for query in ("kind=ceremony", "from=2024-07-02&to=2024-07-01", "to=0001-01-01", "to=9999-12-31", "person=nobody"):
        page = text_of(client, f"/statistics/?{query}")

        assert drawn(page) == []
        assert "全部事件的统计" in page


def test_statistics_cost_the_same_queries_for_one_row_and_for_three(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in (1, 2, 3):
        event = make_public_event()
        body = make_organization(name=f"东江区第{number}局")
        make_participation(event, body.name, type="organization", organization=body, roles=["organizer"])
        if number == 2:
            continue
        client.get("/statistics/")  # writes what search knows of an event
        with django_assert_num_queries(6):
            assert client.get("/statistics/").status_code == 200
