"""Places where events are held, and series they belong to."""

from __future__ import annotations

from typing import Self, TypeVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from calendar_app.models.slugs import Slugged
from calendar_app.vocabulary import ReviewState

M = TypeVar("M", bound=models.Model, covariant=True)


class PublicQuerySet(models.QuerySet[M]):
    def public(self) -> Self:
        """Those that public events are held at or belong to."""
        public = Q(events__review_state=ReviewState.APPROVED, events__replaced_by=None)
        return self.filter(models.Exists(self.model._base_manager.filter(public, pk=models.OuterRef("pk"))))

    def called_like(self, text: str) -> Self:
        """Those whose name holds the text."""
        return self.filter(name__icontains=text)

    def called(self, name: str) -> Self:
        """Those of the name."""
        return self.filter(name=name)


class Place(Slugged):
    """A venue or place; coordinates in degrees (WGS 84)."""

    name = models.CharField(_("name"), max_length=255)
    address = models.CharField(_("address"), max_length=255, blank=True)
    latitude = models.DecimalField(_("latitude"), max_digits=9, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=9, decimal_places=6, null=True, blank=True)

    objects = PublicQuerySet["Place"].as_manager()

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ("name", "address")
        constraints = (
            models.UniqueConstraint(fields=("name", "address"), name="place_once"),
            models.CheckConstraint(condition=~Q(name=""), name="place_has_name"),
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None)
                | Q(latitude__gte=-90, latitude__lte=90, longitude__gte=-180, longitude__lte=180),
                name="place_on_earth",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("calendar:place", args=[self.slug])


class Series(Slugged):
    """Events that follow one another under one name: 跨国公司地区总部颁证仪式, 第39批."""

    name = models.CharField(_("name"), max_length=255, unique=True)

    objects = PublicQuerySet["Series"].as_manager()

    class Meta:
        verbose_name = _("series")
        verbose_name_plural = _("series")
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("calendar:series", args=[self.slug])


class SeriesMembership(models.Model):
    """An event's place in a series; the ordinal is the printed one."""

    series = models.ForeignKey(Series, models.CASCADE, related_name="memberships", verbose_name=_("series"))
    event = models.ForeignKey("calendar_app.Event", models.CASCADE, related_name="memberships", verbose_name=_("event"))
    ordinal = models.PositiveIntegerField(_("ordinal"), null=True, blank=True)

    class Meta:
        verbose_name = _("series membership")
        verbose_name_plural = _("series memberships")
        ordering = ("series", "ordinal")
        constraints = (models.UniqueConstraint(fields=("series", "event"), name="series_member_once"),)

    def __str__(self) -> str:
        return f"{self.series} {self.ordinal or ''}".strip()
