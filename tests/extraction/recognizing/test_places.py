"""Places as printed, without the words around them."""

import pytest

from calendar_app.extraction.recognizing import places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("3月5日，推进会在港务大厦三楼召开。", "港务大厦三楼"),
        ("白沙镇于文化礼堂举行颁奖典礼。", "文化礼堂"),
        ("全国渔业会议3日在京召开。", "京"),
        ("地点：白沙镇文化礼堂", "白沙镇文化礼堂"),
        ("二、会议地点\n镇政府二楼会议室。", "镇政府二楼会议室"),
        ("讲座以线上方式在海晏书院举行。", "海晏书院"),
    ],
)
def test_a_place_stands_before_its_verb_or_after_its_label(text: str, place: str) -> None:
    assert [one.span.quote(text) for one in places.recognize(text)] == [place]


@pytest.mark.parametrize(
    "text", ["培训期间在我校举行了比赛。", "在镇党委的领导下召开会议。", "会议在热烈的掌声中举行。", "在会上启动。"]
)
def test_a_circumstance_is_no_place(text: str) -> None:
    assert list(places.recognize(text)) == []
