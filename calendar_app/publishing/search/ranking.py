"""The order of what a search found: by name first, then by people and bodies, then the rest, each latest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, overload

from django.db import connection
from django.db.models import F, QuerySet
from django.db.models.lookups import In

from calendar_app.models import SearchEntry
from calendar_app.models.events import EventQuerySet
from calendar_app.models.keys import among

FEW = 2000  # finds that are ordered whole; of more, only those of the page that is asked for
FIRST = 30  # are asked for together, however few of them at a time
Tokens = Sequence[str]
Tier = QuerySet[Any, int] | list[int]


class Ranked(Sequence[int]):
    """The keys of the events that hold all words, and all of `besides`, in order.

    Where they are few they are ordered whole. Else one tier is asked after the other until enough is found: a common
    word stands in so many names that the first tier fills the page. Events that are not narrowed are all public ones.
    """

    def __init__(self, events: EventQuerySet, words: Tokens, besides: Tokens = (), is_narrowed: bool = True) -> None:
        self.events = events.latest_first()
        self.is_narrowed = is_narrowed
        marks = ("n/", "w/", "") if words else ("",)
        self.steps: list[Tokens] = [[*(f"{mark}{word}" for word in words), *besides] for mark in marks]

    @cached_property
    def tiers(self) -> list[Tier]:
        """The keys of each tier, without those of the tiers before."""
        if not self.steps[-1]:
            return [self.events.values_list("pk", flat=True)]
        few = SearchEntry.objects.few(FEW, self.steps[-1])
        if few is not None:
            return [self.ordered(few)]
        return [self.tier(tokens, before) for before, tokens in zip([(), *self.steps], self.steps, strict=False)]

    def ordered(self, few: list[int]) -> list[int]:
        if not few:
            return []
        keys = list(self.events.filter(pk__in=among(few)).values_list("pk", flat=True))
        names, people = (set(SearchEntry.objects.few(FEW, tokens) or ()) for tokens in (self.steps * 2)[:2])
        return sorted(keys, key=lambda key: 0 if key in names else 1 if key in people else 2)

    def tier(self, tokens: Tokens, before: Tokens) -> Tier:
        few = SearchEntry.objects.few(FEW, tokens, before)
        if few is not None:
            return self.events.filter(pk__in=among(few)).values_list("pk", flat=True)
        # Many: the latest events are looked through until a page is full; SQLite does so where a key is no plain one.
        key = F("pk") + 0 if connection.vendor == "sqlite" else F("pk")
        found = SearchEntry.objects.matching(tokens, before)
        return self.events.filter(In(key, found)).values_list("pk", flat=True)

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> list[int]: ...
    def __getitem__(self, at: int | slice) -> int | list[int]:
        if isinstance(at, int):
            return self[at : at + 1][0]
        start, stop = at.start or 0, len(self) if at.stop is None else at.stop
        return self.first[start:stop] if stop <= FIRST else list(self.between(start, stop))

    @cached_property
    def first(self) -> list[int]:
        return list(self.between(0, FIRST))

    def between(self, start: int, stop: int) -> Iterator[int]:
        for tier in self.tiers:
            if start >= stop:
                return
            taken = list(tier[start:stop])
            yield from taken
            size = start + len(taken) if taken else size_of(tier)
            start, stop = max(start - size, 0), stop - size

    def __len__(self) -> int:
        if len(self.tiers) == 1:
            return size_of(self.tiers[0])
        if self.is_narrowed:
            return self.events.filter(pk__in=SearchEntry.objects.matching(self.steps[-1])).count()
        return SearchEntry.objects.public(self.steps[-1])


def size_of(tier: Tier) -> int:
    return tier.count() if isinstance(tier, QuerySet) else len(tier)
