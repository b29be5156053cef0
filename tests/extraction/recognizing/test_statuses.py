"""What is to come, put off or called off, and how one takes part."""

import pytest

from calendar_app.extraction.recognizing import statuses


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("镇里将于5月8日举办讲座。", "status", "scheduled"),
        ("因大风，音乐会延期举行。", "status", "postponed"),
        ("市集取消，敬请谅解。", "status", "cancelled"),
        ("会议以视频形式召开。", "mode", "online"),
        ("活动采取线上线下相结合的方式进行。", "mode", "mixed"),
        ("会议设视频分会场。", "mode", "mixed"),
        ("全镇渔业现场会召开。", "mode", "offline"),
    ],
)
def test_words_tell_status_and_mode(text: str, kind: str, value: str) -> None:
    assert (kind, value) in [(one.kind, one.value) for one in statuses.recognize(text)]


@pytest.mark.parametrize("text", ["大家学习了电视电话会议精神。", "要用好网络平台。"])
def test_a_word_in_passing_tells_no_mode(text: str) -> None:
    assert [one for one in statuses.recognize(text) if one.kind == "mode"] == []
