"""Events of programmes: dated blocks, series, lines with a day, and what is a part of something larger."""

from datetime import date

from calendar_app.extraction import extract
from calendar_app.extraction.finding import Finding

PUBLISHED = date(2024, 5, 10)


def found(text: str) -> list[Finding]:
    return [event for article in extract(text, PUBLISHED).articles for event in article.events]


def told(text: str) -> list[tuple[str, str, str | None]]:
    return [(event.kind, event.name, event.starts_on) for event in found(text)]


def test_every_dated_block_of_a_programme_is_an_event() -> None:
    text = (
        "以“茶香四溢”为主题的青溪茶文化节，将于5月20日至22日在青溪茶园举行。\n"
        "（一）开幕式\n1.时间：2024年5月20日上午9:00\n2.地点：茶园广场\n"
        "（二）采茶比赛\n开展采茶比赛活动\n地点：石门村茶山\n时间：2024年5月21日\n"
        "（三）品茗听琴\n地点：茶园水榭\n时间：2024年5月21日至22日\n"
        "（四）书画展\n举办青溪县老干部书画展\n地点：县文化馆\n时间：2024年5月22日\n"
    )

    assert [(event.name, event.starts_on, event.ends_on, event.starts_at, event.location) for event in found(text)] == [
        ("青溪茶文化节", "2024-05-20", "2024-05-22", None, "青溪茶园"),
        ("开幕式", "2024-05-20", "2024-05-20", "09:00", "茶园广场"),
        ("采茶比赛", "2024-05-21", "2024-05-21", None, "石门村茶山"),
        ("品茗听琴", "2024-05-21", "2024-05-22", None, "茶园水榭"),
        ("青溪县老干部书画展", "2024-05-22", "2024-05-22", None, "县文化馆"),
    ]


def test_one_of_a_series_is_named_with_the_series() -> None:
    text = (
        "县图书馆拟举办五月读者活动，安排如下：\n1.“溪畔读书会”第八期\n主题：茶与诗\n时间：5月18日下午2:30\n"
        "2.乡土文化系列讲座\n（1）第一讲\n主讲人：岳明川\n时间：5月19日\n（2）第二讲\n主讲人：黎向阳\n时间：5月26日\n"
    )

    assert [(event.name, event.starts_on) for event in found(text)] == [
        ("“溪畔读书会”第八期", "2024-05-18"),
        ("乡土文化系列讲座第一讲", "2024-05-19"),
        ("乡土文化系列讲座第二讲", "2024-05-26"),
    ]


def test_the_sections_of_a_notice_are_no_events() -> None:
    text = (
        "关于举办采茶比赛的通知\n县总工会定于5月21日举办采茶比赛，现将有关事项通知如下：\n"
        "一、报名办法\n地点：县总工会\n时间：5月15日前\n二、比赛安排\n时间：5月21日上午9:00\n地点：石门村茶山\n"
    )

    assert [(event.name, event.starts_on) for event in found(text)] == [("采茶比赛", "2024-05-21")]


def test_several_named_things_held_beside_the_main_one_are_parts_of_it() -> None:
    text = (
        "5月8日，县公安局举办系列活动庆祝青溪警察节。随后还举行了反诈宣传站揭牌仪式、青溪警营公园（二期）落成仪式、"
        "“警民一家亲”书画摄影展等一系列活动。"
    )

    events = found(text)

    assert [event.name for event in events] == [
        "系列活动", "反诈宣传站揭牌仪式", "青溪警营公园（二期）落成仪式", "“警民一家亲”书画摄影展",
    ]  # fmt: skip
    assert [[(one.type, one.event) for one in event.relations] for event in events] == [[], *[[("part_of", 0)]] * 3]


def test_parts_without_names_of_their_own_are_no_events() -> None:
    text = "5月8日，首届油菜花节在石门村开幕。当天还举办了摄影展、展销会、民俗表演等活动。"

    assert [event.name for event in found(text)] == ["首届油菜花节"]


def test_lines_that_begin_with_a_day_name_what_is_on() -> None:
    text = (
        "县图书馆六月活动预告\n6月1日上午9:30，亲子绘本故事会，地点：少儿阅览室；\n"
        "6月8日下午2:30，《红楼梦》导读讲座，主讲人：岳明川，地点：报告厅；\n6月15日，端午诗会，地点：二楼展厅\n"
    )

    assert [(event.name, event.starts_on, event.starts_at, event.location) for event in found(text)] == [
        ("亲子绘本故事会", "2024-06-01", "09:30", "少儿阅览室"),
        ("《红楼梦》导读讲座", "2024-06-08", "14:30", "报告厅"),
        ("端午诗会", "2024-06-15", None, "二楼展厅"),
    ]


def test_a_congress_opens_and_closes_at_hours_of_its_own() -> None:
    text = (
        "经研究决定，县政协第八届委员会第二次会议于2024年5月14日至17日举行。\n"
        "请列席5月15日上午8:00召开的开幕大会和5月17日上午8:30召开的闭幕大会。\n"
    )

    assert [(event.name, event.starts_on, event.starts_at) for event in found(text)][1:] == [
        ("开幕大会", "2024-05-15", "08:00"),
        ("闭幕大会", "2024-05-17", "08:30"),
    ]


def test_each_block_of_a_programme_has_its_own_place_or_none() -> None:
    text = (
        "青溪县图书馆六月活动安排\n一、亲子故事会\n时间：6月1日上午9:30\n地点：少儿阅览室\n"
        "二、线上诗会\n时间：6月15日\n平台：微信公众号\n三、读书沙龙\n时间：6月22日\n地点：二楼展厅\n"
    )

    assert [(event.name, event.location) for event in found(text)] == [
        ("亲子故事会", "少儿阅览室"),
        ("线上诗会", None),
        ("读书沙龙", "二楼展厅"),
    ]
