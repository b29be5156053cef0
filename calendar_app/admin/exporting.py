"""The list of events taken out: as a table for spreadsheets, as comma-separated text, as a calendar."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import BytesIO, StringIO
from typing import Any

from django.conf import settings
from django.db.models import Prefetch
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE as ILLEGAL

from calendar_app.formats.content_lines import UnfitValueError
from calendar_app.formats.entry import Style
from calendar_app.formats.ical import Head, calendar_bytes, event_bytes
from calendar_app.formats.loading import with_all_shown
from calendar_app.models import Bulletin, Event, EventSource
from calendar_app.models.events import EventQuerySet
from calendar_app.vocabulary import Role

FORMULA = tuple("=+-@\t\r＝＋－＠")
PLAIN = ("pk", "uid", "name", "starts_on", "ends_on", "location", "summary", "date_text", "confidence", "sequence")
LABELLED = ("kind", "status", "day_part", "precision", "attendance_mode", "review_state")


def exported(events: EventQuerySet, form: str) -> HttpResponse:
    """Return events as `xlsx`, `csv` or `ics`, in as many queries however many they are."""
    made, kind = {
        "xlsx": (workbook, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        "csv": (comma_separated, "text/csv; charset=utf-8"),
        "ics": (calendar, "text/calendar; charset=utf-8"),
    }[form]
    disposition = {"Content-Disposition": f'attachment; filename="events.{form}"'}
    return HttpResponse(made(events.order_by("starts_on", "pk")), content_type=kind, headers=disposition)


def table(events: EventQuerySet) -> Iterator[list[str]]:
    """Yield the heading and a row for each event; no cell can start a formula."""
    column = Event._meta.get_field
    yield [
        *("ID" if field == "pk" else str(column(field).verbose_name) for field in PLAIN),  # type: ignore[union-attr]
        *(str(column(field).verbose_name) for field in LABELLED),  # type: ignore[union-attr]
        *(_("starts at"), _("ends at"), _("organizers"), _("participants"), _("bulletins")),
    ]
    sources = EventSource.objects.select_related("article__bulletin").defer("article__bulletin__text")
    for event in events.prefetch_related("participations", Prefetch("sources", sources)):
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


def comma_separated(events: EventQuerySet) -> bytes:
    out = StringIO()
    csv.writer(out).writerows(table(events))
    return out.getvalue().encode("utf-8-sig")  # without the mark, spreadsheets read Chinese as another encoding


def workbook(events: EventQuerySet) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Events"))
    for cells in table(events):
        sheet.append([ILLEGAL.sub("", cell) for cell in cells])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def calendar(events: EventQuerySet) -> bytes:
    """Write events as private feeds do, those not published marked so; one without any day is left out."""
    head = Head(name=_("Huili"), description=_("Private. Pass it to nobody."))
    return calendar_bytes(head, map(entry, with_all_shown(events)))


def entry(event: Event) -> bytes:
    address = settings.PUBLIC_URL + reverse("admin:calendar_app_event_change", args=[event.pk])
    try:
        return event_bytes(event, address, Style(is_internal=True))
    except UnfitValueError:
        return b""
