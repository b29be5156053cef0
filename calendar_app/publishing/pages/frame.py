"""What stands around every page, its address in each language, and the pages of a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import translate_url
from django.utils import timezone
from django.utils.encoding import escape_uri_path
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from calendar_app.models import Event
from calendar_app.models.events import EventQuerySet
from calendar_app.models.keys import among
from calendar_app.models.programme import holders
from calendar_app.publishing.kept import at_one_publication, kept
from calendar_app.publishing.listing import printed

if TYPE_CHECKING:
    AnyPaginator = Paginator[Any]
else:
    AnyPaginator = Paginator

MINUTE = 60  # seconds
View = Callable[..., HttpResponse]
Rows = QuerySet[Any] | Sequence[Any]
ROWS = 30  # rows of one page of a list
SHOWN = (
    *("kind", "name", "summary", "starts_on", "ends_on", "starts_at", "ends_at", "day_part", "precision", "time_zone"),
    *("previous_starts_on", "location", "status"),
)


def frame(request: HttpRequest) -> dict[str, Any]:
    """Give every template the page's address in each language; a context processor."""
    here = request.get_full_path()
    addresses = {code: translate_url(here, code) for code, _ in settings.LANGUAGES}
    return {
        "default_address": addresses[settings.LANGUAGE_CODE],
        "languages": [(code, name, addresses[code]) for code, name in settings.LANGUAGES],
        "canonical": settings.PUBLIC_URL + escape_uri_path(request.path) + own_page(request),
        "public_url": settings.PUBLIC_URL,
        "noindex": settings.NOINDEX,
        "section": section(request),
        "printed": printed(),
        "today": timezone.localdate(),
    }


def own_page(request: HttpRequest) -> str:
    """Tell a later page of a whole list in its address; one of a narrowed list is known by the list's address."""
    page = request.GET.get("page", "")
    is_whole = list(request.GET) == ["page"] and page.isascii() and page.isdecimal()
    return f"?page={int(page[:9])}" if is_whole and int(page[:9]) > 1 else ""


def as_page(view: View) -> View:
    """Make a view a public page: GET and HEAD only, kept a minute by anybody, and not sent again while unchanged."""
    return require_safe(cache_control(public=True, max_age=MINUTE)(conditional_page(at_one_publication(view))))


def kept_whole(view: View) -> View:
    """Keep what a page says until the next publication, a minute at most: for pages of which much has to be laid out.

    It has to be the same for everybody who asks for the address.
    """

    @wraps(view)
    def answer(request: HttpRequest, *positional: Any, **named: Any) -> HttpResponse:
        name = f"page {request.get_full_path()} on {timezone.localdate()}"
        return kept(name, lambda: view(request, *positional, **named))

    return answer


def section(request: HttpRequest) -> str:
    """Name the part of the site the page belongs to, for the navigation: `events`, `people` …"""
    parts = [part for part in request.path.split("/") if part not in ("", "en")]
    return parts[0] if parts else "front"


def listed(events: EventQuerySet) -> EventQuerySet:
    """Load of a list of events what its rows show, and no more: for some thirty each column counts."""
    return events.select_related("place").only(*SHOWN, "place__name").annotate(holders=holders())


class Pages(AnyPaginator):
    """The pages of a list; those nearer to its end are read from there."""

    question = ""

    def page(self, number: int | str) -> Page[Any]:
        number = self.validate_number(number)
        return Page(self.rows(number), number, self)

    def rows(self, number: int) -> Any:
        start, stop = (number - 1) * self.per_page, min(number * self.per_page, self.count)
        rows: Any = self.object_list
        if isinstance(rows, QuerySet) and start > self.count // 2:
            return list(rows.reverse()[self.count - stop : self.count - start])[::-1]
        return rows[start:stop]


class KeptPages(Pages):
    """Pages of keys, each kept by what is asked: of somebody in very many events they are found among all of those."""

    def rows(self, number: int) -> list[int]:
        read = super().rows
        return kept(f"page {number} of {self.question}", lambda: list(read(number)))


def paged(
    request: HttpRequest, rows: Rows, size: int = ROWS, *, counted: Rows | None = None, cut_by: type[Pages] = Pages
) -> Page[Any]:
    """Cut out the page that `?page=` asks for; anything that is no page is the nearest one.

    `counted` is the same rows asked for in the way that is counted fastest, where it is another.
    """
    pages = cut_by(rows, size)
    pages.question = question(request)
    if not isinstance(rows, list):
        all_rows = rows if counted is None else counted
        count = all_rows.count if isinstance(all_rows, QuerySet) else all_rows.__len__
        pages.count = kept(f"count of {pages.question}", count)
    return pages.get_page(request.GET.get("page", "1"))


def question(request: HttpRequest) -> str:
    """What the address asks, whichever page of it."""
    asked = request.GET.copy()
    asked.pop("page", None)
    return f"{request.path}?{asked.urlencode()}"


def listed_page(request: HttpRequest, events: Rows, counted: Rows | None = None) -> Page[Event]:
    """Cut out a page by keys alone, which are kept, then load what its rows show."""
    keys = events.values_list("pk", flat=True) if isinstance(events, QuerySet) else events
    page = paged(request, keys, counted=counted, cut_by=KeptPages)
    page.object_list = list(loaded(page.object_list).values())
    return page


def loaded(keys: Iterable[int]) -> dict[int, Event]:
    """Load the public events of the keys, in their order, with what rows show."""
    keys = list(keys)
    events = {event.pk: event for event in listed(Event.objects.public()).filter(pk__in=among(keys))} if keys else {}
    return {key: events[key] for key in keys if key in events}
