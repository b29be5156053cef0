"""People and organisations, the names they also go by, and how bodies stand above one another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Self, TypeVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from calendar_app.models.fields import choices, one_of
from calendar_app.models.slugs import Slugged
from calendar_app.vocabulary import OrganizationLevel, ReviewState

# Every question about the public starts from approved events that no other replaces.
PUBLIC = Q(participations__event__review_state=ReviewState.APPROVED, participations__event__replaced_by=None)


A = TypeVar("A", bound="Actor", covariant=True)


class ActorQuerySet(models.QuerySet[A]):
    def public(self) -> Self:
        """Those who take part in at least one public event."""
        return self.filter(models.Exists(self.model._base_manager.filter(PUBLIC, pk=models.OuterRef("pk"))))

    def called_like(self, text: str) -> Self:
        """Those with a name or alias that holds the text."""
        return self.filter(Q(name__icontains=text) | Q(aliases__name__icontains=text)).distinct()

    def called(self, name: str) -> Self:
        """Those who go by the name, in full or as an alias."""
        return self.filter(Q(name=name) | Q(aliases__name=name)).distinct()


class OrganizationQuerySet(ActorQuerySet["Organization"]):
    def public_or_above(self) -> Self:
        """Those with a page: they take part in a public event themselves, or a subordinate one does."""
        return self.filter(Q(pk__in=self.public().values("pk")) | Q(children__in=self.public())).distinct()


class Actor(Slugged):
    """What people and organisations have in common: a name, and a word to tell namesakes apart."""

    name = models.CharField(_("name"), max_length=255)
    disambiguation = models.CharField(
        _("disambiguation"), max_length=255, blank=True, help_text=_("Tells namesakes apart; shown in brackets.")
    )
    note = models.TextField(_("note"), blank=True)
    replaced_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="replaces", verbose_name=_("merged into")
    )
    handed_over = models.JSONField(default=dict, blank=True, editable=False)  # by a merge, to be undone by

    class Meta:
        abstract = True
        ordering = ("name", "disambiguation")
        constraints = (
            models.UniqueConstraint(fields=("name", "disambiguation"), name="%(class)s_told_apart"),
            models.CheckConstraint(condition=~Q(name=""), name="%(class)s_has_name"),
            models.CheckConstraint(condition=~Q(replaced_by=F("id")), name="%(class)s_not_into_itself"),
        )

    def __str__(self) -> str:
        return f"{self.name}（{self.disambiguation}）" if self.disambiguation else self.name


class Person(Actor):
    """Somebody named in bulletins; two people may share a name."""

    objects = ActorQuerySet["Person"].as_manager()

    class Meta(Actor.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def get_absolute_url(self) -> str:
        return reverse("calendar:person", args=[self.slug])


class Organization(Actor):
    """A body; 区府办 is an alias of one, and 市 and 区 bodies stand on different levels."""

    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("parent")
    )
    level = models.CharField(
        _("level"), max_length=10, choices=choices(OrganizationLevel), default=OrganizationLevel.OTHER
    )

    objects = OrganizationQuerySet.as_manager()

    class Meta(Actor.Meta):
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        constraints = (  # type: ignore[assignment]
            *Actor.Meta.constraints,
            one_of("level", OrganizationLevel),
            models.CheckConstraint(condition=~Q(parent=F("id")), name="organization_not_its_own_parent"),
        )

    def get_absolute_url(self) -> str:
        return reverse("calendar:organization", args=[self.slug])


class PersonAlias(models.Model):
    """Another name a person is printed under."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="aliases", verbose_name=_("person"))
    name = models.CharField(_("name"), max_length=255, db_index=True)

    class Meta:
        verbose_name = _("alias of a person")
        verbose_name_plural = _("aliases of people")
        constraints = (models.UniqueConstraint(fields=("person", "name"), name="person_alias_once"),)

    def __str__(self) -> str:
        return self.name


class OrganizationAlias(models.Model):
    """Another name an organisation is printed under: 区府办, 市发改委."""

    organization = models.ForeignKey(
        Organization, models.CASCADE, related_name="aliases", verbose_name=_("organization")
    )
    name = models.CharField(_("name"), max_length=255, db_index=True)

    class Meta:
        verbose_name = _("alias of an organization")
        verbose_name_plural = _("aliases of organizations")
        constraints = (models.UniqueConstraint(fields=("organization", "name"), name="organization_alias_once"),)

    def __str__(self) -> str:
        return self.name


def standing_for(field: str, slugs: Sequence[str]) -> list[int]:
    """Return the keys of the people or organizations (by the field of a participation) with the slugs.

    Who was merged leads on to whoever took over, for an address that somebody follows goes on for good.
    """
    known: Any = {"person": Person, "organization": Organization}[field]._base_manager
    found: list[int] = []
    asked = Q(slug__in=slugs)
    while rows := list(known.filter(asked).values_list("pk", "replaced_by")):
        found += [pk for pk, _survivor in rows]
        asked = Q(pk__in=[survivor for _pk, survivor in rows if survivor not in (None, *found)])
    return found
