"""Events and who took part, in the wordings of governments, congresses, courts, townships and associations."""

from __future__ import annotations

from datetime import date

import pytest

from calendar_app.extraction import extract
from calendar_app.extraction.finding import Finding

TOLD = [
    pytest.param(
        "5月8日上午，白沙法院法官李平来到东河中学，以“法伴成长 守护未来”为题，开展了一堂法治讲座。",
        ["法治讲座"],
        id="未来 at the end of a subject looks at nothing to come",
    ),
    pytest.param("5月8日，自治州文联与市文联一起举办书画展。", ["书画展"], id="自治州…一起 is no 自…起"),
    pytest.param("自2019年起，县文联举办书画展。", [], id="自…起 looks back"),
    pytest.param("5月8日，白沙镇就一季度安全生产工作召开了工作例会。", ["工作例会"], id="一季度 is what it is about"),
    pytest.param("5月8日，县委书记李平主持召开县委常委会，研究防汛工作。", ["县委常委会"], id="召开 a body: it sits"),
    pytest.param("5月8日，市供销社召开理事会（扩大），听取工作汇报。", ["理事会（扩大）"], id="召开 a body, enlarged"),
    pytest.param("5月8日，县委书记李平主持召开县委常委会工作专班，研究防汛工作。", [], id="a body's own body sits not"),
    pytest.param(
        "市委政法委主任李平一行到白沙街道督导平安建设\n"
        "5月8日，市委政法委主任李平一行到白沙街道督导平安建设，街道书记王海山陪同督导。",
        ["市委政法委主任李平一行到白沙街道督导平安建设"],
        id="who goes along is no part of a visit's name",
    ),
    pytest.param(
        "全县举办技能竞赛 王海山出席启动仪式并致辞\n"
        "5月8日，全县举办“比技能、强本领”技能竞赛。副县长王海山出席启动仪式并致辞。",
        ["“比技能、强本领”技能竞赛"],
        id="a headline of two parts",
    ),
    pytest.param(
        "东河街道办事处 2024年5月9日\n5月8日，东河街道召开消防安全整治大会。",
        ["消防安全整治大会"],
        id="who puts a brief out, above it",
    ),
]
TOOK_PART = [
    pytest.param(
        "5月8日，白沙区红十字会联合区卫健局，开展了“救护进社区”活动。",
        [("白沙区红十字会", ["organizer"]), ("区卫健局", ["organizer"])],
        id="two bodies before a comma",
    ),
    pytest.param(
        "5月8日，白沙区红十字会联同区卫健局开展了“救护进社区”活动。",
        [("白沙区红十字会", ["organizer"]), ("区卫健局", ["organizer"])],
        id="联同",
    ),
    pytest.param(
        "5月8日，白沙街道办事处联合社区志愿者，开展了“清洁家园”活动。",
        [("白沙街道办事处", ["organizer"]), ("社区志愿者", ["attendee"])],
        id="联合 people",
    ),
    pytest.param(
        "5月8日晚，由县妇联、县文广新电局共同举办的“巾帼风采”文艺晚会在县影剧院举行。",
        [("县妇联", ["organizer"]), ("县文广新电局", ["organizer"])],
        id="电 in a body's name opens no report",
    ),
    pytest.param(
        "5月8日，县委、县人民政府决定召开造林动员大会。",
        [("县委", ["organizer"]), ("县人民政府", ["organizer"])],
        id="决定 after a body",
    ),
    pytest.param(
        "5月8日，市四届人大二次会议举行预备会议。市人大常委会主任李平主持会议。",
        [("李平", ["chair"])],
        id="a session holds nothing",
    ),
    pytest.param(
        "5月8日，市四届人大二次会议主席团举行第二次会议。会议听取了各代表团审议市人大常委会工作报告情况的汇报。",
        [("市四届人大二次会议主席团", ["organizer"]), ("各代表团", ["speaker"])],
        id="who reports, not what they discussed",
    ),
    pytest.param(
        "5月8日，白沙镇召开换届工作推进会。镇班子成员，村书记、主任、组织委员参会。",
        [("白沙镇", ["organizer"]), ("镇班子成员", ["attendee"]), ("村书记、主任、组织委员", ["attendee"])],
        id="one word covers offices of a village",
    ),
    pytest.param(
        "5月8日，白沙镇召开民政工作会议。各村、社区相关负责人参加。县民政局、县残联相关部门负责同志等列席会议。",
        [
            ("白沙镇", ["organizer"]),
            ("各村、社区相关负责人", ["attendee"]),
            ("县民政局、县残联相关部门负责同志", ["attendee"]),
        ],
        id="one word covers those before it",
    ),
    pytest.param(
        "5月8日，全县职工运动会开幕式举行。县总工会、参赛队员代表分别发言。",
        [("县总工会", ["sharer"]), ("参赛队员代表", ["sharer"])],
        id="people that belong to no body before them",
    ),
    pytest.param(
        "5月8日，县政府召开总结会。卫计办、文体科、老龄办的主要负责人作了发言。",
        [("县政府", ["organizer"]), ("卫计办、文体科、老龄办的主要负责人", ["sharer"])],
        id="short offices are no persons",
    ),
    pytest.param(
        "5月8日，商会论坛在东海举行。市商会会长陈崇和、副会长李平出席。市商会会长陈崇和对商会工作给予了充分肯定。",
        [("陈崇和", ["attendee", "speaker"]), ("李平", ["attendee"])],
        id="a name that ends in 和",
    ),
    pytest.param(
        "5月8日，商会论坛在东海举行。市商会秘书长孙宁出席。学者王海山、李平等专家学者以及商会代表许立作了演讲。",
        [
            ("孙宁", ["attendee"]),
            ("王海山", ["speaker"]),
            ("李平", ["speaker"]),
            ("专家学者", ["speaker"]),
            ("许立", ["speaker"]),
        ],
        id="长 of an office, and 以及",
    ),
    pytest.param(
        "5月8日，县委召开务虚会。县委书记李平指出，这是一次重要会议。孙立书记的讲话站位高、思路清、要求严。",
        [("县委", ["organizer"]), ("李平", ["speaker"])],
        id="whose speech is only studied",
    ),
    pytest.param(
        "5月8日，白沙检察院举办开放日活动。来自各村的村民代表齐聚一堂。东海电视台记者全程参加活动。",
        [("白沙检察院", ["organizer"]), ("来自各村的村民代表", ["attendee"])],
        id="齐聚一堂, and reporters",
    ),
    pytest.param(
        "5月8日，白沙县党政考察团来我县考察。考察团一行先后到东河物流产业园、海山汽车有限公司、"
        "白沙街道东河社区等地参观，并召开座谈会详细了解情况。",
        [("白沙县党政考察团", ["attendee"])],
        id="what guests see takes no part",
    ),
    pytest.param(
        "关于召开造林动员大会的通知\n会议时间：2024年5月28日上午9：30\n参会人员：各镇分管领导；县林业局主要负责人；县气象局。\n"
        "请县水利局负责人列席会议。",
        [
            ("各镇分管领导", ["attendee"]),
            ("县林业局主要负责人", ["attendee"]),
            ("县气象局", ["attendee"]),
            ("县水利局负责人", ["attendee"]),
        ],
        id="a label's list goes on after a semicolon",
    ),
    pytest.param(
        "5月8日，白沙镇举行敬老活动。接下来，村民代表李金山、镇老龄办主任王平先后发言。",
        [("白沙镇", ["organizer"]), ("李金山", ["sharer"]), ("王平", ["sharer"])],
        id="接下来 in what was done",
    ),
    pytest.param(
        "5月8日，白沙区召开新闻发布会。区住建局、大桥镇等单位的新闻发言人进行了新闻发布。",
        [("白沙区", ["organizer"]), ("区住建局、大桥镇等单位的新闻发言人", ["speaker"])],
        id="who speaks for bodies",
    ),
    pytest.param(
        "5月8日，18名县人大代表走进白沙法院第一法庭参加旁听庭审活动。",
        [("18名县人大代表", ["attendee"])],
        id="where they went takes no part",
    ),
    pytest.param(
        "5月8日，白沙区召开座谈会。退役军人和重点优抚对象代表及各街道工作人员，受到表彰的优秀青年志愿者参加会议。",
        [
            ("白沙区", ["organizer"]),
            ("退役军人", ["attendee"]),
            ("重点优抚对象代表", ["attendee"]),
            ("各街道工作人员", ["attendee"]),
            ("受到表彰的优秀青年志愿者", ["attendee"]),
        ],
        id="受到, 到, 重点 and 对 within a group",
    ),
    pytest.param(
        "5月8日，青年表彰大会在县礼堂举行。县救援队代表、白沙街道团委代表分别做了典型发言。县残联理事长李平代表主办单位致辞。",
        [("县救援队代表", ["sharer"]), ("白沙街道团委代表", ["sharer"]), ("李平", ["speaker"])],
        id="代表 before 分别 is no verb",
    ),
    pytest.param(
        "5月8日，白沙区委、区政府连日来开展了“八一”慰问活动。",
        [("白沙区委", ["organizer"]), ("区政府", ["organizer"])],
        id="连日来 after a body",
    ),
    pytest.param(
        "5月8日，助残活动在东河举行。活动由同善社区协办。团县委书记刘毅书面传达了决定。镇副职徐晓伟讲解了流程。",
        [("同善社区", ["co_organizer"]), ("刘毅", ["speaker"]), ("徐晓伟", ["lecturer"])],
        id="同善 is a name, 书面 is none",
    ),
]


def told(text: str) -> list[Finding]:
    return [event for article in extract(text, date(2024, 5, 15)).articles for event in article.events]


@pytest.mark.parametrize(("text", "names"), TOLD)
def test_what_is_told(text: str, names: list[str]) -> None:
    assert [event.name for event in told(text)] == names


@pytest.mark.parametrize(("text", "who"), TOOK_PART)
def test_who_took_part(text: str, who: list[tuple[str, list[str]]]) -> None:
    assert [(one.name, one.roles) for event in told(text) for one in event.participants] == who


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("5月8日，启动仪式在白沙九中举行。", "白沙九中"),
        ("5月8日，在讨论中召开了分析会。", None),
        ("5月8日，镇政府在三楼会议室紧急召开防汛大会。", "三楼会议室"),
        ("5月8日，分析会召开，会议由县人大常委会主任于伟主持。", None),
    ],
)
def test_where(text: str, place: str | None) -> None:
    assert [event.location for event in told(text)] == [place]


def test_post_begins_after_who_held_it() -> None:
    text = "5月8日，白沙中学举行县法院院长王海山受聘法治副校长活动。县法院院长王海山出席。"
    assert [(one.name, one.post) for one in told(text)[0].participants][-1] == ("王海山", "县法院院长")


def test_report_of_work_is_a_meeting() -> None:
    assert [event.kind for event in told("5月8日，全市公安工作报告会召开。")] == ["meeting"]


def test_who_speaks_for_a_body_has_a_post() -> None:
    text = "5月8日，县政府召开发布会，邀请县环保局副局长、新闻发言人李平先生出席。"
    assert [(one.name, one.post) for one in told(text)[0].participants] == [
        ("县政府", None),
        ("李平", "县环保局副局长、新闻发言人"),
    ]
