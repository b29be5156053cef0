"""What waits for a person, counted for the desk's first page and for a queue that is empty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import template
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from calendar_app.models import CorrectionRequest, Difference, DuplicateCandidate, Event, Fact
from calendar_app.review.queue import waiting
from calendar_app.vocabulary import Decision, ReviewState

register = template.Library()


@dataclass(frozen=True)
class Waiting:
    """One sort of work: what it is called, how much of it there is, and where it is done."""

    name: str
    count: int
    address: str


# The lists in the order of the work: what comes in, what is to be settled, who and where; records last.
WORK = (
    "Bulletin", "Event", "Fact", "DuplicateCandidate", "Difference", "CorrectionRequest", "Person", "Organization",
    "Place", "Series", "Feed", "Article", "Session", "Participation", "Change", "Extraction",
)  # fmt: skip


@register.filter
def by_work(apps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Put the desk's own lists first, in the order of the work; every other app stays as it is."""
    sorted_models = [
        {**app, "models": sorted(app["models"], key=lambda one: place(one["object_name"]))} for app in apps
    ]
    return sorted(sorted_models, key=lambda app: app["app_label"] != "calendar_app")


def place(name: str) -> int:
    return WORK.index(name) if name in WORK else len(WORK)


@register.simple_tag(takes_context=True)
def what_waits(context: dict[str, Any]) -> list[Waiting]:
    """List the work that whoever is signed in may see, in the order in which it is best done."""
    user = context["request"].user
    may_see = [(rows, name, query) for rows, name, query in work() if user.has_perm(permission(rows))]
    return [Waiting(name, rows.count(), list_of(rows) + query) for rows, name, query in may_see]


def work() -> Iterator[tuple[QuerySet[Any], str, str]]:
    undecided = f"?decision__exact={Decision.OPEN}"
    drafts = Event.objects.filter(review_state=ReviewState.DRAFT, replaced_by=None)
    yield waiting(Fact.objects.order_by()), _("doubtful facts"), ""
    yield drafts, _("drafts"), f"?review_state__exact={ReviewState.DRAFT}"
    yield DuplicateCandidate.objects.filter(decision=Decision.OPEN), _("possible duplicates"), undecided
    yield Difference.objects.open(), _("newer readings"), undecided
    yield CorrectionRequest.objects.filter(decision=Decision.OPEN), _("readers’ corrections"), undecided


def permission(rows: QuerySet[Any]) -> str:
    return f"calendar_app.view_{rows.model._meta.model_name}"


def list_of(rows: QuerySet[Any]) -> str:
    return reverse(f"admin:calendar_app_{rows.model._meta.model_name}_changelist")
