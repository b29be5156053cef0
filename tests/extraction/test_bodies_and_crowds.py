"""Bodies and groups in reports: who backs, who signs, what one last word covers, and who is only spoken of."""

from __future__ import annotations

from datetime import date

import pytest

from calendar_app.extraction import extract

Told = list[tuple[str, list[str]]]

BACKING = [
    pytest.param(
        "5月8日，迎春书展在市民广场举行。此次书展由市文联主办，市书法家协会承办，县文化馆、明州银行赞助。",
        [
            ("市文联", ["organizer"]),
            ("市书法家协会", ["co_organizer"]),
            ("县文化馆", ["co_organizer"]),
            ("明州银行", ["co_organizer"]),
        ],
        id="sponsors",
    ),
    pytest.param(
        "5月8日，篮球赛在东河中学举行。球赛由县体育局主办、县篮球协会协办，县教育局指导，东河水务公司大力支持。",
        [
            ("县体育局", ["organizer"]),
            ("县篮球协会", ["co_organizer"]),
            ("县教育局", ["co_organizer"]),
            ("东河水务公司", ["co_organizer"]),
        ],
        id="guides and supporters, last of a list",
    ),
    pytest.param(
        "5月8日，东河镇举办龙舟赛。派出所、卫生院等单位提供大力支持。",
        [("东河镇", ["organizer"]), ("派出所", ["co_organizer"]), ("卫生院", ["co_organizer"])],
        id="who provides support",
    ),
    pytest.param(
        "5月8日，龙舟赛在白沙湖举行，由县文旅局主办，县龙舟协会承办，得到县委、县政府的大力支持，群众热情高涨。",
        [("县文旅局", ["organizer"]), ("县龙舟协会", ["co_organizer"])],
        id="support that is only spoken of",
    ),
    pytest.param(
        "5月8日，县农业局举办果树栽培培训班，邀请省农科院李海山现场指导，帮助农户解决难题。",
        [("县农业局", ["organizer"]), ("李海山", ["lecturer"])],
        id="a teacher's guidance",
    ),
]
SIGNING = [
    pytest.param(
        "5月20日上午，东海大学与白沙电力集团有限公司战略合作签约仪式在行政楼举行。校长李海山出席仪式并致辞。",
        [
            ("东海大学", ["signatory"]),
            ("白沙电力集团有限公司", ["signatory"]),
            ("李海山", ["attendee", "speaker"]),
        ],
        id="the two in the name",
    ),
    pytest.param(
        "5月20日，明州市、东海大学、河西集团校地合作签约仪式在明州举行。市长李海山出席。",
        [
            ("明州市", ["signatory"]),
            ("东海大学", ["signatory"]),
            ("河西集团", ["signatory"]),
            ("李海山", ["attendee"]),
        ],
        id="the three in the name",
    ),
    pytest.param(
        "5月20日，东海大学与河西集团合作签约仪式在明州举行。李海山、王平代表双方签约。",
        [("李海山", ["signatory"]), ("王平", ["signatory"])],
        id="persons for both sides",
    ),
    pytest.param("5月20日，明州招商推介会暨项目签约仪式在东海举行。", [], id="nobody in the name"),
]
COVERED = [
    pytest.param(
        "7月9日，区教育局召开座谈会。培训中心、新闻学院、环境学院等单位主要负责同志随行参加座谈会。",
        [("区教育局", ["organizer"]), ("培训中心、新闻学院、环境学院等单位主要负责同志", ["attendee"])],
        id="who came along",
    ),
    pytest.param(
        "7月9日，东海大学召开工作会议。人事处、教务处以及机械学院、电气学院等部门和学院相关负责人参加会议。",
        [
            ("东海大学", ["organizer"]),
            ("人事处、教务处以及机械学院、电气学院等部门和学院相关负责人", ["attendee"]),
        ],
        id="one last word over 以及",
    ),
    pytest.param(
        "7月9日，东海大学召开工作会议。人事处、教务处等部门和各学院负责人参加会议。",
        [
            ("东海大学", ["organizer"]),
            ("人事处", ["attendee"]),
            ("教务处", ["attendee"]),
            ("各学院负责人", ["attendee"]),
        ],
        id="each school by itself",
    ),
]
ONLY_MEANT = [
    pytest.param(
        "6月3日，市委党校举行学术沙龙，东海大学教授李海山、王平作主题报告，两位专家分享了研究心得。",
        [("市委党校", ["organizer"]), ("李海山", ["speaker"]), ("王平", ["speaker"])],
        id="two that are named",
    ),
    pytest.param(
        "6月3日，市委党校举行学术沙龙，邀请三位专家分享研究心得。",
        [("市委党校", ["organizer"]), ("三位专家", ["sharer"])],
        id="three without names",
    ),
    pytest.param(
        "6月3日，白沙镇商会会长李海山一行到明州商会参观交流，明州商会会长王平与来访客人进行了座谈。",
        [("李海山", ["attendee"]), ("王平", ["attendee"])],
        id="guests told of before",
    ),
    pytest.param(
        "6月3日，市人大机关举行专题报告会，邀请东海大学教授李海山作报告。",
        [("市人大机关", ["organizer"]), ("李海山", ["lecturer"])],
        id="an authority",
    ),
    pytest.param(
        "6月3日，县检察院召开理论学习会。检察长李海山主持。县委巡学旁听组到会指导。",
        [("县检察院", ["organizer"]), ("李海山", ["chair"]), ("县委巡学旁听组", ["attendee"])],
        id="a team that listens in",
    ),
]

HOSTS = [
    pytest.param(
        "6月11日，在市总工会的精心组织下，东河建工集团举办职工运动会。",
        [("市总工会", ["organizer"]), ("东河建工集团", ["organizer"])],
        id="who has it organized",
    ),
    pytest.param(
        "6月11日，在镇党委的坚强领导下，东河村召开党员大会。", [("东河村", ["organizer"])], id="who leads in general"
    ),
    pytest.param(
        "4月28日，白沙县总工会和白沙县电力协会联合开展技能比赛。比赛结束后，县总工会为王平颁发了奖品。",
        [
            ("白沙县总工会", ["organizer", "presenter"]),
            ("白沙县电力协会", ["organizer"]),
            ("王平", ["recipient"]),
        ],
        id="one body by its long and its short name",
    ),
    pytest.param(
        "12月19日，由白沙区总工会主办，申龙电梯承办，东河酒楼、大河电缆协办的职工技能竞赛在体育馆举办。",
        [
            ("白沙区总工会", ["organizer"]),
            ("申龙电梯", ["co_organizer"]),
            ("东河酒楼", ["co_organizer"]),
            ("大河电缆", ["co_organizer"]),
        ],
        id="hosts that end as no body does",
    ),
    pytest.param(
        "12月19日，全市职工技能竞赛在体育馆举行。竞赛由市总工会主办并承办。",
        [("市总工会", ["organizer", "co_organizer"])],
        id="one that does both",
    ),
    pytest.param(
        "6月8日，东河医院承办了全省骨科年会。院长李海山主持。",
        [("东河医院", ["co_organizer"]), ("李海山", ["chair"])],
        id="承办了",
    ),
]
TAUGHT = [
    pytest.param(
        "10月17日下午，校关工委李海山教授在报告厅为我院2024级新生作了一场题为“适应大学”的讲座。",
        [("李海山", ["lecturer"]), ("我院2024级新生", ["attendee"])],
        id="a year's students",
    ),
    pytest.param(
        "5月21日，县法院开展法治进校园活动。法官王平为全校两千多名中学生上了一堂法治课，并向过往群众作了讲解。",
        [("县法院", ["organizer"]), ("王平", ["lecturer"]), ("全校两千多名中学生", ["attendee"])],
        id="all of a school, not passers-by",
    ),
    pytest.param(
        "3月26日，白沙小学举行消防演练。操场上消防员讲解灭火器的使用方法。",
        [("白沙小学", ["organizer"]), ("消防员", ["lecturer"])],
        id="where it was",
    ),
]
TALKS = [
    pytest.param(
        "12月3日，东海大学举行座谈会。副校长李海山以及相关职能部门、学院负责人与明州大学校长王平一行进行了座谈。",
        [
            ("东海大学", ["organizer"]),
            ("李海山", ["attendee"]),
            ("相关职能部门、学院负责人", ["attendee"]),
            ("王平", ["attendee"]),
        ],
        id="whom one last word covers, before 与",
    ),
    pytest.param(
        "12月3日，东海大学举行座谈会。8家单位、学院负责人参加座谈会。",
        [("东海大学", ["organizer"]), ("8家单位", ["attendee"]), ("学院负责人", ["attendee"])],
        id="a count stands by itself",
    ),
    pytest.param(
        "6月8日，东河医院举办骨科年会。白沙市县级以上医疗机构的骨科、影像科等科室医护人员约110人参加会议。",
        [("东河医院", ["organizer"]), ("白沙市县级以上医疗机构的骨科、影像科等科室医护人员", ["attendee"])],
        id="以上 is no preposition",
    ),
]

CROWDS = [
    pytest.param(
        "5月8日，县水利局举办培训班。本次培训学员主要是全县处级领导干部、乡镇党委书记以及各单位副职，共计100余人。",
        [
            ("县水利局", ["organizer"]),
            ("全县处级领导干部", ["attendee"]),
            ("乡镇党委书记", ["attendee"]),
            ("各单位副职", ["attendee"]),
        ],
        id="who is taught, named after 是",
    ),
    pytest.param(
        "5月8日，县水利局举办培训班。参加培训的有各乡镇分管领导、水管员共50人。",
        [("县水利局", ["organizer"]), ("各乡镇分管领导", ["attendee"]), ("水管员", ["attendee"])],
        id="who is taught, named after 有",
    ),
    pytest.param(
        "5月8日，县商会举行茶叙会。活动邀请了在东河的商会顾问、名誉会长及部分老领导。",
        [
            ("县商会", ["organizer"]),
            ("在东河的商会顾问", ["attendee"]),
            ("名誉会长", ["attendee"]),
            ("部分老领导", ["attendee"]),
        ],
        id="where they live",
    ),
    pytest.param(
        "5月8日，县公安局开展禁毒宣传活动。县禁毒委各成员单位、公安民警、禁毒社工等100余人参加此次宣传活动。",
        [
            ("县公安局", ["organizer"]),
            ("县禁毒委各成员单位", ["attendee"]),
            ("公安民警", ["attendee"]),
            ("禁毒社工", ["attendee"]),
        ],
        id="people beside each body",
    ),
    pytest.param(
        "5月8日，县工信局召开座谈会。各部门、乡镇领导参加会议。",
        [("县工信局", ["organizer"]), ("各部门、乡镇领导", ["attendee"])],
        id="heads of each body",
    ),
    pytest.param(
        "5月8日，县文旅局召开培训会。各县文旅局人才工作分管领导、业务主办人员以及图书馆招募人员参加开班仪式。",
        [
            ("县文旅局", ["organizer"]),
            ("各县文旅局人才工作分管领导、业务主办人员", ["attendee"]),
            ("图书馆招募人员", ["attendee"]),
        ],
        id="two offices of each body",
    ),
    pytest.param(
        "5月8日，社区举办义诊活动。医生为30多位老人免费进行检查。今年以来，社区累计为2000余名群众提供义诊。",
        [("社区", ["organizer"]), ("30多位老人", ["attendee"])],
        id="who is served there, not all year",
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [*BACKING, *SIGNING, *COVERED, *ONLY_MEANT, *HOSTS, *TAUGHT, *TALKS, *CROWDS]
)
def test_the_first_event_has_these_participants(text: str, expected: Told) -> None:
    events = [event for article in extract(text, date(2024, 7, 31)).articles for event in article.events]
    assert [(one.name, one.roles) for one in events[0].participants] == expected
