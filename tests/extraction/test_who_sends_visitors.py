"""Bodies that send people somewhere, and who goes, comes or is taught there."""

from __future__ import annotations

from datetime import date

import pytest

from calendar_app.extraction import extract

Told = list[tuple[str, list[str]]]

SENT = [
    pytest.param(
        "5月8日，县政协组织部分政协委员视察城区学校建设，县教育局、县住建局负责人陪同视察。",
        [
            ("县政协", ["organizer"]),
            ("部分政协委员", ["attendee"]),
            ("县教育局、县住建局负责人", ["attendee"]),
        ],
        id="who sends the visitors",
    ),
    pytest.param(
        "5月8日，县商会组织资深会员赴东河考察。",
        [("县商会", ["organizer"]), ("资深会员", ["attendee"])],
        id="商会 and 组织",
    ),
    pytest.param(
        "5月8日，白沙镇组织召开防汛工作会议，各村（社区）党组织书记、镇直各站所负责人、包村干部参加会议。",
        [
            ("白沙镇", ["organizer"]),
            ("各村（社区）党组织书记", ["attendee"]),
            ("镇直各站所负责人", ["attendee"]),
            ("包村干部", ["attendee"]),
        ],
        id="组织召开 brings in nobody",
    ),
    pytest.param(
        "5月8日，省农科院专家来到东河县，为当地80余名种植户开展茶叶栽培培训。",
        [("省农科院专家", ["attendee"]), ("当地80余名种植户", ["attendee"])],
        id="who is taught there",
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENT)
def test_who_sends_holds_it_and_who_goes_attends(text: str, expected: Told) -> None:
    (event,) = [event for article in extract(text, date(2024, 7, 31)).articles for event in article.events]
    assert [(one.name, one.roles) for one in event.participants] == expected
