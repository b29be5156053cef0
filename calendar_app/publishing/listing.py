"""Lists of events as they stand on pages: each event under its day, days under their months.

Written out in Python: a list is most of a page, and a template takes several times as long over it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from html import escape
from itertools import groupby, takewhile
from typing import Any, TypeVar

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from calendar_app.formats.when import When
from calendar_app.models import Event
from calendar_app.publishing.search.showing import Pieces, marked
from calendar_app.vocabulary import Kind, Status

Thing = TypeVar("Thing")
NOTHING = SafeString("")
NO_DAY = SafeString('<span class="day-number" aria-hidden="true">—</span>')
DOT = SafeString('<span class="dot" aria-hidden="true"> · </span>')


def html(text: str, *parts: object) -> SafeString:
    """Write parts into HTML, escaped unless they are safe: `format_html`, in a third of its time."""
    return SafeString(text.format(*(part if isinstance(part, SafeString) else escape(str(part)) for part in parts)))


def each(write: Callable[[Thing], SafeString], things: Iterable[Thing]) -> SafeString:
    """Write things one after the other."""
    return SafeString("".join(map(write, things)))


@dataclass(frozen=True)
class Listing:
    """What a list depends on besides its events: the day it is looked at, words to be marked, the day it begins with.

    What goes on from before that day stands at the head of it.
    """

    today: date | None = None
    sought: tuple[str, ...] = ()
    since: date | None = None

    def by_month(self, events: Iterable[Event], level: int) -> SafeString:
        """Write events, in the order they come, under the names of their months: headings of the level."""
        rows = list(events)
        begun = list(takewhile(self.is_begun, rows))
        coming = list(takewhile(lambda event: not self.was(event), rows[len(begun) :]))
        past = rows[len(begun) + len(coming) :]
        turned = (
            html('<h{0} class="turned">{1}</h{0}>\n', level, _("Before today")) if past and self.is_now else NOTHING
        )
        return self.going_on(begun) + self.months(coming, level) + turned + self.months(past, level)

    def months(self, events: Iterable[Event], level: int) -> SafeString:
        months = groupby(events, key=lambda event: first_of_month(event))
        return each(lambda month: heading(month[0], level) + self.by_day(month[1]), months)

    @cached_property
    def printed(self) -> SafeString:
        return printed()

    @property
    def is_now(self) -> bool:
        return self.since is not None and self.since == self.today

    def was(self, event: Event) -> bool:
        """Whether it stands behind what comes from the day on that the list begins with."""
        day = (event.ends_on if When.of(event).is_vague else None) or first_day(event)
        return bool(self.since and (day is None or day < self.since))

    def is_begun(self, event: Event) -> bool:
        return bool(self.since and event.starts_on != self.since and is_on(event, self.since))

    def going_on(self, events: list[Event]) -> SafeString:
        """Write what goes on from before the day the list begins with."""
        if not events:
            return NOTHING
        return html(
            '<ol class="days"><li class="day going-on">\n<p class="day-mark">{}</p>\n'
            '<ul class="events">{}</ul>\n</li></ol>\n',
            _("Ongoing") if self.is_now else _("Begun before"),
            each(replace(self, today=None).item if self.is_now else self.item, events),
        )

    def by_day(self, events: Iterable[Event], names_months: bool = False) -> SafeString:
        """Write events under their days; where no month stands above them, days name their own."""
        groups = (list(held) for _key, held in groupby(events, key=day_key))
        return html('<ol class="days">{}</ol>', each(lambda held: self.day(held, names_months), groups))

    def day(self, held: list[Event], names_month: bool) -> SafeString:
        told, day = When.of(held[0]), first_day(held[0])
        return html(
            '<li class="day{}">\n<p class="day-mark">{}</p>\n<ul class="events">{}</ul>\n</li>',
            " is-today" if day and day == self.today and not told.is_vague else "",
            day_mark(day, names_month) if day and (told.is_deadline or not told.is_vague) else NO_DAY,
            each(self.item, held),
        )

    def item(self, event: Event, is_dated: bool = False, *, is_told: bool = False) -> SafeString:
        """Write an event in three lines: when, its name, who holds it and where; `is_dated` where no day stands above.

        Where words are sought, they are marked in its name, and its snippet stands below. What is told already, on a
        day before, is shown short.
        """
        told = When.of(event)
        return html(
            '<li class="event{}{}">\n<p class="event-when"><span class="kind {}">{}</span>{}{}{}{}</p>\n'
            '<p class="event-name"{}><a href="{}">{}</a></p>{}{}\n</li>\n',
            " is-cancelled" if event.status == Status.CANCELLED else "",
            " is-told" if is_told else "",
            event.kind,
            _(Kind(event.kind).label),
            time_of(told, is_dated),
            until(told.ends_on) if told.ends_on and told.lasts_days and not (told.is_vague or is_dated) else NOTHING,
            state(event, self.today),
            part(event),
            self.printed,
            event.get_absolute_url(),
            self.name(event),
            snippet(event) if self.sought else NOTHING,
            holders_and_place(event, self.printed),
        )

    def name(self, event: Event) -> str:
        if event.status == Status.CANCELLED:
            return html("<s>{}</s>", event.name)
        return pieces(marked(event.name, self.sought)) if self.sought else event.name


def first_day(event: Event) -> date | None:
    return event.starts_on or event.ends_on


def first_of_month(event: Event) -> date | None:
    day = first_day(event)
    return day.replace(day=1) if day else None


def day_key(event: Event) -> tuple[Any, ...]:
    told = When.of(event)
    return (first_day(event), told.ends_on if told.is_vague else None, told.is_vague)


def heading(month: date | None, level: int) -> SafeString:
    name: str = _("Date not printed")
    if month:
        address = reverse("calendar:month", args=[f"{month:%Y}", f"{month:%m}"])
        name = html('<a href="{}">{}</a>', address, date_format(month, _("F Y")))
    return html('<h{0} class="month-name">{1}</h{0}>\n', level, name)


def day_mark(day: date, names_month: bool) -> SafeString:
    return day_marked(day, names_month, get_language())


@lru_cache(maxsize=1024)
def day_marked(day: date, names_month: bool, language: str | None) -> SafeString:
    """Write the head of a day in the language, which is the active one."""
    month = html('<span class="day-month">{}.{}</span> ', day.year, day.month) if names_month else NOTHING
    marks = '<span class="day-number">{}</span><span class="day-name">{}{}</span>'
    return html(marks, day.day, month, date_format(day, "l"))


def time_of(told: When, is_dated: bool) -> SafeString:
    """Write when an event is: its hours under a day, and with the days where the day above does not say them."""
    if is_dated or told.is_deadline or told.is_vague:
        return html(' <time datetime="{}">{}</time> {}', told.machine, told.days, told.hours)
    return html(' <time datetime="{}">{}</time>', told.machine, told.hours) if told.hours else NOTHING


def until(last: date) -> SafeString:
    words = {"day": date_format(last, _("j F")), "weekday": date_format(last, "l")}
    return html(" <span>{}</span>", _("until %(day)s, %(weekday)s") % words)


def is_on(event: Event, day: date) -> bool:
    """Whether it is known to go on at a day, and was not cancelled."""
    first, last = event.starts_on, event.ends_on or event.starts_on
    is_known = not When.of(event).is_vague and event.status != Status.CANCELLED
    return bool(is_known and first and last and first <= day <= last)


def now(event: Event, today: date | None) -> SafeString:
    """Mark what begins or goes on today."""
    if not today or not is_on(event, today):
        return NOTHING
    return html(' <span class="tag now">{}</span>', _("On today") if event.starts_on == today else _("Ongoing"))


def state(event: Event, today: date | None) -> SafeString:
    """Write of an event in a list what its day does not say: that it is on, was changed, or was never reported held."""
    if event.status != Status.SCHEDULED:
        return now(event, today) + status(event)
    return now(event, today) or (only_announced(event, today) if today else NOTHING)


def only_announced(event: Event, today: date) -> SafeString:
    """Say of what is over, though no bulletin reports that it was held; a deadline is not held."""
    told, last = When.of(event), event.ends_on or event.starts_on
    if told.is_vague or told.is_deadline or last is None or last >= today:
        return NOTHING
    return html(' <span class="tag">{}</span>', _("Only announced"))


def status(event: Event) -> SafeString:
    """Write what became of an event; nothing where it was held as it was to be."""
    if event.status == Status.CANCELLED:
        return html(' <strong class="tag cancelled">{}</strong>', _("Cancelled"))
    if event.status == Status.SCHEDULED:
        return html(' <span class="tag">{}</span>', _("Announced"))
    if event.status == Status.POSTPONED:
        return html(' <strong class="tag postponed">{}</strong>', moved(event))
    return NOTHING


def moved(event: Event) -> SafeString | str:
    """Say from which day to which an event was postponed, as far as it is known; the day that was is struck through."""
    before, day = event.previous_starts_on, event.starts_on
    if not before:
        return _("Postponed")
    form = _("j F") if not day or day.year == before.year else _("j F Y")
    days = {"before": html("<s>{}</s>", date_format(before, form)), "day": date_format(day, form) if day else ""}
    words = _("Postponed from %(before)s to %(day)s") if day else _("Postponed from %(before)s")
    return SafeString(words % days)


def snippet(event: Event) -> SafeString:
    found: Pieces = getattr(event, "snippet", [])
    return html('\n<p class="snippet"{}>{}</p>', printed(), pieces(found)) if found else NOTHING


def pieces(found: Pieces) -> SafeString:
    """Write a text with what was sought marked in it."""
    return each(lambda piece: html("<mark>{}</mark>" if piece[1] else "{}", piece[0]), found)


def holders_and_place(event: Event, lang: SafeString) -> SafeString:
    holders: str = event.holders or ""  # type: ignore[attr-defined]
    if not holders and not event.where:
        return NOTHING
    return html(
        '\n<p class="event-where"{}>{}{}{}</p>',
        lang,
        holders,
        DOT if holders and event.where else NOTHING,
        event.where,
    )


def part(event: Event) -> SafeString:
    """Write what somebody was at an event, where a list is of the events of one person or body."""
    roles: str = getattr(event, "part", "")
    return html(' <strong class="event-part">{}</strong>', roles) if roles else NOTHING


def printed() -> SafeString:
    """The attribute that says in which language bulletins are printed, on pages that are in another."""
    is_chinese = (get_language() or "").startswith("zh")
    return NOTHING if is_chinese else SafeString(' lang="zh-Hans"')


def chip(event: Event) -> SafeString:
    """Write an event of one day in the cell of its day."""
    told = When.of(event)
    is_cancelled = event.status == Status.CANCELLED
    return html(
        '<li><a class="chip {}{}" href="{}">{}{}{}{}</a></li>',
        event.kind,
        " is-cancelled" if is_cancelled else "",
        event.get_absolute_url(),
        tag("tag cancelled", _("Cancelled")) if is_cancelled else NOTHING,
        tag("tag postponed", _("Postponed")) if event.status == Status.POSTPONED else NOTHING,
        tag("hours", _("due")) if told.is_deadline else tag("hours", told.hours) if told.hours else NOTHING,
        chip_name(event.name, printed(), is_cancelled),
    )


def chip_name(name: str, lang: SafeString, is_cancelled: bool) -> str:
    name = html("<s>{}</s>", name) if is_cancelled else name
    return html("<span{}>{}</span>", lang, name) if lang else name


def tag(sort: str, text: str) -> SafeString:
    return html('<span class="{}">{}</span> ', sort, text)
