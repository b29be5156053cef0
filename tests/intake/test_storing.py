"""A bulletin is stored once, whole, or not at all."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DataError, IntegrityError

from calendar_app.extraction import VERSION, read
from calendar_app.extraction.document import Document, Span
from calendar_app.extraction.finding import Extraction as Found
from calendar_app.extraction.finding import Finding, FoundArticle, Participant, Relation, Session
from calendar_app.intake.drafting import draft
from calendar_app.intake.storing import Given, counts, new_bulletin, save, store
from calendar_app.models import (
    Article,
    Bulletin,
    Event,
    EventRelation,
    EventSource,
    Extraction,
    Fact,
    Participation,
    Person,
)
from calendar_app.models import Session as StoredSession

TEXT = "东江区召开防汛工作部署会\n7月2日下午，东江区召开防汛工作部署会。区长林清远主持会议并讲话。（来源：区府办）\n"
TABLES = (Bulletin, Article, Event, EventSource, EventRelation, StoredSession, Participation, Fact, Extraction, Person)


def rows() -> dict[str, int]:
    return {model.__name__: model._default_manager.count() for model in TABLES}


def found(*events: Finding) -> Found:
    article = FoundArticle("东江区召开防汛工作部署会", None, None, Span(0, len(TEXT)), list(events))
    return Found(TEXT, Document(TEXT).sha256, "2026-07-03", "given", articles=[article])


def saved(*events: Finding) -> None:
    drafts = draft(new_bulletin(Document(TEXT), Given(), found(*events)), found(*events))
    save(drafts, Extraction(version="1", seconds=0.1, counts=counts(drafts)))


@pytest.mark.django_db
def test_save_writes_all_that_was_drafted() -> None:
    people = [Participant("person", "林清远", "区长", ["chair"]), Participant("group", "各街道")]
    training = Finding(
        "training", "防汛培训班", participants=people, sessions=[Session("汛情", "lecture", speakers=["林清远"])]
    )
    meeting = Finding("meeting", "部署会", "2026-07-02", "2026-07-02", relations=[Relation("follows", 0)])

    saved(training, meeting)

    assert rows() == {
        "Bulletin": 1, "Article": 1, "Event": 2, "EventSource": 2, "EventRelation": 1, "Session": 1,
        "Participation": 2, "Fact": 14, "Extraction": 1, "Person": 1,
    }  # fmt: skip
    lecture = StoredSession.objects.get()
    assert [(one.name, one.person) for one in lecture.speakers.all()] == [("林清远", Person.objects.get())]
    assert Extraction.objects.get().counts == {
        "articles": 1, "events": {"training": 1, "meeting": 1}, "participations": 2, "sessions": 1, "facts": 14,
        "doubtful": 0,
    }  # fmt: skip
    assert not Event.objects.public().exists()


@pytest.mark.django_db
def test_save_that_fails_leaves_nothing() -> None:
    backwards = Finding("meeting", "部署会", "2026-07-02", "2026-07-01")

    with pytest.raises(IntegrityError):
        saved(Finding("training", "培训班", participants=[Participant("person", "林清远")]), backwards)

    assert rows() == dict.fromkeys(rows(), 0)


@pytest.mark.django_db
def test_bulletin_whose_arrival_fails_is_not_there_at_all() -> None:
    def fail(bulletin: Bulletin) -> None:
        assert Event.objects.filter(articles__bulletin=bulletin).exists()
        raise DataError

    with pytest.raises(DataError):
        store(read(TEXT.encode(), "a.txt"), Given(date(2026, 7, 3)), then=fail)

    assert rows() == dict.fromkeys(rows(), 0)


@pytest.mark.django_db
def test_store_keeps_the_text_exactly_and_what_is_given() -> None:
    document = read(TEXT.encode(), "dongjiang.txt")

    stored = store(document, Given(date(2026, 7, 3), "东江信息", "第12期", "https://dongjiang.example/12"))

    bulletin = Bulletin.objects.get()
    assert (stored.bulletin, stored.is_new) == (bulletin, True)
    assert (bulletin.text, bulletin.sha256, bulletin.name) == (TEXT, document.sha256, "dongjiang.txt")
    assert (bulletin.published_on, bulletin.published_on_basis) == (date(2026, 7, 3), "given")
    assert (bulletin.title, bulletin.issue) == ("东江信息", "第12期")
    assert bulletin.source_url == "https://dongjiang.example/12"
    assert [one.version for one in bulletin.extractions.all()] == [VERSION]


@pytest.mark.django_db
def test_store_changes_nothing_for_the_same_text_in_another_encoding() -> None:
    first = store(read(TEXT.encode(), "a.txt"), Given(date(2026, 7, 3)))
    before = rows()

    again = store(read(TEXT.encode("gb18030"), "b.txt"), Given(date(2026, 8, 1), "另一个题目"))

    assert (again.bulletin, again.is_new) == (first.bulletin, False)
    assert rows() == before
    assert Bulletin.objects.get().name == "a.txt"


@pytest.mark.django_db
def test_store_writes_nothing_on_a_dry_run() -> None:
    stored = store(read(TEXT.encode(), "a.txt"), Given(date(2026, 7, 3)), dry_run=True)

    assert stored.is_new
    assert stored.counts["articles"] == 1
    assert rows() == dict.fromkeys(rows(), 0)
