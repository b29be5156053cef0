"""People in the reports of courts, schools, hospitals, villages and clubs: their names, posts and parts."""

from __future__ import annotations

from datetime import date

import pytest

from calendar_app.extraction import extract

People = dict[str, tuple[str | None, str]]

LEAD = "东湖区文联举办业务培训\n5月8日，东湖区文联在市民中心举办业务培训。"

COURTS = {
    "人民监督员廖宁、龚颖、武俊参加听证会。": {
        "廖宁": ("人民监督员", "attendee"),
        "龚颖": ("人民监督员", "attendee"),
        "武俊": ("人民监督员", "attendee"),
    },
    "人大代表武俊福、政协委员叶芳旁听了庭审。": {
        "武俊福": ("人大代表", "attendee"),
        "叶芳": ("政协委员", "attendee"),
    },
    "第一检察部主任彭成围绕未成年人保护作法治讲座。": {"彭成": ("第一检察部主任", "lecturer")},
    "民警乔强为老年人讲解防骗知识。": {"乔强": ("民警", "lecturer")},
    "政治部主任高浩宣布表彰决定，县长丁春伟、政委石婷为受表彰干警颁奖。": {
        "高浩": ("政治部主任", "speaker"),
        "丁春伟": ("县长", "presenter"),
        "石婷": ("政委", "presenter"),
    },
    "会议听取了副县长唐刚关于提案办理情况的报告。": {"唐刚": ("副县长", "speaker")},
}
SCHOOLS = {
    "老党员孙正雅动情地讲述了入党故事。": {"孙正雅": ("老党员", "sharer")},
    "常务副校（院）长车杰主持开班式。": {"车杰": ("常务副校（院）长", "chair")},
    "院长汪霞国作会议主持。": {"汪霞国": ("院长", "chair")},
    "处长薛宇中担任活动主持。": {"薛宇中": ("处长", "chair")},
    "研究员梁力作开班第一讲。": {"梁力": ("研究员", "lecturer")},
    "研究员梁力带来《压力调适，从分享开始》专题讲座。": {"梁力": ("研究员", "lecturer")},
    "研究员梁力作题为《如何做好汇报》的专题培训。": {"梁力": ("研究员", "lecturer")},
    "主讲老师为县文联主席郎平。": {"郎平": ("县文联主席", "lecturer")},
    "本期讲座的主讲人是研究员阳宁、副教授方兰。": {"阳宁": ("研究员", "lecturer"), "方兰": ("副教授", "lecturer")},
    "农技专家冯中深入田间地头，为农户讲解防治技术。": {"冯中": ("农技专家", "lecturer")},
    "辅导员亓兰带领学生参观了校史馆。": {"亓兰": ("辅导员", "attendee")},
}
CLUBS = {
    "裁判员代表蔡建鑫、运动员代表任伟分别宣誓。": {
        "蔡建鑫": ("裁判员代表", "speaker"),
        "任伟": ("运动员代表", "speaker"),
    },
    "支部书记龙桂学习传达了上级会议精神。": {"龙桂": ("支部书记", "speaker")},
    "局长王志组织学习了有关文件，并提出要求。": {"王志": ("局长", "speaker")},
    "局长李文提出了明确要求，副局长彭萍作了补充强调。": {"李文": ("局长", "speaker"), "彭萍": ("副局长", "speaker")},
    "种粮大户吴福军、楼栋长杜林作交流发言。": {"吴福军": ("种粮大户", "sharer"), "杜林": ("楼栋长", "sharer")},
    "会上聘请汪荣鑫、司徒瑶为顾问。": {"汪荣鑫": (None, "recipient"), "司徒瑶": (None, "recipient")},
    "选举产生傅峰、易红云、汪鸣等5名理事。": {
        "傅峰": (None, "recipient"),
        "易红云": (None, "recipient"),
        "汪鸣": (None, "recipient"),
    },
    "受表彰的先进个人廖静、龚颖上台领奖。": {"廖静": ("先进个人", "recipient"), "龚颖": ("先进个人", "recipient")},
    "大会表彰了宋耀、夏侯红思等优秀教师。": {"宋耀": (None, "recipient"), "夏侯红思": (None, "recipient")},
    "活动在公司书记王芳热情洋溢的致辞中拉开序幕。": {"王芳": ("公司书记", "speaker")},
    "在县长赵瑶的陪同下，局长岑林一行察看了项目现场。": {"赵瑶": ("县长", "attendee"), "岑林": ("局长", "attendee")},
    "秘书长潘文和发来视频致辞。": {"潘文和": ("秘书长", "speaker")},
}
ROLLS = {
    "在主席台前排就座的还有欧阳军、邹新健、刘宁正。": {
        "欧阳军": (None, "attendee"),
        "邹新健": (None, "attendee"),
        "刘宁正": (None, "attendee"),
    },
    "获得“优秀护士”称号的韩美、陈静上台领奖。": {"韩美": (None, "recipient"), "陈静": (None, "recipient")},
    "\n主讲人：郑正静，县法院民一庭庭长\n主持人：李明 市教育局巡视员\n": {
        "郑正静": ("县法院民一庭庭长", "lecturer"),
        "李明": ("市教育局巡视员", "chair"),
    },
    "本次大赛裁判长周国宣读规则。": {"周国": ("裁判长", "speaker")},
    "局长王明宣读县委决定，授予许芳同志“先进个人”称号。": {
        "王明": ("局长", "speaker"),
        "许芳": (None, "recipient"),
    },
    "总会计师盛杰、集团总工程师曹和交流发言。": {
        "盛杰": ("总会计师", "sharer"),
        "曹和": ("集团总工程师", "sharer"),
    },
    "东海日报记者王煜鹏、电视台台长王泽云分别代表媒体发言。": {
        "王煜鹏": ("东海日报记者", "sharer"),
        "王泽云": ("电视台台长", "sharer"),
    },
    "站长王坚还走访了企业。": {"王坚": ("站长", "attendee")},
}
RARE_NAMES = {
    "副县长欧要才仁、县长乌兰图雅出席培训。": {"欧要才仁": ("副县长", "attendee"), "乌兰图雅": ("县长", "attendee")},
    "书记南太才让，县委副书记、代县长马多杰参加培训。": {
        "南太才让": ("书记", "attendee"),
        "马多杰": ("县委副书记、代县长", "attendee"),
    },
    "村民代表扎西多吉、学生娜仁花发言。": {"扎西多吉": ("村民代表", "sharer"), "娜仁花": ("学生", "sharer")},
    "白玛央金同志作总结。": {"白玛央金": (None, "speaker")},
    "会上，额尔德尼作交流发言。": {"额尔德尼": (None, "sharer")},
    "热孜万古丽、李明出席培训。": {"热孜万古丽": (None, "attendee"), "李明": (None, "attendee")},
    "村民代表古丽娜尔·艾合买提发言。": {"古丽娜尔·艾合买提": ("村民代表", "sharer")},
    "副主任衣萍、候文主持培训。": {"衣萍": ("副主任", "chair"), "候文": ("副主任", "chair")},
}
NO_NAMES: dict[str, People] = {
    "本报记者李明、王海报道。": {},
    "参加展览的有金桔、白菜、黄瓜。": {},
    "闭幕大会宣布结束，主讲人：待定，具体另行通知": {},
    "马来西亚参加培训，乌鲁木齐、阿勒泰作交流。": {},
    "县长候选人、局长仪式感十足地介绍，主任买断旧书。": {},
    "让司法接受监督，依托龙江作报告。": {},
}
NOBODY: dict[str, People] = {
    "局长王芳带领与会人员宣誓，全体党员面向党旗宣誓。": {"王芳": ("局长", "attendee")},
    "局长慕容静宣读了组织部颁发的任命文件。": {"慕容静": ("局长", "speaker")},
    "局长邱宁宣读关于授予先进集体荣誉称号的决定。": {"邱宁": ("局长", "speaker")},
    "局长史和宣读《关于授予封安芳等5名同志“优秀教师”称号的决定》。": {
        "史和": ("局长", "speaker"),
    },
    "副局长刘成琳缺席会议，副局长顾静立发来贺信。": {},
    "机关干部和工作人员、裁判员和运动员参加培训。": {},
    "听取承办单位关于提案办理情况的报告。": {},
    "各单位要按照提出的明确要求，抓好落实。": {},
}


@pytest.mark.parametrize(
    ("told", "expected"),
    [pair for told in (COURTS, SCHOOLS, CLUBS, ROLLS, RARE_NAMES, NO_NAMES, NOBODY) for pair in told.items()],
)
def test_people_of_every_house_have_their_posts_and_parts(told: str, expected: People) -> None:
    (event,) = extract(LEAD + told + "\n", date(2024, 5, 10)).articles[0].events
    found = {one.name: (one.post, "+".join(one.roles)) for one in event.participants if one.type == "person"}
    assert found == expected
