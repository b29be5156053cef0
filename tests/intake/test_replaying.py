"""A newer extractor rewrites untouched drafts and only proposes where a person has decided."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from calendar_app.extraction import VERSION, read
from calendar_app.extraction.document import Document, Span
from calendar_app.extraction.finding import Cited, Finding, FoundArticle, Participant, Relation, Session
from calendar_app.extraction.finding import Extraction as Found
from calendar_app.intake.drafting import draft
from calendar_app.intake.replaying import replay
from calendar_app.intake.storing import Given, new_bulletin, save, store
from calendar_app.models import Bulletin, Difference, Event, Extraction, Fact
from calendar_app.review.decisions import publish, reject
from calendar_app.review.settling import accept, correct, turn_down
from calendar_app.vocabulary import Decision

pytestmark = pytest.mark.django_db

TEXT = "7月2日下午，东江区召开防汛工作部署会。区长林清远主持，区水务局局长郑海宁汇报。会后举行防汛演练。"


def cited(quote: str) -> list[Cited]:
    start = TEXT.index(quote)
    return [Cited(Span(start, start + len(quote)), "some-rule")]


def meeting(day_part: str = "afternoon", *more: Participant) -> Finding:
    chair = Participant("person", "林清远", "区长", ["chair"], {"name": cited("林清远")})
    return Finding(
        "meeting", "防汛工作部署会", "2026-07-02", "2026-07-02", day_part=day_part, participants=[chair, *more],
        evidence={"name": cited("防汛工作部署会")},
    )  # fmt: skip


def found(*events: Finding) -> Found:
    article = FoundArticle("防汛部署", None, None, Span(0, len(TEXT)), list(events))
    return Found(TEXT, Document(TEXT).sha256, "2026-07-03", "given", articles=[article])


def first_run(*events: Finding) -> list[Event]:
    drafts = draft(new_bulletin(Document(TEXT), Given(), found(*events)), found(*events))
    save(drafts, Extraction(version="1", seconds=0.1))
    return list(Event.objects.order_by("pk"))


def next_run(*events: Finding, version: str = "2") -> int:
    drafts = draft(new_bulletin(Document(TEXT), Given(), found(*events)), found(*events))
    return replay(drafts, Extraction(version=version, seconds=0.1))


def reviewer() -> User:
    return User.objects.create_user("reviewer")


def fact(event: Event, field: str) -> Fact:
    return event.facts.get(field=field, session=None, participation=None)


def open_differences() -> list[tuple[object, ...]]:
    return [(one.field, one.kept, one.value) for one in Difference.objects.open()]


def test_untouched_draft_takes_the_new_reading_and_keeps_its_identity() -> None:
    [before] = first_run(meeting("morning"))
    reporter = Participant("person", "郑海宁", "区水务局局长", ["speaker"])

    left = next_run(meeting("afternoon", reporter))

    [after] = Event.objects.all()
    assert (after.pk, after.uid, after.created_at) == (before.pk, before.uid, before.created_at)
    assert after.day_part == fact(after, "day_part").value == "afternoon"
    assert [one.name for one in after.participations.all()] == ["林清远", "郑海宁"]
    assert [source.primary for source in after.sources.all()] == [True]
    assert (left, open_differences()) == (0, [])
    assert Bulletin.objects.get().articles.count() == 1
    assert sorted(run.version for run in Extraction.objects.all()) == ["1", "2"]


def test_events_read_only_now_become_drafts_and_untouched_ones_read_no_more_go() -> None:
    first_run(meeting(), Finding("ceremony", "防汛物资交接", "2026-07-09"))
    drill = Finding("activity", "防汛演练", "2026-07-02", "2026-07-02", relations=[Relation("follows", 0)])

    next_run(meeting(), drill)

    assert [event.name for event in Event.objects.order_by("pk")] == ["防汛工作部署会", "防汛演练"]
    assert [one.to_event.name for one in Event.objects.get(name="防汛演练").relations.all()] == ["防汛工作部署会"]
    assert {event.review_state for event in Event.objects.all()} == {"draft"}


def test_decided_fact_is_locked_and_the_newer_reading_stands_beside_it() -> None:
    [event] = first_run(meeting("afternoon"))
    correct(fact(event, "day_part"), "morning", by=reviewer())

    left = next_run(meeting("evening"))

    event.refresh_from_db()
    assert event.day_part == fact(event, "day_part").value == "morning"
    assert left == 1
    assert open_differences() == [("day_part", "morning", "evening")]
    [difference] = Difference.objects.all()
    assert (difference.event, difference.extraction.version) == (event, "2")


def test_public_event_stays_as_it_is() -> None:
    [event] = first_run(meeting())
    publish(event, by=None)
    newer = Participant("person", "郑海宁", "区水务局局长", ["speaker"])

    next_run(meeting("evening", newer), Finding("activity", "防汛演练", "2026-07-02"))

    event.refresh_from_db()
    person = {"type": "person", "name": "郑海宁", "post": "区水务局局长", "roles": ["speaker"]}
    assert (event.day_part, event.participations.count(), event.sequence) == ("afternoon", 1, 1)
    assert open_differences() == [("day_part", "afternoon", "evening"), ("participation", None, person)]
    assert [one.name for one in Event.objects.public()] == ["防汛工作部署会"]


def test_the_same_reading_leaves_no_difference() -> None:
    lecture = Session("汛情", "lecture", "2026-07-02", "15:00", None, ["林清远"])
    timed = meeting()
    timed.starts_at, timed.sessions = "14:30", [lecture]
    [event] = first_run(timed)
    accept(fact(event, "name"), by=reviewer())

    assert next_run(timed) == 0
    assert Event.objects.get().sessions.get().speakers.get().name == "林清远"


def test_difference_answered_once_is_not_raised_again() -> None:
    [event] = first_run(meeting("morning"))
    accept(fact(event, "day_part"), by=reviewer())
    next_run(meeting("evening"))
    Difference.objects.update(decision=Decision.REJECTED, decided_at=timezone.now())

    next_run(meeting("evening"), version="3")
    assert open_differences() == []

    next_run(meeting("noon"), version="4")
    assert open_differences() == [("day_part", "morning", "noon")]


def test_difference_that_a_later_reading_no_longer_has_goes() -> None:
    [event] = first_run(meeting("morning"))
    accept(fact(event, "day_part"), by=reviewer())
    next_run(meeting("evening"))

    next_run(meeting("morning"), version="3")

    assert open_differences() == []


def test_rejected_event_stays_rejected_and_is_not_found_again() -> None:
    [event] = first_run(meeting())
    reject(event, by=None)

    next_run(meeting("evening"))

    assert [(one.pk, one.review_state) for one in Event.objects.all()] == [(event.pk, "rejected")]
    assert open_differences() == []


def test_participant_taken_out_or_renamed_by_a_reviewer_is_not_proposed() -> None:
    other = Participant("person", "郑海宁", "区水务局局长", ["speaker"], {"name": cited("郑海宁")})
    [event] = first_run(meeting("afternoon", other))
    by, [chair, reporter] = reviewer(), event.participations.all()
    turn_down(reporter.facts.get(field="name"), by=by)
    spans = chair.facts.get(field="name").spans
    correct(chair.facts.get(field="name"), "林清源", by=by, spans=spans)

    assert next_run(meeting("afternoon", other)) == 0


def test_decided_event_read_no_more_stays() -> None:
    [event] = first_run(meeting())
    publish(event, by=None)

    next_run(Finding("training", "河长制专题培训班", "2026-06-01"))

    assert [one.name for one in Event.objects.public()] == ["防汛工作部署会"]


def test_store_reads_anew_what_an_older_extractor_read_and_only_once() -> None:
    document = read(TEXT.encode(), "a.txt")
    store(document, Given(date(2026, 7, 3)))
    uids = set(Event.objects.values_list("uid"))
    Extraction.objects.update(version="0")

    anew = store(document, Given(date(2020, 1, 1)))
    again = store(document)

    assert (anew.is_new, anew.differences, again.differences) == (False, 0, None)
    assert set(Event.objects.values_list("uid")) == uids
    assert Bulletin.objects.get().published_on == date(2026, 7, 3)
    assert {run.version for run in Extraction.objects.all()} == {"0", VERSION}
