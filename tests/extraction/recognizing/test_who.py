"""Who is recognized in any text at all: no failure, true spans, the same for every run."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from calendar_app.extraction.document import Span
from calendar_app.extraction.recognizing import groups, organizations, people
from calendar_app.extraction.refining import lists

PIECES = st.sampled_from(
    [
        "王华",
        "、",
        "和",
        "区委书记",
        "等",
        "教授",
        "（",
        "）",
        "“",
        "”",
        "东海大学",
        "各",
        "8家",
        "代表",
        "·",
        "亚历山大",
        "出席",
        "由",
        "\n",
        "。",
        " ",
    ]
)
ANY_TEXT = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))


@settings(max_examples=150, deadline=None)
@given(ANY_TEXT)
def test_any_text_is_read_and_every_span_is_true(text: str) -> None:
    persons = list(people.recognize(text))
    others = [*organizations.recognize(text), *groups.recognize(text)]
    listed = lists.participants(text, Span(0, len(text)), persons)

    for mention in persons:
        assert mention.span.quote(text).startswith(mention.value.name[0])
    for mention in [*others, *(each for each in listed if each.kind != "person")]:
        assert mention.value
        assert "".join(mention.span.quote(text).split()) == mention.value
