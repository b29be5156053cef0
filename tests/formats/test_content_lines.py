"""Content lines of iCalendar: folded to the octet, escaped, and read back by three libraries."""

from __future__ import annotations

import icalendar
import ics
import vobject
from hypothesis import given
from hypothesis import strategies as st

from calendar_app.formats.content_lines import escape, fold
from calendar_app.formats.ical import Head, calendar_bytes


@given(st.text(max_size=200))
def test_folded_line_is_whole_and_at_most_75_octets_a_piece(text: str) -> None:
    line = "SUMMARY:" + text.replace("\r", "").replace("\n", "")

    pieces = fold(line).split(b"\r\n")

    assert pieces[-1] == b""
    assert max(map(len, pieces)) <= 75
    assert all(piece.decode() for piece in pieces[:-1])
    assert pieces[0] + b"".join(piece[1:] for piece in pieces[1:]) == line.encode()


words = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufeff"), min_size=1)


@given(st.lists(words.filter(str.strip), min_size=1, max_size=5))
def test_any_text_comes_back_from_three_libraries(lines: list[str]) -> None:
    text = "\n".join(line.strip() for line in lines)
    vevent = b"BEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20240725T000000Z\r\nDTSTART;VALUE=DATE:20240725\r\n"
    octets = calendar_bytes(
        Head(name="会历", description="全部"), [vevent, fold(f"DESCRIPTION:{escape(text)}"), b"END:VEVENT\r\n"]
    )

    read = [
        str(icalendar.Calendar.from_ical(octets).walk("VEVENT")[0]["DESCRIPTION"]),
        vobject.readOne(octets.decode()).vevent.description.value,
    ]
    if "\\" not in text:  # ics takes an escaped backslash before n for an escaped line break
        read.append(next(iter(ics.Calendar(octets.decode()).events)).description)

    assert read == [text] * len(read)


def test_escaped_text_holds_no_control_character() -> None:
    written = escape("一\r\n二\x0b三\u2028四\x07五\ufeff,六;七\\八\t九")

    assert written == "一\\n二\\n三\\n四五\\,六\\;七\\\\八\t九"
