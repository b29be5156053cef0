"""Places and series."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from calendar_app.admin.choosing import KnownInline
from calendar_app.admin.guarding import GuardedAdmin
from calendar_app.admin.rows import session_kind
from calendar_app.models import Place, Series, SeriesMembership
from calendar_app.models import Session as ProgrammeItem
from calendar_app.review.spelling import spelled


class MembershipInline(KnownInline):
    model = SeriesMembership
    autocomplete_fields = ("event",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("series")  # every row names it


@admin.register(Place)
class PlaceAdmin(GuardedAdmin):
    list_display = ("name", "address", "latitude", "longitude")
    fields = ("name", "address", "latitude", "longitude", "slug")
    search_fields = ("name", "address")


@admin.register(Series)
class SeriesAdmin(GuardedAdmin):
    list_display = ("name", "slug")
    fields = ("name", "slug")
    search_fields = ("name",)
    inlines = (MembershipInline,)


@admin.register(ProgrammeItem)
class SessionAdmin(GuardedAdmin):
    list_display = ("name", "sort", "starts_on", "starts_at", "event")
    list_select_related = ("event",)
    list_filter = ("day_part",)
    search_fields = ("name",)
    date_hierarchy = "starts_on"
    autocomplete_fields = ("event",)
    ordering = ("-starts_on", "-pk")

    def get_form(self, request: HttpRequest, obj: ProgrammeItem | None = None, change: bool = False, **how: Any) -> Any:
        form = super().get_form(request, obj, change, **how)
        if "kind" in form.base_fields:
            form.base_fields["kind"] = session_kind(obj.kind if obj else "")
        return form

    @admin.display(description=_("kind"), ordering="kind")
    def sort(self, item: ProgrammeItem) -> str:
        return spelled(ProgrammeItem, "kind", item.kind)
