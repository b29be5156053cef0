"""Pages by cursor: where the last one ended, signed, so that what is stored meanwhile shifts nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from django.core.signing import BadSignature, Signer
from django.db.models import F, Model, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from pydantic import BaseModel, Field

from calendar_app.publishing.api.problems import Problem

Row = TypeVar("Row", bound=Model)
Item = TypeVar("Item")
DEFAULT_LIMIT, MOST = 50, 200


class Page(BaseModel, Generic[Item]):
    """Some of the answers, and the address of the next ones; null after the last."""

    items: list[Item]
    next: str | None = Field(description=gettext_noop("Address of the next page."))


class Key(NamedTuple):
    """A column the rows are ordered by; where it may be empty, those rows come first or last."""

    field: str
    read: Any = int
    empty: Literal["never", "first", "last"] = "never"


@dataclass(frozen=True)
class Order:
    """A total order: its last key is unique, and only its first may have what is empty last."""

    name: str
    keys: tuple[Key, ...]

    def cursor(self, row: Model) -> str:
        """Say where a row stands, as words no reader needs to understand."""
        return self.signer.sign_object([plain(getattr(row, key.field)) for key in self.keys])

    def position(self, cursor: str) -> list[Any]:
        """Read a cursor back; raises Problem for one that was not given out here."""
        try:
            kept = self.signer.unsign_object(cursor)
        except BadSignature as fault:
            told = _("This cursor was not given out here; follow “next” of a page, or begin without a cursor.")
            raise Problem(400, told) from fault
        return [None if each is None else key.read(each) for key, each in zip(self.keys, kept, strict=True)]

    @property
    def signer(self) -> Signer:
        return Signer(salt=f"cursor of {self.name}")


def plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | time) else value


def after(keys: Sequence[Key], position: Sequence[Any]) -> Q:
    """Ask for the rows that come after the position."""
    key, value = keys[0], position[0]
    if len(keys) == 1:
        return Q((f"{key.field}__gt", value))
    same = Q((key.field, value)) & after(keys[1:], position[1:])
    later = Q((f"{key.field}__isnull", False)) if value is None else Q((f"{key.field}__gt", value))
    return later | same


def parts(rows: QuerySet[Row], order: Order, position: list[Any] | None) -> Iterator[QuerySet[Row]]:
    """Yield the rows after the position; where the first column may be empty, in two questions, each along an index."""
    first, others = order.keys[0], order.keys[1:]
    if position is None or position[0] is not None:
        filled = rows if first.empty == "never" else rows.filter((f"{first.field}__isnull", False))
        if position is not None:
            filled = filled.filter(after(order.keys, position), (f"{first.field}__gte", position[0]))
        yield in_order(filled, order.keys)
    if first.empty == "last":
        rest = rows.filter((f"{first.field}__isnull", True))
        if position is not None and position[0] is None:
            rest = rest.filter(after(others, position[1:]))
        yield in_order(rest, others)


def in_order(rows: QuerySet[Row], keys: Sequence[Key]) -> QuerySet[Row]:
    return rows.order_by(*(F(key.field).asc(nulls_first=True) if key.empty == "first" else key.field for key in keys))


def cut(rows: QuerySet[Row], order: Order, cursor: str, limit: int) -> tuple[list[Row], str]:
    """Return up to `limit` rows after the cursor, and the cursor of the next page; empty after the last."""
    found: list[Row] = []
    for part in parts(rows, order, order.position(cursor) if cursor else None):
        found += part[: limit + 1 - len(found)]
        if len(found) > limit:
            return found[:limit], order.cursor(found[limit - 1])
    return found, ""


BY_DAY = Order(
    "events",
    (
        Key("starts_on", date.fromisoformat, empty="last"),
        Key("starts_at", time.fromisoformat, empty="first"),
        Key("pk"),
    ),
)
BY_NUMBER = Order("numbers", (Key("pk"),))
BY_CHANGE = Order("changes", (Key("changed_at", datetime.fromisoformat), Key("pk")))
