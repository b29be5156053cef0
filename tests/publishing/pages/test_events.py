"""The list of events narrows by its address; an event's page tells when, who and from which sentence."""

from __future__ import annotations

import re
from datetime import date, time

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from calendar_app.models import EventRelation, Place, Series, SeriesMembership, Session
from tests.makers import (
    make_article,
    make_bulletin,
    make_event,
    make_fact,
    make_organization,
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


def test_list_shows_public_events_under_their_months(client: Client) -> None:
    make_public_event("东江区防汛工作部署会")
    make_event("草稿中的会")

    page = text_of(client, "/events/")

    assert "东江区防汛工作部署会" in page
    assert "草稿中的会" not in page
    assert "2024年7月" in page


def test_list_is_narrowed_by_its_address(client: Client) -> None:
    make_public_event("防汛工作部署会", kind="meeting")
    make_public_event("网格员培训班", kind="training")

    page = text_of(client, "/events/?kind=training")

    assert "网格员培训班" in page
    assert "防汛工作部署会" not in page
    assert 'href="/feeds/events.ics?kind=training"' in page


def test_list_names_what_it_cannot_understand(client: Client) -> None:
    page = text_of(client, "/events/?kind=party")

    assert "kind=party" in page


def test_empty_list_says_where_something_is(client: Client) -> None:
    make_public_event()

    page = text_of(client, "/events/?q=无此事&from=2024-01-01")

    assert "没有同时符合这些条件的事件" in page
    assert "/events/?q=%E6%97%A0%E6%AD%A4%E4%BA%8B" in page


def test_empty_day_says_which_day_nearest_to_it_has_something(client: Client) -> None:
    make_public_event("防汛工作部署会", kind="meeting", starts_on=date(2024, 7, 25), ends_on=date(2024, 7, 25))

    plain = text_of(client, "/events/?from=2024-07-20&to=2024-07-20")
    narrowed = text_of(client, "/events/?kind=meeting&from=2024-07-20&to=2024-07-20")
    other = text_of(client, "/events/?kind=training&from=2024-07-20&to=2024-07-20")

    assert "这一天没有已知的事件。" in plain
    assert '最近有内容的一天：<a href="/events/?from=2024-07-25&amp;to=2024-07-25">2024年7月25日</a>' in plain
    assert '最近有内容的一天：<a href="/events/?kind=meeting&amp;from=2024-07-25&amp;to=2024-07-25">' in narrowed
    assert "最近有内容的一天" not in other


def test_search_that_finds_nothing_leads_to_the_names(client: Client) -> None:
    make_public_event("防汛工作部署会", kind="meeting")

    words, narrowed = (text_of(client, f"/en/events/?q=quasar{beside}") for beside in ("", "&kind=meeting"))

    assert "No event holds these words." in words
    assert '<li><a href="/en/people/">People</a>' in words
    assert "No public event answers all of these filters together." in narrowed


def test_list_costs_the_same_queries_for_one_row_and_for_three(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    body = make_organization()
    for number in range(3):
        event = make_public_event()
        make_participation(event, "区发改委", type="organization", roles=["organizer"], organization=body)
        if number == 1:
            continue
        with django_assert_num_queries(7):
            text_of(client, "/events/")


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


def test_list_of_one_day_is_that_days_page(client: Client) -> None:
    make_public_event("防汛会")

    page = text_of(client, "/events/?kind=meeting&from=2024-07-25&to=2024-07-25")

    assert '<h1><time datetime="2024-07-25">2024年7月25日</time></h1>' in page
    assert "甲辰年六月二十" in page
    assert 'rel="prev" href="/events/?kind=meeting&amp;from=2024-07-24&amp;to=2024-07-24"' in page
    assert 'rel="next" href="/events/?kind=meeting&amp;from=2024-07-26&amp;to=2024-07-26"' in page
    assert 'href="/calendar/2024/week/30/?kind=meeting"' in page


def test_first_and_last_day_of_the_calendar_have_one_neighbour(client: Client) -> None:
    assert 'rel="prev"' not in text_of(client, "/events/?from=1900-01-01&to=1900-01-01")
    assert 'rel="next"' not in text_of(client, "/events/?from=2099-12-31&to=2099-12-31")
    for beyond in ("0001-01-01", "9999-12-31"):
        assert "<h1>事件</h1>" in text_of(client, f"/events/?from={beyond}&to={beyond}")


def test_what_was_found_is_counted_by_all_it_can_be_narrowed_to(client: Client) -> None:
    halls = [Place.objects.create(name=name, slug=slug) for name, slug in (("会议中心", "hall"), ("剧院", "theatre"))]
    for number, hall in enumerate(halls):
        event = make_public_event(kind=("meeting", "training")[number], place=hall)
        person = make_person(name=f"林清{number}", slug=f"lin-{number}")
        make_participation(event, person.name, person=person)

    page = text_of(client, "/events/?from=2024-07-01")

    assert 'href="/events/?kind=training&amp;from=2024-07-01">培训</a>' in page
    assert 'href="/events/?person=lin-1&amp;from=2024-07-01">林清1</a>' in page
    assert 'href="/events/?place=hall&amp;from=2024-07-01">会议中心</a>' in page


@pytest.mark.parametrize("few", [0, 1, 2000])
def test_events_of_a_role_are_the_same_for_few_and_for_many(
    client: Client, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr("calendar_app.models.events.FEW", few)
    for number, role in enumerate(("chair", "chair", "speaker"), 1):
        event = make_public_event(f"第{number}次会", starts_on=date(2024, 7, number), ends_on=date(2024, 7, number))
        make_participation(event, "林清远", roles=[role], type="person")
    make_participation(make_event("草稿中的会"), "林清远", roles=["chair"], type="person")

    page = text_of(client, "/events/?role=chair")

    assert re.findall(r'event-name"><a href="[^"]+">([^<]+)', page) == ["第2次会", "第1次会"]
    assert ">2 项</p>" in page


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
