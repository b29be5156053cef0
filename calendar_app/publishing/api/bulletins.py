"""Bulletins that public events cite, with their articles and, one by one, their text."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_noop as _
from ninja import Router

from calendar_app.formats.event_json import bulletin_fields
from calendar_app.formats.shapes import BulletinJson, BulletinWithText
from calendar_app.models import Article, Bulletin, Event
from calendar_app.publishing.api.asking import PAGING, read
from calendar_app.publishing.api.describing import asks
from calendar_app.publishing.api.listing import listed
from calendar_app.publishing.api.paging import BY_NUMBER, Page

router = Router(tags=["bulletins"])


def public_bulletins() -> QuerySet[Bulletin]:
    events = Prefetch("events", Event.objects.public().order_by("pk"), to_attr="public_events")
    return Bulletin.objects.public().prefetch_related(
        Prefetch("articles", Article.objects.order_by("order").prefetch_related(events))
    )


def without_text(bulletin: Bulletin, site: str) -> BulletinJson:
    return BulletinJson(**bulletin_fields(bulletin, site))


@router.get("/bulletins", response=Page[BulletinJson], summary=_("Bulletins"), openapi_extra=asks(*PAGING))
def bulletins(request: HttpRequest) -> dict[str, Any]:
    asked = read(request, *PAGING)
    return listed(request, public_bulletins().defer("text"), BY_NUMBER, asked, without_text)


@router.get("/bulletins/{int:id}", response=BulletinWithText, summary=_("One bulletin, with its text"))
def bulletin(request: HttpRequest, id: int) -> BulletinWithText:
    read(request)
    found = get_object_or_404(public_bulletins(), pk=id)
    return BulletinWithText(**bulletin_fields(found, settings.PUBLIC_URL), text=found.text)
