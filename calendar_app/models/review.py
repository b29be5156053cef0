"""What review leaves behind: recorded changes, proposed duplicates, and readers' corrections."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from calendar_app.models.events import Event
from calendar_app.models.facts import Fact
from calendar_app.models.fields import choices, one_of
from calendar_app.vocabulary import Decision


class Change(models.Model):
    """One recorded revision of an event; it raises SEQUENCE (RFC 5545, 3.8.7.4)."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="changes", verbose_name=_("event"))
    sequence = models.PositiveIntegerField(_("sequence"))
    before = models.JSONField(_("before"), default=dict, blank=True)
    after = models.JSONField(_("after"), default=dict, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, verbose_name=_("by"))
    at = models.DateTimeField(_("at"), default=timezone.now, db_index=True)
    reason = models.TextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ("event", "sequence")
        constraints = (models.UniqueConstraint(fields=("event", "sequence"), name="change_sequence_once"),)

    def __str__(self) -> str:
        return f"{self.event} #{self.sequence}"


class DuplicateCandidate(models.Model):
    """Two events that may be one; never merged by itself. `first` is the one stored earlier."""

    first = models.ForeignKey(Event, models.CASCADE, related_name="+", verbose_name=_("first event"))
    second = models.ForeignKey(Event, models.CASCADE, related_name="+", verbose_name=_("second event"))
    score = models.FloatField(_("score"))
    reasons = models.JSONField(_("reasons"), default=list, blank=True)
    decision = models.CharField(_("decision"), max_length=10, choices=choices(Decision), default=Decision.OPEN)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)

    class Meta:
        verbose_name = _("possible duplicate")
        verbose_name_plural = _("possible duplicates")
        ordering = ("-score", "pk")
        constraints = (
            one_of("decision", Decision),
            models.UniqueConstraint(fields=("first", "second"), name="duplicate_pair_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="duplicate_pair_in_order"),
            models.CheckConstraint(condition=Q(score__gte=0, score__lte=1), name="duplicate_score_in_range"),
        )

    def __str__(self) -> str:
        return f"{self.first} = {self.second}?"


class CorrectionQuerySet(models.QuerySet["CorrectionRequest"]):
    def decided(self) -> Self:
        """Those with an outcome, the latest first."""
        return self.exclude(decision=Decision.OPEN).order_by(F("decided_at").desc(nulls_last=True), "-pk")


class CorrectionRequest(models.Model):
    """A reader says what is wrong. Text and contact are for the reviewers; only the outcome is ever public.

    `sender` is a hash of address and day, for the limit a day, and emptied afterwards.
    """

    event = models.ForeignKey(Event, models.CASCADE, related_name="corrections", verbose_name=_("event"))
    fact = models.ForeignKey(Fact, models.SET_NULL, null=True, blank=True, verbose_name=_("fact"))
    text = models.TextField(_("what is wrong"), max_length=2000)
    contact = models.CharField(_("contact"), max_length=255, blank=True)
    created_at = models.DateTimeField(_("received at"), default=timezone.now, editable=False)
    decision = models.CharField(_("decision"), max_length=10, choices=choices(Decision), default=Decision.OPEN)
    outcome = models.TextField(_("outcome"), blank=True, help_text=_("Shown to everybody; name nobody who wrote."))
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    sender = models.CharField(max_length=64, blank=True, editable=False, db_index=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("correction request")
        verbose_name_plural = _("correction requests")
        ordering = ("-created_at",)
        constraints = (
            one_of("decision", Decision),
            models.CheckConstraint(condition=~Q(text=""), name="correction_says_something"),
        )

    def __str__(self) -> str:
        return self.text[:40]
