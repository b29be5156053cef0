"""Files that an editor drops into the desk and that hold no text: the answer names the file, the fact, the way out."""

from __future__ import annotations

import pytest
from django.utils import translation

from calendar_app.extraction.reading.plain_text import BINARY
from calendar_app.intake.sources import UnusableSource
from calendar_app.intake.uploads import FACTS, take_in_file


@pytest.mark.parametrize(
    ("content", "language", "message"),
    [
        (b"%PDF-1.7", "en", "a.txt: this is a PDF, not plain text; save it as a .txt file in UTF-8 and try again."),
        (b"%PDF-1.7", "zh-hans", "a.txt：这是 PDF，不是纯文本；请另存为 UTF-8 编码的 .txt 文件后重试。"),
        (
            b"\xff\xff\xff",
            "zh-hans",
            "a.txt：既不是 UTF-8，也不是 GB 18030 编码；请另存为 UTF-8 编码的 .txt 文件后重试。",
        ),
        (b"a\x00b", "zh-hans", "a.txt：含有零字节，不是纯文本；请另存为 UTF-8 编码的 .txt 文件后重试。"),
    ],
)
def test_a_file_without_text_is_refused_in_words(content: bytes, language: str, message: str) -> None:
    with translation.override(language), pytest.raises(UnusableSource) as caught:
        take_in_file("a.txt", content)
    assert str(caught.value) == message


def test_whatever_extraction_tells_of_a_binary_file_can_be_told_in_words() -> None:
    assert set(BINARY.values()) <= set(FACTS)
