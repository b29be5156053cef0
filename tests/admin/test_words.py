"""What the stock admin says at the desk: in words, in the order of the work, and with a way on where nothing is."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from calendar_app.models import Difference, DuplicateCandidate, Event, Extraction
from tests.admin.test_permissions import client_of
from tests.makers import make_event, make_fact, make_participation, make_public_event
from tests.tellings import make_telling

pytestmark = pytest.mark.django_db
ADMIN = "/admin/calendar_app/"


def heading(page: str) -> str:
    found = re.search(r"<h1>(.*?)</h1>", page)
    return found[1] if found else ""


def test_history_of_a_fact_is_called_by_words(admin_client: Client) -> None:
    part = make_participation(make_event(), "林清远", post="副部长")
    kind = make_fact(part.event, "kind", "activity")
    post = make_fact(part.event, "post", "副部长", participation=part)

    pages = [admin_client.get(f"{ADMIN}fact/{fact.pk}/history/").content.decode() for fact in (kind, post)]

    assert [heading(page) for page in pages] == ["变更历史：类别：活动", "变更历史：林清远 · 职务（原文）：副部长"]
    assert "kind: " not in pages[0]


def test_history_of_a_difference_is_called_by_words(admin_client: Client) -> None:
    bulletin, meeting, _training = make_telling()
    run = Extraction.objects.create(bulletin=bulletin, version="1", seconds=0.1)
    one = Difference.objects.create(
        event=meeting, field="day_part", kept="morning", value="afternoon", extraction=run, confidence=0.7
    )

    page = admin_client.get(f"{ADMIN}difference/{one.pk}/history/").content.decode()

    assert heading(page) == "变更历史：防汛工作部署会 · 时段"
    assert "70%" in admin_client.get(f"{ADMIN}difference/{one.pk}/change/").content.decode()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"ends_on": "2024-07-24"}, "结束日期早于开始日期。"),
        ({"starts_on": "", "ends_on": "", "starts_at": "09:00"}, "有时刻须有日期；请填写开始日期。"),
        ({"ends_at": "10:00"}, "有结束时刻，须有开始时刻和结束日期。"),
        ({"starts_at": "10:00", "ends_at": "09:00"}, "结束时刻早于开始时刻。"),
    ],
)
def test_form_of_an_event_tells_in_words_what_cannot_be(admin_client: Client, typed: dict[str, str], told: str) -> None:
    event = make_event("工作会议")
    form = admin_client.get(f"{ADMIN}event/{event.pk}/change/").context["adminform"].form
    sent = {name: "" if form[name].value() is None else str(form[name].value()) for name in form.fields}
    rows = {
        f"{rows}-{count}_FORMS": "0"
        for rows in ("sessions", "participations", "sources", "relations", "memberships")
        for count in ("TOTAL", "INITIAL")
    }

    page = admin_client.post(f"{ADMIN}event/{event.pk}/change/", sent | rows | typed).content.decode()

    assert told in page
    assert "event_" not in re.sub(r"<[^>]*>", "", page)


def test_empty_lists_lead_on(admin_client: Client) -> None:
    first = admin_client.get(f"{ADMIN}bulletin/").content.decode()
    narrowed = admin_client.get(f"{ADMIN}person/?q=无此人").content.decode()

    assert f'这里还没有内容。 <a href="{ADMIN}bulletin/add/">导入通报</a>' in first
    assert '没有符合搜索和筛选条件的内容。 <a href="?">显示全部</a>' in narrowed


def test_lists_stand_in_the_order_of_the_work(admin_client: Client) -> None:
    page = admin_client.get("/en/admin/").content.decode()

    found = re.findall(r'id="calendar_app-(\w+)"', page)

    assert found[:6] == ["bulletin", "event", "fact", "duplicatecandidate", "difference", "correctionrequest"]
    assert page.index('id="calendar_app-extraction"') < page.index('id="auth-user"')


def test_whoever_may_not_is_told_so_and_led_back(client: Client) -> None:
    reader = client_of("Reader").get(f"{ADMIN}bulletin/add/").content.decode()

    assert "您所在的组无权这样做" in reader
    assert '<a href="/admin/">返回审核台</a>' in reader


def test_who_only_reads_sees_roles_in_words() -> None:
    event = make_public_event()
    part = make_participation(event, "林清远", roles=["chair", "speaker"])
    reader = client_of("Reader")

    pages = [
        reader.get(f"{ADMIN}{one}/change/").content.decode()
        for one in (f"event/{event.pk}", f"participation/{part.pk}")
    ]

    assert ["主持、讲话" in page for page in pages] == [True, True]


def test_a_file_that_is_no_text_is_told_in_the_language_of_the_page(admin_client: Client) -> None:
    file = SimpleUploadedFile("照片.txt", bytes(range(256)))

    page = admin_client.post(f"{ADMIN}bulletin/add/", {"documents": [file]}).content.decode()

    assert "照片.txt：既不是 UTF-8，也不是 GB 18030 编码；请另存为 UTF-8 编码的 .txt 文件后重试。" in page


def test_what_is_wrong_with_a_field_stands_beside_it(admin_client: Client) -> None:
    page = admin_client.post(f"{ADMIN}bulletin/add/", {"text": "今日无事。", "source_url": "http://"}).content.decode()

    assert "请更正下面标出的内容。" in page
    assert 0 < page.index('id="id_source_url_error"') < page.index('name="source_url"')


def test_days_are_written_as_on_the_desk_in_both_languages(admin_client: Client) -> None:
    make_telling()

    for language in ("", "/en"):
        page = admin_client.get(f"{language}{ADMIN}bulletin/").content.decode()

        assert '<td class="field-published_on nowrap">2024-07-31</td>' in page


def test_reasons_and_pairs_leave_no_mark_alone(admin_client: Client) -> None:
    pair = DuplicateCandidate.objects.create(first=make_event(), second=make_event(), score=0.9, reasons=[])

    page = admin_client.get(f"{ADMIN}duplicatecandidate/{pair.pk}/change/").content.decode()

    assert '<p class="standing"><span class="state">待定</span> 90%</p>' in page


def test_merging_is_told_by_name_in_the_history(admin_client: Client) -> None:
    kept, gone = make_event("防汛部署会"), make_event("防汛工作部署会")
    pair = DuplicateCandidate.objects.create(first=kept, second=gone, score=0.9, reasons=[])

    admin_client.post(f"{ADMIN}duplicatecandidate/{pair.pk}/change/", {"verb": "into-first"})

    assert Event.objects.get(pk=gone.pk).replaced_by == kept
    assert "并入: – → 防汛部署会" in admin_client.get(f"{ADMIN}event/{gone.pk}/history/").content.decode()
