"""Persons in bulletin prose: where a name begins and ends, and which post is his."""

from __future__ import annotations

import pytest

from calendar_app.extraction.recognizing import people


def found(text: str) -> list[tuple[str, str | None]]:
    """List every mention as name and post, after checking that its span quotes the name."""
    mentions = list(people.recognize(text))
    for mention in mentions:
        assert "".join(mention.span.quote(text).split()) == mention.value.name
        if mention.value.post_span:
            assert "".join(mention.value.post_span.quote(text).split()) == "".join(mention.value.post.split())
    return [(mention.value.name, mention.value.post) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("区委常委、宣传部长林晓舟主持会议。", [("林晓舟", "区委常委、宣传部长")]),
        ("会议由区委副书记、代区长何铭主持。", [("何铭", "区委副书记、代区长")]),
        ("沙河街道东苑片区新业态联合支部书记彭晓作经验介绍。", [("彭晓", "沙河街道东苑片区新业态联合支部书记")]),
        ("开源数据基金会理事长兼秘书长程远作报告。", [("程远", "开源数据基金会理事长兼秘书长")]),
        ("南江市市长龚平为获奖单位颁证。", [("龚平", "南江市市长")]),
        ("校党委常委于澜、李骏参加会议。", [("于澜", "校党委常委"), ("李骏", "校党委常委")]),
        ("校领导曹雪、许江，校长助理张博参加。", [("曹雪", None), ("许江", None), ("张博", "校长助理")]),
        ("许涛司长出席并致辞。", [("许涛", "司长")]),
        ("林岚同志讲话。", [("林岚", None)]),
        ("教授何铭作报告。", [("何铭", None)]),
        ("东海大学孟庆作专题讲座。", [("孟庆", "东海大学")]),
        ("来自机电学院的宋晓获得一等奖。", [("宋晓", "机电学院")]),
        ("机电学院刘海教授作为教师代表发言。", [("刘海", "机电学院")]),
        ("主持人刘钢介绍了背景。会后，院团委副书记刘钢总结。", [("刘钢", "院团委副书记")] * 2),
        ("区长 王 华出席。", [("王华", "区长")]),
        ("副区长欧阳晓出席，常委诸葛文清陪同。", [("欧阳晓", "副区长"), ("诸葛文清", "常委")]),
        (
            "北江集团首席专家古楚利·瓦西里、总裁伊万·彼得罗夫出席。",
            [("古楚利·瓦西里", "北江集团首席专家"), ("伊万·彼得罗夫", "总裁")],
        ),
        ("会见海岛国首相弗里顿、副首相贝泰拉。", [("弗里顿", "海岛国首相"), ("贝泰拉", "副首相")]),
        ("副区长高峰主持，高峰论坛随后开幕。", [("高峰", "副区长")]),
        ("书记安宁、主任万方到会祝贺。", [("安宁", "书记"), ("万方", "主任")]),
        ("林某、王晓明、何平等参加仪式。", [("林某", None), ("王晓明", None), ("何平", None)]),
        (
            "在校学生代表马琪、刘乾、李宇三位同学发言。",
            [("马琪", "在校学生代表"), ("刘乾", "在校学生代表"), ("李宇", "在校学生代表")],
        ),
        ("校友沈岚、市作家协会主席沈岚致辞。", [("沈岚", "校友"), ("沈岚", "校友")]),
        ("主讲人：何铭\n东海大学举办讲座。", [("何铭", None)]),
        ("王某指出，要抓落实。王某强调，要见成效。", [("王某", None), ("王某", None)]),
    ],
)
def test_a_person_has_a_bare_name_and_a_whole_post(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text) == expected


def test_a_bare_name_takes_up_its_post_later() -> None:
    text = "区委书记曹立新出席会议。会上，曹立新指出，要抓紧。"

    assert found(text) == [("曹立新", "区委书记"), ("曹立新", "区委书记")]


def test_the_post_in_the_body_goes_before_that_in_a_caption() -> None:
    text = "方平书记寄语新生\n学院党委书记方平、院长史修出席典礼。"

    assert found(text) == [("方平", "学院党委书记"), ("方平", "学院党委书记"), ("史修", "院长")]


@pytest.mark.parametrize(
    "text",
    [
        "会议深入学习习近平新时代中国特色社会主义思想。",
        "全体党员学习贯彻习近平总书记考察重要讲话精神。",
        "（记者 郝清 摄影 宗琪）7月1日，会议举行。",
        "通讯员：李明\n会议举行。",
        "会议指出，要加强干部队伍建设，提高工作水平。",
        "党总支书记项目启动，主任安排工作。",
        "双方表示，将加强合作。",
        "徐州市举办培训班，江苏、安徽、山东等地代表参加。",
    ],
)
def test_nobody_is_seen_where_nobody_is_named(text: str) -> None:
    assert found(text) == []
