"""Events told in other ways than 召开 and 举行: visits, what opens, what follows at once; and what is none."""

from datetime import date

import pytest

from calendar_app.extraction import extract
from calendar_app.extraction.finding import Finding

PUBLISHED = date(2024, 5, 10)


def found(text: str) -> list[Finding]:
    return [event for article in extract(text, PUBLISHED).articles for event in article.events]


def told(text: str) -> list[tuple[str, str, str | None]]:
    return [(event.kind, event.name, event.starts_on) for event in found(text)]


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("5月8日，县商会会长岳明川等一行6人赴东海市商会进行交流活动。", "赴东海市商会进行交流活动", "东海市商会"),
        ("5月8日，县医院副院长岳明川带领20多名医疗专家赴石门村开展义诊活动。", "赴石门村开展义诊活动", "石门村"),
        ("5月8日，县科协主席岳明川率调研组到青溪镇开展科普工作调研。", "到青溪镇开展科普工作调研", "青溪镇"),
        ("5月8日，民盟县委赴青溪镇开展“生活圈”课题调研。", "民盟县委赴青溪镇开展“生活圈”课题调研", "青溪镇"),
        ("5月8日，县长岳明川深入青溪车站，看望慰问一线职工。", "岳明川深入青溪车站，看望慰问一线职工", "青溪车站"),
    ],
)  # fmt: skip
def test_who_goes_somewhere_to_do_something_makes_a_visit(text: str, name: str, place: str) -> None:
    (event,) = found(text)

    assert (event.kind, event.name, event.location) == ("activity", name, place)


def test_a_headline_keeps_who_went() -> None:
    (event,) = found(
        "省农科院岳明川院长一行到青溪县考察茶产业\n5月8日，省农科院院长岳明川一行8人到青溪县考察茶产业。\n"
    )

    assert event.name == "省农科院岳明川院长一行到青溪县考察茶产业"


def test_the_legs_of_a_visit_of_several_days_are_no_events_and_a_meeting_held_in_it_is() -> None:
    text = (
        "青溪县商会代表团赴东海考察\n5月6日至8日，县商会会长岳明川率代表团一行12人赴东海市考察学习。"
        "5月7日上午，代表团还到东海市工商联参观服务中心，并与当地企业家进行座谈。"
        "5月8日上午，代表团在东海宾馆召开招商推介会，当地50家企业参加。\n"
    )

    assert told(text) == [
        ("activity", "青溪县商会代表团赴东海考察", "2024-05-06"),
        ("meeting", "招商推介会", "2024-05-08"),
    ]


def test_a_visit_on_a_day_of_its_own_is_news_of_its_own() -> None:
    text = (
        "5月6日，县政府召开防汛工作会议。\n按照专项检查方案要求，5月7日，县市场监管局督查组到青溪镇督查电梯安全工作。\n"
    )

    assert told(text) == [
        ("meeting", "防汛工作会议", "2024-05-06"),
        ("activity", "县市场监管局督查组到青溪镇督查电梯安全工作", "2024-05-07"),
    ]


def test_our_own_meeting_right_after_one_from_above_is_another() -> None:
    text = "5月8日下午，省政府召开防溺水工作电视电话会议。会后，青溪县立即召开全县防溺水工作会议，县长岳明川讲话。\n"

    above, ours = found(text)

    assert (above.name, ours.name) == ("防溺水工作电视电话会议", "全县防溺水工作会议")
    assert [(one.type, one.event) for one in ours.relations] == [("follows", 0)]
    assert [one.name for one in ours.participants] == ["青溪县", "岳明川"]


def test_what_is_over_only_says_when_ours_was() -> None:
    text = "全县森林防火工作会议召开\n5月8日，全省森林防火电视电话会议结束后，我县召开会议进行部署。\n"

    assert told(text) == [("meeting", "全县森林防火工作会议", "2024-05-08")]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("5月8日，青溪镇暑期校外辅导站分别在镇中学、镇小学正式开班。", "training", "青溪镇暑期校外辅导站"),
        ("5月8日，“青苗计划”在青溪大学开班。", "training", "“青苗计划”"),
        ("5月8日，第三届“滨江杯”在青溪体育馆热力开赛。", "activity", "第三届“滨江杯”"),
        ("5月8日下午，青溪中学第6期业余党校于三楼报告厅拉开帷幕。", "training", "青溪中学第6期业余党校"),
        ("5月8日上午，县长岳明川宣布2024年青溪茶文化节开幕。", "activity", "2024年青溪茶文化节"),
        ("5月8日，县人社局与东海市人社局举行工作会谈。", "meeting", "工作会谈"),
        ("5月8日，县税务局开展党委理论学习中心组联学共建活动。", "activity", "党委理论学习中心组联学共建活动"),
        ("5月8日，县政协机关干部参加县委宣传部组织的学习全会精神座谈会。", "meeting", "学习全会精神座谈会"),
        ("5月8日，副县长岳明川主持全县安全生产专题会议并讲话。", "meeting", "全县安全生产专题会议"),
    ],
)  # fmt: skip
def test_what_opens_and_who_chairs(text: str, kind: str, name: str) -> None:
    assert (kind, name, "2024-05-08") in told(text)


def test_a_speech_at_the_opening_is_no_other_event() -> None:
    lead = "5月8日下午，青溪县干部教育培训班在东海市委党校正式开班，"

    assert told(f"{lead}组织部长岳明川同志作开班动员讲话。") == [("training", "青溪县干部教育培训班", "2024-05-08")]


def test_only_the_first_day_is_known_of_what_was_held_by_somebody_and_opened() -> None:
    (event,) = found("5月8日，由县总工会主办的2024年职工篮球赛在青溪体育馆正式开赛。\n")

    assert (event.name, event.starts_on, event.ends_on) == ("2024年职工篮球赛", "2024-05-08", None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5月8日上午，县文明办就即将举办的第九届纳凉晚会召开协调会。", "2024-05-08"),
        ("5月8日下午，县政协全会即将召开之际，县领导深入委员驻地，看望慰问参会委员。", "2024-05-08"),
        ("6月8日上午，第九届纳凉晚会即将举办。", "2024-06-08"),
    ],
)
def test_what_is_to_come_later_does_not_date_what_was(text: str, day: str) -> None:
    assert found(text)[0].starts_on == day


@pytest.mark.parametrize(
    "text",
    [
        "志愿者们顺利结业，家长们赞不绝口。",
        "下学期的新课即将开讲，敬请期待。",
        "县领导多次到企业走访，帮助解决难题。",
        "会后，大家纷纷表示要学以致用。",
        "主持人大会堂的灯光亮了。",
        "近年来，我县赴各地开展招商交流活动，成效明显。",
    ],
)
def test_what_is_told_without_a_day_or_in_general_is_no_event(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "5月8日，县政府召开座谈会。在随后召开的通气会上，大家畅所欲言。",
        "5月8日，县政府召开座谈会，在该镇举行了培训。",
    ],
)
def test_words_that_only_point_are_no_place(text: str) -> None:
    assert [event.location for event in found(text)] == [None]


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        (
            "5月8日下午，青溪小学30余名学生走进县法院，“零距离”感受法庭庄严。",
            "走进县法院，“零距离”感受法庭庄严",
            "县法院",
        ),
        (
            "5月8日上午，社区卫生服务中心医护人员来到柳园社区，为居民测量血压。",
            "来到柳园社区，为居民测量血压",
            "柳园社区",
        ),
        ("5月8日，县总工会组织职工在青溪影城集体观看电影《长河》。", "集体观看电影《长河》", None),
        ("5月8日，县统计局驻村干部岳明川为石门小学送去图书200册。", "为石门小学送去图书200册", None),
    ],
)
def test_what_people_went_out_to_do_is_told_where_nothing_is_held(text: str, name: str, place: str | None) -> None:
    (event,) = found(text)

    assert (event.kind, event.name, event.location, event.starts_on) == ("activity", name, place, "2024-05-08")
    assert event.confidence < 0.6


@pytest.mark.parametrize(
    "text",
    [
        "5月8日上午，记者来到柳园社区，感受旧城改造带来的变化。",
        "5月8日，王女士来到派出所，向民警反映情况。",
        "5月8日，犯罪嫌疑人贺某来到超市，与店员发生争执。",
        "志愿者们走进社区，为老人送去温暖。",
        "近年来，县医院的专家走进乡村，为群众免费看病。",
        "5月8日，青溪河水位继续上涨，预计未来三天有雨。",
    ],
)
def test_who_goes_somewhere_on_his_own_or_in_general_makes_no_event(text: str) -> None:
    assert found(text) == []


def test_the_hour_may_stand_where_a_later_sentence_says_it_begins() -> None:
    text = (
        "5月8日上午，青溪银行在县体育馆举办第三届职工运动会。行长岳明川出席。比赛当天阳光明媚。运动员共角逐20个项目。"
        "上午8:30，开幕式正式开始。下午3:00，大家合影留念。"
    )

    (event,) = found(text)

    assert (event.starts_at, event.day_part, event.precision) == ("08:30", "morning", "minute")


def test_what_is_to_be_held_before_long_is_an_event_without_a_day() -> None:
    text = "5月8日，县教育局召开体育工作会议。近期，县教育局将联合县体育局举办“阳光体育节”活动。"

    assert [(event.name, event.starts_on, event.status) for event in found(text)] == [
        ("体育工作会议", "2024-05-08", "held"),
        ("“阳光体育节”活动", None, "scheduled"),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("5月8日，县委组织部部长岳明川到石门村讲授专题党课，并与党员座谈交流。", "training", "专题党课"),
        ("5月7日，县人大对《水法》实施情况进行执法检查。", "activity", "县人大对《水法》实施情况进行执法检查"),
        ("5月8日，县残联组织收看全国助残先进视频会议。", "meeting", "全国助残先进视频会议"),
        ("5月8日，县残联联合县医院开展残疾儿童康复筛查。", "activity", "残疾儿童康复筛查"),
        ("5月8日，历时三年建设的青溪大桥正式通车。", "ceremony", "青溪大桥正式通车"),
    ],
)  # fmt: skip
def test_what_else_is_reported(text: str, kind: str, name: str) -> None:
    assert [(event.kind, event.name) for event in found(text)] == [(kind, name)]


@pytest.mark.parametrize(
    "text",
    [
        "近期，我县将持续加大执法力度，开展专项整治。",
        "6月1日起，全市实行夏季作息时间。",
        "5月8日上午，雨过天晴。",
        "党员干部要认真听党课、学党章。",
    ],
)
def test_plans_and_days_alone_are_no_events(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("5月8日，副县长岳明川到青溪镇调研茶产业，并召开座谈会。", "activity", "岳明川到青溪镇调研茶产业"),
        ("5月8日，县检查组深入青溪水厂检查供水安全，随后召开汇报会。", "activity", "县检查组深入青溪水厂检查供水安全"),
        ("5月8日，县长岳明川到青溪镇调研并主持召开茶产业发展座谈会。", "meeting", "茶产业发展座谈会"),
        ("5月8日，县残联开展“暖春行动”，慰问困难家庭。", "activity", "“暖春行动”"),
        ("5月8日，由县政协牵头，组织政协委员到石门村视察饮水安全。", "activity", "政协委员到石门村视察饮水安全"),
    ],
)
def test_a_visit_weighs_more_than_a_bare_meeting_and_less_than_a_named_one(text: str, kind: str, name: str) -> None:
    assert [(event.kind, event.name) for event in found(text)] == [(kind, name)]


def test_the_closing_of_something_that_takes_days_is_no_event() -> None:
    text = "5月6日至7日，青溪中学春季田径运动会在学校操场举行。7日下午，运动会闭幕式举行，副校长岳明川宣布成绩。"

    assert [(event.name, event.starts_on, event.ends_on) for event in found(text)] == [
        ("青溪中学春季田径运动会", "2024-05-06", "2024-05-07")
    ]


def test_a_month_that_only_describes_is_not_the_day() -> None:
    (event,) = found("在四月的操场上，我校运动会拉开了大幕，2024年4月18日上午8点，全体师生汇聚于此。")

    assert (event.name, event.starts_on, event.ends_on, event.starts_at) == ("运动会", "2024-04-18", None, "08:00")
