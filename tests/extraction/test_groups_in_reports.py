"""People meant together in the ordinary sentences of reports: what the group is, and where the next one begins."""

from __future__ import annotations

from datetime import date

import pytest

from calendar_app.extraction import extract

Told = list[tuple[str, str, list[str]]]
HELD = "7月9日，禁毒宣传活动在白沙镇文化馆举行。"


def told(sentence: str) -> Told:
    found = extract(HELD + sentence, date(2025, 7, 12))
    (event,) = found.articles[0].events
    return [(one.type, one.name, one.roles) for one in event.participants]


def groups(*names: str, role: str = "attendee") -> Told:
    return [("group", name, [role]) for name in names]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("全体盟员、50名种植户参加活动。", groups("全体盟员", "50名种植户")),
        ("部分低保户和20余名残疾人参加活动。", groups("部分低保户", "20余名残疾人")),
        ("区领导班子成员参加活动。", groups("区领导班子成员")),
        ("全体在职党员参加活动。", groups("全体在职党员")),
        ("受表彰的医护人员、受邀嘉宾参加活动。", groups("受表彰的医护人员", "受邀嘉宾")),
        ("部分政协委员和新入职的员工参加活动。", groups("部分政协委员", "新入职的员工")),
        ("全体护理人员和省直部门主要负责同志参加活动。", groups("全体护理人员", "省直部门主要负责同志")),
        ("各学院负责人、东河市妇联检查组参加活动。", groups("各学院负责人", "东河市妇联检查组")),
        ("各党支部书记、组织委员参加活动。", groups("各党支部书记、组织委员")),
        ("各村、社区主要负责人参加活动。", groups("各村、社区主要负责人")),
        (
            "12名新生、会长李海山参加活动。",
            [("group", "12名新生", ["attendee"]), ("person", "李海山", ["attendee"])],
        ),
        ("县人大代表应邀参加活动。", groups("县人大代表")),
        ("案件承办人、申请人参加活动。", groups("案件承办人", "申请人")),
        ("在家的班子成员、局机关全体人员参加活动。", groups("在家的班子成员", "局机关全体人员")),
        (
            "局党组成员，机关各科室、直属各单位主要负责人参加活动。",
            groups("局党组成员", "机关各科室、直属各单位主要负责人"),
        ),
    ],
)
def test_groups_and_where_they_part(sentence: str, expected: Told) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("白沙小学的老队员们参加活动。", groups("白沙小学的老队员们")),
        ("学校领导们参加活动。", groups("学校领导们")),
        ("队员们参加活动。", []),  # those told of before
        ("同学们和家长们参加活动。", []),
        ("我们参加了活动，他们也参加了活动。", []),
    ],
)
def test_many_are_a_group_where_it_is_said_which(sentence: str, expected: Told) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("各村村民代表全程参加活动。", groups("各村村民代表")),
        ("本次活动有全体党员参加。", groups("全体党员")),
        ("活动还吸引了部分家长前来参加。", groups("部分家长")),
        ("应邀出席活动的有各村书记、退休教师。", groups("各村书记", "退休教师")),
        ("企业代表在会上作典型发言。", groups("企业代表", role="sharer")),
        ("退休党员共同参与活动。", groups("退休党员")),
        ("30名机关干部代表学校参加活动。", groups("30名机关干部")),
        ("教务处、学生处等部门主要负责人聆听了讲座。", groups("教务处、学生处等部门主要负责人")),
        ("会员单位代表和特邀嘉宾百余人出席大会。", groups("会员单位代表", "特邀嘉宾")),
        ("教师代表、学生代表上台领奖。", groups("教师代表", "学生代表", role="recipient")),
        ("活动现场吸引了500余名群众驻足观看。", groups("500余名群众")),
        ("活动邀请部分家长担任监督员，全体教师参加。", groups("部分家长", "全体教师")),
        ("县医院选派30名护士参加活动。", groups("30名护士")),
        ("白沙派出所派出全体辅警参加活动。", groups("全体辅警")),
        ("县人大常委会组织部分人大代表参加活动。", groups("部分人大代表")),
        ("白沙集团组织各部门负责人到场参加活动。", groups("各部门负责人")),
        ("县委组织部分管领导参加活动。", groups("县委组织部分管领导")),
        ("社会组织参与活动各项工作。", []),
        ("全体护士近百人齐聚会场参加活动。", groups("全体护士")),
        ("全体护士集中收看了活动。", groups("全体护士")),
        ("活动邀请了全体护士、各村书记到场指导。", groups("全体护士", "各村书记")),
        ("15个成员单位、8支代表队参加活动。", groups("15个成员单位", "8支代表队")),
        ("活动表彰了全体护士和8个先进集体。", groups("全体护士", "8个先进集体", role="recipient")),
        ("活动表彰了优秀论文。", []),
        ("8支队伍获奖。", []),
        ("老队员们在交流中发言。", []),
        ("活动中，全体志愿者的参与热情很高。", []),
        ("活动为全体学员搭建了平台，赢得家长代表的好评。", []),
        ("下一步，将动员企业代表积极参与。", []),
    ],
)
def test_what_groups_do(sentence: str, expected: Told) -> None:
    assert told(sentence) == expected


def bodies(*names: str, role: str = "attendee") -> Told:
    return [("organization", name, [role]) for name in names]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("县科协、县医院及全体护士参加活动。", [*bodies("县科协", "县医院"), *groups("全体护士")]),
        ("县科协、县医院、居民代表参加活动。", [*bodies("县科协", "县医院"), *groups("居民代表")]),
        ("县科协、30名护士参加活动。", [*bodies("县科协"), *groups("30名护士")]),
        ("县科协、县医院负责人参加活动。", groups("县科协、县医院负责人")),
        ("县科协、县医院及相关部门负责人参加活动。", groups("县科协、县医院及相关部门负责人")),
        ("东河日报、白沙都市报等多家媒体参加活动。", [*bodies("东河日报", "白沙都市报"), *groups("多家媒体")]),
        (
            "活动表彰了县医院等10个先进集体。",
            [*bodies("县医院", role="recipient"), *groups("10个先进集体", role="recipient")],
        ),
    ],
)
def test_bodies_beside_groups(sentence: str, expected: Told) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("参加人员：\n（一）全体护士\n（二）各村书记\n（三）村民代表", groups("全体护士", "各村书记", "村民代表")),
        ("（二）参加人员：\n1.全体护士\n2.各村书记", groups("全体护士", "各村书记")),
        ("（一）参加人员：\n（二）各村书记工作安排", []),
        ("参会人员：\n全体护士、各村书记", groups("全体护士", "各村书记")),
        ("参会人员：\n会议时间：待定", []),
        ("二、参会人员\n1.全体护士\n2.各村书记", groups("全体护士", "各村书记")),
        ("参赛对象：全体护士", groups("全体护士")),
        ("活动对象：村民代表", groups("村民代表")),
        ("参会单位及人员：县医院、村民代表", [*bodies("县医院"), *groups("村民代表")]),
    ],
)
def test_lines_with_labels(lines: str, expected: Told) -> None:
    assert told(f"\n{lines}\n") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("院长李海山带领全体护士重温誓词。", groups("全体护士")),
        ("院长李海山带领护士重温誓词。", []),
        ("院长李海山率县医院考察团一行6人，在白沙镇参加活动。", groups("县医院考察团")),
    ],
)
def test_who_is_led(sentence: str, expected: Told) -> None:
    assert told(sentence) == [("person", "李海山", ["attendee"]), *expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "7月9日，县卫健局召集各乡镇卫生院院长召开防疫工作部署会。",
            [("organization", "县卫健局", ["organizer"]), *groups("各乡镇卫生院院长")],
        ),
        (
            "7月9日，白沙镇卫生院组织全体护士在多功能厅举办急救技能培训班。",
            [("organization", "白沙镇卫生院", ["organizer"]), *groups("全体护士")],
        ),
        (
            "7月9日，白沙镇党组织举办急救技能培训班。",
            [("organization", "白沙镇党组织", ["organizer"])],
        ),
    ],
)
def test_who_is_called_together(text: str, expected: Told) -> None:
    (event,) = extract(text, date(2025, 7, 12)).articles[0].events
    assert [(one.type, one.name, one.roles) for one in event.participants] == expected
