"""Keys of events in an order, of which any stretch can be asked for without the rest."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import overload


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
