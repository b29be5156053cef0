"""Differences between decided events and newer readings: a list to find them, settled on the event's desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from calendar_app.admin.guarding import GuardedAdmin, ReadOnly
from calendar_app.models import Difference, Event, Participation, Session
from calendar_app.review.differences import PARTS
from calendar_app.review.spelling import column_name, spelled


@dataclass(frozen=True)
class Shown:
    """A difference as the desk tells it: about what, what is read now and what is kept, in words."""

    one: Difference

    @property
    def label(self) -> str:
        part = self.one.participation or self.one.session
        return f"{part} · {self.column}" if part else self.column

    @property
    def column(self) -> str:
        if self.one.field in PARTS:
            return str(PARTS[self.one.field]._meta.verbose_name)
        column: Any = self.about._meta.get_field(self.one.field)
        return str(column.verbose_name)

    @property
    def value(self) -> str:
        return self.words(self.one.value)

    @property
    def kept(self) -> str:
        return self.words(self.one.kept) or "–"

    @property
    def sureness(self) -> str:
        return f"{self.one.confidence:.0%}"

    @property
    def about(self) -> type[Event | Participation | Session]:
        one = self.one
        return type(one.participation or one.session or one.event)

    def words(self, value: Any) -> str:
        if isinstance(value, dict):
            model = PARTS[self.one.field]
            return " ".join(spelled(model, field, value[field]) for field in value if field != "type").strip()
        return spelled(self.about, self.one.field, value)


class FieldFilter(admin.SimpleListFilter):
    """Differences by what they are about, in the words of the list."""

    title = _("field")
    parameter_name = "field"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        fields = Difference.objects.order_by("field").values_list("field", flat=True).distinct()
        return [(field, self.named(field)) for field in fields]

    def named(self, field: str) -> str:
        return str(PARTS[field]._meta.verbose_name) if field in PARTS else column_name(field)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Difference]) -> QuerySet[Difference]:
        return queryset.filter(field=self.value()) if self.value() else queryset


@admin.register(Difference)
class DifferenceAdmin(ReadOnly, GuardedAdmin):
    list_display = ("event", "about", "kept_shown", "value_shown", "desk", "decision", "reviewer")
    list_select_related = ("event", "participation", "session", "reviewer")
    list_filter = ("decision", FieldFilter)
    search_fields = ("event__name",)
    ordering = ("-pk",)
    fields = readonly_fields = (
        "event", "about", "kept_shown", "value_shown", "desk", "extraction", "rule", "sureness", "decision",
        "reviewer", "decided_at",
    )  # fmt: skip

    def named(self, record: Difference) -> str:
        return f"{record.event} · {Shown(record).label}"

    @admin.display(description=_("field"))
    def about(self, one: Difference) -> str:
        return Shown(one).label

    @admin.display(description=_("kept value"))
    def kept_shown(self, one: Difference) -> str:
        return Shown(one).kept

    @admin.display(description=_("newer value"))
    def value_shown(self, one: Difference) -> str:
        return Shown(one).value

    @admin.display(description=_("confidence"))
    def sureness(self, one: Difference) -> str:
        return Shown(one).sureness

    @admin.display(description=_("Desk"))
    def desk(self, one: Difference) -> SafeString:
        address = reverse("admin:calendar_app_event_desk", args=[one.event_id])
        return format_html('<a href="{}#difference-{}">{}</a>', address, one.pk, _("Settle"))
