"""Checks before publishing: what may be wrong with an event, why, and the way out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from calendar_app.models import Article, Event, EventSource
from calendar_app.vocabulary import Role, Status

WEEKDAY = re.compile(r"(?:星期|礼拜|周)([一二三四五六日天])")  # takes 星期四, 周日, 礼拜天
WEEKDAYS = "一二三四五六日"


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
    """Run every check over an event."""
    return [fault for check in CHECKS for fault in check(event)]


def weekday_disagrees(event: Event) -> Iterator[Fault]:
    """7月25日（星期三） in 2024 is a Thursday."""
    printed = WEEKDAY.search(event.date_text)
    if not printed or not event.starts_on:
        return
    said = WEEKDAYS.index(printed[1].replace("天", "日"))
    if said != event.starts_on.weekday():
        actual = f"星期{WEEKDAYS[event.starts_on.weekday()]}"
        reason = _("“%(printed)s” is printed, but %(day)s is a %(actual)s.")
        yield Fault(
            "weekday",
            "starts_on",
            reason % {"printed": printed[0], "day": event.starts_on, "actual": actual},
            _("Look at the year and the day, and correct the date."),
            forbids=True,
        )


def reported_before_held(event: Event) -> Iterator[Fault]:
    """A report tells what has been; it cannot be dated before the event."""
    if event.status != Status.HELD or not event.starts_on:
        return
    for article in articles(event):
        published = article.bulletin.published_on
        if published and event.starts_on > published:
            reason = _("Held on %(day)s, but reported in a bulletin of %(published)s.")
            yield Fault(
                "after-bulletin",
                "starts_on",
                reason % {"day": event.starts_on, "published": published},
                _("Correct the date, or set the status to scheduled."),
                forbids=True,
            )


def ends_before_start(event: Event) -> Iterator[Fault]:
    if event.starts_on and event.ends_on and event.ends_on < event.starts_on:
        reason = _("Ends on %(end)s, before it starts on %(start)s.")
        yield Fault(
            "end",
            "ends_on",
            reason % {"end": event.ends_on, "start": event.starts_on},
            _("Correct one of the two dates."),
            forbids=True,
        )


def without_date(event: Event) -> Iterator[Fault]:
    if not event.starts_on and not event.ends_on:
        yield Fault(
            "no-date",
            "starts_on",
            _("No date is known; no calendar can show it."),
            _("Set the date from the text, or reject the event."),
        )


def without_organizer(event: Event) -> Iterator[Fault]:
    if not any(Role.ORGANIZER in one.roles for one in event.participations.all()):
        yield Fault(
            "no-organizer",
            "participants",
            _("Nobody is named as organizer."),
            _("Give the role organizer to whoever holds it, or leave it if the text names nobody."),
        )


def articles(event: Event) -> list[Article]:
    return [source.article for source in event.sources.all()]


CHECKS: tuple[Callable[[Event], Iterator[Fault]], ...] = (
    weekday_disagrees,
    reported_before_held,
    ends_before_start,
    without_date,
    without_organizer,
)
