"""An enormous article is read in stretches, and told as one."""

from __future__ import annotations

from datetime import date

from calendar_app.extraction import extract
from calendar_app.extraction.segmenting import segment, stretches
from calendar_app.extraction.segmenting.stretches import LONGEST
from tests.extraction.test_pipeline import MEETING

TALK = "码头旧时的样子，老人们至今说得出来。"
ENORMOUS = MEETING.splitlines()[0] + "\n" + "".join([MEETING.splitlines()[1], TALK * (LONGEST // len(TALK))] * 3)


def test_an_article_is_one_stretch() -> None:
    (article,) = segment(MEETING).articles

    assert list(stretches(article)) == [article]


def test_stretches_of_an_enormous_article_end_with_a_sentence_and_lose_nothing() -> None:
    (article,) = segment(ENORMOUS).articles

    parts = [part.segment for part in stretches(article)]

    assert len(parts) > 2
    assert "".join(part.text for part in parts) == article.segment.text
    assert {part.text[-1] for part in parts} == {"。"}


def test_an_enormous_article_stays_one_article_with_the_events_of_all_its_stretches() -> None:
    (article,) = extract(ENORMOUS, date(2024, 3, 8)).articles

    assert article.headline == "东港区召开海洋产业链推进会"
    assert [event.name for event in article.events] == ["海洋产业链推进会"] * 3
    assert all(
        ENORMOUS[span.start : span.end] == "海洋产业链推进会"
        for span in (event.evidence["name"][0].span for event in article.events)
    )
