"""What a calendar shows of an event: title, start, exclusive end and the rest, told no more exactly than printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext, pgettext

from calendar_app.formats.content_lines import UnfitValueError
from calendar_app.formats.description import day_words, describe
from calendar_app.formats.rich import rich_lines
from calendar_app.models import Event, Session
from calendar_app.vocabulary import Kind, Precision, RelationType, ReviewState, Status

KINDS = dict(Kind.choices())
STATES = dict(ReviewState.choices())
HOME = "Asia/Shanghai"  # the zone the calendar describes; times elsewhere are written in UTC
YEARS = range(1900, 9999)
ONE_DAY = timedelta(days=1)
RELTYPES: dict[str, str] = {
    RelationType.PART_OF: "PARENT",
    RelationType.MILESTONE_OF: "PARENT",
    RelationType.FOLLOWS: "SIBLING",
}
COLORS: dict[str, str] = {  # the nearest CSS names of the kinds' colours (RFC 7986, 5.9)
    Kind.MEETING: "steelblue",
    Kind.TRAINING: "seagreen",
    Kind.CEREMONY: "sienna",
    Kind.ACTIVITY: "darkgoldenrod",
    Kind.MILESTONE: "rebeccapurple",
}
Hours = Mapping[str, tuple[time, time]]  # part of the day → hours that stand for it


@dataclass(frozen=True)
class Style:
    """How events are told where more is asked for than every client takes: nominal hours, components, draft or not."""

    hours: Hours | None = None
    is_rich: bool = False
    is_internal: bool = False


PLAIN = Style()


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One VEVENT; `start` and `end` are both dates or both aware datetimes, `end` exclusive or None."""

    uid: str
    title: str
    start: date | datetime
    end: date | datetime | None
    created: datetime
    revised: datetime
    sequence: int
    status: str
    is_blocking: bool = False
    category: str = ""
    color: str = ""
    location: str = ""
    position: tuple[float, float] | None = None
    conference: str = ""
    description: str = ""
    address: str = ""
    related: tuple[tuple[str, str], ...] = ()
    extra: tuple[str, ...] = ()


def entries_of(event: Event, address: str, style: Style = PLAIN) -> Iterator[Entry]:
    """Yield the event's entry and, where it spans several days, one for each dated session.

    With nominal hours, an event known to the part of the day takes the hours given for it and says so.
    """
    entry = entry_of(event, address, style)
    yield entry
    if event.starts_on and event.ends_on and event.ends_on > event.starts_on:
        for session in event.sessions.all():
            if session.starts_on:
                yield session_entry(session, event, entry, style.hours)


def entry_of(event: Event, address: str, style: Style) -> Entry:
    start, end, mark = span_of(event, style.hours)
    marks = (draft_mark(event) if style.is_internal else "", status_mark(event), mark)
    return Entry(
        uid=event.uid,
        title="".join(f"（{mark}）" for mark in marks if mark) + event.name,
        start=start,
        end=end,
        created=event.created_at,
        revised=event.changed_at,
        sequence=event.sequence,
        status=status_of(event),
        is_blocking=isinstance(start, datetime) and not mark and event.status != Status.CANCELLED,
        category=gettext(KINDS[event.kind]),
        color=COLORS[event.kind],
        location=event.location or (str(event.place) if event.place else ""),
        position=position_of(event),
        conference=event.conference_url,
        description=describe(event, is_nominal=isinstance(start, datetime) and bool(mark)),
        address=address,
        related=tuple(related(event)),
        extra=tuple(rich_lines(event)) if style.is_rich else (),
    )


def span_of(event: Event, hours: Hours | None) -> tuple[date | datetime, date | datetime | None, str]:
    """Return start, exclusive end and what the title has to say about the time.

    An hour is stated only where the text prints one: a half-day, a day, and a range of days whose end has no hour are
    whole days (RFC 5545, 3.6.1: DTSTART with VALUE=DATE), with the part of the day in the title.
    """
    first = event.starts_on or event.ends_on or event.previous_starts_on
    if not first:
        raise UnfitValueError(gettext("the event has no date"), gettext("give it one"))
    last = event.ends_on or (event.previous_ends_on if not event.starts_on else None) or first
    check_years(first, last)
    zone = ZoneInfo(event.time_zone)
    if event.starts_at and (last == first or event.ends_at):
        return exact(first, event.starts_at, last, event.ends_at, zone)
    if event.starts_at:
        return first, last + ONE_DAY, pgettext("in a title", "from %s") % f"{event.starts_at:%H:%M}"
    if hours and event.day_part and first == last:
        opens, closes = hours[event.day_part]
        start, end, _ = exact(first, opens, last, closes, zone)
        return start, end, pgettext("in a title", "%s, nominal time") % day_part_words(event.day_part)
    if event.precision in {Precision.MONTH, Precision.YEAR} and first != last:
        return first, last + ONE_DAY, pgettext("in a title", "day unknown")
    return first, last + ONE_DAY, day_part_words(event.day_part)


def exact(
    first: date, opens: time, last: date, closes: time | None, zone: ZoneInfo
) -> tuple[datetime, datetime | None, str]:
    """Return aware start and end; without a printed end, or one equal to the start, there is none."""
    start = datetime.combine(first, opens, zone)
    end = datetime.combine(last, closes, zone) if closes else None
    return start, end if end and end > start else None, ""


def check_years(*days: date) -> None:
    for day in days:
        if day.year not in YEARS:
            fault = gettext("the year %(year)d is outside %(first)d–%(last)d")
            years = {"year": day.year, "first": YEARS.start, "last": YEARS.stop - 1}
            raise UnfitValueError(fault % years, gettext("correct the date"))


def day_part_words(day_part: str) -> str:
    """Return 上午, 中午, 下午 or 晚, as a title has them."""
    if day_part == "morning":
        return pgettext("in a title", "morning")
    if day_part == "noon":
        return pgettext("in a title", "noon")
    if day_part == "afternoon":
        return pgettext("in a title", "afternoon")
    return pgettext("in a title", "evening") if day_part else ""


def status_of(event: Event) -> str:
    if event.status == Status.CANCELLED:
        return "CANCELLED"
    return "TENTATIVE" if event.status == Status.POSTPONED and not has_new_date(event) else "CONFIRMED"


def has_new_date(event: Event) -> bool:
    """Whether a postponed event knows when it will be: it has a date besides the one it had."""
    return bool(event.starts_on and event.previous_starts_on and event.starts_on != event.previous_starts_on)


def draft_mark(event: Event) -> str:
    if event.review_state == ReviewState.APPROVED:
        return ""
    is_draft = event.review_state == ReviewState.DRAFT
    return pgettext("in a title", "draft") if is_draft else gettext(STATES[event.review_state])


def status_mark(event: Event) -> str:
    if event.status == Status.CANCELLED:
        return pgettext("in a title", "cancelled")
    if event.status != Status.POSTPONED:
        return ""
    if has_new_date(event) and event.previous_starts_on:
        return pgettext("in a title", "postponed from %s") % day_words(event.previous_starts_on)
    return pgettext("in a title", "postponed, no new date yet")


def position_of(event: Event) -> tuple[float, float] | None:
    place = event.place
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return float(place.latitude), float(place.longitude)


def related(event: Event) -> Iterator[tuple[str, str]]:
    """Yield RELTYPE and UID of public events this one belongs to or follows (RFC 5545, 3.8.4.5)."""
    for relation in event.relations.all():
        if relation.to_event.is_public:
            yield RELTYPES[relation.type], relation.to_event.uid


def session_entry(session: Session, event: Event, parent: Entry, hours: Hours | None) -> Entry:
    """Return a dated session's entry, a child of the event's."""
    assert session.starts_on
    item = Event(
        starts_on=session.starts_on,
        starts_at=session.starts_at,
        day_part=session.day_part,
        time_zone=event.time_zone,
        status=event.status,
    )
    start, end, mark = span_of(item, hours)
    marks = (pgettext("in a title", "cancelled") if event.status == Status.CANCELLED else "", mark)
    speakers = gettext("Speakers: %s") % "、".join(one.name for one in session.speakers.all())
    return Entry(
        uid=session.uid,
        title="".join(f"（{mark}）" for mark in marks if mark) + session.name,
        start=start,
        end=end,
        created=event.created_at,
        revised=event.changed_at,
        sequence=event.sequence,
        status=parent.status,
        category=parent.category,
        color=parent.color,
        location=parent.location,
        position=parent.position,
        description=f"{event.name}\n{speakers}" if session.speakers.all() else event.name,
        address=parent.address,
        related=(("PARENT", event.uid),),
    )


def gone_entry(event: Event) -> Entry:
    """Return what stands for an event no longer public: its UID and days, and that it is gone or where it went."""
    first = event.starts_on or event.ends_on or event.previous_starts_on
    if not first:
        raise UnfitValueError(gettext("the event has no date"), gettext("nothing has to be taken back"))
    last = event.ends_on or first
    check_years(first, last)
    survivor = event.replaced_by
    cancelled = pgettext("in a title", "cancelled")
    told = gettext("Merged into: %s") % survivor.name if survivor and survivor.is_public else gettext("Withdrawn")
    return Entry(
        uid=event.uid,
        title=f"（{cancelled}）{told}",
        start=first,
        end=last + ONE_DAY,
        created=event.created_at,
        revised=event.changed_at,
        sequence=event.sequence,
        status="CANCELLED",
    )


def is_home(moment: datetime) -> bool:
    return isinstance(moment.tzinfo, ZoneInfo) and moment.tzinfo.key == HOME


def utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
