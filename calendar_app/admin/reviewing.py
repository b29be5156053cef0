"""What review leaves behind: recorded changes and readers' corrections."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from calendar_app.admin.guarding import GuardedAdmin, ReadOnly
from calendar_app.admin.marking import row_id
from calendar_app.models import Change, CorrectionRequest, Event
from calendar_app.review.before_after import compared
from calendar_app.review.spelling import fact_told
from calendar_app.vocabulary import Decision


def desk_link(event: Event, words: str = "", row: str = "") -> SafeString:
    address = reverse("admin:calendar_app_event_desk", args=[event.pk])
    return format_html('<a href="{}{}">{}</a>', address, f"#{row}" if row else "", words or event)


@admin.register(Change)
class ChangeAdmin(ReadOnly, GuardedAdmin):
    list_display = ("event", "sequence", "at", "by", "reason")
    list_select_related = ("event", "by")
    search_fields = ("event__name", "reason")
    ordering = ("-at", "-pk")
    fields = readonly_fields = ("desk", "sequence", "at", "by", "reason", "what")

    @admin.display(description=_("event"))
    def desk(self, change: Change) -> SafeString:
        return desk_link(change.event)

    @admin.display(description=_("what changed"))
    def what(self, change: Change) -> SafeString:
        return render_to_string("admin/calendar_app/compared.html", {"lines": compared(change)})


@admin.register(CorrectionRequest)
class CorrectionRequestAdmin(GuardedAdmin):
    """What readers say is wrong, above what is decided about it; nobody at the desk makes one up."""

    list_display = ("text", "event", "about", "decision", "created_at")
    list_select_related = ("event", "fact__participation", "fact__session")
    list_filter = ("decision",)
    search_fields = ("text", "event__name", "contact")
    date_hierarchy = "created_at"
    readonly_fields = ("desk", "about", "text", "contact", "created_at", "decided_at")
    fields = ("text", "desk", "about", "contact", "created_at", "decision", "outcome", "decided_at")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.display(description=_("event"))
    def desk(self, one: CorrectionRequest) -> SafeString:
        return desk_link(one.event, row=row_id(one.fact) if one.fact else "")

    @admin.display(description=_("fact"))
    def about(self, one: CorrectionRequest) -> str:
        return fact_told(one.fact) if one.fact else "–"

    def save_model(self, request: HttpRequest, obj: CorrectionRequest, form: Any, change: bool) -> None:
        """Note when it was decided, for the public log; opened again, it leaves the log."""
        if "decision" in form.changed_data:
            obj.decided_at = None if obj.decision == Decision.OPEN else timezone.now()
        super().save_model(request, obj, form, change)
