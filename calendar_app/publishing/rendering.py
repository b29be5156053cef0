"""The bytes feeds serve of each event: written when it changes, kept beside it, and written anew where they lag."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from django.conf import settings
from django.db import DatabaseError, models, transaction
from django.db.models import F
from django.utils import timezone, translation

from calendar_app.formats.content_lines import UnfitValueError
from calendar_app.formats.entry import PLAIN, Style
from calendar_app.formats.ical import BEGIN_VEVENT, event_bytes, gone_bytes
from calendar_app.formats.loading import with_all_shown
from calendar_app.models import Change, Event, EventRelation, FeedVersion, RenderedEvent, StyledEvent
from calendar_app.models.events import EventQuerySet
from calendar_app.models.keys import among

Item = TypeVar("Item")
logger = logging.getLogger(__name__)
BATCH = 500
OUTDATED = -1  # the sequence of no event
WRITING = 1  # raised with every change of formats/ that alters the bytes


def form() -> int:
    """Return the checksum of what shapes every entry besides the event itself."""
    return zlib.crc32(f"{WRITING} {settings.PUBLIC_URL} {settings.LANGUAGE_CODE}".encode())


def address_of(event: Event) -> str:
    return f"{settings.PUBLIC_URL}/events/{event.pk}/"


def written(event: Event, style: Style = PLAIN) -> tuple[bytes, str]:
    """Return the event's bytes and no fault, or no bytes and the fault that keeps it out of every calendar."""
    with translation.override(settings.LANGUAGE_CODE):
        try:
            if event.is_public:
                return event_bytes(event, address_of(event), style), ""
            return gone_bytes(event), ""
        except UnfitValueError as fault:
            logger.warning("event %s is left out of feeds: %s", event.pk, fault)
            return b"", str(fault)[:500]


def render(events: EventQuerySet) -> Iterator[RenderedEvent]:
    """Write the events' bytes and keep them; the cancelled entry of a withdrawn event is written once."""
    for batch in batches(events.order_by("pk").values_list("pk", flat=True)):
        kept = RenderedEvent.objects.in_bulk(batch)
        rows = []
        for event in with_all_shown(Event.objects.filter(pk__in=batch)):
            before = kept.get(event.pk)
            if before and before.withdrawn_at and not event.is_public:
                before.sequence, before.form = event.sequence, form()
                rows.append(before)
            else:
                rows.append(row(event))
        keep(RenderedEvent, rows, ["event"], ["sequence", "form", "ical", "entries", "fault", "withdrawn_at"])
        yield from rows


def styled(keys: list[int], style: Style) -> dict[int, bytes]:
    """Return the bytes of the public ones among events in a style, those not kept or no longer true written anew."""
    name = " ".join(word for word, holds in (("rich", style.is_rich), ("nominal", style.hours)) if holds)
    shape = zlib.crc32(f"{form()} {style}".encode())
    public = Event.objects.public().filter(pk__in=among(keys))
    kept = StyledEvent.objects.filter(event__in=public, style=name, form=shape, sequence=F("event__sequence"))
    known = {key: bytes(ical) for key, ical in kept.values_list("event", "ical")}
    for batch in batches(key for key in keys if key not in known):
        events = with_all_shown(Event.objects.public().filter(pk__in=batch))
        rows = [
            StyledEvent(event=one, style=name, sequence=one.sequence, form=shape, ical=written(one, style)[0])
            for one in events
        ]
        keep(StyledEvent, rows, ["event", "style"], ["sequence", "form", "ical"])
        known |= {row.event_id: bytes(row.ical) for row in rows}
    return known


def keep(model: type[models.Model], rows: list[Any], unique: list[str], told: list[str]) -> None:
    """Keep the bytes; those that cannot be kept are served all the same, and written anew when next asked for.

    SQLite takes nothing from a process that reads a feed's rows while another one has written.
    """
    try:
        with transaction.atomic():
            model._default_manager.bulk_create(rows, update_conflicts=True, unique_fields=unique, update_fields=told)
    except DatabaseError:
        logger.exception("the bytes of %d events could not be kept", len(rows))


def row(event: Event) -> RenderedEvent:
    ical, fault = written(event)
    return RenderedEvent(
        event=event,
        sequence=event.sequence,
        form=form(),
        ical=ical,
        entries=ical.count(BEGIN_VEVENT),
        fault=fault,
        withdrawn_at=None if event.is_public else timezone.now(),
    )


def batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Yield the items in lists of up to 500."""
    left = iter(items)
    while batch := list(islice(left, BATCH)):
        yield batch


def on_change(sender: type[Change], instance: Change, **_: Any) -> None:
    """Count the publication and forget the bytes within the transaction; write them anew once it is committed.

    An event that was never public concerns no feed. Events related to this one say so only while it is public.
    """
    if instance.event.published_at is None:
        return
    FeedVersion.objects.raise_published(timezone.now())
    related = EventRelation.objects.filter(to_event=instance.event_id).values_list("from_event", flat=True)
    keys = [instance.event_id, *related]
    RenderedEvent.objects.filter(pk__in=keys).update(sequence=OUTDATED)
    StyledEvent.objects.filter(event__in=keys).delete()
    transaction.on_commit(lambda: refresh(keys))


def refresh(keys: list[int]) -> None:
    """Write anew the bytes of those that are or had been public."""
    for _ in render(Event.objects.filter(pk__in=keys, published_at__isnull=False)):
        pass
