"""People and organizations of the API: those of public events, with the names they also go by."""

from __future__ import annotations

import pytest
from django.test import Client

from calendar_app.models import OrganizationAlias, PersonAlias
from tests.makers import make_event, make_organization, make_participation, make_person, make_public_event

pytestmark = pytest.mark.django_db


def test_person_is_told_with_aliases(client: Client) -> None:
    lin = make_person("林清远", slug="lin", disambiguation="区长")
    PersonAlias.objects.create(person=lin, name="林区长")
    make_participation(make_public_event(), "林清远", person=lin)

    told = client.get("/api/people/lin").json()

    assert told == {
        "slug": "lin",
        "name": "林清远",
        "disambiguation": "区长",
        "aliases": ["林区长"],
        "url": "http://127.0.0.1:8000/people/lin/",
    }
    assert client.get("/api/people").json() == {"items": [told], "next": None}


def test_parent_is_told_only_where_it_is_public(client: Client) -> None:
    event = make_public_event()
    city, hidden = make_organization("东江市教育局", slug="city"), make_organization("东江市总工会", slug="union")
    make_participation(make_event(), "东江市总工会", type="organization", organization=hidden)
    for slug, parent in (("district", city), ("branch", hidden), ("city", None)):
        body = city if slug == "city" else make_organization(slug, slug=slug, parent=parent)
        make_participation(event, slug, type="organization", organization=body)

    parents = {each["slug"]: each["parent"] for each in client.get("/api/organizations").json()["items"]}

    assert parents == {"district": "city", "branch": None, "city": None}


def test_names_are_asked_for_in_part_and_by_alias(client: Client) -> None:
    office = make_organization("东江区人民政府办公室", slug="office")
    OrganizationAlias.objects.create(organization=office, name="区府办")
    OrganizationAlias.objects.create(organization=office, name="东江区府办")
    make_participation(make_public_event(), "区府办", type="organization", organization=office)

    found = {
        part: [each["slug"] for each in client.get(f"/api/organizations?name={part}").json()["items"]]
        for part in ("府办", "人民政府", "教育")
    }

    assert found == {"府办": ["office"], "人民政府": ["office"], "教育": []}
