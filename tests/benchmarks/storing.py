"""Writes rows straight into tables, as fast as SQLite and PostgreSQL take them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from itertools import islice
from typing import Any

from django.db import connection, models

BATCH = 20_000


def store(model: type[models.Model], rows: Iterable[dict[str, Any]]) -> None:
    """Store rows given as columns by name; those not named hold their default."""
    rows = iter(rows)
    while batch := list(islice(rows, BATCH)):
        names = {name for row in batch for name in row}
        columns = [each for each in model._meta.concrete_fields if not each.primary_key or "pk" in names]
        usual = [each.get_db_prep_save(each.get_default(), connection) for each in columns]
        keys = ["pk" if each.primary_key else each.name for each in columns]
        values = [[prepared(row.get(key, known)) for key, known in zip(keys, usual, strict=True)] for row in batch]
        put(model._meta.db_table, [each.attname for each in columns], values)


def prepared(value: Any) -> Any:
    """Write a day or moment as the database does."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return str(value) if isinstance(value, date) else value


def put(table: str, columns: list[str], values: list[list[Any]]) -> None:
    listed = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f'COPY "{table}" ({listed}) FROM STDIN') as copy:
                for row in values:
                    copy.write_row(row)
        else:
            marks = ", ".join(["%s"] * len(columns))
            cursor.executemany(f'INSERT INTO "{table}" ({listed}) VALUES ({marks})', values)
