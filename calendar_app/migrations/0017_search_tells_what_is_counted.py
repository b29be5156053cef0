"""Keep beside an event's words what lists are ordered by and counted from.

On PostgreSQL the table of entries is written anew and locked meanwhile: pages that search or count wait, as does what
is published; all others are answered. Among 100,000 events it took 160 seconds on a busy machine of two cores, most of
them for the index of words; on SQLite, where nothing can be published meanwhile, 23.
"""

from django.db import migrations, models

# Django would copy SQLite's table for each column, and lose the triggers that words are kept by.
COLUMNS = [
    f"ALTER TABLE calendar_app_searchentry ADD COLUMN {column}"
    for column in (
        "opens varchar(32) NOT NULL DEFAULT ''",
        "kind varchar(10) NOT NULL DEFAULT ''",
        "status varchar(10) NOT NULL DEFAULT ''",
        "mode varchar(10) NOT NULL DEFAULT ''",
        "place bigint NULL",
        "who text NOT NULL DEFAULT ''",
    )
]
FILL = """
UPDATE calendar_app_searchentry SET
    opens = CASE WHEN event.is_public THEN event.opens ELSE '' END,
    kind = event.kind, status = event.status, mode = event.mode, place = event.place, who = event.who
FROM (
    SELECT id, review_state = 'approved' AND replaced_by_id IS NULL AS is_public,
        {opens} AS opens, kind, status, attendance_mode AS mode, place_id AS place,
        COALESCE(({who}), '') AS who
    FROM calendar_app_event
) AS event
WHERE calendar_app_searchentry.event_id = event.id
"""
HIDE = """
UPDATE calendar_app_searchentry SET words = words || ' /h'
WHERE event_id IN (SELECT id FROM calendar_app_event WHERE NOT (review_state = 'approved' AND replaced_by_id IS NULL))
"""
BEGINS = "COALESCE(CAST(starts_on AS text), CAST(ends_on AS text), '0001-01-01')"
LINKED = "COALESCE(CAST(COALESCE(person_id, organization_id) AS text), '')"
ONE = f"REPLACE(roles, ' ', '=') || '/' || SUBSTR(type, 1, 1) || {LINKED} || ' '"
PARTS = {
    "sqlite": {
        "opens": f"{BEGINS} || COALESCE('T' || SUBSTR(starts_at, 1, 8), '')",
        "who": f"""SELECT GROUP_CONCAT(one, '') FROM (SELECT {ONE} AS one FROM calendar_app_participation
            WHERE event_id = calendar_app_event.id ORDER BY "order")""",
    },
    "postgresql": {
        "opens": f"{BEGINS} || COALESCE('T' || TO_CHAR(starts_at, 'HH24:MI:SS'), '')",
        "who": f"""SELECT STRING_AGG({ONE}, '' ORDER BY "order") FROM calendar_app_participation
            WHERE event_id = calendar_app_event.id""",
    },
}
# SQLite counts from the index alone; PostgreSQL's rows are as narrow as that, once words are kept apart from them.
SQLITE = [
    *COLUMNS,
    "DROP TRIGGER calendar_app_search_update",
    """CREATE TRIGGER calendar_app_search_update AFTER UPDATE OF words ON calendar_app_searchentry BEGIN
        INSERT INTO calendar_app_search_words(calendar_app_search_words, rowid, words)
        VALUES ('delete', old.event_id, old.words);
        INSERT INTO calendar_app_search_words(rowid, words) VALUES (new.event_id, new.words);
    END""",
    FILL.format(**PARTS["sqlite"]),
    HIDE,
    """CREATE INDEX calendar_app_search_told ON calendar_app_searchentry
        (opens, kind, status, mode, place, who, event_id)""",
]
POSTGRESQL = [
    *COLUMNS,
    "ALTER TABLE calendar_app_searchentry DROP COLUMN vector",  # and its index
    "ALTER TABLE calendar_app_searchentry SET (toast_tuple_target = 384)",
    FILL.format(**PARTS["postgresql"]),
    HIDE,
    "SET CONSTRAINTS ALL IMMEDIATE",  # rows written twice wait to be checked, and keep the table from being altered
    """ALTER TABLE calendar_app_searchentry ADD COLUMN vector tsvector
        GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED""",
    "CREATE INDEX calendar_app_search_words ON calendar_app_searchentry USING gin (vector) WITH (fastupdate = off)",
    "CREATE INDEX calendar_app_search_told ON calendar_app_searchentry (opens)",
]


def fill(apps, schema_editor):
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    schema_editor.execute("DROP INDEX calendar_app_search_told")
    for name in ("opens", "kind", "status", "mode", "place", "who"):
        schema_editor.execute(f"ALTER TABLE calendar_app_searchentry DROP COLUMN {name}")


def column(name, field):
    return migrations.AddField("searchentry", name, field)


class Migration(migrations.Migration):
    dependencies = [("calendar_app", "0016_search_reads_less")]

    operations = [
        migrations.SeparateDatabaseAndState(
            [migrations.RunPython(fill, drop)],
            [
                column("opens", models.CharField(blank=True, default="", editable=False, max_length=32)),
                column("kind", models.CharField(blank=True, default="", editable=False, max_length=10)),
                column("status", models.CharField(blank=True, default="", editable=False, max_length=10)),
                column("mode", models.CharField(blank=True, default="", editable=False, max_length=10)),
                column("place", models.BigIntegerField(editable=False, null=True)),
                column("who", models.TextField(blank=True, default="", editable=False)),
            ],
        )
    ]
