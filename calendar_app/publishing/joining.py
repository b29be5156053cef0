"""Feeds joined once per version: the body of an address, its ETag and time, kept until a publication changes it."""

from __future__ import annotations

import gzip
import hashlib
import io
import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import DatabaseError, transaction
from django.utils import timezone

from calendar_app.models import FeedVersion
from calendar_app.publishing.questions import FREE
from calendar_app.publishing.rendering import form

logger = logging.getLogger(__name__)
MOST_VERSIONS = 50_000  # addresses remembered; beyond, a feed is joined anew in each process
LONGEST_KEY = 400  # characters of an address; a longer one is known by its checksum
TICK = timedelta(seconds=1)  # what Last-Modified can tell apart: two versions within a second must not share it
HELD_OCTETS = 64_000_000
Write = Callable[[], Iterator[bytes]]


@dataclass(frozen=True)
class Version:
    """The version an address is at; `body` gives its octets, compressed or not, without joining them again."""

    key: str
    etag: str
    modified_at: datetime
    write: Write

    def body(self) -> bytes:
        return held.get((self.key, self.etag, False), self._joined)

    def compressed(self) -> bytes:
        """Return the body compressed: once a version, by whichever process is asked first."""
        return held.get((self.key, self.etag, True), lambda: self._kept() or self._compressed())

    def _joined(self) -> bytes:
        kept = self._kept()
        return gzip.decompress(kept) if kept else octets(self.write())

    def _kept(self) -> bytes:
        kept = FeedVersion.objects.filter(pk=self.key, etag=self.etag).values_list("gzip", flat=True).first()
        return bytes(kept or b"")

    def _compressed(self) -> bytes:
        compressed = gzip.compress(self.body(), compresslevel=6, mtime=0)
        FeedVersion.objects.filter(pk=self.key, etag=self.etag).update(gzip=compressed)
        return compressed


class Held:
    """The bodies asked for last, in memory, up to 64 MB in each process."""

    def __init__(self) -> None:
        self.bodies: OrderedDict[tuple[str, str, bool], bytes] = OrderedDict()
        self.octets = 0
        self.lock = threading.Lock()

    def get(self, key: tuple[str, str, bool], make: Callable[[], bytes]) -> bytes:
        with self.lock:
            if key in self.bodies:
                self.bodies.move_to_end(key)
                return self.bodies[key]
        body = make()
        self.put(key, body)
        return body

    def put(self, key: tuple[str, str, bool], body: bytes) -> None:
        with self.lock:
            self.octets += len(body) - len(self.bodies.pop(key, b""))
            self.bodies[key] = body
            while self.octets > HELD_OCTETS:
                self.octets -= len(self.bodies.popitem(last=False)[1])


held = Held()


def current(key: str, write: Write) -> Version:
    """Return the address's version, from its row where nothing was published since, else joined anew."""
    if len(key) > LONGEST_KEY:
        key = f"{key[:100]}…{hashlib.sha256(key.encode()).hexdigest()}"
    rows = FeedVersion.objects.beside_published(key)
    published, kept = rows.get(FeedVersion.PUBLISHED), rows.get(key)
    seen = f"{published.number if published else 0} {timezone.localdate()} {form()}"
    if kept and kept.seen == seen:
        return Version(key, kept.etag, kept.modified_at, write)
    return joined(key, seen, kept, write)


def joined(key: str, seen: str, kept: FeedVersion | None, write: Write) -> Version:
    """Join the body; keep ETag and time where it is what it was, for a publication elsewhere changes nothing here."""
    body = octets(write())
    etag = FeedVersion.etag_of(body)
    held.put((key, etag, False), body)
    if kept and kept.etag == etag:
        FeedVersion.objects.see(key, seen)
        return Version(key, etag, kept.modified_at, write)
    now = timezone.now()
    modified_at = max(now, kept.modified_at + TICK) if kept else now
    keep(FeedVersion(key=key, seen=seen, etag=etag, modified_at=modified_at, gzip=None), is_known=bool(kept))
    return Version(key, etag, modified_at, write)


def keep(row: FeedVersion, *, is_known: bool) -> None:
    """Keep the version for all processes; one that cannot be kept is served all the same."""
    try:
        with transaction.atomic():
            if is_known or has_room(row):
                FeedVersion.objects.bulk_create(
                    [row],
                    update_conflicts=True,
                    unique_fields=["key"],
                    update_fields=["seen", "etag", "modified_at", "gzip"],
                )
    except DatabaseError:
        logger.exception("the version of %s could not be kept", row.key)


def has_room(row: FeedVersion) -> bool:
    """Say whether one more version can be kept, once those of filters nobody asked for since went, if need be."""
    if FeedVersion.objects.count() < MOST_VERSIONS:
        return True
    FeedVersion.objects.filter(key__startswith=FREE).exclude(seen=row.seen).delete()
    return FeedVersion.objects.count() < MOST_VERSIONS


def octets(parts: Iterator[bytes]) -> bytes:
    """Join the parts as they come, holding no second copy; one that is alone is not copied at all."""
    body = io.BytesIO(next(parts, b""))
    body.seek(0, io.SEEK_END)
    body.writelines(parts)
    return body.getvalue()
