"""Feeds as iCalendar and Atom: everything, a kind, whoever takes part, a place, a series, any filter, a year."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from django.conf import settings
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone, translation
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from calendar_app.formats.ical import END, Head, begin
from calendar_app.models import Bulletin, Event, Feed, Organization, Person, Place, Series
from calendar_app.publishing.conditional import answer, preflight
from calendar_app.publishing.filters import Filters
from calendar_app.publishing.joining import current
from calendar_app.publishing.questions import FREE, Question
from calendar_app.publishing.reports import atom
from calendar_app.publishing.rows import asking
from calendar_app.publishing.windows import MOST_OCTETS, Asked, fresh, gone, light, whole
from calendar_app.vocabulary import CancelledEvents, Kind

ICAL = "text/calendar; charset=utf-8"
View = Callable[..., HttpResponse]
SUBJECTS: dict[str, tuple[str, type[Model]]] = {
    "organizations": ("organization", Organization),
    "people": ("person", Person),
    "places": ("place", Place),
    "series": ("series", Series),
}
feed_methods = require_http_methods(["GET", "HEAD", "OPTIONS"])


@feed_methods
def everything(request: HttpRequest, suffix: str, year: int | None = None) -> HttpResponse:
    return feed(request, suffix, Question("/feeds/all", year=year))


@feed_methods
def of_kind(request: HttpRequest, suffix: str, kind: str, year: int | None = None) -> HttpResponse:
    if kind not in set(Kind):
        raise Http404(f"{kind}: no kind of event; choose from {', '.join(Kind)}")
    filters = Filters(kind=(kind,))
    return feed(request, suffix, Question(f"/feeds/{kind}", filters, year=year))


@feed_methods
def of_subject(request: HttpRequest, suffix: str, subjects: str, slug: str, year: int | None = None) -> HttpResponse:
    """Serve what an organisation, a person, a place or a series has to do with; once public, a feed stays.

    A body with only others below it has one too, for its page leads there.
    """
    name, model = SUBJECTS[subjects]
    filters = Filters(**{name: (slug,)})  # type: ignore[arg-type]

    def check(question: Question) -> None:
        get_object_or_404(model, slug=slug)
        widest = replace(question, with_subordinates=subjects == "organizations")
        if not widest.filtered(Event.objects.filter(published_at__isnull=False)).exists():
            raise Http404(f"{slug}: nothing was published about it")

    return feed(request, suffix, Question(f"/feeds/{subjects}/{slug}", filters, year=year), check)


@feed_methods
def of_bulletin(request: HttpRequest, suffix: str, pk: int, year: int | None = None) -> HttpResponse:
    def check(question: Question) -> None:
        get_object_or_404(Bulletin.objects.public().only("pk"), pk=pk)

    return feed(request, suffix, Question(f"/feeds/bulletins/{pk}", bulletin=pk, year=year), check)


@feed_methods
def of_filters(request: HttpRequest, suffix: str) -> HttpResponse:
    return feed(request, suffix, Question(FREE, Filters.read(request.GET)))


@feed_methods
def saved(request: HttpRequest, suffix: str, slug: str) -> HttpResponse:
    """Serve a saved question at the address it was given."""
    kept = get_object_or_404(Feed, slug=slug, revoked_at=None)
    question = Question(
        f"/feeds/saved/{slug}",
        Filters.read(kept.query),
        subject=kept.name,
        days_back=kept.window,
        hides_cancelled=kept.cancelled == CancelledEvents.HIDE,
    )
    return feed(request, suffix, question)


@feed_methods
def of_event(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Serve one event as a calendar of its own."""
    if request.method == "OPTIONS":
        return preflight()
    return answer(request, current(f"/events/{pk}.ics", partial(one_event, pk)), ICAL)


def one_event(pk: int) -> Iterator[bytes]:
    """Yield the event's calendar; one taken back is told as such for a while, without its name."""
    public, withdrawn = Event.objects.public().filter(pk=pk), gone(Event.objects.filter(pk=pk), timezone.localdate())
    octets = b"".join(whole(Asked(asking(public), asking(withdrawn), fresh)))
    if not octets:
        raise Http404(f"{pk}: no event that a calendar can show")
    name = public.values_list("name", flat=True).first() or gettext("Huili")
    yield b"".join((begin(Head(name=name, description="")), octets, END))


def feed(
    request: HttpRequest, suffix: str, question: Question, check: Callable[[Question], None] | None = None
) -> HttpResponse:
    """Answer with the question's feed; `check` raises Http404 where there is none, and is asked when it is joined."""
    if request.method == "OPTIONS":
        return preflight()
    question = question.asked_by(request.GET)
    write, content_type = FORMS[suffix]

    def checked() -> Iterator[bytes]:
        if check:
            check(question)
        yield from write(question)

    return answer(request, current(question.address(suffix), checked), content_type)


def calendar(question: Question) -> Iterator[bytes]:
    """Yield the calendar's octets: its head, the events, its end."""
    with translation.override(settings.LANGUAGE_CODE):
        if question.year:
            yield head(question, gettext("All events of %(year)d.") % {"year": question.year})
            yield from whole(question.asked())
            yield END
        else:
            room = MOST_OCTETS - len(head(question, told(is_cut=True))) - len(END)
            window = light(question.asked(), timezone.localdate(), room)
            yield b"".join((head(question, told(is_cut=window.is_cut)), *window.parts, END))


FORMS = {"ics": (calendar, ICAL), "atom": (atom, "application/atom+xml; charset=utf-8")}


def head(question: Question, description: str) -> bytes:
    address = settings.PUBLIC_URL + question.address("ics")
    return begin(Head(name=question.name, description=description, address=address))


def told(*, is_cut: bool) -> str:
    """Say in the calendar's description what it holds."""
    if is_cut:
        return gettext(
            "What is ahead and the latest before it, 1,000 entries at most; earlier ones are in the years’ feeds."
        )
    return gettext("All events, those ahead and those past.")
