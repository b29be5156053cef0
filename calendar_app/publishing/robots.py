"""What keeps search engines out: robots.txt, and a header on every answer where NOINDEX is set."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe


@require_safe
def robots(_request: HttpRequest) -> HttpResponse:
    if settings.NOINDEX:
        rules = ["User-agent: *", "Disallow: /"]
    else:
        rules = ["User-agent: *", "Disallow: /admin/", f"Sitemap: {settings.PUBLIC_URL}{reverse('sitemap')}"]
    return HttpResponse("\n".join(rules) + "\n", content_type="text/plain; charset=utf-8")


class KeepOut:
    """Middleware: `X-Robots-Tag: noindex` on pages, feeds and files alike, for robots that come all the same."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if settings.NOINDEX:
            response["X-Robots-Tag"] = "noindex, nofollow"
        return response
