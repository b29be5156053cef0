"""`extract_events` prints what extraction finds, and touches no database."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

TEXT = "东港区召开海洋工作会议\n3月5日下午，东港区在港务大厦召开海洋工作会议，区长方明海主持会议。\n"


def run(*arguments: object) -> str:
    out = StringIO()
    call_command("extract_events", *map(str, arguments), stdout=out)
    return out.getvalue()


def test_json_is_the_contract_s_object(tmp_path: Path) -> None:
    path = tmp_path / "0305.txt"
    path.write_text(TEXT, "utf-8")

    found = json.loads(run(path, "--published-on", "2024-03-08"))

    assert found["bulletin"]["published_on_basis"] == "given"
    assert [event["name"] for event in found["articles"][0]["events"]] == ["海洋工作会议"]


def test_a_table_has_a_line_for_each_event_and_mentions_for_each_mention(tmp_path: Path) -> None:
    path = tmp_path / "0305.txt"
    path.write_bytes(TEXT.encode("gb18030"))

    assert "海洋工作会议" in run(path, "--format", "table", "--published-on", "2024-03-08")
    assert "3月5日下午" in run(path, "--format", "mentions")


def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "0305.txt"
    path.write_bytes(b"%PDF-1.7")

    with pytest.raises(CommandError, match="this is a PDF"):
        run(path)
    with pytest.raises(CommandError, match=r"cannot be read|无法读取"):
        run(tmp_path / "none.txt")
