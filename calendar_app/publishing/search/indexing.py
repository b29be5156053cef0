"""Keeps each event's search entry true: written when first asked for, and anew with every change."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext

from calendar_app.models import Change, Event, SearchEntry
from calendar_app.models.search import COUNTED, HIDDEN, LONG, counted
from calendar_app.publishing.search.days import day_tokens, is_long
from calendar_app.publishing.search.words import spellings, tokens
from calendar_app.vocabulary import AttendanceMode, Kind, Labelled, Status

BATCH = 500


def entry(event: Event) -> SearchEntry:
    """Write down all an event can be found by; relations are expected to be loaded."""
    names = list(names_of(event))
    who = [*names, *(who.name for who in event.participations.all())]
    rest = [who.post for who in event.participations.all()]
    rest += [event.summary, event.location, event.date_text, *labels(event)]
    rest += [session.name for session in event.sessions.all()]
    rest += [one.series.name for one in event.memberships.all()]
    rest += [f"{source.article.headline} {source.article.source}" for source in event.sources.all()]
    name = set(tokens(event.name))
    known = name.union(*map(tokens, who), *map(spellings, names))
    words = known.union(*map(tokens, rest), day_tokens(event))
    marked = [*(f"/n{word}" for word in name), *(f"/w{word}" for word in known)]
    marked += [mark for mark, holds in ((HIDDEN, not event.is_public), (LONG, is_long(event))) if holds]
    return SearchEntry(event=event, words=" ".join(sorted(words) + sorted(marked)), **counted(event))


def names_of(event: Event) -> Iterator[str]:
    """Yield the names people, bodies and the place of an event go by, printed or not."""
    for who in event.participations.all():
        yield who.name
        actor = who.person or who.organization
        if actor:
            yield actor.name
            yield from (alias.name for alias in actor.aliases.all())
    if event.place:
        yield event.place.name


def labels(event: Event) -> Iterator[str]:
    """Yield the words that name an event's kind, status and mode, in the reader's language and in English."""
    words: list[Labelled] = [Kind(event.kind), Status(event.status)]
    if event.attendance_mode:
        words.append(AttendanceMode(event.attendance_mode))
    for word in words:
        yield gettext(word.label)
        yield word.label


def write(events: QuerySet[Event]) -> int:
    """Write the entries of events anew; return how many."""
    loaded = events.select_related("place").prefetch_related(
        "participations__person__aliases",
        "participations__organization__aliases",
        "sessions",
        "memberships__series",
        "sources__article",
    )
    written = 0
    rows = loaded.order_by("pk").iterator(chunk_size=BATCH)
    while batch := list(islice(rows, BATCH)):
        SearchEntry.objects.bulk_create(
            [entry(event) for event in batch],
            update_conflicts=True,
            unique_fields=["event"],
            update_fields=["words", *COUNTED],
        )
        written += len(batch)
    if written >= BATCH:
        weigh()
    return written


def weigh() -> None:
    """Tell the database how its events are spread; else it takes "approved" to be rare and reads them all."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE calendar_app_event")


def fill() -> None:
    """Write the entries that are missing; cheap where none of the latest is."""
    if SearchEntry.objects.is_lacking():
        write_missing()


def write_missing() -> None:
    write(Event.objects.filter(search=None))


def on_change(sender: type[Change], instance: Change, **_: Any) -> None:
    again([instance.event_id])


def on_name(sender: type[Any], instance: Any, **_: Any) -> None:
    """Write anew what is found by the name of a person, body, place or series, or by an alias."""
    owner = getattr(instance, "person", None) or getattr(instance, "organization", None) or instance
    field = owner._meta.model_name
    asked = {"place": Q(place=owner), "series": Q(memberships__series=owner)}
    about = asked[field] if field in asked else Q((f"participations__{field}", owner))
    again(list(Event.objects.filter(about).values_list("pk", flat=True).distinct()))


def again(keys: list[int]) -> None:
    if keys:
        transaction.on_commit(lambda: write(Event.objects.filter(pk__in=keys)) and None)
