"""Words for templates: labels of the vocabulary, days and times, events gathered under their days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from calendar_app.models import Event
from calendar_app.publishing.formats.when import When, long
from calendar_app.publishing.search.showing import marked
from calendar_app.review.spelling import fact_name, shown
from calendar_app.vocabulary import Labelled, OrganizationLevel, Role

register = template.Library()


register.filter("fact_name", fact_name)
register.filter("fact_value", shown)


@register.filter
def label(word: Labelled) -> str:
    """Translate a word of the vocabulary."""
    return _(word.label)


@register.filter
def role_label(role: str) -> str:
    return _(Role(role).label)


@register.filter
def level_label(level: str) -> str:
    return _(OrganizationLevel(level).label)


@register.filter
def when(event: Event) -> When:
    return When.of(event)


@register.filter
def long_day(day: date | None) -> str:
    """2024年7月25日, 25 July 2024."""
    return long(day) if day else ""


@register.filter
def short_day(day: date | None) -> str:
    """7月25日, 25 July."""
    return date_format(day, _("j F")) if day else ""


@register.filter
def month_name(day: date) -> str:
    """2024年7月, July 2024."""
    return date_format(day, _("F Y"))


@register.filter
def weekday(day: date) -> str:
    """星期四, Thursday."""
    return date_format(day, "l")


@register.filter
def iso_week(day: date) -> str:
    """The ISO 8601 week in two digits."""
    return f"{day.isocalendar().week:02}"


@register.filter
def is_on(event: Event, today: date) -> bool:
    """Whether a dated event goes on today."""
    told = When.of(event)
    return bool(not told.is_vague and told.starts_on and told.starts_on <= today <= (told.ends_on or told.starts_on))


@register.filter
def by_month(events: Iterable[Event]) -> list[tuple[date | None, list[tuple[When, date | None, list[Event]]]]]:
    """Gather events, in the order they come, under their months and in them under their days."""
    months = groupby(events, key=lambda event: first_of_month(event))
    return [
        (month, [(When.of(day[0]), first_day(day[0]), day) for day in days(of_month)]) for month, of_month in months
    ]


def days(events: Iterable[Event]) -> Iterable[list[Event]]:
    for _key, group in groupby(events, key=day_key):
        yield list(group)


def day_key(event: Event) -> tuple[Any, ...]:
    told = When.of(event)
    return (first_day(event), told.ends_on if told.is_vague else None, told.is_vague)


def first_day(event: Event) -> date | None:
    return event.starts_on or event.ends_on


def first_of_month(event: Event) -> date | None:
    day = first_day(event)
    return day.replace(day=1) if day else None


@register.filter
def marked_words(text: str, words: tuple[str, ...] | str) -> list[tuple[str, bool]]:
    """Cut a text into (piece, whether it is a word that was searched)."""
    return marked(text, words or ())


@register.simple_tag
def weekdays() -> list[tuple[str, str]]:
    """Monday to Sunday: (short, long)."""
    monday = date(2024, 1, 1).toordinal()
    names = [date_format(date.fromordinal(monday + n), "l") for n in range(7)]
    short = [
        pgettext("head of a column", "Mon"),
        pgettext("head of a column", "Tue"),
        pgettext("head of a column", "Wed"),
        pgettext("head of a column", "Thu"),
        pgettext("head of a column", "Fri"),
        pgettext("head of a column", "Sat"),
        pgettext("head of a column", "Sun"),
    ]
    return list(zip(short, names, strict=True))
