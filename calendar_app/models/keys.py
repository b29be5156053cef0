"""Many keys handed to a database as one value: Django and the database take long over a value for each."""

from __future__ import annotations

import json
from collections.abc import Iterable

from django.db import connection
from django.db.models.expressions import RawSQL

LISTED = {"sqlite": "SELECT value FROM json_each(%s)", "postgresql": "SELECT unnest(%s::bigint[])"}


def among(keys: Iterable[int]) -> RawSQL:
    """The keys as a subquery, for `pk__in` and the like."""
    keys = list(keys)
    value = json.dumps(keys) if connection.vendor == "sqlite" else keys
    return RawSQL(LISTED[connection.vendor], [value])  # noqa: S611 - a parameter
