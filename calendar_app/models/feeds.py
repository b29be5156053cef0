"""Feeds: saved questions over events, what they serve of each event, and the version each address is at."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import connections, models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from calendar_app.models.events import Event
from calendar_app.models.fields import choices, one_of
from calendar_app.vocabulary import CancelledEvents, FeedScope


class Feed(models.Model):
    """A saved question with a public slug, or a private token of which only the hash is kept."""

    name = models.CharField(_("name"), max_length=255)
    slug = models.SlugField(_("slug"), max_length=120, unique=True, null=True, blank=True)
    token_hash = models.CharField(_("token hash"), max_length=64, unique=True, null=True, blank=True, editable=False)
    query = models.CharField(
        _("question"), max_length=500, blank=True, help_text=_("The list’s filters: kind=training&organization=…")
    )
    window = models.PositiveIntegerField(
        _("window"), null=True, blank=True, help_text=_("Days back from today; empty for all.")
    )
    cancelled = models.CharField(
        _("cancelled events"), max_length=4, choices=choices(CancelledEvents), default=CancelledEvents.SHOW
    )
    scope = models.CharField(
        _("scope"),
        max_length=6,
        choices=choices(FeedScope),
        default=FeedScope.DRAFTS,
        help_text=_("For private feeds; a public one holds published events only."),
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="feeds", verbose_name=_("owner")
    )
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False)
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)

    class Meta:
        verbose_name = _("feed")
        verbose_name_plural = _("feeds")
        ordering = ("name",)
        constraints = (
            one_of("cancelled", CancelledEvents),
            one_of("scope", FeedScope),
            models.CheckConstraint(
                condition=Q(slug=None, token_hash__isnull=False, owner__isnull=False)
                | Q(slug__isnull=False, token_hash=None),
                name="feed_public_or_private",
            ),
        )

    def __str__(self) -> str:
        return self.name


class RenderedEvent(models.Model):
    """An event's VEVENTs as feeds join them; true for one sequence of the event and one form, else written anew.

    `form` is a checksum of what shapes every entry: the way of writing, the service's address, its language. An event
    no calendar can show has no bytes but a fault. `withdrawn_at` marks the cancelled entry that stands for an event no
    longer public.
    """

    event = models.OneToOneField(
        Event, models.CASCADE, primary_key=True, related_name="rendered", verbose_name=_("event")
    )
    sequence = models.IntegerField(_("sequence"))
    form = models.BigIntegerField(_("form"))
    ical = models.BinaryField(_("iCalendar"))
    entries = models.PositiveIntegerField(_("entries"), default=1)
    fault = models.CharField(_("fault"), max_length=500, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    class Meta:
        verbose_name = _("rendered event")
        verbose_name_plural = _("rendered events")
        constraints = (
            models.CheckConstraint(
                condition=Q(entries=0) & ~Q(fault="") | Q(entries__gt=0, fault=""),
                name="rendered_has_entries_or_fault",
            ),
        )

    def __str__(self) -> str:
        return f"{self.event_id} #{self.sequence}"


class StyledEvent(models.Model):
    """A public event's VEVENTs in another style, as some addresses ask: true for one sequence and one form likewise."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="styled", verbose_name=_("event"))
    style = models.CharField(_("style"), max_length=20)
    sequence = models.IntegerField(_("sequence"))
    form = models.BigIntegerField(_("form"))
    ical = models.BinaryField(_("iCalendar"))

    class Meta:
        verbose_name = _("event in another style")
        verbose_name_plural = _("events in other styles")
        constraints = (models.UniqueConstraint(fields=("event", "style"), name="styled_event_once"),)

    def __str__(self) -> str:
        return f"{self.event_id} #{self.sequence} {self.style}"


# Asked for at every poll: to compose these anew takes the ORM five times as long as the database takes to answer.
FIND = "SELECT key, number, seen, etag, modified_at FROM calendar_app_feedversion WHERE key IN (%s, %s)"
COUNTED = "SELECT number FROM calendar_app_feedversion WHERE key = %s"
SEE = "UPDATE calendar_app_feedversion SET seen = %s WHERE key = %s"


class FeedVersionQuerySet(models.QuerySet["FeedVersion"]):
    def beside_published(self, key: str) -> dict[str, FeedVersion]:
        """The version of an address and the row that counts publications, by key, without the body."""
        return {row.key: row for row in self.raw(FIND, [key, FeedVersion.PUBLISHED])}

    def see(self, key: str, seen: str) -> None:
        """Say at which count, day and form the address was last found to be what it was."""
        with connections[self.db].cursor() as cursor:
            cursor.execute(SEE, [seen, key])

    def published(self) -> Self:
        """The one row that counts publications."""
        return self.filter(pk=FeedVersion.PUBLISHED)

    def publications(self) -> int:
        """How many publications there were."""
        with connections[self.db].cursor() as cursor:
            cursor.execute(COUNTED, [FeedVersion.PUBLISHED])
            row = cursor.fetchone()
        return int(row[0]) if row else 0

    def raise_published(self, at: datetime) -> None:
        """Count one more publication; every feed looks anew before it answers next."""
        if not self.published().update(number=F("number") + 1, modified_at=at):
            self.bulk_create([FeedVersion(key=FeedVersion.PUBLISHED, number=1, modified_at=at)], ignore_conflicts=True)


class FeedVersion(models.Model):
    """The version an address is at, found by primary key: what `304 Not Modified` is answered from.

    The row PUBLISHED counts publications; a feed's row says in `seen` at which count, day and form it was joined.
    """

    PUBLISHED = "published"

    key = models.CharField(_("address"), max_length=500, primary_key=True)
    number = models.BigIntegerField(_("publications"), default=0)
    seen = models.CharField(_("joined at"), max_length=80, blank=True)
    etag = models.CharField(_("ETag"), max_length=64, blank=True)
    modified_at = models.DateTimeField(_("modified at"))
    gzip = models.BinaryField(_("compressed body"), null=True, blank=True)

    objects = FeedVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("feed version")
        verbose_name_plural = _("feed versions")

    def __str__(self) -> str:
        return f"{self.key} {self.etag}"

    @staticmethod
    def etag_of(body: bytes) -> str:
        """Return the ETag of a body not compressed, without its quotes."""
        return hashlib.sha256(body).hexdigest()[:32]
