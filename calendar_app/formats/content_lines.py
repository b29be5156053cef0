"""Content lines of iCalendar: escaped, folded at 75 octets and free of what breaks readers (RFC 5545, 3.1)."""

from __future__ import annotations

import re

from django.utils.translation import gettext

LINE_OCTETS = 75
BREAK = re.compile("\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")  # all that a reader may take for the end of a line
CONTROL = re.compile("[\x01-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
UNCLEAN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
NOT_IN_URI = re.compile(r"[\x00-\x20\x7f-\x9f\"<>\\^`{|}\ufeff\u2028\u2029]")
ESCAPES = (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n"))


class UnfitValueError(ValueError):
    """A value that no content line can carry: what is wrong with it, and the mend."""

    def __init__(self, fault: str, mend: str) -> None:
        super().__init__(f"{fault}; {mend}")


def clean(text: str) -> str:
    """Return the text with plain line breaks and no control characters; NUL is a fault of the data, an error."""
    if not UNCLEAN.search(text):
        return text.strip()
    if "\0" in text:
        raise UnfitValueError(gettext("the text holds a NUL character"), gettext("retype it"))
    return CONTROL.sub("", BREAK.sub("\n", text)).strip()


def escape(text: str) -> str:
    r"""Return a TEXT value (RFC 5545, 3.3.11): `一,二` becomes `一\,二`."""
    text = clean(text)
    for character, escaped in ESCAPES:
        text = text.replace(character, escaped)
    return text


def uri(address: str) -> str:
    """Return the address, which must hold no blank, control character or other octet outside RFC 3986."""
    if found := NOT_IN_URI.search(address):
        raise UnfitValueError(gettext("the address holds %r") % found[0], gettext("retype it"))
    return address


def fold(line: str) -> bytes:
    """Return the line in UTF-8, at most 75 octets a piece without splitting a character (RFC 5545, 3.1)."""
    octets = line.encode()
    if len(octets) <= LINE_OCTETS:
        return octets + b"\r\n"
    pieces = []
    start, end = 0, LINE_OCTETS
    while end < len(octets):
        while octets[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(octets[start:end])
        start, end = end, end + LINE_OCTETS - 1
    pieces.append(octets[start:])
    return b"\r\n ".join(pieces) + b"\r\n"


def lines(*parts: str) -> bytes:
    """Return the content lines, each folded and ended by CRLF."""
    return b"".join(map(fold, parts))
