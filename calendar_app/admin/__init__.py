"""The reviewers' desk: lists and forms of the stock admin; it calls review/ and decides nothing itself."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from calendar_app.admin import (
    accounts,
    actors,
    bulletins,
    differences,
    duplicates,
    events,
    facts,
    feeds,
    places,
    reviewing,
)

__all__ = [
    "accounts",
    "actors",
    "bulletins",
    "differences",
    "duplicates",
    "events",
    "facts",
    "feeds",
    "places",
    "reviewing",
]

admin.site.site_title = admin.site.site_header = _("Huili desk")
admin.site.index_title = _("What is there")
