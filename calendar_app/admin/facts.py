"""The queue: facts in doubt, the most valuable first."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from calendar_app.admin.guarding import GuardedAdmin, ReadOnly, columns
from calendar_app.models import Fact


@admin.register(Fact)
class FactAdmin(ReadOnly, GuardedAdmin):
    list_display = ("field", "value", "event", "rule", "confidence", "basis", "decision")
    list_select_related = ("event",)
    list_filter = ("decision", "basis", "field")
    search_fields = ("event__name", "rule")
    ordering = ("confidence", "pk")
    readonly_fields = (*columns(Fact), "words")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("event")

    @admin.display(description=_("words of the bulletin"))
    def words(self, fact: Fact) -> str:
        return " … ".join(fact.quotes)
