"""JSON-LD: the words of schema.org used as it defines them, and dates no more exact than they are known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time
from typing import Any

import pytest

from calendar_app.formats.json_ld import json_ld
from calendar_app.models import Event, EventRelation, Place, Series, SeriesMembership, Session
from tests.makers import (
    make_article,
    make_bulletin,
    make_event,
    make_organization,
    make_participation,
    make_person,
    make_public_event,
)

pytestmark = pytest.mark.django_db
SITE = "https://huili.example"
DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?)?)?")
ENUMERATIONS = {
    "eventStatus": {"EventScheduled", "EventCancelled", "EventPostponed", "EventRescheduled", "EventMovedOnline"},
    "eventAttendanceMode": {
        "OfflineEventAttendanceMode",
        "OnlineEventAttendanceMode",
        "MixedEventAttendanceMode",
    },
}
# From schema.org, release 28: each type's parent, and each property's range on the types that have it.
PARENTS = {
    "Event": "Thing",
    "EducationEvent": "Event",
    "EventSeries": "Event",
    "Place": "Thing",
    "VirtualLocation": "Thing",
    "GeoCoordinates": "Thing",
    "Person": "Thing",
    "Organization": "Thing",
    "Audience": "Thing",
    "NewsArticle": "CreativeWork",
    "CreativeWork": "Thing",
}
PARTY = {"Person", "Organization"}
RANGES: dict[str, dict[str, set[str]]] = {
    "Thing": {
        "name": {"Text"},
        "url": {"URL"},
        "description": {"Text"},
        "identifier": {"Text", "URL"},
        "subjectOf": {"CreativeWork", "Event"},
    },
    "Event": {
        "startDate": {"Date"},
        "endDate": {"Date"},
        "previousStartDate": {"Date"},
        "eventStatus": {"Enumeration"},
        "eventAttendanceMode": {"Enumeration"},
        "location": {"Place", "VirtualLocation", "Text"},
        "organizer": PARTY,
        "performer": PARTY,
        "contributor": PARTY,
        "attendee": PARTY,
        "audience": {"Audience"},
        "superEvent": {"Event"},
        "subEvent": {"Event"},
        "inLanguage": {"Text"},
    },
    "Place": {"address": {"Text"}, "geo": {"GeoCoordinates"}},
    "GeoCoordinates": {"latitude": {"Number"}, "longitude": {"Number"}},
    "Person": {"jobTitle": {"Text"}},
    "Audience": {"audienceType": {"Text"}},
    "CreativeWork": {"headline": {"Text"}, "datePublished": {"Date"}},
}


def lineage(kind: str) -> list[str]:
    return [kind, *lineage(PARENTS[kind])] if kind in PARENTS else [kind]


def faults(node: dict[str, Any]) -> Iterator[str]:
    """Yield what schema.org would not take."""
    kind = node["@type"]
    known = {name: types for each in lineage(kind) for name, types in RANGES.get(each, {}).items()}
    for name, given in node.items():
        if name.startswith("@"):
            continue
        if name not in known:
            yield f"{kind} has no {name}"
            continue
        for value in given if isinstance(given, list) else [given]:
            if isinstance(value, dict):
                if not known[name] & set(lineage(value["@type"])):
                    yield f"{name} takes no {value['@type']}"
                yield from faults(value)
            elif not fits(name, value, known[name]):
                yield f"{name} takes no {value!r}"


def fits(name: str, value: Any, types: set[str]) -> bool:
    if "Enumeration" in types:
        return value in {f"https://schema.org/{word}" for word in ENUMERATIONS[name]}
    if "Date" in types:
        return DATE.fullmatch(value) is not None
    if "URL" in types and "Text" not in types:
        return str(value).startswith("https://")
    return isinstance(value, float) if "Number" in types else isinstance(value, str) and bool(value)


def dates(event: Event) -> tuple[Any, ...]:
    told = json_ld(event, SITE)
    status = told["eventStatus"].removeprefix("https://schema.org/")
    return told.get("startDate"), told.get("endDate"), told.get("previousStartDate"), status


def test_training_is_told_in_the_words_of_schema_org() -> None:
    bulletin = make_bulletin(title="东江要闻")
    place = Place.objects.create(name="区委党校", slug="school", address="东江路1号", latitude=31.2, longitude=121.4)
    event = make_public_event(
        "数字政务培训班",
        make_article(bulletin, headline="培训班开班"),
        kind="training",
        summary="培训班在区委党校举办。",
        place=place,
        attendance_mode="mixed",
        conference_url="https://meet.example/1",
        ends_on=date(2024, 7, 26),
    )
    lin = make_person(slug="lin")
    office = make_organization(slug="office")
    make_participation(event, "发改委", type="organization", organization=office, roles=["organizer"])
    lecturer = make_participation(event, "林清远", person=lin, post="教授", roles=["attendee", "lecturer"])
    make_participation(event, "周明德", post="区长", roles=["chair"])
    make_participation(event, "全区各单位负责人", type="group", roles=["attendee"])
    make_participation(event, "学员代表", type="group", roles=["sharer"])
    session = Session.objects.create(
        event=event, order=0, name="数据治理", starts_on=date(2024, 7, 26), starts_at=time(9)
    )
    session.speakers.add(lecturer)
    SeriesMembership.objects.create(series=Series.objects.create(name="数字政务", slug="digital"), event=event)
    whole, part = make_public_event("数字政务年"), make_public_event("结业仪式", kind="ceremony")
    EventRelation.objects.create(from_event=event, to_event=whole, type="part_of")
    EventRelation.objects.create(from_event=part, to_event=event, type="part_of")
    EventRelation.objects.create(from_event=make_event("没有批准的会"), to_event=event, type="part_of")

    told = json_ld(event, SITE)

    assert list(faults(told)) == []
    assert told == {
        "@context": "https://schema.org",
        "@type": "EducationEvent",
        "@id": f"{SITE}/events/{event.pk}/",
        "url": SITE + event.get_absolute_url(),
        "name": "数字政务培训班",
        "identifier": event.uid,
        "description": "培训班在区委党校举办。",
        "inLanguage": "zh-Hans",
        "startDate": "2024-07-25",
        "endDate": "2024-07-26",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
        "location": [
            {
                "@type": "Place",
                "name": "区委党校",
                "address": "东江路1号",
                "geo": {"@type": "GeoCoordinates", "latitude": 31.2, "longitude": 121.4},
            },
            {"@type": "VirtualLocation", "url": "https://meet.example/1"},
        ],
        "organizer": {"@type": "Organization", "name": "发改委", "url": f"{SITE}/organizations/office/"},
        "performer": {"@type": "Person", "name": "林清远", "jobTitle": "教授", "url": f"{SITE}/people/lin/"},
        "contributor": {"@type": "Person", "name": "周明德", "jobTitle": "区长"},
        "audience": {"@type": "Audience", "audienceType": "全区各单位负责人"},
        "superEvent": [
            {
                "@type": "Event",
                "@id": f"{SITE}/events/{whole.pk}/",
                "url": SITE + whole.get_absolute_url(),
                "name": "数字政务年",
                "startDate": "2024-07-25",
                "eventStatus": "https://schema.org/EventScheduled",
            },
            {"@type": "EventSeries", "name": "数字政务", "url": f"{SITE}/series/digital/"},
        ],
        "subEvent": [
            {
                "@type": "Event",
                "@id": f"{SITE}/events/{part.pk}/",
                "url": SITE + part.get_absolute_url(),
                "name": "结业仪式",
                "startDate": "2024-07-25",
                "eventStatus": "https://schema.org/EventScheduled",
            },
            {
                "@type": "Event",
                "name": "数据治理",
                "startDate": "2024-07-26T09:00:00+08:00",
                "performer": {
                    "@type": "Person",
                    "name": "林清远",
                    "jobTitle": "教授",
                    "url": f"{SITE}/people/lin/",
                },
            },
        ],
        "subjectOf": {
            "@type": "NewsArticle",
            "headline": "培训班开班",
            "url": f"{SITE}/bulletins/{bulletin.pk}/",
            "datePublished": "2024-07-31",
        },
    }


def test_check_of_the_vocabulary_finds_faults() -> None:
    wrong = {
        "@type": "Event",
        "colour": "red",
        "startDate": "下午",
        "eventStatus": "https://schema.org/EventHeld",
        "organizer": {"@type": "Place", "name": "区委党校"},
    }

    assert list(faults(wrong)) == [
        "Event has no colour",
        "startDate takes no '下午'",
        "eventStatus takes no 'https://schema.org/EventHeld'",
        "organizer takes no Place",
    ]


def test_least_event_tells_only_what_is_known() -> None:
    event = make_public_event("会", starts_on=None, ends_on=None, precision="unknown")

    assert json_ld(event, SITE) == {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": f"{SITE}/events/{event.pk}/",
        "url": SITE + event.get_absolute_url(),
        "name": "会",
        "identifier": event.uid,
        "inLanguage": "zh-Hans",
        "eventStatus": "https://schema.org/EventScheduled",
    }


JULY, AUGUST = date(2024, 7, 25), date(2024, 8, 8)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, ("2024-07-25", None, None, "EventScheduled")),
        ({"day_part": "afternoon", "precision": "day_part"}, ("2024-07-25", None, None, "EventScheduled")),
        (
            {"starts_at": time(9, 30), "precision": "minute"},
            ("2024-07-25T09:30:00+08:00", None, None, "EventScheduled"),
        ),
        (
            {"starts_at": time(9, 30), "ends_at": time(11), "precision": "minute"},
            ("2024-07-25T09:30:00+08:00", "2024-07-25T11:00:00+08:00", None, "EventScheduled"),
        ),
        (
            {"precision": "month", "starts_on": date(2024, 7, 1), "ends_on": date(2024, 7, 31)},
            ("2024-07", None, None, "EventScheduled"),
        ),
        (
            {"precision": "year", "starts_on": date(2024, 1, 1), "ends_on": date(2024, 12, 31)},
            ("2024", None, None, "EventScheduled"),
        ),
        ({"starts_on": None, "kind": "milestone"}, (None, "2024-07-25", None, "EventScheduled")),
        ({"status": "cancelled"}, ("2024-07-25", None, None, "EventCancelled")),
        ({"status": "postponed"}, ("2024-07-25", None, None, "EventPostponed")),
        (
            {"status": "postponed", "starts_on": None, "ends_on": None, "previous_starts_on": JULY},
            ("2024-07-25", None, None, "EventPostponed"),
        ),
        (
            {"status": "postponed", "starts_on": AUGUST, "ends_on": AUGUST, "previous_starts_on": JULY},
            ("2024-08-08", None, "2024-07-25", "EventRescheduled"),
        ),
    ],
)
def test_dates_are_no_more_exact_than_they_are_known(fields: dict[str, Any], told: tuple[Any, ...]) -> None:
    event = make_public_event(**fields)

    assert dates(event) == told
    assert list(faults(json_ld(event, SITE))) == []
