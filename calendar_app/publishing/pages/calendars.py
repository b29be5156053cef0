"""The calendar: the nearest month that has something, a month, a week, a year."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from datetime import date, timedelta
from typing import Any

from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from calendar_app.formats.when import span
from calendar_app.models import Event
from calendar_app.models.events import EventQuerySet
from calendar_app.publishing.almanac import almanac_day
from calendar_app.publishing.filters import Filters
from calendar_app.publishing.grid import Day, Slot, days_of, fill, lines_on_paper, weeks_of
from calendar_app.publishing.pages.frame import as_page, kept_whole, loaded
from calendar_app.publishing.pages.naming import chips

SEVEN = range(7)
MANY = 60  # events of a month or week; of more, each day tells a few and leads to the rest
ROOM_OF_MONTH, ROOM_OF_WEEK = 2, 8
YEARS = range(1900, 2100)


@as_page
def calendar(request: HttpRequest) -> HttpResponse:
    """Send to this month, or to the nearest one that has something; that page says which it is."""
    today = timezone.localdate()
    nearest = Event.objects.public().nearest_day(today) or today
    return redirect("calendar:month", f"{nearest:%Y}", f"{nearest:%m}")


@as_page
@kept_whole
def month(request: HttpRequest, year: str, month: str) -> HttpResponse:
    filters = Filters.read(request.GET).but(since=None, until=None)
    events = filters.ask(Event.objects.public())
    context = month_of(events, date(int(year), int(month), 1))
    first, last, today = context["first"], context["last"], context["today"]
    context |= {"filters": filters, "period": filters.but(since=first, until=last), "chips": chips(filters)}
    if not context["count"] or first > today or last < today:
        context["nearest"] = nearest_month(events, first if not context["count"] else today)
    return render(request, "calendar_app/month.html", context)


def month_of(events: EventQuerySet, first: date) -> dict[str, Any]:
    """Lay a month's events out as its grid and its agenda."""
    last = first.replace(day=monthrange(first.year, first.month)[1])
    weeks_start, weeks_end = first - timedelta(first.weekday()), last + timedelta(6 - last.weekday())
    slots = Slot.of(events.between(weeks_start, weeks_end).chronological())
    count = sum(slot.touches(first, last) for slot in slots)
    weeks = weeks_of(first.year, first.month, [slot for slot in slots if not slot.is_vague])
    days = [day for week in weeks for day in week.days]
    for day in days:
        if day.in_month:
            day.tell(day.beginning, ROOM_OF_MONTH if count > MANY else None)
    vague = [slot for slot in slots if slot.is_vague and slot.touches(first, last)]
    return {
        "first": first,
        "last": last,
        "today": timezone.localdate(),
        "weeks": weeks,
        "lines": lines_on_paper(weeks),
        "agenda": [day for day in days if day.told],
        "vague": fill(days, weeks, vague, loaded),
        "count": count,
        "previous": within_years(first - timedelta(1)),
        "next": within_years(last + timedelta(1)),
    }


def within_years(day: date) -> date | None:
    """The day, or None beyond the years that have addresses."""
    return day if day.isocalendar().year in YEARS and day.year in YEARS else None


def nearest_month(events: Any, near: date) -> date | None:
    day: date | None = events.nearest_day(near)
    return day.replace(day=1) if day else None


@as_page
def week(request: HttpRequest, year: str, week: str) -> HttpResponse:
    try:
        monday = date.fromisocalendar(int(year), int(week), 1)
    except ValueError as error:
        raise Http404(str(error)) from error
    sunday = monday + timedelta(6)
    filters = Filters.read(request.GET).but(since=None, until=None)
    events = filters.ask(Event.objects.public())
    slots = Slot.of(events.between(monday, sunday).chronological())
    days = [Day(monday + timedelta(n), in_month=True, almanac=almanac_day(monday + timedelta(n))) for n in SEVEN]
    for day in days:
        day.events = [slot for slot in slots if not slot.is_vague and slot.touches(day.date, day.date)]
        day.tell(day.events, ROOM_OF_WEEK if len(slots) > MANY else None)
    context: dict[str, Any] = {
        "monday": monday,
        "sunday": sunday,
        "days_named": span(monday, sunday),
        "number": int(week),
        "year": int(year),
        "today": timezone.localdate(),
        "days": days,
        "vague": fill(days, [], [slot for slot in slots if slot.is_vague], loaded),
        "previous": within_years(monday - timedelta(7)),
        "next": within_years(monday + timedelta(7)),
        "filters": filters,
        "chips": chips(filters),
        "period": filters.but(since=monday, until=sunday),
        "count": len(slots),
    }
    if not slots:
        context["nearest"] = events.nearest_day(monday)
    return render(request, "calendar_app/week.html", context)


@as_page
@kept_whole
def year(request: HttpRequest, year: str) -> HttpResponse:
    """A year's months as small tables whose days are shaded by how much happens on them."""
    number = int(year)
    first, last = date(number, 1, 1), date(number, 12, 31)
    filters = Filters.read(request.GET).but(since=None, until=None)
    events = filters.ask(Event.objects.public())
    days: Counter[date] = Counter()
    months: Counter[int] = Counter()
    dated = events.between(first, last).known_to_the_day().order_by().values_list("starts_on", "ends_on")
    for starts_on, ends_on, number_of_events in dated.annotate(Count("pk")):
        start, end = days_of(starts_on, ends_on)
        begin, finish = max(start, first), min(end, last)
        months.update(dict.fromkeys(range(begin.month, finish.month + 1), number_of_events))
        for n in range((finish - begin).days + 1):
            days[begin + timedelta(n)] += number_of_events
    context: dict[str, Any] = {
        "year": number,
        "months": [heat_of(number, month, days, months[month]) for month in range(1, 13)],
        "count": events.between(first, last).count(),
        "today": timezone.localdate(),
        "filters": filters,
        "chips": chips(filters),
        "period": filters.but(since=first, until=last),
    }
    if not context["count"]:
        context["nearest"] = nearest_month(events, first)
    return render(request, "calendar_app/year.html", context)


def heat_of(year: int, month: int, counts: Counter[date], total: int) -> dict[str, Any]:
    """One small month: rows of (day, how much happens on it) or None; `total` is how many events it has."""
    blank = date(year, month, 1).weekday()
    length = monthrange(year, month)[1]
    days: list[tuple[date, int] | None] = [None] * blank
    days += [(day := date(year, month, number), counts[day]) for number in range(1, length + 1)]
    days += [None] * (-len(days) % 7)
    return {"first": date(year, month, 1), "rows": [days[n : n + 7] for n in range(0, len(days), 7)], "total": total}


def address_of_month(day: date) -> str:
    return reverse("calendar:month", args=[f"{day:%Y}", f"{day:%m}"])
