"""Printed names are linked only where they are whole and mean one."""

from __future__ import annotations

import pytest

from calendar_app.intake.linking import is_full_organization, is_full_person, is_full_place, link
from calendar_app.models import Event, Organization, OrganizationAlias, Participation, Person, Place
from tests.makers import make_organization, make_person

pytestmark = pytest.mark.django_db


def printed(name: str, type: str = "person") -> Participation:
    return Participation(name=name, type=type)


@pytest.mark.parametrize(
    ("name", "is_full"),
    [
        ("东江区发展和改革委员会", True),
        ("全国总工会", True),
        ("镇江市文化馆", True),
        ("本溪市博物馆", True),
        ("区府办", False),
        ("我校", False),
        ("学校", False),
        ("集团公司", False),
        ("市发展改革委", False),
        ("镇党委政府", False),
    ],
)
def test_an_organization_is_full_unless_it_depends_on_who_writes(name: str, is_full: bool) -> None:
    assert is_full_organization(name) == is_full


@pytest.mark.parametrize(("name", "is_full"), [("林清远", True), ("牛校长", False), ("王老师", False), ("陆", False)])
def test_a_person_is_full_with_a_given_name(name: str, is_full: bool) -> None:
    assert is_full_person(name) == is_full


@pytest.mark.parametrize(
    ("name", "is_full"),
    [("东江大剧院", True), ("三楼会议室", False), ("学校报告厅", False), ("京", False), ("多功能厅", False)],
)
def test_a_place_is_full_unless_it_is_a_room_of_some_house(name: str, is_full: bool) -> None:
    assert is_full_place(name) == is_full


def test_link_makes_whom_nobody_knows_yet_and_finds_them_again() -> None:
    first, again = printed("林清远"), printed("林清远")
    event = Event(location="东江大剧院")

    link([first], [event])
    link([again], [])

    assert first.person == again.person == Person.objects.get()
    assert event.place == Place.objects.get()


def test_link_finds_by_alias_and_follows_a_merge() -> None:
    kept = make_organization("东江区发展和改革委员会")
    merged = make_organization("东江区发改局", replaced_by=kept)
    OrganizationAlias.objects.create(organization=kept, name="东江区发改委")
    by_alias, by_old_name = printed("东江区发改委", "organization"), printed(merged.name, "organization")

    link([by_alias, by_old_name], [])

    assert [by_alias.organization, by_old_name.organization] == [kept, kept]
    assert Organization.objects.count() == 2


def test_link_leaves_what_two_share_and_what_is_not_whole() -> None:
    make_person("王悦")
    make_person("王悦", disambiguation="教师")
    rows = [printed("王悦"), printed("牛校长"), printed("我校", "organization"), printed("全体学员", "group")]

    link(rows, [Event(location="三楼会议室")])

    assert [(row.person, row.organization) for row in rows] == [(None, None)] * 4
    assert Person.objects.count() == 2
    assert not Organization.objects.exists()
    assert not Place.objects.exists()
