"""Import files and folders of bulletins into draft events."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DataError, IntegrityError
from django.utils.translation import gettext as _
from rich.console import Console
from rich.progress import track
from rich.table import Table

from calendar_app.extraction import UnreadableFile
from calendar_app.intake.sources import Source, UnusableSource, calendar_date, sources
from calendar_app.intake.storing import Stored, store
from calendar_app.review.arriving import look_over
from calendar_app.vocabulary import Kind


@dataclass
class Tally:
    """What an import came to, for the closing table."""

    new: int = 0
    there: int = 0
    anew: int = 0
    differences: int = 0
    failed: list[str] = field(default_factory=list)
    found: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)

    def add(self, stored: Stored) -> None:
        self.new += stored.is_new
        self.there += not stored.is_new
        self.anew += stored.differences is not None
        self.differences += stored.differences or 0
        if stored.is_new:
            self.kinds.update(stored.counts["events"])
            self.found.update({key: stored.counts[key] for key in ("articles", "facts", "doubtful")})


class Command(BaseCommand):
    help = "Imports files and folders of bulletins into draft events; the same text twice changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a text file, or a folder of them")
        parser.add_argument("--published-on", type=day, metavar="DATE", help="2024-07-31, where no .toml beside says")
        parser.add_argument("--dry-run", action="store_true", help="read and count, store nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            found = list(sources(options["paths"]))
        except UnusableSource as error:
            raise CommandError(str(error)) from error
        tally = Tally()
        progress = Console(stderr=True)
        steps = track(found, _("Importing"), console=progress, transient=True, disable=not progress.is_terminal)
        for source in steps:
            self.take_in(source, options["published_on"], options["dry_run"], tally)
        self.stdout.write(closing_table(tally, options["dry_run"]))
        if tally.failed:
            raise CommandError("\n".join(tally.failed))

    def take_in(self, source: Source, published_on: date | None, dry_run: bool, tally: Tally) -> None:
        """Import one file; what is wrong with it is kept for the end, and the rest go on."""
        try:
            tally.add(store(source.read(), source.given(published_on), dry_run, then=look_over))
        except (UnreadableFile, UnusableSource) as error:
            tally.failed.append(str(error))
        except (DataError, IntegrityError) as error:
            told = _("%(name)s: the database refused it (%(error)s); nothing of it is stored, report this text.")
            tally.failed.append(told % {"name": source.name, "error": error})


def day(printed: str) -> date:
    try:
        return calendar_date(printed)
    except UnusableSource as error:
        raise ArgumentTypeError(str(error)) from error


def closing_table(tally: Tally, dry_run: bool) -> str:
    table = Table(title=_("Would import") if dry_run else _("Imported"), show_header=False, title_justify="left")
    table.add_column()
    table.add_column(justify="right")
    for name, number in lines(tally):
        table.add_row(name, str(number))
    console = Console()
    with console.capture() as shown:
        console.print(table)
    return shown.get()


def lines(tally: Tally) -> Sequence[tuple[str, int]]:
    """Return the closing table: files, what was found in the new ones, and what waits for a reviewer."""
    return [
        (_("New bulletins"), tally.new),
        (_("There already"), tally.there),
        *([(_("  read anew"), tally.anew), (_("  differences"), tally.differences)] if tally.anew else []),
        (_("Failed"), len(tally.failed)),
        (_("Articles"), tally.found["articles"]),
        (_("Events"), tally.kinds.total()),
        *((f"  {_(kind.label)}", tally.kinds[kind]) for kind in Kind if tally.kinds[kind]),
        (_("Facts"), tally.found["facts"]),
        (_("Facts below 0.8"), tally.found["doubtful"]),
    ]
