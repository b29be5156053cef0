"""Differences: what a newer extractor reads otherwise in an event that a person has decided about."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from calendar_app.models.bulletins import Extraction
from calendar_app.models.events import Event
from calendar_app.models.fields import choices, one_of
from calendar_app.models.programme import Participation, Session
from calendar_app.vocabulary import Decision


class DifferenceQuerySet(models.QuerySet["Difference"]):
    def open(self) -> Self:
        """Those nobody has decided about."""
        return self.filter(decision=Decision.OPEN)


class Difference(models.Model):
    """A value that a newer extractor reads and the event does not have; it changes nothing until somebody takes it.

    It is about a field of the event, of one of its sessions or participations; or, where `field` is `participation` or
    `session`, about one that is missing, its fields in `value`. `kept` is what the event says.
    """

    event = models.ForeignKey(Event, models.CASCADE, related_name="differences", verbose_name=_("event"))
    session = models.ForeignKey(Session, models.CASCADE, null=True, blank=True, verbose_name=_("session"))
    participation = models.ForeignKey(
        Participation, models.CASCADE, null=True, blank=True, verbose_name=_("participation")
    )
    field = models.CharField(_("field"), max_length=40)
    kept = models.JSONField(_("kept value"), null=True, blank=True)
    value = models.JSONField(_("newer value"), null=True, blank=True)
    spans = models.JSONField(_("spans"), default=list, blank=True)
    rule = models.CharField(_("rule"), max_length=100, blank=True)
    confidence = models.FloatField(_("confidence"), default=1.0)
    extraction = models.ForeignKey(Extraction, models.CASCADE, related_name="differences", verbose_name=_("extraction"))
    decision = models.CharField(_("decision"), max_length=10, choices=choices(Decision), default=Decision.OPEN)
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, verbose_name=_("reviewer")
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)

    objects = DifferenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("difference")
        verbose_name_plural = _("differences")
        ordering = ("event", "pk")
        constraints = (one_of("decision", Decision),)

    def __str__(self) -> str:
        return f"{self.field}: {self.kept} → {self.value}"
