"""The page where texts come in: pasted, or dropped as files, several at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from calendar_app.admin.guarding import GuardedAdmin
from calendar_app.extraction import VERSION
from calendar_app.intake.sources import LARGEST, UnusableSource
from calendar_app.intake.storing import Given, Stored
from calendar_app.intake.uploads import take_in_file, take_in_text
from calendar_app.review.arriving import look_over


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> Any:
        return [super(FilesField, self).clean(one, initial) for one in data or []]


class TakingInForm(forms.Form):
    """A text or files, and what is known about them."""

    text = forms.CharField(
        label=gettext_lazy("Text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "autofocus": True}),
    )
    documents = FilesField(label=gettext_lazy("Files"), required=False, allow_empty_file=True)
    published_on = forms.DateField(
        label=gettext_lazy("Published on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy("Fixes 7月25日, 今天 and 当日; left empty, the text itself is asked."),
    )
    issue = forms.CharField(label=gettext_lazy("Issue"), required=False, max_length=100)
    title = forms.CharField(label=gettext_lazy("Title"), required=False, max_length=255)
    source_url = forms.URLField(
        label=gettext_lazy("Source address"), required=False, max_length=500, assume_scheme="https"
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not cleaned.get("text", "").strip() and not cleaned.get("documents"):
            raise forms.ValidationError(_("There is nothing to read; paste a text or choose files."))
        return cleaned

    def given(self) -> Given:
        known = ("published_on", "issue", "title", "source_url")
        return Given(**{name: self.cleaned_data[name] for name in known})


@dataclass(frozen=True)
class Outcome:
    """What became of one text: the bulletin it is now, or why there is none."""

    name: str
    stored: Stored | None = None
    error: str = ""

    @property
    def address(self) -> str:
        return reverse("admin:calendar_app_bulletin_change", args=[self.stored.bulletin.pk]) if self.stored else ""

    @property
    def told(self) -> str:
        if self.stored is None:
            return self.error
        if (differing := self.stored.differences) is not None:
            told = ngettext(
                "%(name)s is there already and was read anew by extractor %(version)s: %(count)d difference",
                "%(name)s is there already and was read anew by extractor %(version)s: %(count)d differences",
                differing,
            )
            return told % {"name": self.name, "version": VERSION, "count": differing}
        if not self.stored.is_new:
            return _("%(name)s is there already; nothing was changed.") % {"name": self.name}
        found = sum(self.stored.counts["events"].values())
        doubts = self.stored.counts["doubtful"]
        told = ngettext("%(name)s: %(events)d event", "%(name)s: %(events)d events", found)
        doubted = ngettext("%(count)d doubtful fact", "%(count)d doubtful facts", doubts)
        return f"{told % {'name': self.name, 'events': found}}, {doubted % {'count': doubts}}"

    def as_json(self) -> dict[str, Any]:
        new = bool(self.stored and self.stored.is_new)
        return {"name": self.name, "told": self.told, "address": self.address, "new": new, "failed": not self.stored}


class TakingInAdmin(GuardedAdmin):
    """Adding a bulletin is giving its text."""

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return self.taking_in(request, TakingInForm(), [])
        form = TakingInForm(request.POST, request.FILES)
        if not form.is_valid():
            if wants_json(request):
                error = " ".join(str(fault) for faults in form.errors.values() for fault in faults)
                return JsonResponse({"outcomes": [Outcome("", error=error).as_json()]}, status=400)
            return self.taking_in(request, form, [])
        outcomes = list(taken_in(form))
        if wants_json(request):
            return JsonResponse({"outcomes": [one.as_json() for one in outcomes]})
        if len(outcomes) == 1 and outcomes[0].stored:
            tell(request, outcomes[0])
            return HttpResponseRedirect(outcomes[0].address)
        return self.taking_in(request, TakingInForm(), outcomes)

    def taking_in(self, request: HttpRequest, form: TakingInForm, outcomes: list[Outcome]) -> HttpResponse:
        context = self.admin_site.each_context(request) | {
            "title": _("Take in bulletins"),
            "opts": self.opts,
            "form": form,
            "outcomes": outcomes,
            "largest": LARGEST,
        }
        return TemplateResponse(request, "admin/calendar_app/bulletin/take_in.html", context)


def taken_in(form: TakingInForm) -> Iterator[Outcome]:
    """Store each text given, and yield what became of it; what is wrong with one does not stop the others."""
    given = form.given()
    documents: list[UploadedFile[bytes]] = form.cleaned_data["documents"]
    for file in documents:
        name = file.name or ""
        try:
            yield Outcome(name, take_in_file(name, file.read(), given, look_over))
        except UnusableSource as error:
            yield Outcome(name, error=str(error))
    if form.cleaned_data["text"].strip():
        stored = take_in_text(form.cleaned_data["text"], given, look_over)
        yield Outcome(str(stored.bulletin), stored)


def tell(request: HttpRequest, outcome: Outcome) -> None:
    new = outcome.stored is not None and outcome.stored.is_new
    messages.add_message(request, messages.SUCCESS if new else messages.WARNING, outcome.told)


def wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "") == "application/json"
