"""A correction takes its value from words of the text, or is the reviewer's own knowledge."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from calendar_app.models import Event
from tests.admin.test_desk import desk, send
from tests.tellings import TEXT, make_telling, place

pytestmark = pytest.mark.django_db


def test_correction_without_words_is_the_reviewers_knowledge(admin_client: Client) -> None:
    _bulletin, meeting, _training = make_telling()

    send(admin_client, meeting, "location", "correct", value="区会议中心二楼")

    fact = meeting.facts.get(field="location")
    meeting.refresh_from_db()
    assert (fact.decision, fact.basis, fact.spans, meeting.location) == ("corrected", "reviewer", [], "区会议中心二楼")
    assert "地点（原文）: 区会议中心 → 区会议中心二楼" in LogEntry.objects.latest("pk").change_message


def test_correction_with_words_keeps_their_span(admin_client: Client) -> None:
    bulletin, meeting, _training = make_telling()

    send(admin_client, meeting, "location", "correct", value="东江区", quote="东江区在区会议中心")

    fact = meeting.facts.get(field="location")
    assert (fact.value, fact.basis, fact.spans, fact.bulletin) == (
        "东江区",
        "stated",
        [place(TEXT, "东江区在区会议中心")],
        bulletin,
    )


def test_selected_words_become_the_value(admin_client: Client) -> None:
    _bulletin, meeting, _training = make_telling()
    start, end = place(TEXT, "防汛工作部署会")
    article = meeting.articles.get()

    send(admin_client, meeting, "summary", "correct", use="x", article=article.pk, start=start, end=end)

    meeting.refresh_from_db()
    assert meeting.summary == "防汛工作部署会"
    assert meeting.facts.get(field="summary").quotes == ["防汛工作部署会"]


def test_only_what_is_put_off_shows_the_day_before_and_takes_it_from_words(admin_client: Client) -> None:
    _bulletin, meeting, _training = make_telling()
    article, (start, end) = meeting.articles.get(), place(TEXT, "7月25日")

    assert "原定开始日期" not in admin_client.get(desk(meeting)).text
    Event.objects.filter(pk=meeting.pk).update(status="postponed")
    assert "原定开始日期" in admin_client.get(desk(meeting)).text

    words = {"use": "x", "article": article.pk, "start": start, "end": end}
    send(admin_client, meeting, "previous_starts_on", "correct", **words)

    meeting.refresh_from_db()
    assert meeting.previous_starts_on == date(2024, 7, 25)
    assert meeting.facts.get(field="previous_starts_on").quotes == ["7月25日"]


def test_words_of_another_article_are_refused(admin_client: Client) -> None:
    _bulletin, meeting, _training = make_telling()

    send(admin_client, meeting, "location", "correct", value="江边", quote="基层干部培训班")
    start, end = place(TEXT, "吴思源")
    article = meeting.articles.get().pk
    send(admin_client, meeting, "location", "correct", use="x", article=article, start=start, end=end)

    fact = meeting.facts.get(field="location")
    assert (fact.value, fact.decision) == ("区会议中心", "open")
