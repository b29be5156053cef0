"""Names that hold quotation marks are quoted in messages with marks of two sorts."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils.safestring import SafeData, mark_safe

from calendar_app.admin.quoting import nested
from tests.makers import make_event


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("““江上人家”摄影展”：已公布", "“‘江上人家’摄影展”：已公布"),
        ("“会”与“展”", "“会”与“展”"),
        ("“甲“乙“丙”丁”戊”", "“甲‘乙‘丙’丁’戊”"),
        ("多出一个”的“会”", "多出一个”的“会”"),
        ("没有引号", "没有引号"),
    ],
)
def test_marks_within_marks_are_single(text: str, expected: str) -> None:
    assert nested(text) == expected


def test_safe_text_stays_safe() -> None:
    assert isinstance(nested(mark_safe("<b>““会””</b>")), SafeData)
    assert not isinstance(nested("<b>““会””</b>"), SafeData)


@pytest.mark.django_db
def test_message_quotes_a_name_that_quotes(admin_client: Client) -> None:
    event = make_event("“江上人家”摄影展")

    page = admin_client.post(
        f"/admin/calendar_app/event/{event.pk}/desk/", {"act": "reject", "reason": "重复"}, follow=True
    ).content.decode()

    assert "“‘江上人家’摄影展”：已驳回" in page
