"""What an Atom feed holds: the hundred events reported last, and which of them were corrected since."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import UTC, datetime, time
from xml.etree.ElementTree import Element

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Subquery
from django.utils import timezone, translation

from calendar_app.formats.atom import AtomHead, Report, atom_bytes, atom_entry
from calendar_app.formats.content_lines import UnfitValueError
from calendar_app.formats.loading import with_all_shown
from calendar_app.models import Change, Event, EventSource
from calendar_app.publishing.questions import Question
from calendar_app.publishing.rendering import address_of
from calendar_app.vocabulary import ReviewState

logger = logging.getLogger(__name__)
MOST_REPORTS = 100


def atom(question: Question) -> Iterator[bytes]:
    """Yield the Atom feed of a question."""
    with translation.override(settings.LANGUAGE_CODE):
        found = reports(question)
        last = max((report.event.changed_at for report in found), default=datetime(1970, 1, 1, tzinfo=UTC))
        head = AtomHead(
            title=question.name,
            publisher=Question("").name,
            address=settings.PUBLIC_URL + question.address("atom"),
            page=settings.PUBLIC_URL + "/",
            updated=last,
        )
        yield atom_bytes(head, list(entries(found)))


def entries(found: list[Report]) -> Iterator[Element]:
    for report in found:
        try:
            yield atom_entry(report)
        except UnfitValueError as fault:
            logger.warning("event %s is left out of feeds: %s", report.event.pk, fault)


def reports(question: Question) -> list[Report]:
    """Return the reports, newest first: by the bulletin's date, then by when they were published here."""
    bulletin = EventSource.objects.filter(event=OuterRef("pk")).order_by("-primary", "pk")
    revised = Change.objects.filter(
        event=OuterRef("pk"), after__review_state=ReviewState.APPROVED, sequence__lt=OuterRef("sequence")
    )
    found = question.public().annotate(
        reported_on=Subquery(bulletin.values("article__bulletin__published_on")[:1]), is_revised=Exists(revised)
    )
    ordered = found.order_by(F("reported_on").desc(nulls_last=True), "-published_at", "-pk")
    return [report(event) for event in with_all_shown(ordered)[:MOST_REPORTS]]


def report(event: Event) -> Report:
    reported_on = getattr(event, "reported_on", None)
    assert event.published_at
    at = datetime.combine(reported_on, time(), timezone.get_default_timezone()) if reported_on else event.published_at
    page = address_of(event)
    calendar = f"{settings.PUBLIC_URL}/events/{event.pk}/event.ics"
    return Report(event=event, at=at, page=page, calendar=calendar, is_updated=getattr(event, "is_revised", False))
