"""Put a copy that backup made in the place of the database."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from calendar_app.management.copies import Unusable, restore, verify


class Command(BaseCommand):
    help = "Verifies a copy that backup made and puts it in the place of the database; all that is there now is lost."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="a file that backup made")
        parser.add_argument("--no-input", action="store_true", help="do not ask first")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            verify(options["file"])
            if not options["no_input"] and input(_("Replace all that is stored now? (yes/no) ")) not in {"yes", "是"}:
                raise CommandError(_("Nothing was changed."))
            restore(options["file"])
        except Unusable as error:
            raise CommandError(str(error)) from error
        call_command("migrate", verbosity=0, interactive=False)  # a copy of an older version is brought up to this one
        self.stdout.write(_("Restored from %(file)s") % {"file": options["file"]})
