"""Print what extraction finds in a bulletin; no database is touched."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from rich.console import Console
from rich.table import Table

from calendar_app.extraction import UnreadableFile, extract, mentions, read

WIDTH = 140  # columns, where the terminal does not say


class Command(BaseCommand):
    help = "Prints the events that extraction finds in a bulletin (- reads standard input); touches no database."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help="a text file in UTF-8 or GB 18030, or - for standard input")
        parser.add_argument("--published-on", type=date.fromisoformat, metavar="DATE", help="e.g. 2024-07-31")
        parser.add_argument("--format", choices=("json", "table", "mentions"), default="json")

    def handle(self, *args: Any, **options: Any) -> None:
        text = read_text(options["file"])
        published_on = options["published_on"]
        if options["format"] == "mentions":
            self.stdout.write(mentions_table(text, published_on))
        else:
            found = extract(text, published_on).as_json()
            as_json = options["format"] == "json"
            self.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) if as_json else events_table(found))


def read_text(name: str) -> str:
    try:
        content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return read(content, name).text
    except OSError as error:
        told = _("%(name)s: cannot be read (%(error)s); check the name and the rights.")
        raise CommandError(told % {"name": name, "error": error.strerror}) from error
    except UnreadableFile as error:
        raise CommandError(str(error)) from error


def events_table(found: dict[str, Any]) -> str:
    table = Table(_("Date"), _("Name"), _("Kind"), _("Place"), _("Who"), _("Confidence"))
    for article in found["articles"]:
        for event in article["events"]:
            who = "\n".join(f"{one['name']} {'/'.join(one['roles'])}" for one in event["participants"])
            when = " ".join(filter(None, (event["starts_on"], event["starts_at"] or event["day_part"])))
            table.add_row(
                when,
                event["name"],
                event["kind"],
                event["location"],
                who,
                f"{event['confidence']:.2f}",
                end_section=True,
            )
    return printed(table)


def mentions_table(text: str, published_on: date | None) -> str:
    table = Table(_("Span"), _("Quotation"), _("Kind"), _("Value"), _("Rule"))
    for one in mentions(text, published_on):
        value = one.value.as_json() if hasattr(one.value, "as_json") else one.value
        table.add_row(f"{one.span.start}-{one.span.end}", one.span.quote(text), one.kind, str(value), one.rule)
    return printed(table)


def printed(table: Table) -> str:
    """Return a table as text, at least as wide as the terminal, without colours."""
    out = StringIO()
    Console(file=out, width=max(WIDTH, Console().width), no_color=True).print(table)
    return out.getvalue()
