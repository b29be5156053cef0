"""Bodies in bulletin prose: full names, short ones, names with brackets, and lists of them."""

from __future__ import annotations

import pytest

from calendar_app.extraction.recognizing import organizations


def found(text: str) -> list[str]:
    mentions = list(organizations.recognize(text))
    assert all(mention.span.quote(text) == mention.value for mention in mentions)
    return [mention.value for mention in mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("论坛由市科技局、东海大学主办，北山研究院承办。", ["市科技局", "东海大学", "北山研究院"]),
        ("会议由区府办和区发改委联合主办。", ["区府办", "区发改委"]),
        ("长风贸易（中国）有限公司获颁证书。", ["长风贸易（中国）有限公司"]),
        ("7月1日，我校举办论坛。", ["我校"]),
        ("徐州市举办培训班。", ["徐州市"]),
    ],
)
def test_a_body_is_named_as_printed(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", ["会议举行。", "全社会关注。", "在徐州市调研。", "要加强组织建设。"])
def test_no_body_is_seen_where_none_is_named(text: str) -> None:
    assert found(text) == []
