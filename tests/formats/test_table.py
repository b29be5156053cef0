"""Tables for spreadsheets: one row an event, UTF-8 marked as such, no cell that runs."""

from __future__ import annotations

import csv
import io

import pytest
from django.test import Client

from calendar_app.formats.table import harmless
from calendar_app.publishing import exports
from tests.makers import make_article, make_event, make_participation, make_public_event

pytestmark = pytest.mark.django_db


def read(client: Client, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get(address).getvalue().decode("utf-8-sig"))))


def test_event_is_one_row_in_the_readers_language(client: Client) -> None:
    event = make_public_event(
        "数字政务培训班", make_article(headline="培训班开班"), kind="training", day_part="morning"
    )
    make_participation(event, "发改委", type="organization", roles=["organizer"])
    make_participation(event, "林清远", post="教授", roles=["lecturer"])
    make_event("没有批准的会")

    chinese, english = read(client, "/events.csv"), read(client, "/en/events.csv")

    assert english == [
        {
            "Kind": "Training",
            "Name": "数字政务培训班",
            "Status": "Held",
            "Starts on": "2024-07-25",
            "Ends on": "2024-07-25",
            "Part of the day": "Morning",
            "Starts at": "",
            "Ends at": "",
            "Precision": "To the day",
            "Date as printed": "",
            "Place": "",
            "Attendance": "",
            "Organizers": "发改委",
            "Participants": "发改委：Organizer；林清远（教授）：Lecturer",
            "Source": "培训班开班",
            "Address": f"http://127.0.0.1:8000/events/{event.pk}/",
        }
    ]
    assert list(chinese[0])[:4] == ["类别", "名称", "状态", "开始日期"]
    assert read(client, f"/events/{event.pk}/-.csv") == chinese


def test_table_opens_in_spreadsheet_programs(client: Client) -> None:
    answer = client.get("/events.csv")

    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="huili-events.csv"'
    assert answer.getvalue().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t=", "\n@", " +"])
def test_no_cell_starts_a_formula(start: str) -> None:
    assert harmless(f"{start}1+1")[0] == "'"


def test_other_cells_are_left_as_they_are() -> None:
    assert [harmless(each) for each in ("7月25日\n上午", "《规划》", "")] == ["7月25日 上午", "《规划》", ""]


def test_filters_are_those_of_the_list(client: Client) -> None:
    make_public_event("培训", kind="training")
    make_public_event("会议")

    assert [row["Name"] for row in read(client, "/en/events.csv?kind=training")] == ["培训"]


def test_hidden_event_has_no_table(client: Client) -> None:
    assert client.get(f"/events/{make_event().pk}/-.csv").status_code == 404


def test_list_too_long_for_one_table_is_told_to_be_narrowed(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exports, "MOST_ROWS", 1)
    make_public_event("培训", kind="training")
    make_public_event("会议")

    whole, narrowed = client.get("/en/events.csv"), client.get("/en/events.csv?kind=training")

    assert (whole.status_code, narrowed.status_code) == (400, 200)
    assert whole.content.decode().startswith("More than 1 events are too many for one table")
