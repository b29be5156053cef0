"""Names are compared by what tells events apart, bodies by rank, region and what their short names leave out."""

from __future__ import annotations

import pytest

from calendar_app.review.names import core, in_one_wording, nearness, same_body


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("东江区防汛工作部署会", "防汛"),
        ("东江区2025年防汛工作部署会议", "防汛"),
        ("第十八届人民代表大会第六次会议", "人大"),
        ("中国共产党东江市第九次代表大会", "党代会"),
        ("残疾人运动会开幕", "残疾人运动"),
        ("海绵城市建设现场会", "海绵城市"),
        ("老年大学开学典礼", "老年大学开学"),
        ("座谈会", ""),
    ],
)
def test_core_leaves_what_tells_a_name_from_others(name: str, left: str) -> None:
    assert core(in_one_wording(name)) == left


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("第十届三次会议", "第10届3次会议"),
        ("建校七十周年", "建校70周年"),
        ("第二十一批", "第21批"),
        ("“五四”青年座谈会", "五四青年座谈会"),
    ],
)
def test_numbers_that_count_are_written_with_digits(name: str, written: str) -> None:
    assert in_one_wording(name) == written


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("旧改", "旧区改造"),
        ("高质量发展", "高质量发展作风"),
        ("社工考前辅导", "社会工作者职业资格考前辅导"),
        ("安委会", "安全生产委员会"),
    ],
)
def test_abbreviations_and_additions_are_near(one: str, other: str) -> None:
    assert nearness(one, other) == nearness(other, one)
    assert nearness(one, other) > 0.7


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("焊工技能比赛", "电工技能比赛"),
        ("物业管理条例听证", "停车管理条例听证"),
        ("河道整治", "道路整治"),
        ("防汛演练", "消防演练"),
    ],
)
def test_one_thing_put_for_another_is_far(one: str, other: str) -> None:
    assert nearness(one, other) < 0.35


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("区疾控中心", "望江区疾病预防控制中心", True),
        ("区市场监管局", "望江区市场监督管理局", True),
        ("市城管局", "苍梧市城市管理局", True),
        ("市消保委", "市消费者权益保护委员会", True),
        ("丰泽法院", "丰泽区人民法院", True),
        ("市教育局", "区教育局", False),
        ("望江区教育局", "滨海区教育局", False),
        ("区水务局", "区民政局", False),
    ],
)
def test_bodies_are_one_by_their_short_names(one: str, other: str, same: bool) -> None:
    assert same_body(one, other) is same
    assert same_body(other, one) is same
