"""Events as an Atom feed (RFC 4287): what was reported last comes first, and what was corrected since says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from django.utils.translation import pgettext

from calendar_app.formats.content_lines import clean
from calendar_app.formats.description import day_words, describe
from calendar_app.formats.entry import day_part_words, status_mark
from calendar_app.models import Event

ATOM = "http://www.w3.org/2005/Atom"
register_namespace("", ATOM)


@dataclass(frozen=True, kw_only=True)
class Report:
    """An event as reported: when, where its page and its calendar are, and whether it was corrected since."""

    event: Event
    at: datetime
    page: str
    calendar: str
    is_updated: bool


@dataclass(frozen=True, kw_only=True)
class AtomHead:
    """What the feed says about itself; `updated` is the last revision it holds."""

    title: str
    publisher: str
    address: str
    page: str
    updated: datetime


def atom_bytes(head: AtomHead, entries: Iterable[Element]) -> bytes:
    feed = Element(f"{{{ATOM}}}feed", {"xml:lang": "zh-Hans"})
    add(feed, "id", head.address)
    add(feed, "title", head.title)
    add(feed, "updated", head.updated.isoformat(timespec="seconds"))
    link(feed, "self", head.address, "application/atom+xml")
    link(feed, "alternate", head.page, "text/html")
    add(add(feed, "author"), "name", head.publisher)
    feed.extend(entries)
    octets: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return octets + b"\n"


def atom_entry(report: Report) -> Element:
    """Return the event's entry. Raises UnfitValueError for text that no feed can carry."""
    event = report.event
    entry = Element(f"{{{ATOM}}}entry")
    add(entry, "id", f"urn:uuid:{event.uid}")
    add(entry, "title", title(report))
    add(entry, "published", report.at.isoformat(timespec="seconds"))
    add(entry, "updated", event.changed_at.isoformat(timespec="seconds"))
    link(entry, "alternate", report.page, "text/html")
    link(entry, "related", report.calendar, "text/calendar")
    SubElement(entry, f"{{{ATOM}}}category", {"term": event.kind, "label": event.get_kind_display()})
    add(entry, "content", "\n\n".join(part for part in (when(event), event.location, describe(event)) if part))
    return entry


def title(report: Report) -> str:
    """Return 【更新】（已取消）防汛工作部署会."""
    updated = pgettext("in a title", "updated")
    mark = status_mark(report.event)
    return (f"【{updated}】" if report.is_updated else "") + (f"（{mark}）" if mark else "") + report.event.name


def when(event: Event) -> str:
    """Return the days and what is known of the hour: 2024年7月25日 上午."""
    first = event.starts_on or event.ends_on
    if not first:
        return ""
    days = day_words(first)
    if event.ends_on and event.ends_on != first:
        days += f"—{day_words(event.ends_on)}"
    return f"{days} {event.starts_at:%H:%M}" if event.starts_at else f"{days} {day_part_words(event.day_part)}".strip()


def add(parent: Element, name: str, text: str = "") -> Element:
    child = SubElement(parent, f"{{{ATOM}}}{name}")
    child.text = clean(text) or None
    return child


def link(parent: Element, relation: str, address: str, media_type: str) -> None:
    SubElement(parent, f"{{{ATOM}}}link", {"rel": relation, "href": address, "type": media_type})
