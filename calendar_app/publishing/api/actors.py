"""People and organizations that take part in public events."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_noop as _
from ninja import Router

from calendar_app.formats.event_json import organization_json, person_json
from calendar_app.formats.shapes import OrganizationJson, PersonJson
from calendar_app.models import Organization, Person
from calendar_app.publishing.api.asking import PAGING, read
from calendar_app.publishing.api.describing import asks
from calendar_app.publishing.api.listing import listed
from calendar_app.publishing.api.paging import BY_NUMBER, Page

LISTED = ("name", *PAGING)
router = Router(tags=["people and organizations"])


def public_people() -> QuerySet[Any]:
    people: QuerySet[Any] = Person.objects.public()
    return people.prefetch_related("aliases")


def public_organizations() -> QuerySet[Any]:
    """Organizations with the body above, as far as that one is public too."""
    above = Prefetch("parent", Organization.objects.public())
    bodies: QuerySet[Any] = Organization.objects.public()
    return bodies.prefetch_related("aliases", above)


def named(actors: Any, part: str) -> Any:
    return actors.called_like(part) if part else actors


@router.get("/people", response=Page[PersonJson], summary=_("People"), openapi_extra=asks(*LISTED))
def people(request: HttpRequest) -> dict[str, Any]:
    asked = read(request, *LISTED)
    return listed(request, named(public_people(), asked.words["name"]), BY_NUMBER, asked, person_json)


@router.get("/people/{slug:slug}", response=PersonJson, summary=_("One person"))
def person(request: HttpRequest, slug: str) -> PersonJson:
    read(request)
    return person_json(get_object_or_404(public_people(), slug=slug), settings.PUBLIC_URL)


@router.get("/organizations", response=Page[OrganizationJson], summary=_("Organizations"), openapi_extra=asks(*LISTED))
def organizations(request: HttpRequest) -> dict[str, Any]:
    asked = read(request, *LISTED)
    return listed(request, named(public_organizations(), asked.words["name"]), BY_NUMBER, asked, organization_json)


@router.get("/organizations/{slug:slug}", response=OrganizationJson, summary=_("One organization"))
def organization(request: HttpRequest, slug: str) -> OrganizationJson:
    read(request)
    return organization_json(get_object_or_404(public_organizations(), slug=slug), settings.PUBLIC_URL)
