"""Events as rows of a spreadsheet: CSV that Excel and LibreOffice open as it is, and that no cell of can run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext, gettext_noop

from calendar_app.formats.description import participant
from calendar_app.models import Event
from calendar_app.vocabulary import Role

CSV = "text/csv; charset=utf-8"
MARK = "\ufeff"  # without it, Excel takes UTF-8 for the local encoding
STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # Excel in Chinese takes the wide ones too
COLUMNS = {
    "kind": gettext_noop("Kind"),
    "name": gettext_noop("Name"),
    "status": gettext_noop("Status"),
    "starts_on": gettext_noop("Starts on"),
    "ends_on": gettext_noop("Ends on"),
    "day_part": gettext_noop("Part of the day"),
    "starts_at": gettext_noop("Starts at"),
    "ends_at": gettext_noop("Ends at"),
    "precision": gettext_noop("Precision"),
    "date_text": gettext_noop("Date as printed"),
    "location": gettext_noop("Place"),
    "attendance": gettext_noop("Attendance"),
    "organizers": gettext_noop("Organizers"),
    "participants": gettext_noop("Participants"),
    "source": gettext_noop("Source"),
    "address": gettext_noop("Address"),
}


def table(events: Iterable[Event], site: str) -> Iterator[str]:
    """Yield the head and one line for each event (RFC 4180)."""
    yield MARK + line(gettext(label) for label in COLUMNS.values())
    for event in events:
        yield line(cells(event, site).values())


def cells(event: Event, site: str) -> dict[str, str]:
    people = list(event.participations.all())
    return {
        "kind": event.get_kind_display(),
        "name": event.name,
        "status": event.get_status_display(),
        "starts_on": str(event.starts_on or ""),
        "ends_on": str(event.ends_on or ""),
        "day_part": event.get_day_part_display(),
        "starts_at": f"{event.starts_at:%H:%M}" if event.starts_at else "",
        "ends_at": f"{event.ends_at:%H:%M}" if event.ends_at else "",
        "precision": event.get_precision_display(),
        "date_text": event.date_text,
        "location": event.location or str(event.place or ""),
        "attendance": event.get_attendance_mode_display(),
        "organizers": "、".join(one.name for one in people if Role.ORGANIZER in one.roles),
        "participants": "；".join(map(participant, people)),
        "source": "；".join(str(source.article) for source in event.sources.all()),
        "address": f"{site}/events/{event.pk}/",
    }


def line(values: Iterable[str]) -> str:
    row = io.StringIO()
    csv.writer(row).writerow(map(harmless, values))
    return row.getvalue()


def harmless(value: str) -> str:
    """Return the words on one line; what a spreadsheet would take for a formula gets an apostrophe in front."""
    words = " ".join(value.split())
    return f"'{words}" if words.startswith(STARTS_FORMULA) else words
