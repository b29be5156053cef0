"""The order of what a search found: by name first, then by people and bodies, then the rest, each latest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, overload

from django.db.models import BooleanField, F, Func, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.lookups import In

from calendar_app.models import SearchEntry
from calendar_app.models.events import EventQuerySet
from calendar_app.models.keys import among
from calendar_app.models.search import by_index

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
        tiers = [self.tier(tokens, before) for before, tokens in zip([(), *self.steps], self.steps, strict=False)]
        if not self.is_narrowed or len(self.events[: FEW + 1].values_list("pk")) > FEW:
            return tiers
        return [cut(tier, 0, FEW) for tier in tiers]  # few events to choose from, so that each tier is known whole

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
        found = SearchEntry.objects.matching(tokens, before)
        return self.events.filter(looked_through(found)).values_list("pk", flat=True)

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
            taken = cut(tier, start, stop)
            yield from taken
            size = start + len(taken) if taken or not start else size_of(tier)
            start, stop = max(start - size, 0), stop - size

    def __len__(self) -> int:
        if len(self.tiers) == 1 or all(isinstance(tier, list) for tier in self.tiers):
            return sum(map(size_of, self.tiers))
        if self.is_narrowed:
            return self.events.filter(pk__in=SearchEntry.objects.matching(self.steps[-1])).count()
        return SearchEntry.objects.public(self.steps[-1])


def looked_through(many: RawSQL) -> Func:
    """Ask for those of many keys so that the latest events are looked through until a page is full.

    Asked for plainly, they would all be ordered first. A claim about a claim is answered one event after the other.
    """
    return Func(In(F("pk"), many), template="(%(expressions)s) IS TRUE", output_field=BooleanField())


def cut(tier: Tier, start: int, stop: int) -> list[int]:
    if isinstance(tier, list):
        return tier[start:stop]
    with by_index():
        return list(tier[start:stop])


def size_of(tier: Tier) -> int:
    return tier.count() if isinstance(tier, QuerySet) else len(tier)
