"""Feeds: saved questions; private ones show no token, only whose they are."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.forms import SplitDateTimeField
from django.http import HttpRequest
from django.utils.translation import gettext as _

from calendar_app.admin.guarding import GuardedAdmin
from calendar_app.models import Feed


@admin.register(Feed)
class FeedAdmin(GuardedAdmin):
    list_display = ("name", "slug", "query", "window", "cancelled", "owner", "revoked_at")
    list_filter = ("cancelled",)
    list_select_related = ("owner",)
    search_fields = ("name", "slug", "query")
    date_hierarchy = "created_at"
    readonly_fields = ("owner", "created_at")

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Name day and hour of a moment, whose two fields have one label between them."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(field, SplitDateTimeField):
            for part, name in zip(field.widget.widgets, (_("Day"), _("Hour")), strict=True):
                part.attrs["aria-label"] = f"{field.label} · {name}"
        return field
