"""What search knows of each event: words cut so that SQLite and PostgreSQL find Chinese alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import connection, connections, models, transaction
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext_lazy as _

from calendar_app.models.events import Event

BY_WORDS = {
    "sqlite": "SELECT rowid FROM calendar_app_search_words WHERE calendar_app_search_words MATCH %s",
    "postgresql": "SELECT event_id FROM calendar_app_searchentry WHERE vector @@ %s::tsquery",
}
# PostgreSQL would read vector after vector where a few of many will do; materialized, it asks its index.
AT_MOST = {
    "sqlite": f"{BY_WORDS['sqlite']} LIMIT %s",
    "postgresql": f"WITH found AS MATERIALIZED ({BY_WORDS['postgresql']}) SELECT event_id FROM found LIMIT %s",  # noqa: S608
}

# All that match but the hidden ones, of which there are few: to look up each public one would cost far more. The plus
# keeps SQLite from looking the matches up one by one.
PUBLIC = """
SELECT (SELECT COUNT(*) FROM ({words}) AS found) - (
    SELECT COUNT(*) FROM calendar_app_event
    WHERE NOT (replaced_by_id IS NULL AND review_state = 'approved') AND +id IN ({words}))
"""


@contextmanager
def by_index() -> Iterator[None]:
    """Have PostgreSQL ask its index of words: it takes reading all entries for cheap, as if words lay in their rows."""
    if connection.vendor != "postgresql":
        yield
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        yield


def question(tokens: Iterable[str], vendor: str, but: Iterable[str] = ()) -> str:
    """Write tokens as the database's question for all of them, leaving out what holds all of some others.

    One that ends in `*` asks for words that begin so.
    """
    joint = " AND " if vendor == "sqlite" else " & "
    wanted, unwanted = (joint.join(spelled(token, vendor) for token in each) for each in (tokens, but))
    if not unwanted:
        return wanted
    return f"({wanted}) NOT ({unwanted})" if vendor == "sqlite" else f"{wanted} & !({unwanted})"


def spelled(token: str, vendor: str) -> str:
    if vendor == "sqlite":
        return f'"{token[:-1]}"*' if token.endswith("*") else f'"{token}"'
    return f"'{token[:-1]}':*" if token.endswith("*") else f"'{token}'"


class SearchEntryQuerySet(models.QuerySet["SearchEntry"]):
    def matching(self, tokens: Iterable[str], but: Iterable[str] = ()) -> RawSQL:
        """The keys of those that hold every token: letters, digits, Chinese characters and `/`, and no others.

        Without those that hold every token of `but`. A bare subquery, since PostgreSQL reads every vector where it has
        to join one with its own table.
        """
        vendor = connections[self.db].vendor
        return RawSQL(BY_WORDS[vendor], [question(tokens, vendor, but)])  # noqa: S611 - a parameter

    def few(self, most: int, tokens: Iterable[str], but: Iterable[str] = ()) -> list[int] | None:
        """The keys of those that match; None where they are more than `most`."""
        database = connections[self.db]
        with database.cursor() as cursor:
            cursor.execute(AT_MOST[database.vendor], [question(tokens, database.vendor, but), most + 1])
            keys = [key for (key,) in cursor.fetchall()]
        return keys if len(keys) <= most else None

    def public(self, tokens: Iterable[str]) -> int:
        """How many public events match."""
        database = connections[self.db]
        asked = question(tokens, database.vendor)
        with by_index(), database.cursor() as cursor:
            cursor.execute(PUBLIC.format(words=BY_WORDS[database.vendor]), [asked, asked])
            (times,) = cursor.fetchone()
        return int(times)


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
