"""Keys of events in an order, of which any stretch can be asked for without the rest."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from functools import cached_property
from typing import Any, overload

from django.db.models import QuerySet

FEW = 2000  # that are read at once, to be counted and shown without asking again


class Keys(Sequence[int]):
    """A sequence that knows how to find a stretch of itself."""

    @abstractmethod
    def between(self, start: int, stop: int) -> list[int]:
        """The keys from one place up to another, as far as there are any."""

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> list[int]: ...
    def __getitem__(self, at: int | slice) -> int | list[int]:
        if isinstance(at, int):
            return self.between(at, at + 1)[0]
        return self.between(at.start or 0, len(self) if at.stop is None else at.stop)


class Listed(Keys):
    """The keys of a list: few are read once, for its pages and whatever is counted of them.

    `counted` is the same list asked for in the way that is counted fastest; it is not asked where `is_few` holds out
    the hope that so few are found that to read them is to count them. Those `besides` are counted, but not in the list.
    """

    def __init__(self, keys: QuerySet[Any, int], counted: QuerySet[Any], *, is_few: bool, besides: int = 0) -> None:
        self.keys, self.counted, self.is_few, self.besides = keys, counted, is_few, besides

    @cached_property
    def first(self) -> list[int]:
        return list(self.keys[: FEW + 1])

    @cached_property
    def many(self) -> int:
        return self.counted.count() - self.besides

    def between(self, start: int, stop: int) -> list[int]:
        """The keys from one place up to another; those nearer to the end are read from there."""
        stop = min(stop, len(self))
        if len(self) <= FEW:
            return self.first[start:stop]
        if start <= len(self) // 2:
            return list(self.keys[start:stop])
        return list(self.keys.reverse()[len(self) - stop : len(self) - start])[::-1]

    def __len__(self) -> int:
        return len(self.first) if self.is_few and len(self.first) <= FEW else self.many
