"""Bodies that join others or send their people to what is held, and people who go about something there."""

from __future__ import annotations

from datetime import date

import pytest

from calendar_app.extraction import extract

Told = list[tuple[str, str, list[str]]]


def told(text: str) -> Told:
    (event,) = extract(text, date(2025, 7, 12)).articles[0].events
    return [(one.type[0], one.name, one.roles) for one in event.participants]


def held(*names: str) -> Told:
    return [("o", name, ["organizer"]) for name in names]


def there(*names: str) -> Told:
    return [("g", name, ["attendee"]) for name in names]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "7月9日，白沙社区联合县医院、口腔诊所，组织志愿者在广场开展义诊活动。",
            held("白沙社区", "县医院", "口腔诊所") + there("志愿者"),
        ),
        (
            "7月9日，白沙镇柳河村会同县司法局，组织村民开展法治宣传活动。",
            held("白沙镇柳河村", "县司法局") + there("村民"),
        ),
        ("7月9日，白沙社区携手县医院，开展义诊活动。", held("白沙社区", "县医院")),
        ("7月9日，县文联组织文艺志愿者走进白沙镇，为村民举办文艺演出。", held("县文联") + there("文艺志愿者")),
        (
            "7月9日，我院机关党委组织全体党员，怀着崇敬的心情，来到东河纪念馆，开展主题党日活动。",
            held("我院机关党委") + there("全体党员"),
        ),
        (
            "7月9日，县交警大队组织城区中队民警来到白沙集团，为员工开展交通安全培训。",
            held("县交警大队") + there("城区中队民警"),
        ),
        ("县消防大队7月9日走进白沙小学，开展消防宣传活动。", held("县消防大队")),
        ("7月9日下午县教育局组织全县校长召开安全工作会议。", held("县教育局") + there("全县校长")),
        ("7月9日，白沙社区组织志愿者们开展义诊活动。", held("白沙社区") + there("志愿者们")),
        (
            "7月9日，白沙社区党总支联合县委统战部在职党员开展清洁家园活动。",
            held("白沙社区党总支") + there("县委统战部在职党员"),
        ),
        ("7月9日，白沙社区联合东河小学师生开展清洁家园活动。", held("白沙社区") + there("东河小学师生")),
        ("7月9日，白沙镇同心社区联合社区卫生站开展义诊活动。", held("白沙镇同心社区", "社区卫生站")),
        ("7月9日，同德小学举办读书活动。", held("同德小学")),
        ("7月9日，白沙小学同县文联举办读书活动。", held("白沙小学", "县文联")),
        ("7月9日，青年志愿者协会一行十余人来到东河敬老院，开展慰问活动。", held("青年志愿者协会")),
        ("7月9日，县文联组织志愿者采风归来，白沙小学举办文艺演出。", held("白沙小学")),
    ],
)
def test_who_sends_and_joins(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7月9日，白沙社区志愿者来到东河敬老院，开展慰问活动。", there("白沙社区志愿者")),
        ("7月9日，东河小学全体师生在操场隆重举行开学典礼。", there("东河小学全体师生")),
        ("7月9日，东河小学全校师生齐聚操场，举行了开学典礼。", there("东河小学全校师生")),
        ("7月9日，白沙社区工作人员携手志愿者们开展大扫除活动。", there("白沙社区工作人员", "志愿者们")),
        ("7月9日，学校师生来到白沙社区参加由县医院举办的义诊活动。", there("学校师生") + held("县医院")),
        (
            "7月9日，县长王大明带领各专业专家到白沙镇开展义诊活动。",
            [("p", "王大明", ["attendee"]), *there("各专业专家")],
        ),
    ],
)
def test_people_who_hold_something(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("活动中，社区工作人员向居民发放宣传资料。", there("社区工作人员")),
        ("活动现场，社区党员干部、网格员深入小区，分工合作。", there("社区党员干部、网格员")),
        ("当天，柳河中学志愿者为老人们理发。", there("柳河中学志愿者")),
        ("活动中，志愿者为老人们理发。", []),  # those told of before
        ("活动中，参会人员向社区提出建议。", []),
        ("下一步，社区工作人员将深入小区。", []),
        ("社区组织志愿者走进小区。", there("志愿者")),
        ("本次活动邀请了县文联会员和家长代表。", there("县文联会员", "家长代表")),
        ("活动还邀请了8家企业现场观摩。", there("8家企业")),
        ("居民们和社区工作人员纷纷表示受益匪浅。", []),
        ("活动邀请县日报社派记者采访。", []),
        ("社区每年邀请了不少专家。", []),
    ],
)
def test_people_at_work(sentence: str, expected: Told) -> None:
    assert told(f"7月9日，白沙社区开展志愿服务活动。{sentence}") == [*held("白沙社区"), *expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("各下属企业主要负责人、分管领导参加会议。", there("各下属企业主要负责人、分管领导")),
        ("各街镇和各部门主要负责人参加会议。", there("各街镇和各部门主要负责人")),
        ("各街镇和各部门参加会议。", there("各街镇", "各部门")),
        (
            "各街镇分管党建的副书记、分管城建的副主任参加会议。",
            there("各街镇分管党建的副书记", "分管城建的副主任"),
        ),
        ("教务处全体成员、第8期发展对象及部分教师参与此次会议。", there("教务处全体成员", "第8期发展对象", "部分教师")),
        ("对外交流合作处、外国语学院负责人参加会议。", there("对外交流合作处、外国语学院负责人")),
        ("社会爱心企业、县残工委成员单位参加会议。", there("社会爱心企业", "县残工委成员单位")),
        ("来自白沙中学、柳河小学等22家单位30名学员参加会议。", there("来自白沙中学、柳河小学等22家单位30名学员")),
        ("经过初赛，选拔出15支队伍45名选手参加会议。", there("15支队伍45名选手")),
        ("闭幕会由王大明主持。", [("p", "王大明", ["chair"])]),
        ("校党委书记、张大海副院长参加会议。", [*there("校党委书记"), ("p", "张大海", ["attendee"])]),
        ("授课民警向参会的企业负责人介绍了情况。", [("g", "授课民警", ["speaker"])]),
    ],
)
def test_extents(sentence: str, expected: Told) -> None:
    assert told(f"7月9日，县应急局召开安全会议。{sentence}") == [*held("县应急局"), *expected]


def test_signing_with_several() -> None:
    text = "7月9日，白沙学院举行签约仪式。王大明代表学院分别与白沙镇政府、东河集团进行了现场签约。"
    assert told(text) == [
        *held("白沙学院"),
        ("p", "王大明", ["signatory"]),
        ("o", "白沙镇政府", ["signatory"]),
        ("o", "东河集团", ["signatory"]),
    ]
