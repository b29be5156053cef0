"""Events whose names bear a number belong to a series: 第39批跨国公司地区总部颁证仪式 is the 39th of its name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from calendar_app.extraction.recognizing.dates.numerals import number
from calendar_app.models import Event, Series, SeriesMembership

# 批, 届 and 期 number what comes again under one name; 第三次会议 is numbered by whoever meets, so it is no series.
# In front may stand whose it is (东江区第七届社区营造论坛), but no year, whose count begins anew, and no verb
# (学习第二十届…). A second number (第十四届…第三次会议) is of something else.
NUMBERED = re.compile(
    r"(?P<whose>(?:[\u4e00-\u9fff]{1,20}(?:[省市区县镇乡局院馆校]|街道|社区|集团|公司|大学|学院))?)"
    r"第(?P<number>\d{1,4}|[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])[批届期](?P<name>[^第]{2,}(?:[会班节展赛]|仪式|典礼|论坛|活动|讲座|培训))"
)


def numbered(name: str) -> tuple[str, int] | None:
    """Return the series' name and the printed number: 第十二届东江冬季书展 is (东江冬季书展, 12)."""
    match = NUMBERED.fullmatch(name)
    return (match["whose"] + match["name"], number(match["number"])) if match else None


def put_in_series(events: Iterable[Event]) -> None:
    """Make saved events members of the series their names tell of; what is a member stays as it is."""
    told = [(event, *found) for event in events if (found := numbered(event.name))]
    # By name, so that two imports at once wait for each other instead of deadlocking.
    names = sorted({name[:255] for _, name, _ in told})
    known = {name: Series.objects.get_or_create(name=name)[0] for name in names}
    members = [
        SeriesMembership(series=known[name[:255]], event=event, ordinal=ordinal) for event, name, ordinal in told
    ]
    SeriesMembership.objects.bulk_create(members, ignore_conflicts=True)


def take_out_of_series(events: Iterable[Event]) -> None:
    """End what the events' names made; what a person put in stays."""
    for event in events:
        if found := numbered(event.name):
            name, ordinal = found
            event.memberships.filter(series__name=name[:255], ordinal=ordinal).delete()
