"""Bulletins as published, their articles, and each run of the extractor over them."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Substr
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from calendar_app.models.fields import choices, one_of
from calendar_app.vocabulary import PublishedOnBasis, ReviewState

OPENING = 60


class BulletinQuerySet(models.QuerySet["Bulletin"]):
    def public(self) -> Self:
        """Bulletins that at least one public event cites."""
        public = Q(articles__events__review_state=ReviewState.APPROVED, articles__events__replaced_by=None)
        return self.filter(models.Exists(self.model._base_manager.filter(public, pk=models.OuterRef("pk"))))

    def without_text(self) -> Self:
        """Leave the text unread, but for the words that stand for a missing title."""
        return self.defer("text").annotate(opening=Substr("text", 1, OPENING))


class Bulletin(models.Model):
    """A published text, kept exactly as read; a changed text is a new Bulletin."""

    text = models.TextField(_("text"))
    sha256 = models.CharField(_("SHA-256"), max_length=64, unique=True, help_text=_("Of the text in UTF-8."))
    name = models.CharField(_("file name"), max_length=255, blank=True)
    title = models.CharField(_("title"), max_length=255, blank=True)
    issue = models.CharField(_("issue"), max_length=100, blank=True)
    source_url = models.URLField(_("source address"), max_length=500, blank=True)
    language = models.CharField(_("language"), max_length=20, default="zh-Hans")
    published_on = models.DateField(_("published on"), null=True, blank=True, db_index=True)
    published_on_basis = models.CharField(
        _("basis of the date"), max_length=10, choices=choices(PublishedOnBasis), default=PublishedOnBasis.NONE
    )
    imported_at = models.DateTimeField(_("imported at"), default=timezone.now, editable=False)

    objects = BulletinQuerySet.as_manager()

    class Meta:
        verbose_name = _("bulletin")
        verbose_name_plural = _("bulletins")
        ordering = ("-published_on", "-id")
        constraints = (
            one_of("published_on_basis", PublishedOnBasis),
            models.CheckConstraint(
                condition=Q(published_on=None, published_on_basis=PublishedOnBasis.NONE)
                | Q(published_on__isnull=False) & ~Q(published_on_basis=PublishedOnBasis.NONE),
                name="bulletin_date_has_basis",
            ),
        )

    def __str__(self) -> str:
        return self.title or self.name or self.opening.strip().partition("\n")[0][:30]

    def get_absolute_url(self) -> str:
        return reverse("calendar:bulletin", args=[self.pk])

    @cached_property
    def opening(self) -> str:
        """The first words, which stand for a title where none is."""
        return self.text[:OPENING]


class Article(models.Model):
    """One item of a bulletin: headline, credit as printed, and its range in the text."""

    bulletin = models.ForeignKey(Bulletin, models.CASCADE, related_name="articles", verbose_name=_("bulletin"))
    order = models.PositiveIntegerField(_("order"))
    headline = models.TextField(_("headline"), blank=True)
    kicker = models.TextField(_("kicker"), blank=True)
    source = models.CharField(_("source as printed"), max_length=255, blank=True)
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ("bulletin", "order")
        constraints = (
            models.UniqueConstraint(fields=("bulletin", "order"), name="article_order_once"),
            models.CheckConstraint(condition=Q(end__gte=F("start")), name="article_ends_after_start"),
        )

    def __str__(self) -> str:
        return self.headline or f"{self.bulletin} {self.order}"

    def get_absolute_url(self) -> str:
        """Return where it stands in its bulletin: the part of a long one that holds it, and the place within."""
        return f"{reverse('calendar:bulletin', args=[self.bulletin_id])}?article={self.pk}#article-{self.pk}"


class Extraction(models.Model):
    """One run of one version of the extractor over a bulletin, so that a newer one can be replayed and compared."""

    bulletin = models.ForeignKey(Bulletin, models.CASCADE, related_name="extractions", verbose_name=_("bulletin"))
    version = models.CharField(_("extractor version"), max_length=40)
    started_at = models.DateTimeField(_("started at"), default=timezone.now)
    seconds = models.FloatField(_("seconds"))
    counts = models.JSONField(_("counts"), default=dict, blank=True)

    class Meta:
        verbose_name = _("extraction")
        verbose_name_plural = _("extractions")
        ordering = ("-started_at",)
        constraints = (
            models.UniqueConstraint(fields=("bulletin", "version"), name="extraction_version_once"),
            models.CheckConstraint(condition=Q(seconds__gte=0), name="extraction_seconds_positive"),
        )

    def __str__(self) -> str:
        return f"{self.bulletin} · {self.version}"
