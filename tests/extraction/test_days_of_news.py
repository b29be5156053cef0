"""On which days reports say that something was: years before, festivals to come, openings and closings."""

from datetime import date

import pytest

from calendar_app.extraction import extract

PUBLISHED = date(2024, 5, 10)
Days = tuple[str, str | None, str | None, str | None]

CASES: list[tuple[str, list[Days]]] = [
    (  # the year of a founding is not that of what is reported
        "自2001年5月8日首个宣传日设立以来，今年5月8日是第24个宣传日。5月7日上午，柳塘区残联在文化广场开展助残宣传活动。",
        [("助残宣传活动", "2024-05-07", "2024-05-07", "morning")],
    ),
    (
        "今年5月12日是第16个防灾减灾日。2008年5月12日设立该日。今年5月9日，柳塘小学举行地震应急演练。",
        [("地震应急演练", "2024-05-09", "2024-05-09", None)],
    ),
    (  # a full date that does date what is told still gives its year to what follows
        "2023年12月28日，柳塘区科协召开年终总结会。12月29日，区科协举办新年茶话会。",
        [("年终总结会", "2023-12-28", "2023-12-28", None), ("新年茶话会", "2023-12-29", "2023-12-29", None)],
    ),
    (
        "在“六一”儿童节即将来临之际，5月8日，柳塘区图书馆举办亲子读书会。",
        [("亲子读书会", "2024-05-08", "2024-05-08", None)],
    ),
    (
        "端午节来临之际，5月8日下午，云岭社区开展包粽子活动。",
        [("包粽子活动", "2024-05-08", "2024-05-08", "afternoon")],
    ),
    ("“五一”当天，云岭社区开展慰问环卫工人活动。", [("慰问环卫工人活动", "2024-05-01", "2024-05-01", None)]),
    (
        "5月8日，柳塘镇召开河长制工作会议。会议决定，5月20日举办护河志愿服务活动。",
        [
            ("河长制工作会议", "2024-05-08", "2024-05-08", None),
            ("护河志愿服务活动", "2024-05-20", "2024-05-20", None),
        ],
    ),
    (  # what was decided long before is not a year ahead
        "经研究决定，4月20日柳塘镇召开了河长制工作会议。",
        [("河长制工作会议", "2024-04-20", "2024-04-20", None)],
    ),
    ("5月8日，第六届校园足球联赛在柳塘中学圆满落幕。", [("第六届校园足球联赛", None, "2024-05-08", None)]),
    ("5月8日下午，全区粮食安全培训班在区委党校结业。", [("全区粮食安全培训班", None, "2024-05-08", None)]),
    (  # what is told as a ceremony is held on its day
        "5月8日，全区粮食安全培训班结业仪式在区委党校举行。",
        [("全区粮食安全培训班结业仪式", "2024-05-08", "2024-05-08", None)],
    ),
    ("5月6日至8日，第六届校园足球联赛圆满结束。", [("第六届校园足球联赛", "2024-05-06", "2024-05-08", None)]),
    (
        "5月8日，由柳塘区文联主办、云岭美术馆承办的山水画展在云岭美术馆开幕。",
        [("山水画展", "2024-05-08", None, None)],
    ),
    ("柳塘区丰收节5月20日开幕，将持续至5月25日。", [("柳塘区丰收节", "2024-05-20", None, None)]),
    ("柳塘区消费节4月20日开幕，将持续至5月25日。", [("柳塘区消费节", "2024-04-20", None, None)]),
    ("5月8日，“水墨云岭”摄影作品展在文化馆开展。", [("“水墨云岭”摄影作品展", "2024-05-08", None, None)]),
    ("5月8日，护河志愿服务活动在柳塘公园开展。", [("护河志愿服务活动", "2024-05-08", "2024-05-08", None)]),
    ("5月8日，记者从云岭区获悉，全区人才工作会议日前召开。", [("全区人才工作会议", None, None, None)]),
    (
        "记者从5月8日在云岭召开的首届竹编艺术节新闻发布会上获悉，首届竹编艺术节将于6月16日至18日在柳塘举行。",
        [
            ("首届竹编艺术节新闻发布会", "2024-05-08", "2024-05-08", None),
            ("首届竹编艺术节", "2024-06-16", "2024-06-18", None),
        ],
    ),
    (
        "柳塘区科协将于5月20日举办科普嘉年华。日前，区科协召开科普工作推进会议。",
        [("科普嘉年华", "2024-05-20", "2024-05-20", None), ("科普工作推进会议", None, None, None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:24] for text, _ in CASES])
def test_on_which_days_it_was(text: str, expected: list[Days]) -> None:
    events = [event for article in extract(text, PUBLISHED).articles for event in article.events]

    assert [(one.name, one.starts_on, one.ends_on, one.day_part) for one in events] == expected


def test_of_a_closing_the_hour_is_that_of_no_beginning() -> None:
    ((event,),) = (article.events for article in extract("5月8日16时，校园足球联赛落下帷幕。", PUBLISHED).articles)

    assert (event.starts_on, event.starts_at, event.ends_on) == (None, None, "2024-05-08")
    assert sorted({"starts_on", "starts_at"} & set(event.evidence)) == []
