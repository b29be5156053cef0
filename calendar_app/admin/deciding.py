"""Actions over chosen events: publish, reject, withdraw, each through review/ and with its reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from calendar_app.admin.exporting import exported
from calendar_app.admin.guarding import GuardedAdmin
from calendar_app.models import DuplicateCandidate, Event
from calendar_app.models.events import EventQuerySet
from calendar_app.review.checks import forbidding
from calendar_app.review.decisions import Refused, publish, reject, withdraw
from calendar_app.review.spelling import fact_name, shown


class ReasonForm(forms.Form):
    """Why it is done, for the history."""

    reason = forms.CharField(
        label=_("Reason"), max_length=500, required=False, strip=True, widget=forms.TextInput({"autofocus": True})
    )


class DecidingAdmin(GuardedAdmin):
    """Adds the decisions to a list of events."""

    actions = (
        "publish_chosen",
        "reject_chosen",
        "withdraw_chosen",
        "compare_chosen",
        "export_xlsx",
        "export_csv",
        "export_ics",
    )

    @admin.action(description=_("Publish selected events"), permissions=["publish"])
    def publish_chosen(self, request: HttpRequest, queryset: EventQuerySet) -> HttpResponse | None:
        waived = "confirmed" in request.POST
        doubted = [] if waived else [event for event in queryset if objections(event)]
        if doubted:
            return self.ask(request, queryset, "publish_chosen", _("Publish in spite of doubts?"))

        def act(event: Event, **how: Any) -> object:
            return publish(event, waive=waived, **how)

        return self.decide(request, queryset, act)

    @admin.action(description=_("Reject selected events"), permissions=["review"])
    def reject_chosen(self, request: HttpRequest, queryset: EventQuerySet) -> HttpResponse | None:
        if "confirmed" not in request.POST:
            return self.ask(request, queryset, "reject_chosen", _("Reject these events?"))
        return self.decide(request, queryset, reject)

    @admin.action(description=_("Withdraw selected events"), permissions=["publish"])
    def withdraw_chosen(self, request: HttpRequest, queryset: EventQuerySet) -> HttpResponse | None:
        if "confirmed" not in request.POST:
            return self.ask(request, queryset, "withdraw_chosen", _("Withdraw these events?"))
        return self.decide(request, queryset, withdraw)

    @admin.action(description=_("Compare two selected events"), permissions=["review"])
    def compare_chosen(self, request: HttpRequest, queryset: EventQuerySet) -> HttpResponse | None:
        pair = list(queryset.order_by("pk")[:3])
        if len(pair) != 2:
            self.message_user(request, gettext("Choose exactly two events to compare."), messages.WARNING)
            return None
        candidate, _is_new = DuplicateCandidate.objects.get_or_create(
            first=pair[0], second=pair[1], defaults={"score": 0.0}
        )
        return redirect("admin:calendar_app_duplicatecandidate_change", candidate.pk)

    @admin.action(description=_("Export selected events as a spreadsheet (xlsx)"), permissions=["view"])
    def export_xlsx(self, request: HttpRequest, queryset: EventQuerySet) -> HttpResponse:
        return exported(queryset, "xlsx")

    @admin.action(description=_("Export selected events as comma-separated text (csv)"), permissions=["view"])
    def export_csv(self, request: HttpRequest, queryset: EventQuerySet) -> HttpResponse:
        return exported(queryset, "csv")

    @admin.action(description=_("Export selected events as a calendar (ics)"), permissions=["view"])
    def export_ics(self, request: HttpRequest, queryset: EventQuerySet) -> HttpResponse:
        return exported(queryset, "ics")

    def ask(self, request: HttpRequest, queryset: EventQuerySet, action: str, title: Any) -> HttpResponse:
        """Show what will be decided, with what stands against it, and ask for a reason."""
        context = self.admin_site.each_context(request) | {
            "title": title,
            "opts": self.opts,
            "action": action,
            "rows": [(event, objections(event) if action == "publish_chosen" else []) for event in queryset],
            "form": ReasonForm(),
            "checkbox": ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/calendar_app/event/decide.html", context)

    def decide(self, request: HttpRequest, queryset: EventQuerySet, act: Callable[..., object]) -> HttpResponse | None:
        form = ReasonForm(request.POST)
        reason = form.cleaned_data["reason"] if form.is_valid() else ""
        done = 0
        for event in queryset:
            try:
                act(event, by=request.user, reason=reason)
                done += 1
            except Refused as refusal:
                self.message_user(request, str(refusal), messages.WARNING)
        if done:
            told = ngettext("%(count)d event was decided.", "%(count)d events were decided.", done)
            self.message_user(request, told % {"count": done}, messages.SUCCESS)
        return None


def objections(event: Event) -> list[str]:
    """Say what stands against publishing an event at once: doubtful facts and faults that forbid it."""
    doubtful = event.facts.doubtful().select_related("participation", "session")
    doubts = [f"{fact_name(fact)}: {shown(fact)} ({fact.confidence:.0%})" for fact in doubtful]
    return doubts + [f"{fault.reason} {fault.remedy}" for fault in forbidding(event)]
