"""Prints what libical reads of a feed: [uid, title, start, end, status] of each event; Debian's Python runs it."""

import json
import sys
from pathlib import Path

import gi

gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib  # noqa: E402


def shown(moment):
    day = f"{moment.get_year():04}-{moment.get_month():02}-{moment.get_day():02}"
    return day if moment.is_date() else f"{day}T{moment.get_hour():02}:{moment.get_minute():02}"


calendar = ICalGLib.Component.new_from_string(Path(sys.argv[1]).read_text("utf-8"))
errors = calendar.count_errors()
if errors:
    sys.exit(f"libical finds {errors} errors")
events = []
event = calendar.get_first_component(ICalGLib.ComponentKind.VEVENT_COMPONENT)
while event:
    status = event.get_first_property(ICalGLib.PropertyKind.STATUS_PROPERTY).get_value_as_string()
    events.append([event.get_uid(), event.get_summary(), shown(event.get_dtstart()), shown(event.get_dtend()), status])
    event = calendar.get_next_component(ICalGLib.ComponentKind.VEVENT_COMPONENT)
print(json.dumps(events))  # noqa: T201
