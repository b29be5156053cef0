"""Keep what feeds say of each event in another style, too: with more detail, with nominal hours."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("calendar_app", "0018_marks_nobody_types"),
    ]

    operations = [
        migrations.CreateModel(
            name="StyledEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("style", models.CharField(max_length=20, verbose_name="style")),
                ("sequence", models.IntegerField(verbose_name="sequence")),
                ("form", models.BigIntegerField(verbose_name="form")),
                ("ical", models.BinaryField(verbose_name="iCalendar")),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="styled",
                        to="calendar_app.event",
                        verbose_name="event",
                    ),
                ),
            ],
            options={
                "verbose_name": "event in another style",
                "verbose_name_plural": "events in other styles",
                "constraints": [models.UniqueConstraint(fields=("event", "style"), name="styled_event_once")],
            },
        ),
    ]
