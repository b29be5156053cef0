"""Days that stand on the line above, months alone, and what is told to follow at once; and what none of it makes."""

from datetime import date

import pytest

from calendar_app.extraction import extract

PUBLISHED = date(2024, 5, 10)

Told = tuple[str, str | None, str | None]


def told(text: str) -> list[Told]:
    events = [event for article in extract(text, PUBLISHED).articles for event in article.events]
    return [(event.name, event.starts_on, event.ends_on) for event in events]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "工作日志\n2024年5月6日 星期一\n上午，青溪县医院召开防汛座谈会。\n"
            "2024年5月7日 星期二\n下午，青溪县医院举办急救知识培训。\n",
            [("防汛座谈会", "2024-05-06", "2024-05-06"), ("急救知识培训", "2024-05-07", "2024-05-07")],
        ),
        ("4月下旬，青溪县文联举办青年书法展。", [("青年书法展", "2024-04-21", "2024-04-30")]),
        ("4月下旬，青溪县文联与县妇联共同举办青年书法展。", [("青年书法展", "2024-04-21", "2024-04-30")]),
        ("4月份，青溪县文联工作有序推进，举办多场活动。", []),
        ("一季度，青溪县召开安全生产工作会议。", []),
        ("4月，青溪县共召开安全生产工作会议12次。", []),
        ("4月，青溪县举办青年书法展3场。", []),
        ("这几天，青溪县科协正在开展科普宣传周活动。", [("科普宣传周活动", None, None)]),
        (
            "5月8日，青溪县商会举行换届大会。随后召开的第三届理事会第一次会议选举岳明川为会长。",
            [("换届大会", "2024-05-08", "2024-05-08"), ("第三届理事会第一次会议", "2024-05-08", "2024-05-08")],
        ),
        ("5月8日，青溪县商会举行换届大会。随后召开的座谈会气氛热烈。", [("换届大会", "2024-05-08", "2024-05-08")]),
        (
            "5月7日，青溪县科协举行科技活动周启动仪式。5月8日，活动走进石门村。",
            [("科技活动周启动仪式", "2024-05-07", "2024-05-07")],
        ),
    ],
)
def test_what_is_told_and_when(text: str, events: list[Told]) -> None:
    assert told(text) == events


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("5月8日，青溪县文联与石门村签约共建写生基地。", ["青溪县文联与石门村签约共建写生基地"]),
        (
            "5月8日，青溪县文联与石门村签署合作协议，岳明川、陶望舒共同见证签约。",
            ["青溪县文联与石门村签署合作协议"],
        ),
        ("5月8日，青溪广场上彩旗飘扬，一年一度的青溪龙舟赛正在这里火热进行。", ["青溪龙舟赛"]),
        ("青溪镇防汛会商会纪要\n时间：2024年5月8日9:00\n地点：三楼会议室\n主持人：岳明川\n", ["青溪镇防汛会商会"]),
        ("5月8日，青溪县税务局开展任前廉政谈话。", ["任前廉政谈话"]),
        ("5月8日，青溪县税务局与青溪县法院举行座谈交流。", ["座谈交流"]),
    ],
)
def test_acts_minutes_and_talks(text: str, names: list[str]) -> None:
    assert [name for name, _, _ in told(text)] == names
