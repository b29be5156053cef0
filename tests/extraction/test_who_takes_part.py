"""Which bodies and groups have a part in an event, how far their names reach, and which are only named."""

from __future__ import annotations

from datetime import date

import pytest

from calendar_app.extraction import extract

Told = list[tuple[str, list[str]]]

MADE_OF = [
    pytest.param(
        "7月9日，由县水利局、应急局、白沙镇工作人员组成的检查组对东河水库开展防汛检查。副县长王海山带队检查。",
        [("县水利局、应急局、白沙镇工作人员", ["attendee"]), ("王海山", ["attendee"])],
        id="one word covers the bodies a team is made of",
    ),
    pytest.param(
        "7月9日，市中医院举行义诊活动。院长李海山，各科室负责人和部分护士组成的医疗队参加活动。",
        [
            ("市中医院", ["organizer"]),
            ("李海山", ["attendee"]),
            ("各科室负责人", ["attendee"]),
            ("部分护士", ["attendee"]),
        ],
        id="who a team is made of, not the team",
    ),
    pytest.param(
        "7月9日，东河镇召开禁毒工作会。各村书记和网格长组成的宣传队参加会议。",
        [("东河镇", ["organizer"]), ("各村书记和网格长", ["attendee"])],
        id="members before a team",
    ),
]
ONLY_NAMED = [
    pytest.param(
        "7月9日上午，白沙小学举办法治开放日活动。校长王海山带队参观县法院，县法院法官李平陪同参观。",
        [("白沙小学", ["organizer"]), ("王海山", ["attendee"]), ("李平", ["attendee"])],
        id="what is visited, before a comma",
    ),
    pytest.param(
        "7月9日上午，校企合作签约仪式举行。东海检测公司总经理王海山一行来我院参加签约仪式，院长李平出席。",
        [("王海山", ["attendee"]), ("李平", ["attendee"])],
        id="where guests come",
    ),
    pytest.param(
        "7月9日，县政府召开防汛工作会议。县直部门负责人在主会场参会，会议以视频形式开到各乡镇，乡镇长在分会场参会。",
        [("县政府", ["organizer"]), ("县直部门负责人", ["attendee"]), ("乡镇长", ["attendee"])],
        id="a clause that ends like a body",
    ),
    pytest.param(
        "7月9日，县中学、县职校分别组织全体学生，开展消防演练活动。",
        [("县中学", ["organizer"]), ("县职校", ["organizer"]), ("全体学生", ["attendee"])],
        id="组织 as a verb",
    ),
]
AWARDED = [
    pytest.param(
        "7月9日，县医院举行护士节表彰大会。全院共有20名护士以及6个先进护理团队受到表彰。",
        [("县医院", ["organizer"]), ("20名护士", ["recipient"]), ("6个先进护理团队", ["recipient"])],
        id="teams that are counted",
    ),
    pytest.param(
        "7月9日，县团委召开表彰大会。大会向8个基层团支部和10名团干部授予荣誉称号。",
        [("县团委", ["organizer"]), ("8个基层团支部", ["recipient"]), ("10名团干部", ["recipient"])],
        id="向 tells who receives",
    ),
    pytest.param(
        "7月9日，学院举行表彰大会。过去一年，5个团支部获评先进团支部，8个项目获得省级立项。",
        [("学院", ["organizer"])],
        id="what a year brought is no award there",
    ),
    pytest.param(
        "7月9日，东河中学举行建队仪式。校长王海山为中队长授旗、为各中队辅导员颁发聘书。",
        [
            ("东河中学", ["organizer"]),
            ("王海山", ["presenter"]),
            ("中队长", ["recipient"]),
            ("各中队辅导员", ["recipient"]),
        ],
        id="two presentations in one clause",
    ),
    pytest.param(
        "7月9日，全县职工技能竞赛在白沙镇落幕。\n据悉，经过激烈角逐，竞赛决出各个奖项。"
        "东海建材有限公司获得团体第一名。县供电公司、县水务集团荣获优秀组织奖。",
        [("东海建材有限公司", ["recipient"]), ("县供电公司", ["recipient"]), ("县水务集团", ["recipient"])],
        id="the results fill a paragraph",
    ),
]
VISITING = [
    pytest.param(
        "7月9日，副市长王海山、市政府副秘书长李平率市直有关部门负责人来我校召开现场办公会。校长陈志远出席。",
        [
            ("王海山", ["attendee"]),
            ("李平", ["attendee"]),
            ("市直有关部门负责人", ["attendee"]),
            ("陈志远", ["attendee"]),
        ],
        id="who comes to hold a meeting, and whom they lead",
    ),
    pytest.param(
        "7月9日，县长王海山率县住建局、县水务局主要负责人到白沙镇开展防汛检查。",
        [("王海山", ["attendee"]), ("县住建局、县水务局主要负责人", ["attendee"])],
        id="led bodies hold nothing",
    ),
    pytest.param(
        "7月9日上午，副市长王海山在市住建局局长李平等领导的陪同下，来到东海集团公司，开展走访调研活动。",
        [("王海山", ["attendee"]), ("李平", ["attendee"])],
        id="who comes in company",
    ),
    pytest.param(
        "7月9日，东河小学和县公安局联合举办“走进警营”活动。东河小学九十余名师生在校长王海山的带领下，走进了县公安局。",
        [
            ("东河小学", ["organizer"]),
            ("县公安局", ["organizer"]),
            ("东河小学九十余名师生", ["attendee"]),
            ("王海山", ["attendee"]),
        ],
        id="a crowd that is led",
    ),
    pytest.param(
        "7月9日，县政协主席王海山带领考察团到白沙镇考察。考察团先后参观了文化站和卫生院，并观摩了消防演练。",
        [("王海山", ["attendee"]), ("考察团", ["attendee"])],
        id="what a delegation sees",
    ),
    pytest.param(
        "7月9日，市工商联访问团到我县考察。县工商联主席李平陪同。",
        [("市工商联访问团", ["attendee"]), ("李平", ["attendee"])],
        id="a delegation is people together",
    ),
    pytest.param(
        "7月9日，县医院举行义诊活动。县卫健局局长王海山对院长李平带领的医疗队表示欢迎。",
        [("县医院", ["organizer"]), ("王海山", ["speaker"])],
        id="a team named by its leader in passing",
    ),
]
INVITED = [
    pytest.param(
        "7月9日，市委统战部举行座谈会，邀请民主党派代表和部分专家学者，围绕城市更新献计献策。",
        [("市委统战部", ["organizer"]), ("民主党派代表", ["attendee"]), ("部分专家学者", ["attendee"])],
        id="invited to speak their mind",
    ),
    pytest.param(
        "7月9日，县法院开展公众开放日活动，邀请了县教育局、县妇联、人大代表走进法庭参观。",
        [("县法院", ["organizer"]), ("县教育局", ["attendee"]), ("县妇联", ["attendee"]), ("人大代表", ["attendee"])],
        id="bodies that are invited",
    ),
    pytest.param(
        "7月9日，县医院举办急救培训，邀请市中心医院主任医师王海山授课。",
        [("县医院", ["organizer"]), ("王海山", ["lecturer"])],
        id="invited to teach is no more than teaching",
    ),
    pytest.param(
        "7月9日，县法院召开座谈会。来自县工商联、部分乡镇、重点企业的人大代表和全体庭长参加座谈会。",
        [
            ("县法院", ["organizer"]),
            ("来自县工商联、部分乡镇、重点企业的人大代表", ["attendee"]),
            ("全体庭长", ["attendee"]),
        ],
        id="where those people are from",
    ),
]
SIGNED = [
    pytest.param(
        "7月9日，医院帮扶签约仪式举行。市二院、市妇保院分别与白沙卫生院签订了协议。市二院院长王海山及有关科室负责人共同出席签约授牌仪式。",
        [
            ("市二院", ["signatory"]),
            ("市妇保院", ["signatory"]),
            ("白沙卫生院", ["signatory"]),
            ("王海山", ["attendee"]),
            ("有关科室负责人", ["attendee"]),
        ],
        id="each signs with a third",
    ),
    pytest.param(
        "7月9日下午，我院与市委台办开展党支部结对共建并举行义诊活动。",
        [("我院", ["organizer"]), ("市委台办", ["organizer"])],
        id="two that hold two things",
    ),
    pytest.param(
        "7月9日，县法院召开座谈会。正平律师事务所主任王海山提出意见和建议。审判委员会专委李平主持会议。",
        [("县法院", ["organizer"]), ("王海山", ["sharer"]), ("李平", ["chair"])],
        id="a firm of lawyers, a member of a court",
    ),
]
HOW_FAR = [
    pytest.param(
        "7月9日，白沙镇召开调度会。各村书记、治保主任、网格员、财政所等相关人员参加会议。",
        [("白沙镇", ["organizer"]), ("各村书记、治保主任、网格员、财政所等相关人员", ["attendee"])],
        id="各 and 等相关人员 hold a list together",
    ),
    pytest.param(
        "7月9日，白沙镇召开调度会。县水务局、县林业局，驻村干部等相关人员参加会议。",
        [
            ("白沙镇", ["organizer"]),
            ("县水务局", ["attendee"]),
            ("县林业局", ["attendee"]),
            ("驻村干部", ["attendee"]),
        ],
        id="without 各 bodies stay bodies",
    ),
    pytest.param(
        "7月9日，区民政局举办培训班。50名社区书记及党建指导员参加培训，来自各镇的20名网格员和10名志愿者列席。",
        [
            ("区民政局", ["organizer"]),
            ("50名社区书记及党建指导员", ["attendee"]),
            ("来自各镇的20名网格员和10名志愿者", ["attendee"]),
        ],
        id="a number counts what 及 joins",
    ),
    pytest.param(
        "7月9日，公司举行安全宣誓仪式。东海公司领导班子、中层管理人员及职工代表参加，县应急局负责人和群众代表观摩。",
        [
            ("公司", ["organizer"]),
            ("东海公司领导班子、中层管理人员及职工代表", ["attendee"]),
            ("县应急局负责人", ["attendee"]),
            ("群众代表", ["attendee"]),
        ],
        id="staff of one house, and others",
    ),
    pytest.param(
        "7月9日晚，“校友讲堂”首场报告会在礼堂举行。“校友讲堂”由校友办公室和各学院联合主办。",
        [("校友办公室", ["organizer"])],
        id="bodies beside 各学院",
    ),
]
SPOKEN = [
    pytest.param(
        "7月9日，县茶叶协会召开换届大会。王海山当选第三届理事会会长并发表讲话。",
        [("县茶叶协会", ["organizer"]), ("王海山", ["recipient", "speaker"])],
        id="who was elected speaks, not his office",
    ),
    pytest.param(
        "7月9日，东河学院举行校企合作签约仪式。院长王海山、副院长李平代表学院向企业分别授“实习基地”牌匾。",
        [("东河学院", ["organizer"]), ("王海山", ["presenter"]), ("李平", ["presenter"])],
        id="授…牌匾",
    ),
    pytest.param(
        "7月9日，摄影大赛颁奖典礼在县文化馆举行。县文联主席王海山、县文化馆馆长李平等出席典礼并分别为获奖选手颁奖。",
        [("王海山", ["attendee", "presenter"]), ("李平", ["attendee", "presenter"]), ("获奖选手", ["recipient"])],
        id="出席典礼并分别为 begins no list",
    ),
    pytest.param(
        "7月9日，县作协召开会员大会。据了解，本次大会共有来自各镇的会员代表、特邀代表共80人参加会议。",
        [("县作协", ["organizer"]), ("来自各镇的会员代表", ["attendee"]), ("特邀代表", ["attendee"])],
        id="据了解，本次 is about the event",
    ),
    pytest.param(
        "7月9日，县文旅局召开座谈会。李志远厅长会见了与会代表，县委书记王海山对本次座谈会进行了点评。",
        [("县文旅局", ["organizer"]), ("李志远", ["attendee"]), ("王海山", ["speaker"])],
        id="a title before 会见, a meeting that is spoken of",
    ),
]
LABELLED = [
    pytest.param(
        "关于召开女职工工作会议的通知\n会议时间：7月20日\n参会人员：\n1、各镇工会主席\n2、县直各单位女职工委员\n",
        [("各镇工会主席", ["attendee"]), ("县直各单位女职工委员", ["attendee"])],
        id="numbers of the lines",
    ),
]


def told(text: str) -> Told:
    """Return who takes part in all that a text of July 2024 tells, with roles."""
    found = extract(text, date(2024, 7, 15))
    return [
        (one.name, one.roles) for article in found.articles for event in article.events for one in event.participants
    ]


@pytest.mark.parametrize(
    ("text", "expected"), MADE_OF + ONLY_NAMED + AWARDED + VISITING + INVITED + SIGNED + HOW_FAR + SPOKEN + LABELLED
)
def test_who_has_which_part(text: str, expected: Told) -> None:
    assert told(text) == expected
