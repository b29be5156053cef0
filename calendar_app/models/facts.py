"""Facts: each field of an event with its value, the words it came from, and what a reviewer decided."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from calendar_app.models.bulletins import Bulletin
from calendar_app.models.events import Event
from calendar_app.models.fields import choices, one_of
from calendar_app.models.programme import Participation, Session
from calendar_app.vocabulary import Basis, Decision

DOUBTFUL_BELOW = 0.8


class FactQuerySet(models.QuerySet["Fact"]):
    def doubtful(self) -> Self:
        """Undecided facts a reviewer should look at: confidence below 0.8."""
        return self.filter(decision=Decision.OPEN, confidence__lt=DOUBTFUL_BELOW)


class Fact(models.Model):
    """One field of an event, or of one of its sessions or participations.

    `spans` lists [start, end] pairs of code points in the bulletin's text; it is empty for a reviewer's own knowledge.
    A decided fact is locked against re-import.
    """

    event = models.ForeignKey(Event, models.CASCADE, related_name="facts", verbose_name=_("event"))
    session = models.ForeignKey(
        Session, models.CASCADE, null=True, blank=True, related_name="facts", verbose_name=_("session")
    )
    participation = models.ForeignKey(
        Participation, models.CASCADE, null=True, blank=True, related_name="facts", verbose_name=_("participation")
    )
    field = models.CharField(_("field"), max_length=40)
    value = models.JSONField(_("value"), null=True, blank=True)
    bulletin = models.ForeignKey(
        Bulletin, models.PROTECT, null=True, blank=True, related_name="facts", verbose_name=_("bulletin")
    )
    spans = models.JSONField(_("spans"), default=list, blank=True)
    rule = models.CharField(_("rule"), max_length=100, blank=True)
    basis = models.CharField(_("basis"), max_length=10, choices=choices(Basis), default=Basis.STATED)
    confidence = models.FloatField(_("confidence"), default=1.0)
    decision = models.CharField(_("decision"), max_length=10, choices=choices(Decision), default=Decision.OPEN)
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, verbose_name=_("reviewer")
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)

    objects = FactQuerySet.as_manager()

    class Meta:
        verbose_name = _("fact")
        verbose_name_plural = _("facts")
        ordering = ("event", "pk")
        indexes = (models.Index(fields=("decision", "confidence"), name="fact_queue"),)
        constraints = (
            one_of("basis", Basis),
            one_of("decision", Decision),
            models.UniqueConstraint(
                fields=("event", "field"),
                condition=Q(session=None, participation=None),
                name="fact_of_event_once",
            ),
            models.UniqueConstraint(
                fields=("session", "field"), condition=Q(session__isnull=False), name="fact_of_session_once"
            ),
            models.UniqueConstraint(
                fields=("participation", "field"),
                condition=Q(participation__isnull=False),
                name="fact_of_participation_once",
            ),
            models.CheckConstraint(condition=Q(session=None) | Q(participation=None), name="fact_of_one_thing"),
            models.CheckConstraint(condition=Q(confidence__gte=0, confidence__lte=1), name="fact_confidence_in_range"),
            models.CheckConstraint(
                condition=Q(decision=Decision.OPEN) | Q(decided_at__isnull=False), name="fact_decided_has_time"
            ),
        )

    def __str__(self) -> str:
        return f"{self.field}: {self.value}"

    @property
    def is_doubtful(self) -> bool:
        return self.decision == Decision.OPEN and self.confidence < DOUBTFUL_BELOW

    @property
    def quotes(self) -> list[str]:
        """The words of the bulletin the value came from."""
        return [self.bulletin.text[start:end] for start, end in self.spans] if self.bulletin else []
