"""What search knows of each event: words cut so that SQLite and PostgreSQL find Chinese alike, and what is counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple, Self

from django.db import connection, connections, models, transaction
from django.db.models import Q
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext_lazy as _

from calendar_app.models.events import Event
from calendar_app.models.keys import LISTED, listed
from calendar_app.models.programme import Participation

# Words with a stroke before them are ours: nobody can type it, and no beginning of a word that is typed meets them.
HIDDEN = "/h"  # those that are not public
LONG = "/l"  # those that last longer than their days are kept
LATEST = 1000  # events that are looked at for missing entries with every search; concurrent imports may number so
BY_WORDS = {
    "sqlite": "SELECT rowid FROM calendar_app_search_words WHERE calendar_app_search_words MATCH %s",
    "postgresql": "SELECT event_id FROM calendar_app_searchentry WHERE vector @@ %s::tsquery",
}
# PostgreSQL would read vector after vector where a few of many will do; materialized, it asks its index.
AT_MOST = {
    "sqlite": f"{BY_WORDS['sqlite']} LIMIT %s",
    "postgresql": f"WITH found AS MATERIALIZED ({BY_WORDS['postgresql']}) SELECT event_id FROM found LIMIT %s",  # noqa: S608
}
# To count twice costs far less than to look for each.
MISSING = f"""
SELECT COUNT(*) - (SELECT COUNT(*) FROM calendar_app_searchentry
    WHERE event_id > (SELECT MAX(id) FROM calendar_app_event) - {LATEST})
FROM calendar_app_event WHERE id > (SELECT MAX(id) FROM calendar_app_event) - {LATEST}
"""  # noqa: S608 - a number
COUNTED = ("opens", "kind", "status", "mode", "place", "who")
TOLD = "event_id, opens, kind, place, who"
# The public ones that match where no more than `most` match at all. Last how many those are, counted that far, and how
# many entries are missing.
IN_ORDER = {
    "sqlite": """
        WITH these AS MATERIALIZED ({words} LIMIT {most} + 1)
        SELECT {told}, {tier} AS tier FROM calendar_app_searchentry
        WHERE event_id IN (SELECT rowid FROM these) AND opens > '' AND (SELECT COUNT(*) FROM these) <= {most}
        UNION ALL SELECT COUNT(*), '', '', ({missing}), '', 9 FROM these ORDER BY tier, opens DESC, event_id DESC
    """,
    "postgresql": """
        WITH these AS MATERIALIZED (SELECT {told} FROM calendar_app_searchentry WHERE {matching} LIMIT {most} + 1)
        SELECT {told}, {tier} AS tier FROM these WHERE opens > '' AND (SELECT COUNT(*) FROM these) <= {most}
        UNION ALL SELECT COUNT(*), '', '', ({missing}), '', 9 FROM these ORDER BY tier, opens DESC, event_id DESC
    """,
}
MATCHING = {"sqlite": f"event_id IN ({BY_WORDS['sqlite']})", "postgresql": "vector @@ %s::tsquery"}
NEWEST = """
SELECT event_id FROM calendar_app_searchentry WHERE {matching} AND opens >= %s AND opens < %s
ORDER BY opens DESC, event_id DESC LIMIT %s
"""


class InOrder(NamedTuple):
    """What is told of those that match; None where they are many. And whether entries are missing."""

    told: list[Told] | None
    is_lacking: bool


class Told(NamedTuple):
    """What is counted of a public event without reading it, as SearchEntry keeps it."""

    pk: int
    opens: str
    kind: str
    place: int | None
    who: str


@contextmanager
def by_index() -> Iterator[None]:
    """Have PostgreSQL ask its index of words: it takes reading all entries for cheap, as if words lay in their rows."""
    if connection.vendor != "postgresql":
        yield
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        yield


def answered(sql: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
    """Return the rows of a question about words, asked of the index likewise, but in one journey to the database."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            sql = f"SET LOCAL enable_seqscan = off; {sql}; SET LOCAL enable_seqscan = DEFAULT"
        cursor.execute(sql, parameters)
        if connection.vendor == "postgresql":
            cursor.nextset()
        return list(cursor.fetchall())


def question(tokens: Iterable[str], vendor: str, but: Iterable[str] = (), any_of: Iterable[str] = ()) -> str:
    """Write tokens as the database's question for all of them and, if given, any of others.

    What holds all of `but` is left out. A token that ends in `*` asks for words that begin so.
    """
    both, either = (" AND ", " OR ") if vendor == "sqlite" else (" & ", " | ")
    unwanted = both.join(spelled(token, vendor) for token in but)
    others = either.join(spelled(token, vendor) for token in any_of)
    wanted = both.join([*(spelled(token, vendor) for token in tokens), *([f"({others})"] if others else [])])
    if not unwanted:
        return wanted
    return f"({wanted}) NOT ({unwanted})" if vendor == "sqlite" else f"{wanted} & !({unwanted})"


def spelled(token: str, vendor: str) -> str:
    if vendor == "sqlite":
        return f'"{token[:-1]}"*' if token.endswith("*") else f'"{token}"'
    return f"'{token[:-1]}':*" if token.endswith("*") else f"'{token}'"


class SearchEntryQuerySet(models.QuerySet["SearchEntry"]):
    def matching(self, tokens: Iterable[str], but: Iterable[str] = (), any_of: Iterable[str] = ()) -> RawSQL:
        """The keys of those that hold every token: letters, digits, Chinese characters and `/`, and no others.

        Without those that hold every token of `but`; of `any_of`, where given, each holds one. A bare subquery, since
        PostgreSQL reads every vector where it has to join one with its own table.
        """
        vendor = connections[self.db].vendor
        return RawSQL(BY_WORDS[vendor], [question(tokens, vendor, but, any_of)])  # noqa: S611 - a parameter

    def few(
        self, most: int, tokens: Iterable[str], but: Iterable[str] = (), any_of: Iterable[str] = ()
    ) -> list[int] | None:
        """The keys of those that match; None where they are more than `most`."""
        vendor = connection.vendor
        keys = [key for (key,) in answered(AT_MOST[vendor], [question(tokens, vendor, but, any_of), most + 1])]
        return keys if len(keys) <= most else None

    def in_order(
        self, most: int, steps: Sequence[Iterable[str]], but: Iterable[str] = (), any_of: Iterable[str] = ()
    ) -> InOrder:
        """What is told of the public ones that match the last step; None where more than `most` match.

        Those that match an earlier step come first, each step's latest first.
        """
        vendor = connection.vendor
        earlier = range(len(steps) - 1)
        tiers = "".join(f"WHEN event_id IN ({BY_WORDS[vendor]}) THEN {number} " for number in earlier)
        tier = f"CASE {tiers}ELSE {len(steps) - 1} END" if tiers else "0"
        parts = {"words": BY_WORDS[vendor], "matching": MATCHING[vendor], "told": TOLD, "tier": tier}
        asked = [question(steps[-1], vendor, but, any_of), *(question(step, vendor) for step in steps[:-1])]
        sql = IN_ORDER[vendor].format(**parts, most=most, missing=MISSING)
        *rows, (many, _opens, _kind, missing, *_rest) = answered(sql, asked)
        return InOrder([Told(*row[:-1]) for row in rows] if many <= most else None, bool(missing))

    def newest(
        self, most: int, tokens: Iterable[str], but: Iterable[str], years: range | None, before: str
    ) -> list[int]:
        """The keys of the latest public ones that match and begin in one of the years, and before a day."""
        vendor = connection.vendor
        asked = question(tokens, vendor, but, [f"/d{year}" for year in years or ()])
        since = f"{min(years):04}" if years else "0"
        rows = answered(NEWEST.format(matching=MATCHING[vendor]), [asked, since, before, most])
        return [key for (key,) in rows]

    def public(self) -> Self:
        """Those of public events."""
        return self.filter(opens__gt="")

    def latest_first(self) -> Self:
        return self.order_by("-opens", "-pk")

    def of(self, kinds: Sequence[str], statuses: Sequence[str], modes: Sequence[str], roles: Sequence[str]) -> Self:
        """Those of any of the kinds, statuses, modes, and with anybody in any of the roles; none given is any."""
        asked = {"kind": kinds, "status": statuses, "mode": modes}
        found = self.filter(**{f"{column}__in": words for column, words in asked.items() if words})
        return found.filter(Q(*(Q(who__contains=f"={role}=") for role in roles), _connector=Q.OR))

    def as_told(self) -> list[Told]:
        """What is told of each, in no order."""
        return [Told(*row) for row in self.order_by().values_list(*TOLD.split(", "))]

    def with_part(self, whom: Sequence[str], roles: Sequence[str]) -> Self:
        """Those where one participation is of any of those named like `p33` and `o5`, and in any of the roles if given.

        Nobody named is nobody's.
        """
        if not whom:
            return self.none()
        found = self.filter(Q(*(Q(who__contains=f"/{one} ") for one in whom), _connector=Q.OR))
        return found.filter(who__regex=rf"=({'|'.join(roles)})=\S*/({'|'.join(whom)}) ") if roles else found

    def times(self, tokens: Iterable[str]) -> int:
        """How many public events match."""
        vendor = connection.vendor
        sql = f"SELECT COUNT(*) FROM ({BY_WORDS[vendor]}) AS found"  # noqa: S608
        ((times,),) = answered(sql, [question(tokens, vendor, [HIDDEN])])
        return int(times)

    def is_lacking(self) -> bool:
        """Whether entries of the latest events are missing."""
        ((missing,),) = answered(MISSING, [])
        return bool(missing)

    def told(self, keys: Iterable[int]) -> list[Told]:
        """What is told of the public ones among the keys, in no order."""
        among = LISTED[connection.vendor]
        sql = f"SELECT {TOLD} FROM calendar_app_searchentry WHERE opens > '' AND event_id IN ({among})"  # noqa: S608
        return [Told(*row) for row in answered(sql, [listed(keys)])]


class SearchEntry(models.Model):
    """An event's words, separated by spaces: single characters and pairs of Chinese, whole words of Latin.

    `/n` stands before words of the name, `/w` before those of name, people and bodies, so that a search can tell where
    it hit; `/d` begins those of days. SQLite keeps an FTS5 table of the words, PostgreSQL a tsvector; both follow this
    table by themselves.

    Beside them stands what lists are ordered by and counted from, in rows so narrow that all of them are soon read:
    the day and time that a public event begins at (ISO 8601, `0001-01-01` where none is known, nothing where it is not
    public), its kind, status, mode and place, and `who`: for each participation its roles, the letter of its type and
    the key of whom it links, `=chair=speaker=/p33 =organizer=/o5 =attendee=/g `.
    """

    event = models.OneToOneField(
        Event, models.CASCADE, primary_key=True, related_name="search", verbose_name=_("event")
    )
    words = models.TextField(_("words"))
    opens = models.CharField(max_length=32, blank=True, default="", editable=False)
    kind = models.CharField(max_length=10, blank=True, default="", editable=False)
    status = models.CharField(max_length=10, blank=True, default="", editable=False)
    mode = models.CharField(max_length=10, blank=True, default="", editable=False)
    place = models.BigIntegerField(null=True, editable=False)
    who = models.TextField(blank=True, default="", editable=False)

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")

    def __str__(self) -> str:
        return self.words[:60]


def counted(event: Event) -> dict[str, Any]:
    """Return the columns of an event's entry beside the words."""
    begins = event.starts_on or event.ends_on or "0001-01-01"
    opens = f"{begins}T{event.starts_at:%H:%M:%S}" if event.starts_at else f"{begins}"
    who = "".join(map(part, event.participations.all()))
    known = (opens if event.is_public else "", event.kind, event.status, event.attendance_mode, event.place_id, who)
    return dict(zip(COUNTED, known, strict=True))


def part(who: Participation) -> str:
    """Return a participation as an entry keeps it: `=chair=speaker=/p33 `."""
    roles = f"={'='.join(who.roles)}=" if who.roles else ""
    return f"{roles}/{who.type[0]}{who.person_id or who.organization_id or ''} "
