"""Real objects for tests, each with what it needs and nothing more."""

from __future__ import annotations

import hashlib
import itertools
from datetime import date
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from calendar_app.models import Article, Bulletin, Event, EventSource, Fact, Organization, Participation, Person
from calendar_app.vocabulary import PublishedOnBasis, ReviewState

serial = itertools.count(1)


def make_bulletin(text: str = "", **fields: Any) -> Bulletin:
    text = text or f"东江区召开第{next(serial)}次工作会议。"
    fields = {"published_on": date(2024, 7, 31), "published_on_basis": PublishedOnBasis.GIVEN} | fields
    return Bulletin.objects.create(text=text, sha256=hashlib.sha256(text.encode()).hexdigest(), **fields)


def make_article(bulletin: Bulletin | None = None, **fields: Any) -> Article:
    bulletin = bulletin or make_bulletin()
    whole = {"order": bulletin.articles.count(), "start": 0, "end": len(bulletin.text), "headline": bulletin.text[:20]}
    return Article.objects.create(bulletin=bulletin, **whole | fields)


def make_event(name: str = "", article: Article | None = None, **fields: Any) -> Event:
    """Make an event, a draft of 25 July 2024 unless told otherwise."""
    plain = {"kind": "meeting", "starts_on": date(2024, 7, 25), "ends_on": date(2024, 7, 25), "precision": "day"}
    event = Event.objects.create(name=name or f"第{next(serial)}次工作会议", **plain | fields)
    if article:
        EventSource.objects.create(event=event, article=article, primary=True)
    return event


def make_public_event(name: str = "", article: Article | None = None, **fields: Any) -> Event:
    return make_event(name, article, review_state=ReviewState.APPROVED, published_at=timezone.now(), **fields)


def make_person(name: str = "林清远", **fields: Any) -> Person:
    return Person.objects.create(**{"name": name, "slug": f"person-{next(serial)}"} | fields)


def make_organization(name: str = "东江区发展和改革委员会", **fields: Any) -> Organization:
    return Organization.objects.create(**{"name": name, "slug": f"organization-{next(serial)}"} | fields)


def make_participation(event: Event, name: str, **fields: Any) -> Participation:
    plain = {"type": "person", "roles": ["attendee"], "order": event.participations.count()}
    return Participation.objects.create(event=event, name=name, **plain | fields)


def make_user(username: str = "lin", **fields: Any) -> User:
    return User.objects.create_user(username=f"{username}-{next(serial)}", **fields)


def make_fact(event: Event, field: str, value: Any, **fields: Any) -> Fact:
    return Fact.objects.create(event=event, field=field, value=value, **fields)
