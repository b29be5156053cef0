"""A merge keeps what was chosen, both sources and every name; taking it back leaves both as they were."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry

from calendar_app.models import Change, DuplicateCandidate, Event
from calendar_app.review.decisions import Refused, publish
from calendar_app.review.history import face
from calendar_app.review.merging import merge, unmerge
from tests.makers import make_article, make_event, make_fact, make_participation, make_public_event, make_user

pytestmark = pytest.mark.django_db


def make_pair() -> tuple[Event, Event]:
    kept = make_event("防汛工作部署会", make_article())
    gone = make_event("全区防汛工作部署会", make_article(), location="区会议中心", day_part="morning")
    make_participation(kept, "林清远", roles=["speaker"])
    make_participation(gone, "林清远", roles=["attendee"])
    chair = make_participation(gone, "周明", post="副区长", roles=["chair"])
    bulletin = gone.articles.get().bulletin
    make_fact(kept, "name", kept.name, rule="own")
    make_fact(gone, "name", gone.name, rule="others", bulletin=bulletin, spans=[[0, 3]])
    make_fact(gone, "location", gone.location, bulletin=bulletin, spans=[[3, 5]])
    make_fact(gone, "name", "周明", participation=chair, bulletin=bulletin, spans=[[5, 7]])
    return kept, gone


def seen(event: Event) -> tuple[dict[str, Any], list[Any], list[Any]]:
    event = Event.objects.get(pk=event.pk)
    facts = event.facts.order_by("field", "participation").values_list("field", "value", "rule", "spans")
    return face(event), list(facts), list(event.sources.order_by("pk").values_list("article", "primary"))


def test_merge_keeps_chosen_values_sources_and_names() -> None:
    (kept, gone), user = make_pair(), make_user()

    merge(kept, gone, take=frozenset({"location", "when"}), by=user)

    kept, gone = Event.objects.get(pk=kept.pk), Event.objects.get(pk=gone.pk)
    assert (kept.name, kept.location, kept.day_part) == ("防汛工作部署会", "区会议中心", "morning")
    assert [(one.name, one.roles) for one in kept.participations.order_by("order")] == [
        ("林清远", ["speaker"]),
        ("周明", ["chair"]),
    ]
    assert set(kept.articles.all()) > set(gone.articles.all())
    assert kept.facts.get(field="location").spans == [[3, 5]]
    assert kept.facts.get(participation__name="周明").spans == [[5, 7]]
    assert (gone.replaced_by, gone.facts.count()) == (kept, 3)
    assert [(change.event, change.sequence, change.by) for change in Change.objects.order_by("event")] == [
        (kept, 1, user),
        (gone, 1, user),
    ]
    assert LogEntry.objects.count() == 2
    assert DuplicateCandidate.objects.get().decision == "accepted"


@pytest.mark.parametrize("take", [frozenset(), frozenset({"location", "when", "name"})])
def test_unmerge_leaves_both_as_they_were(take: frozenset[str]) -> None:
    kept, gone = make_pair()
    before = seen(kept), seen(gone)

    merge(kept, gone, take=take, by=None)
    unmerge(Event.objects.get(pk=gone.pk), by=None)

    assert (seen(kept), seen(gone)) == before
    assert Event.objects.get(pk=kept.pk).sequence == Event.objects.get(pk=gone.pk).sequence == 2
    assert DuplicateCandidate.objects.get().decision == "rejected"


def test_unmerge_keeps_what_was_changed_since() -> None:
    kept, gone = make_pair()
    merge(kept, gone, take=frozenset({"location"}), by=None)
    Event.objects.filter(pk=kept.pk).update(location="东江会堂")

    unmerge(Event.objects.get(pk=gone.pk), by=None)

    assert Event.objects.get(pk=kept.pk).location == "东江会堂"


def test_merged_event_is_no_longer_public_and_cannot_be_published() -> None:
    kept, gone = make_public_event("东江论坛"), make_public_event("东江发展论坛")

    merge(kept, gone, by=None)

    assert list(Event.objects.public()) == [kept]
    with pytest.raises(Refused):
        publish(gone, by=None)


def test_odd_merges_are_refused() -> None:
    draft, public, other = make_event(), make_public_event(), make_event()
    merge(public, other, by=None)

    for kept, gone in ((draft, draft), (draft, public), (draft, other)):
        with pytest.raises(Refused):
            merge(kept, gone, by=None)
    with pytest.raises(Refused):
        unmerge(draft, by=None)
