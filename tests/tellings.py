"""A bulletin of our own with its events told fact by fact, as extraction would store them, for the desk's tests."""

from __future__ import annotations

from typing import Any

from calendar_app.models import Bulletin, Event, Fact, Session
from tests.makers import make_article, make_bulletin, make_event, make_fact, make_participation

TEXT = """东江区召开防汛工作部署会
7月25日上午，东江区在区会议中心召开防汛工作部署会。区长林清远出席会议并讲话，
副区长周明主持会议。区水务局局长陈立汇报前期准备情况。
会议要求，各街镇要在8月底前完成河道清理。

东江区举办基层干部培训班
7月26日至27日，区委党校举办基层干部培训班。江南大学教授吴思源以《城市治理》为题授课。
"""

LINE = "东江区水务局查看河道。\n"


def place(text: str, quote: str) -> list[int]:
    start = text.index(quote)
    return [start, start + len(quote)]


def make_telling() -> tuple[Bulletin, Event, Event]:
    """Store the bulletin with a meeting, whose place and chair are doubtful, and a training that is certain."""
    bulletin = make_bulletin(TEXT, issue="第31期")
    middle = TEXT.index("东江区举办")
    first = make_article(bulletin, start=0, end=middle, headline="东江区召开防汛工作部署会")
    second = make_article(bulletin, start=middle, end=len(TEXT), headline="东江区举办基层干部培训班")
    meeting = make_event("防汛工作部署会", first, day_part="morning", precision="day_part", location="区会议中心")
    training = make_event("基层干部培训班", second, kind="training", starts_on="2024-07-26", ends_on="2024-07-27")
    tell(meeting, bulletin, "name", "防汛工作部署会", "防汛工作部署会")
    tell(meeting, bulletin, "starts_on", "2024-07-25", "7月25日")
    tell(meeting, bulletin, "day_part", "morning", "上午")
    tell(meeting, bulletin, "location", "区会议中心", "区会议中心", confidence=0.6)
    for number, (name, post, role, word) in enumerate(
        [("林清远", "区长", "speaker", "讲话"), ("周明", "副区长", "chair", "主持")]
    ):
        one = make_participation(meeting, name, post=post, roles=[role], order=number)
        tell(meeting, bulletin, "name", name, name, participation=one)
        doubt = {"confidence": 0.7} if role == "chair" else {}
        tell(meeting, bulletin, "roles", [role], word, participation=one, **doubt)
    tell(training, bulletin, "name", "基层干部培训班", "基层干部培训班")
    tell(training, bulletin, "starts_on", "2024-07-26", "7月26日")
    lecture = Session.objects.create(event=training, order=0, name="《城市治理》")
    lecture.speakers.add(make_participation(training, "吴思源", post="江南大学", roles=["lecturer"]))
    return bulletin, meeting, training


def make_long(*lengths: int) -> Bulletin:
    """Make a bulletin of a masthead and articles of so many lines each, every article with an event and its name."""
    articles = [f"第{number}则\n{LINE * lines}" for number, lines in enumerate(lengths)]
    bulletin = make_bulletin("\n东江信息\n" + "".join(articles))
    start = len(bulletin.text) - len("".join(articles))
    for number, text in enumerate(articles):
        article = make_article(bulletin, start=start, end=start + len(text), headline=f"第{number}则")
        event = make_event(f"第{number}会", article)
        make_fact(event, "name", event.name, bulletin=bulletin, spans=[[start, start + 3], [start + 4, start + 9]])
        start += len(text)
    return bulletin


def tell(event: Event, bulletin: Bulletin, field: str, value: Any, quote: str, **more: Any) -> Fact:
    plain = {"rule": f"{field}-rule", "confidence": 0.95}
    return make_fact(event, field, value, bulletin=bulletin, spans=[place(bulletin.text, quote)], **plain | more)
