"""Our lines say what icalendar's would: any entry, written by both, is equal after parsing."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from calendar_app.formats.content_lines import clean
from calendar_app.formats.entry import HOME, Entry
from calendar_app.formats.ical import vevent
from tests.formats.oracle import component

texts = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0")).map(clean)
moments = st.datetimes(datetime(1900, 1, 1), datetime(2099, 12, 31)).map(lambda moment: moment.replace(microsecond=0))
stamps = moments.map(lambda moment: moment.replace(tzinfo=UTC))
days = st.dates(date(1900, 1, 1), date(2099, 12, 31)).map(lambda day: (day, day + timedelta(days=1)))
hours = st.tuples(moments, st.sampled_from([HOME, "UTC"]), st.booleans()).map(
    lambda drawn: (
        drawn[0].replace(tzinfo=ZoneInfo(drawn[1])),
        drawn[0].replace(tzinfo=ZoneInfo(drawn[1])) + timedelta(hours=1) if drawn[2] else None,
    )
)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    start, end = draw(days | hours)
    return Entry(
        uid=draw(st.uuids().map(str)),
        title=draw(texts),
        start=start,
        end=end,
        created=draw(stamps),
        revised=draw(stamps),
        sequence=draw(st.integers(0, 1000)),
        status=draw(st.sampled_from(["CONFIRMED", "TENTATIVE", "CANCELLED"])),
        is_blocking=draw(st.booleans()),
        category=draw(st.sampled_from(["", "会议", "培训"])),
        color="seagreen",
        location=draw(texts),
        description=draw(texts),
        position=draw(st.sampled_from([None, (31.2, 121.4)])),
        address="https://huili.example/events/1/",
        related=draw(st.sampled_from([(), (("SIBLING", "a1"),)])),
    )


@given(entries())
def test_our_lines_say_what_those_of_icalendar_say(entry: Entry) -> None:
    ours = icalendar.Event.from_ical(vevent(entry))
    theirs = icalendar.Event.from_ical(component(entry).to_ical())

    assert ours == theirs
