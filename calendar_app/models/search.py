"""What search knows of each event: words cut so that SQLite and PostgreSQL find Chinese alike."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connections, models
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext_lazy as _

from calendar_app.models.events import Event

BY_WORDS = {
    "sqlite": "SELECT rowid FROM calendar_app_search_words WHERE calendar_app_search_words MATCH %s",
    "postgresql": "SELECT event_id FROM calendar_app_searchentry WHERE vector @@ %s::tsquery",
}


def question(tokens: Iterable[str], vendor: str) -> str:
    """Write tokens as the database's question for all of them; one that ends in `*` asks for words that begin so."""
    if vendor == "sqlite":
        return " ".join(f'"{token[:-1]}"*' if token.endswith("*") else f'"{token}"' for token in tokens)
    return " & ".join(f"'{token[:-1]}':*" if token.endswith("*") else f"'{token}'" for token in tokens)


class SearchEntryQuerySet(models.QuerySet["SearchEntry"]):
    def matching(self, tokens: Iterable[str]) -> RawSQL:
        """The keys of those that hold every token: letters, digits, Chinese characters and `/`, and no others.

        A bare subquery, since PostgreSQL reads every vector where it has to join one with its own table.
        """
        vendor = connections[self.db].vendor
        return RawSQL(BY_WORDS[vendor], [question(tokens, vendor)])  # noqa: S611 - a parameter


class SearchEntry(models.Model):
    """An event's words, separated by spaces: single characters and pairs of Chinese, whole words of Latin.

    `n/` stands before words of the name, `w/` before those of name, people and bodies, so that a search can tell where
    it hit. SQLite keeps an FTS5 table of the words, PostgreSQL a tsvector; both follow this table by themselves.
    """

    event = models.OneToOneField(
        Event, models.CASCADE, primary_key=True, related_name="search", verbose_name=_("event")
    )
    words = models.TextField(_("words"))

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")

    def __str__(self) -> str:
        return self.words[:60]
