"""The desk: one screen per event, the bulletin's text beside the facts, each settled by one key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from calendar_app.admin.deciding import DecidingAdmin
from calendar_app.admin.differences import Shown
from calendar_app.admin.guarding import acting, may_publish, may_review
from calendar_app.admin.marking import linked, runs
from calendar_app.admin.rows import Row, blocks, taken_out
from calendar_app.admin.selecting import Selection, corrected
from calendar_app.formats.parting import Part, part_of_article
from calendar_app.models import Article, DuplicateCandidate, Event, Fact
from calendar_app.review import decisions, differences, revising, settling
from calendar_app.review.checks import faults
from calendar_app.review.decisions import Refused
from calendar_app.review.history import lock
from calendar_app.vocabulary import Decision, ReviewState


@dataclass(frozen=True)
class Source:
    """An article beside the facts, its words marked; of a very long one a part."""

    article: Article
    part: Part
    words: SafeString


class DeskAdmin(DecidingAdmin):
    """Gives every event its desk."""

    def get_urls(self) -> list[URLPattern]:
        desk = self.admin_site.admin_view(self.desk_view)
        return [path("<int:pk>/desk/", desk, name="calendar_app_event_desk"), *super().get_urls()]

    def desk_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        event = get_object_or_404(Event, pk=pk)
        if not self.has_view_permission(request, event):
            raise PermissionDenied
        if request.method == "POST":
            return self.settle(request, event)
        return TemplateResponse(request, "admin/calendar_app/event/desk.html", self.desk(request, event))

    def settle(self, request: HttpRequest, event: Event) -> HttpResponse:
        """Carry out what the desk sent: a decision about one fact or about the whole event."""
        anchor = request.POST.get("key", "")
        try:
            with transaction.atomic():
                lock(event)  # who comes second decides about what the first has left
                if "act" not in request.POST:
                    if not self.has_change_permission(request, event):
                        raise PermissionDenied
                    settle_fact(event, request)
                else:
                    self.decide_event(request, event)
        except (Refused, ValidationError) as refusal:
            told = " ".join(refusal.messages) if isinstance(refusal, ValidationError) else str(refusal)
            self.message_user(request, told, messages.ERROR)
        onward = self.onward(request, event) if "act" in request.POST else None
        return HttpResponseRedirect(onward or f"{request.get_full_path()}#{anchor}")

    def decide_event(self, request: HttpRequest, event: Event) -> None:
        asked = request.POST.get("act", "")
        if asked not in ACTS:
            raise Refused(_("“%(decision)s” is no decision about an event.") % {"decision": asked[:40]})
        act, allowed = ACTS[asked]
        if not allowed(request):
            raise PermissionDenied
        refuse_unseen(request, event.changed_at.isoformat())
        act(event, request, by=acting(request), reason=request.POST.get("reason", "")[:500])
        state = f"{event.get_review_state_display()} · {event.get_status_display()}"
        told = _("“%(event)s”: %(state)s.") % {"event": event, "state": state}
        self.message_user(request, told, messages.SUCCESS)

    def onward(self, request: HttpRequest, event: Event) -> str | None:
        """Return the address of the next draft of the same bulletins, once this one is decided."""
        if request.POST.get("act") not in ("publish", "reject") or event.review_state == ReviewState.DRAFT:
            return None
        following = neighbours(event)[1] or neighbours(event)[0]
        return reverse("admin:calendar_app_event_desk", args=[following.pk]) if following else None

    def desk(self, request: HttpRequest, event: Event) -> dict[str, Any]:
        """Gather all that the desk shows."""
        facts = list(event.facts.select_related("participation", "session"))
        told = [source(article, facts, request.GET) for article in articles(event)]
        shown = list(blocks(event))
        earlier, later = neighbours(event)
        doubtful = [row.key for block in shown for row in block.rows if row.state == "doubtful"]
        return self.admin_site.each_context(request) | {
            "title": str(event),
            "opts": self.opts,
            "event": event,
            "blocks": shown,
            "taken_out": taken_out(event),
            "differences": [Shown(one) for one in differences.open_differences(event)],
            "sources": told,
            "in_parts": any(one.part.count > 1 for one in told),
            "faults": faults(event),
            "twins": list(twins(event)),
            "merged_in": list(merged_in(event)),
            "corrections": list(event.corrections.filter(decision=Decision.OPEN)),
            "doubtful": doubtful,
            "earlier": earlier,
            "later": later,
            "may_change": self.has_change_permission(request, event) and not event.replaced_by_id,
            "may_publish": may_publish(request),
            "may_review": may_review(request),
        }


def settle_fact(event: Event, request: HttpRequest) -> None:
    """Accept, correct, turn down or reopen the fact that the form names; raise ValidationError or Refused."""
    sent, user = request.POST, acting(request)
    decision = sent.get("decision", "")
    if sent.get("key", "").startswith("difference-"):
        settle_difference(event, sent["key"], decision, user)
        return
    row = named_row(event, sent.get("key", ""))
    refuse_unseen(request, row.seen)
    if decision == "correct":
        quoted = Selection.read(articles(event), sent)
        value = row.form_field().clean(corrected(row, sent, quoted))
        bulletin, spans = (quoted.article.bulletin, [quoted.span]) if quoted else (None, [])
        settling.state(row.about, row.field, value, by=user, bulletin=bulletin, spans=spans)
    elif row.fact is None:
        raise Refused(_("There is no value to decide about; type one."))
    elif decision in VERBS:
        VERBS[decision](row.fact, by=user)
    else:
        raise Refused(_("“%(decision)s” is no decision about a fact.") % {"decision": decision})


def refuse_unseen(request: HttpRequest, now: str) -> None:
    """Refuse what was sent from a page that shows something else than is there now."""
    if request.POST.get("seen", now) != now:
        raise Refused(_("Somebody has changed this since the page was opened; look at it again, then decide."))


def settle_difference(event: Event, key: str, decision: str, user: User) -> None:
    """Take or leave what a newer extractor reads otherwise."""
    pk = key.removeprefix("difference-")
    answers = {"accept": differences.take, "reject": differences.leave}
    found = event.differences.filter(pk=int(pk)).first() if pk.isdecimal() else None
    if found is None or decision not in answers:
        raise Refused(_("There is no fact “%(key)s” here any more; reload the page.") % {"key": key[:80]})
    found.event = event
    answers[decision](found, by=user)


VERBS: dict[str, Callable[..., Fact]] = {
    "accept": settling.accept,
    "reject": settling.turn_down,
    "reopen": settling.reopen,
}


def named_row(event: Event, key: str) -> Row:
    """Return the row that a key names: `participation-5-post`; only parts of this event have one."""
    part, _sep, rest = key.partition("-")
    pk, _sep, field = rest.partition("-")
    fields = FIELDS.get(part, ())
    if not pk.isdecimal() or field not in fields:
        raise Refused(_("There is no fact “%(key)s” here; reload the page.") % {"key": key[:80]})
    about: Any = event
    if part == "event" and int(pk) != event.pk:
        about = None
    elif part != "event":
        about = (event.sessions if part == "session" else event.participations).filter(pk=int(pk)).first()
    if about is None:
        raise Refused(_("There is no fact “%(key)s” here any more; reload the page.") % {"key": key[:80]})
    return Row(about, field, settling.fact_of(about, field))


FIELDS = {
    "event": settling.EVENT_FIELDS,
    "session": settling.SESSION_FIELDS,
    "participation": settling.PARTICIPATION_FIELDS,
}


class PostponeForm(forms.Form):
    """The new days of a postponed event; left empty, it is postponed until further notice."""

    starts_on = forms.DateField(required=False)
    ends_on = forms.DateField(required=False)


def publish(event: Event, request: HttpRequest, **how: Any) -> object:
    return decisions.publish(event, waive="waive" in request.POST, **how)


def postpone(event: Event, request: HttpRequest, **how: Any) -> object:
    form = PostponeForm(request.POST)
    if not form.is_valid():
        raise ValidationError([fault for faults in form.errors.values() for fault in faults])
    return revising.postpone(event, form.cleaned_data["starts_on"], ends_on=form.cleaned_data["ends_on"], **how)


def simply(act: Callable[..., object]) -> Callable[..., object]:
    return lambda event, request, **how: act(event, **how)


# What may be decided about a whole event, and who may.
ACTS: dict[str, tuple[Callable[..., object], Callable[[HttpRequest], bool]]] = {
    "publish": (publish, may_publish),
    "reject": (simply(decisions.reject), may_review),
    "withdraw": (simply(decisions.withdraw), may_publish),
    "postpone": (postpone, may_publish),
    "cancel": (simply(revising.cancel), may_publish),
}


def articles(event: Event) -> list[Article]:
    """Return the articles that tell of an event, the primary one first, with their bulletins' text."""
    sources = event.sources.select_related("article__bulletin").order_by("-primary", "pk")
    return [source.article for source in sources]


def twins(event: Event) -> QuerySet[DuplicateCandidate]:
    """Return the proposed pairs an event stands in that nobody has decided."""
    pairs = DuplicateCandidate.objects.filter(Q(first=event) | Q(second=event), decision=Decision.OPEN)
    return pairs.select_related("first", "second")


def merged_in(event: Event) -> QuerySet[DuplicateCandidate]:
    """Return the pair by which an event was merged into the one that replaces it."""
    both = Q(first=event, second=event.replaced_by_id) | Q(second=event, first=event.replaced_by_id)
    return DuplicateCandidate.objects.filter(both) if event.replaced_by_id else DuplicateCandidate.objects.none()


def source(article: Article, facts: list[Fact], asked: QueryDict) -> Source:
    """Show an article, of a very long one the part asked for, else the part where its first fact stands."""
    own = [fact for fact in facts if fact.bulletin_id == article.bulletin_id]
    spans = (a for fact in own for a, _ in fact.spans if article.start <= a < article.end)
    at = asked.get("at", "")
    part = part_of_article(article, asked.get("part", ""), int(at[:9]) if at.isdecimal() else min(spans, default=0))
    cut = runs(article.bulletin.text, own, part.start, part.end)
    return Source(article, part, format_html_join("", "{}", ((linked(run),) for run in cut)))


def neighbours(event: Event) -> tuple[Event | None, Event | None]:
    """Return the drafts before and after an event in its bulletins."""
    bulletins = event.articles.values("bulletin")
    drafts = Event.objects.filter(articles__bulletin__in=bulletins, review_state=ReviewState.DRAFT, replaced_by=None)
    drafts = drafts.exclude(pk=event.pk).distinct()
    return drafts.filter(pk__lt=event.pk).order_by("-pk").first(), drafts.filter(pk__gt=event.pk).order_by("pk").first()
