"""Each check sees what it is for, says the way out, and is silent about what is right."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from calendar_app.models import Event, EventSource
from calendar_app.review.checks import faults, forbidding
from tests.makers import make_article, make_bulletin, make_event, make_participation, make_person

pytestmark = pytest.mark.django_db


def seen(event: Event) -> list[tuple[str, bool]]:
    return [(fault.check, fault.forbids) for fault in faults(event) if fault.check != "no-organizer"]


def test_sound_event_has_no_fault() -> None:
    event = make_event(article=make_article(), date_text="7月25日（星期四）")
    make_participation(event, "东江区水务局", type="organization", roles=["organizer"])
    make_participation(event, "林清远", post="区委副书记、区长")

    assert faults(event) == []


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"date_text": "7月25日（星期三）"}, [("weekday", True)]),
        ({"date_text": "7月25日（星期四）"}, []),
        ({"date_text": "7月27日周日", "starts_on": date(2024, 7, 28), "ends_on": date(2024, 7, 28)}, []),
        ({"starts_on": None, "ends_on": None}, [("no-date", False)]),
        ({"starts_on": date(2024, 8, 1), "ends_on": None}, [("after-bulletin", True)]),
        ({"starts_on": date(2024, 8, 1), "ends_on": None, "status": "scheduled"}, []),
    ],
)
def test_dates_are_checked(fields: dict[str, Any], found: list[tuple[str, bool]]) -> None:
    event = make_event(article=make_article(make_bulletin(published_on=date(2024, 7, 31))), **fields)

    assert seen(event) == found
    assert [fault.check for fault in forbidding(event)] == [check for check, forbids in found if forbids]


def test_announcement_merged_with_its_report_is_no_report_before_the_day() -> None:
    event = make_event(article=make_article(make_bulletin(published_on=date(2024, 7, 18))))
    alone = seen(event)
    EventSource.objects.create(event=event, article=make_article(make_bulletin(published_on=date(2024, 7, 31))))

    assert alone == [("after-bulletin", True)]
    assert seen(event) == []


def test_end_before_start_is_seen_before_it_is_stored() -> None:
    event = make_event()
    event.ends_on = date(2024, 7, 24)

    assert seen(event) == [("end", True)]


@pytest.mark.parametrize(
    ("post", "found"),
    [
        ("区水务局局常", [("office", False)]),
        ("区水务局局长", []),
        ("江南大学", []),
        ("区委副书记、区掌", []),
        ("", []),
    ],
)
def test_unknown_office_is_seen(post: str, found: list[tuple[str, bool]]) -> None:
    event = make_event()
    make_participation(event, "林清远", post=post)

    assert seen(event) == found


def test_two_posts_at_once_are_seen_with_both() -> None:
    person = make_person("林清远")
    here, there = make_event(), make_event("东江论坛", starts_on=date(2024, 7, 10), ends_on=date(2024, 7, 10))
    make_participation(here, "林清远", person=person, post="区长")
    make_participation(there, "林清远", person=person, post="江南大学教授")

    found = [fault for fault in faults(here) if fault.check == "two-posts"]

    assert len(found) == 1
    assert all(word in found[0].reason for word in ("区长", "江南大学教授", "东江论坛"))


@pytest.mark.parametrize(
    ("post", "day"),
    [("东江区区长", date(2024, 7, 10)), ("区委副书记、区长", date(2024, 7, 10)), ("江南大学教授", date(2024, 1, 10))],
)
def test_one_post_told_more_fully_or_long_ago_is_no_fault(post: str, day: date) -> None:
    person = make_person("林清远")
    here, there = make_event(), make_event(starts_on=day, ends_on=day)
    make_participation(here, "林清远", person=person, post="区长")
    make_participation(there, "林清远", person=person, post=post)

    assert seen(here) == []


def test_name_one_character_off_a_known_one_is_seen() -> None:
    event = make_event()
    make_person("林清远")
    make_participation(event, "林青远", person=make_person("林青远"))

    assert seen(event) == [("one-off", False)]


@pytest.mark.parametrize(("known", "new"), [("李明", "李伟"), ("林清远", "陈立人"), ("林清远", "林清远山")])
def test_other_names_are_no_misprints(known: str, new: str) -> None:
    event = make_event()
    make_person(known)
    make_participation(event, new, person=make_person(new))

    assert seen(event) == []
