"""Events: list, form with programme and participants, source sentences, and the decisions as actions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from calendar_app.admin.choosing import KnownFormSet, KnownInline, KnownSelects, ListedField
from calendar_app.admin.desk import DeskAdmin
from calendar_app.admin.guarding import CountedList, acting, may_publish
from calendar_app.admin.marking import quoted
from calendar_app.admin.roles import RolesInWords
from calendar_app.admin.rows import session_kind
from calendar_app.models import (
    Bulletin,
    Change,
    Event,
    EventRelation,
    EventSource,
    Fact,
    Participation,
    SeriesMembership,
)
from calendar_app.models import Session as ProgrammeItem
from calendar_app.review import history, settling
from calendar_app.review.before_after import compared


class ParticipationFormSet(KnownFormSet):
    """Participants of one event, who are offered its sessions."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        items = self.instance.sessions.all() if self.instance.pk else []
        self.items = [(str(item.pk), str(item)) for item in items]

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["sessions"] = ListedField(choices=self.items, required=False, label=_("sessions"))


class ParticipationInline(RolesInWords, KnownInline):
    model = Participation
    formset = ParticipationFormSet
    autocomplete_fields = ("person", "organization")
    fields = ("order", "type", "name", "post", "roles", "person", "organization", "sessions")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).prefetch_related("sessions").order_by("order")


class SessionFormSet(KnownFormSet):
    """Items of a programme, whose kinds are chosen in words."""

    def add_fields(self, form: Any, index: int | None) -> None:
        form.fields["kind"] = session_kind(form.instance.kind)
        super().add_fields(form, index)


class SessionInline(KnownInline):
    model = ProgrammeItem
    formset = SessionFormSet
    fields = ("order", "name", "kind", "starts_on", "starts_at", "day_part")


class SourceInline(KnownInline):
    model = EventSource
    autocomplete_fields = ("article",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("article__bulletin").defer("article__bulletin__text")


class RelationInline(KnownInline):
    model = EventRelation
    fk_name = "from_event"
    autocomplete_fields = ("to_event",)


class SeriesInline(KnownInline):
    model = SeriesMembership
    autocomplete_fields = ("series",)


class DoubtFilter(admin.SimpleListFilter):
    """Events by whether a fact is still in doubt."""

    title = _("doubts")
    parameter_name = "doubts"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("yes", _("with doubtful facts")), ("no", _("without doubtful facts"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        doubted = Q(pk__in=Fact.objects.doubtful().values("event"))
        return {"yes": queryset.filter(doubted), "no": queryset.filter(~doubted)}.get(self.value() or "", queryset)


MOST_FOUND = 2000


class EventForm(forms.ModelForm):  # type: ignore[type-arg]
    """What the database would refuse is told beside the field, in words."""

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        first, last, begins, ends = (given.get(field) for field in ("starts_on", "ends_on", "starts_at", "ends_at"))
        if first and last and last < first:
            self.add_error("ends_on", _("The last day lies before the first."))
        if begins and not first:
            self.add_error("starts_at", _("An hour needs a day; give the first day too."))
        if ends and not (begins and last):
            self.add_error("ends_at", _("An end needs the hour it begins at and the last day."))
        elif ends and first == last and ends < begins:
            self.add_error("ends_at", _("The end lies before the beginning."))
        return given


@admin.register(Event)
class EventAdmin(KnownSelects, DeskAdmin):
    list_display = ("desk_link", "kind", "day", "review_state", "status", "doubts", "changed")
    list_display_links = None
    form = EventForm
    list_filter = ("review_state", "kind", "status", DoubtFilter, "precision", "attendance_mode")
    search_fields = ("name",)
    date_hierarchy = "starts_on"
    ordering = ("-starts_on", "-pk")
    autocomplete_fields = ("place",)
    inlines = (SessionInline, ParticipationInline, SourceInline, RelationInline, SeriesInline)
    readonly_fields = ("source", "review_state", "uid", "sequence", "published_at", "changed_at", "replaced_by")
    fieldsets = (
        (None, {"fields": ("name", "kind", "status", "summary", "source")}),
        (_("When"), {"fields": (
            ("starts_on", "starts_at"), ("ends_on", "ends_at"), ("day_part", "precision"),
            ("date_text", "year_inferred"), ("previous_starts_on", "previous_ends_on"), "time_zone",
        )}),
        (_("Where"), {"fields": ("location", "place", "attendance_mode")}),
        (_("Record"), {"fields": (
            ("review_state", "confidence"), ("published_at", "changed_at"), ("uid", "sequence"), "replaced_by",
        )}),
    )  # fmt: skip

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[CountedList]:
        return CountedList

    def count_for(self, rows: list[Event]) -> dict[int, int]:
        facts = Fact.objects.doubtful().filter(event__in=rows).order_by().values_list("event")
        return dict(facts.annotate(Count("pk")))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Look every word up once; the list's own questions then go by the keys found, the latest 2,000."""
        if not search_term:
            return queryset, False
        found = Event.objects.mentioning(search_term).order_by("-starts_on").values_list("pk", flat=True)
        return queryset.filter(pk__in=list(found[:MOST_FOUND])), False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or not obj.is_public or may_publish(request))

    @admin.display(description=_("name"), ordering="name")
    def desk_link(self, event: Event) -> SafeString:
        return format_html('<a href="{}">{}</a>', reverse("admin:calendar_app_event_desk", args=[event.pk]), event)

    @admin.display(description=_("day"), ordering="starts_on")
    def day(self, event: Event) -> SafeString | str:
        if not event.starts_on:
            return event.date_text or "–"
        days = [(date_format(day, "Y-m-d"),) for day in dict.fromkeys((event.starts_on, event.ends_on)) if day]
        part = event.starts_at.strftime("%H:%M") if event.starts_at else event.get_day_part_display()
        return format_html("{} {}", format_html_join(" – ", '<span class="day">{}</span>', days), part)

    @admin.display(description=_("changed at"), ordering="changed_at")
    def changed(self, event: Event) -> SafeString:
        at = timezone.localtime(event.changed_at)
        return format_html('<span class="day">{}</span> {}', f"{at:%Y-%m-%d}", f"{at:%H:%M}")

    @admin.display(description=_("doubts"))
    def doubts(self, event: Any) -> int:
        return int(event.count)

    @admin.display(description=_("source sentences"))
    def source(self, event: Event) -> SafeString | str:
        if not event.pk:
            return "–"
        facts = list(event.facts.exclude(bulletin=None))
        bulletins = Bulletin.objects.filter(pk__in={fact.bulletin_id for fact in facts})
        return format_html_join("", "{}", ((quoted(bulletin, facts),) for bulletin in bulletins)) or "–"

    def view_on_site(self, event: Event) -> str | None:
        return event.get_absolute_url() if event.is_public else None

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Show the revisions, the latest first, with before and after, above what was done at the desk."""
        changes = Change.objects.filter(event=int(object_id)).select_related("by") if object_id.isdecimal() else []
        revisions = [(change, compared(change)) for change in reversed(list(changes))]
        return super().history_view(request, object_id, {"revisions": revisions} | (extra_context or {}))

    def save_model(self, request: HttpRequest, obj: Event, form: Any, change: bool) -> None:
        form.before = stored_face(obj, form) if change else None
        super().save_model(request, obj, form, change)
        settling.typed(obj, filled_in(form, settling.EVENT_FIELDS, change), by=acting(request))

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        super().save_formset(request, form, formset, change)
        fields = {Participation: settling.PARTICIPATION_FIELDS, ProgrammeItem: settling.SESSION_FIELDS}
        gone = {id(one) for one in formset.deleted_objects}
        for row in formset.forms:
            if formset.model in fields and row.instance.pk and id(row.instance) not in gone:
                new = row.instance in formset.new_objects
                settling.typed(row.instance, filled_in(row, fields[formset.model], not new), by=acting(request))

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Save the rows below the form, then record all of it as one revision where the event is public."""
        super().save_related(request, form, formsets, change)
        event, user = form.instance, acting(request)
        old, new = history.difference(form.before, history.face(event)) if form.before else ({}, {})
        if new and event.is_public:
            history.record(event, form.before, by=user, log=False)
        elif new:
            history.note(event, user, history.told(old, new))


def filled_in(form: Any, fields: tuple[str, ...], change: bool) -> list[str]:
    """Name the fields of facts that a form changed; in a new row, those it filled."""
    return [field for field in form.changed_data if field in fields and (change or form.cleaned_data.get(field))]


def stored_face(event: Event, form: Any) -> history.Face:
    """Lock the event, take over what was decided since the form was opened, and return its face as stored."""
    stored = Event(pk=event.pk)
    before = history.lock(stored)
    for field in Event._meta.concrete_fields:
        if field.name not in form.fields:
            setattr(event, field.attname, getattr(stored, field.attname))
    return before
