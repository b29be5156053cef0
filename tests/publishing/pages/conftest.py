"""The addresses of pages of every sort, with an event that has everything."""

from __future__ import annotations

from datetime import date

import pytest

from calendar_app.models import Place, Series, SeriesMembership
from tests.makers import (
    make_article,
    make_bulletin,
    make_fact,
    make_organization,
    make_participation,
    make_person,
    make_public_event,
)

PAGES = [
    "/",
    "/calendar/2024/",
    "/calendar/2024/07/",
    "/calendar/2024/week/30/",
    "/events/",
    "/events/?kind=training&q=无",
    "/people/",
    "/people/chen/",
    "/organizations/",
    "/organizations/fagaiwei/",
    "/places/",
    "/places/hall/",
    "/series/",
    "/series/awards/",
    "/bulletins/",
    "/statistics/",
]


@pytest.fixture
def pages() -> list[str]:
    """The addresses of one page of each sort, in both languages, with an event that has everything."""
    bulletin = make_bulletin("7月25日，东江区防汛会在会议中心举行，陈望舒主持。")
    hall = Place.objects.create(name="会议中心", slug="hall")
    event = make_public_event("防汛会", make_article(bulletin), place=hall, ends_on=date(2024, 7, 26))
    SeriesMembership.objects.create(series=Series.objects.create(name="防汛", slug="awards"), event=event, ordinal=3)
    chen = make_participation(
        event, "陈望舒", person=make_person(name="陈望舒", slug="chen"), post="区长", roles=["chair"]
    )
    body = make_organization(slug="fagaiwei")
    make_participation(event, "东江区", type="organization", organization=body, roles=["organizer"])
    make_fact(event, "name", "陈望舒", participation=chen, bulletin=bulletin, spans=[[20, 23]])
    found = [*PAGES, event.get_absolute_url(), bulletin.get_absolute_url(), "/nothing/here/"]
    return [*found, *(f"/en{page}" for page in found)]
