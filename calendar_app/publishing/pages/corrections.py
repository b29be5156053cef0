"""“Something is wrong?”: the form by which readers tell, and the public log of what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from calendar_app.intake.corrections import TooMany, receive
from calendar_app.models import CorrectionRequest, Event, Fact
from calendar_app.publishing.pages.frame import as_page, paged
from calendar_app.review.spelling import fact_name, shown
from calendar_app.vocabulary import Decision

if TYPE_CHECKING:
    ChoiceOfFact = forms.ModelChoiceField[Fact]
else:
    ChoiceOfFact = forms.ModelChoiceField


class FactChoice(ChoiceOfFact):
    def label_from_instance(self, fact: Fact) -> str:
        return gettext("%(fact)s: %(value)s") % {"fact": fact_name(fact), "value": shown(fact)}


class CorrectionForm(forms.Form):
    """What is wrong, with which fact, and how to be reached; `website` is for machines that fill in everything."""

    fact = FactChoice(Fact.objects.none(), required=False, label=_("Which fact"), empty_label=_("The event as a whole"))
    text = forms.CharField(
        label=_("What is wrong, and what is right"), max_length=2000, widget=forms.Textarea({"rows": 6})
    )
    contact = forms.CharField(label=_("How to reach you"), max_length=255, required=False)
    website = forms.CharField(required=False)

    def __init__(self, event: Event, *positional: Any, **named: Any) -> None:
        super().__init__(*positional, **{"label_suffix": ""} | named)
        self.fields["fact"].queryset = public_facts(event)  # type: ignore[attr-defined]


def public_facts(event: Event) -> Any:
    kept = Fact.objects.filter(event=event).exclude(decision=Decision.REJECTED)
    return kept.select_related("participation", "session").order_by("pk")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def correction(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Show the form, or take in what was sent; a machine that fills in everything is thanked and not heard."""
    event = get_object_or_404(Event.objects.public(), pk=pk)
    if request.method != "POST":
        form = CorrectionForm(event, initial={"fact": request.GET.get("fact", "")[:20]})
        return page_of(request, event, form)
    form = CorrectionForm(event, request.POST)
    if not form.is_valid():
        return page_of(request, event, form, status=422)
    told = form.cleaned_data
    if not told["website"]:
        try:
            receive(event, told["fact"], told["text"], told["contact"], sender_of(request))
        except TooMany as fault:
            form.add_error(None, str(fault))
            return page_of(request, event, form, status=429)
    return redirect("calendar:corrections_thanks")


def page_of(request: HttpRequest, event: Event, form: CorrectionForm, status: int = 200) -> HttpResponse:
    context = {"event": event, "form": form, "noindex": True}
    return render(request, "calendar_app/correction.html", context, status=status)


def sender_of(request: HttpRequest) -> str:
    """Return the reader's IP address: the proxy's word for it where one is trusted."""
    direct = str(request.META.get("REMOTE_ADDR", ""))
    return request.headers.get("X-Real-IP", direct) if settings.SECURE_PROXY_SSL_HEADER else direct


@as_page
def corrections(request: HttpRequest, *, thanks: bool = False) -> HttpResponse:
    """List what readers said was wrong and what became of it: never their words, never who they are.

    Of an event that is no longer public, only that there was one.
    """
    decided = CorrectionRequest.objects.decided().select_related(
        "event__replaced_by", "fact__participation", "fact__session"
    )
    waiting = CorrectionRequest.objects.filter(decision=Decision.OPEN).count()
    context = {"page": paged(request, decided), "waiting": waiting, "thanks": thanks}
    return render(request, "calendar_app/corrections.html", context)
