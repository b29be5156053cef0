"""Feeds: saved questions over events, with addresses of their own."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from calendar_app.models.fields import choices, one_of
from calendar_app.vocabulary import CancelledEvents


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
            models.CheckConstraint(
                condition=Q(slug=None, token_hash__isnull=False, owner__isnull=False)
                | Q(slug__isnull=False, token_hash=None),
                name="feed_public_or_private",
            ),
        )

    def __str__(self) -> str:
        return self.name
