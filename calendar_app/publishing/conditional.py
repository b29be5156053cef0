"""Answers of feeds over HTTP: whole, with a strong ETag and time, compressed once per version, or Not Modified."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from calendar_app.publishing.joining import Version

CACHING = "public, max-age=900, stale-while-revalidate=86400"
OPEN_TO_ALL = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Last-Modified, Content-Length",
}
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since, Cache-Control",
    "Access-Control-Max-Age": "86400",
}


def preflight() -> HttpResponse:
    """Answer what a browser asks before it sends If-None-Match from another site."""
    return HttpResponse(status=204, headers=OPEN_TO_ALL | PREFLIGHT | {"Allow": "GET, HEAD, OPTIONS"})


def answer(request: HttpRequest, version: Version, content_type: str) -> HttpResponse:
    """Return the version's body with Content-Length, or 304 (RFC 9110, 13)."""
    is_gzip = accepts_gzip(request.headers.get("Accept-Encoding", ""))
    etag = f'"{version.etag}-gzip"' if is_gzip else f'"{version.etag}"'
    moment = version.modified_at.timestamp()
    unchanged = get_conditional_response(request, etag, int(moment))
    response = unchanged or whole(version, content_type, is_gzip, request.method == "HEAD")
    response["ETag"] = etag
    response["Last-Modified"] = http_date(moment)
    response["Cache-Control"] = CACHING
    for name, value in OPEN_TO_ALL.items():
        response[name] = value
    response["Vary"] = "Accept-Encoding"
    return response


def whole(version: Version, content_type: str, is_gzip: bool, is_head: bool) -> HttpResponse:
    """Return the body at once and never in pieces: a client of HTTP/1.0 would take a cut feed for a whole one."""
    body = version.compressed() if is_gzip else version.body()
    headers = {"Content-Length": str(len(body))} | ({"Content-Encoding": "gzip"} if is_gzip else {})
    return HttpResponse(b"" if is_head else body, content_type=content_type, headers=headers)


def accepts_gzip(header: str) -> bool:
    """Say whether Accept-Encoding allows gzip: `gzip;q=0` and `identity` do not (RFC 9110, 12.5.3)."""
    qualities = {}
    for part in header.lower().split(","):
        coding, _, parameter = part.partition(";")
        name, _, quality = parameter.partition("=")
        qualities[coding.strip()] = quality.strip() if name.strip() == "q" else "1"
    return qualities.get("gzip", qualities.get("*", "0")).strip("0.") != ""
