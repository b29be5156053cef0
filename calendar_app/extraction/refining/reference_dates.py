"""Settles dates that lack a year, a month or more: from the text before, then from the day of publication."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from calendar_app.extraction.almanac import Days, days, interval
from calendar_app.extraction.document import Mention
from calendar_app.extraction.refining.cues import Direction, direction, is_notice
from calendar_app.extraction.refining.publication_dates import infer_published_on, is_anchor
from calendar_app.extraction.when import When, Written

__all__ = ["infer_published_on", "resolve"]

NEAR = 150  # characters: how far a printed year reaches over later dates without one
LISTED = ("、", "和", "及", "与", "以及")
DEADLINE_SLACK = timedelta(45)
NOTICE_SLACK = timedelta(31)
FAR_AHEAD, JUST_BEHIND = timedelta(270), timedelta(60)


def resolve(
    mentions: Iterable[Mention], text: str, published_on: date | None = None, published_at: datetime | None = None
) -> list[Mention]:
    """Return the mentions with the days of each date settled where the text or the day of publication fixes them.

    当日, 次日 count from the dated event before, 今天, 上周五 from `published_on`, 刚才 from `published_at`.
    7月25日 takes its year from a full date shortly before, else from `published_on`, before it in a report and after
    it in a notice. What nothing fixes stays open.
    """
    given = list(mentions)
    dated = sorted((each for each in given if each.kind == "date"), key=lambda each: each.span)
    day = published_on or (published_at.date() if published_at else None)
    settling = _Settling(text, day, published_at, is_notice(text), next(filter(is_anchor, dated), None))
    settled = {id(each): each._replace(value=settling.settle(each)) for each in dated}
    return [settled.get(id(each), each) for each in given]


@dataclass
class _Settling:
    """What is known while the dates of a text are settled one after the other."""

    text: str
    published_on: date | None
    published_at: datetime | None
    notice: bool
    first_anchor: Mention | None
    before: Days | None = None
    before_ends: int = 0
    anchor: Mention | None = None
    month: tuple[int, int] | None = None  # of a chronicle, from its title: 2024年7月大事记

    def settle(self, mention: Mention) -> When:
        when: When = mention.value
        if when.first and when.first.minutes is not None:
            return self._elapsed(when, when.first.minutes)
        found = (when.starts_on, when.ends_on) if when.starts_on and when.ends_on else self._days(mention)
        if found is None:
            return when
        first = when.first or Written()
        if first.year and when.precision == "month" and "\n" not in self.text[: mention.span.start]:
            self.month = (found[0].year, found[0].month)
        if is_anchor(mention):
            self.anchor = mention
        elif first.base == "published" and first.month:  # 自1991年5月15日设立…今年5月15日: no year of then from here on
            self.anchor = None
        if not when.background and when.precision not in {"year", "month"}:
            self.before, self.before_ends = found, mention.span.end
        return when._replace(starts_on=found[0], ends_on=found[1], year_inferred=first.year is None)

    def _elapsed(self, when: When, minutes: int) -> When:
        """Count 两小时后 from the clock time of publication; without one it stays open."""
        if self.published_at is None:
            return when
        at = self.published_at + timedelta(minutes=minutes)
        self.before = (at.date(), at.date())
        clock = f"{at:%H:%M}"
        return when._replace(
            starts_on=at.date(), ends_on=at.date(), starts_at=clock, precision="minute", year_inferred=True
        )

    def _days(self, mention: Mention) -> Days | None:
        when: When = mention.value
        first, last = when.first, when.last
        if first is None or last is None:
            return None
        if first.base is not None:
            return self._counted(first, last)
        if first.weekday and first.month is None and first.day is None:
            return self._weekday(mention, first.weekday)
        if first.month is None and first.day is not None and not first.lunar:
            return self._in_month(mention, first, last)
        return self._in_year(mention, first, last)

    def _counted(self, first: Written, last: Written) -> Days | None:
        """Count from the day of publication or the event before: 昨日, 上周五, 去年12月, 次日."""
        base = self._base(first)
        if base is None:
            return None
        begins = counted(first, base)
        if begins is None or first == last:
            return begins
        ends = counted(last, base) if last.base else counted(last._replace(base=first.base, weeks=first.weeks), base)
        if last.day and not last.base:
            return interval(first._replace(day=begins[0].day, base=None), last, begins[0].year, begins[0].month)
        return (begins[0], ends[1]) if ends and ends[1] >= begins[0] else None

    def _base(self, one: Written) -> date | None:
        if one.base == "published":
            return self.published_on
        if self.before is None:
            return None
        return self.before[1] if one.days or one.weeks or one.months else self.before[0]

    def _weekday(self, mention: Mention, weekday: int) -> Days | None:
        if self.published_on is None:
            return None
        ahead = direction(self.text, mention.span, self.notice) is not Direction.BEHIND
        shift = (
            (weekday - self.published_on.isoweekday()) % 7
            if ahead
            else -((self.published_on.isoweekday() - weekday) % 7)
        )
        day = self.published_on + timedelta(shift)
        return day, day

    def _in_month(self, mention: Mention, first: Written, last: Written) -> Days | None:
        """Give 25日 its month: the one nearest to the date before, else to the day of publication."""
        if self.month and (titled := interval(first, last, *self.month)):
            return titled
        near = self.before[0] if self.before else self.published_on
        if near is None:
            return None
        months = [
            (near.year + (near.month - 1 + shift) // 12, (near.month - 1 + shift) % 12 + 1) for shift in (-1, 0, 1)
        ]
        found = [each for each in (interval(first, last, *month) for month in months) if each]
        if self.before is not None:
            return min(found, key=lambda each: (abs(each[0] - near), each[0] < near), default=None)
        return self._towards(mention, found, near, timedelta(0))

    def _in_year(self, mention: Mention, first: Written, last: Written) -> Days | None:
        anchor = self._year_before(mention)
        if anchor is not None:
            return self._after(anchor, first, last)
        if self.published_on is None:
            nearest = self.anchor or self.first_anchor
            return interval(first, last, nearest.value.starts_on.year) if nearest else None
        years = range(self.published_on.year - 2, self.published_on.year + 3)
        found = [each for each in (interval(first, last, year) for year in years) if each]
        if inside := next((each for each in found if self._is_during(each)), None):
            return inside
        listed = self.text[self.before_ends : mention.span.start].strip() in LISTED
        if self.before and self.before_ends and listed:  # 7月25日、8月2日
            near = self.before[0]
            return min(found, key=lambda each: abs(each[0] - near), default=None)
        return self._towards(mention, _on_weekday(found, first.weekday), self.published_on, DEADLINE_SLACK)

    def _is_during(self, one: Days) -> bool:
        """Say whether days are some of the several that were told before: 14日至17日 … 15日上午."""
        return self.before is not None and self.before[0] <= one[0] <= one[1] <= self.before[1] != self.before[0]

    def _year_before(self, mention: Mention) -> date | None:
        """Return the full date shortly before in the same paragraph."""
        if self.anchor is None or mention.span.start - self.anchor.span.end > NEAR:
            return None
        between = self.text[self.anchor.span.end : mention.span.start]
        return None if "\n" in between else self.anchor.value.starts_on

    def _after(self, anchor: date, first: Written, last: Written) -> Days | None:
        """Take the year of a full date before, or the next where that would go back half a year and more."""
        same, next_year = (interval(first, last, anchor.year + shift) for shift in (0, 1))
        if same and next_year and anchor - same[0] > timedelta(183):
            limit = self.published_on or next_year[0]
            return next_year if next_year[0] <= limit or not self.published_on else same
        return same or next_year

    def _towards(self, mention: Mention, found: list[Days], published_on: date, slack: timedelta) -> Days | None:
        """Choose among years or months: behind the publication for a report, ahead of it for a notice."""
        when: When = mention.value
        if when.deadline:
            return min((each for each in found if each[1] >= published_on - slack), default=None)
        behind = max((each for each in found if each[0] <= published_on), default=None)
        ahead = min((each for each in found if each[1] >= published_on), default=None)
        way = Direction.BEHIND if when.background else self._way(mention, published_on)
        if behind is None or ahead is None:
            return behind or ahead
        ago = published_on - behind[1]
        if way is Direction.BEHIND:  # in what tells of things to come a day of this season is one of them
            is_next = bool(self.before and self.before[0] > published_on and ago > FAR_AHEAD and not when.background)
            return ahead if is_next else behind
        if self._is_right_after(behind) and ago <= NOTICE_SLACK and ahead[0] - published_on > FAR_AHEAD:
            return behind  # 8月4日…决定8月7日召开, printed on 8月8日
        overdue = ago <= NOTICE_SLACK or (ahead[0] - published_on > FAR_AHEAD and ago < JUST_BEHIND)
        return behind if overdue and way is Direction.LIKELY_AHEAD else ahead

    def _is_right_after(self, one: Days) -> bool:
        """Say whether days come soon after those told before."""
        return self.before is not None and timedelta(0) <= one[0] - self.before[0] <= NOTICE_SLACK

    def _way(self, mention: Mention, published_on: date) -> Direction:
        """Look the way the sentence looks; what follows a day to come in one sentence is to come as well."""
        if self.before and self.before[0] > published_on:
            between = self.text[self.before_ends : mention.span.start]
            if len(between) < NEAR and "。" not in between:
                return Direction.AHEAD
        return direction(self.text, mention.span, self.notice)


def _on_weekday(found: list[Days], weekday: int | None) -> list[Days]:
    """Keep the years in which the printed weekday is right, where there is one at all."""
    fitting = [each for each in found if weekday and each[0].isoweekday() == weekday]
    return fitting or found


def counted(one: Written, base: date) -> Days | None:
    """Return the days that a shift names when counted from a day: 去年12月, 下月5日, 上周五, 两天后."""
    if one.days is not None:
        return _same(base + timedelta(one.days))
    if one.weeks is not None:
        return _in_week(one, base + timedelta(7 * one.weeks))
    if one.months is not None:
        month = base.month - 1 + one.months
        year = base.year + (one.years or 0) + month // 12
        plain = Written(month=month % 12 + 1, day=one.day, stretch=one.stretch)
        return days(plain, year)
    return days(one, base.year + (one.years or 0))


def _in_week(one: Written, day: date) -> Days:
    monday = day - timedelta(day.weekday())
    if one.stretch == "weekend":
        return monday + timedelta(5), monday + timedelta(6)
    if one.weekday:
        return _same(monday + timedelta(one.weekday - 1))
    return (monday, monday + timedelta(6)) if one.base == "published" else _same(day)


def _same(day: date) -> Days:
    return day, day
