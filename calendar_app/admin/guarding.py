"""Who may do what: publishing and deleting take a Publisher, and what is immutable is only read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import ChangeList
from django.contrib.auth.models import User
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from calendar_app.admin.quoting import nested

PUBLISH = "calendar_app.publish_event"
REVIEW = "calendar_app.review_event"

if TYPE_CHECKING:
    StockAdmin = admin.ModelAdmin[Any]
    StockInline = admin.TabularInline[Any, Any]
else:
    StockAdmin, StockInline = admin.ModelAdmin, admin.TabularInline


class GuardedAdmin(StockAdmin):
    """A list and form of the stock admin that deletes nothing without Publisher rights and counts no rows twice."""

    show_full_result_count = False
    list_per_page = 50

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and may_publish(request)

    def message_user(self, request: HttpRequest, message: Any, *args: Any, **kwargs: Any) -> None:
        super().message_user(request, nested(message), *args, **kwargs)

    def has_publish_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may_publish(request)

    def has_review_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may_review(request)


class CountedList(ChangeList):
    """A page of a list whose admin counts something for the rows shown, in one question: `count_for(rows)`."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        rows = list(self.result_list)
        counts = self.model_admin.count_for(rows)  # type: ignore[attr-defined]
        for row in rows:
            row.count = counts.get(row.pk, 0)
        self.result_list = rows


class ReadOnly:
    """Mixed into an admin of records that nobody edits: changes, extractions."""

    change_form_template: Any = "admin/calendar_app/record.html"
    object_history_template: Any = "admin/calendar_app/record_history.html"

    def named(self, record: Any) -> str:
        return str(record)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        named = self.named(kwargs.get("obj"))
        context |= {"named": named, "subtitle": named}
        return super().render_change_form(request, context, *args, **kwargs)  # type: ignore[misc,no-any-return]

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Call the record by the same words as its page does."""
        record = self.get_object(request, unquote(object_id))  # type: ignore[attr-defined]
        named = self.named(record) if record else ""
        told = {"named": named, "title": _("Change history: %s") % named} | (extra_context or {})
        return super().history_view(request, object_id, told)  # type: ignore[misc,no-any-return]

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def may_publish(request: HttpRequest) -> bool:
    return request.user.has_perm(PUBLISH)


def may_review(request: HttpRequest) -> bool:
    return request.user.has_perm(REVIEW)


def acting(request: HttpRequest) -> User:
    """Return the user who does it; the admin lets nobody else in."""
    assert isinstance(request.user, User)
    return request.user


def columns(model: type[models.Model]) -> list[str]:
    """Name all of a model's own columns, for forms that only show."""
    return [field.name for field in model._meta.fields if field.name != "id"]
