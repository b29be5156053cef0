"""The rows of a feed: which events it may hold and their kept bytes, read by one question to the database.

The question is SQL around what the ORM asks for, since a feed is joined anew after every publication: what Django does
to each row, and to five questions in place of one, would cost more than the octets themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connection

from calendar_app.models import Event
from calendar_app.models.events import EventQuerySet
from calendar_app.publishing.rendering import form

BATCH = 500
Asking = tuple[str, tuple[Any, ...]]  # SQL and its parameters

# Each part is answered from an index; one with OR in place of them would have SQLite read every event.
PICKED = """
    SELECT * FROM (SELECT * FROM asked WHERE starts_on >= {day} ORDER BY starts_on, id LIMIT {most}) AS coming
    UNION ALL SELECT * FROM (
        SELECT * FROM asked WHERE ends_on >= {day} AND starts_on < {day} ORDER BY ends_on, id LIMIT {most}) AS going_on
    UNION ALL SELECT * FROM (
        SELECT * FROM asked WHERE starts_on < {day} AND (ends_on < {day} OR ends_on IS NULL)
        ORDER BY starts_on DESC, id DESC LIMIT {most}) AS past
    UNION ALL SELECT * FROM (
        SELECT * FROM asked WHERE starts_on IS NULL AND COALESCE(ends_on, previous_on) >= {day}
        ORDER BY COALESCE(ends_on, previous_on), id LIMIT {most}) AS due
    UNION ALL SELECT * FROM (
        SELECT * FROM asked WHERE starts_on IS NULL AND COALESCE(ends_on, previous_on) < {day}
        ORDER BY COALESCE(ends_on, previous_on) DESC, id DESC LIMIT {most}) AS overdue
    UNION ALL SELECT * FROM (
        SELECT * FROM gone WHERE COALESCE(starts_on, ends_on, previous_on) IS NOT NULL
        ORDER BY COALESCE(starts_on, ends_on, previous_on) DESC, id DESC LIMIT {most}) AS taken_back
"""
NEAREST = "WITH {asked}, {gone}, picked AS ({picked}) {rows} FROM picked {kept}"
# The same joined by the database, for a feed that holds them all.
AT_ONCE = """
WITH {asked}, {gone}, picked AS ({picked})
SELECT
    COUNT(*), MIN(kept.entries), SUM(kept.entries), SUM(LENGTH(kept.ical)),
    SUM(CASE WHEN kept.sequence = latest.sequence AND kept.form = %s THEN 1 ELSE 0 END), {joined}
FROM (
    SELECT id, sequence, COALESCE(starts_on, ends_on, previous_on) AS opens FROM picked
    ORDER BY opens DESC, id DESC LIMIT {most}) AS latest
LEFT JOIN calendar_app_renderedevent AS kept ON kept.event_id = latest.id
"""
JOINED = {
    "sqlite": "CAST(GROUP_CONCAT(CAST(kept.ical AS text), '') AS blob)",  # in the order of the rows it is given
    "postgresql": "STRING_AGG(kept.ical, ''::bytea ORDER BY latest.opens DESC, latest.id DESC)",
}
WHOLE = """
WITH {asked}
SELECT '', picked.id, '', COALESCE(kept.entries, 0),
    CASE WHEN kept.sequence = picked.sequence AND kept.form = %s THEN kept.ical END
FROM asked AS picked {kept}
WHERE COALESCE(picked.starts_on, picked.ends_on, picked.previous_on) IS NOT NULL
ORDER BY picked.starts_on DESC, picked.id DESC
"""
ASKED = "{name} (id, starts_on, ends_on, previous_on, sequence) AS NOT MATERIALIZED ({events})"
# Days are read as text, which sorts as it is written; each turned into an object would cost more than its event.
ROWS = """
SELECT
    CAST(COALESCE(picked.starts_on, picked.ends_on, picked.previous_on) AS text), picked.id,
    CAST(COALESCE(picked.ends_on, picked.starts_on, picked.previous_on) AS text), COALESCE(kept.entries, 0),
    CASE WHEN kept.sequence = picked.sequence AND kept.form = %s THEN kept.ical END
"""
KEPT = "LEFT JOIN calendar_app_renderedevent AS kept ON kept.event_id = picked.id"


class Row(NamedTuple):
    """One event's place in a feed, in the order of days; `first` and `last` are ISO days.

    `ical` is None where the kept bytes lag behind the event, `entries` counts its VEVENTs.
    """

    first: str
    pk: int
    last: str
    entries: int
    ical: bytes | None


def nearest(public: EventQuerySet, withdrawn: EventQuerySet, today: date, most: int) -> list[Row]:
    """Return the events nearest to today, up to `most` each of those ahead, over and taken back."""
    sql, parameters = question(NEAREST, public, withdrawn, today, most)
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(map(Row._make, cursor.fetchall()))


def at_once(public: EventQuerySet, withdrawn: EventQuerySet, today: date, most: int, room: int) -> bytes | None:
    """Return the bytes of all events, latest first, where there are fewer than `most` in no more than `room` octets.

    None where each has to be looked at: there are more, their bytes lag behind, or an event has none.
    """
    sql, parameters = question(AT_ONCE, public, withdrawn, today, most)
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        found, fewest, entries, octets, current, body = cursor.fetchone()
    if not found:
        return b""
    return body if current == found and fewest and entries < most and octets <= room else None


def question(sql: str, public: EventQuerySet, withdrawn: EventQuerySet, today: date, most: int) -> Asking:
    """Return one of the questions above, with its parameters."""
    asked, gone = part("asked", public), part("gone", withdrawn)
    bounds = {"day": f"'{today}'", "most": most}
    parts = {"asked": asked[0], "gone": gone[0], "picked": PICKED.format(**bounds)}
    told = sql.format(**parts, **bounds, rows=ROWS, kept=KEPT, joined=JOINED[connection.vendor])
    return told, (*asked[1], *gone[1], form())


def whole(events: EventQuerySet) -> Iterator[list[Row]]:
    """Yield every event, latest first, some at a time as they are asked for; their days are not told."""
    asked = part("asked", events)
    sql = WHOLE.format(asked=asked[0], kept=KEPT)
    with connection.chunked_cursor() as cursor:
        cursor.execute(sql, (*asked[1], form()))
        while found := cursor.fetchmany(BATCH):
            yield list(map(Row._make, found))


def part(name: str, events: EventQuerySet) -> Asking:
    """Return the events as a part of a question, with its parameters."""
    columns = ("pk", "starts_on", "ends_on", "previous_starts_on", "sequence")
    try:
        sql, parameters = events.order_by().values_list(*columns).query.sql_with_params()
    except EmptyResultSet:  # the ORM sees that nothing can be found, and asks nothing
        return part(name, Event.objects.filter(pk__lt=0))
    return ASKED.format(name=name, events=sql), parameters
