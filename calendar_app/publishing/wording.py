"""Words for templates: labels of the vocabulary, days and times, lists of events."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from html import escape

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from calendar_app.formats.when import When, long
from calendar_app.models import Event, Fact
from calendar_app.publishing import listing
from calendar_app.publishing.filters import Filters
from calendar_app.review.spelling import fact_name, shown
from calendar_app.vocabulary import Labelled, OrganizationLevel, Role, Status

register = template.Library()
DAYS = {"starts_on", "ends_on", "previous_starts_on", "previous_ends_on"}


register.filter("fact_name", fact_name)


@register.filter
def fact_value(fact: Fact) -> str:
    """Spell a fact's value, days as the page writes them."""
    day = parse_date(str(fact.value)) if fact.field in DAYS else None
    return long(day) if day else shown(fact)


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


HAN = re.compile(r"[\u3400-\u9fff]")


@register.filter
def in_print(text: object) -> SafeString:
    """Mark, on a page in another language, what of a text is Chinese: 林清远 in “林清远 · roles”."""
    lang = listing.printed()
    parts = (listing.html("<span{}>{}</span>", lang, part) if lang and HAN.search(part) else escape(part)
             for part in str(text).split(" · "))  # fmt: skip
    return SafeString(" · ".join(parts))


register.filter("state", listing.state)
register.filter("status", listing.status)


@register.filter
def own_state(event: Event, today: date) -> SafeString:
    """Write at the head of an event's own page what its day does not say, also that it is announced; no deadline is."""
    is_deadline = When.of(event).is_deadline and event.status == Status.SCHEDULED
    return listing.state(event, today) or (listing.NOTHING if is_deadline else listing.status(event))


@register.filter
def in_parts(name: str) -> SafeString:
    """Let a long name break only behind its dots: 阿卜杜·买买提."""
    return SafeString("<wbr>".join(escape(f"{part}·") for part in name.split("·"))[:-1])


@register.filter
def with_code(text: str) -> SafeString:
    """Set what stands between backticks as code."""
    parts = (listing.html("<code>{}</code>", part) if n % 2 else escape(part) for n, part in enumerate(text.split("`")))
    return SafeString("".join(parts))


@register.simple_tag(takes_context=True)
def event_item(context: Context, event: Event, is_dated: bool = False, on: date | None = None) -> SafeString:
    """Write an event of a list; of its days only today's says that it is on, and the first tells it whole."""
    told = listing_of(context)
    is_told = bool(on and event.starts_on and event.starts_on < on and on.weekday())
    return (replace(told, today=None) if on and on != told.today else told).item(event, is_dated, is_told=is_told)


register.simple_tag(listing.chip, name="event_chip")


@register.simple_tag
def list_address(filters: Filters) -> SafeString:
    """The address of the list with a question, for more to be asked."""
    query = filters.query_string
    return format_html("{}?{}", reverse("calendar:events"), f"{query}&" if query else "")


@register.simple_tag(takes_context=True)
def events_by_month(context: Context, events: Iterable[Event], level: int = 2) -> SafeString:
    """Write events under their days and months."""
    return listing_of(context).by_month(events, level)


@register.simple_tag(takes_context=True)
def events_going_on(context: Context, events: list[Event]) -> SafeString:
    """Write events that go on from before the day a list begins with."""
    return listing_of(context).going_on(events)


@register.simple_tag(takes_context=True)
def events_by_day(context: Context, events: Iterable[Event]) -> SafeString:
    """Write events under their days, each with its month."""
    return listing_of(context).by_day(events, names_months=True)


def listing_of(context: Context) -> listing.Listing:
    return listing.Listing(context.get("today"), tuple(context.get("sought") or ()), context.get("since"))


@register.simple_tag
def heat_day(day: tuple[date, int] | None, address: str, today: date) -> SafeString:
    """Write a day of a year, shaded by how much happens on it, with the address of its list."""
    if day is None:
        return SafeString("<td></td>")
    on, count = day
    marks = format_html('<td class="heat-{}{}">', shade(count), " today" if on == today else "")
    if not count:
        return format_html("{}{}</td>", marks, on.day)
    told = ngettext("%(day)s: %(total)s event", "%(day)s: %(total)s events", count)
    title = told % {"day": short_day(on), "total": count}
    link = '{}<a href="{}from={}&amp;to={}" title="{}">{}</a></td>'
    return format_html(link, marks, address, on, on, title, on.day)


def shade(count: int) -> int:
    """Return 0 for nothing, then 1 to 4 for one, two, up to four, and more events."""
    return count if count < 3 else 3 if count < 5 else 4


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
