"""The same entry as icalendar would write it: what our own lines are held against."""

from __future__ import annotations

import icalendar
from icalendar import vText, vUri

from calendar_app.formats.entry import Entry, utc


def component(entry: Entry) -> icalendar.Event:
    """Return the entry as a component of icalendar."""
    event = icalendar.Event()
    event.add("UID", entry.uid)
    event.add("DTSTAMP", utc(entry.revised))
    event.add("DTSTART", entry.start)
    if entry.end:
        event.add("DTEND", entry.end)
    event.add("SUMMARY", entry.title)
    event.add("STATUS", entry.status)
    event.add("SEQUENCE", entry.sequence)
    event.add("CREATED", utc(entry.created))
    event.add("LAST-MODIFIED", utc(entry.revised))
    event.add("TRANSP", "OPAQUE" if entry.is_blocking else "TRANSPARENT")
    for name, value in (("COLOR", entry.color), ("LOCATION", entry.location), ("DESCRIPTION", entry.description)):
        if value:
            event.add(name, value)
    if entry.category:
        event.add("CATEGORIES", [entry.category])
    if entry.position:
        event.add("GEO", entry.position)
    if entry.conference:
        event.add("CONFERENCE", vUri(entry.conference), parameters={"VALUE": "URI"})
    if entry.address:
        event.add("URL", vUri(entry.address))
    for reltype, uid in entry.related:
        event.add("RELATED-TO", vText(uid), parameters={"RELTYPE": reltype})
    return event
