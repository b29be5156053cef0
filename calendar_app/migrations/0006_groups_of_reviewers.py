"""Makes the groups Reader, Editor, Reviewer and Publisher with what each may do."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

EDITED = (
    "bulletin", "event", "session", "participation", "fact", "eventsource", "eventrelation", "series",
    "seriesmembership", "place", "person", "organization", "personalias", "organizationalias",
)  # fmt: skip


def make_groups(apps, schema_editor):
    config = installed.get_app_config("calendar_app")
    models_module, config.models_module = config.models_module, True
    create_permissions(config, apps=apps, verbosity=0, using=schema_editor.connection.alias)
    config.models_module = models_module
    permissions = apps.get_model("auth", "Permission").objects.filter(content_type__app_label="calendar_app")
    groups = apps.get_model("auth", "Group").objects

    reader = permissions.filter(codename__startswith="view_")
    editor = permissions.filter(codename__in=[f"{verb}_{name}" for verb in ("add", "change") for name in EDITED])
    reviewer = permissions.filter(
        codename__in=["review_event", "change_duplicatecandidate", "change_correctionrequest"]
    )
    publisher = permissions.filter(codename__startswith="delete_") | permissions.filter(
        codename__in=["publish_event", "add_feed", "change_feed"]
    )
    held = []
    for name, more in (("Reader", reader), ("Editor", editor), ("Reviewer", reviewer), ("Publisher", publisher)):
        held += more
        groups.get_or_create(name=name)[0].permissions.add(*held)


class Migration(migrations.Migration):
    dependencies = [
        ("calendar_app", "0005_private_feeds_have_a_scope"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
