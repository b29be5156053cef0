"""Events by their verbs, each with its name as printed."""

import pytest

from calendar_app.extraction.recognizing import events, lines
from calendar_app.extraction.recognizing.names import kind_of


@pytest.mark.parametrize(
    ("text", "name", "frame"),
    [
        ("7月3日，白沙镇召开防汛工作会议，镇长主持。", "防汛工作会议", "held"),
        ("7月3日，防汛工作会议在白沙镇政府举行。", "防汛工作会议", "happens"),
        ("由白沙镇承办的“渔火节”文艺晚会顺利举行。", "“渔火节”文艺晚会", "happens"),
        ("白沙镇举办渔业安全培训班暨应急演练启动仪式。", "渔业安全培训班暨应急演练启动仪式", "held"),
        ("原定于5月10日举办的“海风”音乐会取消。", "“海风”音乐会", "happens"),
        ("5月8日，“智慧渔港”示范站在白沙镇揭牌。", "“智慧渔港”示范站在白沙镇揭牌", "act"),
        ("5月8日，白沙镇与海晏大学签署合作协议。", "白沙镇与海晏大学签署合作协议", "act"),
        ("海晏大学教授为渔民作了题为“看懂天气图”的讲座。", "“看懂天气图”的讲座", "lecture"),
        ("县长钟离岸出席第三届海洋牧场论坛并致辞。", "第三届海洋牧场论坛", "attended"),
        ("在渔港改造协议签约仪式上，双方交换文本。", "渔港改造协议签约仪式", "at"),
        ("活动名称：白沙镇夏季招聘会", "白沙镇夏季招聘会", "label"),
    ],
)
def test_an_event_is_named_as_printed(text: str, name: str, frame: str) -> None:
    told = (*events.recognize(text), *lines.recognize(text))
    found = [(one.span.quote(text), one.value.frame) for one in told]

    assert (name, frame) in found


@pytest.mark.parametrize(
    "text",
    [
        "党的组织建设不断加强。",
        "他认真学习了座谈会精神。",
        "合作社会员踊跃入股。",
        "镇里成立了工作专班，推进项目建设。",
    ],
)
def test_work_in_general_is_no_event(text: str) -> None:
    assert [one for one in events.recognize(text) if one.value.frame in ("held", "happens", "at")] == []


def test_a_bare_meeting_keeps_whose_it_is() -> None:
    text = "5月12日，区委常委会召开扩大会议。"

    (one,) = (each for each in events.recognize(text) if each.value.frame == "held")

    assert (one.span.quote(text), one.value.whose.quote(text)) == ("扩大会议", "区委常委会")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("渔业发展座谈会", "meeting"),
        ("渔业安全培训班", "training"),
        ("新渔船交接仪式", "ceremony"),
        ("渔港开放日", "activity"),
        ("经验交流暨培训会", "meeting"),
        ("政策宣讲报告会暨骨干培训班", "training"),
        ("“海风杯”创意大赛暨青年设计大赛颁奖典礼", "ceremony"),
        ("渔家邻里节", "activity"),
    ],
)
def test_the_head_of_a_name_tells_its_kind(name: str, kind: str) -> None:
    assert kind_of(name) == kind
