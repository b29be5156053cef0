"""The queue in the admin: what waits, its filters, and facts accepted together."""

from __future__ import annotations

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from calendar_app.models import DuplicateCandidate, Fact
from tests.makers import make_event, make_public_event
from tests.tellings import make_telling

pytestmark = pytest.mark.django_db
QUEUE = "/admin/calendar_app/fact/"


def test_queue_shows_what_waits_and_leads_to_the_desk(admin_client: Client) -> None:
    _bulletin, meeting, _training = make_telling()

    page = admin_client.get(QUEUE).content.decode()

    assert f"/event/{meeting.pk}/desk/#event-{meeting.pk}-location" in page
    assert page.count("/desk/#") == 2


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("standing=all", 10),
        ("standing=decided", 0),
        ("field=location", 1),
        ("field=name", 0),
        ("rule=roles-rule", 1),
        ("event__kind__exact=training", 0),
        ("event__kind__exact=meeting", 2),
        ("q=防汛", 2),
        ("bulletin=1e9", 2),
    ],
)
def test_queue_is_filtered(admin_client: Client, query: str, rows: int) -> None:
    make_telling()

    page = admin_client.get(f"{QUEUE}?{query}").content.decode()

    assert page.count("/desk/#") == rows


def test_chosen_facts_are_accepted_with_history(admin_client: Client) -> None:
    make_telling()
    waiting = [fact.pk for fact in Fact.objects.doubtful()]

    admin_client.post(QUEUE, {"action": "accept_chosen", "_selected_action": waiting})

    assert not Fact.objects.doubtful().exists()
    assert LogEntry.objects.count() == 2


def test_empty_queue_leads_to_what_waits_elsewhere(admin_client: Client) -> None:
    make_event()

    page = admin_client.get(QUEUE).content.decode()

    assert "这里没有存疑的事实。" in page
    assert '<a href="/admin/calendar_app/event/?review_state__exact=draft">待审草稿 1</a>' in page


def test_first_page_counts_what_waits(admin_client: Client) -> None:
    _bulletin, meeting, _training = make_telling()
    DuplicateCandidate.objects.create(first=meeting, second=make_public_event(), score=0.9)

    page = admin_client.get("/en/admin/").content.decode()

    waiting = re.findall(r'<li class="(?:some|none)"><a href="/en/admin/calendar_app/([^"]*)">([^<]*)<b>(\d+)', page)
    assert waiting == [
        ("fact/", "Doubtful facts ", "2"),
        ("event/?review_state__exact=draft", "Drafts ", "2"),
        ("duplicatecandidate/?decision__exact=open", "Possible duplicates ", "1"),
        ("difference/?decision__exact=open", "Newer readings ", "0"),
        ("correctionrequest/?decision__exact=open", "Readers’ corrections ", "0"),
    ]


def test_accepting_what_was_decided_before_warns_that_nothing_changed(admin_client: Client) -> None:
    make_telling()
    chosen = list(Fact.objects.doubtful().values_list("pk", flat=True))
    sent = {"action": "accept_chosen", "_selected_action": chosen}

    pages = [admin_client.post(f"{QUEUE}?standing=all", sent, follow=True).content.decode() for _time in range(2)]

    assert '<li class="success">已采纳 2 条事实。</li>' in pages[0]
    assert '<li class="warning">所选事实此前均已裁定，没有任何改动。</li>' in pages[1]
