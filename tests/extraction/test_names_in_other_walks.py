"""Names of events as schools, courts, villages and firms word them, and the words before a name that are none of it."""

from datetime import date

import pytest

from calendar_app.extraction import extract

PUBLISHED = date(2024, 5, 10)


def told(text: str) -> list[tuple[str, str]]:
    return [(event.kind, event.name) for article in extract(text, PUBLISHED).articles for event in article.events]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("三届四次理事会", "meeting"),
        ("博士后开题报告会", "meeting"),
        ("干部任职宣布会议", "meeting"),
        ("防汛形势会商会", "meeting"),
        ("青年干部研学班", "training"),
        ("消防安全大课堂", "training"),
        ("春季新兵欢送大会", "ceremony"),
        ("一年级新生入学礼", "ceremony"),
        ("“夏夜”集中执行行动", "activity"),
        ("志愿者巡河行动", "activity"),
        ("垃圾分类知识闯关赛", "activity"),
    ],
)
def test_what_is_held_goes_by_its_last_word(name: str, kind: str) -> None:
    assert told(f"5月8日，青溪县文化馆在三楼会议室举行{name}。") == [(kind, name)]


@pytest.mark.parametrize("lead", ["一年一度的", "备受瞩目的", "三场", "一场别开生面的"])
def test_praise_and_counting_are_no_part_of_a_name(lead: str) -> None:
    assert told(f"5月8日，{lead}青溪龙舟邀请赛在月亮湾举行。") == [("activity", "青溪龙舟邀请赛")]


def test_a_board_alone_is_no_event() -> None:
    assert told("5月8日，青溪县商会理事会向石门村捐款。") == []
