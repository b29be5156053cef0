"""Feeds: saved questions; private ones show no token, only whose they are."""

from __future__ import annotations

from django.contrib import admin

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
