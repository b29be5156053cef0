"""Every public address, on one page."""

from django.urls import URLPattern, URLResolver, include, path, re_path, register_converter

from calendar_app.publishing import api, cards, exports, feeds, private_feeds, robots, sitemaps
from calendar_app.publishing.api import docs
from calendar_app.publishing.converters import Plots, Subjects, Suffix, Year
from calendar_app.publishing.pages import (
    actors,
    bulletins,
    calendars,
    corrections,
    embedding,
    events,
    front,
    machines,
    own_feeds,
    statistics,
    subscribe,
)

register_converter(Year, "calendar_year")
register_converter(Subjects, "subjects")
register_converter(Suffix, "suffix")
register_converter(Plots, "plots")

for_calendars: list[URLPattern | URLResolver] = [
    path("feeds/all.<suffix:suffix>", feeds.everything, name="feed"),
    path("feeds/all/<calendar_year:year>.<suffix:suffix>", feeds.everything, name="feed_year"),
    path("feeds/events.<suffix:suffix>", feeds.of_filters, name="feed_filters"),
    path("feeds/saved/<slug:slug>.<suffix:suffix>", feeds.saved, name="feed_saved"),
    path("feeds/private/<str:token>.ics", private_feeds.private, name="feed_private"),
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

YEAR = r"(?P<year>(?:19|20)[0-9]{2})"

for_machines: list[URLPattern | URLResolver] = [
    *for_calendars,
    path("api/", include((api.addresses(), "ninja"), namespace="api")),
    path("livez", machines.livez, name="livez"),
    path("readyz", machines.readyz, name="readyz"),
    path("robots.txt", robots.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemaps/<slug:kind>-<int:number>.xml", sitemaps.part, name="sitemap_part"),
    path("events.json", exports.list_json, name="events_json"),
    path("events/<int:pk>/<str:slug>.json", exports.single_json, name="event_json"),
    path("events/<int:pk>/<str:slug>.png", cards.event_card, name="event_card"),
]

for_readers: list[URLPattern | URLResolver] = [
    path("", front.front, name="front"),
    path("calendar/", calendars.calendar, name="calendar"),
    re_path(rf"^calendar/{YEAR}/$", calendars.year, name="year"),
    re_path(rf"^calendar/{YEAR}/(?P<month>0[1-9]|1[0-2])/$", calendars.month, name="month"),
    re_path(rf"^calendar/{YEAR}/week/(?P<week>[0-5][0-9])/$", calendars.week, name="week"),
    path("events/", events.events, name="events"),
    path("events.csv", exports.list_csv, name="events_csv"),
    path("events/<int:pk>/<str:slug>.csv", exports.single_csv, name="event_csv"),
    path("events/<int:pk>/", events.event, name="event_by_id"),
    path("events/<int:pk>/<str:slug>/", events.event, name="event"),
    path("feeds/private/", own_feeds.own_feeds, name="own_feeds"),
    path("feeds/", subscribe.feeds, name="feeds"),
    path("people/", actors.people, name="people"),
    path("people/<slug:slug>/", actors.person, name="person"),
    path("organizations/", actors.organizations, name="organizations"),
    path("organizations/<slug:slug>/", actors.organization, name="organization"),
    path("places/", actors.places, name="places"),
    path("places/<slug:slug>/", actors.place, name="place"),
    path("series/", actors.all_series, name="all_series"),
    path("series/<slug:slug>/", actors.series, name="series"),
    path("statistics/", statistics.statistics, name="statistics"),
    path("statistics/<plots:plot>.csv", statistics.statistics_csv, name="statistics_csv"),
    path("embed/", embedding.embedding, name="embedding"),
    path("embed/list/", embedding.embed_list, name="embed_list"),
    path("embed/month/", embedding.embed_month, name="embed_month"),
    re_path(rf"^embed/month/{YEAR}/(?P<month>0[1-9]|1[0-2])/$", embedding.embed_month, name="embed_month_of"),
    path("events/<int:pk>/<str:slug>/correction/", corrections.correction, name="correction"),
    path("corrections/", corrections.corrections, name="corrections"),
    path("corrections/thanks/", corrections.corrections, {"thanks": True}, name="corrections_thanks"),
    path("api/docs", docs.page, name="api_docs"),
    path("bulletins/", bulletins.bulletins, name="bulletins"),
    path("bulletins/<int:pk>/", bulletins.bulletin, name="bulletin"),
]
