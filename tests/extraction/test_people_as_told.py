"""People in the sentences that reports are made of: whoever is named, his post, and what he did."""

from __future__ import annotations

from datetime import date

import pytest

from calendar_app.extraction import extract

People = dict[str, str]

LEAD = "东湖区文联举办业务培训\n5月8日，东湖区文联在市民中心举办业务培训。"

SPEAKING = {
    "校长王海山对大家提出殷切期望。": {"王海山": "speaker"},
    "局长李平对活动的开展给予高度评价，院长周明对成果予以充分肯定。": {"李平": "speaker", "周明": "speaker"},
    "会上，县长林涛就贯彻落实会议精神讲了三点意见。": {"林涛": "speaker"},
    "组织部部长高远作任前谈话。": {"高远": "speaker"},
    "在听取汇报后，局长李平对工作给予充分肯定。": {"李平": "speaker"},
    "会议听取并审议了会长周明代表理事会所作的工作报告。": {"周明": "speaker"},
    "大会听取了秘书长林涛受理事会委托所作的财务报告。": {"林涛": "speaker"},
    "局长王海山部署下一步工作，主任李平安排了下一阶段任务。": {"王海山": "speaker", "李平": "speaker"},
    "局长王海在点评时指出，要发挥优势。": {"王海": "speaker"},
    "主任李平反馈了检查情况。": {"李平": "speaker"},
    "会议听取了县委书记孟洋所作的工作报告。": {"孟洋": "speaker"},
    "会长周明号召大家参与志愿服务。": {"周明": "speaker"},
    "县长林涛对安全生产工作作出部署。": {"林涛": "speaker"},
    "校长高远对李平一行的到来表示欢迎。": {"高远": "speaker", "李平": "attendee"},
    "书记王海山认真听取发言后表示，将认真研究。": {"王海山": "speaker"},
    "书记李平对本次活动作了总结。": {"李平": "speaker"},
    "夏书记对大家的到来表示欢迎。": {"夏书记": "speaker"},
    "主任周明作关于换届工作的说明。": {"周明": "speaker"},
    "最后，王副校长就做好相关工作提出三点要求。": {"王副校长": "speaker"},
}
TEACHING = {
    "由律师王海山为全体班子成员授课。": {"王海山": "lecturer"},
    "教授李平、研究员周明两位专家为学员授课。": {"李平": "lecturer", "周明": "lecturer"},
    "检察官林涛结合实际案例，为大家讲解法律知识。": {"林涛": "lecturer"},
    "工程师高远围绕“安全生产”主题作专题培训。": {"高远": "lecturer"},
    "校长王海山上了一堂题为“青春使命”的思政课。": {"王海山": "lecturer"},
    "书记王海山以“践行初心”为题，为全体党员讲了一堂专题党课。": {"王海山": "lecturer"},
    "主讲人姚安敏从三个方面进行了讲解。": {"姚安敏": "lecturer"},
    "教师林涛作大会交流，教师高远就如何提升质量发表了看法。": {"林涛": "sharer", "高远": "sharer"},
    "培训邀请到教授李平作专题授课。": {"李平": "lecturer"},
    "经理周明与大家分享了创业经历。": {"周明": "sharer"},
}
BEING_THERE = {
    "局长王海山到会祝贺。": {"王海山": "attendee"},
    "在主席台前排就座的领导有：县长李平、局长周明。": {"李平": "attendee", "周明": "attendee"},
    "参加此次培训的有：局长李平；院长周明；站长林涛。": {
        "李平": "attendee",
        "周明": "attendee",
        "林涛": "attendee",
    },
    "在县长李平、局长周明的见证下，校长林涛与经理高远签署了协议。": {
        "李平": "attendee",
        "周明": "attendee",
        "林涛": "signatory",
        "高远": "signatory",
    },
    "副院长王海山（主持工作）参加培训。": {"王海山": "attendee"},
    "局长李平与退休干部共同参与仪式。": {"李平": "attendee"},
    "在家校领导王海山、李平参加培训。": {"王海山": "attendee", "李平": "attendee"},
    "教授王海山、画家李平担任评委。": {"王海山": "attendee", "李平": "attendee"},
    "院长王海山热情接待了局长李平一行。": {"王海山": "attendee", "李平": "attendee"},
    "局长王海山、书记陆婷接待了考察团一行。": {"王海山": "attendee", "陆婷": "attendee"},
    "出席培训的领导有夏书记、高局长。": {"夏书记": "attendee", "高局长": "attendee"},
    "郑强祥、阿依古丽、罗晓鑫等出席培训。": {"郑强祥": "attendee", "阿依古丽": "attendee", "罗晓鑫": "attendee"},
    "县委书记王海山，李平、支卫东出席培训。": {"王海山": "attendee", "李平": "attendee", "支卫东": "attendee"},
    "林副书记、高秘书长出席培训。": {"林副书记": "attendee", "高秘书长": "attendee"},
}
MADE = {
    "一等奖由教师王海山获得。": {"王海山": "recipient"},
    "院长李平全票当选会长。": {"李平": "recipient"},
    "主任周明当选团委书记。": {"周明": "recipient"},
    "院长周明高票当选新一届主席。": {"周明": "recipient"},
    "会议补选林涛为副主席。": {"林涛": "recipient"},
    "会议补选单生芳为副主席。": {"单生芳": "recipient"},
    "庭长约翰·史密斯荣获“最美教师”称号。": {"约翰·史密斯": "recipient"},
    "院长乌云其木格荣获一等奖。": {"乌云其木格": "recipient"},
    "授予王海山、李平“优秀教师”称号。": {"王海山": "recipient", "李平": "recipient"},
    "双方代表王海山、李平签署了协议。": {"王海山": "signatory", "李平": "signatory"},
    "会议选举王海山为会长，李平、周明涛为副会长。": {
        "王海山": "recipient",
        "李平": "recipient",
        "周明涛": "recipient",
    },
    "会议选举产生了由林涛、高远、李平组成的新一届支委会。": {
        "林涛": "recipient",
        "高远": "recipient",
        "李平": "recipient",
    },
}
NAMED = {
    "校领导乔春、娜仁花、杜和平、占新民、何振生，退休干部参加培训。": {
        "乔春": "attendee",
        "娜仁花": "attendee",
        "杜和平": "attendee",
        "占新民": "attendee",
        "何振生": "attendee",
    },
    "市领导龙华云、连福浩，退休干部参加培训。": {"龙华云": "attendee", "连福浩": "attendee"},
    "市领导热孜万古丽、方安参加培训。": {"热孜万古丽": "attendee", "方安": "attendee"},
    "局长王海向长期以来关心支持工作的各界人士表示感谢。": {"王海": "speaker"},
    "局长李平受县长周明涛委托致辞。": {"李平": "speaker"},
    "职工代表计海山、家长代表林涛先后发言。": {"计海山": "sharer", "林涛": "sharer"},
}
NOBODY = {
    "会上宣读了当选名单和当选人员简历。": {},
    "活动得到大家高度评价，学员意见由教务处收集。": {},
    "局长王海山、教务处、张家界市文联参加培训。": {"王海山": "attendee"},
    "会议听取并审议了工作报告。": {},
    "按照县委作出的部署，学员分析了案例。": {},
    "县长王海山、莲花村主任徐平参加培训。": {"王海山": "attendee", "徐平": "attendee"},
    "参加人员：全体教师、安全员、网格员": {},
    "学员对各位领导的到来表示欢迎。": {},
    "奖品由东海公司提供，一等奖奖金由评委会审定后获得拨付。": {},
}


@pytest.mark.parametrize(
    ("told", "expected"),
    [pair for told in (SPEAKING, TEACHING, BEING_THERE, MADE, NAMED, NOBODY) for pair in told.items()],
)
def test_everybody_has_the_part_that_is_told(told: str, expected: People) -> None:
    (event,) = extract(LEAD + told + "\n", date(2024, 5, 10)).articles[0].events
    assert {one.name: "+".join(one.roles) for one in event.participants if one.type == "person"} == expected
