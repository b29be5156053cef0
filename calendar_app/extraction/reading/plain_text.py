"""Plain text from bytes: UTF-8 with or without a byte order mark, UTF-16 with one, or GB 18030."""

from __future__ import annotations

import codecs

from calendar_app.extraction.document import Document

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
BINARY = {
    b"PK\x03\x04": "a Word document or another zip archive",
    b"%PDF": "a PDF",
    b"\xd0\xcf\x11\xe0": "an old Word or WPS document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"{\\rtf": "a Rich Text document",
}


class UnreadableFile(ValueError):  # noqa: N818  the word of the trade, as in the messages
    """A file whose bytes are no text; the message names the file, the fact and the way out."""


def read(data: bytes, name: str) -> Document:
    """Read the bytes of a plain text file; raise UnreadableFile if they are something else.

    Line ends stay as they are, since every quotation counts in the text as given; a byte order mark is no part of it.
    """
    for magic, what in BINARY.items():
        if data.startswith(magic):
            raise UnreadableFile(
                f"{name}: this is {what}, not plain text; save it as a .txt file in UTF-8 and try again"
            )
    text = decoded(data)
    if text is None:
        raise UnreadableFile(f"{name}: neither UTF-8 nor GB 18030; save it as a .txt file in UTF-8 and try again")
    if "\0" in text:
        raise UnreadableFile(
            f"{name}: holds zero bytes, so it is no plain text; save it as a .txt file in UTF-8 and try again"
        )
    return Document(text, name)


def decoded(data: bytes) -> str | None:
    encodings = ("utf-16",) if data.startswith(UTF_16) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
