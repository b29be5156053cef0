"""What a feed asks: whose events, of which year, with or without the cancelled, and how it calls itself."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property, lru_cache
from typing import Self

from django.db.models import Q
from django.http import QueryDict
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext

from calendar_app.formats.entry import PLAIN, Style
from calendar_app.models import Bulletin, Event, Organization, Person, Place, Series
from calendar_app.models.actors import standing_for
from calendar_app.models.events import EventQuerySet
from calendar_app.publishing.filters import Filters
from calendar_app.publishing.nominal import nominal_hours
from calendar_app.publishing.rows import Asking, asking
from calendar_app.publishing.windows import Asked, fresh, gone, styled
from calendar_app.vocabulary import AttendanceMode, CancelledEvents, Kind, Role, Status

NAMED = {"organization": Organization, "person": Person, "place": Place, "series": Series}
ACTORS = {"organization", "person"}
SUBJECT_PATHS = {"organization": "organizations", "person": "people", "place": "places", "series": "series"}
FREE = "/feeds/events"
WORDS = {"kind": Kind, "role": Role, "status": Status, "mode": AttendanceMode}


@dataclass(frozen=True)
class Question:
    """A feed's question; `path` is its address without suffix, `options` what of the query shapes the answer."""

    path: str
    filters: Filters = field(default_factory=Filters)
    bulletin: int | None = None
    subject: str = ""
    year: int | None = None
    days_back: int | None = None
    hides_cancelled: bool = False
    is_nominal: bool = False
    is_rich: bool = False
    with_subordinates: bool = False

    @classmethod
    def asking(cls, filters: Filters) -> Self:
        """Return the question of the filters at its shortest address: a kind, a person … have one of their own."""
        words = list(filters.words())
        if not words:
            return cls("/feeds/all")
        if len(words) == 1 and words[0][0] == "kind":
            return cls(f"/feeds/{words[0][1]}", filters)
        if len(words) == 1 and words[0][0] in SUBJECT_PATHS:
            return cls(f"/feeds/{SUBJECT_PATHS[words[0][0]]}/{words[0][1]}", filters)
        return cls(FREE, filters)

    def of_year(self, year: int) -> Self:
        return replace(self, year=year)

    @property
    def has_years(self) -> bool:
        """Whether there is an archive of each year; free filters have their own period."""
        return self.path != FREE

    def asked_by(self, query: QueryDict) -> Self:
        """Return the question with the options an address's query adds; unknown words are passed over."""
        return replace(
            self,
            hides_cancelled=self.hides_cancelled or query.get("cancelled") == CancelledEvents.HIDE,
            is_nominal=query.get("times") == "nominal",
            is_rich=query.get("detail") == "rich",
            with_subordinates=query.get("subordinate") == "1" and bool(self.filters.organization),
        )

    @property
    def options(self) -> dict[str, str]:
        asked = {
            "cancelled": "hide" if self.hides_cancelled else "",
            "times": "nominal" if self.is_nominal else "",
            "detail": "rich" if self.is_rich else "",
            "subordinate": "1" if self.with_subordinates else "",
        }
        return {word: value for word, value in asked.items() if value}

    def address(self, suffix: str) -> str:
        """Return the canonical address: the path, the year, and the query in one order."""
        path = f"{self.path}/{self.year}" if self.year else self.path
        free = list(self.filters.words()) if path == FREE else []
        query = urlencode([*free, *self.options.items()])
        return f"{path}.{suffix}" + (f"?{query}" if query else "")

    def asked(self) -> Asked:
        """Return the events, and how their bytes are brought up to date."""
        style = Style(nominal_hours() if self.is_nominal else None, self.is_rich)
        parts = composed(self) if self.filters.look_up else composed_on(timezone.localdate(), self)
        return Asked(*parts, fresh if style == PLAIN else styled(style))

    def public(self) -> EventQuerySet:
        return self.narrow(Event.objects.public())

    def withdrawn(self) -> EventQuerySet:
        """Those to be shown as taken back; none where words are searched, lest a search tell what they said."""
        if self.hides_cancelled or self.filters.q:
            return Event.objects.none()
        return self.narrow(gone(Event.objects.all(), timezone.localdate()))

    def filtered(self, events: EventQuerySet) -> EventQuerySet:
        """Narrow the events to whom and what the question is about, of any time and state."""
        if not self.with_subordinates:
            return self.filters.ask(events)
        return self.filters.but(organization=subordinates(self.filters.organization)).ask(events)

    def narrow(self, events: EventQuerySet) -> EventQuerySet:
        if self.days_back is not None:
            events = events.on_calendar(timezone.localdate() - timedelta(days=self.days_back), None)
        if self.year:
            events = events.on_calendar(date(self.year, 1, 1), date(self.year, 12, 31))
        if self.hides_cancelled:
            events = events.exclude(status=Status.CANCELLED)
        if self.bulletin:
            events = events.of_bulletin(self.bulletin)
        return self.filtered(events)

    @cached_property
    def name(self) -> str:
        """Return what the calendar is called: 会历·培训·2024."""
        told = self.subject or (bulletin_name(self.bulletin) if self.bulletin else described(self.filters))
        words = [gettext("Huili"), told, str(self.year or "")]
        return "·".join(word for word in words if word)


def composed(question: Question) -> tuple[Asking, Asking]:
    """Return what is asked of the database for the public events, and for those taken back."""
    return asking(question.public()), asking(question.withdrawn())


@lru_cache(maxsize=256)
def composed_on(day: date, question: Question) -> tuple[Asking, Asking]:
    """Return the same, composed once a day: Django takes nearly as long as the database does."""
    return composed(question)


def bulletin_name(pk: int) -> str:
    bulletin = Bulletin.objects.public().only("title", "name").get(pk=pk)
    return bulletin.title or bulletin.name


def subordinates(slugs: tuple[str, ...]) -> tuple[str, ...]:
    """Return the slugs and those of all bodies below, each once."""
    bodies = Organization.objects.filter(pk__in=standing_for("organization", slugs))
    below = tuple(bodies.values_list("slug", flat=True))
    found = dict.fromkeys((*slugs, *below))
    while below:
        children = Organization.objects.filter(parent__slug__in=below).values_list("slug", flat=True)
        below = tuple(slug for slug in children if slug not in found)
        found |= dict.fromkeys(below)
    return tuple(found)


def described(filters: Filters) -> str:
    """Return the filters in words: 培训、仪式·东江区人民政府·2024-07-01起; only public events lend their names."""
    words: list[str] = []
    for name, vocabulary in WORDS.items():
        labels = dict(vocabulary.choices())
        words.append("、".join(gettext(labels[value]) for value in getattr(filters, name)))
    for name, model in NAMED.items():
        if slugs := getattr(filters, name):
            asked = Q(pk__in=standing_for(name, slugs)) if name in ACTORS else Q(slug__in=slugs)
            words.append("、".join(str(one) for one in model.objects.public().filter(asked)))  # type: ignore[attr-defined]
    if filters.since:
        words.append(gettext("from %s") % filters.since)
    if filters.until:
        words.append(gettext("until %s") % filters.until)
    words.append(filters.q)
    return "·".join(word for word in words if word)
