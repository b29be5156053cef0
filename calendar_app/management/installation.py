"""What may be wrong with an installation's settings, database and search."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import WARNING, run_checks
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http.request import validate_host
from django.utils.translation import gettext as _

from calendar_app.management.complaint import Complaint
from calendar_app.management.fetching import fetched
from calendar_app.models import Event
from calendar_app.models.search import counted

LOCAL = {"127.0.0.1", "localhost", "::1"}
MOST_SEARCHED = 20
LONGEST_SEARCH = 50  # characters of a name that are searched for


def settings_complaints() -> Iterator[Complaint]:
    """Run Django's checks, those for a public machine only where HTTPS is on, and see that addresses lead here."""
    for message in run_checks(include_deployment_checks=settings.HTTPS):
        if message.level >= WARNING:
            yield Complaint(message.id or "settings", message.msg, message.hint or _("see Django’s list of checks"))
    host = urlsplit(settings.PUBLIC_URL).hostname
    if host is None:
        yield Complaint("PUBLIC_URL", _("is no address"), _("set it like https://calendar.example.cn"))
    elif not validate_host(host, settings.ALLOWED_HOSTS):
        fault = _("the service does not answer to %s, where its links lead") % host
        yield Complaint("ALLOWED_HOSTS", fault, _("add it, or correct PUBLIC_URL"))
    elif not settings.HTTPS and host not in LOCAL:
        yield Complaint("HTTPS", _("is off on a public machine"), _("set HTTPS=true and give it a certificate"))


def database_complaints() -> Iterator[Complaint]:
    """See that the database answers, has all migrations and is sound."""
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        yield Complaint("DATABASE_URL", str(error).strip(), _("start the database, or correct the setting"))
        return
    executor = MigrationExecutor(connection)
    for migration, backwards in executor.migration_plan(executor.loader.graph.leaf_nodes()):
        if not backwards:
            yield Complaint(str(migration), _("is not applied"), "manage.py migrate")
    present = set(connection.introspection.table_names())
    for table in sorted(set(connection.introspection.django_table_names(only_existing=False)) - present):
        yield Complaint(table, _("is missing"), _("restore the last backup"))
    yield from sqlite_complaints() if connection.vendor == "sqlite" else postgres_complaints()


def sqlite_complaints() -> Iterator[Complaint]:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA quick_check")
        for (told,) in cursor.fetchall():
            if told != "ok":
                yield Complaint(_("database"), told, _("restore the last backup"))
        cursor.execute("PRAGMA foreign_key_check")
        for table, row, *_rest in cursor.fetchall():
            yield Complaint(f"{table} {row}", _("points to a row that is gone"), _("restore the last backup"))


def postgres_complaints() -> Iterator[Complaint]:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_encoding")
        (encoding,) = cursor.fetchone()
    if encoding != "UTF8":
        yield Complaint(_("database"), _("its encoding is %s") % encoding, _("make it anew with encoding UTF8"))


def search_complaints() -> Iterator[Complaint]:
    """See that the events published last are found by their own names, and all are counted as what they are."""
    for event in Event.objects.public().exclude(starts_on=None).order_by("-published_at", "-pk")[:MOST_SEARCHED]:
        found = fetched("/feeds/events.ics", {"q": event.name[:LONGEST_SEARCH]})
        if f"UID:{event.uid}".encode() not in found.content.replace(b"\r\n ", b"") and is_shown(event):
            yield Complaint(f"{event} ({event.pk})", _("is not found by its name"), _("look at the log of the service"))

    yield from count_complaints()


def count_complaints() -> Iterator[Complaint]:
    """See that what lists count of each event is what it is."""
    events = Event.objects.exclude(search=None).select_related("search").prefetch_related("participations")
    for event in events.order_by("pk").iterator(chunk_size=500):
        if any(getattr(event.search, column) != value for column, value in counted(event).items()):
            mend = _("delete all rows of calendar_app_searchentry; they are written anew with the next search")
            yield Complaint(f"{event} ({event.pk})", _("is not counted as what it is"), mend)


def is_shown(event: Event) -> bool:
    """Whether feeds show the event at all; what no calendar can show is told of elsewhere."""
    kept = getattr(event, "rendered", None)
    return kept is not None and not kept.fault
