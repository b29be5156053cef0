"""Every public address, on one page."""

from django.urls import URLPattern, URLResolver, include, path, register_converter

from calendar_app.publishing import api, feeds, private_feeds
from calendar_app.publishing.converters import Subjects, Suffix, Year

register_converter(Year, "calendar_year")
register_converter(Subjects, "subjects")
register_converter(Suffix, "suffix")

for_calendars: list[URLPattern | URLResolver] = [
    path("feeds/all.<suffix:suffix>", feeds.everything, name="feed"),
    path("feeds/all/<calendar_year:year>.<suffix:suffix>", feeds.everything, name="feed_year"),
    path("feeds/events.<suffix:suffix>", feeds.of_filters, name="feed_filters"),
    path("feeds/private/<slug:token>.ics", private_feeds.private, name="feed_private"),
    path("feeds/bulletins/<int:pk>.<suffix:suffix>", feeds.of_bulletin, name="feed_bulletin"),
    path("feeds/<subjects:subjects>/<slug:slug>.<suffix:suffix>", feeds.of_subject, name="feed_subject"),
    path(
        "feeds/<subjects:subjects>/<slug:slug>/<calendar_year:year>.<suffix:suffix>",
        feeds.of_subject,
        name="feed_subject_year",
    ),
    path("feeds/<slug:kind>.<suffix:suffix>", feeds.of_kind, name="feed_kind"),
    path("feeds/<slug:kind>/<calendar_year:year>.<suffix:suffix>", feeds.of_kind, name="feed_kind_year"),
    path("events/<int:pk>/<str:slug>.ics", feeds.of_event, name="event_ical"),
]

for_machines: list[URLPattern | URLResolver] = [
    *for_calendars,
    path("api/", include((api.addresses(), "ninja"), namespace="api")),
]

for_readers: list[URLPattern | URLResolver] = []
