"""The picture that stands for an event where its address is shared: the almanac's leaf of its day (Open Graph).

Its words are few, so they are stamps cut from one drawn sheet, `stamps.png` (Noto Serif CJK SC Bold 2.001, SIL Open
Font License 1.1; SHA-256 2adbccdc55c4ec3303725c0d21c06f4fc1954073884993ac13480331dcbdcfe9). The event's name is
told beside the picture by whoever shows it.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from calendar_app.formats.when import When
from calendar_app.vocabulary import Kind, Precision, Status

WIDTH, HEIGHT = 1200, 630  # what those who show it ask for
SHEET = Path(__file__).with_name("stamps.png")
SHEET_WIDTH = 2200
SHADES = 16  # of every colour, from paper to full
PAPER = (0xFF, 0xFD, 0xF8)
INK, QUIET, SEAL, KIND = range(4)
COLOURS = {INK: (0x1D, 0x21, 0x25), QUIET: (0x5C, 0x60, 0x66), SEAL: (0xB3, 0x26, 0x1E)}
KIND_COLOURS = {
    Kind.MEETING: (0x1F, 0x4E, 0x79),
    Kind.TRAINING: (0x1B, 0x66, 0x50),
    Kind.CEREMONY: (0xA0, 0x30, 0x16),
    Kind.ACTIVITY: (0x7A, 0x52, 0x00),
    Kind.MILESTONE: (0x5B, 0x3A, 0x86),
}
FIGURES = "0123456789–"
LETTERS = "0123456789年月日星期一二三四五六–"
WORDS = (*Kind, Status.CANCELLED, Status.POSTPONED)
WEEKDAYS = "一二三四五六日"
LEFT = 96

Stamp = Sequence[bytes]  # rows of shades
Colour = tuple[int, int, int]


def card(when: When, kind: Kind, status: Status) -> bytes:
    """Return the leaf as PNG (1200 × 630): day or days as large figures, month, weekday, kind, what became of it."""
    leaf = bytearray(WIDTH * HEIGHT)
    rule(leaf, 500, 6)
    rule(leaf, 510, 2)
    put(leaf, (1010, 72), seal(), SEAL)
    months, figures, rest = told(when)
    put_all(leaf, (LEFT, 92 if figures else 300), map(letter, months), INK, 8)
    right = put_all(leaf, (LEFT, 208), map(figure, figures), SEAL, 6)
    put_all(leaf, (right + 48, 368), map(letter, rest), QUIET, 8)
    end = put_all(leaf, (LEFT, 532), [word(kind)], KIND, 0)
    if status in WORDS:
        put_all(leaf, (end + 56, 532), [word(status)], SEAL, 0)
    return png(leaf, KIND_COLOURS[kind])


def told(when: When) -> tuple[str, str, str]:
    """Return the month, the days as figures and the weekday, as far as they are known: 2024年7月, 25, 星期四."""
    first = when.starts_on or when.ends_on
    if first is None:
        return "", "", ""
    if when.precision == Precision.YEAR:
        return f"{first.year}年", "", ""
    months = f"{first.year}年{first.month}月"
    if when.is_vague and not when.is_deadline:
        return months, "", ""
    last = when.ends_on or first
    if last == first:
        return months, str(first.day), day_of_week(first)
    if (last.year, last.month) == (first.year, first.month):
        return months, f"{first.day}–{last.day}", ""
    return months, str(first.day), f"–{last.month}月{last.day}日"


def day_of_week(day: date) -> str:
    return f"星期{WEEKDAYS[day.weekday()]}"


@cache
def sheet() -> bytes:
    """The drawn shades, one a byte: read from a PNG of four bits a pixel whose rows are not filtered."""
    octets = SHEET.read_bytes()
    start = octets.index(b"IDAT")
    (length,) = struct.unpack(">I", octets[start - 4 : start])
    packed = zlib.decompress(octets[start + 4 : start + 4 + length])
    row = SHEET_WIDTH // 2 + 1
    pixels = b"".join(packed[at + 1 : at + row] for at in range(0, len(packed), row))
    return bytes(shade for pair in pixels for shade in divmod(pair, SHADES))


def cut(left: int, top: int, width: int, height: int) -> Stamp:
    """Cut a stamp out of the sheet, without the blank columns beside what is drawn."""
    rows = [sheet()[y * SHEET_WIDTH + left : y * SHEET_WIDTH + left + width] for y in range(top, top + height)]
    drawn = [x for x in range(width) if any(row[x] for row in rows)]
    return [row[drawn[0] : drawn[-1] + 1] for row in rows]


@cache
def figure(sign: str) -> Stamp:
    return cut(FIGURES.index(sign) * 200, 0, 200, 260)


@cache
def letter(sign: str) -> Stamp:
    return cut(LETTERS.index(sign) * 80, 260, 80, 80)


@cache
def word(told: Kind | Status) -> Stamp:
    return cut(WORDS.index(told) * 240, 340, 240, 80)


@cache
def seal() -> Stamp:
    return cut(1790, 260, 110, 160)


def put(leaf: bytearray, at: tuple[int, int], stamp: Stamp, colour: int) -> int:
    """Print a stamp in a colour with its upper left corner somewhere, and return where it ends."""
    inked = bytes(colour * SHADES + shade if shade else 0 for shade in range(SHADES)) + bytes(256 - SHADES)
    left, top = at
    for number, row in enumerate(stamp):
        start = (top + number) * WIDTH + left
        leaf[start : start + len(row)] = row.translate(inked)
    return left + len(stamp[0])


def put_all(leaf: bytearray, at: tuple[int, int], stamps: Iterable[Stamp], colour: int, gap: int) -> int:
    left, top = at
    end = left
    for stamp in stamps:
        end = put(leaf, (left, top), stamp, colour)
        left = end + gap
    return end


def rule(leaf: bytearray, top: int, thickness: int) -> None:
    for y in range(top, top + thickness):
        leaf[y * WIDTH + LEFT : (y + 1) * WIDTH - LEFT] = bytes([INK * SHADES + SHADES - 1]) * (WIDTH - 2 * LEFT)


def png(leaf: bytearray, kind: Colour) -> bytes:
    """Write the pixels as PNG with a palette of every colour's shades (ISO/IEC 15948)."""
    colours = [*COLOURS.values(), kind]
    palette = bytes(part for colour in colours for shade in range(SHADES) for part in mixed(colour, shade))
    rows = b"".join(b"\0" + leaf[at : at + WIDTH] for at in range(0, len(leaf), WIDTH))
    parts = {
        b"IHDR": struct.pack(">2I5B", WIDTH, HEIGHT, 8, 3, 0, 0, 0),
        b"PLTE": palette,
        b"IDAT": zlib.compress(rows),
        b"IEND": b"",
    }
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(name, octets) for name, octets in parts.items())


def mixed(colour: Colour, shade: int) -> Colour:
    """Mix a colour with the paper; the first shade is the paper."""
    full = SHADES - 1
    red, green, blue = (round(paper + (part - paper) * shade / full) for paper, part in zip(PAPER, colour, strict=True))
    return red, green, blue


def chunk(name: bytes, octets: bytes) -> bytes:
    return struct.pack(">I", len(octets)) + name + octets + struct.pack(">I", zlib.crc32(name + octets))
