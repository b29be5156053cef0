"""Columns of our own: a list of vocabulary words kept in one text column, and constraints over vocabularies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from calendar_app.vocabulary import Labelled


def choices(words: type[Labelled]) -> list[tuple[str, Any]]:
    """Return a vocabulary's (value, translated label) pairs."""
    return [(word.value, _(word.label)) for word in words]


def one_of(field: str, words: type[Labelled]) -> models.CheckConstraint:
    """Hold a column to its vocabulary, in the database."""
    named = f"%(class)s_{field}_known"
    return models.CheckConstraint(condition=models.Q(**{f"{field}__in": [word.value for word in words]}), name=named)


if TYPE_CHECKING:
    TextColumn = models.CharField[Any, Any]
else:
    TextColumn = models.CharField


class WordsField(TextColumn):
    """An ordered list of words, stored as ` chair speaker ` so that `roles__has="chair"` asks every database alike."""

    _pyi_private_set_type: Any  # what the type checker takes the column's Python values to be
    _pyi_private_get_type: Any

    def __init__(self, *args: Any, words: type[Labelled] | None = None, **kwargs: Any) -> None:
        self.words = words
        kwargs.setdefault("max_length", 200)
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: str | None, *_: Any) -> list[str]:
        return value.split() if value else []

    def to_python(self, value: Any) -> list[str]:
        return value.split() if isinstance(value, str) else list(value or [])

    def get_prep_value(self, value: Any) -> str:
        words = self.to_python(value)
        return f" {' '.join(words)} " if words else ""

    def value_to_string(self, obj: models.Model) -> str:
        return " ".join(self.value_from_object(obj))

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        if not value and not self.blank:
            raise ValidationError(self.error_messages["blank"], code="blank")
        known = {word.value for word in self.words} if self.words else set(value)
        for word in value:
            if word not in known:
                raise ValidationError(_("“%(word)s” is no word of this vocabulary."), params={"word": word})

    def run_validators(self, value: Any) -> None:
        super().run_validators(self.get_prep_value(value))

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        return forms.MultipleChoiceField(
            choices=choices(self.words) if self.words else [],
            required=not self.blank,
            label=capfirst(str(self.verbose_name)),
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )


@WordsField.register_lookup
class Has(models.Lookup):
    """`roles__has="chair"`: the list holds the word."""

    lookup_name = "has"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[str | int, ...]]:
        column, parameters = self.process_lhs(compiler, connection)
        return f"{column} LIKE %s", (*parameters, f"% {self.rhs} %")
