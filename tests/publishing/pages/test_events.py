"""An event's page tells when, who and from which sentence."""

from __future__ import annotations

import re
from datetime import date, time

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from calendar_app.models import EventRelation, Series, SeriesMembership, Session
from tests.makers import (
    make_article,
    make_bulletin,
    make_event,
    make_fact,
    make_participation,
    make_person,
    make_public_event,
)

pytestmark = pytest.mark.django_db

TEXT = "7月25日下午，东江区在会议中心召开防汛工作部署会。区长陈望舒主持并讲话。会后另有安排。"


def text_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_event_opens_at_its_id_whatever_its_slug(client: Client) -> None:
    event = make_public_event("防汛工作部署会")

    answers = [client.get(f"/events/{event.pk}/"), client.get(f"/events/{event.pk}/old-name/")]

    assert [(answer.status_code, answer["Location"]) for answer in answers] == [(301, event.get_absolute_url())] * 2
    assert client.get(event.get_absolute_url()).status_code == 200


def test_merged_event_leads_to_the_one_it_went_into(client: Client) -> None:
    kept = make_public_event("防汛工作部署会")
    merged = make_public_event("防汛会", replaced_by=kept)

    answer = client.get(f"/events/{merged.pk}/")

    assert (answer.status_code, answer["Location"]) == (302, kept.get_absolute_url())


def test_event_tells_when_who_and_from_which_sentence(client: Client) -> None:
    bulletin = make_bulletin(TEXT)
    event = make_public_event(
        "防汛工作部署会",
        make_article(bulletin, source="区府办"),
        day_part="afternoon",
        precision="day_part",
        date_text="7月25日下午",
        location="会议中心",
    )
    person = make_person(name="陈望舒")
    chair = make_participation(event, "陈望舒", post="区长", person=person, roles=["chair", "speaker"])
    when = make_fact(event, "starts_on", "2024-07-25", bulletin=bulletin, spans=[[0, 7]], basis="inferred")
    name = TEXT.index("陈望舒")
    told = {"participation": chair, "bulletin": bulletin}
    called = make_fact(event, "name", "陈望舒", **told, spans=[[name, name + 3]])
    role = make_fact(event, "roles", ["chair"], **told, spans=[[name + 3, name + 5]])

    page = text_of(client, event.get_absolute_url())

    assert '<time datetime="2024-07-25">2024年7月25日</time>' in page
    assert "下午" in page
    assert "推定" in page
    assert f'href="#fact-{when.pk}"' in page
    assert f'id="fact-{when.pk}"' in page
    assert "</span>7月25日下午</mark>，东江区在会议中心召开防汛工作部署会。" in page
    assert f'<mark><span id="fact-{called.pk}" class="anchor"></span>陈望舒</mark>' in page
    assert f'<mark><span id="fact-{role.pk}" class="anchor"></span>主持</mark>并讲话。' in page
    assert f'<a class="mark" href="#fact-{called.pk}">' in page
    assert f'<a class="mark" href="#fact-{role.pk}">' not in page
    assert f'<th scope="row"><a href="#fact-{role.pk}">' in page
    assert f"防汛工作部署会，会历，http://127.0.0.1:8000/events/{event.pk}/" in page
    assert "会后另有安排" not in page
    assert page.index("主持") < page.index("讲话")
    assert f'href="{person.get_absolute_url()}"' in page
    assert "区府办" in page
    assert "14:00" not in page


def test_event_tells_its_programme_and_what_followed(client: Client) -> None:
    event = make_public_event("网格员培训班", kind="training", ends_on=date(2024, 7, 26))
    after = make_public_event("调度会")
    EventRelation.objects.create(from_event=after, to_event=event, type="follows")
    EventRelation.objects.create(from_event=make_event("草稿会"), to_event=event, type="follows")
    lecture = Session.objects.create(
        event=event, order=0, name="预算怎么编", starts_on=date(2024, 7, 25), starts_at=time(9)
    )
    lecture.speakers.add(make_participation(event, "黄立新", roles=["lecturer"]))

    page = text_of(client, event.get_absolute_url())

    assert '<time datetime="2024-07-25T09:00+08:00">7月25日 09:00</time>' in page
    assert "预算怎么编" in page
    assert "其后" in page
    assert "调度会" in page
    assert "草稿会" not in page


def test_cancelled_is_struck_and_labelled_and_postponed_says_from_when(client: Client) -> None:
    cancelled = make_public_event("取消的会", status="cancelled")
    postponed = make_public_event("延期的会", status="postponed", previous_starts_on=date(2024, 7, 18))

    pages = [text_of(client, cancelled.get_absolute_url()), text_of(client, postponed.get_absolute_url())]

    assert "<s>取消的会</s>" in pages[0]
    assert "已取消" in pages[0]
    assert "原定<s>7月18日</s>，延至7月25日" in pages[1]


def test_event_costs_the_same_queries_for_one_participant_and_for_three(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    bulletin = make_bulletin(TEXT)
    events = [make_public_event(article=make_article(bulletin)), make_public_event(article=make_article(bulletin))]
    for event, number in zip(events, (1, 3), strict=True):
        for order in range(number):
            who = make_participation(event, f"陈望舒{order}", person=make_person(name=f"陈望舒{event.pk}{order}"))
            make_fact(event, "name", "陈望舒", participation=who, bulletin=bulletin, spans=[[26, 29]])
            talk = Session.objects.create(event=event, order=order, name="讲座")
            talk.speakers.add(who)

    for event in events:
        with django_assert_num_queries(13):
            client.get(event.get_absolute_url())


def test_page_in_english_keeps_to_the_same_event(client: Client, settings: Settings) -> None:
    event = make_public_event("防汛工作部署会")

    address = event.get_absolute_url()

    chinese, english = text_of(client, address), text_of(client, f"/en{address}")

    assert f'<a href="/en{address}" lang="en" hreflang="en">English</a>' in chinese
    assert f'<a href="{address}" lang="zh-Hans" hreflang="zh-Hans">简体中文</a>' in english
    assert '<html lang="zh-Hans">' in chinese
    assert '<html lang="en">' in english
    assert "25 July 2024" in english
    assert f'<link rel="canonical" href="{settings.PUBLIC_URL}/en{address}">' in english


def test_shared_event_shows_the_leaf_of_its_day(client: Client) -> None:
    event = make_public_event("防汛会")
    page = client.get(event.get_absolute_url()).content.decode()
    address = re.search(r'property="og:image" content="http://127.0.0.1:8000([^"]+\.png)"', page)
    assert address

    answer = client.get(address[1])
    again = client.get(address[1], headers={"if-none-match": answer["ETag"]})

    assert (answer["Content-Type"], answer["Cache-Control"]) == ("image/png", "public, max-age=86400")
    assert answer.content.startswith(b"\x89PNG")
    assert again.status_code == 304
    assert 'property="og:image:alt" content="2024年7月25日"' in page


def test_other_pages_are_shared_with_the_seal(client: Client) -> None:
    page = client.get("/").content.decode()

    assert 'property="og:image" content="http://127.0.0.1:8000/static/calendar_app/card.png"' in page


def test_inferred_is_said_once_beside_a_fact(client: Client) -> None:
    bulletin = make_bulletin(TEXT)
    event = make_public_event(article=make_article(bulletin))
    talk = Session.objects.create(event=event, order=0, name="讲座")
    make_fact(event, "name", "讲座", session=talk, bulletin=bulletin, spans=[[0, 4]], basis="inferred")
    make_fact(event, "starts_on", "2024-07-25", session=talk, basis="inferred")

    page = text_of(client, event.get_absolute_url()).split("<details>")[0]

    assert page.count(">推定</span>") == 1


def test_series_leads_to_its_neighbours_by_printed_number(client: Client) -> None:
    series = Series.objects.create(name="颁证仪式", slug="awards")
    events = {number: make_public_event(f"第{number}批颁证仪式") for number in (35, 37, 39, 41)}
    events[38] = make_event("第38批颁证仪式")
    for number, event in events.items():
        SeriesMembership.objects.create(series=series, event=event, ordinal=number)

    page = text_of(client, events[39].get_absolute_url())

    shown = [number for number, event in events.items() if f'<a href="{event.get_absolute_url()}">' in page]
    assert shown == [37, 41]


def test_event_leads_to_the_calendar_as_far_as_its_day_is_known(client: Client) -> None:
    days = {"starts_on": date(2024, 7, 1), "ends_on": date(2024, 7, 31)}
    known = make_public_event("防汛工作部署会", starts_on=date(2024, 7, 25), ends_on=date(2024, 7, 25))
    vague = make_public_event("安全生产月", precision="month", **days)
    due = make_public_event("台账核查", kind="milestone", starts_on=None, ends_on=date(2024, 7, 31), status="scheduled")

    told = [text_of(client, event.get_absolute_url()) for event in (known, vague, due)]

    assert ['href="/calendar/2024/07/"' in page for page in told] == [True, True, True]
    assert [re.findall(r"/calendar/2024/week/(\d\d)/", page) for page in told] == [["30"], [], ["31"]]
    assert "预告" not in told[2]


def test_event_online_leads_to_where_one_joins(client: Client) -> None:
    event = make_public_event(attendance_mode="online", conference_url="https://meet.example.com/1?a=1&b=2")

    page = text_of(client, event.get_absolute_url())

    assert '<a href="https://meet.example.com/1?a=1&amp;b=2" rel="noreferrer nofollow">加入线上会议</a>' in page


@pytest.mark.parametrize(
    ("prefix", "day", "roles"), [("", "2024年7月25日", "主持、讲话"), ("/en", "25 July 2024", "Chair, Speaker")]
)
def test_facts_are_told_as_each_language_writes_them(client: Client, prefix: str, day: str, roles: str) -> None:
    event = make_public_event()
    chair = make_participation(event, "林清远", roles=["chair", "speaker"])
    make_fact(event, "starts_on", "2024-07-25")
    make_fact(event, "roles", ["chair", "speaker"], participation=chair)

    page = text_of(client, prefix + event.get_absolute_url())

    assert [f"<td>{value}</td>" in page for value in (day, roles)] == [True, True]
