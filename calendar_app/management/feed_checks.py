"""What may be wrong with a feed: each is fetched and read back, octet by octet and by a calendar library."""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree

import icalendar
from django.db.models import Q
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from calendar_app.management.complaint import Complaint
from calendar_app.management.fetching import fetched
from calendar_app.models import Bulletin, Event, Feed, FeedVersion, Organization, Person, Place, RenderedEvent, Series
from calendar_app.vocabulary import Kind

LINE_OCTETS = 75  # RFC 5545, 3.1
MOST_ENTRIES, MOST_OCTETS = 1000, 1_000_000
CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
IS_YEAR = re.compile(r"/\d{4}\.ics$")
SUBJECTS = {"organizations": Organization, "people": Person, "places": Place, "series": Series}


def addresses() -> Iterator[str]:
    """Yield the address of every public feed, in both forms: everything, kinds, subjects, bulletins and years."""
    for suffix in ("ics", "atom"):
        yield reverse("feed", args=[suffix])
        yield from (reverse("feed_kind", args=[kind, suffix]) for kind in Kind)
        for subjects, model in SUBJECTS.items():
            for slug in model.objects.public().values_list("slug", flat=True).iterator():  # type: ignore[attr-defined]
                yield reverse("feed_subject", args=[subjects, slug, suffix])
        for slug in Feed.objects.filter(slug__isnull=False, revoked_at=None).values_list("slug", flat=True):
            yield reverse("feed_saved", args=[slug, suffix])
        for pk in Bulletin.objects.public().values_list("pk", flat=True).iterator():
            yield reverse("feed_bulletin", args=[pk, suffix])
        for day in Event.objects.public().filter(starts_on__year__range=(1900, 2099)).dates("starts_on", "year"):
            yield reverse("feed_year", args=[day.year, suffix])


def feed_complaints(address: str) -> Iterator[Complaint]:
    """Yield what is wrong with one feed."""
    try:
        response = fetched(address)
    except Exception as error:  # whatever breaks one feed is named, and the others are looked at
        yield Complaint(address, f"{type(error).__name__}: {error}", _("look at the log of the service"))
        return
    if response.status_code != 200:
        yield Complaint(address, _("answers %d") % response.status_code, _("look at the log of the service"))
        return
    if response.headers.get("Content-Length") != str(len(response.content)):
        yield Complaint(address, _("its length is not told"), _("see that nothing between changes the answer"))
    faults = atom_faults if address.endswith(".atom") else ical_faults
    for fault in faults(response.content, address):
        yield Complaint(address, fault, _("report it with the feed’s text; it is a fault of the program"))


def atom_faults(octets: bytes, address: str) -> Iterator[str]:
    try:
        ElementTree.fromstring(octets)  # noqa: S314 - our own
    except ElementTree.ParseError as error:
        yield _("is not well-formed: %s") % error


def ical_faults(octets: bytes, address: str) -> Iterator[str]:
    """Yield what breaks RFC 5545 or a calendar's patience."""
    if b"\r" in octets.replace(b"\r\n", b"") or b"\n" in octets.replace(b"\r\n", b""):
        yield _("has a line break that is not CRLF")
    if max(map(len, octets.split(b"\r\n"))) > LINE_OCTETS:
        yield _("has a line of more than %d octets") % LINE_OCTETS
    if CONTROL.search(octets) or octets.startswith(b"\xef\xbb\xbf"):
        yield _("has a control character")
    try:
        entries = icalendar.Calendar.from_ical(octets).walk("VEVENT")
    except ValueError as error:
        yield _("cannot be read: %s") % error
        return
    yield from entry_faults(entries)
    if not IS_YEAR.search(address) and (len(entries) > MOST_ENTRIES or len(octets) > MOST_OCTETS):
        yield _("has %(entries)d entries, %(octets)d octets") % {"entries": len(entries), "octets": len(octets)}


def entry_faults(entries: list[icalendar.Component]) -> Iterator[str]:
    for uid, times in Counter(str(entry.get("UID")) for entry in entries).items():
        if times > 1:
            yield _("has UID %(uid)s %(times)d times") % {"uid": uid, "times": times}
    for entry in entries:
        if missing := [name for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY") if name not in entry]:
            yield _("entry %(uid)s has no %(names)s") % {"uid": entry.get("UID"), "names": ", ".join(missing)}
        elif "DTEND" in entry and entry.decoded("DTEND") <= entry.decoded("DTSTART"):
            yield _("entry %s ends before it starts") % entry["UID"]


def kept_complaints() -> Iterator[Complaint]:
    """Yield the feeds whose kept body is not the one their ETag was given to."""
    for version in FeedVersion.objects.exclude(gzip=None).iterator(chunk_size=100):
        try:
            etag = FeedVersion.etag_of(gzip.decompress(version.gzip or b""))
        except (OSError, EOFError, zlib.error):
            etag = ""
        if etag != version.etag:
            mend = _("delete all rows of calendar_app_feedversion but “published”; they are made anew")
            yield Complaint(version.key, _("what is kept of it is damaged"), mend)


def saved_complaints() -> Iterator[Complaint]:
    """Yield the saved questions with words no list understands, which therefore ask for more than they say."""
    for feed in Feed.objects.filter(revoked_at=None):
        answer = fetched(reverse("events_json"), QueryDict(feed.query))
        if answer.status_code != 200:
            faults = " ".join(json.loads(answer.content)["errors"])
            yield Complaint(_("saved feed “%s”") % feed, faults, _("correct its question"))


def event_complaints() -> Iterator[Complaint]:
    """Yield the public events no calendar can show, once every feed has been fetched and so every event written."""
    for kept in RenderedEvent.objects.exclude(fault="").filter(Q(event__in=Event.objects.public())):
        fault, _separator, mend = kept.fault.rpartition("; ")
        yield Complaint(_("event %(pk)s, %(event)s") % {"pk": kept.event_id, "event": kept.event}, fault, mend)
