"""Bulletins, their articles and the extractor's runs over them: texts are read here, never edited."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from calendar_app.admin.guarding import CountedList, GuardedAdmin, ReadOnly, StockInline, columns
from calendar_app.models import Article, Bulletin, EventSource, Extraction


class ArticleInline(ReadOnly, StockInline):
    model = Article
    fields = ("order", "headline", "kicker", "source")
    readonly_fields = fields
    extra = 0
    show_change_link = True


class ExtractionInline(ReadOnly, StockInline):
    model = Extraction
    fields = ("version", "started_at", "seconds", "counts")
    readonly_fields = fields
    extra = 0


@admin.register(Bulletin)
class BulletinAdmin(GuardedAdmin):
    list_display = ("title_or_name", "issue", "published_on", "published_on_basis", "events", "imported_at")
    list_filter = ("published_on_basis",)
    search_fields = ("title", "name", "issue", "text")
    date_hierarchy = "published_on"
    inlines = (ArticleInline, ExtractionInline)
    fields = ("title", "issue", "published_on", "published_on_basis", "source_url", "name", "language", "sha256",
              "imported_at", "text")  # fmt: skip
    readonly_fields = ("published_on", "published_on_basis", "name", "language", "sha256", "imported_at", "text")

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[CountedList]:
        return CountedList

    def count_for(self, rows: list[Bulletin]) -> dict[int, int]:
        sources = EventSource.objects.filter(article__bulletin__in=rows).order_by().values_list("article__bulletin")
        return dict(sources.annotate(Count("event", distinct=True)))

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


@admin.register(Article)
class ArticleAdmin(ReadOnly, GuardedAdmin):
    list_display = ("headline", "order", "source", "bulletin")
    list_select_related = ("bulletin",)
    search_fields = ("headline", "kicker", "source")
    date_hierarchy = "bulletin__published_on"
    ordering = ("-bulletin__published_on", "bulletin", "order")
    readonly_fields = tuple(columns(Article))


@admin.register(Extraction)
class ExtractionAdmin(ReadOnly, GuardedAdmin):
    list_display = ("bulletin", "version", "started_at", "seconds")
    list_select_related = ("bulletin",)
    list_filter = ("version",)
    search_fields = ("bulletin__title", "bulletin__name")
    date_hierarchy = "started_at"
    readonly_fields = tuple(columns(Extraction))
