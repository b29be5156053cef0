"""One press narrows the list to days or kinds, and the same press again opens it."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from calendar_app.publishing.filters import Filters
from calendar_app.publishing.pages.quick import kinds, periods
from tests.makers import make_public_event

TODAY = date(2026, 11, 28)
PERIODS = [
    ("今后", "organization=xhq&from=2026-11-28"),
    ("本周", "organization=xhq&from=2026-11-23&to=2026-11-29"),
    ("本月", "organization=xhq&from=2026-11-01&to=2026-11-30"),
]


def test_days_most_people_ask_for_are_a_press_away() -> None:
    presses = periods(Filters(organization=("xhq",), until=date(2026, 1, 1)), TODAY)

    assert [(press.label, press.query) for press in presses] == PERIODS
    assert not any(press.is_taken for press in presses)


@pytest.mark.parametrize("taken", range(3))
def test_days_that_are_taken_are_left_by_the_same_press(taken: int) -> None:
    presses = periods(Filters.read(PERIODS[taken][1]), TODAY)

    assert [press.is_taken for press in presses] == [place == taken for place in range(3)]
    assert presses[taken].query == "organization=xhq"


def test_kinds_are_taken_in_and_left_out() -> None:
    presses = kinds(Filters.read("kind=training&from=2026-11-01"))

    assert [(press.label, press.query, press.is_taken) for press in presses[:3]] == [
        ("会议", "kind=meeting&kind=training&from=2026-11-01", False),
        ("培训", "from=2026-11-01", True),
        ("仪式", "kind=training&kind=ceremony&from=2026-11-01", False),
    ]


@pytest.mark.django_db
def test_list_marks_what_is_taken(client: Client) -> None:
    make_public_event("防汛会")

    page = client.get("/events/?kind=training").content.decode()

    assert '<a href="/events/" aria-current="true"><span class="kind training">培训</span></a>' in page
    assert '<a href="/events/?kind=meeting&amp;kind=training"><span class="kind meeting">会议</span></a>' in page
