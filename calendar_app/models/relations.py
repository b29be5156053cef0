"""How events stand to the articles that report them, and to each other."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from calendar_app.models.bulletins import Article
from calendar_app.models.events import Event
from calendar_app.models.fields import choices, one_of
from calendar_app.vocabulary import RelationType


class EventSource(models.Model):
    """An article that reports the event; a second report corroborates, it is no duplicate."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="sources", verbose_name=_("event"))
    article = models.ForeignKey(Article, models.CASCADE, related_name="event_sources", verbose_name=_("article"))
    primary = models.BooleanField(_("primary"), default=False)

    class Meta:
        verbose_name = _("event source")
        verbose_name_plural = _("event sources")
        ordering = ("event", "-primary", "pk")
        constraints = (
            models.UniqueConstraint(fields=("event", "article"), name="event_source_once"),
            models.UniqueConstraint(fields=("event",), condition=Q(primary=True), name="event_one_primary_source"),
        )

    def __str__(self) -> str:
        return f"{self.event} · {self.article}"


class EventRelation(models.Model):
    """How one event stands to another: the meeting after the training, its deadline."""

    from_event = models.ForeignKey(Event, models.CASCADE, related_name="relations", verbose_name=_("event"))
    to_event = models.ForeignKey(Event, models.CASCADE, related_name="related_from", verbose_name=_("related event"))
    type = models.CharField(_("type"), max_length=12, choices=choices(RelationType))

    class Meta:
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        constraints = (
            one_of("type", RelationType),
            models.UniqueConstraint(fields=("from_event", "to_event", "type"), name="event_relation_once"),
            models.CheckConstraint(condition=~Q(from_event=F("to_event")), name="event_not_related_to_itself"),
        )

    def __str__(self) -> str:
        return f"{self.from_event} {self.get_type_display()} {self.to_event}"
