"""People and organisations, with the names they also go by and where they took part."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from calendar_app.admin.choosing import KnownSelects
from calendar_app.admin.guarding import ReadOnly, StockInline
from calendar_app.admin.joining import JoiningAdmin
from calendar_app.admin.linking import LinkingAdmin
from calendar_app.admin.list_import import ListImportAdmin
from calendar_app.admin.roles import RolesInWords
from calendar_app.models import (
    Organization,
    OrganizationAlias,
    Participation,
    Person,
    PersonAlias,
)


class PersonAliasInline(StockInline):
    model = PersonAlias
    extra = 0


class OrganizationAliasInline(StockInline):
    model = OrganizationAlias
    extra = 0


class ChildrenInline(ReadOnly, StockInline):
    model = Organization
    fk_name = "parent"
    fields = ("name", "level")
    readonly_fields = fields
    extra = 0
    show_change_link = True
    verbose_name_plural = _("bodies below it")


class ActorAdmin(JoiningAdmin, ListImportAdmin):
    """What people and organisations have in common."""

    search_fields = ("name", "aliases__name", "disambiguation")
    readonly_fields = ("replaced_by",)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Put the name first, and the address's word, which spells itself, last."""
        return sorted(super().get_fields(request, obj), key=lambda field: (field == "slug", field != "name"))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return (*super().get_readonly_fields(request, obj), *(("slug",) if obj else ()))


@admin.register(Person)
class PersonAdmin(ActorAdmin):
    list_display = ("name", "disambiguation", "note", "replaced_by")
    list_select_related = ("replaced_by",)
    inlines = (PersonAliasInline,)


@admin.register(Organization)
class OrganizationAdmin(KnownSelects, ActorAdmin):
    list_display = ("name", "disambiguation", "level", "parent", "replaced_by")
    list_filter = ("level",)
    list_select_related = ("parent", "replaced_by")
    autocomplete_fields = ("parent",)
    inlines = (OrganizationAliasInline, ChildrenInline)


@admin.register(Participation)
class ParticipationAdmin(RolesInWords, KnownSelects, LinkingAdmin):
    """Who took part where, over all events; changed on the event's own form."""

    list_display = ("name", "post", "type", "shown_roles", "event", "person", "organization")
    list_filter = ("type",)
    list_select_related = ("event", "person", "organization")
    search_fields = ("name", "post")
    autocomplete_fields = ("event", "person", "organization")
    exclude = ("sessions",)
    ordering = ("-pk",)
