"""Readable addresses: a slug in pinyin, made once from the name and never used twice in a table."""

from __future__ import annotations

import itertools
from collections.abc import Collection
from functools import lru_cache
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from pypinyin import lazy_pinyin

LONGEST = 120


def pinyin_slug(name: str) -> str:
    """Spell a name for an address: 东江区文化馆 is dong-jiang-qu-wen-hua-guan; empty if nothing in it can be spelt."""
    return slugify(" ".join(lazy_pinyin(name)))[:LONGEST].strip("-")


@lru_cache(maxsize=16)
def address_of_events(language: str | None, prefix: str) -> str:
    """What stands before the key in an event's address; Django composes it anew for each event of a list."""
    return reverse("calendar:event", args=[0, "-"]).removesuffix("0/-/")


class Slugged(models.Model):
    """Something with an address of its own; the slug is filled when it is saved without one, and then stays."""

    slug = models.SlugField(
        _("slug"), max_length=LONGEST, unique=True, blank=True, help_text=_("Left empty, it is spelt from the name.")
    )

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.slug = self.slug or self.unused_slug()
        super().save(*args, **kwargs)

    @property
    def spelt(self) -> str:
        return pinyin_slug(str(self)) or str(self._meta.model_name)

    def unused_slug(self, besides: Collection[str] = ()) -> str:
        """Spell the name; what is taken already gets the next number: li-hua, li-hua-2."""
        base = self.spelt
        stem = base[: LONGEST - 6].strip("-")
        taken = {*type(self)._default_manager.filter(slug__startswith=stem).values_list("slug", flat=True), *besides}
        numbered = (f"{stem}-{number}" for number in itertools.count(2))
        return next(slug for slug in itertools.chain([base], numbered) if slug not in taken)


def fill_slugs(rows: list[Any]) -> None:
    """Give unsaved rows of one table their slugs; only where the first choice is taken the table is asked again."""
    first = [row.spelt for row in rows]
    taken = set(type(rows[0])._default_manager.filter(slug__in=first).values_list("slug", flat=True)) if rows else set()
    for row, slug in zip(rows, first, strict=True):
        row.slug = slug if slug not in taken else row.unused_slug(taken)
        taken.add(row.slug)
