"""The order of what a search found: by name first, then by people and bodies, then the rest, each latest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from django.db.models import BooleanField, F, Func, Max, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.lookups import In

from calendar_app.models import SearchEntry
from calendar_app.models.events import EventQuerySet
from calendar_app.models.keys import among
from calendar_app.models.search import Told, by_index
from calendar_app.publishing.keys import Keys
from calendar_app.publishing.search.indexing import write_missing

FEW = 2000  # finds that are ordered whole; of more, only those of the page that is asked for
FIRST = 30  # are asked for together, however few of them at a time
SPANS = (1, 2, 4)  # years that are looked through together for the latest of many finds, before all others
AFTER_ALL = ":"  # sorts behind every day
Tokens = Sequence[str]
Tier = Keys | list[int]


class Asked(Keys):
    """Keys that the database is asked for."""

    def __init__(self, keys: QuerySet[Any, int]) -> None:
        self.keys = keys

    def between(self, start: int, stop: int) -> list[int]:
        with by_index():
            return list(self.keys[start:stop])

    def __len__(self) -> int:
        return self.keys.count()


class Many(Asked):
    """The keys of many public events that hold all tokens, and not all of `before`: the first are among the latest."""

    def __init__(self, events: EventQuerySet, tokens: Tokens, before: Tokens) -> None:
        found = looked_through(SearchEntry.objects.matching(tokens, before))
        super().__init__(events.filter(found).values_list("pk", flat=True))
        self.tokens, self.before = tokens, before

    def between(self, start: int, stop: int) -> list[int]:
        return super().between(start, stop) if stop > FIRST else self.latest(stop)[start:]

    def latest(self, most: int) -> list[int]:
        """The first of the keys, looked for in a few years at a time and in all at last."""
        found: list[int] = []
        day = AFTER_ALL
        for years in spans(SearchEntry.objects.aggregate(last=Max("opens"))["last"]):
            found += SearchEntry.objects.newest(most - len(found), self.tokens, self.before, years, day)
            if len(found) >= most or not years:
                break
            day = f"{min(years):04}"
        return found


def spans(last: str) -> Iterator[range | None]:
    """Yield the years to look through together, the last first; None for all before them."""
    after = int(last[:4]) + 1
    for many in SPANS:
        yield range(after - many, after)
        after -= many
    yield None


class Ranked(Keys):
    """The keys of the events that hold all words, and all of `besides`, in order.

    Where they are few they are ordered whole. Else one tier is asked after the other until enough is found: a common
    word stands in so many names that the first tier fills the page. Events that are not narrowed are all public ones.
    They hold one of `any_of` besides, if given.
    """

    def __init__(
        self,
        events: EventQuerySet,
        words: Tokens,
        besides: Tokens = (),
        is_narrowed: bool = True,
        any_of: Tokens = (),
    ) -> None:
        self.events = events.latest_first()
        self.is_narrowed = is_narrowed
        self.any_of = any_of
        marks = ("/n", "/w", "") if words else ("",)
        self.steps: list[Tokens] = [[*(f"{mark}{word}" for word in words), *besides] for mark in marks]

    @cached_property
    def few(self) -> list[Told] | None:
        """What is told of all finds in their order; None where they are many."""
        found = self.found() if self.steps[-1] or self.any_of else None
        if not found or not self.is_narrowed:
            return found
        keys = set(self.events.filter(pk__in=among(one.pk for one in found)).order_by().values_list("pk", flat=True))
        return [one for one in found if one.pk in keys]

    def found(self) -> list[Told] | None:
        """What is told of all that hold the words; entries that are missing are written first."""
        found = SearchEntry.objects.in_order(FEW, self.steps, any_of=self.any_of)
        if found.is_lacking:
            write_missing()
            found = SearchEntry.objects.in_order(FEW, self.steps, any_of=self.any_of)
        return found.told

    @cached_property
    def tiers(self) -> list[Tier]:
        """The keys of each tier, without those of the tiers before."""
        if self.few is not None:
            return [[one.pk for one in self.few]]
        if not self.steps[-1]:
            return [Asked(self.events.values_list("pk", flat=True))]
        tiers = [self.tier(tokens, before) for before, tokens in zip([(), *self.steps], self.steps, strict=False)]
        if not self.is_narrowed or len(self.events[: FEW + 1].values_list("pk")) > FEW:
            return tiers
        return [tier[:FEW] for tier in tiers]  # few events to choose from, so that each tier is known whole

    def tier(self, tokens: Tokens, before: Tokens) -> Tier:
        if not self.is_narrowed:
            told = SearchEntry.objects.in_order(FEW, [tokens], before).told
            return Many(self.events, tokens, before) if told is None else [one.pk for one in told]
        asked = (tokens, before, self.any_of)
        few = SearchEntry.objects.few(FEW, *asked)
        found = In(F("pk"), among(few)) if few is not None else looked_through(SearchEntry.objects.matching(*asked))
        return Asked(self.events.filter(found).values_list("pk", flat=True))

    def between(self, start: int, stop: int) -> list[int]:
        return self.first[start:stop] if stop <= FIRST else list(self.taken(start, stop))

    @cached_property
    def first(self) -> list[int]:
        return list(self.taken(0, FIRST))

    def taken(self, start: int, stop: int) -> Iterator[int]:
        """Yield from one tier after the other until there are enough."""
        for tier in self.tiers:
            if start >= stop:
                return
            taken = tier[start:stop]
            yield from taken
            size = start + len(taken) if taken or not start else len(tier)
            start, stop = max(start - size, 0), stop - size

    def __len__(self) -> int:
        if len(self.tiers) == 1 or all(isinstance(tier, list) for tier in self.tiers):
            return sum(map(len, self.tiers))
        if self.is_narrowed:
            return self.events.filter(pk__in=SearchEntry.objects.matching(self.steps[-1], (), self.any_of)).count()
        return SearchEntry.objects.times(self.steps[-1])


def looked_through(many: RawSQL) -> Func:
    """Ask for those of many keys so that the latest events are looked through until a page is full.

    Asked for plainly, they would all be ordered first. A claim about a claim is answered one event after the other.
    """
    return Func(In(F("pk"), many), template="(%(expressions)s) IS TRUE", output_field=BooleanField())
