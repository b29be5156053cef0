"""Search that finds Chinese: by characters, names and their pinyin, aliases, traditional forms and days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, IntegerField, Value, When
from django.utils import timezone

from calendar_app.models import SearchEntry
from calendar_app.models.events import BEGINS, EventQuerySet
from calendar_app.publishing.search.days import take_days, take_period
from calendar_app.publishing.search.indexing import fill
from calendar_app.publishing.search.words import asked, plain, runs

FILLING = str.maketrans("的在于", "   ")  # words that join others and ask for nothing


@dataclass(frozen=True)
class Asked:
    """What was typed, understood: words to be found, words for days, a period counted from today."""

    words: tuple[str, ...]
    days: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    shown: tuple[str, ...] = ()

    @property
    def tokens(self) -> tuple[str, ...]:
        return (*self.words, *self.days)


def understand(text: str, today: date) -> Asked:
    """Understand 上周的培训, 7月下旬 颁证, cws, 區發改委; `shown` are the words to be marked in what is found."""
    left, since, until = take_period(plain(text), today)
    left, days = take_days(left)
    left = left.translate(FILLING) if left.translate(FILLING).strip() else left
    return Asked(tuple(dict.fromkeys(asked(left))), tuple(days), since, until, tuple(runs(left)))


def narrow(events: EventQuerySet, text: str) -> EventQuerySet:
    """Keep the events that hold everything the text asks for; a text of nothing but punctuation finds none."""
    fill()
    question = understand(text, timezone.localdate())
    if question.since:
        events = events.between(question.since, question.until)
    if question.tokens:
        return events.filter(pk__in=SearchEntry.objects.matching(question.tokens))
    return events if question.since else events.none()


def loosely(events: EventQuerySet, text: str) -> EventQuerySet:
    """Keep the events whose name, people and bodies hold every character: 区发改委 finds 区发展和改革委员会."""
    question = understand(text, timezone.localdate())
    characters = dict.fromkeys(f"w/{each}" for word in question.shown if not word.isascii() for each in word)
    if not characters:
        return events.none()
    if question.since:
        events = events.between(question.since, question.until)
    found = SearchEntry.objects.matching((*characters, *question.days))
    return events.filter(pk__in=found)


def ranked(events: EventQuerySet, text: str) -> EventQuerySet:
    """Order what was found: by name first, then by people and bodies, then the rest, each latest first."""
    words = understand(text, timezone.localdate()).words
    if not words:
        return events.latest_first()
    found = SearchEntry.objects
    where = Case(
        When(pk__in=found.matching(f"n/{word}" for word in words), then=Value(0)),
        When(pk__in=found.matching(f"w/{word}" for word in words), then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return events.annotate(where_found=where).order_by("where_found", BEGINS.desc(), "-pk")
