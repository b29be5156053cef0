"""Pairs of events that may be one: seen side by side, merged with chosen values, taken apart again, or dismissed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from calendar_app.admin.guarding import GuardedAdmin, ReadOnly, acting, columns, may_review
from calendar_app.admin.marking import quoted
from calendar_app.admin.quoting import nested
from calendar_app.models import DuplicateCandidate, Event
from calendar_app.review.decisions import Refused
from calendar_app.review.matching import worded
from calendar_app.review.merging import CHOICES, dismiss, merge, unmerge
from calendar_app.review.spelling import spelled
from calendar_app.vocabulary import Status

SHOWN = {
    "when": ("starts_on", "ends_on", "starts_at", "ends_at", "day_part"),
    "previously": ("previous_starts_on",),
    "location": ("location",),
}

COME_TRUE = {"when", "status", "summary", "previously"}  # what a report knows better than the announcement


@dataclass(frozen=True)
class Choice:
    """One line of the comparison: what both tell of it."""

    key: str
    label: str
    first: str
    second: str
    later: str = ""  # which of the two tells what came of it, where the other announces it
    fuller: str = ""  # which of the two tells more exactly what both tell

    @property
    def differs(self) -> bool:
        return self.first != self.second

    @property
    def prefers_second(self) -> bool:
        if not self.second or self.fuller:
            return self.fuller == "second"
        return not self.first or (self.later == "second" and self.key in COME_TRUE)


@dataclass(frozen=True)
class Side:
    """One of the two events with its source sentences."""

    event: Event
    quotations: list[SafeString]
    people: list[str]


@admin.register(DuplicateCandidate)
class DuplicateAdmin(ReadOnly, GuardedAdmin):
    list_display = ("first", "second", "score_shown", "why", "decision", "decided_by")
    list_select_related = ("first", "second", "decided_by")
    list_filter = ("decision",)
    search_fields = ("first__name", "second__name")
    readonly_fields = tuple(columns(DuplicateCandidate))

    @admin.display(description=gettext_lazy("score"), ordering="score")
    def score_shown(self, candidate: DuplicateCandidate) -> str:
        return f"{candidate.score:.0%}"

    @admin.display(description=gettext_lazy("reasons"))
    def why(self, candidate: DuplicateCandidate) -> str:
        return _("; ").join(nested(reason) for reason in worded(candidate.reasons))

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        candidate = self.get_object(request, object_id)
        if candidate is None:
            raise Http404
        if not self.has_view_permission(request, candidate):
            raise PermissionDenied
        if request.method == "POST":
            return self.decide(request, candidate)
        context = self.admin_site.each_context(request) | comparison(candidate)
        context |= {"title": _("One event or two?"), "opts": self.opts, "may_review": may_review(request)}
        return TemplateResponse(request, "admin/calendar_app/duplicatecandidate/compare.html", context)

    def decide(self, request: HttpRequest, candidate: DuplicateCandidate) -> HttpResponse:
        """Merge, take apart or dismiss, as the form asks; what is refused is told."""
        if not may_review(request):
            raise PermissionDenied
        user, verb = acting(request), request.POST.get("verb")
        try:
            if verb == "two":
                dismiss(candidate, by=user)
            elif verb == "apart":
                unmerge(merged_one(candidate), by=user)
                self.message_user(request, _("Both events are back."), messages.SUCCESS)
            elif verb in ("into-first", "into-second"):
                kept = self.merge(request, candidate, verb == "into-first")
                return HttpResponseRedirect(reverse("admin:calendar_app_event_desk", args=[kept.pk]))
        except Refused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
            return HttpResponseRedirect(request.path)
        following = DuplicateCandidate.objects.filter(decision="open").first()
        known = reverse("admin:calendar_app_duplicatecandidate_changelist")
        onward = reverse("admin:calendar_app_duplicatecandidate_change", args=[following.pk]) if following else known
        return HttpResponseRedirect(onward if verb == "two" else request.path)

    def merge(self, request: HttpRequest, candidate: DuplicateCandidate, into_first: bool) -> Event:
        kept, gone = (candidate.first, candidate.second) if into_first else (candidate.second, candidate.first)
        wanted = "second" if into_first else "first"
        take = frozenset(key for key in CHOICES if request.POST.get(f"take-{key}") == wanted)
        merge(kept, gone, take=take, by=acting(request), reason=request.POST.get("reason", "")[:500])
        told = _("“%(gone)s” was merged into “%(kept)s”.") % {"gone": gone, "kept": kept}
        self.message_user(request, told, messages.SUCCESS)
        return kept


def merged_one(candidate: DuplicateCandidate) -> Event:
    if candidate.first.replaced_by_id == candidate.second_id:
        return candidate.first
    return candidate.second


def comparison(candidate: DuplicateCandidate) -> dict[str, Any]:
    """Gather both events side by side; lines that differ come first."""
    first, second = candidate.first, candidate.second
    later = "second" if first.status == Status.SCHEDULED != second.status else ""
    choices = [
        Choice(
            key,
            label_of(key),
            told(first, SHOWN.get(key, fields)),
            told(second, SHOWN.get(key, fields)),
            later,
            fuller(key, first, second),
        )
        for key, fields in CHOICES.items()
    ]
    return {
        "candidate": candidate,
        "score": f"{candidate.score:.0%}",
        "reasons": [nested(reason) for reason in worded(candidate.reasons)],
        "choices": sorted((one for one in choices if one.first or one.second), key=lambda one: not one.differs),
        "sides": [side(first), side(second)],
        "merged": merged_into(first, second),
        "keeps_second": second.is_public and not first.is_public,
    }


def fuller(key: str, first: Event, second: Event) -> str:
    """Say which tells more exactly what both tell: 14:00 than 下午 of one day, 梧桐里社区图书角 than 图书角."""
    if key == "when" and first.starts_on == second.starts_on:
        exact = [one.starts_at is not None for one in (first, second)]
    elif key == "location" and first.location and second.location:
        exact = [second.location in first.location, first.location in second.location]
    else:
        return ""
    return {(True, False): "first", (False, True): "second"}.get((exact[0], exact[1]), "")


def merged_into(first: Event, second: Event) -> bool:
    return first.replaced_by_id == second.pk or second.replaced_by_id == first.pk


def label_of(key: str) -> str:
    if key == "when":
        return _("When")
    return str(Event._meta.get_field("previous_starts_on" if key == "previously" else key).verbose_name)  # type: ignore[union-attr]


def told(event: Event, fields: tuple[str, ...]) -> str:
    """Spell an event's fields in one line; a day that both begins and ends it is told once."""
    values = [getattr(event, field) for field in fields]
    shown = [spelled(Event, field, value) for field, value in zip(fields, values, strict=True)]
    return " ".join(dict.fromkeys(word for word in shown if word))


def side(event: Event) -> Side:
    facts = list(event.facts.exclude(bulletin=None).select_related("bulletin", "participation", "session"))
    bulletins = {fact.bulletin_id: fact.bulletin for fact in facts if fact.bulletin}
    people = [f"{one}" for one in event.participations.order_by("order")]
    return Side(event, [quoted(bulletin, facts) for bulletin in bulletins.values()], people)
