"""A list says of each event when it is, its name, who holds it and where; and only as far as that is known."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from django.utils import translation

from calendar_app.models import Event
from calendar_app.publishing.listing import Listing, chip, state
from calendar_app.publishing.pages.frame import loaded
from calendar_app.vocabulary import Precision, Role, Status
from tests.makers import make_organization, make_participation, make_public_event

pytestmark = pytest.mark.django_db

DAY = date(2024, 7, 25)


def event(name: str = "防汛工作部署会", **fields: Any) -> Event:
    told: dict[str, Any] = {"starts_on": DAY, "ends_on": DAY, "precision": Precision.DAY}
    made = make_public_event(name, **told | fields)
    return loaded([made.pk])[made.pk]


def lines(written: str) -> str:
    """A list without the breaks between its lines."""
    return written.replace("\n", "")


def test_an_event_is_three_lines() -> None:
    made = make_public_event(
        "防汛 <工作> 部署会", starts_on=DAY, ends_on=DAY, precision=Precision.MINUTE, location="会议中心"
    )
    made.starts_at = time(14, 30)
    made.save()
    make_participation(
        made, "东江区水务局", type="organization", roles=[Role.ORGANIZER], organization=make_organization()
    )

    written = Listing().item(loaded([made.pk])[made.pk])

    assert lines(written) == (
        '<li class="event"><p class="event-when"><span class="kind meeting">会议</span>'
        ' <time datetime="2024-07-25T14:30+08:00">14:30</time></p>'
        f'<p class="event-name"><a href="{made.get_absolute_url()}">防汛 &lt;工作&gt; 部署会</a></p>'
        '<p class="event-where">东江区水务局<span class="dot" aria-hidden="true"> · </span>会议中心</p></li>'
    )


def test_of_what_is_not_known_nothing_is_said() -> None:
    known = event()

    written = lines(Listing(DAY.replace(day=1), ("演练",)).item(known))

    assert written == (
        '<li class="event"><p class="event-when"><span class="kind meeting">会议</span></p>'
        f'<p class="event-name"><a href="{known.get_absolute_url()}">防汛工作部署会</a></p></li>'
    )


def test_what_goes_on_today_says_so_and_until_when() -> None:
    lasting = event(starts_on=date(2024, 7, 24), ends_on=date(2024, 7, 26))

    assert '<span>至7月26日 星期五</span> <span class="tag now">进行中</span></p>' in Listing(DAY).item(lasting)
    assert '<span class="tag now">今天</span></p>' in Listing(date(2024, 7, 24)).item(lasting)
    assert 'class="tag now"' not in Listing(date(2024, 7, 27)).item(lasting)


@pytest.mark.parametrize(
    "told",
    [
        {"status": Status.CANCELLED},
        {"starts_on": date(2024, 7, 1), "ends_on": date(2024, 7, 31), "precision": Precision.MONTH},
        {"starts_on": None},
    ],
)
def test_what_is_cancelled_or_of_no_known_day_is_not_said_to_be_on(told: dict[str, Any]) -> None:
    assert 'class="tag now"' not in Listing(DAY).item(event(**told))


def test_what_goes_on_from_before_stands_above_the_months() -> None:
    lasting = event("展览", starts_on=date(2024, 7, 1), ends_on=date(2024, 8, 10))
    later = event("会")

    written = lines(Listing(DAY, since=DAY).by_month([lasting, later], 3))
    before, after = lines(Listing(DAY.replace(day=27), since=DAY).by_month([lasting, later], 3)).split("<h3")

    head = (
        '<ol class="days"><li class="day going-on"><p class="day-mark">进行中</p><ul class="events"><li class="event">'
    )
    assert written.startswith(
        f'{head}<p class="event-when"><span class="kind meeting">会议</span> <span>至8月10日 星期六</span></p>'
    )
    assert written.count("展览") == written.count(">会</a>") == 1
    assert "此前开始" in before
    assert '<span class="tag now">进行中</span>' in before
    assert ">会</a>" in after
    assert "going-on" not in Listing(DAY).by_month([lasting, later], 3)


@pytest.mark.parametrize(
    ("status", "tag"),
    [
        (Status.HELD, ""),
        (Status.SCHEDULED, ""),
        (Status.CANCELLED, ' <strong class="tag cancelled">Cancelled</strong>'),
        (Status.POSTPONED, ' <strong class="tag postponed">Postponed from <s>3 July</s> to 25 July</strong>'),
    ],
)
def test_what_became_of_an_event_is_labelled(status: Status, tag: str) -> None:
    changed = event(status=status, previous_starts_on=date(2024, 7, 3) if status == Status.POSTPONED else None)

    with translation.override("en"):
        written = Listing().item(changed)

    assert f'<span class="kind meeting">Meeting</span>{tag}</p>' in written
    assert ("<s>防汛工作部署会</s>" in written) == (status == Status.CANCELLED)


@pytest.mark.parametrize(
    ("today", "fields", "tag"),
    [
        (date(2024, 7, 24), {}, ""),
        (DAY, {}, ' <span class="tag now">今天</span>'),
        (date(2024, 7, 26), {}, ' <span class="tag">仅见预告</span>'),
        (date(2024, 7, 26), {"ends_on": date(2024, 7, 26)}, ' <span class="tag now">进行中</span>'),
        (date(2024, 7, 27), {"starts_on": None}, ""),
        (date(2024, 8, 2), {"starts_on": date(2024, 7, 1), "ends_on": None, "precision": Precision.MONTH}, ""),
        (None, {}, ""),
    ],
)
def test_what_was_only_announced_is_labelled_once_it_is_over(
    today: date | None, fields: dict[str, Any], tag: str
) -> None:
    written = state(event(status=Status.SCHEDULED, **fields), today)

    assert written == tag


def test_part_of_somebody_stands_with_when_it_was() -> None:
    told = event()
    told.part = "主持、讲话"  # type: ignore[attr-defined]

    assert ' <strong class="event-part">主持、讲话</strong></p>' in Listing().item(told)


def test_what_is_printed_is_marked_as_chinese_among_english() -> None:
    told = event(location="会议中心")

    with translation.override("en"):
        written = Listing().item(told)

    assert '<p class="event-name" lang="zh-Hans">' in written
    assert '<p class="event-where" lang="zh-Hans">会议中心</p>' in written
    assert "lang=" not in Listing().item(told)


def test_chip_strikes_the_name_alone_and_marks_it_among_english() -> None:
    cancelled = event(status=Status.CANCELLED, day_part="morning")

    with translation.override("en"):
        english = chip(cancelled)

    hours = '<span class="hours">{}</span> '
    assert f"{hours.format('上午')}<s>防汛工作部署会</s></a>" in chip(cancelled)
    assert f'{hours.format("Morning")}<span lang="zh-Hans"><s>防汛工作部署会</s></span></a>' in english


def test_words_that_are_sought_are_marked() -> None:
    assert ">防汛<mark>工作</mark>部署会</a>" in Listing(sought=("工作",)).item(event())


def test_events_stand_under_their_days_and_months() -> None:
    first, second = event("甲会"), event("乙会")
    of_month = event("丙会", starts_on=date(2024, 6, 1), ends_on=date(2024, 6, 30), precision=Precision.MONTH)
    undated = event("丁会", starts_on=None, ends_on=None, precision=Precision.UNKNOWN)

    written = lines(Listing(DAY).by_month([first, second, of_month, undated], 3))

    assert written.count('<ol class="days">') == 3
    assert written.count('<li class="day is-today"><p class="day-mark"><span class="day-number">25</span>') == 1
    assert written.count('<span class="day-number" aria-hidden="true">—</span>') == 2
    heads = [part.partition("</h3>")[0] for part in written.split('<h3 class="month-name">')[1:]]
    assert heads == [
        '<a href="/calendar/2024/07/">2024年7月</a>',
        '<a href="/calendar/2024/06/">2024年6月</a>',
        "日期未载",
    ]


def test_days_without_a_month_above_them_name_their_own() -> None:
    written = Listing().by_day([event()], names_months=True)

    mark = (
        '<span class="day-number">25</span><span class="day-name"><span class="day-month">2024.7</span> 星期四</span>'
    )
    assert mark in written


@pytest.mark.parametrize(
    ("before", "day", "told"),
    [
        (None, date(2024, 7, 25), "延期"),
        (date(2024, 7, 18), None, "延期（原定<s>7月18日</s>）"),
        (date(2024, 7, 18), date(2024, 7, 25), "原定<s>7月18日</s>，延至7月25日"),
        (date(2023, 12, 30), date(2024, 1, 8), "原定<s>2023年12月30日</s>，延至2024年1月8日"),
    ],
)
def test_postponed_event_tells_both_days_as_far_as_known(before: date | None, day: date | None, told: str) -> None:
    changed = event(status=Status.POSTPONED, previous_starts_on=before, starts_on=day, ends_on=day)

    assert f'<strong class="tag postponed">{told}</strong>' in Listing().item(changed)
