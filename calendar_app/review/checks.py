"""Checks before publishing: what may be wrong with an event, why, and the way out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from calendar_app.models import Article, Event, EventSource, Participation, Person
from calendar_app.vocabulary import ParticipantType, Role, Status

WEEKDAY = re.compile(r"(?:星期|礼拜|周)([一二三四五六日天])")  # takes 星期四, 周日, 礼拜天
WEEKDAYS = "一二三四五六日"
# How posts and the bodies people are said to be of end; anything else is no office anybody knows.
OFFICE = re.compile(
    r"(?:长|书记|主任|委员|代表|主席|副主席|总理|校监|总监|经理|董事|总裁|会计师|工程师|经济师|教授|研究员|院士|顾问|秘书|干事|专员|巡视员|调研员|"
    r"负责人|带头人|召集人|发言人|组员|队员|教员|教师|讲师|导师|医师|医生|律师|法官|检察官|记者|编辑|馆员|参事|理事|监事|会员|党员|"
    r"局|委|部|厅|处|科|室|办|院|校|所|馆|站|中心|公司|集团|银行|协会|学会|大学|学院|医院|街道|镇|乡|区|市|县|省|班|系|社|会|队|组)"
    r"(?:[（(].*[)）])?$"
)
POSTS_JOINED = re.compile(r"[、，,；;/ ]|兼")
AT_ONCE = timedelta(31)
LONG_ENOUGH = 3  # 李明 and 李伟 are two people; 林清远 and 林青远 may be one


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that may be wrong: the check that saw it, the field, the reason and the way out; `forbids` publishing
    without a person's say."""

    check: str
    field: str
    reason: str
    remedy: str
    forbids: bool = False


def checked(events: QuerySet[Event]) -> QuerySet[Event]:
    """Load with a list of events what the checks look at."""
    sources = EventSource.objects.select_related("article__bulletin").defer("article__bulletin__text")
    return events.prefetch_related("facts", "participations", Prefetch("sources", sources))


def faults(event: Event) -> list[Fault]:
    """Run every check over an event; a fixed number of queries, however many take part."""
    return [fault for check in CHECKS for fault in check(event)]


def forbidding(event: Event) -> list[Fault]:
    """Run the checks whose faults forbid publishing unseen; they ask nothing about other events."""
    return [fault for check in FORBIDDING for fault in check(event)]


def weekday_disagrees(event: Event) -> Iterator[Fault]:
    """7月25日（星期三） in 2024 is a Thursday."""
    printed = WEEKDAY.search(event.date_text)
    if not printed or not event.starts_on:
        return
    days = {event.starts_on, event.ends_on or event.starts_on}
    said = WEEKDAYS.index(printed[1].replace("天", "日"))
    if said not in {day.weekday() for day in days}:
        actual = f"星期{WEEKDAYS[event.starts_on.weekday()]}"
        reason = _("“%(printed)s” is printed, but %(day)s is a %(actual)s.")
        told = reason % {"printed": printed[0], "day": event.starts_on, "actual": actual}
        yield Fault("weekday", "starts_on", told, _("Look at the year and the day, and correct the date."), True)


def reported_before_held(event: Event) -> Iterator[Fault]:
    """A report tells what has been; where several tell of it, one at least is dated on its day or later."""
    if event.status != Status.HELD or not event.starts_on:
        return
    dated = [article.bulletin.published_on for article in articles(event) if article.bulletin.published_on]
    if dated and event.starts_on > max(dated):
        reason = _("Held on %(day)s, but reported in a bulletin of %(published)s.")
        told = reason % {"day": event.starts_on, "published": max(dated)}
        yield Fault("after-bulletin", "starts_on", told, _("Correct the date, or set the status to scheduled."), True)


def ends_before_start(event: Event) -> Iterator[Fault]:
    if event.starts_on and event.ends_on and event.ends_on < event.starts_on:
        told = _("Ends on %(end)s, before it starts on %(start)s.")
        days = {"end": event.ends_on, "start": event.starts_on}
        yield Fault("end", "ends_on", told % days, _("Correct one of the two dates."), True)


def without_date(event: Event) -> Iterator[Fault]:
    if not event.starts_on and not event.ends_on:
        told = _("No date is known; no calendar can show it.")
        yield Fault("no-date", "starts_on", told, _("Set the date from the text, or reject the event."))


def without_organizer(event: Event) -> Iterator[Fault]:
    if not any(Role.ORGANIZER in one.roles for one in event.participations.all()):
        remedy = _("Give the role organizer to whoever holds it, or leave it if the text names nobody.")
        yield Fault("no-organizer", "participants", _("Nobody is named as organizer."), remedy)


def unknown_office(event: Event) -> Iterator[Fault]:
    """水务局局常 ends like no office; a post is known by the last word of one of its parts."""
    for one in event.participations.all():
        parts = [part for part in POSTS_JOINED.split(one.post) if part]
        if one.type == ParticipantType.PERSON and parts and not any(OFFICE.search(part) for part in parts):
            told = _("“%(post)s” of %(name)s is no office known here.") % {"post": one.post, "name": one.name}
            yield Fault("office", row(one, "post"), told, _("Compare it with the text and correct the post."))


def two_posts_at_once(event: Event) -> Iterator[Fault]:
    """The same person stands elsewhere within a month under a post that shares no part with this one."""
    posts = {one.person_id: one for one in event.participations.all() if one.person_id and one.post}
    if not posts or not event.starts_on:
        return
    elsewhere = Participation.objects.filter(
        person__in=posts,
        event__starts_on__gte=event.starts_on - AT_ONCE,
        event__starts_on__lte=event.starts_on + AT_ONCE,
    )
    for other in elsewhere.exclude(event=event).exclude(post="").select_related("event").order_by("pk"):
        one = posts.pop(other.person_id or 0, None)
        if one is not None and not same_post(one.post, other.post):
            told = _("%(name)s is “%(post)s” here, but “%(other)s” at “%(event)s” on %(day)s.")
            known = {"name": one.name, "post": one.post, "other": other.post}
            remedy = _("Look whether they are two people of one name; if so, link each to his own.")
            where = {"event": other.event, "day": other.event.starts_on}
            yield Fault("two-posts", row(one, "post"), told % (known | where), remedy)


def same_post(one: str, other: str) -> bool:
    """区委副书记、区长 and 区长 are told of one man; one may be told more fully: 区长 and 东江区区长."""
    mine, others = ([part for part in POSTS_JOINED.split(post) if part] for post in (one, other))
    return any(a.endswith(b) or b.endswith(a) for a in mine for b in others)


def name_one_off(event: Event) -> Iterator[Fault]:
    """林青远 is new here, and 林清远 is known: a misprint, perhaps."""
    people = {one.name: one for one in event.participations.all() if one.type == ParticipantType.PERSON}
    names = [name for name in people if len(name) >= LONG_ENOUGH]
    settled = Person.objects.filter(name__in=names).annotate(times=Count("participations")).filter(times__gt=1)
    known = set(settled.values_list("name", flat=True)) if names else set()
    for name, other in near_names([name for name in names if name not in known]).items():
        told = _("“%(name)s” is one character off “%(other)s”, who is known.") % {"name": name, "other": other}
        yield Fault("one-off", row(people[name], "name"), told, _("Compare it with the text; if misprinted, link it."))


def near_names(names: list[str]) -> dict[str, str]:
    """Return for each new name a known one that differs in one character, if there is any."""
    halves = Q()
    for name in names:
        middle = len(name) // 2
        halves |= Q(name__startswith=name[:middle]) | Q(name__endswith=name[middle:])
    found: dict[str, str] = {}
    candidates: dict[int, list[str]] = defaultdict(list)
    if names:
        for known in (
            Person.objects.filter(halves, replaced_by=None).exclude(name__in=names).values_list("name", flat=True)
        ):
            candidates[len(known)].append(known)
    for name in names:
        near = (known for known in candidates[len(name)] if sum(a != b for a, b in zip(name, known, strict=True)) == 1)
        if other := next(near, None):
            found[name] = other
    return found


def row(one: Participation, field: str) -> str:
    return f"participation-{one.pk}-{field}"


def articles(event: Event) -> list[Article]:
    return [source.article for source in event.sources.all()]


Check = Callable[[Event], Iterator[Fault]]
FORBIDDING: tuple[Check, ...] = (weekday_disagrees, reported_before_held, ends_before_start)
CHECKS: tuple[Check, ...] = (
    *FORBIDDING,
    without_date,
    without_organizer,
    unknown_office,
    two_posts_at_once,
    name_one_off,
)
