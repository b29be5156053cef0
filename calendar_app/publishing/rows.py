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
        SELECT * FROM gone WHERE {first} IS NOT NULL
        ORDER BY {first} DESC, id DESC LIMIT {most}) AS taken_back
"""
# Days are read as text, which sorts as it is written; each turned into an object would cost more than its event.
NEAREST = """
WITH {asked}, {gone}, picked AS ({picked}), in_turn AS (
    SELECT id, sequence, {first} AS opens, COALESCE(ends_on, starts_on, previous_on) < {day} AS is_over FROM picked)
SELECT CAST(nearest.opens AS text), nearest.id, COALESCE(kept.entries, 0),
    CASE WHEN kept.sequence = nearest.sequence AND kept.form = %s THEN kept.ical END
FROM in_turn AS nearest LEFT JOIN calendar_app_renderedevent AS kept ON kept.event_id = nearest.id
ORDER BY is_over, CASE WHEN NOT is_over THEN opens END, CASE WHEN NOT is_over THEN id END, opens DESC, id DESC
"""
# All joined by the database, for a feed that holds them all: no day matters then but for their order.
AT_ONCE = """
WITH {asked}, {gone}, latest AS MATERIALIZED (
    SELECT * FROM (
        SELECT id, sequence, {first} AS opens FROM asked WHERE {first} IS NOT NULL LIMIT {most}) AS shown
    UNION ALL SELECT * FROM (
        SELECT id, sequence, {first} AS opens FROM gone WHERE {first} IS NOT NULL LIMIT {most}) AS taken_back
    ORDER BY opens DESC, id DESC)
SELECT
    (SELECT COUNT(*) FROM latest), MIN(kept.entries), SUM(kept.entries),
    SUM(CASE WHEN kept.sequence = latest.sequence AND kept.form = %s THEN 1 ELSE 0 END), {joined}
FROM latest LEFT JOIN calendar_app_renderedevent AS kept ON kept.event_id = latest.id
WHERE (SELECT COUNT(*) FROM latest) < {most}
"""
FIRST = "COALESCE(starts_on, ends_on, previous_on)"
JOINED = {
    "sqlite": "CAST(GROUP_CONCAT(CAST(kept.ical AS text), '') AS blob)",  # in the order of the rows it is given
    "postgresql": "STRING_AGG(kept.ical, ''::bytea ORDER BY latest.opens DESC, latest.id DESC)",
}
WHOLE = """
WITH {asked}
SELECT '', picked.id, COALESCE(kept.entries, 0),
    CASE WHEN kept.sequence = picked.sequence AND kept.form = %s THEN kept.ical END
FROM asked AS picked LEFT JOIN calendar_app_renderedevent AS kept ON kept.event_id = picked.id
WHERE COALESCE(picked.starts_on, picked.ends_on, picked.previous_on) IS NOT NULL
ORDER BY picked.starts_on DESC, picked.id DESC
"""
ASKED = "{name} (id, starts_on, ends_on, previous_on, sequence) AS NOT MATERIALIZED ({events})"


class Row(NamedTuple):
    """One event's place in a feed, in the order of days; `first` is an ISO day.

    `ical` is None where the kept bytes lag behind the event, `entries` counts its VEVENTs.
    """

    first: str
    pk: int
    entries: int
    ical: bytes | None


def nearest(public: Asking, withdrawn: Asking, today: date, most: int) -> Iterator[list[Row]]:
    """Yield the events, up to `most` at a time: those ahead by their first day, then those over, latest first.

    Of those ahead, over and taken back there are no more than `most` each; bytes are read as they are asked for.
    """
    bounds = {"day": f"'{today}'", "most": most, "first": FIRST}
    parts = {"asked": part("asked", public), "gone": part("gone", withdrawn), "picked": PICKED.format(**bounds)}
    yield from batches(NEAREST.format(**parts, **bounds), (*public[1], *withdrawn[1], form()), most)


def at_once(public: Asking, withdrawn: Asking, most: int, room: int) -> bytes | None:
    """Return the bytes of all events, latest first, where there are fewer than `most` in no more than `room` octets.

    None where each has to be looked at: there are more, their bytes lag behind, or an event has none.
    """
    parts = {"asked": part("asked", public), "gone": part("gone", withdrawn), "joined": JOINED[connection.vendor]}
    with connection.cursor() as cursor:
        cursor.execute(AT_ONCE.format(**parts, most=most, first=FIRST), (*public[1], *withdrawn[1], form()))
        found, fewest, entries, current, body = cursor.fetchone()
    if not found:
        return b""
    return body if current == found and fewest and entries < most and len(body) <= room else None


def whole(events: Asking) -> Iterator[list[Row]]:
    """Yield every event, latest first, some at a time as they are asked for; their days are not told."""
    yield from batches(WHOLE.format(asked=part("asked", events)), (*events[1], form()), BATCH)


def batches(sql: str, parameters: tuple[Any, ...], size: int) -> Iterator[list[Row]]:
    with connection.chunked_cursor() as cursor:
        cursor.execute(sql, parameters)
        while found := cursor.fetchmany(size):
            yield list(map(Row._make, found))


def asking(events: EventQuerySet) -> Asking:
    """Return what the ORM asks for the events, of each what a feed has to know."""
    columns = ("pk", "starts_on", "ends_on", "previous_starts_on", "sequence")
    try:
        sql, parameters = events.order_by().values_list(*columns).query.sql_with_params()
    except EmptyResultSet:  # the ORM sees that nothing can be found, and asks nothing
        return asking(Event.objects.filter(pk__lt=0))
    return sql, parameters


def part(name: str, asked: Asking) -> str:
    return ASKED.format(name=name, events=asked[0])
