"""No public address shows anything of an event that is not approved, however it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, reverse

from calendar_app.models import (
    Bulletin,
    Event,
    EventRelation,
    EventSource,
    OrganizationAlias,
    PersonAlias,
    Place,
    Series,
    SeriesMembership,
    Session,
)
from calendar_app.urls import for_machines, for_readers
from tests.makers import (
    make_article,
    make_event,
    make_fact,
    make_organization,
    make_participation,
    make_person,
    make_public_event,
)

pytestmark = pytest.mark.django_db

PUBLISHED = "2024-08-01T00:00:00+08:00"
STATES = {
    "draft": {"review_state": "draft"},
    "rejected": {"review_state": "rejected"},
    "withdrawn": {"review_state": "withdrawn", "published_at": PUBLISHED},
    "merged": {"review_state": "approved", "published_at": PUBLISHED},
}
# One real value for everything that an address can hold; an address with a new part fails until it is named here.
ADDRESS_PARTS = {
    "plot": ["months", "organizers", "roles"],
    "year": ["2024"],
    "month": ["07"],
    "week": ["30"],
    "kind": ["meeting", "training"],
    "suffix": ["ics", "atom"],
    "number": ["1"],
    "token": ["a" * 43],  # what nobody was given; a private feed is for its holder
    "subjects": ["organizations", "people", "places", "series"],
}


def mark(state: str, what: str) -> str:
    return f"{state}的{what}不可见"


def make_hidden(state: str, shown: Event) -> None:
    """Make an event of a state in which everything that can be told of one bears its mark."""
    article = make_article(headline=mark(state, "标题"))
    fields = STATES[state] | ({"replaced_by": shown} if state == "merged" else {})
    place = Place.objects.create(name=mark(state, "地点"), slug=f"place-{state}")
    event = make_event(
        mark(state, "事件"),
        article,
        summary=mark(state, "摘要"),
        location=mark(state, "会场"),
        place=place,
        **fields,
    )
    person = make_person(name=mark(state, "人物"), slug=f"person-{state}")
    body = make_organization(name=mark(state, "机构"), slug=f"organization-{state}")
    PersonAlias.objects.create(person=person, name=mark(state, "人物别名"))
    OrganizationAlias.objects.create(organization=body, name=mark(state, "机构别名"))
    series = Series.objects.create(name=mark(state, "系列"), slug=f"series-{state}")
    SeriesMembership.objects.create(series=series, event=event)
    EventRelation.objects.create(from_event=event, to_event=shown, type="follows")
    EventRelation.objects.create(from_event=shown, to_event=event, type="part_of")
    Session.objects.create(event=event, order=0, name=mark(state, "讲座"))
    make_participation(event, person.name, person=person, post=mark(state, "职务"), roles=["chair"])
    make_participation(event, body.name, organization=body, type="organization", roles=["organizer"])
    make_fact(event, "name", event.name, bulletin=article.bulletin, spans=[[0, 4]])


@pytest.fixture
def shown() -> Event:
    """A public event with everything, among hidden ones in every state."""
    article = make_article()
    place = Place.objects.create(name="会议中心", slug="place-public")
    event = make_public_event("公开的工作会议", article, place=place)
    person, body = make_person(slug="person-public"), make_organization(slug="organization-public")
    series = Series.objects.create(name="工作会议", slug="series-public")
    SeriesMembership.objects.create(series=series, event=event, ordinal=2)
    make_participation(event, person.name, person=person, roles=["chair"])
    make_participation(event, body.name, organization=body, type="organization", roles=["organizer"])
    make_fact(event, "name", event.name, bulletin=article.bulletin, spans=[[0, 4]])
    for state in STATES:
        make_hidden(state, event)
    EventSource.objects.create(event=make_event(mark("draft", "同文事件")), article=article)
    return event


def patterns(found: list[URLPattern | URLResolver], namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in found:
        if isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}", pattern
        else:
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from patterns(pattern.url_patterns, namespace + inner)


def addresses() -> Iterator[str]:
    """Every public address, of public and of hidden things alike."""
    models = {"event": Event, "bulletin": Bulletin}
    slugs = ["public", *STATES]
    for name, pattern in [*patterns(for_machines), *patterns(for_readers, "calendar:")]:
        parts = list(pattern.pattern.regex.groupindex)
        choices: list[dict[str, str]] = [{}]
        for part in parts:
            if part in ("pk", "id"):
                model = next((models[each] for each in models if each in name), Event)
                values = [str(pk) for pk in model.objects.values_list("pk", flat=True)]
            elif part == "slug":
                values = [f"{each}-{slug}" for each in ("person", "organization", "place", "series") for slug in slugs]
                values += ["-"] if "event" in name else []
            else:
                values = ADDRESS_PARTS[part]
            choices = [choice | {part: value} for choice in choices for value in values]
        yield from (reverse(name, kwargs=choice) for choice in choices)


def test_nothing_unapproved_is_public_at_any_address(client: Client, shown: Event) -> None:
    asked = set(addresses())
    asked |= {f"/en{address}" for address in asked if address.endswith("/")}
    asked |= {f"/{index}/?q={state}" for state in STATES for index in ("events", "people", "organizations")}
    asked |= {f"/events/?person=person-{state}&organization=organization-{state}" for state in STATES}
    asked |= {f"/feeds/events.ics?{one}={one}-{state}" for state in STATES for one in ("person", "place", "series")}
    asked |= {f"/calendar/2024/07/?place=place-{state}" for state in STATES}

    answers = {address: client.get(address) for address in asked}
    leaks = {address for address, answer in answers.items() if "不可见" in answer.getvalue().decode("utf-8", "replace")}

    assert {answer.status_code for answer in answers.values()} <= {200, 301, 302, 404}
    assert leaks == set()
    assert "公开的工作会议" in answers["/events/"].content.decode()
    assert date(2024, 7, 25).isoformat() in answers["/calendar/2024/07/"].content.decode()
