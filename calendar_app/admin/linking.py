"""Whom a printed name means: the choices with their reasons, and somebody new."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from calendar_app.admin.guarding import GuardedAdmin, acting, may_publish
from calendar_app.models import Organization, Participation, Person
from calendar_app.review.decisions import Refused
from calendar_app.review.linking import Choice, choices, home_of, link
from calendar_app.vocabulary import ParticipantType

MOST_OTHERS = 20


def others(one: Participation, asked: str, offered: list[Choice]) -> list[Any]:
    """Return whoever else is called like what was asked for, a few at most, and nobody who is offered already."""
    if not asked or one.type == ParticipantType.GROUP:
        return []
    model: Any = Person if one.type == ParticipantType.PERSON else Organization
    known = [choice.actor.pk for choice in offered]
    found = model.objects.filter(replaced_by=None).exclude(pk__in=known).called_like(asked)
    return list(found.order_by("name", "disambiguation")[:MOST_OTHERS])


class LinkingAdmin(GuardedAdmin):
    """Gives every participation a page to choose whom it means."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.link_view)
        return [path("<int:pk>/link/", view, name="calendar_app_participation_link"), *super().get_urls()]

    def link_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        one = get_object_or_404(Participation.objects.select_related("event", "person", "organization"), pk=pk)
        allowed = self.has_change_permission(request, one) and (not one.event.is_public or may_publish(request))
        if not allowed:
            raise PermissionDenied
        if request.method == "POST":
            return self.chosen(request, one)
        asked = request.GET.get("q", "").strip()[:100]
        source = one.event.sources.select_related("article__bulletin").order_by("-primary", "pk").first()
        home = home_of(source.article.bulletin) if source else ""
        offered = choices(one, home)
        is_body = one.type == ParticipantType.ORGANIZATION
        context = self.admin_site.each_context(request) | {
            "title": (_("Which body is “%(name)s”?") if is_body else _("Who is “%(name)s”?")) % {"name": one},
            "opts": self.opts,
            "one": one,
            "choices": offered,
            "asked": asked,
            "others": others(one, asked, offered),
        }
        return TemplateResponse(request, "admin/calendar_app/participation/link.html", context)

    def chosen(self, request: HttpRequest, one: Participation) -> HttpResponse:
        """Link to whom the form names: a key, `new`, or nothing for nobody."""
        key = request.POST.get("actor", "")
        model: Any = Person if one.type == ParticipantType.PERSON else Organization
        actor = model.objects.filter(pk=int(key), replaced_by=None).first() if key.isdecimal() else None
        try:
            if key == "new":
                actor = self.made(request, model, one)
            elif key and actor is None:
                raise Refused(_("There is nobody like that; reload the page."))
            link(one, actor, by=acting(request))
        except Refused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
        address = reverse("admin:calendar_app_event_desk", args=[one.event_id])
        return redirect(f"{address}#participation-{one.pk}-name")

    def made(self, request: HttpRequest, model: Any, one: Participation) -> Any:
        """Make somebody new of the printed name, told apart by a word where the name is taken."""
        word = request.POST.get("disambiguation", "").strip()[:255]
        if model.objects.filter(name=one.name, disambiguation=word).exists():
            raise Refused(
                _("There is a “%(name)s” already; give a word that tells the two apart.") % {"name": one.name}
            )
        actor = model(name=one.name[:255], disambiguation=word)
        actor.save()
        return actor
