"""People and bodies in the admin: merged from the list, split and looked over on their own page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from calendar_app.admin.guarding import GuardedAdmin, acting, may_review
from calendar_app.models import Organization
from calendar_app.review.actors import merge_actors, split_actor, unmerge_actor
from calendar_app.review.decisions import Refused

MOST_SHOWN = 100  # participations on one page


class SplitForm(forms.Form):
    """What the other one is told apart by."""

    disambiguation = forms.CharField(label=_("Word that tells the other apart"), max_length=255)


class JoiningAdmin(GuardedAdmin):
    """Merges, splits, and shows posts over time and the hierarchy."""

    actions = ("merge_chosen",)
    change_form_template = "admin/calendar_app/actor.html"

    @admin.action(description=_("Merge selected into one"), permissions=["review"])
    def merge_chosen(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        chosen = list(queryset.filter(replaced_by=None))
        if len(chosen) < 2:
            self.message_user(request, gettext("Choose at least two that are not merged yet."), messages.WARNING)
            return None
        kept = next((one for one in chosen if str(one.pk) == request.POST.get("kept")), None)
        if kept is None:
            return self.ask_whom(request, chosen)
        for gone in chosen:
            if gone != kept:
                merge_actors(kept, gone, by=acting(request))
        self.message_user(request, gettext("All of it is “%(kept)s” now.") % {"kept": kept}, messages.SUCCESS)
        return redirect(f"admin:calendar_app_{self.opts.model_name}_change", kept.pk)

    def ask_whom(self, request: HttpRequest, chosen: list[Any]) -> HttpResponse:
        context = self.admin_site.each_context(request) | {
            "title": gettext("Which one is kept?"),
            "opts": self.opts,
            "chosen": [(one, one.participations.count()) for one in chosen],
            "checkbox": ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/calendar_app/merge_actors.html", context)

    def get_urls(self) -> list[URLPattern]:
        name = f"calendar_app_{self.opts.model_name}"
        return [
            path("<int:pk>/change/split/", self.admin_site.admin_view(self.split_view), name=f"{name}_split"),
            path("<int:pk>/change/apart/", self.admin_site.admin_view(self.apart_view), name=f"{name}_apart"),
            *super().get_urls(),
        ]

    def apart_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Bring back one that was merged into another."""
        gone = get_object_or_404(self.model.objects.select_related("replaced_by__replaced_by"), pk=pk)
        if not may_review(request) or request.method != "POST":
            raise PermissionDenied
        try:
            unmerge_actor(gone, by=acting(request))
        except Refused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
        else:
            self.message_user(request, gettext("“%(gone)s” is back.") % {"gone": gone}, messages.SUCCESS)
        return redirect(f"admin:calendar_app_{self.opts.model_name}_change", gone.pk)

    def split_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Give chosen participations to somebody new of the same name."""
        actor = get_object_or_404(self.model, pk=pk)
        if not may_review(request) or request.method != "POST":
            raise PermissionDenied
        form = SplitForm(request.POST)
        word = form.cleaned_data["disambiguation"] if form.is_valid() else ""
        chosen = [key for key in request.POST.getlist("taken") if key.isdecimal()]
        try:
            new = split_actor(
                actor, actor.participations.filter(pk__in=chosen), disambiguation=word, by=acting(request)
            )
        except Refused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
            new = actor
        return redirect(f"admin:calendar_app_{self.opts.model_name}_change", new.pk)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if (actor := kwargs.get("obj")) is not None:
            shown = actor.participations.select_related("event").order_by("-event__starts_on", "-pk")[:MOST_SHOWN]
            merged = [actor] if actor.replaced_by_id else list(actor.replaces.all())
            context |= {"participations": shown, "split": SplitForm(), "may_review": may_review(request)}
            context |= {"merged": [one for one in merged if one.handed_over]}
            context |= {"above": above(actor) if isinstance(actor, Organization) else []}
        return super().render_change_form(request, context, *args, **kwargs)


def above(body: Organization) -> list[Organization]:
    """Return what stands above a body, the highest first; a circle in the data ends where it closes."""
    found: list[Organization] = []
    step = body.parent
    while step is not None and step not in found and step != body:
        found.insert(0, step)
        step = step.parent
    return found
