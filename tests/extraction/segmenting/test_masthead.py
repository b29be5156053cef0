"""A bulletin's masthead gives its title, issue and day, and belongs to no article."""

from __future__ import annotations

from datetime import date

import pytest

from calendar_app.extraction import extract

ARTICLE = "我区举办党支部书记培训班\n\n7月25日至26日，东江区在区委党校举办党支部书记培训班。区长王大明出席。\n"
FULL = (
    "东江区组织工作简报\n\n2024年第12期（总第345期）\n\n中共东江区委组织部编    2024年7月31日\n\n"
    "目  录\n一、我区举办党支部书记培训班\n\n"
)


def test_masthead_gives_title_issue_and_day_and_opens_no_article() -> None:
    found = extract(FULL + ARTICLE)

    assert (found.title, found.issue) == ("东江区组织工作简报", "2024年第12期（总第345期）")
    assert (found.published_on, found.published_on_basis) == ("2024-07-31", "text")
    assert [one.headline for one in found.articles] == ["我区举办党支部书记培训班"]
    assert found.articles[0].span.start == len(FULL)
    assert [event.starts_on for event in found.articles[0].events] == ["2024-07-25"]


@pytest.mark.parametrize("line", ["东江区组织工作简报（2024年第12期）", "东江区组织工作简报 2024年第12期"])
def test_masthead_may_stand_on_one_line(line: str) -> None:
    found = extract(f"{line}\n\n{ARTICLE}", date(2024, 7, 31))

    assert (found.title, found.issue) == ("东江区组织工作简报", "2024年第12期")
    assert [one.headline for one in found.articles] == ["我区举办党支部书记培训班"]


@pytest.mark.parametrize("text", [ARTICLE, "我区召开信息工作交流\n\n" + ARTICLE, ""])
def test_headline_is_no_masthead(text: str) -> None:
    found = extract(text, date(2024, 7, 31))

    assert (found.title, found.issue) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "我区召开座谈会\n发布时间：2024-07-31 来源：区府办 浏览次数：3\n7月25日上午，区委召开企业座谈会。\n",
        "我区召开座谈会\n7月25日上午，区委召开企业座谈会。\n2024年7月31日\n",
    ],
)
def test_day_of_publication_stands_on_a_line_of_its_own(text: str) -> None:
    found = extract(text)

    assert (found.published_on, found.published_on_basis) == ("2024-07-31", "text")
    assert [event.starts_on for event in found.articles[0].events] == ["2024-07-25"]
