"""Words of the text that a reviewer selected, and the value a field takes from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _

from calendar_app.admin.rows import Row
from calendar_app.intake.rereading import told_of_time
from calendar_app.models import Article
from calendar_app.vocabulary import DayPart

TIMES = ("starts_on", "ends_on", "starts_at", "ends_at", "day_part", "previous_starts_on")


@dataclass(frozen=True, slots=True)
class Selection:
    """A range of a bulletin's text within one of an event's articles."""

    article: Article
    start: int
    end: int

    @classmethod
    def read(cls, articles: list[Article], sent: QueryDict) -> Self | None:
        """Return what a form selected: by `article`, `start` and `end`, or by the words in `quote`; None for nothing.

        Raises ValidationError for words that the text does not have.
        """
        start, end = sent.get("start", ""), sent.get("end", "")
        if start and end:
            return cls.between(articles, sent.get("article", ""), start, end)
        if quote := sent.get("quote", "").strip():
            return cls.of(articles, quote)
        return None

    @classmethod
    def between(cls, articles: Iterable[Article], key: str, start: str, end: str) -> Self:
        for article in articles:
            chosen = str(article.pk) == key and start.isdecimal() and end.isdecimal()
            if chosen and article.start <= int(start) < int(end) <= article.end:
                return cls(article, int(start), int(end))
        raise ValidationError(_("The selection lies outside the text; select within one article."))

    @classmethod
    def of(cls, articles: Iterable[Article], quote: str) -> Self:
        for article in articles:
            place = article.bulletin.text.find(quote, article.start, article.end)
            if place >= 0:
                return cls(article, place, place + len(quote))
        raise ValidationError(
            _("“%(words)s” does not stand in the text; copy the words as printed.") % {"words": quote}
        )

    @property
    def span(self) -> tuple[int, int]:
        return (self.start, self.end)

    @property
    def words(self) -> str:
        """The selected words with line breaks mended."""
        return "".join(self.article.bulletin.text[self.start : self.end].split("\n")).strip()


def corrected(row: Row, sent: QueryDict, selection: Selection | None) -> Any:
    """Return the value a correction gives: what was typed, or with `use` the selected words read for this field."""
    typed = sent.getlist("value") if row.field == "roles" else sent.get("value", "")
    if selection is None or "use" not in sent:
        return typed
    if row.field in TIMES:
        return time_of(row.field, selection)
    return typed if row.column.choices or row.field == "roles" else selection.words


def time_of(field: str, selection: Selection) -> str:
    """Read a day, a clock time or a part of the day from the selected words; raise ValidationError if none is told."""
    told = told_of_time(selection.article, selection.start, selection.end)
    if value := told.get("starts_on" if field == "previous_starts_on" else field):
        return str(value)
    if field == "day_part" and selection.words in DAY_PARTS:
        return DAY_PARTS[selection.words]
    raise ValidationError(_("“%(words)s” tells no such time; type it instead.") % {"words": selection.words[:40]})


DAY_PARTS = {
    "上午": DayPart.MORNING,
    "早上": DayPart.MORNING,
    "中午": DayPart.NOON,
    "下午": DayPart.AFTERNOON,
    "晚上": DayPart.EVENING,
    "晚": DayPart.EVENING,
}
