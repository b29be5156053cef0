"""What was found becomes rows that say the same, each value with a fact."""

from __future__ import annotations

from datetime import date, time

from calendar_app.extraction.document import Span
from calendar_app.extraction.finding import (
    Cited,
    Extraction,
    Finding,
    FoundArticle,
    Participant,
    Relation,
    Session,
)
from calendar_app.intake.drafting import Drafts, draft
from calendar_app.models import Bulletin, Fact
from calendar_app.vocabulary import Basis

TEXT = "7月2日下午，东江区召开防汛工作部署会。区长林清远主持。会后，区水务局局长郑海宁作汛情研判报告。"


def cited(quote: str, rule: str = "some-rule", stated: bool = True, confidence: float = 0.9) -> Cited:
    start = TEXT.index(quote)
    return Cited(Span(start, start + len(quote)), rule, stated, confidence)


def found(*events: Finding) -> Extraction:
    article = FoundArticle("东江区部署防汛", None, "区府办", Span(0, len(TEXT)), list(events))
    return Extraction(TEXT, "0" * 64, "2026-07-03", "given", articles=[article])


def drafts_of(*events: Finding) -> Drafts:
    return draft(Bulletin(text=TEXT), found(*events))


def told(fact: Fact) -> tuple[object, ...]:
    return fact.field, fact.value, fact.quotes, fact.rule, fact.basis, fact.confidence


def test_draft_keeps_every_value_of_an_event() -> None:
    finding = Finding(
        "meeting", "防汛工作部署会", "2026-07-02", "2026-07-02", "14:30", "16:00", "afternoon", "minute", "7月2日下午",
        True, "Asia/Shanghai", "offline", "区防汛指挥部", "held", summary="部署防汛。", confidence=0.7,
    )  # fmt: skip

    drafts = drafts_of(finding)

    event = drafts.events[0]
    assert (event.kind, event.name, event.starts_on, event.ends_on) == (
        "meeting", "防汛工作部署会", date(2026, 7, 2), date(2026, 7, 2),
    )  # fmt: skip
    assert (event.starts_at, event.ends_at, event.day_part) == (time(14, 30), time(16), "afternoon")
    assert (event.precision, event.date_text, event.year_inferred) == ("minute", "7月2日下午", True)
    assert (event.location, event.attendance_mode, event.status) == ("区防汛指挥部", "offline", "held")
    assert (event.summary, event.confidence, event.review_state) == ("部署防汛。", 0.7, "draft")
    assert [(source.event, source.article, source.primary) for source in drafts.sources] == [
        (event, drafts.articles[0], True)
    ]


def test_draft_of_what_is_put_off_keeps_its_first_day_with_a_fact() -> None:
    finding = Finding(
        "meeting", "防汛工作部署会", "2026-07-09", status="postponed", previous_starts_on="2026-07-02",
        evidence={"previous_starts_on": [cited("7月2日", "date-first-planned")]},
    )  # fmt: skip

    drafts = drafts_of(finding)

    assert drafts.events[0].previous_starts_on == date(2026, 7, 2)
    assert told(next(fact for fact in drafts.facts if fact.field == "previous_starts_on"))[:4] == (
        "previous_starts_on", "2026-07-02", ["7月2日"], "date-first-planned",
    )  # fmt: skip


def test_draft_makes_a_fact_of_each_filled_field_and_none_of_an_empty_one() -> None:
    finding = Finding(
        "meeting",
        "防汛工作部署会",
        "2026-07-02",
        evidence={
            "kind": [cited("部署会", "meeting-word")],
            "name": [cited("防汛工作部署会", "held-object")],
            "starts_on": [cited("7月2日", "month-day"), cited("下午", "day-part", stated=False, confidence=0.6)],
        },
    )

    drafts = drafts_of(finding)

    assert [told(fact) for fact in drafts.facts] == [
        ("kind", "meeting", ["部署会"], "meeting-word", Basis.STATED, 0.9),
        ("name", "防汛工作部署会", ["防汛工作部署会"], "held-object", Basis.STATED, 0.9),
        ("starts_on", "2026-07-02", ["7月2日", "下午"], "day-part", Basis.INFERRED, 0.6),
        ("status", "held", [], "", Basis.INFERRED, 1.0),
    ]


def test_doubt_about_an_event_stands_at_its_name() -> None:
    evidence = {"kind": [cited("部署会")], "name": [cited("防汛工作部署会", "held-object")]}

    drafts = drafts_of(Finding("milestone", "防汛工作部署会", evidence=evidence, confidence=0.6))

    assert [(fact.field, fact.rule, fact.confidence) for fact in drafts.facts] == [
        ("kind", "some-rule", 0.9),
        ("name", "held-object", 0.6),
        ("status", "", 1.0),
    ]


def test_draft_keeps_who_took_part_in_printed_order_with_facts() -> None:
    chair = Participant(
        "person",
        "林清远",
        "区长",
        ["chair"],
        {"name": [cited("林清远", "title-name")], "post": [cited("区长")], "chair": [cited("主持", "chair-verb")]},
        confidence=0.75,
    )
    body = Participant("organization", "东江区", None, ["organizer"], {"roles": [cited("召开", "held-subject")]})

    drafts = drafts_of(Finding("meeting", "部署会", participants=[chair, body]))

    rows = [(one.order, one.type, one.name, one.post, one.roles) for one in drafts.participations]
    assert rows == [
        (0, "person", "林清远", "区长", ["chair"]),
        (1, "organization", "东江区", "", ["organizer"]),
    ]
    assert [told(fact) for fact in drafts.facts if fact.participation is drafts.participations[0]] == [
        ("name", "林清远", ["林清远"], "title-name", Basis.STATED, 0.75),
        ("post", "区长", ["区长"], "some-rule", Basis.STATED, 0.75),
        ("roles", ["chair"], ["主持"], "chair-verb", Basis.STATED, 0.75),
    ]
    assert [told(fact) for fact in drafts.facts if fact.participation is drafts.participations[1]] == [
        ("name", "东江区", [], "", Basis.INFERRED, 1.0),
        ("roles", ["organizer"], ["召开"], "held-subject", Basis.STATED, 0.9),
    ]


def test_draft_keeps_the_programme_and_its_speakers() -> None:
    speaker = Participant("person", "郑海宁", "区水务局局长", ["lecturer"])
    report = Session("汛情研判", "report", "2026-07-02", "15:00", "afternoon", ["郑海宁", "无名氏"])
    undated = Session("答疑", "discussion", starts_at="16:00")

    drafts = drafts_of(Finding("meeting", "部署会", participants=[speaker], sessions=[report, undated]))

    rows = [(one.order, one.name, one.kind, one.starts_on, one.starts_at, one.day_part) for one in drafts.sessions]
    assert rows == [
        (0, "汛情研判", "report", date(2026, 7, 2), time(15), "afternoon"),
        (1, "答疑", "discussion", None, None, ""),
    ]
    assert drafts.speakers == [(drafts.participations[0], drafts.sessions[0])]


def test_draft_keeps_a_relation_once_and_none_to_nothing_or_itself() -> None:
    first = Finding("training", "防汛培训班")
    second = Finding("meeting", "部署会", relations=[Relation("follows", 0), Relation("follows", 0)])
    third = Finding("milestone", "汛前完成", relations=[Relation("milestone_of", 2), Relation("part_of", 7)])

    drafts = drafts_of(first, second, third)

    assert [(one.from_event, one.type, one.to_event) for one in drafts.relations] == [
        (drafts.events[1], "follows", drafts.events[0])
    ]


def test_draft_leaves_an_hour_without_a_day_to_its_fact() -> None:
    finding = Finding("meeting", "部署会", starts_at="09:00", ends_at="11:00")

    drafts = drafts_of(finding)

    assert (drafts.events[0].starts_at, drafts.events[0].ends_at) == (None, None)
    assert [(fact.field, fact.value) for fact in drafts.facts][2:4] == [("starts_at", "09:00"), ("ends_at", "11:00")]


def test_draft_cuts_a_wording_to_its_column() -> None:
    drafts = drafts_of(Finding("meeting", "会" * 600))

    assert drafts.events[0].name == "会" * 500
    assert drafts.facts[1].value == "会" * 600
