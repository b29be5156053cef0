"""A name is linked by full name, alias or rank, with the reason; 市 and 区 are never confused."""

from __future__ import annotations

import pytest

from calendar_app.models import Change, Organization, OrganizationAlias, Participation
from calendar_app.review.linking import choices, home_of, link, link_by_rank, why
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


def make_body(name: str, level: str, *aliases: str, parent: Organization | None = None) -> Organization:
    body = make_organization(name, level=level, parent=parent)
    for alias in aliases:
        OrganizationAlias.objects.create(organization=body, name=alias)
    return body


def named(name: str, **fields: str) -> Participation:
    return make_participation(make_event(), name, **{"type": "organization", "roles": ["organizer"]} | fields)


def seen(one: Participation, home: str = "") -> list[tuple[str, str]]:
    return [(choice.actor.name, choice.reason) for choice in choices(one, home)]


def test_full_name_before_alias() -> None:
    make_body("东江区水务局", "district")
    make_body("东江区水务管理局", "district", "东江区水务局")

    assert seen(named("东江区水务局")) == [("东江区水务局", "full-name"), ("东江区水务管理局", "alias")]


def test_short_name_means_the_district_told_of() -> None:
    make_body("东江区人民政府办公室", "district", "区府办")
    make_body("西岭区人民政府办公室", "district", "区府办")

    assert seen(named("区府办"), "东江区")[0] == ("东江区人民政府办公室", "rank")
    assert seen(named("区府办"), "西岭区")[0] == ("西岭区人民政府办公室", "rank")
    assert [reason for _name, reason in seen(named("区府办"))] == ["alias", "alias"]


def test_short_name_is_found_by_what_stands_above() -> None:
    district = make_body("东江区人民政府", "district")
    make_body("防汛指挥部办公室", "district", "区防汛办", parent=district)

    assert seen(named("区防汛办"), "东江区") == [("防汛指挥部办公室", "rank")]


@pytest.mark.parametrize(("printed", "found"), [("区发改委", "东江区发改委"), ("市发改委", "江南市发改委")])
def test_city_and_district_are_never_confused(printed: str, found: str) -> None:
    make_body("东江区发改委", "district", "发改委", "区发改委", "市发改委")
    make_body("江南市发改委", "city", "发改委", "市发改委", "区发改委")

    assert [name for name, _reason in seen(named(printed))] == [found]


def test_namesakes_are_told_apart_by_their_posts() -> None:
    first = make_person("林清远", disambiguation="区长")
    second = make_person("林清远", disambiguation="教授")
    make_participation(make_event(), "林清远", person=first, post="区长")
    make_participation(make_event(), "林清远", person=second, post="江南大学教授")
    one = make_participation(make_event(), "林清远", post="江南大学教授")

    found = choices(one)

    assert [(choice.actor, choice.reason) for choice in found] == [(second, "same-post"), (first, "full-name")]


def test_new_bulletin_is_linked_where_no_doubt_is_left() -> None:
    bulletin = make_bulletin("东江区召开会议，东江区各部门参加。区府办、市发改委汇报。")
    event = make_event(article=make_article(bulletin))
    office = make_body("东江区人民政府办公室", "district", "区府办")
    make_body("西岭区人民政府办公室", "district", "区府办")
    for number, name in enumerate(("区府办", "市发改委")):
        make_participation(event, name, type="organization", order=number)

    count = link_by_rank(bulletin)

    assert (home_of(bulletin), count) == ("东江区", 1)
    assert [one.organization for one in event.participations.order_by("order")] == [office, None]


def test_link_of_a_public_event_is_a_revision_and_says_why() -> None:
    event = make_public_event()
    office = make_body("东江区人民政府办公室", "district", "区府办")
    one = make_participation(event, "区府办", type="organization")

    link(one, office, by=None)

    assert (why(one) != "", Change.objects.get().sequence) == (True, 1)
