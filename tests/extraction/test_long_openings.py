"""Reports that come to their event after several paragraphs without a day, and texts that never come to one."""

from datetime import date

import pytest

from calendar_app.extraction import extract

PUBLISHED = date(2024, 5, 10)


def told(text: str) -> list[tuple[str, str | None]]:
    return [(event.name, event.starts_on) for article in extract(text, PUBLISHED).articles for event in article.events]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "老街的歌声\n“哎呀，我忘词了！”\n“不要紧，慢慢唱。”\n"
            "5月8日，阳光正好，青溪老街的居民早早来到戏台前等候。\n"
            "当天上午，青溪县文化馆在老街戏台举办重阳敬老文艺演出，为老人送上祝福。\n",
            [("重阳敬老文艺演出", "2024-05-08")],
        ),
        (
            "青溪县做好养老服务\n养老事关千家万户。近年来，青溪县建成日间照料中心二十个。\n"
            "“来这里就像回家。”居民们常说。\n5月8日，青溪县民政局举办养老护理员技能大赛。\n",
            [("养老护理员技能大赛", "2024-05-08")],
        ),
        (
            "为纪念建院四十周年，青溪县医院多措并举。\n一是抓学习。\n大家读书、谈体会。\n"
            "二是抓宣传。5月6日，医院开展健康知识讲座。\n三是抓实践。5月8日，医院举行护理技能比赛。\n",
            [("健康知识讲座", "2024-05-06"), ("护理技能比赛", "2024-05-08")],
        ),
        (
            "石门村的变迁\n十年前，石门村还是个穷村。\n后来修了路，办了厂。\n"
            "2019年5月8日，村里举办了首届采摘节。\n如今，村民的日子越过越好。\n",
            [],
        ),
        (
            "青溪县做好养老服务\n养老事关千家万户。\n县里出台了办法。\n5月31日前，各镇要召开一次专题会议。\n",
            [],
        ),
    ],
)
def test_the_first_day_told_of_begins_the_news(text: str, events: list[tuple[str, str | None]]) -> None:
    assert told(text) == events
