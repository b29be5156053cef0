"""The list of events taken out: as a table for spreadsheets, as comma-separated text, as a calendar."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from io import BytesIO, StringIO
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
from django.db.models import Prefetch, QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE as ILLEGAL

from calendar_app.models import Bulletin, Event, EventSource
from calendar_app.vocabulary import ReviewState, Role, Status

FORMULA = tuple("=+-@\t\r＝＋－＠")
PLAIN = ("pk", "uid", "name", "starts_on", "ends_on", "location", "summary", "date_text", "confidence", "sequence")
LABELLED = ("kind", "status", "day_part", "precision", "attendance_mode", "review_state")


def exported(events: QuerySet[Event], form: str) -> HttpResponse:
    """Return events as `xlsx`, `csv` or `ics`, in five queries however many they are."""
    sources = EventSource.objects.select_related("article__bulletin").defer("article__bulletin__text")
    events = events.order_by("starts_on", "pk").prefetch_related("participations", Prefetch("sources", sources))
    made, kind = {
        "xlsx": (workbook, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        "csv": (comma_separated, "text/csv; charset=utf-8"),
        "ics": (calendar, "text/calendar; charset=utf-8"),
    }[form]
    return HttpResponse(
        made(events), content_type=kind, headers={"Content-Disposition": f'attachment; filename="events.{form}"'}
    )


def table(events: Iterable[Event]) -> Iterator[list[str]]:
    """Yield the heading and a row for each event; no cell can start a formula."""
    column = Event._meta.get_field
    yield [
        *("ID" if field == "pk" else str(column(field).verbose_name) for field in PLAIN),  # type: ignore[union-attr]
        *(str(column(field).verbose_name) for field in LABELLED),  # type: ignore[union-attr]
        *(_("starts at"), _("ends at"), _("organizers"), _("participants"), _("bulletins")),
    ]
    for event in events:
        yield [harmless(cell) for cell in row(event)]


def row(event: Event) -> list[Any]:
    people = list(event.participations.all())
    return [
        *(getattr(event, field) for field in PLAIN),
        *(getattr(event, f"get_{field}_display")() for field in LABELLED),
        event.starts_at and event.starts_at.strftime("%H:%M"),
        event.ends_at and event.ends_at.strftime("%H:%M"),
        "、".join(one.name for one in people if Role.ORGANIZER in one.roles),
        "、".join(str(one) for one in people),
        "、".join(called(source.article.bulletin) for source in event.sources.all()),
    ]


def called(bulletin: Bulletin) -> str:
    """Name a bulletin without its text, which is not loaded for a list."""
    return " ".join(filter(None, (bulletin.title or bulletin.name, bulletin.issue, str(bulletin.published_on or ""))))


def harmless(cell: Any) -> str:
    """Spell a cell as text; what a spreadsheet would take for a formula gets an apostrophe in front."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text


def comma_separated(events: Iterable[Event]) -> bytes:
    out = StringIO()
    csv.writer(out).writerows(table(events))
    return out.getvalue().encode("utf-8-sig")  # without the mark, spreadsheets read Chinese as another encoding


def workbook(events: Iterable[Event]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Events"))
    for cells in table(events):
        sheet.append([ILLEGAL.sub("", cell) for cell in cells])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def calendar(events: Iterable[Event]) -> bytes:
    """Write events as RFC 5545, drafts as tentative; a day known without its hour is an all-day entry."""
    whole = icalendar.Calendar()
    whole.add("prodid", "-//Huili//Desk//ZH")
    whole.add("version", "2.0")
    for event in events:
        if event.starts_on:
            whole.add_component(entry(event, event.starts_on))
    whole.add_missing_timezones()
    return bytes(whole.to_ical())


def entry(event: Event, day: date) -> icalendar.Event:
    one = icalendar.Event()
    part = event.get_day_part_display() if event.day_part and not event.starts_at else ""
    one.add("uid", event.uid)
    one.add("dtstamp", event.changed_at)
    one.add("sequence", event.sequence)
    one.add("summary", f"{part} {event.name}".strip())
    last = event.ends_on or day
    if event.starts_at:
        zone = ZoneInfo(event.time_zone)
        one.add("dtstart", datetime.combine(day, event.starts_at, zone))
        if event.ends_at:
            one.add("dtend", datetime.combine(last, event.ends_at, zone))
    else:
        one.add("dtstart", day)
        one.add("dtend", last + timedelta(1))
    if event.location:
        one.add("location", event.location)
    if event.summary:
        one.add("description", event.summary)
    one.add("status", status_of(event))
    return one


def status_of(event: Event) -> str:
    if event.status == Status.CANCELLED:
        return "CANCELLED"
    return "CONFIRMED" if event.review_state == ReviewState.APPROVED else "TENTATIVE"
