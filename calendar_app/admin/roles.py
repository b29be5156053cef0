"""Roles of participants, told in words to whoever may only read them."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from calendar_app.admin.guarding import may_publish
from calendar_app.models import Event, Participation
from calendar_app.review.spelling import spelled


class RolesInWords:
    """Mixed into an admin of participations: where nothing can be ticked, the roles are words."""

    readonly_fields: Any = ("shown_roles",)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        fields = [one for one in super().get_fields(request, obj) if one != "shown_roles"]  # type: ignore[misc]
        return fields if self.may_tick(request, obj) else ["shown_roles" if one == "roles" else one for one in fields]

    def may_tick(self, request: HttpRequest, obj: Any) -> bool:
        event = obj if isinstance(obj, Event) else getattr(obj, "event", None)
        allowed: bool = self.has_change_permission(request, obj)  # type: ignore[attr-defined]
        return allowed and (event is None or not event.is_public or may_publish(request))

    @admin.display(description=_("roles"))
    def shown_roles(self, participation: Participation) -> str:
        return spelled(Participation, "roles", participation.roles)
