"""Whole, verified copies of the database: an SQLite file or a PostgreSQL archive, by the database's own means."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.utils.translation import gettext as _

KINDS = {"sqlite": b"SQLite format 3\0", "postgresql": b"PGDMP"}
PACKAGE = "postgresql-client"


class Unusable(Exception):  # noqa: N818 - it says what the copy is
    """A copy that cannot be made, read or put back; the message says why and what to do."""


def backup(target: Path) -> None:
    """Copy the whole database into a new file, while it is in use, and verify the copy.

    Raises Unusable where the file exists, cannot be written, or the copy is not whole; then no file is left.
    """
    if target.exists():
        raise Unusable(_("%(file)s: exists already; name a new file.") % {"file": target})
    partial = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        partial.touch(mode=0o600, exist_ok=False)  # it holds people's names and password hashes
        if connection.vendor == "sqlite":
            copy_sqlite(partial)
        else:
            run("pg_dump", "--format=custom", f"--file={partial}")
        verify(partial)
        partial.rename(target)
    except OSError as error:
        told = _("%(file)s: cannot be written (%(error)s); name a file in a folder of yours.")
        raise Unusable(told % {"file": target, "error": error.strerror}) from error
    finally:
        partial.unlink(missing_ok=True)


def restore(source: Path) -> None:
    """Put a verified copy in the place of the database; readers see the old or the new, never a mixture."""
    verify(source)
    if connection.vendor == "sqlite":
        with opened(source) as copy:
            connection.ensure_connection()
            copy.backup(connection.connection)
        connection.close()
    else:
        connection.close()
        replace_postgresql(source)


def verify(file: Path) -> None:
    """Raise Unusable unless the file is a whole copy for this kind of database, of no newer version of 会历."""
    try:
        with file.open("rb") as opened_file:
            start = opened_file.read(16)
    except OSError as error:
        told = _("%(file)s: cannot be read (%(error)s); check the file and its permissions.")
        raise Unusable(told % {"file": file, "error": error.strerror}) from error
    if not start.startswith(KINDS[connection.vendor]):
        told = _("%(file)s: no copy of this kind of database (%(kind)s); name a file that backup made here.")
        raise Unusable(told % {"file": file, "kind": connection.display_name})
    if connection.vendor == "sqlite":
        verify_sqlite(file)
    else:
        run("pg_restore", "--list", str(file))


def verify_sqlite(file: Path) -> None:
    damaged = _("%(file)s: the copy is damaged (%(fault)s); use another.")
    try:
        with opened(file) as copy:
            [(fault,), *_rest] = copy.execute("PRAGMA integrity_check").fetchall()
            applied = set(copy.execute("SELECT app, name FROM django_migrations").fetchall())
    except sqlite3.DatabaseError as error:
        raise Unusable(damaged % {"file": file, "fault": error}) from error
    if fault != "ok":
        raise Unusable(damaged % {"file": file, "fault": fault})
    if newer := applied - MigrationLoader(None).disk_migrations.keys():
        told = _("%(file)s: made by a newer version (%(migration)s); upgrade first.")
        raise Unusable(told % {"file": file, "migration": ".".join(min(newer))})


def copy_sqlite(target: Path) -> None:
    connection.ensure_connection()
    with closing(sqlite3.connect(target)) as copy:
        connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it


@contextmanager
def opened(file: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as copy:
        yield copy


def replace_postgresql(source: Path) -> None:
    """Empty the database and fill it from the archive in one transaction, so that no table of another version stays."""
    emptied = ("--command=DROP SCHEMA public CASCADE", "--command=CREATE SCHEMA public")
    with TemporaryDirectory() as folder:
        script = f"--file={folder}/copy.sql"
        run("pg_restore", "--no-owner", script, str(source))
        run("psql", "--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1", "--single-transaction", *emptied, script)


def run(program: str, *arguments: str) -> None:
    """Run a PostgreSQL client program on this database; raise Unusable with its own words where it fails."""
    if not (path := shutil.which(program)):
        told = _("%(program)s is not installed; install the package %(package)s.")
        raise Unusable(told % {"program": program, "package": PACKAGE})
    done = subprocess.run(  # noqa: S603 - a program by name, its arguments a list
        [path, *arguments], env=os.environ | address(connection.settings_dict), capture_output=True, text=True
    )
    if done.returncode:
        raise Unusable(f"{program}: {done.stderr.strip()}")


def address(settings: dict[str, Any]) -> dict[str, str]:
    """Return where the database is, for libpq; the password is in no command line."""
    named = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    return {variable: str(settings[key]) for variable, key in named.items() if settings.get(key)}
