"""Tells Django the name of the application."""

from django.apps import AppConfig
from django.db.models.signals import post_save
from django.utils.translation import gettext_lazy as _


class CalendarAppConfig(AppConfig):
    name = "calendar_app"
    verbose_name = _("Calendar")

    def ready(self) -> None:
        from calendar_app.models import Change
        from calendar_app.publishing.rendering import on_change

        post_save.connect(on_change, sender=Change, dispatch_uid="feeds")
