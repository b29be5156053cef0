"""The list of events as xlsx, csv and ics: every row whole, no cell a formula, hours only where known."""

from __future__ import annotations

import csv
from datetime import date, time
from io import BytesIO, StringIO

import icalendar
import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from openpyxl import load_workbook

from calendar_app.formats.entry import Style
from calendar_app.formats.ical import event_bytes
from calendar_app.models import Event
from tests.makers import make_article, make_event, make_participation, make_public_event

pytestmark = pytest.mark.django_db
NAMES = ["=1+1", "-1", "@SUM(A1)", "＋加", " =空格", "东江论坛"]


def export(client: Client, form: str) -> bytes:
    sent = {"action": f"export_{form}", "_selected_action": [event.pk for event in Event.objects.all()]}
    response = client.post("/en/admin/calendar_app/event/", sent)
    assert response.status_code == 200
    return response.content


def test_no_cell_starts_a_formula(admin_client: Client) -> None:
    for name in NAMES:
        make_participation(make_event(name, make_article()), name, roles=["organizer"])

    sheet = load_workbook(BytesIO(export(admin_client, "xlsx"))).active
    rows = list(csv.reader(StringIO(export(admin_client, "csv").decode("utf-8-sig"))))

    cells = [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}
    for cell in [*cells, *(cell for row in rows for cell in row)]:
        assert not str(cell).lstrip(" ").startswith(tuple("=+-@＝＋－＠"))
    assert sorted(row[2].lstrip("'") for row in rows[1:]) == sorted(NAMES)


def test_calendar_makes_no_hour_up_and_marks_what_is_not_published(admin_client: Client) -> None:
    make_event("甲会", day_part="afternoon", precision="day_part")
    make_public_event("乙会", starts_at=time(9, 30), precision="minute")
    make_event("丙会", ends_on=date(2024, 7, 26), status="cancelled")
    make_event("丁会", review_state="rejected")
    make_event("戊会", starts_on=None, ends_on=None)

    entries = icalendar.Calendar.from_ical(export(admin_client, "ics")).events

    told = {str(entry["summary"]): (entry["dtstart"].dt.isoformat(), str(entry["status"])) for entry in entries}
    assert told == {
        "（draft）（afternoon）甲会": ("2024-07-25", "CONFIRMED"),
        "乙会": ("2024-07-25T09:30:00+08:00", "CONFIRMED"),
        "（draft）（cancelled）丙会": ("2024-07-25", "CANCELLED"),
        "（Rejected）丁会": ("2024-07-25", "CONFIRMED"),
    }


def test_calendar_is_written_as_feeds_are(admin_client: Client) -> None:
    event = make_event("甲会", make_article(), location="区会议中心")

    exported = export(admin_client, "ics")

    address = f"{settings.PUBLIC_URL}/en/admin/calendar_app/event/{event.pk}/change/"
    with translation.override("en"):
        shown = event_bytes(Event.objects.get(), address, Style(is_internal=True))
    assert shown in exported


@pytest.mark.parametrize("form", ["xlsx", "csv", "ics"])
def test_export_costs_the_same_for_one_event_and_for_three(admin_client: Client, form: str) -> None:
    make_event("甲会", make_article())
    export(admin_client, form)
    with CaptureQueriesContext(connection) as one:
        export(admin_client, form)
    for name in ("乙会", "丙会"):
        make_event(name, make_article())

    with CaptureQueriesContext(connection) as three:
        export(admin_client, form)

    assert len(three) == len(one)
