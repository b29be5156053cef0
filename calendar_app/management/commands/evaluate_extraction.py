"""Measure extraction against bulletins that a careful reader has annotated."""

from __future__ import annotations

import json
import tomllib
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from rich.console import Console
from rich.table import Table

from calendar_app.extraction import extract, read
from calendar_app.management.measuring import FIELDS, Json, Measured, measure

SUMMARY = [*((field, (field,)) for field in FIELDS), ("all facts", FIELDS)]
WIDTH = 130  # columns, where the terminal does not say
FIXTURES = Path(settings.BASE_DIR) / "fixtures" / "bulletins"


class Command(BaseCommand):
    help = "Measures extraction on annotated bulletins: by field, by rule, and whether its confidence can be trusted."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "folders", nargs="*", type=Path, default=[FIXTURES], metavar="FOLDER",
            help="folders of bulletin.txt and expected.json, or .txt files with gold .json beside them or in gold/",
        )  # fmt: skip

    def handle(self, *args: Any, **options: Any) -> None:
        every = {folder: measured_in(folder) for folder in options["folders"]}
        for measured in every.values():
            self.stdout.write(printed(fields_table(measured), calibration_table(measured), rules_table(measured)))
        self.stdout.write(printed(summary_table(every)))


def measured_in(folder: Path) -> Measured:
    """Measure every annotated text of a folder; raise CommandError if it has none."""
    measured, number = Measured(), 0
    for text, published_on, gold in annotated(folder):
        measure(measured, gold, extract(text, published_on).as_json())
        number += 1
    if not number:
        told = _("%(folder)s: no annotated bulletins there; expected <name>/bulletin.txt with expected.json.")
        raise CommandError(told % {"folder": folder})
    return measured


def summary_table(every: dict[Path, Measured]) -> Table:
    """Return F1 by folder, as the README keeps it."""
    table = Table(_("Texts"), *(title for title, _fields in SUMMARY), title="F1")
    for folder, measured in every.items():
        table.add_row(folder.name, *(f"{measured.figures(*fields)[2]:.2f}" for _title, fields in SUMMARY))
    return table


def annotated(folder: Path) -> Iterator[tuple[str, date | None, Json]]:
    """Yield each text with the day it was published and what a reader found in it."""
    for path in sorted(folder.glob("*/bulletin.txt")):
        about = tomllib.loads((path.parent / "bulletin.toml").read_text("utf-8"))
        yield text_of(path), about.get("published_on"), load(path.parent / "expected.json")
    for path in sorted(folder.glob("*.txt")):
        beside = (path.with_suffix(".json"), folder / "gold" / f"{path.stem}.json")
        gold = next((load(each) for each in beside if each.exists()), None)
        if gold:
            printed_on = gold.get("published_on") or gold.get("bulletin", {}).get("published_on")
            yield text_of(path), date.fromisoformat(printed_on) if printed_on else None, gold


def text_of(path: Path) -> str:
    return read(path.read_bytes(), path.name).text


def load(path: Path) -> Json:
    loaded: Json = json.loads(path.read_text("utf-8"))
    return loaded


def fields_table(measured: Measured) -> Table:
    table = Table(_("Field"), _("Precision"), _("Recall"), _("F1"), _("Facts"), title=_("By field"))
    for name, fields in [*((name, (name,)) for name in FIELDS), (_("all facts"), FIELDS)]:
        facts = sum(measured.right[one] + measured.missed[one] for one in fields)
        table.add_row(name, *(f"{figure:.3f}" for figure in measured.figures(*fields)), str(facts))
    return table


def calibration_table(measured: Measured) -> Table:
    table = Table(_("Confidence"), _("Events"), _("Right"), title=_("Events by confidence"))
    for tenth, counts in sorted(measured.tenths.items()):
        share = counts[True] / counts.total()
        table.add_row(f"{tenth / 10:.1f}-{(tenth + 1) / 10:.1f}", str(counts.total()), f"{share:.2f}")
    return table


def rules_table(measured: Measured) -> Table:
    table = Table(_("Rule"), _("Right"), _("Wrong"), title=_("By rule"))
    for rule, counts in sorted(measured.rules.items()):
        table.add_row(rule, str(counts[True]), str(counts[False]))
    return table


def printed(*tables: Table) -> str:
    out = StringIO()
    console = Console(file=out, width=max(WIDTH, Console().width), no_color=True)
    for table in tables:
        console.print(table)
    return out.getvalue()
