"""An event's programme and who took part in it, in printed order."""

from __future__ import annotations

from typing import Self

from django.db import connection, models
from django.db.models import Q
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext_lazy as _

from calendar_app.models.actors import Organization, Person
from calendar_app.models.events import Event, new_uid
from calendar_app.models.fields import WordsField, choices, one_of
from calendar_app.vocabulary import DayPart, ParticipantType, Role


class Session(models.Model):
    """One item of an event's programme: a lecture, a speech, an award, a case."""

    uid = models.CharField(_("UID"), max_length=255, unique=True, default=new_uid, editable=False)
    event = models.ForeignKey(Event, models.CASCADE, related_name="sessions", verbose_name=_("event"))
    order = models.PositiveIntegerField(_("order"))
    name = models.CharField(_("name"), max_length=500)
    kind = models.CharField(_("kind"), max_length=40, blank=True)
    starts_on = models.DateField(_("starts on"), null=True, blank=True)
    starts_at = models.TimeField(_("starts at"), null=True, blank=True)
    day_part = models.CharField(_("part of the day"), max_length=10, choices=choices(DayPart), blank=True)

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ("event", "order")
        constraints = (
            models.UniqueConstraint(fields=("event", "order"), name="session_order_once"),
            models.CheckConstraint(condition=~Q(name=""), name="session_has_name"),
            models.CheckConstraint(
                condition=Q(starts_at=None) | Q(starts_on__isnull=False), name="session_time_needs_date"
            ),
        )

    def __str__(self) -> str:
        return self.name


class ParticipationQuerySet(models.QuerySet["Participation"]):
    def of_public_events(self) -> Self:
        return self.exclude(event__in=Event.objects.hidden())

    def in_role(self, *roles: str) -> Self:
        return self.filter(Q(*(Q(roles__has=role) for role in roles), _connector=Q.OR))


class Participation(models.Model):
    """A person, organisation or group at an event or one of its sessions, with name and post as printed."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="participations", verbose_name=_("event"))
    sessions = models.ManyToManyField(Session, blank=True, related_name="speakers", verbose_name=_("sessions"))
    type = models.CharField(_("type"), max_length=12, choices=choices(ParticipantType))
    name = models.CharField(_("name as printed"), max_length=500)
    post = models.CharField(_("post as printed"), max_length=500, blank=True)
    roles = WordsField(_("roles"), words=Role)
    order = models.PositiveIntegerField(_("order"))
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="participations", verbose_name=_("person")
    )
    organization = models.ForeignKey(
        Organization,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("organization"),
    )

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        ordering = ("event", "order")
        indexes = (  # each holds all that is counted of a person or body
            models.Index(fields=("person", "event", "roles"), name="participation_of_person"),
            models.Index(fields=("organization", "event", "roles"), name="participation_of_organization"),
        )
        constraints = (
            one_of("type", ParticipantType),
            models.UniqueConstraint(fields=("event", "order"), name="participation_order_once"),
            models.CheckConstraint(condition=~Q(name=""), name="participation_names_somebody"),
            models.CheckConstraint(
                condition=Q(person=None) | Q(type=ParticipantType.PERSON), name="participation_person_is_person"
            ),
            models.CheckConstraint(
                condition=Q(organization=None) | Q(type=ParticipantType.ORGANIZATION),
                name="participation_organization_is_organization",
            ),
        )

    def __str__(self) -> str:
        return f"{self.post} {self.name}".strip()


HOLDERS = {
    "sqlite": """SELECT GROUP_CONCAT(name, '、') FROM (SELECT name FROM calendar_app_participation
        WHERE event_id = calendar_app_event.id AND roles LIKE %s ORDER BY "order")""",
    "postgresql": """SELECT STRING_AGG(name, '、' ORDER BY "order") FROM calendar_app_participation
        WHERE event_id = calendar_app_event.id AND roles LIKE %s""",
}


def holders() -> RawSQL:
    """Who holds an event of a list, in printed order, for `annotate(holders=…)`; None where nobody is named."""
    return RawSQL(HOLDERS[connection.vendor], [f"% {Role.ORGANIZER} %"])  # noqa: S611 - a parameter
