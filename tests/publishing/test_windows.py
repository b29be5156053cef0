"""Which events a feed holds where it cannot hold all: the nearest, whatever of their days is known."""

from __future__ import annotations

from datetime import date

import pytest

from calendar_app.models import Event
from calendar_app.publishing import rows, windows
from calendar_app.publishing.rows import Asking, asking, nearest
from calendar_app.publishing.windows import Asked, Window, fresh, light
from tests.makers import make_event, make_public_event

pytestmark = pytest.mark.django_db
TODAY = date(2024, 7, 25)


def day(number: int) -> date:
    return date(2024, 7, number)


def events() -> tuple[Asking, Asking]:
    return asking(Event.objects.public()), asking(Event.objects.none())


def picked(most: int) -> set[str]:
    found = [row.pk for batch in nearest(*events(), TODAY, most) for row in batch]
    return {event.name for event in Event.objects.in_bulk(found).values()}


def window(room: int = 1_000_000) -> Window:
    return light(Asked(*events(), fresh), TODAY, room)


def shown(parts: list[bytes]) -> list[str]:
    return [
        line.removeprefix("SUMMARY:") for line in b"".join(parts).decode().split("\r\n") if line.startswith("SUMMARY:")
    ]


def test_each_kind_of_day_gives_its_nearest() -> None:
    for far in (5, 1):
        make_public_event(f"后{far}", starts_on=day(25 + far), ends_on=day(25 + far))
        make_public_event(f"前{far}", starts_on=day(24 - far), ends_on=None)
        make_public_event(f"期限{far}", starts_on=None, ends_on=day(25 + far))
        make_public_event(f"过期{far}", starts_on=None, ends_on=day(24 - far))
        make_public_event(f"正在{far}", starts_on=day(1), ends_on=day(25 + far))
        make_public_event(f"推迟{far}", starts_on=None, ends_on=None, previous_starts_on=day(25 + far))
    make_public_event("无日期", starts_on=None, ends_on=None)
    make_event("草稿")

    found = picked(1)

    assert found == {"后1", "正在1", "前1", "期限1", "过期1"}


def test_deadlines_over_do_not_crowd_out_the_latest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows, "MOST_ENTRIES", 2)
    for number in (1, 2, 20, 3, 10):
        make_public_event(f"期限{number}", starts_on=None, ends_on=day(number))

    found = window()

    assert (shown(found.parts), found.is_cut) == (["期限20", "期限10"], True)


def test_event_too_large_for_any_feed_leaves_room_for_the_others() -> None:
    make_public_event("过大", summary="长" * 2000, starts_on=day(26), ends_on=day(26))
    make_public_event("会", starts_on=day(27), ends_on=day(27))

    found = window(room=3000)

    assert (shown(found.parts), found.is_cut) == (["会"], True)


def test_events_that_no_calendar_shows_do_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows, "MOST_ENTRIES", 1)
    make_public_event("坏", starts_on=day(24), ends_on=day(24), time_zone="Mars/Base")
    make_public_event("好", starts_on=day(2), ends_on=None)

    found = window()

    assert (shown(found.parts), found.is_cut) == (["好"], False)


@pytest.mark.parametrize("most", [5, 11, 12, 13])
def test_database_joins_what_would_be_chosen_one_by_one(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows, "MOST_ENTRIES", most)
    for far in (5, 1):
        make_public_event(f"后{far}", starts_on=day(25 + far), ends_on=day(25 + far))
        make_public_event(f"前{far}", starts_on=day(24 - far), ends_on=None)
        make_public_event(f"同日{far}", starts_on=day(23), ends_on=day(23))
        make_public_event(f"期限{far}", starts_on=None, ends_on=day(25 + far))
        make_public_event(f"正在{far}", starts_on=day(1), ends_on=day(25 + far))
        make_public_event(f"推迟{far}", starts_on=None, ends_on=None, previous_starts_on=day(20 + far))
    one_by_one = window()  # which writes the bytes that the database joins from now on

    at_once = rows.at_once(*events(), most + 1, 1_000_000)

    assert at_once == (None if one_by_one.is_cut else b"".join(one_by_one.parts))
    assert one_by_one.is_cut == (most < 12)


def test_database_joins_nothing_where_bytes_lag_or_do_not_fit() -> None:
    event = make_public_event("会")
    asked = (*events(), 1001)

    lagging = rows.at_once(*asked, 1_000_000)
    whole = b"".join(window().parts)
    fits, too_small = rows.at_once(*asked, len(whole)), rows.at_once(*asked, len(whole) - 1)
    Event.objects.filter(pk=event.pk).update(sequence=7)

    assert (lagging, fits, too_small) == (None, whole, None)
    assert rows.at_once(*asked, 1_000_000) is None
