"""What is found comes by name first, then by people and bodies, then the rest, however many there are."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from calendar_app.models import Event
from calendar_app.publishing import search
from calendar_app.publishing.search import ranking
from tests.makers import make_event, make_participation, make_public_event

pytestmark = pytest.mark.django_db


def told(name: str, day: int, who: str = "", summary: str = "") -> Event:
    event = make_public_event(name, starts_on=date(2024, 7, day), ends_on=date(2024, 7, day), summary=summary)
    if who:
        make_participation(event, who)
    return event


@pytest.fixture
def in_order() -> list[int]:
    """The keys of events about 防汛 in the order they are wanted in."""
    rest = [told("例会", 9, summary="谈及防汛"), told("例会", 8, summary="防汛")]
    people = [told("例会", 7, "市防汛办"), told("例会", 2, "区防汛办")]
    names = [told("防汛会", 6), told("防汛演练", 5), told("防汛部署会", 1, "市防汛办")]
    told("抗旱会", 4)
    make_event("没有批准的防汛会")
    return [event.pk for event in (*names, *people, *rest)]


@pytest.mark.parametrize("few", [0, 2, 3, 4, 8, 2000])
@pytest.mark.parametrize("first", [0, 1, 30])
@pytest.mark.parametrize("is_narrowed", [True, False])
def test_order_is_the_same_for_few_and_for_many(
    in_order: list[int], monkeypatch: pytest.MonkeyPatch, few: int, first: int, is_narrowed: bool
) -> None:
    monkeypatch.setattr(ranking, "FEW", few)
    monkeypatch.setattr(ranking, "FIRST", first)

    found = search.ranked(Event.objects.public(), "防汛", is_narrowed)

    assert list(found[:]) == in_order
    assert (len(found), found[4]) == (7, in_order[4])
    assert [found[start : start + 2] for start in range(0, 8, 2)] == [in_order[at : at + 2] for at in range(0, 8, 2)]


@pytest.mark.parametrize("few", [0, 2000])
def test_days_and_filters_narrow_what_is_ranked(in_order: list[int], monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    monkeypatch.setattr(ranking, "FEW", few)
    events = Event.objects.public()

    asked = {text: list(search.ranked(events, text)) for text in ("防汛 7月6日", "2024年7月上旬", "，", "毕业")}

    assert asked["防汛 7月6日"] == in_order[:1]
    assert len(asked["2024年7月上旬"]) == 8
    assert (asked["，"], asked["毕业"]) == ([], [])
    assert list(search.ranked(events.filter(pk__in=in_order[4:]), "防汛")) == in_order[4:]


@pytest.mark.parametrize("few", [0, 2000])
@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("上周", (date(2024, 7, 15), date(2024, 7, 21))),
        ("昨天", (date(2024, 7, 23), date(2024, 7, 23))),
        ("下个月", (date(2024, 8, 1), date(2024, 8, 31))),
        ("去年", (date(2023, 1, 1), date(2023, 12, 31))),
    ],
)
def test_a_period_counted_from_today_holds_what_goes_on_in_it(
    monkeypatch: pytest.MonkeyPatch, few: int, text: str, days: tuple[date, date]
) -> None:
    monkeypatch.setattr(ranking, "FEW", few)
    monkeypatch.setattr(timezone, "localdate", lambda: date(2024, 7, 24))
    first, last = days
    inside = [
        make_public_event("防汛会", starts_on=last, ends_on=last),
        make_public_event("防汛演练", starts_on=first, ends_on=first),
        make_public_event("防汛例会", starts_on=None, ends_on=first),
        make_public_event("防汛值守", starts_on=date(2020, 1, 1), ends_on=date(2030, 1, 1)),  # very long
    ]
    make_public_event("防汛前", starts_on=date(2010, 1, 1), ends_on=date(2010, 1, 1))
    make_public_event("防汛后", starts_on=date(2025, 1, 1), ends_on=date(2025, 1, 1))
    make_public_event("防汛很久以前", starts_on=date(2010, 1, 1), ends_on=date(2010, 12, 31))  # as long
    make_public_event("防汛不知何时", starts_on=None, ends_on=None)
    other = make_public_event("抗旱会", starts_on=first, ends_on=first)
    make_event("没有批准的防汛会", starts_on=first, ends_on=first)

    asked = search.ranked(Event.objects.public(), f"{text} 防汛", is_narrowed=False)
    alone = search.ranked(Event.objects.public(), text, is_narrowed=False)

    assert set(asked[:]) == {event.pk for event in inside}
    assert len(asked) == 4
    assert set(alone[:]) == {*(event.pk for event in inside), other.pk}
