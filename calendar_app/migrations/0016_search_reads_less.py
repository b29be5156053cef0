"""Keep words apart from the rows on PostgreSQL, so that what an index finds lies on a few pages."""

from django.db import migrations

STATEMENTS = [
    "ALTER TABLE calendar_app_searchentry DROP COLUMN vector",  # and its index
    "ALTER TABLE calendar_app_searchentry SET (toast_tuple_target = 128)",
    # Rows are written anew, and so by the new measure.
    """ALTER TABLE calendar_app_searchentry ADD COLUMN vector tsvector
        GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED""",
    "CREATE INDEX calendar_app_search_words ON calendar_app_searchentry USING gin (vector) WITH (fastupdate = off)",
]


def rewrite(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for statement in STATEMENTS:
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("calendar_app", "0015_events_without_a_first_day")]

    operations = [migrations.RunPython(rewrite, migrations.RunPython.noop)]
