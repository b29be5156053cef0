"""Databases that figures are measured on, of which nothing is left."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django


@contextmanager
def base(url: str) -> Iterator[Path]:
    """Point the settings at an empty database, in a temporary folder unless its address is given, and migrate it."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "HUILI_DATA": folder,
            "DATABASE_URL": url or f"sqlite:///{folder}/bench.sqlite3",
            "HTTPS": "false",
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "ALLOWED_HOSTS": "127.0.0.1,testserver",
        }
        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        yield Path(folder)
