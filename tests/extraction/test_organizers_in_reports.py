"""Who holds an event, in the ordinary wordings of reports."""

from __future__ import annotations

from datetime import date

import pytest

from calendar_app.extraction import extract

Told = list[tuple[str, list[str]]]


def told(text: str) -> Told:
    (event,) = extract(text, date(2025, 7, 12)).articles[0].events
    return [(one.name, one.roles) for one in event.participants]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7月9日，县纪委监委在文化馆举办廉政知识竞赛。", ["县纪委监委"]),
        ("7月9日，刑庭和县人大召开业务座谈会。", ["刑庭", "县人大"]),
        ("7月9日，东河二小举办读书分享会。", ["东河二小"]),
        ("县文联近日举办书法讲座。", ["县文联"]),
        ("7月9日，民建市委会成功举办金融知识讲座。", ["民建市委会"]),
        ("7月9日，文学院学生会特举行迎新晚会。", ["文学院学生会"]),
        ("7月9日，药剂科面向全院护士举办用药知识培训班。", ["药剂科"]),
        ("7月9日，县司法局走进白沙社区举办法治宣传活动。", ["县司法局"]),
        ("7月9日，县科协牵头，联合县医院、白沙小学举办科普讲座。", ["县科协", "县医院", "白沙小学"]),
        ("7月9日，中国农业银行白沙支行走进白沙社区，开展金融知识宣传活动。", ["中国农业银行白沙支行"]),
        ("7月9日，我校外国语学院与县委党校联合举办翻译实践论坛。", ["外国语学院", "县委党校"]),
        ("7月9日，市联合会举办会员座谈会。", ["市联合会"]),
        ("县文联7月9日上午召开创作座谈会。", ["县文联"]),
        ("根据工作安排，县文联昨日召开创作座谈会。", ["县文联"]),
        ("7月9日，县文联结合工作实际，精心组织，举办书法讲座。", ["县文联"]),
        ("7月9日，县文联以“翰墨飘香”为主题，在文化馆举办书法讲座。", ["县文联"]),
        ("7月9日，东河县检察院本着“应听尽听”的原则，依法对两起案件召开听证会。", ["东河县检察院"]),
        ("7月9日，重症医学科、白沙车务段举办消防知识讲座。", ["重症医学科", "白沙车务段"]),
        ("7月9日，东河人才市场举办专场招聘会。", ["东河人才市场"]),
        ("7月9日，县文联发来贺信，县医院举办书法讲座。", ["县医院"]),
        ("经研究，县作家协会定于7月9日在文化馆举办书法讲座。", ["县作家协会"]),
        ("7月9日，县文联坚持问题导向，周密部署，召开创作座谈会。", ["县文联"]),
        ("7月9日，县文联抽调业务骨干，在文化馆举办书法讲座。", ["县文联"]),
        ("7月9日，由县文联联合县医院、白沙小学共同举办的书法讲座在文化馆举行。", ["县文联", "县医院", "白沙小学"]),
        ("7月9日，在县文联的领导下，举办书法讲座。", []),
    ],
)
def test_subjects(text: str, expected: list[str]) -> None:
    assert told(text) == [(name, ["organizer"]) for name in expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "活动由县科协指导，县医院主办，县总工会、白沙小学承办。",
            [("县医院", ["organizer"]), ("县总工会", ["co_organizer"]), ("白沙小学", ["co_organizer"])],
        ),
        (
            "县科协为本次活动的主办单位，白沙小学为承办单位。",
            [("县科协", ["organizer"]), ("白沙小学", ["co_organizer"])],
        ),
        (
            "本次“科普之夏”活动由县科协联合县医院、白沙小学共同举办。",
            [("县科协", ["organizer"]), ("县医院", ["organizer"]), ("白沙小学", ["organizer"])],
        ),
        ("活动由县科协负责组织实施。", [("县科协", ["organizer"])]),
        ("会议决定，由县科协牵头，尽快制定方案。", []),
        ("“白沙杯”由县科协联合举办，自2007年起每年一届。", []),
        (
            "\n主办单位　县科协\n承办单位　白沙小学",
            [("县科协", ["organizer"]), ("白沙小学", ["co_organizer"])],
        ),
        ("荣获一等奖的是县医院，荣获二等奖的有白沙小学。", [("县医院", ["recipient"]), ("白沙小学", ["recipient"])]),
        ("县医院与白沙小学正式签约。", [("县医院", ["signatory"]), ("白沙小学", ["signatory"])]),
        ("县医院曾是荣获一等奖的单位。", []),
        ("县科协作为承办单位，安排了专人值守。", [("县科协", ["co_organizer"])]),
        ("县科协向主办单位表示感谢。", []),
        ("活动由县科协指导。", []),
    ],
)
def test_who_is_said_to_hold_it(sentence: str, expected: Told) -> None:
    assert told(f"7月9日，科普宣传活动在白沙镇文化馆举行。{sentence}") == expected


@pytest.mark.parametrize(
    ("meant", "holders"),
    [
        ("此次艺术节由县文联主办。", [[], [("县文联", ["organizer"])]]),
        ("本次发布会由县文联主办。", [[("县文联", ["organizer"])], []]),
        ("此次盛会由县文联主办。", [[("县文联", ["organizer"])], []]),
    ],
)
def test_of_two_events_that_one_is_meant_which_is_called_so(meant: str, holders: list[object]) -> None:
    lead = "5月8日在云岭召开的首届竹编艺术节新闻发布会上获悉，首届竹编艺术节将于6月16日至18日在柳塘举行。"
    (article,) = extract(f"记者从{lead}{meant}", date(2024, 5, 10)).articles

    assert [[(one.name, one.roles) for one in event.participants] for event in article.events] == holders
