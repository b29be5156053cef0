"""Reports of schools, hospitals, firms and banks: what is told and who had a part, each text in our own words."""

from __future__ import annotations

from datetime import date

import pytest

from calendar_app.extraction import extract

EVENTS = {
    "5月11日，县中医院召开庆祝“5·12”国际护士节暨护理工作表彰大会。": [
        "ceremony 庆祝“5·12”国际护士节暨护理工作表彰大会: 县中医院 organizer"
    ],
    "9月9日，东河中学举行庆祝教师节暨新老教师座谈会。": ["meeting 庆祝教师节暨新老教师座谈会: 东河中学 organizer"],
    "9月9日，东河中学举办读书节暨家长会。": ["activity 读书节暨家长会: 东河中学 organizer"],
    "7月17日，公司召开深入开展廉洁教育活动动员大会。": ["meeting 深入开展廉洁教育活动动员大会: 公司 organizer"],
    "7月17日，公司召开半年工作会和集中开展安全整治部署会。": [
        "meeting 半年工作会和集中开展安全整治部署会: 公司 organizer"
    ],
    "7月17日，公司召开会议，开展安全培训。": ["meeting 会议: 公司 organizer"],
    "学校召开专题会议部署军训活动\n9月3日，副校长王海山主持召开专题会议。": ["meeting 专题会议: 王海山 chair"],
    "5月12日晚在我院礼堂举行围绕“服务社区”为主题的护士节晚会。": ["activity 护士节晚会: "],
    "近日，由县文旅局主办、全县乡镇参与的群众文化节开幕。": [
        "activity 群众文化节: 县文旅局 organizer; 全县乡镇 attendee"
    ],
    "记者昨日从县文旅局获悉，该局将组织形式多样的文化活动。": [],
    "近日，县第九届书画博览会在县美术馆开幕。\n本届博览会自9月8日至12日，共有百幅作品展出。": [
        "activity 县第九届书画博览会: "
    ],
    "9月9日，“山河”五人书画联展在位于河街的区美术馆开幕。": ["activity “山河”五人书画联展: "],
    "9月9日下午，为认真落实团省委《关于举办开放日及相关活动的通知》要求，校团委举办志愿服务交流会。": [
        "meeting 志愿服务交流会: 校团委 organizer"
    ],
    "9月9日上午，百件作品迎来首批观众，标志着东河美术馆正式开馆。": ["ceremony 东河美术馆正式开馆: "],
    "9月6日，理学院党委理论学习中心组开展第三次集体（扩大）学习。": [
        "meeting 第三次集体（扩大）学习: 理学院党委理论学习中心组 organizer"
    ],
    "9月7日，白湖区卫健委邀请东河医院专家赴方村卫生院开展“送医下乡”义诊活动。": [
        "activity “送医下乡”义诊活动: 白湖区卫健委 organizer; 东河医院专家 attendee"
    ],
    "东河创新大会组委会10日在云岭举行新闻发布会。": ["meeting 新闻发布会: 东河创新大会组委会 organizer"],
    "9月8日，东河三中胜利召开教职工代表大会。": ["meeting 教职工代表大会: 东河三中 organizer"],
    "9月8日，由云阳市科协主办、云阳区司法局承办的妇女儿童启动仪式在会堂举行。": [
        "ceremony 妇女儿童启动仪式: 云阳市科协 organizer; 云阳区司法局 co_organizer"
    ],
    "1月20日上午，县文化馆的二楼活动厅，将举行春节习俗体验活动。": ["activity 春节习俗体验活动: "],
}
LEAD = "5月8日，东河集团召开总结表彰大会。"
PARTS = {
    "总经理苏海宣读了《关于表彰先进组织和个人的决定》，副书记张方贵主持会议。": "苏海 speaker; 张方贵 chair",
    "会上首先宣读了组织机构调整文件，新任命人员作了表态发言。": "新任命人员 sharer",
    "院领导为护理工作先进集体以及先进个人颁奖。": "院领导 presenter; 护理工作先进集体 recipient; 先进个人 recipient",
    "院领导为获奖单位和选手颁奖。": "院领导 presenter; 获奖单位和选手 recipient",
    "县公安局领导、院领导班子成员出席。": "县公安局领导 attendee; 院领导班子成员 attendee",
    "副校长席国为曾哲等54名在统考中取得优异成绩的学生颁奖。": (
        "席国 presenter; 曾哲 recipient; 54名在统考中取得优异成绩的学生 recipient"
    ),
    "全体同学面对庄严的国旗宣誓。": "",
    "高三全体师生齐聚一堂。": "高三全体师生 attendee",
    "颁奖结束后，教务处主任卢渠为学生送上祝福。": "卢渠 speaker",
    "区长汲广树主持会议，校长滑林致辞。": "汲广树 chair; 滑林 speaker",
    "刘忠、王英分别代表地产集团、物流集团，与学院签订协议。": (
        "刘忠 signatory; 王英 signatory; 地产集团 signatory; 物流集团 signatory; 学院 signatory"
    ),
    "校长车波代表学校分别与白河镇政府、云岭有限公司进行了现场签约。": (
        "车波 signatory; 白河镇政府 signatory; 云岭有限公司 signatory"
    ),
    "教授陈平在校本部作了题为《创新》的报告。": "陈平 lecturer",
    "科研处负责人对四十周年校庆期间学术活动的初步实施方案作了说明。": "科研处负责人 speaker",
    "学生处（就业中心）马健、吉元、邓婷参加。": "马健 attendee; 吉元 attendee; 邓婷 attendee",
    "活动由市委宣传部，市文旅局，市美术家协会联合主办。": (
        "市委宣传部 organizer; 市文旅局 organizer; 市美术家协会 organizer"
    ),
    "大会选举出周强、王良、何翔三位同志为代表。": "周强 recipient; 王良 recipient; 何翔 recipient",
    "副总经理、工会主席刘林以及五局电务公司书记彭华陪同。": "刘林 attendee; 彭华 attendee",
    "院长罗鸣向与会各方表示欢迎。": "罗鸣 speaker",
    "会议由分管教学的邹和建副院长主持。": "邹和建 chair",
    "接下来，学生代表赵天发言。": "赵天 sharer",
    "接下来吕元教授、蔡端教授等分别介绍了做法。": "吕元 speaker; 蔡端 speaker",
    "接下来，集团副总经理吕元将继续介绍做法。": "",
    "北亚经理杨林一行2人到访我校。": "杨林 attendee",
    "主任周武为近200名学生作了有关交流学习的专题报告。": "周武 lecturer",
    "处长刘沛富率交流处成员一行5人赴东海大学学习。": "刘沛富 attendee; 交流处成员 attendee",
    "接着，孙峰结合实际进行了领学。": "孙峰 lecturer",
    "学院领导班子、组织员和支部书记参加。": "学院领导班子 attendee; 组织员和支部书记 attendee",
    "科长洪芳到会巡听指导。": "洪芳 attendee",
    "大会审议通过了校长宋国所作的《学校工作报告》。": "宋国 speaker",
    "大会通过了主席宋国代表上届委员会所作的工作报告。": "宋国 speaker",
    "大会通过了《学校工作报告》。": "",
    "胡乐在会上就“深刻领会主题”作学习体会中心发言。": "胡乐 sharer",
    "理事长潘文，副主席周川，前总理素拉杰，行政长官李超出席。": "潘文 attendee; 周川 attendee; 李超 attendee",
    "院长魏江老师、副院长魏纲，及教师代表孙礼，为毕业生发放了学位证书。": (
        "魏江 presenter; 魏纲 presenter; 孙礼 presenter; 毕业生 recipient"
    ),
    "工作人员为居民发放了宣传材料。": "",
    "县长马立，书记田海，围绕招商，介绍了情况。": "马立 speaker; 田海 speaker",
    "空分车间王瑞勇夺女子铅球第一名。": "王瑞 recipient",
    "毕业研究生代表杨霖发言。": "杨霖 sharer",
    "活动由市科协指导，市科技馆支持，县科协、县教育局联合主办。": "县科协 organizer; 县教育局 organizer",
    "莅临大会现场的领导有副厅长杨俊、组长黄培。": "杨俊 attendee; 黄培 attendee",
    "会上由监事会主席马立致辞。": "马立 speaker",
    "案件承办人、申请人参加。": "案件承办人 attendee; 申请人 attendee",
    "此次大会总计39家企业参会。": "39家企业 attendee",
    "特邀东海大学导师，最具权威专家杨标教授为我校学生作讲座。": "东海大学导师 lecturer; 杨标 lecturer",
}
POSTS = {
    "县长马俊昀致辞。马俊昀与中国银行东海分行副行长翟勇代表双方签约。": ("翟勇", "中国银行东海分行副行长"),
    "书记金元讲话。金元、信发集团副总经理张涛揭牌。": ("张涛", "信发集团副总经理"),
    "主任张宗被评为“优秀主任”、神经内科带教老师单培被评为“好老师”。": ("单培", "神经内科带教老师"),
    "“全国劳模”、东河机床厂班长单培作交流发言。": ("单培", "“全国劳模”、东河机床厂班长"),
    "由两位团支书吴雨、刘聪介绍了情况。": ("刘聪", "团支书"),
    "晓新镇主任蔡宗、龙湖镇蔡卿教研员、东河小学许水校长参加。": ("许水", "东河小学"),
    "系党总支书记吴净出席。": ("吴净", "系党总支书记"),
}


def told(text: str) -> list[str]:
    return [
        f"{event.kind} {event.name}: " + "; ".join(f"{one.name} {','.join(one.roles)}" for one in event.participants)
        for article in extract(text, date(2024, 9, 15)).articles
        for event in article.events
    ]


@pytest.mark.parametrize("text", EVENTS)
def test_events_of_houses_are_told(text: str) -> None:
    assert told(text) == EVENTS[text]


@pytest.mark.parametrize("sentence", PARTS)
def test_parts_in_houses_are_told(sentence: str) -> None:
    [found] = told(LEAD + sentence)

    assert found.removeprefix("ceremony 总结表彰大会: 东河集团 organizer").removeprefix("; ") == PARTS[sentence]


@pytest.mark.parametrize("sentences", POSTS)
def test_post_begins_after_the_other_who_acts(sentences: str) -> None:
    name, post = POSTS[sentences]

    [event] = extract(LEAD + sentences, date(2024, 9, 15)).articles[0].events

    assert {one.name: one.post for one in event.participants}[name] == post


def test_hour_is_counted_in_the_half_day_before_it() -> None:
    [event] = extract("9月9日下午，东河小学开展消防演练活动。3点30分，警报响起。", date(2024, 9, 15)).articles[0].events

    assert (event.starts_at, event.day_part) == ("15:30", "afternoon")
