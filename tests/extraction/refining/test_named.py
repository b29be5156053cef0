"""Bodies and groups are read around a place only, and are those that a reading of the whole text finds there."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from calendar_app.extraction.document import Mentions, Span
from calendar_app.extraction.recognizing import groups, organizations, people
from calendar_app.extraction.refining.named import Named
from calendar_app.extraction.segmenting import segment

BULLETINS = sorted((Path(__file__).parents[3] / "fixtures" / "bulletins").rglob("*.txt"))
OWN = (
    "会上，学生工作部（处）和教务处、学生处负责人作了发言；东大举行“同心，同行”志愿服务队成立仪式。",
    "市科技局、市教育局、东海大学联合举办，各街镇（含开发区，下同）分管副书记、部分企业代表参加",
)
BOTH = [(organizations, "body_over"), (groups, "group_over")]


@pytest.mark.parametrize(("recognizer", "over"), BOTH, ids=["bodies", "groups"])
def test_around_every_place_of_the_bulletins(recognizer: Any, over: str) -> None:
    articles = chain.from_iterable(segment(path.read_text("utf-8")).articles for path in BULLETINS)
    found = [compared(article.segment.text, recognizer, over) for article in articles]

    assert [around for around, _ in found] == [at_once for _, at_once in found]
    assert sum(map(len, (at_once for _, at_once in found))) > 300


@pytest.mark.parametrize("text", OWN)
@pytest.mark.parametrize(("recognizer", "over"), BOTH, ids=["bodies", "groups"])
def test_in_brackets_lists_and_quotes(text: str, recognizer: Any, over: str) -> None:
    around, at_once = compared(text, recognizer, over)

    assert around == at_once != {}


def compared(text: str, recognizer: Any, over: str) -> tuple[dict[int, Span], dict[int, Span]]:
    """Return what lies over each place, asked for that place alone, and read at once."""
    persons = Mentions(people.recognize(text))
    whole = Named(text, persons, organizations, groups)
    alone = (getattr(Named(text, persons, organizations, groups), over)(place) for place in range(len(text)))
    spans = [one.span for one in recognizer.recognize(text) if not whole.swallows(one.span)]
    return (
        {place: span for place, span in enumerate(alone) if span},
        {place: span for span in spans for place in range(*span)},
    )
