"""Search that finds Chinese: by characters, names and their pinyin, aliases, traditional forms and days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from calendar_app.models import SearchEntry
from calendar_app.models.events import EventQuerySet
from calendar_app.publishing.search.days import period_tokens, take_days, take_period
from calendar_app.publishing.search.indexing import fill
from calendar_app.publishing.search.ranking import Ranked
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

    @property
    def of_period(self) -> tuple[str, ...]:
        """Words of which each event of the period holds one."""
        return tuple(period_tokens(self.since, self.until)) if self.since and self.until else ()


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
    events = within(events, question)
    return events.filter(pk__in=SearchEntry.objects.matching(question.tokens)) if question.tokens else events


def ranked(events: EventQuerySet, text: str, is_narrowed: bool = True) -> Ranked:
    """Find the events that hold everything the text asks for, by name first; not narrowed, among all public ones."""
    question = understand(text, timezone.localdate())
    is_narrowed = is_narrowed or question.since is not None
    return Ranked(within(events, question), question.words, question.days, is_narrowed, question.of_period)


def loosely(events: EventQuerySet, text: str, is_narrowed: bool = True) -> Ranked:
    """Find the events whose name, people and bodies hold every character: 区发改委 finds 区发展和改革委员会."""
    question = understand(text, timezone.localdate())
    characters = dict.fromkeys(f"/w{each}" for word in question.shown if not word.isascii() for each in word)
    events = within(events, question) if characters else events.none()
    is_narrowed = is_narrowed or not characters or question.since is not None
    return Ranked(events, (), (*characters, *question.days), is_narrowed, question.of_period if characters else ())


def within(events: EventQuerySet, question: Asked) -> EventQuerySet:
    """Keep the events of the period asked for; none where nothing is asked for at all."""
    if question.since:
        return events.between(question.since, question.until)
    return events if question.tokens else events.none()
