"""Events in the stock admin: their source sentences, decisions as actions, and what a saved form leaves behind."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from calendar_app.models import Change, Event, Fact
from tests.makers import (
    make_article,
    make_bulletin,
    make_event,
    make_fact,
    make_participation,
    make_public_event,
)

pytestmark = pytest.mark.django_db
LIST = "/admin/calendar_app/event/"
TEXT = "天气晴好。7月25日上午，东江区召开防汛工作部署会。会后大家去了江边。"


def act(client: Client, action: str, *events: Event, **also: str) -> Any:
    chosen = {"action": action, "_selected_action": [str(event.pk) for event in events]}
    return client.post(LIST, chosen | also, follow=True)


def filled(client: Client, event: Event) -> dict[str, Any]:
    """Return what the event's form would send if nobody touched it."""
    context = client.get(f"{LIST}{event.pk}/change/").context
    forms = [context["adminform"].form]
    for inline in context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    sent: dict[str, Any] = {}
    for form in forms:
        for bound in form:
            value = bound.value()
            sent[bound.html_name] = value if value is not None else ""
    return {name: value for name, value in sent.items() if value is not False}


def test_form_shows_source_sentence_with_facts_marked(admin_client: Client) -> None:
    bulletin = make_bulletin(TEXT)
    event = make_event("防汛工作部署会", make_article(bulletin, headline="防汛部署"))
    make_fact(event, "starts_on", "2024-07-25", bulletin=bulletin, spans=[[5, 10]], rule="month-day", confidence=0.9)

    page = admin_client.get(f"/en/admin/calendar_app/event/{event.pk}/change/").content.decode()

    assert (
        '<mark class="mark mark-when" title="starts on · 2024-07-25 · month-day · 90%">7月25日</mark>上午，东江区召开'
        in page
    )
    assert "天气晴好" not in page


def test_publish_action_publishes_at_once_what_is_sure(admin_client: Client) -> None:
    events = [make_event(), make_event()]

    act(admin_client, "publish_chosen", *events)

    assert set(Event.objects.public()) == set(events)
    assert Change.objects.count() == LogEntry.objects.count() == 2


def test_publish_action_asks_about_doubts_first(admin_client: Client) -> None:
    event = make_event()
    make_fact(event, "location", "东江礼堂", confidence=0.5)

    asked = act(admin_client, "publish_chosen", event).content.decode()
    before = Event.objects.public().count()
    act(admin_client, "publish_chosen", event, confirmed="yes", reason="现场核对过")

    assert "地点（原文）: 东江礼堂 (50%)" in asked
    assert (before, Event.objects.public().count()) == (0, 1)
    assert Change.objects.get().reason == "现场核对过"


def test_reject_and_withdraw_ask_for_a_reason(admin_client: Client) -> None:
    draft, public = make_event(), make_public_event()

    act(admin_client, "reject_chosen", draft, confirmed="yes", reason="不是活动")
    act(admin_client, "withdraw_chosen", public, confirmed="yes", reason="来源有误")

    states = list(Event.objects.order_by("pk").values_list("review_state", flat=True))
    assert states == ["rejected", "withdrawn"]
    assert list(Change.objects.order_by("pk").values_list("reason", flat=True)) == ["不是活动", "来源有误"]


def test_refused_decision_says_why_and_the_rest_goes_on(admin_client: Client) -> None:
    public, draft = make_public_event("东江论坛"), make_event()

    page = act(admin_client, "publish_chosen", public, draft).content.decode()

    assert "东江论坛" in page
    assert draft in Event.objects.public()


def test_saved_form_of_a_public_event_is_one_revision(admin_client: Client) -> None:
    event = make_public_event("东江论坛")
    make_participation(event, "林清远", roles=["speaker"])
    make_fact(event, "name", "东江论坛", confidence=0.9)
    sent = filled(admin_client, event) | {"name": "东江发展论坛", "participations-0-post": "区长"}

    response = admin_client.post(f"{LIST}{event.pk}/change/", sent)

    assert response.status_code == 302
    change = Change.objects.get()
    assert (change.sequence, set(change.after)) == (1, {"name", "participants"})
    assert change.before["name"] == "东江论坛"
    settled = Fact.objects.values_list("field", "value", "decision", "basis").order_by("field")
    assert list(settled) == [
        ("name", "东江发展论坛", "corrected", "reviewer"),
        ("post", "区长", "corrected", "reviewer"),
    ]


def test_saved_form_of_a_draft_keeps_before_and_after_in_history(admin_client: Client) -> None:
    event = make_event("东江论坛")
    sent = filled(admin_client, event) | {"name": "东江发展论坛"}

    admin_client.post(f"{LIST}{event.pk}/change/", sent)

    assert Change.objects.count() == 0
    assert "名称: 东江论坛 → 东江发展论坛" in LogEntry.objects.values_list("change_message", flat=True)


def test_untouched_form_changes_nothing(admin_client: Client) -> None:
    event = make_public_event()
    make_participation(event, "林清远", roles=["speaker"])

    admin_client.post(f"{LIST}{event.pk}/change/", filled(admin_client, event))

    event.refresh_from_db()
    assert (event.sequence, Change.objects.count(), Fact.objects.count()) == (0, 0, 0)
