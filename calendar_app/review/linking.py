"""Whom a printed name means: by full name, by alias, or by rank where 区府办 is that of the district told of."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from calendar_app.models import Bulletin, Organization, Participation, Person
from calendar_app.review.decisions import Refused
from calendar_app.review.history import lock, note
from calendar_app.review.settling import keep
from calendar_app.vocabulary import OrganizationLevel, ParticipantType

Known = Person | Organization

# The first word of a short name says how high the body stands; 市发改委 is never 区发改委.
RANKS = {
    "国家": OrganizationLevel.NATION,
    "省": OrganizationLevel.PROVINCE,
    "市": OrganizationLevel.CITY,
    "区": OrganizationLevel.DISTRICT,
    "县": OrganizationLevel.DISTRICT,
    "街道": OrganizationLevel.TOWN,
    "镇": OrganizationLevel.TOWN,
    "乡": OrganizationLevel.TOWN,
    "社区": OrganizationLevel.COMMUNITY,
    "居": OrganizationLevel.COMMUNITY,
}
REGION = re.compile(r"[\u4e00-\u9fff]{2,3}?(?:区|县|市|省|街道|镇|乡)")

WORDED = {
    "full-name": gettext_noop("the full name"),
    "alias": gettext_noop("“%(alias)s” is an alias"),
    "rank": gettext_noop("“%(rank)s” is %(region)s, which the bulletin tells of"),
    "same-post": gettext_noop("the same post before: %(post)s"),
    "by-hand": gettext_noop("chosen by a reviewer"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """Somebody a name may mean, how sure that is (0 to 1), and why."""

    actor: Known
    reason: str
    of: dict[str, Any]
    sureness: float

    @property
    def told(self) -> str:
        return _(WORDED[self.reason]) % self.of


def choices(one: Participation, home: str = "") -> list[Choice]:
    """Return whom a participation may mean, the surest first; `home` is the region its bulletin tells of."""
    if one.type == ParticipantType.PERSON:
        found = people(one)
    elif one.type == ParticipantType.ORGANIZATION:
        found = bodies(one, home)
    else:
        found = []
    return sorted(found, key=lambda choice: (-choice.sureness, choice.actor.pk))


def people(one: Participation) -> list[Choice]:
    """Namesakes are told apart by their posts."""
    called = Person.objects.filter(replaced_by=None).called(one.name)
    found = []
    for person in called.prefetch_related("participations"):
        posts = {each.post for each in person.participations.all() if each.pk != one.pk and each.post}
        if one.post and one.post in posts:
            found.append(Choice(person, "same-post", {"post": one.post}, 1.0))
        else:
            found.append(by_name(person, one.name, 0.9 if not posts or not one.post else 0.7))
    return found


def bodies(one: Participation, home: str) -> list[Choice]:
    called = Organization.objects.filter(replaced_by=None).called(one.name)
    rank = rank_of(one.name)
    found = [by_name(body, one.name, 0.9) for body in called if fits(body, rank)]
    if rank and home:
        found = [told_by_home(choice, one.name, home) for choice in [*found, *ranked(one.name, home, found)]]
    return found


def by_name(actor: Known, name: str, sureness: float) -> Choice:
    if actor.name == name:
        return Choice(actor, "full-name", {}, sureness)
    return Choice(actor, "alias", {"alias": name}, sureness - 0.05)


def rank_of(name: str) -> str:
    """Return the rank a short name begins with: 区 of 区府办; nothing for 东江区府办."""
    return next((rank for rank in sorted(RANKS, key=len, reverse=True) if name.startswith(rank) and name != rank), "")


def fits(body: Organization, rank: str) -> bool:
    """Say whether a body stands as high as its short name says; one of no known level may."""
    return not rank or body.level in (RANKS[rank], OrganizationLevel.OTHER)


def ranked(name: str, home: str, there: list[Choice]) -> list[Choice]:
    """Find 东江区水务局 for 区水务局 in a bulletin of 东江区."""
    rank = rank_of(name)
    full = home + name.removeprefix(rank)
    called = Organization.objects.filter(replaced_by=None).filter(Q(name=full) | Q(aliases__name=full)).distinct()
    known = {choice.actor.pk for choice in there}
    return [Choice(body, "rank", {}, 0.85) for body in called if body.pk not in known and fits(body, rank)]


def told_by_home(choice: Choice, name: str, home: str) -> Choice:
    """Prefer the body of the region the bulletin tells of, itself or by what stands above it."""
    body: Any = choice.actor
    above = [body.name]
    while body.parent_id and len(above) < 8:
        body = body.parent
        above.append(body.name)
    if any(each.startswith(home) for each in above):
        return Choice(choice.actor, "rank", {"rank": rank_of(name), "region": home}, 0.95)
    return Choice(choice.actor, choice.reason, choice.of, choice.sureness - 0.3)


def home_of(bulletin: Bulletin) -> str:
    """Return the district, city or county a bulletin tells of most: 东江区."""
    regions = Counter(REGION.findall(bulletin.text))
    return max(regions, key=lambda region: (regions[region], -bulletin.text.index(region)), default="")


def why(one: Participation) -> str:
    """Say why a participation is linked as it is; nothing where it is not."""
    actor = one.person or one.organization
    if actor is None:
        return ""
    if actor.name == one.name:
        return _(WORDED["full-name"])
    if any(alias.name == one.name for alias in actor.aliases.all()):
        return _(WORDED["alias"]) % {"alias": one.name}
    if actor.name.endswith(one.name):
        return _(WORDED["rank"]) % {"rank": rank_of(one.name), "region": actor.name.removesuffix(one.name[1:])}
    return _(WORDED["by-hand"])


def link(one: Participation, actor: Known | None, *, by: User | None) -> None:
    """Link a participation to somebody known, or to nobody; of a public event that is a revision."""
    field = {ParticipantType.PERSON: "person", ParticipantType.ORGANIZATION: "organization"}.get(one.type)  # type: ignore[call-overload]
    wanted = Person if field == "person" else Organization
    if field is None or (actor is not None and not isinstance(actor, wanted)):
        raise Refused(_("“%(name)s” cannot be linked to that.") % {"name": one.name})
    with transaction.atomic():
        event = one.event
        before = lock(event)
        setattr(one, field, actor)
        one.save()
        keep(event, before, by, "")
        note(event, by, _("“%(name)s” linked to %(actor)s") % {"name": one.name, "actor": actor or "–"})


def link_by_rank(bulletin: Bulletin) -> int:
    """Link the short names of a new bulletin's bodies where rank and region leave no doubt; return how many."""
    home = home_of(bulletin)
    unlinked = Participation.objects.filter(
        event__articles__bulletin=bulletin, type=ParticipantType.ORGANIZATION, organization=None
    )
    linked = 0
    meant: dict[str, list[Choice]] = {}
    for one in unlinked.distinct().select_related("event"):
        if one.name not in meant:
            meant[one.name] = [choice for choice in bodies(one, home) if choice.sureness >= 0.9]
        if len(meant[one.name]) == 1:
            link(one, meant[one.name][0].actor, by=None)
            linked += 1
    return linked
