"""The private feeds of whoever reviews: made, renewed and revoked here, each address shown once."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from calendar_app.models import Feed
from calendar_app.publishing.filters import Filters
from calendar_app.publishing.private_feeds import PERMISSION, issue, revoke


class FeedForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    class Meta:
        model = Feed
        fields = ("name", "scope", "query", "cancelled", "window")

    def clean_query(self) -> str:
        """Keep the question in its canonical words; refuse what cannot be understood."""
        filters = Filters.read(str(self.cleaned_data["query"]).lstrip("?"))
        if filters.faults:
            raise ValidationError(list(filters.faults))
        return filters.query_string


@never_cache
@require_http_methods(["GET", "POST"])
@staff_member_required
@permission_required(PERMISSION, raise_exception=True)
def own_feeds(request: HttpRequest) -> HttpResponse:
    assert isinstance(request.user, User)
    feeds = Feed.objects.filter(owner=request.user, slug=None).order_by("revoked_at", "name", "pk")
    shown: dict[str, Any] = {"form": FeedForm(label_suffix=""), "feeds": feeds}
    if request.method == "POST":
        action = request.POST.get("action", "")
        if action == "revoke":
            revoke(chosen(request, feeds))
            return redirect("calendar:own_feeds")
        shown |= renewed(chosen(request, feeds)) if action == "renew" else made(request)
    return render(request, "calendar_app/own_feeds.html", shown)


def chosen(request: HttpRequest, feeds: QuerySet[Feed]) -> Feed:
    """Return the user's own feed; another's does not exist here."""
    pk = request.POST.get("feed", "")
    return get_object_or_404(feeds, pk=int(pk) if pk.isdecimal() else 0)


def made(request: HttpRequest) -> dict[str, Any]:
    form = FeedForm(request.POST, label_suffix="")
    if not form.is_valid():
        return {"form": form}
    assert isinstance(request.user, User)
    form.instance.owner = request.user
    return renewed(form.instance)


def renewed(feed: Feed) -> dict[str, Any]:
    """Give the feed a token and return what the page shows of it, this once."""
    address = settings.PUBLIC_URL + reverse("feed_private", args=[issue(feed)])
    return {"made": feed, "address": address, "webcal": "webcal" + address[address.index(":") :]}
