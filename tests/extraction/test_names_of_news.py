"""What reports call what was held, how one took part in it, and what is none of it."""

from datetime import date

import pytest

from calendar_app.extraction import extract

PUBLISHED = date(2024, 5, 10)

NAMES: list[tuple[str, list[tuple[str, str]]]] = [
    ("5月8日，工会主席陶望舒为职工上了一堂《担当》专题党课。", [("training", "《担当》专题党课")]),
    ("5月8日，柳塘镇召开志愿服务推进会。", [("meeting", "志愿服务推进会")]),
    ("5月8日，柳塘镇举办法治宣传专题党课。", [("training", "法治宣传专题党课")]),
    ("5月8日，柳塘镇召开座谈会学习上级文件。", [("meeting", "座谈会")]),
    ("5月8日，柳塘镇举办主题为“同心筑梦”的书画展。", [("activity", "书画展")]),
    ("5月8日，一场别开生面的故事会在云岭社区举行。", [("activity", "故事会")]),
    ("5月8日，云岭小学迎来了一场特殊的活动——“小小法官”体验活动。", [("activity", "“小小法官”体验活动")]),
    ("5月8日，由区委党校教授陶望舒主讲的生态文明专题讲座在区委党校举行。", [("training", "生态文明专题讲座")]),
    ("5月8日，柳塘区水利局组织收听收看全省防汛工作会议。", [("meeting", "全省防汛工作会议")]),
    ("5月8日，柳塘区水利局召开2024年第5次党委会。", [("meeting", "2024年第5次党委会")]),
    ("5月8日，柳塘区检察院就一起申诉案举行公开听证。", [("meeting", "公开听证")]),
    ("5月8日，春季越野赛在云岭公园开跑。", [("activity", "春季越野赛")]),
    ("5月8日上午，柳塘村委会举办了防灾专题讲座。", [("training", "防灾专题讲座")]),
    ("5月8日，柳塘区总工会采取线上线下相结合的方式举办劳模专题党课。", [("training", "劳模专题党课")]),
    ("5月8日，市教研员陶望舒作文化遗产专题讲座。", [("training", "文化遗产专题讲座")]),
    ("5月8日，民警走进云岭小学，为师生上了一堂生动的法治课。", [("training", "法治课")]),
    ("5月8日，科技活动周暨科普日启动仪式在文化馆举行。", [("ceremony", "科技活动周暨科普日启动仪式")]),
    (
        "中国科普协会柳塘区第三次代表大会（以下简称“三大”）定于2024年5月20日召开。",
        [("meeting", "中国科普协会柳塘区第三次代表大会")],
    ),
    (
        "5月8日，历时两天的柳塘区政协第三次会议圆满完成各项议程，在区会堂胜利闭幕。",
        [("meeting", "柳塘区政协第三次会议")],
    ),
    ("继4月20日召开动员会之后，5月8日，柳塘镇再次召开秸秆禁烧工作会议。", [("meeting", "秸秆禁烧工作会议")]),
    ("5月8日，柳塘镇召开安全生产会议，并与各村签订责任协议书。", [("meeting", "安全生产会议")]),
    ("5月8日，柳塘镇召开安全生产会议。会议通报了4月28日检查情况。", [("meeting", "安全生产会议")]),
    (
        "5月8日，柳塘区检察院开展检察开放日活动，对一起案件召开公开听证会。",
        [("activity", "检察开放日活动")],
    ),
    (
        "5月8日上午，柳塘镇召开安全生产会议；下午，柳塘镇举办消防知识讲座。",
        [("meeting", "安全生产会议"), ("training", "消防知识讲座")],
    ),
    (
        "5月8日，副区长陶望舒在云岭镇调研防汛工作时强调，要备足物资。",
        [("activity", "陶望舒在云岭镇调研防汛工作")],
    ),
    ("5月8日，柳塘镇组织开展道路安全整治行动。", [("activity", "道路安全整治行动")]),
    ("5月8日，云岭中学举行新生军训汇报表演。", [("activity", "新生军训汇报表演")]),
    ("关于家长会的通知\n时间：5月20日14:30\n地点：学校报告厅\n", [("meeting", "家长会")]),
    ("5月8日，柳塘镇召开秸秆禁烧动员会后，各村行动起来。", [("meeting", "秸秆禁烧动员会")]),
    (
        "柳塘镇公开招聘工作人员公告\n因工作需要，现公开招聘工作人员5名。\n报名时间：5月13日至17日\n地点：柳塘镇政府\n",
        [],
    ),
    ("拟任人选公示\n公示时间：2024年5月8日至14日。近年来，柳塘镇扎实开展各类活动120余场次。\n", []),
]


@pytest.mark.parametrize(("text", "expected"), NAMES, ids=[text[:30].replace("\n", " ") for text, _ in NAMES])
def test_what_it_is_called(text: str, expected: list[tuple[str, str]]) -> None:
    events = [event for article in extract(text, PUBLISHED).articles for event in article.events]

    assert [(one.kind, one.name) for one in events] == expected


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("5月8日，柳塘镇召开网络安全工作会议。", None),
        ("5月8日，柳塘镇举办直播带货培训班。", None),
        ("5月8日，柳塘镇召开视频监控建设座谈会。", None),
        ("5月8日，柳塘镇召开防汛视频会议。", "online"),
        ("5月8日，柳塘镇通过网络举行防汛培训班。", "online"),
        ("柳塘镇召开防汛视频会议\n为做好防汛工作，5月8日，会议在镇政府召开。\n", "online"),
    ],
)
def test_what_it_is_about_is_not_how_one_takes_part(text: str, mode: str | None) -> None:
    ((event,),) = (article.events for article in extract(text, PUBLISHED).articles)

    assert event.attendance_mode == mode


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("受降雨影响，柳塘镇风筝比赛推迟举行，时间另行通知。", [("柳塘镇风筝比赛", "postponed", None)]),
        (
            "关于春季植树活动延期举办的通知\n各村：\n因天气原因，原定于5月20日在云岭村举办的春季植树活动延期。\n",
            [("春季植树活动", "postponed", "2024-05-20")],
        ),
        ("如遇会议推迟，应当及时告知参会人员。", []),
    ],
)
def test_what_is_put_off_is_news_without_a_day_too(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    events = [event for article in extract(text, PUBLISHED).articles for event in article.events]

    assert [(one.name, one.status, one.starts_on) for one in events] == expected


def test_the_first_event_takes_its_name_from_the_headline_and_keeps_what_hangs_on_it() -> None:
    text = "柳塘镇召开秸秆禁烧工作推进会议\n5月7日，柳塘镇召开会议。会议结束后，5月8日，柳塘镇举办农机手培训班。\n"
    (article,) = extract(text, PUBLISHED).articles

    assert [one.name for one in article.events] == ["秸秆禁烧工作推进会议", "农机手培训班"]
    assert [(one.type, one.event) for one in article.events[1].relations] == [("follows", 0)]
