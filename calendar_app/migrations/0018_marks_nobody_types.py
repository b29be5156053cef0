"""Begin the marks of words with a stroke, `/n` for `n/`, so that no word that is typed meets them; mark long events.

On PostgreSQL the table of entries is written anew and locked meanwhile: pages that search or count wait, as does what
is published; all others are answered. Among 100,000 events it took 133 seconds on a busy machine of two cores, most of
them for the index of words; on SQLite, where nothing can be published meanwhile, 114.
"""

from django.db import migrations

LONGEST = 62  # days of an event that are kept as words
BEGINS = "SUBSTR(CAST(COALESCE(starts_on, ends_on, '0001-01-01') AS text), 1, 4)"
LASTS = {"sqlite": "JULIANDAY(ends_on) - JULIANDAY(starts_on)", "postgresql": "ends_on - starts_on"}
# The days that are kept lie in the year an event begins in and the next.
MARK = """
UPDATE calendar_app_searchentry SET words = SUBSTR(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(' ' || words,
    ' n/', ' /n'), ' w/', ' /w'), ' d/', ' /d/'), ' d' || year, ' /d' || year), ' d' || next, ' /d' || next), 2) || long
FROM (
    SELECT id, {begins} AS year, CAST(CAST({begins} AS integer) + 1 AS text) AS next,
        CASE WHEN {lasts} > {longest} THEN ' /l' ELSE '' END AS long
    FROM calendar_app_event
) AS event
WHERE calendar_app_searchentry.event_id = event.id
"""
UNMARK = """
UPDATE calendar_app_searchentry SET words = SUBSTR(REPLACE(REPLACE(REPLACE(REPLACE(' ' || words,
    ' /n', ' n/'), ' /w', ' w/'), ' /d', ' d'), ' /l', ''), 2)
"""
BEFORE = {
    "sqlite": ["DROP TRIGGER calendar_app_search_update"],
    "postgresql": ["ALTER TABLE calendar_app_searchentry DROP COLUMN vector"],  # and its index
}
AFTER = {
    "sqlite": [
        "INSERT INTO calendar_app_search_words(calendar_app_search_words) VALUES ('rebuild')",
        """CREATE TRIGGER calendar_app_search_update AFTER UPDATE OF words ON calendar_app_searchentry BEGIN
            INSERT INTO calendar_app_search_words(calendar_app_search_words, rowid, words)
            VALUES ('delete', old.event_id, old.words);
            INSERT INTO calendar_app_search_words(rowid, words) VALUES (new.event_id, new.words);
        END""",
    ],
    "postgresql": [
        "SET CONSTRAINTS ALL IMMEDIATE",  # rows that wait to be checked keep the table from being altered
        """ALTER TABLE calendar_app_searchentry ADD COLUMN vector tsvector
            GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED""",
        "CREATE INDEX calendar_app_search_words ON calendar_app_searchentry USING gin (vector) WITH (fastupdate = off)",
    ],
}


def rewritten(schema_editor, statement):
    """Write words apart from their index, which is far sooner made anew than kept up word by word."""
    vendor = schema_editor.connection.vendor
    for each in (*BEFORE[vendor], statement, *AFTER[vendor]):
        schema_editor.execute(each)


def mark(apps, schema_editor):
    lasts = LASTS[schema_editor.connection.vendor]
    rewritten(schema_editor, MARK.format(begins=BEGINS, lasts=lasts, longest=LONGEST))


def unmark(apps, schema_editor):
    rewritten(schema_editor, UNMARK)


class Migration(migrations.Migration):
    dependencies = [("calendar_app", "0017_search_tells_what_is_counted")]

    operations = [migrations.RunPython(mark, unmark)]
