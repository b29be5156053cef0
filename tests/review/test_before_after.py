"""A revision told before and after: values in words, of lists only what differs."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils.translation import override

from calendar_app.models import Change, Event, Participation, Place, Session
from calendar_app.review.before_after import compared
from calendar_app.review.decisions import publish
from calendar_app.review.history import face, lock, record
from calendar_app.review.merging import merge
from tests.makers import make_event, make_participation, make_person, make_public_event

pytestmark = pytest.mark.django_db


def revise(event: Event, **fields: Any) -> Change:
    before = lock(event)
    for field, value in fields.items():
        setattr(event, field, value)
    event.save()
    return record(event, before, by=None)


def test_values_are_told_in_words() -> None:
    hall = Place.objects.create(name="东江礼堂", slug="hall")
    event = make_public_event(year_inferred=True, location="礼堂")

    with override("zh-hans"):
        told = compared(revise(event, status="cancelled", place=hall, year_inferred=False, location=""))

    assert told == [
        ("年份为推定", "是", "否"),
        ("地点（原文）", "礼堂", "–"),
        ("地点", "–", "东江礼堂"),
        ("状态", "已举行", "已取消"),
    ]


def test_of_people_and_programme_only_what_differs_is_told() -> None:
    event = make_public_event()
    make_participation(event, "林清远", post="区长", roles=["speaker"])
    chair = make_participation(event, "周明", post="副区长", roles=["chair"])
    before = lock(event)
    Participation.objects.filter(pk=chair.pk).update(roles=["chair", "speaker"])
    item = Session.objects.create(event=event, order=0, name="城市治理", starts_on="2024-07-25", starts_at="09:30")
    item.speakers.add(chair)

    with override("zh-hans"):
        told = compared(record(event, before, by=None))

    assert told == [
        ("参与", "副区长 周明（主持）", "副区长 周明（主持、讲话）"),
        ("日程项", "–", "2024-07-25 09:30 城市治理 周明"),
    ]


def test_name_that_is_linked_to_another_says_to_whom() -> None:
    event, person = make_public_event(), make_person("林青远")
    one = make_participation(event, "林清远", roles=["speaker"])
    before = lock(event)
    Participation.objects.filter(pk=one.pk).update(person=person)

    with override("zh-hans"):
        told = compared(record(event, before, by=None))

    assert told == [("参与", "林清远（讲话） → –", "林清远（讲话） → 林青远")]


def test_merge_names_the_event_that_stays() -> None:
    kept, gone = make_event("防汛会"), make_event("防汛部署会")
    publish(kept, by=None)

    with override("zh-hans"):
        told = compared(merge(kept, gone, by=None))

    assert told == [("并入", "–", "防汛会")]
    assert "merged" not in face(gone)
