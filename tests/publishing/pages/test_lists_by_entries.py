"""Lists that search's entries answer by themselves hold what the filters ask, in the order of all lists."""

from __future__ import annotations

from datetime import date, time

import pytest

from calendar_app.models import Event
from calendar_app.publishing.filters import Filters
from calendar_app.publishing.pages.events import entries_of, found_by
from tests.makers import make_event, make_participation, make_public_event

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("query", "many"),
    [
        ("status=cancelled", 6),
        ("mode=online&mode=mixed", 7),
        ("role=chair", 5),
        ("role=chair&status=held&kind=training", 1),
    ],
)
def test_lists_are_those_of_the_filters_in_their_order(query: str, many: int) -> None:
    day = {"starts_on": date(2024, 7, 25), "ends_on": date(2024, 7, 25)}
    shapes = (
        [day | {"starts_at": at} for at in (time(9, 30), None, time(9), time(14))]
        + [{"starts_on": None, "ends_on": None}, {"starts_on": None}]
        + [{"starts_on": date(2024, 7, 1), "ends_on": date(2024, 8, 1)}]
    )
    for number, shape in enumerate(shapes):
        status, mode = ("held" if number == 3 else "cancelled"), ("online" if number % 2 else "mixed")
        kind = "training" if number in (3, 4) else "meeting"
        event = make_public_event("防汛会", status=status, attendance_mode=mode, kind=kind, **shape)
        make_participation(event, "林清远", roles=["chair", "speaker"] if number < 5 else ["attendee"])
    make_participation(make_event(status="cancelled", attendance_mode="online"), "林清远", roles=["chair"])
    make_public_event()
    filters, public = Filters.read(query), Event.objects.public()

    found, is_near = found_by(filters, public)

    assert entries_of(filters) is not None
    assert found[:] == list(filters.ask(public).latest_first().values_list("pk", flat=True))
    assert (len(found), found[1:3], is_near) == (many, found[:][1:3], False)
