"""Every model has a list and a form that open, search and cost the same for one row and for three."""

from __future__ import annotations

from datetime import date

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from calendar_app.models import (
    Change,
    CorrectionRequest,
    Difference,
    DuplicateCandidate,
    EventRelation,
    Extraction,
    Feed,
    Place,
    Series,
    SeriesMembership,
    Session,
)
from tests.makers import (
    make_article,
    make_bulletin,
    make_event,
    make_fact,
    make_organization,
    make_participation,
    make_person,
    make_public_event,
    serial,
)

pytestmark = pytest.mark.django_db
MODELS = sorted(
    (model for model in admin.site._registry if model._meta.app_label == "calendar_app"), key=lambda m: m.__name__
)
INLINE_ONLY = {"PersonAlias", "OrganizationAlias", "EventSource", "EventRelation", "SeriesMembership"}

KEPT_ANEW = {"RenderedEvent", "StyledEvent", "FeedVersion", "SearchEntry"}  # made anew from the rest at any time


def make_everything() -> None:
    """Make one row of every model, all hanging together."""
    number = next(serial)
    bulletin = make_bulletin(f"7月25日，东江区召开第{number}次会议，林清远讲话。")
    run = Extraction.objects.create(bulletin=bulletin, version="1", seconds=0.1)
    event = make_event(f"第{number}次会议", make_article(bulletin))
    other = make_event(f"第{number}次续会")
    person, organization = make_person(f"林{number}"), make_organization(f"东江区第{number}局")
    child = make_organization(f"东江区第{number}分局", parent=organization)
    event.place = Place.objects.create(name=f"第{number}礼堂", slug=f"place-{number}")
    event.save()
    session = Session.objects.create(event=event, order=0, name="专题报告", starts_on=date(2024, 7, 25))
    part = make_participation(event, person.name, person=person, roles=["speaker"])
    part.sessions.add(session)
    make_participation(event, child.name, type="organization", organization=child, roles=["organizer"])
    fact = make_fact(event, "starts_on", "2024-07-25", bulletin=bulletin, spans=[[0, 5]], confidence=0.5)
    make_fact(event, "name", part.name, participation=part, bulletin=bulletin, spans=[[15, 18]])
    EventRelation.objects.create(from_event=event, to_event=other, type="follows")
    series = Series.objects.create(name=f"第{number}系列", slug=f"series-{number}")
    SeriesMembership.objects.create(series=series, event=event, ordinal=1)
    Change.objects.create(event=event, sequence=1)
    Difference.objects.create(event=event, field="starts_on", kept="2024-07-25", value="2024-07-26", extraction=run)
    DuplicateCandidate.objects.create(first=event, second=other, score=0.9)
    CorrectionRequest.objects.create(event=event, fact=fact, text="日期有误")
    Feed.objects.create(name="全部", slug=f"feed-{number}")


def cost(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        response = client.get(address)
    assert response.status_code == 200
    return len(queries)


def test_every_model_is_in_the_admin() -> None:
    registered = {model.__name__ for model in MODELS}

    stored = {model.__name__ for model in apps.get_app_config("calendar_app").get_models()}

    assert registered == stored - INLINE_ONLY - KEPT_ANEW


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_list_costs_the_same_for_one_row_and_for_three(admin_client: Client, model: type) -> None:
    address = f"/admin/calendar_app/{model.__name__.lower()}/"
    make_everything()
    cost(admin_client, address)  # content types are looked up once for all

    one = cost(admin_client, address)
    make_everything()
    make_everything()
    three = cost(admin_client, address)

    assert three == one


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_list_is_searched_and_row_opens(admin_client: Client, model: type) -> None:
    make_everything()
    row = model._default_manager.first()  # type: ignore[attr-defined]
    name = model.__name__.lower()

    searched = admin_client.get(f"/admin/calendar_app/{name}/", {"q": "林"})
    opened = admin_client.get(f"/admin/calendar_app/{name}/{row.pk}/change/")

    assert (searched.status_code, opened.status_code) == (200, 200)


def test_event_form_costs_the_same_for_one_participant_and_for_three(admin_client: Client) -> None:
    make_everything()
    event = Session.objects.get().event
    address = f"/admin/calendar_app/event/{event.pk}/change/"
    cost(admin_client, address)

    one = cost(admin_client, address)
    for number in range(3):
        person = make_person(f"周{number}")
        session = Session.objects.create(event=event, order=number + 1, name=f"第{number}讲")
        make_participation(event, person.name, person=person).sessions.add(session)
    three = cost(admin_client, address)

    assert three == one


@pytest.mark.parametrize(("language", "heading"), [("", "搜索"), ("/en", "Search")])
def test_interface_speaks_both_languages(admin_client: Client, language: str, heading: str) -> None:
    page = admin_client.get(f"{language}/admin/calendar_app/event/").content.decode()

    assert f'lang="{"en" if language else "zh-hans"}"' in page
    assert heading in page


def test_series_form_costs_the_same_for_one_member_and_for_three(admin_client: Client) -> None:
    make_everything()
    series = Series.objects.get()
    address = f"/admin/calendar_app/series/{series.pk}/change/"
    cost(admin_client, address)

    one = cost(admin_client, address)
    for number in (2, 3):
        SeriesMembership.objects.create(series=series, event=make_event(), ordinal=number)
    three = cost(admin_client, address)

    assert three == one


def test_records_are_told_in_words(admin_client: Client) -> None:
    make_everything()
    event = Session.objects.get().event
    Session.objects.update(kind="lecture")
    Change.objects.update(before={"status": "held"}, after={"status": "cancelled"})
    Extraction.objects.update(counts={"articles": 2, "events": {"meeting": 1}, "facts": 9, "doubtful": 1}, seconds=1.5)
    shown = {
        "fact": ("开始日期：2024-07-25",),
        "difference": ("开始日期", "2024-07-26"),
        "change": ("已举行", "已取消"),
        "extraction": ("文章 2 · 会议 1 · 事实 9 · 存疑事实 1", "1.50"),
        "correctionrequest": (f'desk/#event-{event.pk}-starts_on">', "开始日期：2024-07-25"),
    }

    for name, words in shown.items():
        model = next(one for one in MODELS if one.__name__.lower() == name)
        row = model._default_manager.order_by("pk").first()  # type: ignore[attr-defined]
        page = admin_client.get(f"/admin/calendar_app/{name}/{row.pk}/change/").content.decode()
        assert [word for word in words if word not in page] == []
        assert ("历史" in page) is (name == "correctionrequest")
    assert "授课" in admin_client.get("/admin/calendar_app/session/").content.decode()


def test_draft_offers_no_page_on_the_site_and_readers_alone_make_corrections(admin_client: Client) -> None:
    draft, public = make_event(), make_public_event()
    make_fact(draft, "location", "东江礼堂")

    pages = [
        admin_client.get(f"/admin/calendar_app/event/{one.pk}/change/").content.decode() for one in (draft, public)
    ]
    deleting = admin_client.get(f"/admin/calendar_app/event/{draft.pk}/delete/").content.decode()

    assert [public.get_absolute_url() in pages[1], "viewsitelink" in pages[0]] == [True, False]
    assert f'href="/admin/calendar_app/event/{draft.pk}/desk/">可在审核台驳回或撤回这项事件。' in deleting
    assert admin_client.get("/admin/calendar_app/correctionrequest/add/").status_code == 403


def test_kind_of_an_item_is_chosen_in_words_and_an_unknown_one_kept(admin_client: Client) -> None:
    event = make_event()
    known = Session.objects.create(event=event, order=0, name="治理", kind="lecture")
    own = Session.objects.create(event=event, order=1, name="茶叙", kind="tea")

    whole = admin_client.get(f"/admin/calendar_app/event/{event.pk}/change/").content.decode()
    alone = admin_client.get(f"/admin/calendar_app/session/{own.pk}/change/").content.decode()
    admin_client.post(
        f"/admin/calendar_app/session/{known.pk}/change/",
        {"event": event.pk, "order": 0, "name": "治理", "kind": "tea"},
    )
    known.refresh_from_db()

    assert '<option value="lecture" selected>授课</option>' in whole
    assert '<option value="tea" selected>tea</option>' in whole
    assert '<option value="tea" selected>tea</option>' in alone
    assert known.kind == "lecture"  # what is offered nowhere is not taken


def test_differences_are_filtered_by_field_in_words(admin_client: Client) -> None:
    make_everything()
    event, run = make_event("另一会"), Extraction.objects.get()
    Difference.objects.create(event=event, field="participation", value={"name": "林清远"}, extraction=run)

    listed = admin_client.get("/admin/calendar_app/difference/").content.decode()
    found = admin_client.get("/admin/calendar_app/difference/?field=participation").content.decode()

    assert '<a href="?field=starts_on">开始日期</a>' in listed
    assert '<a href="?field=participation">参与</a>' in listed
    assert found.count('class="field-event') == 1
