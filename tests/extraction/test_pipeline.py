"""A text in, its events out."""

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from calendar_app.extraction import extract, mentions

MEETING = """东港区召开海洋产业链推进会
3月5日下午，东港区在港务大厦召开海洋产业链推进会。区委副书记、区长方明海主持会议并讲话，区海洋局局长林岸汇报工作，各镇负责人参加会议。
(来源：区海洋局)
"""


def test_extract_tells_who_met_when_and_where() -> None:
    event = extract(MEETING, date(2024, 3, 8)).as_json()["articles"][0]["events"][0]

    assert {key: event[key] for key in ("kind", "name", "starts_on", "day_part", "location", "status")} == {
        "kind": "meeting",
        "name": "海洋产业链推进会",
        "starts_on": "2024-03-05",
        "day_part": "afternoon",
        "location": "港务大厦",
        "status": "held",
    }
    assert [(one["name"], one["post"], one["roles"]) for one in event["participants"]] == [
        ("东港区", None, ["organizer"]),
        ("方明海", "区委副书记、区长", ["chair", "speaker"]),
        ("林岸", "区海洋局局长", ["speaker"]),
        ("各镇负责人", None, ["attendee"]),
    ]


def test_extract_reads_a_bulletin_that_opens_without_a_headline() -> None:
    untitled = MEETING.removeprefix("东港区召开海洋产业链推进会\n")

    (event,) = extract(untitled, date(2024, 3, 8)).as_json()["articles"][0]["events"]

    assert (event["name"], event["starts_on"], event["location"]) == ("海洋产业链推进会", "2024-03-05", "港务大厦")


def test_extract_is_silent_where_nothing_is_told_as_news() -> None:
    text = "东港码头的由来\n东港码头建于1932年，是本区最早的客运码头。多年来，码头几经扩建，见证了城市的变迁。\n"

    assert [article.events for article in extract(text, date(2024, 3, 8)).articles] == [[]]


def test_mentions_quote_the_text_as_given() -> None:
    found = mentions(MEETING, date(2024, 3, 8))

    assert [one.span.quote(MEETING) for one in found if one.kind == "date"] == ["3月5日下午"]
    assert [one.span.quote(MEETING) for one in found if one.kind == "place"] == ["港务大厦"]


def quotes(node: Any) -> list[tuple[int, int, str]]:
    """Return every span with its quotation in what extraction returned."""
    if isinstance(node, list):
        return [each for one in node for each in quotes(one)]
    if not isinstance(node, dict):
        return []
    own = [(node["start"], node["end"], node["quote"])] if "quote" in node else []
    return own + [each for one in node.values() for each in quotes(one)]


WORDS = """3月5日下午 ， 。 召开 举行 座谈会 区长方明海 主持 并讲话 、 在 大厅 “ ” （ (来源:局) 各镇负责人 参加 培训班
获 一等奖 当天 结束后 会 ８ 颁奖 为 由 等"""
PIECES = st.lists(st.sampled_from([*WORDS.split(), "\n", " ", "\u3000"])).map("".join)


# lone surrogates, controls, bidi, combining marks, digits of other scripts
ODD = "\ud800\udfff\x00\x1b\u202e\u2066\u200d\ufeff\u0301\u0600٣𝟗㊗🈺𠮷\r\x85\u2028"
ANY = st.lists(
    st.one_of(
        st.sampled_from([*WORDS.split(), *ODD, "\u0301" * 300]),
        st.characters(exclude_categories=()),
    )
).map("".join)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(), ANY, PIECES))
def test_every_quotation_is_true_whatever_the_text(text: str) -> None:
    found = extract(text, date(2024, 3, 8)).as_json()
    seen = mentions(text, date(2024, 3, 8))

    assert all(text[start:end] == quote for start, end, quote in quotes(found))
    assert all(0 <= one.span.start < one.span.end <= len(text) for one in seen)
