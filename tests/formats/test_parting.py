"""A long bulletin is cut into parts that together hold all of it, its articles and its facts where they stand."""

from __future__ import annotations

import pytest

from calendar_app.formats.parting import LONGEST, part_asked
from calendar_app.models import Bulletin, Event
from tests.makers import make_article, make_bulletin, make_event, make_fact
from tests.tellings import make_long

pytestmark = pytest.mark.django_db


def names(bulletin: Bulletin, **asked: str) -> list[str]:
    return list(part_asked(bulletin, **asked).events(Event.objects.order_by("pk")).values_list("name", flat=True))


def test_short_bulletin_is_one_part() -> None:
    bulletin = make_long(10, 20)

    part = part_asked(bulletin)

    assert (part.number, part.count, part.start, part.end) == (1, 1, 0, len(bulletin.text))
    assert [(one.article.headline if one.article else None) for one in part.stretches] == [None, "第0则", "第1则"]
    assert (part.previous, part.next) == (None, None)


def test_parts_hold_the_whole_text_in_order_and_whole_articles() -> None:
    bulletin = make_long(*[300] * 12)
    last = part_asked(bulletin).count

    parts = [part_asked(bulletin, str(number)) for number in range(1, last + 1)]

    assert last == 3
    assert "".join(bulletin.text[part.start : part.end] for part in parts) == bulletin.text
    assert all(part.end - part.start <= LONGEST for part in parts)
    assert all(one.is_whole for part in parts for one in part.stretches if one.article)
    assert [(part.previous, part.next) for part in parts] == [(None, 2), (1, 3), (2, None)]


def test_events_and_facts_of_a_part_are_those_told_in_it() -> None:
    bulletin = make_long(*[300] * 12)

    first, second = (part_asked(bulletin, number) for number in ("1", "2"))

    assert names(bulletin, number="1") == [f"第{number}会" for number in range(5)]
    assert names(bulletin, number="2") == [f"第{number}会" for number in range(5, 10)]
    assert [fact.value for fact in first.facts(bulletin.facts.all())] == names(bulletin, number="1")
    assert [fact.value for fact in second.facts(bulletin.facts.all())] == names(bulletin, number="2")


def test_fact_whose_words_stand_in_two_parts_is_marked_in_both() -> None:
    bulletin = make_long(*[300] * 12)
    late = part_asked(bulletin, "2").start
    fact = bulletin.facts.first()
    assert fact
    fact.spans = [*fact.spans, [late, late + 3]]
    fact.save()

    assert fact in part_asked(bulletin, "1").facts(bulletin.facts.all())
    assert fact in part_asked(bulletin, "2").facts(bulletin.facts.all())
    assert fact not in part_asked(bulletin, "3").facts(bulletin.facts.all())


def test_article_is_found_in_its_part_and_what_is_no_part_is_the_nearest() -> None:
    bulletin = make_long(*[300] * 12)
    seventh = bulletin.articles.get(order=7)

    assert part_asked(bulletin, article=str(seventh.pk)).number == 2
    assert part_asked(bulletin, article="0").number == 1
    assert [part_asked(bulletin, number).number for number in ("0", "99", "9" * 5000, "x", "-1", "²")] == [
        1,
        3,
        3,
        1,
        1,
        1,
    ]


@pytest.mark.parametrize("line", ["东江区水务局查看河道。\n", "东江区水务局查看河道。", "河"])
def test_very_long_article_is_cut_after_lines_or_sentences_and_tells_its_events_where_they_stand(line: str) -> None:
    text = line * (50_000 // len(line))
    bulletin = make_bulletin(text)
    article = make_article(bulletin, start=0, end=len(text))
    for at in (0, 45_000):
        make_fact(make_event(f"会在{at}", article), "name", "会", bulletin=bulletin, spans=[[at, at + 2]])
    last = part_asked(bulletin).count

    parts = [part_asked(bulletin, str(number)) for number in range(1, last + 1)]

    assert last == 3
    assert "".join(text[part.start : part.end] for part in parts) == text
    assert all(text[: part.end].endswith(line) for part in parts)
    assert [names(bulletin, number=str(part.number)) for part in parts] == [["会在0"], [], ["会在45000"]]
