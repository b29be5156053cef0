"""Look an installation over: settings, database, every feed and search; exit status 1 where anything is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from calendar_app.management.complaint import Complaint
from calendar_app.management.feed_checks import (
    addresses,
    event_complaints,
    feed_complaints,
    kept_complaints,
    saved_complaints,
)
from calendar_app.management.fetching import fetched
from calendar_app.management.installation import database_complaints, search_complaints, settings_complaints


class Command(BaseCommand):
    help = "Looks over settings, database, every feed and search; says what is wrong and the mend."
    requires_system_checks: list[str] = []  # noqa: RUF012 - it runs them itself and tells of each

    def handle(self, *args: Any, **options: Any) -> None:
        found = self.look(_("settings"), settings_complaints)
        broken = self.look(_("database"), database_complaints)
        if not broken:  # without a sound database nothing else can be looked at
            found += self.look(_("feeds"), every_feed)
            found += self.look(_("events"), event_complaints)
            found += self.look(_("search"), search_complaints)
        if found or broken:
            raise SystemExit(1)

    def look(self, title: str, look: Callable[[], Iterator[Complaint]]) -> int:
        """Print what a look finds, and return how much that is."""
        found = 0
        for complaint in look():
            found += 1
            self.stdout.write(self.style.ERROR(f"✗ {complaint}"))
        if not found:
            self.stdout.write(self.style.SUCCESS(f"✓ {title}"))
        return found


def every_feed() -> Iterator[Complaint]:
    yield from saved_complaints()
    yield from kept_complaints()
    for address in addresses():
        yield from feed_complaints(address)
    try:
        fetched("/feeds/all.ics", {"times": "nominal"})
    except ImproperlyConfigured as error:
        setting, _separator, fault = str(error).partition(": ")
        fault, _separator, mend = fault.rpartition("; ")
        yield Complaint(setting, fault, mend)
