"""A number in an event's name puts it into the series of that name, where the number is the name's own, and once."""

from __future__ import annotations

import pytest

from calendar_app.intake.series import numbered, put_in_series, take_out_of_series
from calendar_app.models import Series, SeriesMembership
from tests.makers import make_event

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("第39批总部企业颁证仪式", ("总部企业颁证仪式", 39)),
        ("东江区第七届社区营造论坛", ("东江区社区营造论坛", 7)),
        ("第十二届东江冬季书展", ("东江冬季书展", 12)),
        ("澜海集团第二十三届职工技能大赛", ("澜海集团职工技能大赛", 23)),
        ("第十期年轻干部读书班", ("年轻干部读书班", 10)),
        ("第三次防汛工作会", None),
        ("第十四届委员会第三次会议", None),
        ("2026年第三期年轻干部读书班", None),
        ("学习贯彻第二十届会议精神宣讲会", None),
        ("第三届", None),
        ("第十十届书展", None),
        ("社区营造论坛", None),
    ],
)
def test_number_is_of_the_series_or_of_nothing(name: str, found: tuple[str, int] | None) -> None:
    assert numbered(name) == found


def members() -> list[tuple[str, int | None]]:
    return list(SeriesMembership.objects.order_by("pk").values_list("series__name", "ordinal"))


def test_events_join_the_series_of_their_name_once() -> None:
    Series.objects.create(name="颁证仪式")
    events = [make_event("第38批颁证仪式"), make_event("第39批颁证仪式"), make_event("颁证仪式")]

    put_in_series(events)
    put_in_series(events)

    assert members() == [("颁证仪式", 38), ("颁证仪式", 39)]
    assert Series.objects.count() == 1


def test_what_a_person_put_in_stays() -> None:
    event = make_event("第39批颁证仪式")
    SeriesMembership.objects.create(series=Series.objects.create(name="总部经济"), event=event, ordinal=39)
    put_in_series([event])

    take_out_of_series([event])

    assert members() == [("总部经济", 39)]
