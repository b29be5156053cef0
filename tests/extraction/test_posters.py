"""What posters of lectures and events announce: a name after a bar, labels in 【】, a subject as the name."""

from datetime import date

import pytest

from calendar_app.extraction import extract

PUBLISHED = date(2024, 5, 10)

Told = tuple[str, str, str | None, str | None, str | None]


def told(text: str) -> list[Told]:
    events = [event for article in extract(text, PUBLISHED).articles for event in article.events]
    return [(event.kind, event.name, event.starts_on, event.starts_at, event.location) for event in events]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "活动预告｜青溪龙舟邀请赛\n【活动时间】5月20日 14:30-16:30\n【活动地点】月亮湾码头\n【活动对象】全体市民\n",
            ("activity", "青溪龙舟邀请赛", "2024-05-20", "14:30", "月亮湾码头"),
        ),
        (
            "讲座预告\n题目：古籍修复的手艺\n主讲人：岳明川\n时间：2024年5月20日15:00\n地点：图书馆报告厅\n",
            ("training", "古籍修复的手艺", "2024-05-20", "15:00", "图书馆报告厅"),
        ),
        (
            "“青溪讲堂”第9讲\n题目：古籍修复的手艺\n主讲人：岳明川\n时间：2024年5月20日15:00\n地点：图书馆报告厅\n",
            ("training", "“青溪讲堂”第9讲", "2024-05-20", "15:00", "图书馆报告厅"),
        ),
    ],
)
def test_what_a_poster_announces(text: str, event: Told) -> None:
    assert told(text) == [event]


@pytest.mark.parametrize(
    "text",
    [
        "报名通知｜古籍修复\n欢迎来电咨询。\n",
        "【办公时间】工作日上午9:00—12:00\n【办公地点】政务大厅\n",
        "讲座\n题目：古籍修复的手艺\n",
    ],
)
def test_lines_without_a_day_announce_nothing(text: str) -> None:
    assert told(text) == []


def test_who_listens_to_a_lecture_is_told_of_it() -> None:
    assert told("5月8日，青溪县文化馆组织业务骨干聆听了古籍修复专题讲座。") == [
        ("training", "古籍修复专题讲座", "2024-05-08", None, None)
    ]
