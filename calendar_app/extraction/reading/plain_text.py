"""Plain text from bytes: UTF-8 with or without a byte order mark, UTF-16 with one, or GB 18030."""

from __future__ import annotations

import codecs

from calendar_app.extraction.document import Document

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
BINARY = {
    b"PK\x03\x04": "this is a Word document or another zip archive, not plain text",
    b"%PDF": "this is a PDF, not plain text",
    b"\xd0\xcf\x11\xe0": "this is an old Word or WPS document, not plain text",
    b"\x89PNG": "this is a picture, not plain text",
    b"\xff\xd8\xff": "this is a picture, not plain text",
    b"{\\rtf": "this is a Rich Text document, not plain text",
}


class UnreadableFile(ValueError):  # noqa: N818  the word of the trade, as in the messages
    """A file whose bytes are no text; the message names the file, the `fact` and the way out."""

    def __init__(self, name: str, fact: str) -> None:
        super().__init__(f"{name}: {fact}; save it as a .txt file in UTF-8 and try again")
        self.fact = fact


def read(data: bytes, name: str) -> Document:
    """Read the bytes of a plain text file; raise UnreadableFile if they are something else.

    Line ends stay as they are, since every quotation counts in the text as given; a byte order mark is no part of it.
    """
    for magic, fact in BINARY.items():
        if data.startswith(magic):
            raise UnreadableFile(name, fact)
    text = decoded(data)
    if text is None:
        raise UnreadableFile(name, "neither UTF-8 nor GB 18030")
    if "\0" in text:
        raise UnreadableFile(name, "holds zero bytes, so it is no plain text")
    return Document(text, name)


def decoded(data: bytes) -> str | None:
    encodings = ("utf-16",) if data.startswith(UTF_16) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
