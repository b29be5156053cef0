"""Bulletins, their articles and the extractor's runs over them: texts are read here, never edited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from calendar_app.admin.guarding import CountedList, GuardedAdmin, ReadOnly, StockInline, acting, columns, may_publish
from calendar_app.admin.marking import linked, runs
from calendar_app.admin.taking_in import TakingInAdmin
from calendar_app.formats.parting import Part, part_asked
from calendar_app.models import Article, Bulletin, Event, EventSource, Extraction, Fact, Participation, Session
from calendar_app.review.checks import checked
from calendar_app.review.decisions import certain, publish_certain
from calendar_app.review.spelling import spelled
from calendar_app.vocabulary import Kind


class Run:
    """Mixed into whatever shows runs of the extractor: how long one took, and what it found."""

    @admin.display(description=_("seconds"), ordering="seconds")
    def took(self, run: Extraction) -> str:
        return f"{run.seconds:.2f}"

    @admin.display(description=_("found"))
    def found(self, run: Extraction) -> str:
        return " · ".join(f"{name} {count}" for name, count in found_in(run.counts))


def found_in(counts: dict[str, Any]) -> Iterator[tuple[str, int]]:
    """Name what a run counted, in the order of storing: events by kind, everything else as its table is called."""
    tables: dict[str, Any] = {"articles": Article, "participations": Participation, "sessions": Session, "facts": Fact}
    for key in ("articles", "events", "participations", "sessions", "facts", "doubtful"):  # PostgreSQL keeps no order
        if key == "events":
            of_kinds = counts.get(key, {})
            yield from ((spelled(Event, "kind", kind), of_kinds[kind]) for kind in Kind if kind in of_kinds)
        elif key in counts:
            called = tables[key]._meta.verbose_name_plural if key in tables else gettext("doubtful facts")
            yield str(called), counts[key]


class ExtractionInline(Run, ReadOnly, StockInline):
    model = Extraction
    fields = ("version", "started_at", "took", "found")
    readonly_fields = fields
    extra = 0


@admin.register(Bulletin)
class BulletinAdmin(TakingInAdmin):
    list_display = ("title_or_name", "issue", "published_on", "published_on_basis", "events", "imported_at")
    list_filter = ("published_on_basis",)
    search_fields = ("title", "name", "issue", "text")
    date_hierarchy = "published_on"
    inlines = (ExtractionInline,)
    fields = ("title", "issue", "published_on", "published_on_basis", "source_url", "name", "language", "sha256",
              "imported_at")  # fmt: skip
    readonly_fields = ("published_on", "published_on_basis", "name", "language", "sha256", "imported_at")

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[CountedList]:
        return CountedList

    def count_for(self, rows: list[Bulletin]) -> dict[int, int]:
        sources = EventSource.objects.filter(article__bulletin__in=rows).order_by().values_list("article__bulletin")
        return dict(sources.annotate(Count("event", distinct=True)))

    change_form_template = "admin/calendar_app/bulletin/page.html"

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the text with every fact marked where it stands, and its events beside it, above the form."""
        bulletin = kwargs.get("obj")
        if bulletin is not None:
            context |= told(bulletin, asked(request, bulletin)) | {"may_publish": may_publish(request)}
        return super().render_change_form(request, context, *args, **kwargs)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.publish_certain_view)
        return [path("<int:pk>/publish/", view, name="calendar_app_bulletin_publish"), *super().get_urls()]

    def publish_certain_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Publish those of the events shown of a bulletin that are sure in every fact."""
        bulletin = get_object_or_404(Bulletin, pk=pk)
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not may_publish(request):
            raise PermissionDenied
        published = publish_certain(asked(request, bulletin).events(Event.objects.order_by("pk")), by=acting(request))
        told = ngettext("%(count)d event was published.", "%(count)d events were published.", len(published))
        self.message_user(request, told % {"count": len(published)}, messages.SUCCESS)
        address = reverse("admin:calendar_app_bulletin_change", args=[pk])
        return redirect(f"{address}?{request.GET.urlencode()}" if request.GET else address)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "source_url":
            kwargs["assume_scheme"] = "https"
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    @admin.display(description=_("bulletin"), ordering="title")
    def title_or_name(self, bulletin: Bulletin) -> str:
        return str(bulletin)

    @admin.display(description=_("events"))
    def events(self, bulletin: Any) -> int:
        return int(bulletin.count)


def asked(request: HttpRequest, bulletin: Bulletin) -> Part:
    return part_asked(bulletin, request.GET.get("part", ""), request.GET.get("article", ""))


def told(bulletin: Bulletin, part: Part) -> dict[str, Any]:
    """Gather what a part of a bulletin's page shows: its words with the facts marked, and its events."""
    facts = list(part.facts(bulletin.facts.select_related("participation", "session")))
    events = list(checked(part.events(Event.objects.order_by("pk"))))
    doubts = Counter(fact.event_id for event in events for fact in event.facts.all() if fact.is_doubtful)
    return {
        "part": part,
        "words": format_html_join(
            "", "{}", ((linked(run),) for run in runs(bulletin.text, facts, part.start, part.end))
        ),
        "events": [(event, doubts[event.pk]) for event in events],
        "certain": len(certain(events)),
    }


@admin.register(Article)
class ArticleAdmin(ReadOnly, GuardedAdmin):
    list_display = ("headline", "order", "source", "bulletin")
    list_select_related = ("bulletin",)
    search_fields = ("headline", "kicker", "source")
    date_hierarchy = "bulletin__published_on"
    ordering = ("-bulletin__published_on", "bulletin", "order")
    readonly_fields = tuple(columns(Article))


@admin.register(Extraction)
class ExtractionAdmin(Run, ReadOnly, GuardedAdmin):
    list_display = ("bulletin", "version", "started_at", "took", "found")
    list_select_related = ("bulletin",)
    list_filter = ("version",)
    search_fields = ("bulletin__title", "bulletin__name")
    date_hierarchy = "started_at"
    fields = readonly_fields = ("bulletin", "version", "started_at", "took", "found")
