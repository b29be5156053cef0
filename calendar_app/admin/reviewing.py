"""What review leaves behind: recorded changes and readers' corrections."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from calendar_app.admin.guarding import GuardedAdmin, ReadOnly, columns
from calendar_app.models import Change, CorrectionRequest
from calendar_app.vocabulary import Decision


@admin.register(Change)
class ChangeAdmin(ReadOnly, GuardedAdmin):
    list_display = ("event", "sequence", "at", "by", "reason")
    list_select_related = ("event", "by")
    search_fields = ("event__name", "reason")
    ordering = ("-at", "-pk")
    readonly_fields = tuple(columns(Change))


@admin.register(CorrectionRequest)
class CorrectionRequestAdmin(GuardedAdmin):
    list_display = ("text", "event", "contact", "decision", "created_at")
    list_select_related = ("event",)
    list_filter = ("decision",)
    search_fields = ("text", "event__name", "contact")
    date_hierarchy = "created_at"
    readonly_fields = ("event", "fact", "text", "contact", "created_at", "decided_at")

    def save_model(self, request: HttpRequest, obj: CorrectionRequest, form: Any, change: bool) -> None:
        """Note when it was decided, for the public log; opened again, it leaves the log."""
        if "decision" in form.changed_data:
            obj.decided_at = None if obj.decision == Decision.OPEN else timezone.now()
        super().save_model(request, obj, form, change)
