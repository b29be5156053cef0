"""Copy the whole database into one file, while the service runs."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from calendar_app.management.copies import Unusable, backup


class Command(BaseCommand):
    help = "Copies the whole database into one new file and verifies the copy; the service may go on running."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="a file that does not exist yet")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            backup(options["file"])
        except Unusable as error:
            raise CommandError(str(error)) from error
        told = _("%(file)s: %(size)d bytes, verified") % {
            "file": options["file"],
            "size": options["file"].stat().st_size,
        }
        self.stdout.write(told)
