"""Groups in bulletin prose: people meant together without their names."""

from __future__ import annotations

import pytest

from calendar_app.extraction.recognizing import groups


def found(text: str) -> list[str]:
    mentions = list(groups.recognize(text))
    assert all(mention.span.quote(text) == mention.value for mention in mentions)
    return [mention.value for mention in mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("研究生院负责人主持会议。", ["研究生院负责人"]),
        ("会上，优秀教师代表作交流发言。", ["优秀教师代表"]),
        ("全体学员参加。", ["全体学员"]),
    ],
)
def test_a_group_is_named_as_printed(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", ["会议举行。", "全体参会人员合影。"])
def test_no_group_is_seen_where_none_is_meant(text: str) -> None:
    assert found(text) == []
