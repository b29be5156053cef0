"""Tells Django the name of the application."""

from django.apps import AppConfig
from django.db.models.signals import post_save
from django.utils.translation import gettext_lazy as _


class CalendarAppConfig(AppConfig):
    name = "calendar_app"
    verbose_name = _("Calendar")

    def ready(self) -> None:
        from calendar_app import models
        from calendar_app.publishing.masking import mask_server
        from calendar_app.publishing.rendering import on_change
        from calendar_app.publishing.search import indexing

        mask_server()
        post_save.connect(on_change, sender=models.Change, dispatch_uid="feeds")
        post_save.connect(indexing.on_change, sender=models.Change, dispatch_uid="search")
        names = ("Person", "PersonAlias", "Organization", "OrganizationAlias", "Place", "Series")
        for named in (getattr(models, name) for name in names):
            post_save.connect(indexing.on_name, sender=named, dispatch_uid=f"search {named.__name__}")
