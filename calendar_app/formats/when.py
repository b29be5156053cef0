"""When an event is, in words: exactly as far as it is known, in the reader's language."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from calendar_app.models import Event
from calendar_app.vocabulary import DayPart, Precision

VAGUE = {Precision.MONTH, Precision.YEAR}


@dataclass(frozen=True)
class When:
    """The days and the time of an event or a session; hours are there only where they are printed."""

    starts_on: date | None
    ends_on: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    day_part: str = ""
    precision: str = Precision.DAY
    time_zone: str = "Asia/Shanghai"

    @classmethod
    def of(cls, event: Event) -> When:
        return cls(
            event.starts_on,
            event.ends_on,
            event.starts_at,
            event.ends_at,
            event.day_part,
            event.precision,
            event.time_zone,
        )

    @property
    def is_vague(self) -> bool:
        """Whether the days are only the bounds of a month, part of a month or year, or not known at all."""
        return self.precision in VAGUE or self.starts_on is None

    @property
    def is_deadline(self) -> bool:
        """Whether only its last day is known."""
        return self.starts_on is None and self.ends_on is not None

    @property
    def lasts_days(self) -> bool:
        return bool(self.starts_on and self.ends_on and self.ends_on > self.starts_on)

    @property
    def spans_months(self) -> bool:
        """Whether its last day is in another month than its first."""
        return bool(self.starts_on and self.ends_on and self.starts_on.replace(day=1) < self.ends_on.replace(day=1))

    @cached_property
    def days(self) -> str:
        """The days with their year: 2024年7月25日至26日, 2024年8月下旬, 2024年8月31日前."""
        if self.starts_on is None:
            return _("by %(day)s") % {"day": long(self.ends_on)} if self.ends_on else _("date not printed")
        if self.ends_on is None:
            return _("from %(day)s") % {"day": long(self.starts_on)}
        if self.precision in VAGUE and (name := name_of_period(self.starts_on, self.ends_on)):
            return name
        if self.ends_on == self.starts_on:
            return long(self.starts_on)
        return span(self.starts_on, self.ends_on)

    @cached_property
    def hours(self) -> str:
        """The time of day as far as it is printed: 下午, 14:30–16:00; empty where nothing is."""
        part = _(DayPart(self.day_part).label) if self.day_part else ""
        if self.starts_at is None:
            return part
        clock = f"{self.starts_at:%H:%M}"
        if self.ends_at is not None:
            clock += f"–{self.ends_at:%H:%M}"
        return f"{part} {clock}".strip()

    @cached_property
    def phrase(self) -> str:
        return f"{self.days} {self.hours}".strip()

    @cached_property
    def machine(self) -> str:
        """The start for `<time datetime>` and schema.org: a year, a month, a day, or an instant with its offset."""
        first = self.starts_on or self.ends_on
        if first is None:
            return ""
        if self.starts_at is not None and self.starts_on is not None:
            return instant(first, self.starts_at, self.time_zone)
        return first.isoformat()[: {Precision.YEAR: 4, Precision.MONTH: 7}.get(Precision(self.precision), 10)]

    @cached_property
    def machine_end(self) -> str:
        """The end alike; empty where none is known."""
        if self.ends_on is None or self.starts_on is None or self.precision in VAGUE:
            return ""
        if self.starts_at is None:
            return self.ends_on.isoformat()
        return instant(self.ends_on, self.ends_at, self.time_zone) if self.ends_at else ""


def instant(day: date, at: time, zone: str) -> str:
    return datetime.combine(day, at, ZoneInfo(zone)).isoformat(timespec="minutes")


def long(day: date) -> str:
    return date_format(day, _("j F Y"))


def span(first: date, last: date) -> str:
    """Two days as one phrase that does not repeat the year or the month they share."""
    if first.year != last.year:
        start, end = _("j F Y"), _("j F Y")
    elif first.month != last.month:
        start, end = pgettext("first of two months", "j F"), pgettext("second of two months", "j F Y")
    else:
        start, end = pgettext("first in a month", "j"), pgettext("second in a month", "j F Y")
    return _("%(start)s to %(end)s") % {"start": date_format(first, start), "end": date_format(last, end)}


def name_of_period(first: date, last: date) -> str:
    """Name the year, the month or the ten days that two bounds enclose; empty where they enclose none."""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return date_format(first, _("Y"))
    if (first.year, first.month) != (last.year, last.month):
        return ""
    end_of_month = monthrange(last.year, last.month)[1]
    month = date_format(first, _("F Y"))
    names = {
        (1, end_of_month): "%(month)s",
        (1, 10): _("early %(month)s"),
        (11, 20): _("mid-%(month)s"),
        (21, end_of_month): _("late %(month)s"),
    }
    return names.get((first.day, last.day), "") % {"month": month}
