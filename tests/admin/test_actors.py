"""People and bodies in the admin: linked with reasons, merged from the list, split on their page."""

from __future__ import annotations

import pytest
from django.test import Client

from calendar_app.models import Person
from tests.makers import make_event, make_organization, make_participation, make_person

pytestmark = pytest.mark.django_db
PEOPLE = "/admin/calendar_app/person/"


def test_merge_asks_whom_to_keep_and_merges(admin_client: Client) -> None:
    kept, gone = make_person("林清远"), make_person("林青远")
    make_participation(make_event(), "林青远", person=gone)
    sent = {"action": "merge_chosen", "_selected_action": [kept.pk, gone.pk]}

    asked = admin_client.post(PEOPLE, sent).content.decode()
    admin_client.post(PEOPLE, sent | {"kept": kept.pk})

    assert f'name="kept" value="{kept.pk}"' in asked
    assert (kept.participations.count(), Person.objects.get(pk=gone.pk).replaced_by) == (1, kept)


def test_merged_one_is_brought_back_in_one_press(admin_client: Client) -> None:
    kept, gone = make_person("林清远"), make_person("林青远")
    make_participation(make_event(), "林青远", person=gone)
    sent = {"action": "merge_chosen", "_selected_action": [kept.pk, gone.pk], "kept": kept.pk}

    merged = admin_client.post(PEOPLE, sent, follow=True).content.decode()
    answer = admin_client.post(f"{PEOPLE}{gone.pk}/change/apart/", follow=True).content.decode()

    assert f'action="/admin/calendar_app/person/{gone.pk}/change/apart/"' in merged
    assert (gone.participations.count(), Person.objects.get(pk=gone.pk).replaced_by) == (1, None)
    assert "“林青远”已恢复。" in answer
    assert "change/apart/" not in answer


def test_page_shows_posts_over_time_and_splits(admin_client: Client) -> None:
    person = make_person("林清远")
    one = make_participation(make_event("东江论坛"), "林清远", person=person, post="江南大学教授")
    make_participation(make_event(), "林清远", person=person, post="区长")

    page = admin_client.get(f"{PEOPLE}{person.pk}/change/").content.decode()
    admin_client.post(f"{PEOPLE}{person.pk}/change/split/", {"taken": [one.pk], "disambiguation": "教授"})

    one.refresh_from_db()
    assert "江南大学教授 林清远" in page
    assert str(one.person) == "林清远（教授）"
    assert person.participations.count() == 1


def test_choices_are_shown_with_reasons_and_taken(admin_client: Client) -> None:
    first = make_person("林清远", disambiguation="区长")
    second = make_person("林清远", disambiguation="教授")
    make_participation(make_event(), "林清远", person=second, post="江南大学教授")
    event = make_event()
    one = make_participation(event, "林清远", post="江南大学教授", person=first)
    address = f"/admin/calendar_app/participation/{one.pk}/link/"

    page = admin_client.get(f"/en{address}").content.decode()
    answer = admin_client.post(address, {"actor": second.pk})

    one.refresh_from_db()
    assert "林清远（教授） · the same post before: 江南大学教授" in page
    assert one.person == second
    assert answer["Location"] == f"/admin/calendar_app/event/{event.pk}/desk/#participation-{one.pk}-name"


def test_somebody_new_needs_a_word_where_the_name_is_taken(admin_client: Client) -> None:
    make_person("林清远")
    one = make_participation(make_event(), "林清远")
    address = f"/admin/calendar_app/participation/{one.pk}/link/"

    admin_client.post(address, {"actor": "new"})
    before = Person.objects.count()
    admin_client.post(address, {"actor": "new", "disambiguation": "教授"})

    one.refresh_from_db()
    assert (before, str(one.person)) == (1, "林清远（教授）")


def test_hierarchy_is_shown_above_a_body(admin_client: Client) -> None:
    top = make_organization("东江区人民政府")
    body = make_organization("东江区人民政府办公室", parent=make_organization("办公厅", parent=top))

    page = admin_client.get(f"/admin/calendar_app/organization/{body.pk}/change/").content.decode()

    assert page.index("东江区人民政府</a> ›") < page.index("办公厅</a> ›")


def test_search_that_finds_several_chooses_none_for_the_reviewer(admin_client: Client) -> None:
    known = make_person("林清远")
    others = [make_person("林清"), make_person("林清华")]
    one = make_participation(make_event(), "林清远")
    address = f"/admin/calendar_app/participation/{one.pk}/link/"

    unasked = admin_client.get(address).content.decode()
    several = admin_client.get(f"{address}?q=林清").content.decode()
    single = admin_client.get(f"{address}?q=林清华").content.decode()

    assert f'value="{known.pk}" required checked autofocus>' in unasked
    assert [f'value="{other.pk}" required' in several for other in others] == [True, True]
    assert " checked" not in several
    assert f'value="{others[1].pk}" required checked autofocus>' in single


def test_body_that_is_offered_is_not_found_a_second_time(admin_client: Client) -> None:
    body = make_organization("东江区水务局")
    one = make_participation(make_event(), "东江区水务局", type="organization")

    page = admin_client.get(f"/admin/calendar_app/participation/{one.pk}/link/?q=水务").content.decode()

    assert page.count(f'name="actor" value="{body.pk}"') == 1
    assert "“东江区水务局”是哪个机构？" in page


def test_posts_of_people_and_mentions_of_bodies_are_told(admin_client: Client) -> None:
    known = (("person", make_person()), ("organization", make_organization()))

    pages = [admin_client.get(f"/admin/calendar_app/{kind}/{one.pk}/change/").content.decode() for kind, one in known]

    assert [[word in page for word in ("历任职务", "历次提及")] for page in pages] == [[True, False], [False, True]]
