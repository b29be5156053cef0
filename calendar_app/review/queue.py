"""The queue of doubtful facts, the most valuable to settle first."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from urllib.parse import parse_qs

from django.db.models import Case, ExpressionWrapper, F, FloatField, Q, QuerySet, Value, When

from calendar_app.models import Fact, Feed
from calendar_app.models.facts import DOUBTFUL_BELOW
from calendar_app.vocabulary import Decision, Kind, ReviewState

WEEK, MONTH, YEAR = timedelta(7), timedelta(31), timedelta(366)
DOUBT, NEARNESS, READERS = 4.0, 1.0, 1.0  # how much each part can add to a fact's worth


def waiting(facts: QuerySet[Fact]) -> QuerySet[Fact]:
    """Return, of the facts given, the doubtful ones of drafts, in no order."""
    drafts = Q(event__review_state=ReviewState.DRAFT, event__replaced_by=None)
    return facts.filter(drafts, decision=Decision.OPEN, confidence__lt=DOUBTFUL_BELOW)


def queue(today: date, facts: QuerySet[Fact]) -> QuerySet[Fact]:
    """Return, of the facts given, the doubtful ones of drafts, those of most `worth` first.

    They are unsure, near in time, and in many readers' feeds. Worth is 0 to 6: 4 × (1 − confidence), up to 1 for an
    event of this week down to 0 for one over a year away or undated, and the share of feeds asking for its kind.
    """
    worth = DOUBT * (Value(1.0) - F("confidence")) + nearness(today) + readers()
    return waiting(facts).annotate(worth=ExpressionWrapper(worth, FloatField())).order_by("-worth", "pk")


def nearness(today: date) -> Case:
    def within(span: timedelta) -> Q:
        return Q(event__starts_on__gte=today - span, event__starts_on__lte=today + span)

    steps = ((WEEK, 1.0), (MONTH, 0.7), (YEAR, 0.3))
    return Case(
        *(When(within(span), then=Value(NEARNESS * near)) for span, near in steps),
        default=Value(0.0),
        output_field=FloatField(),
    )


def readers() -> Case | Value:
    """Weigh an event's kind by the share of saved feeds that ask for it."""
    asked: Counter[str] = Counter()
    queries = list(Feed.objects.filter(revoked_at=None).values_list("query", flat=True))
    for query in queries:
        asked.update(parse_qs(query).get("kind") or [kind.value for kind in Kind])
    if not asked:
        return Value(0.0, output_field=FloatField())
    shares = (When(event__kind=kind, then=Value(READERS * count / len(queries))) for kind, count in asked.items())
    return Case(*shares, default=Value(0.0), output_field=FloatField())
