"""Pages by cursor: where the last one ended, signed, so that what is stored meanwhile shifts nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Generic, NamedTuple, TypeVar

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
    """A column the rows are ordered by; what has no value comes first or last."""

    field: str
    read: Any = int
    nulls_first: bool = False


@dataclass(frozen=True)
class Order:
    """A total order: its last key is unique and never empty."""

    name: str
    keys: tuple[Key, ...]

    def sort(self, rows: QuerySet[Row]) -> QuerySet[Row]:
        return rows.order_by(*(sorting(key) for key in self.keys[:-1]), self.keys[-1].field)

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


def sorting(key: Key) -> Any:
    return F(key.field).asc(nulls_first=True) if key.nulls_first else F(key.field).asc(nulls_last=True)


def plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | time) else value


def after(keys: Sequence[Key], position: Sequence[Any]) -> Q:
    """Ask for the rows that come after the position."""
    key, value = keys[0], position[0]
    if len(keys) == 1:
        return Q((f"{key.field}__gt", value))
    same = Q((key.field, value)) & after(keys[1:], position[1:])
    if value is None:
        return Q((f"{key.field}__isnull", False)) | same if key.nulls_first else same
    later = Q((f"{key.field}__gt", value)) | same
    return later if key.nulls_first else later | Q((f"{key.field}__isnull", True))


def cut(rows: QuerySet[Row], order: Order, cursor: str, limit: int) -> tuple[list[Row], str]:
    """Return up to `limit` rows after the cursor, and the cursor of the next page; empty after the last."""
    if cursor:
        rows = rows.filter(after(order.keys, order.position(cursor)))
    found = list(order.sort(rows)[: limit + 1])
    return found[:limit], order.cursor(found[limit - 1]) if len(found) > limit else ""


BY_DAY = Order(
    "events", (Key("starts_on", date.fromisoformat), Key("starts_at", time.fromisoformat, nulls_first=True), Key("pk"))
)
BY_NUMBER = Order("numbers", (Key("pk"),))
BY_CHANGE = Order("changes", (Key("changed_at", datetime.fromisoformat), Key("pk")))
