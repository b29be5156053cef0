"""The leaf tells the day as far as it is known, in the colour of its kind, as a PNG that every client reads."""

from __future__ import annotations

import hashlib
import struct
import zlib
from datetime import date

import pytest

from calendar_app.formats import card as drawing
from calendar_app.formats.card import HEIGHT, KIND_COLOURS, SHEET, WIDTH, card, figure, told
from calendar_app.formats.when import When
from calendar_app.vocabulary import Kind, Precision, Status

DAY = date(2024, 7, 25)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (When(DAY), ("2024年7月", "25", "星期四")),
        (When(DAY, date(2024, 7, 26)), ("2024年7月", "25–26", "")),
        (When(DAY, date(2024, 8, 2)), ("2024年7月", "25", "–8月2日")),
        (When(date(2024, 7, 21), date(2024, 7, 31), precision=Precision.MONTH), ("2024年7月", "", "")),
        (When(date(2024, 1, 1), date(2024, 12, 31), precision=Precision.YEAR), ("2024年", "", "")),
        (When(None, date(2024, 7, 31)), ("2024年7月", "31", "星期三")),
        (When(None), ("", "", "")),
    ],
)
def test_leaf_tells_no_more_than_is_known(when: When, words: tuple[str, str, str]) -> None:
    assert told(when) == words


def pixels(picture: bytes) -> tuple[tuple[int, ...], bytes, list[bytes]]:
    """Read a PNG back: its head, its palette and its rows; every chunk's checksum has to hold."""
    at, parts = 8, {}
    while at < len(picture):
        (length,) = struct.unpack(">I", picture[at : at + 4])
        name, octets = picture[at + 4 : at + 8], picture[at + 8 : at + 8 + length]
        assert struct.unpack(">I", picture[at + 8 + length : at + 12 + length]) == (zlib.crc32(name + octets),)
        parts[name] = octets
        at += 12 + length
    rows = zlib.decompress(parts[b"IDAT"])
    lines = [rows[y * (WIDTH + 1) + 1 : (y + 1) * (WIDTH + 1)] for y in range(HEIGHT)]
    return struct.unpack(">2I5B", parts[b"IHDR"]), parts[b"PLTE"], lines


@pytest.mark.parametrize("kind", Kind)
def test_leaf_is_a_png_with_the_colour_of_its_kind(kind: Kind) -> None:
    head, palette, lines = pixels(card(When(DAY), kind, Status.HELD))

    used = {palette[3 * index : 3 * index + 3] for line in lines for index in set(line)}
    assert head == (1200, 630, 8, 3, 0, 0, 0)
    assert bytes(KIND_COLOURS[kind]) in used
    assert not {bytes(colour) for other, colour in KIND_COLOURS.items() if other != kind} & used


def test_leaf_bears_the_figures_of_the_day() -> None:
    _, _, lines = pixels(card(When(DAY), Kind.MEETING, Status.HELD))

    two = [bytes(bool(shade) for shade in row) for row in figure("2")]
    shown = [bytes(bool(index) for index in line[96 : 96 + len(two[0])]) for line in lines[208 : 208 + len(two)]]
    assert shown == two


def test_cancelled_and_postponed_are_told() -> None:
    held, cancelled, postponed = (
        card(When(DAY), Kind.MEETING, each) for each in (Status.HELD, Status.CANCELLED, Status.POSTPONED)
    )

    assert len({held, cancelled, postponed}) == 3


def test_widest_leaf_stays_on_the_paper() -> None:
    when = When(date(2024, 10, 28), date(2024, 12, 28))
    wide = When(date(2024, 10, 20), date(2024, 10, 28))

    for each in (when, wide):
        _, _, lines = pixels(card(each, Kind.MILESTONE, Status.CANCELLED))
        assert len(lines) == HEIGHT
        assert not any(line[-40:].strip(b"\0") for line in lines)


def test_sheet_is_the_one_named() -> None:
    assert hashlib.sha256(SHEET.read_bytes()).hexdigest() in (drawing.__doc__ or "")
