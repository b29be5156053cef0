"""Bytes become text, or an error that says the way out."""

import pytest

from calendar_app.extraction import UnreadableFile, read

TEXT = "东港区召开推进会。\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_read_takes_the_encodings_of_offices(encoding: str) -> None:
    document = read(TEXT.encode(encoding), "0305.txt")

    assert (document.text, document.name) == (TEXT, "0305.txt")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04\x14\x00", "0305.doc: this is a Word document or another zip archive"),
        (b"%PDF-1.7", "0305.doc: this is a PDF"),
        (b"\xff\xff\xff", "0305.doc: neither UTF-8 nor GB 18030"),
        (b"a\x00b", "0305.doc: holds zero bytes"),
    ],
)
def test_read_names_the_file_the_fact_and_the_way_out(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(data, "0305.doc")

    assert str(caught.value).startswith(reason)
    assert str(caught.value).endswith("save it as a .txt file in UTF-8 and try again")
