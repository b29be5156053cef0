"""Events as iCalendar bytes (RFC 5545, RFC 7986): VEVENTs written line by line, and the calendar around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfoNotFoundError

from django.utils.translation import gettext
from icalendar import Calendar, Timezone, TimezoneStandard, vDuration, vText, vUri

from calendar_app.formats.content_lines import UnfitValueError, escape, lines, uri
from calendar_app.formats.entry import (
    HOME,
    PLAIN,
    Entry,
    Style,
    entries_of,
    gone_entry,
    is_home,
    utc,
)
from calendar_app.models import Event

PRODID = "-//Huili//Huili//ZH"
REFRESH = timedelta(hours=1)
BEGIN_VEVENT = b"BEGIN:VEVENT\r\n"
END = b"END:VCALENDAR\r\n"


@dataclass(frozen=True, kw_only=True)
class Head:
    """What a calendar says about itself."""

    name: str
    description: str
    address: str = ""


def event_bytes(event: Event, address: str, style: Style = PLAIN) -> bytes:
    """Return the event's VEVENT and those of its dated sessions.

    Raises UnfitValueError, naming the fault and the way out, for an event that no calendar can show.
    """
    try:
        return b"".join(vevent(entry) for entry in entries_of(event, address, style))
    except UnfitValueError:
        raise
    except ZoneInfoNotFoundError as fault:
        raise UnfitValueError(
            gettext("the time zone “%s” is not known") % event.time_zone, gettext("correct it")
        ) from fault
    except (ValueError, OverflowError, LookupError) as fault:  # a lone surrogate
        raise UnfitValueError(str(fault), gettext("correct it")) from fault


def vevent(entry: Entry) -> bytes:
    """Return one VEVENT (RFC 5545, 3.6.1)."""
    return lines("BEGIN:VEVENT", *properties(entry), "END:VEVENT")


def properties(entry: Entry) -> Iterator[str]:
    revised = f"{utc(entry.revised):%Y%m%dT%H%M%SZ}"
    yield f"UID:{escape(entry.uid)}"
    yield f"DTSTAMP:{revised}"
    yield f"DTSTART{moment(entry.start)}"
    if entry.end:
        yield f"DTEND{moment(entry.end)}"
    yield f"SUMMARY:{escape(entry.title)}"
    yield f"STATUS:{entry.status}"
    yield f"SEQUENCE:{entry.sequence}"
    yield f"CREATED:{utc(entry.created):%Y%m%dT%H%M%SZ}"
    yield f"LAST-MODIFIED:{revised}"
    yield "TRANSP:OPAQUE" if entry.is_blocking else "TRANSP:TRANSPARENT"
    yield from optional(entry)


def optional(entry: Entry) -> Iterator[str]:
    if entry.category:
        yield f"CATEGORIES:{escape(entry.category)}"
    if entry.color:
        yield f"COLOR:{entry.color}"
    if entry.location:
        yield f"LOCATION:{escape(entry.location)}"
    if entry.position:
        yield f"GEO:{entry.position[0]:.6f};{entry.position[1]:.6f}"
    if entry.description:
        yield f"DESCRIPTION:{escape(entry.description)}"
    if entry.conference:
        yield f"CONFERENCE;VALUE=URI:{uri(entry.conference)}"
    if entry.address:
        yield f"URL:{uri(entry.address)}"
    for reltype, uid in entry.related:
        yield f"RELATED-TO;RELTYPE={reltype}:{escape(uid)}"
    yield from entry.extra


def moment(value: date | datetime) -> str:
    """Return parameters and value of DTSTART or DTEND: a date, local time in the calendar's zone, or UTC."""
    if not isinstance(value, datetime):
        return f";VALUE=DATE:{value:%Y%m%d}"
    return f";TZID={HOME}:{value:%Y%m%dT%H%M%S}" if is_home(value) else f":{utc(value):%Y%m%dT%H%M%SZ}"


@lru_cache(maxsize=1024)
def begin(head: Head) -> bytes:
    """Return all that stands before the first VEVENT.

    No METHOD: libical refuses PUBLISH without ORGANIZER. No UID: vdirsyncer takes the events for parts of one.
    """
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", PRODID)
    calendar.add("CALSCALE", "GREGORIAN")
    for name, value in (("NAME", head.name), ("DESCRIPTION", head.description)):
        calendar.add(name, vText(value))
        calendar.add({"NAME": "X-WR-CALNAME", "DESCRIPTION": "X-WR-CALDESC"}[name], vText(value))
    calendar.add("X-WR-TIMEZONE", HOME)
    calendar.add("REFRESH-INTERVAL", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", vDuration(REFRESH))
    if head.address:
        calendar.add("SOURCE", vUri(uri(head.address)), parameters={"VALUE": "URI"})
    calendar.add_component(home_zone())
    octets: bytes = calendar.to_ical(sorted=False)
    return octets.removesuffix(END)


def home_zone() -> Timezone:
    """Return Asia/Shanghai as one STANDARD block: the summer time of 1986–91 breaks clients and concerns no event."""
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("TZID", HOME)
    standard.add("DTSTART", datetime(1970, 1, 1))  # local by definition (RFC 5545, 3.6.5)
    standard.add("TZOFFSETFROM", timedelta(hours=8))
    standard.add("TZOFFSETTO", timedelta(hours=8))
    standard.add("TZNAME", "CST")
    zone.add_component(standard)
    return zone


def calendar_bytes(head: Head, entries: Iterable[bytes]) -> bytes:
    """Return the whole calendar."""
    return b"".join((begin(head), *entries, END))


def gone_bytes(event: Event) -> bytes:
    """Return the cancelled VEVENT that stands for an event no longer public; it repeats nothing the event said."""
    return vevent(gone_entry(event))
