"""Private feeds: drafts for those who review them, at an address that is the key and can be taken back."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from calendar_app.formats.content_lines import UnfitValueError
from calendar_app.formats.entry import Style
from calendar_app.formats.ical import BEGIN_VEVENT, END, Head, begin, event_bytes
from calendar_app.formats.loading import with_all_shown
from calendar_app.models import Event, Feed
from calendar_app.models.events import EventQuerySet
from calendar_app.publishing.filters import Filters
from calendar_app.publishing.joining import octets
from calendar_app.publishing.rendering import logger
from calendar_app.publishing.rows import Row, asking
from calendar_app.publishing.windows import MOST_OCTETS, Asked, light
from calendar_app.vocabulary import CancelledEvents, FeedScope, ReviewState, Status

TOKEN_OCTETS = 32  # 256 bits
PERMISSION = "calendar_app.view_event"
HEADERS = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}


def digest(token: str) -> str:
    """Return what is kept of a token; 256 random bits need no salt."""
    return hashlib.sha256(token.encode()).hexdigest()


def issue(feed: Feed) -> str:
    """Give the feed a new token, take back the one it had, and return the new one, which nothing keeps."""
    token = secrets.token_urlsafe(TOKEN_OCTETS)
    feed.token_hash, feed.revoked_at = digest(token), None
    feed.save()
    return token


def revoke(feed: Feed) -> None:
    feed.revoked_at = feed.revoked_at or timezone.now()
    feed.save()


@require_safe
def private(request: HttpRequest, token: str) -> HttpResponse:
    """Serve a private feed; a wrong token, a revoked one and one whose owner may review no more answer alike."""
    feed = Feed.objects.select_related("owner").filter(token_hash=digest(token), revoked_at=None).first()
    if feed is None or not may_read(feed.owner):
        status, content_type, body = 404, "text/plain; charset=utf-8", gettext("There is no such feed.").encode()
    else:
        status, content_type, body = 200, "text/calendar; charset=utf-8", octets(calendar(feed))
    headers = HEADERS | {"Content-Length": str(len(body))}
    shown = b"" if request.method == "HEAD" else body
    return HttpResponse(shown, status=status, content_type=content_type, headers=headers)


def may_read(owner: User | None) -> bool:
    return owner is not None and owner.is_active and owner.is_staff and owner.has_perm(PERMISSION)


def calendar(feed: Feed) -> Iterator[bytes]:
    with translation.override(settings.LANGUAGE_CODE):
        head = begin(Head(name=f"{gettext('Huili')}·{feed.name}", description=gettext("Private. Pass it to nobody.")))
        window = light(
            Asked(asking(asked(feed)), asking(Event.objects.none()), internal), timezone.localdate(), room=room(head)
        )
        yield head
        yield from window.parts
        yield END


def room(head: bytes) -> int:
    return MOST_OCTETS - len(head) - len(END)


def asked(feed: Feed) -> EventQuerySet:
    """Return the events of the feed's scope that answer its question."""
    events = Event.objects.internal()
    if feed.scope == FeedScope.DRAFTS:
        events = events.filter(review_state=ReviewState.DRAFT)
    if feed.cancelled == CancelledEvents.HIDE:
        events = events.exclude(status=Status.CANCELLED)
    if feed.window is not None:
        events = events.on_calendar(timezone.localdate() - timedelta(days=feed.window), None)
    return Filters.read(feed.query).ask(events)


def internal(found: list[Row]) -> list[Row]:
    """Return the rows with bytes written for reviewers, which are kept nowhere."""
    events = with_all_shown(Event.objects.internal().filter(pk__in=[row.pk for row in found]))
    written = {event.pk: event_octets(event) for event in events}
    anew = [(row, written.get(row.pk, b"")) for row in found]
    return [row._replace(ical=ical, entries=ical.count(BEGIN_VEVENT)) for row, ical in anew]


def event_octets(event: Event) -> bytes:
    address = settings.PUBLIC_URL + reverse("admin:calendar_app_event_change", args=[event.pk])
    try:
        return event_bytes(event, address, Style(is_internal=True))
    except UnfitValueError as fault:
        logger.warning("event %s is left out of feeds: %s", event.pk, fault)
        return b""
