"""Reader, Editor, Reviewer, Publisher: each may do what the one before may, and something more."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from calendar_app.models import Bulletin, DuplicateCandidate, Event, Fact, Person
from calendar_app.review.actors import merge_actors
from tests.makers import make_event, make_participation, make_person, make_public_event, make_user
from tests.tellings import make_telling

pytestmark = pytest.mark.django_db
LIST = "/admin/calendar_app/event/"
GROUPS = ("Reader", "Editor", "Reviewer", "Publisher")


def client_of(group: str) -> Client:
    user = make_user(group.lower(), is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client


def take_in(client: Client) -> Any:
    client.post("/admin/calendar_app/bulletin/add/", {"text": "东江区文化馆8月3日举办书法展。"})
    return Bulletin.objects.count()


def settle(client: Client) -> Any:
    _bulletin, meeting, _training = make_telling()
    key = f"event-{meeting.pk}-location"
    client.post(f"{LIST}{meeting.pk}/desk/", {"key": key, "decision": "accept"})
    return Fact.objects.filter(decision="accepted").count()


def settle_public(client: Client) -> Any:
    event = make_public_event()
    sent = {"key": f"event-{event.pk}-location", "decision": "correct", "value": "东江礼堂"}
    client.post(f"{LIST}{event.pk}/desk/", sent)
    return Event.objects.filter(location="东江礼堂").count()


def reject(client: Client) -> Any:
    event = make_event()
    client.post(LIST, {"action": "reject_chosen", "_selected_action": [event.pk], "confirmed": "yes"})
    client.post(f"{LIST}{event.pk}/desk/", {"act": "reject"})
    return Event.objects.filter(review_state="rejected").count()


def publish(client: Client) -> Any:
    event = make_event()
    client.post(LIST, {"action": "publish_chosen", "_selected_action": [event.pk], "confirmed": "yes"})
    client.post(f"{LIST}{event.pk}/desk/", {"act": "publish", "waive": "on"})
    return Event.objects.public().count()


def publish_certain(client: Client) -> Any:
    bulletin, _meeting, _training = make_telling()
    client.post(f"/admin/calendar_app/bulletin/{bulletin.pk}/publish/")
    return Event.objects.public().count()


def withdraw(client: Client) -> Any:
    event = make_public_event()
    client.post(f"{LIST}{event.pk}/desk/", {"act": "withdraw"})
    return Event.objects.filter(review_state="withdrawn").count()


def cancel(client: Client) -> Any:
    event = make_public_event()
    client.post(f"{LIST}{event.pk}/desk/", {"act": "cancel"})
    client.post(f"{LIST}{event.pk}/desk/", {"act": "postpone"})
    return Event.objects.exclude(status="held").count()


def merge(client: Client) -> Any:
    pair = DuplicateCandidate.objects.create(first=make_event(), second=make_event(), score=0.9)
    client.post(f"/admin/calendar_app/duplicatecandidate/{pair.pk}/change/", {"verb": "into-first"})
    return Event.objects.exclude(replaced_by=None).count()


def merge_people(client: Client) -> Any:
    kept, gone = make_person("林清远"), make_person("林青远")
    sent = {"action": "merge_chosen", "_selected_action": [kept.pk, gone.pk], "kept": kept.pk}
    client.post("/admin/calendar_app/person/", sent)
    return Person.objects.exclude(replaced_by=None).count()


def bring_back(client: Client) -> Any:
    kept, gone = make_person("林清远"), make_person("林青远")
    merge_actors(kept, gone, by=None)
    client.post(f"/admin/calendar_app/person/{gone.pk}/change/apart/")
    return Person.objects.filter(pk=gone.pk, replaced_by=None).count()


def split(client: Client) -> Any:
    person = make_person("林清远")
    one = make_participation(make_event(), "林清远", person=person)
    sent = {"taken": [one.pk], "disambiguation": "教授"}
    client.post(f"/admin/calendar_app/person/{person.pk}/change/split/", sent)
    return Person.objects.filter(disambiguation="教授").count()


def link(client: Client) -> Any:
    person, one = make_person("林清远"), make_participation(make_event(), "林清远")
    client.post(f"/admin/calendar_app/participation/{one.pk}/link/", {"actor": person.pk})
    return person.participations.count()


def link_public(client: Client) -> Any:
    person, one = make_person("林清远"), make_participation(make_public_event(), "林清远")
    client.post(f"/admin/calendar_app/participation/{one.pk}/link/", {"actor": person.pk})
    return person.participations.count()


def tell_apart(client: Client) -> Any:
    pair = DuplicateCandidate.objects.create(first=make_event(), second=make_event(), score=0.9)
    client.post(f"/admin/calendar_app/duplicatecandidate/{pair.pk}/change/", {"verb": "two"})
    return DuplicateCandidate.objects.filter(decision="rejected").count()


def delete_person(client: Client) -> Any:
    person = make_person("林清远")
    client.post(f"/admin/calendar_app/person/{person.pk}/delete/", {"post": "yes"})
    return 1 - Person.objects.count()


def delete(client: Client) -> Any:
    event = make_event()
    client.post(f"{LIST}{event.pk}/delete/", {"post": "yes"})
    return 1 - Event.objects.count()


def delete_chosen(client: Client) -> Any:
    event = make_event()
    client.post(LIST, {"action": "delete_selected", "_selected_action": [event.pk], "post": "yes"})
    return 1 - Event.objects.count()


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize(
    ("act", "needed"),
    [
        (take_in, "Editor"),
        (settle, "Editor"),
        (reject, "Reviewer"),
        (publish, "Publisher"),
        (publish_certain, "Publisher"),
        (merge, "Reviewer"),
        (merge_people, "Reviewer"),
        (bring_back, "Reviewer"),
        (split, "Reviewer"),
        (tell_apart, "Reviewer"),
        (link, "Editor"),
        (link_public, "Publisher"),
        (delete_person, "Publisher"),
        (withdraw, "Publisher"),
        (cancel, "Publisher"),
        (settle_public, "Publisher"),
        (delete, "Publisher"),
        (delete_chosen, "Publisher"),
    ],
)
def test_act_needs_a_group(group: str, act: Any, needed: str) -> None:
    done = act(client_of(group))

    assert done == (GROUPS.index(group) >= GROUPS.index(needed))


@pytest.mark.parametrize("group", GROUPS)
def test_everybody_reads(group: str) -> None:
    bulletin, meeting, _training = make_telling()
    client = client_of(group)

    opened = [
        client.get(address).status_code
        for address in (LIST, f"{LIST}{meeting.pk}/desk/", f"/admin/calendar_app/bulletin/{bulletin.pk}/change/")
    ]

    assert opened == [200, 200, 200]


def test_strangers_are_led_to_the_login(client: Client) -> None:
    event = make_event()

    answers = [
        client.get(LIST),
        client.get(f"{LIST}{event.pk}/desk/"),
        client.post("/admin/calendar_app/bulletin/add/"),
    ]

    assert [answer.status_code for answer in answers] == [302, 302, 302]


@pytest.mark.parametrize(
    ("group", "keys"),
    [("Reader", "jkd"), ("Editor", "jkdacsru"), ("Reviewer", "jkdacsrue"), ("Publisher", "jkdacsrupe")],
)
def test_desk_offers_the_keys_of_what_one_may_do(group: str, keys: str) -> None:
    event = make_event()

    told = client_of(group).get(f"{LIST}{event.pk}/desk/").content.decode()

    line = told.partition('<p class="keys">')[2].partition("</p>")[0]
    assert "".join(re.findall(r"<kbd>(\w)</kbd>", line)) == keys
