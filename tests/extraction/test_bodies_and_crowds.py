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
        [("县农业局", ["organizer"]), ("李海山", ["attendee"])],
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


@pytest.mark.parametrize(("text", "expected"), [*BACKING, *SIGNING, *COVERED, *ONLY_MEANT])
def test_the_first_event_has_these_participants(text: str, expected: Told) -> None:
    events = [event for article in extract(text, date(2024, 7, 31)).articles for event in article.events]
    assert [(one.name, one.roles) for one in events[0].participants] == expected
