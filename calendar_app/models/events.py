"""Events, and the only door to the public ones."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Self
from urllib.parse import quote

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.db.models.lookups import GreaterThanOrEqual, LessThan, LessThanOrEqual
from django.urls import get_script_prefix
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from calendar_app.models.actors import Organization, Person, standing_for
from calendar_app.models.bulletins import Article
from calendar_app.models.days import BEGINS, ENDS, FIRST_DAY, lasting, taking_place, waiting
from calendar_app.models.fields import choices, one_of
from calendar_app.models.keys import among
from calendar_app.models.places import Place, Series, SeriesMembership
from calendar_app.models.slugs import address_of_events
from calendar_app.vocabulary import AttendanceMode, DayPart, Kind, Precision, ReviewState, Status

# The only door to what the public sees: approved, and not merged into another.
IS_PUBLIC = Q(review_state=ReviewState.APPROVED.value, replaced_by=None)

FEW = 2000  # participations that are read at once


def new_uid() -> str:
    """Make a UID once and for all (RFC 5545, 3.8.4.7; RFC 7986, 5.3 asks for a UUID)."""
    return str(uuid.uuid4())


class EventQuerySet(models.QuerySet["Event"]):
    def public(self) -> Self:
        """The only door to what the public sees: approved, and not merged into another."""
        return self.filter(IS_PUBLIC)

    def hidden(self) -> Self:
        """All the others, far fewer: to leave these out of many rows costs less than to look each one up."""
        return self.filter(~IS_PUBLIC)

    def internal(self) -> Self:
        """Those that reviewers work on or have published; never for the public."""
        return self.filter(review_state__in=(ReviewState.DRAFT, ReviewState.APPROVED), replaced_by=None)

    def withdrawn_since(self, moment: datetime) -> Self:
        """Those that had been public and ceased to be at or after the moment: feeds show them cancelled for a while.

        Nothing of them may be shown besides that they are gone: UID, day and sequence, never what they said.
        """
        others = [state.value for state in ReviewState if state != ReviewState.APPROVED]
        gone = Q(review_state__in=others) | Q(replaced_by__gt=0)
        # An index finds `gt` but not "not null"; Coalesce keeps from the one on changed_at, long after an import.
        lately = GreaterThanOrEqual(Coalesce("changed_at", "published_at"), moment)
        return self.filter(gone, lately, published_at__isnull=False)

    def of_kind(self, *kinds: str) -> Self:
        return self.filter(kind__in=kinds)

    def in_status(self, *statuses: str) -> Self:
        return self.filter(status__in=statuses)

    def attended(self, *modes: str) -> Self:
        """Those that one takes part in on site, online or both, as the words of AttendanceMode say."""
        return self.filter(attendance_mode__in=modes)

    def at_place(self, *slugs: str) -> Self:
        return self.filter(place__slug__in=slugs)

    def in_series(self, *slugs: str) -> Self:
        return self.filter(pk__in=self.model.objects.filter(memberships__series__slug__in=slugs).values("pk"))

    def of_bulletin(self, bulletin: int) -> Self:
        return self.filter(pk__in=self.model.objects.filter(articles__bulletin=bulletin).values("pk"))

    def between(self, start: date | None, end: date | None) -> Self:
        """Those that take place on any day from start to end, both inclusive; None leaves that side open.

        Whatever goes on at the start began no earlier than the first of those that last; so one index finds all.
        """
        found = self.dated()
        if start:
            found = found.filter(GreaterThanOrEqual(BEGINS, self.earliest_going_on(start)))
            found = found.filter(GreaterThanOrEqual(ENDS, start))
        return found.filter(LessThanOrEqual(BEGINS, end)) if end else found

    def dated(self) -> Self:
        return self.exclude(starts_on=None, ends_on=None)

    def earliest_going_on(self, day: date) -> Coalesce:
        """The first day of the events that began before a day and last beyond it; the day where there is none."""
        begun = self.model.objects.filter(lasting(day)).order_by("starts_on")
        return Coalesce(models.Subquery(begun.values("starts_on")[:1]), day)

    def on_calendar(self, start: date | None, end: date | None) -> Self:
        """Those that take place between, and those postponed without a new date, which stay on their old days."""
        return self.filter(taking_place(start, end) | waiting(start, end))

    def with_person(self, person: Person) -> Self:
        return self.taken_part_in(Q(person=person))

    def with_organization(self, organization: Organization) -> Self:
        return self.taken_part_in(Q(organization=organization))

    def taken_part_in(self, asked: Q) -> Self:
        """Those with a participation that answers a question about it."""
        participations = self.model._meta.get_field("participations").related_model._base_manager
        return self.filter(pk__in=participations.filter(asked).values("event"))

    def with_participants(self, *roles: str, **who: Sequence[str]) -> Self:
        """Those where one participation has any of the roles and any of the slugs: person=…, organization=….

        The same participation has to answer everything asked: ("chair", person=["lin"]) is what Lin chaired. Slugs are
        looked up at once, since a database knows by the key, and not by the slug, how many events somebody has.
        """
        keys = {actor: standing_for(actor, slugs) for actor, slugs in who.items() if slugs}
        asked = Q(*(Q((f"{actor}__in", found)) for actor, found in keys.items()))
        if roles:
            asked &= Q(*(Q(roles__has=role) for role in roles), _connector=Q.OR)
        return self.taken_part_in(asked)

    def with_anybody(self, *roles: str) -> Self:
        """Those where anybody has any of the roles, soon found though they be many."""
        participations = self.model._meta.get_field("participations").related_model._base_manager
        return self.having(participations.filter(Q(*(Q(roles__has=role) for role in roles), _connector=Q.OR)))

    def having(self, participations: models.QuerySet[Any]) -> Self:
        """Those with any of the participations: few are read at once, of many a page is soon found by looking."""
        few = list(participations.values_list("event", flat=True)[: FEW + 1])
        if len(few) <= FEW:
            return self.filter(pk__in=among(few))
        return self.filter(models.Exists(participations.filter(event=models.OuterRef("pk"))))

    def mentioning(self, text: str) -> Self:
        """Those whose name, summary, place or participants hold each of the words, spaces between them."""
        found = self
        for word in text.split():
            named = self.model.objects.filter(participations__name__icontains=word).order_by().values("pk")
            held = Q(name__icontains=word) | Q(summary__icontains=word) | Q(location__icontains=word)
            found = found.filter(held | Q(pk__in=named))
        return found

    def ahead(self, today: date) -> Self:
        """Those that go on today or are still to come."""
        return self.between(today, None)

    def before(self, today: date) -> Self:
        """Those over before today, and those whose day is not known."""
        return self.filter(LessThan(BEGINS, today), LessThan(ENDS, today))

    def known_to_the_day(self) -> Self:
        return self.exclude(precision__in=(Precision.MONTH, Precision.YEAR, Precision.UNKNOWN))

    def nearest_day(self, day: date) -> date | None:
        """The day nearest to a given one on which something takes place; None where nothing is dated."""
        if self.between(day, day).exists():
            return day
        dated = self.dated().annotate(begins=BEGINS, ends=ENDS)
        after = dated.filter(begins__gt=day).order_by("begins").values_list("begins", flat=True)[:1]
        before = dated.filter(ends__lt=day).order_by("-ends").values_list("ends", flat=True)[:1]
        return min([*after, *before], key=lambda each: abs(each - day), default=None)

    def chronological(self) -> Self:
        return self.order_by(FIRST_DAY.asc(nulls_last=True), F("starts_at").asc(nulls_first=True), "pk")

    def latest_first(self) -> Self:
        return self.order_by(BEGINS.desc(), F("starts_at").desc(nulls_last=True), "-pk")


class Event(models.Model):
    """A meeting, training, ceremony, activity or milestone; a draft until a person approves it.

    Time is known only as far as it is printed: dates are local to `time_zone`, `starts_at` is set only where a clock
    time is printed, and `precision` says how much of it holds. Status (what became of the event), review state and
    publication are three axes.
    """

    uid = models.CharField(_("UID"), max_length=255, unique=True, default=new_uid, editable=False)
    kind = models.CharField(_("kind"), max_length=10, choices=choices(Kind), db_index=True)
    name = models.CharField(_("name"), max_length=500)
    summary = models.TextField(_("summary"), blank=True)
    starts_on = models.DateField(_("starts on"), null=True, blank=True)
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    starts_at = models.TimeField(_("starts at"), null=True, blank=True)
    ends_at = models.TimeField(_("ends at"), null=True, blank=True)
    day_part = models.CharField(_("part of the day"), max_length=10, choices=choices(DayPart), blank=True)
    precision = models.CharField(_("precision"), max_length=10, choices=choices(Precision), default=Precision.UNKNOWN)
    date_text = models.CharField(_("date as printed"), max_length=255, blank=True)
    year_inferred = models.BooleanField(_("year inferred"), default=False)
    time_zone = models.CharField(_("time zone"), max_length=64, default="Asia/Shanghai")
    previous_starts_on = models.DateField(_("previously starting on"), null=True, blank=True)
    previous_ends_on = models.DateField(_("previously ending on"), null=True, blank=True)
    location = models.CharField(_("place as printed"), max_length=500, blank=True)
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="events", verbose_name=_("place")
    )
    conference_url = models.URLField(
        _("address to join at"), max_length=500, blank=True, help_text=_("For those who take part online.")
    )
    attendance_mode = models.CharField(_("attendance mode"), max_length=10, choices=choices(AttendanceMode), blank=True)
    status = models.CharField(_("status"), max_length=10, choices=choices(Status), default=Status.HELD)
    review_state = models.CharField(
        _("review state"), max_length=10, choices=choices(ReviewState), default=ReviewState.DRAFT, db_index=True
    )
    confidence = models.FloatField(_("confidence"), default=1.0)
    published_at = models.DateTimeField(_("published at"), null=True, blank=True, editable=False)
    sequence = models.PositiveIntegerField(_("sequence"), default=0, editable=False)
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False)
    changed_at = models.DateTimeField(_("changed at"), default=timezone.now, editable=False, db_index=True)
    replaced_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="replaces", verbose_name=_("merged into")
    )
    articles = models.ManyToManyField(Article, through="EventSource", related_name="events")
    series = models.ManyToManyField(Series, through=SeriesMembership, related_name="events")

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        permissions = (
            ("review_event", "Can reject and merge events, and merge people and organizations"),
            ("publish_event", "Can publish, postpone, cancel, withdraw and delete events"),
        )
        indexes = (
            models.Index(fields=("review_state", "starts_on"), name="event_public_by_day"),
            models.Index(fields=("review_state", "ends_on"), name="event_public_by_last_day"),
            models.Index(fields=("starts_on",), name="event_by_day"),
            models.Index(fields=("review_state", "kind", "starts_on"), name="event_public_by_kind"),
            models.Index("review_state", "replaced_by", "kind", name="event_public_counted"),
            models.Index(BEGINS, "starts_at", "id", name="event_public_by_begin", condition=IS_PUBLIC),
            models.Index(ENDS, name="event_public_by_end", condition=IS_PUBLIC),
            models.Index(fields=("id",), name="event_hidden", condition=~IS_PUBLIC),
            models.Index(
                fields=("starts_on", "ends_on"), name="event_lasting", condition=Q(ends_on__gt=F("starts_on"))
            ),
            models.Index(
                "review_state",
                Coalesce("ends_on", "previous_starts_on"),
                name="event_without_first_day",
                condition=Q(starts_on=None),
            ),
        )
        constraints = (
            one_of("kind", Kind),
            one_of("precision", Precision),
            one_of("status", Status),
            one_of("review_state", ReviewState),
            models.CheckConstraint(condition=~Q(name=""), name="event_has_name"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(starts_on=None) | Q(ends_on__gte=F("starts_on")),
                name="event_ends_after_starts",
            ),
            models.CheckConstraint(
                condition=Q(starts_at=None) | Q(starts_on__isnull=False), name="event_time_needs_date"
            ),
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(starts_at__isnull=False, ends_on__isnull=False),
                name="event_end_time_needs_start",
            ),
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_on__gt=F("starts_on")) | Q(ends_at__gte=F("starts_at")),
                name="event_time_ends_after_starts",
            ),
            models.CheckConstraint(condition=Q(confidence__gte=0, confidence__lte=1), name="event_confidence_in_range"),
            models.CheckConstraint(
                condition=~Q(review_state=ReviewState.APPROVED) | Q(published_at__isnull=False),
                name="event_approved_is_published",
            ),
            models.CheckConstraint(condition=~Q(replaced_by=F("id")), name="event_not_into_itself"),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"{address_of_events(get_language(), get_script_prefix())}{self.pk}/{quote(self.slug)}/"

    @property
    def slug(self) -> str:
        """The name as part of an address; it may change, the id decides."""
        return slugify(self.name, allow_unicode=True)[:60].strip("-_") or "-"

    @property
    def where(self) -> str:
        """The place as printed, else the known one's name; empty where none is told."""
        return self.location or (self.place.name if self.place else "")

    @property
    def is_public(self) -> bool:
        return self.review_state == ReviewState.APPROVED and self.replaced_by_id is None
