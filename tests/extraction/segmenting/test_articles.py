"""A bulletin is cut into articles, each with one mended segment."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendar_app.extraction.document import Span
from calendar_app.extraction.segmenting import segment

TWO = """潮起东港 聚“链”成势

东港区召开海洋产业链推进会

3月5日下午,东港区海洋产业链推进会在港务大厦举行。区长方明海主持会议,
并就下一步工作作了部署。

找准“着力点”

要在补链上下功夫,推动项目早落地。要在延链上求突破,于4月

10日前拿出清单。

(来源:区海洋局)

东港区图书馆新馆启用

3月8日,东港区图书馆新馆启用仪式举行。(来源:区文旅局)
"""


def test_articles_are_told_apart_by_their_credits() -> None:
    found = segment(TWO).articles

    assert [(one.segment.printed(one.headline), one.source and one.source.quote(TWO)) for one in found] == [
        ("东港区召开海洋产业链推进会", "区海洋局"),
        ("东港区图书馆新馆启用", "区文旅局"),
    ]


@pytest.mark.parametrize(
    ("first", "headline", "source"),
    [
        ("文化馆举办新春年画展", "文化馆举办新春年画展", None),
        ("通讯员培训班在东港区开班", "通讯员培训班在东港区开班", None),
        ("来源：区文化馆", "1月5日，东港区文化馆举办新春年画展，馆长方明海主持。", "区文化馆"),
        ("供稿区文化馆", "1月5日，东港区文化馆举办新春年画展，馆长方明海主持。", "区文化馆"),
        ("通讯员 何小舟", "1月5日，东港区文化馆举办新春年画展，馆长方明海主持。", "何小舟"),
    ],
)
def test_a_headline_that_begins_as_a_credit_does_is_none(first: str, headline: str, source: str | None) -> None:
    text = f"{first}\n1月5日，东港区文化馆举办新春年画展，馆长方明海主持。\n"
    (found,) = segment(text).articles

    assert found.segment.printed(found.headline) == headline
    assert (found.source and found.source.quote(text)) == source


def test_a_kicker_stands_above_its_headline() -> None:
    first, second = segment(TWO).articles

    assert first.kicker is not None
    assert first.segment.printed(first.kicker) == "潮起东港 聚“链”成势"
    assert second.kicker is None


def test_a_subheading_opens_no_article_and_broken_lines_are_mended() -> None:
    first, _ = segment(TWO).articles

    assert first.segment.text.split("\n") == [
        "潮起东港 聚“链”成势",
        "东港区召开海洋产业链推进会",
        "3月5日下午，东港区海洋产业链推进会在港务大厦举行。区长方明海主持会议，并就下一步工作作了部署。",
        "找准“着力点”",
        "要在补链上下功夫，推动项目早落地。要在延链上求突破，于4月10日前拿出清单。",
    ]


def test_a_span_of_the_segment_quotes_the_text_as_given() -> None:
    first, _ = segment(TWO).articles
    at = first.segment.text.index("4月10日前")

    span = first.segment.span(Span(at, at + 6))

    assert span.quote(TWO) == "4月\n\n10日前"
    assert first.segment.printed(Span(at, at + 6)) == "4月10日前"


def test_articles_without_a_credit_are_told_apart_by_their_leads() -> None:
    text = (
        "海晏中学举行建校六十周年座谈会\n本报讯（记者 林岸）5月6日，海晏中学举行建校六十周年座谈会。\n"
        "白沙镇开展防汛演练\n5月7日上午，白沙镇在渔港码头开展防汛演练。\n"
    )

    assert [one.segment.printed(one.headline) for one in segment(text).articles] == [
        "海晏中学举行建校六十周年座谈会",
        "白沙镇开展防汛演练",
    ]


def test_white_space_alone_holds_no_article() -> None:
    assert segment(" \n\u3000\n").articles == []


@given(st.text(alphabet=st.sampled_from("会议3月日，。：（）“”\n 来源:()A举行召开\u3000\ufeff\r\u2028")))
def test_every_place_of_a_segment_is_one_of_the_text_and_they_rise(text: str) -> None:
    for one in segment(text).articles:
        offsets = one.segment.offsets
        assert len(offsets) == len(one.segment.text)
        assert all(a < b for a, b in pairwise(offsets))
        assert not offsets or offsets[-1] < len(text)


def test_a_text_without_a_headline_is_called_by_its_first_sentence() -> None:
    text = "5月6日，滨湖县召开春茶产销座谈会。副县长陶望舒主持会议。\n会议听取了各乡镇汇报。\n"

    (found,) = segment(text).articles

    assert found.segment.printed(found.headline) == "5月6日，滨湖县召开春茶产销座谈会。"
    assert not found.is_titled


def test_a_plain_name_above_the_lead_is_the_headline_though_the_lead_has_the_verb() -> None:
    text = "滨湖县第三届采茶能手大赛\n5月6日，滨湖县第三届采茶能手大赛在云雾山举行。副县长陶望舒出席。\n"

    (found,) = segment(text).articles

    assert found.segment.printed(found.headline) == "滨湖县第三届采茶能手大赛"
    assert found.is_titled
