"""Plots of what was held: by month and kind, by organiser, by role; each with its table, also as a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from calendar_app.formats.plot import plot
from calendar_app.formats.table import CSV, MARK, line
from calendar_app.publishing.filters import VOCABULARIES, Filters
from calendar_app.publishing.pages.calendars import YEARS
from calendar_app.publishing.pages.frame import as_page
from calendar_app.publishing.pages.naming import chips, names, settled
from calendar_app.publishing.tallies import MONTHS, Tally, last_of_month, months_before, tally
from calendar_app.vocabulary import Kind


@as_page
def statistics(request: HttpRequest) -> HttpResponse:
    asked = Filters.read(request.GET)
    named = names(request, asked)
    if only := settled(request, asked, named):
        return only
    period, counted = tally(asked, timezone.localdate())
    context: dict[str, Any] = {
        "filters": asked,
        "period": period,
        "is_cut": bool(asked.since and period.since > asked.since),
        "before": twelve_months(asked, months_before(period.since, MONTHS)),
        "after": twelve_months(asked, months_before(period.until, -1)),
        "tally": counted,
        "plots": list(zip(counted.kinds, plot(counted.months, list(counted.kinds.values())), strict=True)),
        "rows": month_rows(counted, asked),
        "most_held": max((each.times for each in counted.holders), default=1),
        "most_parts": max((each.total for each in counted.parts), default=1),
        "names": named,
        "chips": chips(asked),
        "vocabularies": {name: list(words) for name, words in VOCABULARIES.items()},
    }
    return render(request, "calendar_app/statistics.html", context)


def twelve_months(asked: Filters, first: date) -> Filters | None:
    """The same question over the twelve months from a first one; None beyond the years that have addresses."""
    last = last_of_month(months_before(first, 1 - MONTHS))
    return asked.but(since=first, until=last) if first.year in YEARS and last.year in YEARS else None


def month_rows(counted: Tally, filters: Filters) -> list[tuple[date, list[tuple[int, str]], int]]:
    """The table's months, each with its counts by kind, the question that lists what is counted, and the sum."""
    rows = []
    for place, month in enumerate(counted.months):
        of_month = filters.but(since=month, until=last_of_month(month))
        cells = [
            (counts[place], of_month.but(kind=(kind.value,)).query_string) for kind, counts in counted.kinds.items()
        ]
        rows.append((month, cells, sum(count for count, _query in cells)))
    return rows


@require_safe
def statistics_csv(request: HttpRequest, plot: str) -> HttpResponse:
    """Answer the table of one plot: `months`, `organizers` or `roles`."""
    asked = Filters.read(request.GET)
    _period, counted = tally(asked, timezone.localdate())
    lines = {"months": month_lines, "organizers": holder_lines, "roles": role_lines}[plot](counted)
    response = HttpResponse(MARK + "".join(map(line, lines)), content_type=CSV)
    response["Content-Disposition"] = f'attachment; filename="huili-{plot}.csv"'
    response["X-Robots-Tag"] = "noindex"
    return response


def month_lines(counted: Tally) -> Iterator[Iterable[str]]:
    yield _("Month"), *(_(kind.label) for kind in Kind), _("All")
    for month, *counts in zip(counted.months, *counted.kinds.values(), strict=True):
        yield f"{month:%Y-%m}", *map(str, counts), str(sum(counts))


def holder_lines(counted: Tally) -> Iterator[Iterable[str]]:
    yield _("Organization"), _("Events held")
    for each in counted.holders:
        yield each.name, str(each.times)


def role_lines(counted: Tally) -> Iterator[Iterable[str]]:
    yield _("Role"), _("People"), _("Organizations"), _("Groups"), _("All")
    for each in counted.parts:
        yield _(each.role.label), *map(str, (each.people, each.organizations, each.groups, each.total))
