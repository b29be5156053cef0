"""“Something is wrong?”: a form without account or script, and a log that shows outcomes and nobody."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django.fixtures import Settings

from calendar_app.intake.corrections import MOST_A_DAY
from calendar_app.models import CorrectionRequest, Event
from tests.makers import make_event, make_fact, make_participation, make_public_event, make_user

pytestmark = pytest.mark.django_db


def form_of(event: Event) -> str:
    return f"/events/{event.pk}/{event.slug}/correction/"


def make_correction(event: Event, **fields: Any) -> CorrectionRequest:
    plain = {
        "text": "地点写错了吧",
        "contact": "reader@example.com",
        "decision": "corrected",
        "decided_at": timezone.now(),
    }
    return CorrectionRequest.objects.create(event=event, **plain | fields)


def test_every_fact_of_an_event_leads_to_the_form(client: Client) -> None:
    event = make_public_event()
    facts = [make_fact(event, field, "2024-07-25") for field in ("starts_on", "ends_on")]

    page = client.get(event.get_absolute_url()).content.decode()

    assert page.count(f'{event.get_absolute_url()}correction/"') == 1
    assert [page.count(f"/correction/?fact={fact.pk}") for fact in facts] == [1, 1]


def test_form_opens_with_the_fact_chosen(client: Client) -> None:
    event = make_public_event()
    chair = make_participation(event, "林清远", roles=["chair"])
    fact = make_fact(event, "roles", ["chair"], participation=chair)
    make_fact(event, "location", "错的地方", decision="rejected", decided_at=timezone.now())

    page = client.get(f"/en{form_of(event)}?fact={fact.pk}").content.decode()

    assert f'<option value="{fact.pk}" selected>林清远 · roles: Chair</option>' in page
    assert "错的地方" not in page
    assert 'name="csrfmiddlewaretoken"' in page
    assert '<meta name="robots" content="noindex">' in page


def test_what_is_sent_lands_with_the_reviewers(client: Client) -> None:
    event = make_public_event("防汛会")
    fact = make_fact(event, "location", "会议中心")

    answer = client.post(form_of(event), {"fact": fact.pk, "text": "应为区委党校", "contact": "reader@example.com"})

    kept = CorrectionRequest.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, "/corrections/thanks/")
    assert (kept.event, kept.fact, kept.text, kept.contact) == (event, fact, "应为区委党校", "reader@example.com")
    client.force_login(make_user(is_staff=True, is_superuser=True))
    assert "应为区委党校" in client.get("/admin/calendar_app/correctionrequest/").content.decode()


def test_form_needs_its_token() -> None:
    event = make_public_event()

    answer = Client(enforce_csrf_checks=True).post(form_of(event), {"text": "不对"})

    assert (answer.status_code, CorrectionRequest.objects.count()) == (403, 0)


def test_machine_that_fills_in_everything_is_not_heard(client: Client) -> None:
    answer = client.post(form_of(make_public_event()), {"text": "buy", "website": "https://spam.example"})

    assert (answer.status_code, CorrectionRequest.objects.count()) == (302, 0)


def test_empty_text_and_another_events_fact_are_refused(client: Client) -> None:
    event, other = make_public_event(), make_fact(make_public_event(), "name", "别的会")

    answers = [client.post(form_of(event), sent) for sent in ({"text": " "}, {"text": "不对", "fact": other.pk})]

    assert [answer.status_code for answer in answers] == [422, 422]
    assert 'role="alert"' in answers[0].content.decode()
    assert CorrectionRequest.objects.count() == 0


def test_too_many_from_one_address_are_told_to_come_again(client: Client) -> None:
    event = make_public_event()

    answers = [client.post(form_of(event), {"text": f"第{n}处"}).status_code for n in range(MOST_A_DAY + 1)]

    assert answers == [302] * MOST_A_DAY + [429]


@pytest.mark.parametrize(("believed", "kept"), [(("HTTP_X_FORWARDED_PROTO", "https"), 2), (None, 1)])
def test_proxy_is_believed_only_where_one_is_set(
    client: Client, settings: Settings, believed: tuple[str, str] | None, kept: int
) -> None:
    settings.SECURE_PROXY_SSL_HEADER = believed
    event = make_public_event()

    for address in ("192.0.2.1", "192.0.2.2"):
        client.post(form_of(event), {"text": "不对"}, headers={"X-Real-IP": address})

    assert CorrectionRequest.objects.values("sender").distinct().count() == kept


def test_event_that_is_not_public_takes_no_corrections(client: Client) -> None:
    hidden = make_event()

    assert [client.get(form_of(hidden)).status_code, client.post(form_of(hidden), {"text": "不对"}).status_code] == [
        404,
        404,
    ]


def test_log_shows_outcomes_and_nobody(client: Client) -> None:
    event = make_public_event("防汛会")
    make_correction(event, fact=make_fact(event, "location", "会议中心"), outcome="地点已改为区委党校。")
    make_correction(event, decision="open", text="还没有看的话")
    make_correction(make_event("撤回的会", review_state="withdrawn"), outcome="撤回的会已撤回。")

    page = client.get("/corrections/").content.decode()

    assert "防汛会" in page
    assert "地点已改为区委党校。" in page
    assert [word for word in ("地点写错了吧", "reader@example.com", "还没有看的话", "撤回的会") if word in page] == []


def test_decision_in_the_admin_brings_it_into_the_log(client: Client) -> None:
    correction = make_correction(make_public_event("防汛会"), decision="open", decided_at=None)
    client.force_login(make_user(is_staff=True, is_superuser=True))

    client.post(
        f"/admin/calendar_app/correctionrequest/{correction.pk}/change/",
        {"decision": "corrected", "outcome": "已改。"},
    )

    correction.refresh_from_db()
    assert correction.decided_at is not None
    assert "已改。" in Client().get("/corrections/").content.decode()


def test_three_entries_cost_the_queries_of_one(client: Client) -> None:
    counts = []
    for _ in range(2):
        event = make_public_event()
        make_correction(event, fact=make_fact(event, "location", "会议中心"))
        with CaptureQueriesContext(connection) as asked:
            client.get("/corrections/")
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_what_is_missing_is_told_as_each_language_writes_it(client: Client) -> None:
    address = form_of(make_public_event())

    chinese, english = (client.post(prefix + address, {"text": ""}).content.decode() for prefix in ("", "/en"))

    assert '<a href="#id_text">错在哪里，应当是什么</a>：这个字段是必填项。' in chinese
    assert '<a href="#id_text">What is wrong, and what is right</a>: This field is required.' in english
    assert "：" not in english
