"""Where bulletins come from: files and folders, and the small file beside a text that tells what the text does not."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dateparser
from django.utils.translation import gettext as _

from calendar_app.extraction import read
from calendar_app.extraction.document import Document
from calendar_app.intake.storing import Given

SUFFIXES = frozenset({".txt"})
LARGEST = 20_000_000  # bytes; a year of a district's bulletins is a tenth of it
KEYS = frozenset({"published_on", "title", "issue", "source"})
PARSING = {"PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["year", "month", "day"], "DATE_ORDER": "YMD"}


class UnusableSource(ValueError):  # noqa: N818 - it says what is wrong with it
    """A path, or what stands beside a text, that cannot be used; the message names it, the fact and the way out."""


@dataclass(frozen=True)
class Source:
    """A file to import and the name it goes by: its path within the folder that was named."""

    path: Path
    name: str

    def read(self) -> Document:
        """Read the file's text; raise UnusableSource or extraction's UnreadableFile."""
        try:
            if self.path.stat().st_size > LARGEST:
                raise UnusableSource(_("%(name)s: larger than 20 MB; cut it into bulletins.") % {"name": self.name})
            return read(self.path.read_bytes(), self.name)
        except OSError as error:
            told = _("%(name)s: cannot be read (%(error)s); check the file and its permissions.")
            raise UnusableSource(told % {"name": self.name, "error": error.strerror}) from error

    def given(self, published_on: date | None = None) -> Given:
        """Return what `NAME.toml` beside `NAME.txt` tells; its date counts before the one passed in."""
        beside = self.path.with_suffix(".toml")
        known = toml(beside) if beside.is_file() else {}
        if unknown := known.keys() - KEYS:
            told = _("%(file)s: unknown key %(keys)s; known are %(known)s.")
            raise UnusableSource(
                told % {"file": beside, "keys": ", ".join(sorted(unknown)), "known": ", ".join(sorted(KEYS))}
            )
        try:
            day = known.get("published_on")
            return Given(
                published_on=calendar_date(str(day)) if day else published_on,
                title=str(known.get("title", "")),
                issue=str(known.get("issue", "")),
                source_url=web_address(str(known.get("source", ""))),
            )
        except UnusableSource as error:
            raise UnusableSource(f"{beside}: {error}") from error


def sources(paths: Iterable[Path]) -> Iterator[Source]:
    """Yield every file named and every text in every folder named, each once, folders in the order of their names.

    Raises UnusableSource for a path that does not exist, and for a folder without texts.
    """
    seen: set[Path] = set()
    for path in paths:
        if not path.exists():
            told = _("%(path)s: no such file or folder; check the spelling.")
            raise UnusableSource(told % {"path": path})
        for source in folder(path) if path.is_dir() else [Source(path, path.name)]:
            if (whole := source.path.resolve()) not in seen:
                seen.add(whole)
                yield source


def folder(path: Path) -> list[Source]:
    texts = [file for file in sorted(path.rglob("*")) if file.suffix.lower() in SUFFIXES and file.is_file()]
    if not texts:
        told = _("%(path)s: holds no bulletin (%(suffixes)s); name another folder.")
        raise UnusableSource(told % {"path": path, "suffixes": ", ".join(sorted(SUFFIXES))})
    return [Source(file, file.relative_to(path).as_posix()) for file in texts]


def calendar_date(printed: str) -> date:
    """Read a whole date, 2024-07-31 or 2024年7月31日; raise UnusableSource for anything short of one."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", printed, re.ASCII):
        try:
            return date.fromisoformat(printed)
        except ValueError as error:
            told = _("“%(date)s” is not in the calendar; write the day as 2024-07-31.")
            raise UnusableSource(told % {"date": printed}) from error
    parsed: datetime | None = dateparser.parse(printed, languages=["zh"], settings=PARSING)
    if parsed is None or [int(digits) for digits in re.findall(r"\d+", printed)] != [*parsed.timetuple()[:3]]:
        told = _("“%(date)s” is no whole date; write it as 2024-07-31 or 2024年7月31日.")
        raise UnusableSource(told % {"date": printed})
    return parsed.date()


def web_address(printed: str) -> str:
    if printed and (urlsplit(printed).scheme not in {"http", "https"} or not urlsplit(printed).netloc):
        told = _("“%(address)s” is no web address; write it from https:// on, or leave source out.")
        raise UnusableSource(told % {"address": printed})
    return printed


def toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        told = _("%(file)s: not a TOML file (%(error)s); write lines such as published_on = 2024-07-31.")
        raise UnusableSource(told % {"file": path, "error": error}) from error
