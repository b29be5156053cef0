"""Many keys handed to a database as one value: Django and the database take long over a value for each."""

from __future__ import annotations

import json
from collections.abc import Iterable

from django.db import connection
from django.db.models.expressions import RawSQL

LISTED = {"sqlite": "SELECT value FROM json_each(%s)", "postgresql": "SELECT unnest(%s::bigint[])"}


def listed(keys: Iterable[int]) -> str | list[int]:
    """The keys as the value that LISTED takes."""
    keys = list(keys)
    return json.dumps(keys) if connection.vendor == "sqlite" else keys


def among(keys: Iterable[int]) -> RawSQL:
    """The keys as a subquery, for `pk__in` and the like."""
    return RawSQL(LISTED[connection.vendor], [listed(keys)])  # noqa: S611 - a parameter
