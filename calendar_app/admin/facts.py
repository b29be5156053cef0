"""The queue: facts in doubt, the most valuable first, and every other fact by its filters."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from calendar_app.admin.guarding import GuardedAdmin, ReadOnly, acting
from calendar_app.admin.marking import row_id
from calendar_app.models import Bulletin, Fact
from calendar_app.review import settling
from calendar_app.review.queue import queue, waiting
from calendar_app.review.spelling import column_name, fact_told, label, shown
from calendar_app.vocabulary import Decision

MOST_CHOICES = 30  # a longer list of choices is no filter


class StandingFilter(admin.SimpleListFilter):
    """What waits for a reviewer, unless something else is asked for."""

    title = _("standing")
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("decided", _("Decided")), ("all", _("All"))]

    def choices(self, changelist: Any) -> Any:
        first, *rest = super().choices(changelist)
        return [{**first, "display": _("In the queue")}, *rest]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        match self.value():
            case "decided":
                return queryset.exclude(decision=Decision.OPEN)
            case "all":
                return queryset
        return queue(timezone.localdate(), queryset)


class QueuedFilter(admin.SimpleListFilter):
    """A filter that offers only what stands in the queue, the most frequent first."""

    column = ""

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        left = waiting(Fact.objects.order_by()).values_list(self.column, flat=True).distinct()
        return [(str(value), self.named(value)) for value in left[:MOST_CHOICES] if value]

    def named(self, value: Any) -> str:
        return str(value)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        value = self.value()
        return queryset.filter(**{self.column: value}) if value else queryset


class FieldFilter(QueuedFilter):
    title = _("field")
    parameter_name = column = "field"

    def named(self, value: Any) -> str:
        return column_name(str(value))


class RuleFilter(QueuedFilter):
    title = _("rule")
    parameter_name = column = "rule"


class BulletinFilter(QueuedFilter):
    title = _("bulletin")
    parameter_name = column = "bulletin"

    def value(self) -> str | None:
        given = super().value()
        return given if given and given.isdecimal() else None  # an address typed wrong filters nothing

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        left = waiting(Fact.objects.order_by()).values("bulletin")
        return [(str(one.pk), str(one)) for one in Bulletin.objects.filter(pk__in=left)[:MOST_CHOICES]]


@admin.register(Fact)
class FactAdmin(ReadOnly, GuardedAdmin):
    list_display = ("value_shown", "field_shown", "event_shown", "quotation", "rule", "sureness", "decision")
    list_display_links = None
    list_filter = (StandingFilter, "event__kind", FieldFilter, BulletinFilter, RuleFilter)
    search_fields = ("event__name",)
    fields = readonly_fields = (
        "value_shown", "field_shown", "event_shown", "bulletin", "quotation", "rule", "basis", "sureness", "decision",
        "reviewer", "decided_at",
    )  # fmt: skip
    actions = ("accept_chosen",)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        return super().changelist_view(request, {"title": _("Queue of doubtful facts")} | (extra_context or {}))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return Fact.objects.select_related("event", "participation", "session", "bulletin")  # ordered by the queue

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        return ("-pk",) if request.GET.get("standing") else ("-worth", "pk")

    def named(self, record: Fact) -> str:
        return fact_told(record)

    def has_settle_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("calendar_app.change_fact")

    @admin.action(description=_("Accept selected facts"), permissions=["settle"])
    def accept_chosen(self, request: HttpRequest, queryset: QuerySet[Fact]) -> None:
        open_ones = [fact for fact in queryset if fact.decision == Decision.OPEN]
        if not open_ones:
            self.message_user(request, _("They were decided before; nothing was changed."), messages.WARNING)
            return
        for fact in open_ones:
            settling.accept(fact, by=acting(request))
        told = ngettext("%(count)d fact was accepted.", "%(count)d facts were accepted.", len(open_ones))
        self.message_user(request, told % {"count": len(open_ones)}, messages.SUCCESS)

    @admin.display(description=_("value"))
    def value_shown(self, fact: Fact) -> SafeString:
        address = reverse("admin:calendar_app_event_desk", args=[fact.event_id])
        return format_html('<a href="{}#{}">{}</a>', address, row_id(fact), shown(fact)[:60] or "–")

    @admin.display(description=_("field"))
    def field_shown(self, fact: Fact) -> str:
        return label(fact)

    @admin.display(description=_("event"))
    def event_shown(self, fact: Fact) -> SafeString:
        return format_html('{} <span class="day">{}</span>', fact.event, fact.event.starts_on or "")

    @admin.display(description=_("words of the bulletin"))
    def quotation(self, fact: Fact) -> str:
        return " … ".join(fact.quotes)[:60]

    @admin.display(description=_("confidence"))
    def sureness(self, fact: Fact) -> str:
        return f"{fact.confidence:.0%}"
