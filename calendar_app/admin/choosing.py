"""Rows below a form that choose from many: what is chosen already is known from the rows, not asked for row by row."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import ForeignKey, QuerySet
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest

from calendar_app.admin.guarding import StockInline


class KnownSelect(AutocompleteSelect):
    """An autocompleting select that asks the database only for choices it was not told of."""

    known: dict[str, str] | None = None
    placeholder = ""

    def build_attrs(self, base_attrs: Any, extra_attrs: Any = None) -> Any:
        """Say in the empty select what it is for; without a word it has no name for those who hear the page."""
        return super().build_attrs(base_attrs, extra_attrs) | {"data-placeholder": self.placeholder}

    def optgroups(self, name: str, value: Any, attrs: Any = None) -> Any:
        chosen = [str(one) for one in value if str(one) not in ("", "None")]
        known = self.known or {}
        if any(one not in known for one in chosen):
            return super().optgroups(name, value, attrs)
        blank = [] if self.is_required or self.allow_multiple_selected else [("", "")]
        options = [
            self.create_option(name, key, label, bool(key), index, attrs=attrs)
            for index, (key, label) in enumerate([*blank, *((one, known[one]) for one in chosen)])
        ]
        return [(None, options, 0)]


class KnownFormSet(BaseInlineFormSet):  # type: ignore[type-arg]
    """Rows whose selects know what the rows have chosen."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        for name, field in form.fields.items():
            field.widget.attrs.setdefault("aria-label", str(field.label or name))
            widget = getattr(field.widget, "widget", field.widget)
            chosen = (
                getattr(form.instance, name, None) if isinstance(widget, KnownSelect) and form.instance.pk else None
            )
            if chosen is not None:
                widget.known = {str(chosen.pk): str(chosen)}


class KnownSelects:
    """Mixed into an admin: its autocompleting selects are of the knowing kind."""

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        chosen: tuple[str, ...] = self.autocomplete_fields  # type: ignore[attr-defined]
        if isinstance(db_field, ForeignKey) and db_field.name in chosen:
            kwargs["widget"] = KnownSelect(db_field, admin.site)
            kwargs["widget"].placeholder = str(db_field.verbose_name)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]


class KnownInline(KnownSelects, StockInline):
    """Rows of a table that costs the same for one row and for three."""

    formset = KnownFormSet
    extra = 0

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related(*self.autocomplete_fields)


class ListedField(forms.MultipleChoiceField):
    """Rows of another table as check boxes, asked for once for all rows of a formset."""

    widget = forms.CheckboxSelectMultiple

    def prepare_value(self, value: Any) -> Any:
        return [str(getattr(one, "pk", one)) for one in value or []]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)
