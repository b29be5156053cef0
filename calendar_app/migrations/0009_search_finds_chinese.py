"""Keep words for search: an FTS5 table on SQLite, a tsvector on PostgreSQL, both following the entries."""

import django.db.models.deletion
from django.db import migrations, models

SQLITE = [
    """CREATE VIRTUAL TABLE calendar_app_search_words USING fts5(
        words, content='calendar_app_searchentry', content_rowid='event_id', detail=none,
        tokenize="unicode61 remove_diacritics 0 tokenchars '/'"
    )""",
    """CREATE TRIGGER calendar_app_search_insert AFTER INSERT ON calendar_app_searchentry BEGIN
        INSERT INTO calendar_app_search_words(rowid, words) VALUES (new.event_id, new.words);
    END""",
    """CREATE TRIGGER calendar_app_search_delete AFTER DELETE ON calendar_app_searchentry BEGIN
        INSERT INTO calendar_app_search_words(calendar_app_search_words, rowid, words)
        VALUES ('delete', old.event_id, old.words);
    END""",
    """CREATE TRIGGER calendar_app_search_update AFTER UPDATE ON calendar_app_searchentry BEGIN
        INSERT INTO calendar_app_search_words(calendar_app_search_words, rowid, words)
        VALUES ('delete', old.event_id, old.words);
        INSERT INTO calendar_app_search_words(rowid, words) VALUES (new.event_id, new.words);
    END""",
]
# Lexemes are taken as they are: no parser, dictionary or locale has a say in what a word is.
POSTGRESQL = [
    """ALTER TABLE calendar_app_searchentry ADD COLUMN vector tsvector
        GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED""",
    "CREATE INDEX calendar_app_search_words ON calendar_app_searchentry USING gin (vector) WITH (fastupdate = off)",
]


def make(apps, schema_editor):
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE calendar_app_search_words")


class Migration(migrations.Migration):
    dependencies = [("calendar_app", "0008_corrections_count_senders")]

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "event",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="search",
                        serialize=False,
                        to="calendar_app.event",
                        verbose_name="event",
                    ),
                ),
                ("words", models.TextField(verbose_name="words")),
            ],
            options={"verbose_name": "search entry", "verbose_name_plural": "search entries"},
        ),
        migrations.RunPython(make, drop),
    ]
