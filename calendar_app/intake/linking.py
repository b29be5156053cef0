"""Names as printed are linked to known people, organisations and places; what is not sure is left as printed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, TypeVar

from django.db.models import Q

from calendar_app.models import Event, Organization, Participation, Person, Place
from calendar_app.models.slugs import fill_slugs
from calendar_app.vocabulary import ParticipantType

Known = TypeVar("Known", Person, Organization)
Named = TypeVar("Named", Person, Organization, Place)

# 我校, 区府办, 市发改委, 校团委: whom they mean depends on who is writing. 全国… and 镇江市… are whole names.
RELATIVE = re.compile(
    r"[我该此各校院区市县省]|本(?!溪)|全(?!国)|[乡镇](?:党委|政府|人大|团委|妇联|机关)|街道(?:党工委|办事处|人大|团工委|妇联)"
    r"|(?:街镇|社区|学校|学院|公司|集团|中心|协会|学会|机关|党委|党组|总支|支部|工会|团委|研究院|研究所|医院)"
)
# 牛校长, 王老师: a surname with a title is no full name.
TITLED = re.compile(
    r"^.{1,2}(?:[校院局处部区市县镇乡所馆会社行科厂]长|书记|主任|教授|老师|院士|主席|经理|先生|女士|同志)$"
)
# 三楼会议室: a room of a house that is not named.
ROOM = re.compile(r"(?:[一二三四五六七八九十百\d]+(?:号?楼|层|号)?)?(?:多功能|学术|第[一二三四五]|大|小)?"
                  r"(?:会议室|报告厅|会议厅|多功能厅|会议中心|大礼堂|礼堂|现场|教室|线上|网络)$")  # fmt: skip


def is_full_person(name: str) -> bool:
    return len(name) >= 2 and not TITLED.match(name)


def is_full_organization(name: str) -> bool:
    return len(name) >= 4 and not RELATIVE.match(name)


def is_full_place(name: str) -> bool:
    return len(name) >= 2 and not RELATIVE.match(name) and not ROOM.match(name)


def link(participations: Iterable[Participation], events: Iterable[Event]) -> None:
    """Set person, organisation and place where a full name means one known thing, or nothing yet (then it is made).

    Rows are made in the order of their names, so that two imports at once wait for each other instead of deadlocking.
    """
    by_type: dict[str, list[Participation]] = defaultdict(list)
    for one in participations:
        by_type[one.type].append(one)
    people, bodies = by_type[ParticipantType.PERSON], by_type[ParticipantType.ORGANIZATION]
    held = [event for event in events if is_full_place(event.location)]
    known_people = known(Person, {one.name for one in people if is_full_person(one.name)})
    known_bodies = known(Organization, {one.name for one in bodies if is_full_organization(one.name)})
    known_places = places({event.location[:255] for event in held})
    for one in people:
        one.person = known_people.get(one.name)
    for one in bodies:
        one.organization = known_bodies.get(one.name)
    for event in held:
        event.place = known_places.get(event.location[:255])


def known(model: type[Known], names: set[str]) -> dict[str, Known]:
    """Return who goes by each name, making those nobody goes by yet; a name that two share means neither."""
    found: dict[str, set[Known]] = defaultdict(set)
    going_by = Q(name__in=names) | Q(aliases__name__in=names)
    rows: Any = model._default_manager  # the type checker's plugin cannot follow values of either of two models
    printed = rows.filter(going_by).values_list("pk", "replaced_by", "name", "aliases__name")
    whom = {(name, merged or pk) for pk, merged, *called in printed for name in names.intersection(called)}
    actors = rows.in_bulk({pk for _, pk in whom})
    for name, pk in whom:
        found[name].add(actors[pk])
    for one in made(model, names - found.keys()):
        found[one.name].add(one)
    return {name: ones.pop() for name, ones in found.items() if len(ones) == 1}


def places(names: set[str]) -> dict[str, Place]:
    found: dict[str, list[Place]] = defaultdict(list)
    for place in Place.objects.filter(name__in=names):
        found[place.name].append(place)
    for place in made(Place, names - found.keys()):
        found[place.name].append(place)
    return {name: ones[0] for name, ones in found.items() if len(ones) == 1}


def made(model: type[Named], names: Iterable[str]) -> list[Named]:
    rows = [model(name=name) for name in sorted(names)]
    fill_slugs(rows)
    created: list[Named] = model._default_manager.bulk_create(rows)
    return created
