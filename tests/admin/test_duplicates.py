"""Pairs side by side: merged with the values chosen on the page, taken apart, or told to be two."""

from __future__ import annotations

import pytest
from django.test import Client

from calendar_app.models import DuplicateCandidate, Event
from tests.makers import make_article, make_event, make_public_event

pytestmark = pytest.mark.django_db
LIST = "/admin/calendar_app/duplicatecandidate/"


def make_candidate() -> DuplicateCandidate:
    first = make_event("防汛工作部署会", make_article())
    second = make_event("全区防汛工作部署会", make_article(), location="区会议中心")
    reasons = [["same-day", {"day": "2024-07-25"}]]
    return DuplicateCandidate.objects.create(first=first, second=second, score=0.8, reasons=reasons)


def page(candidate: DuplicateCandidate) -> str:
    return f"{LIST}{candidate.pk}/change/"


def test_pair_is_shown_side_by_side_with_reasons(admin_client: Client) -> None:
    candidate = make_candidate()

    shown = admin_client.get("/en" + page(candidate)).content.decode()

    assert "both on 2024-07-25" in shown
    assert '<input type="radio" name="take-location" value="second" checked> 区会议中心' in shown
    assert '<input type="radio" name="take-name" value="first" checked> 防汛工作部署会' in shown
    assert 'name="take-kind"' not in shown


def test_report_is_preferred_where_it_knows_better_than_the_announcement(admin_client: Client) -> None:
    first = make_event("秋季招聘会", make_article(), status="scheduled")
    second = make_event("东江区秋季招聘会", make_article(), status="held", day_part="morning")
    candidate = DuplicateCandidate.objects.create(first=first, second=second, score=0.8)

    shown = admin_client.get("/en" + page(candidate)).content.decode()

    assert '<input type="radio" name="take-status" value="second" checked> Held' in shown
    assert '<input type="radio" name="take-when" value="second" checked> 2024-07-25 Morning' in shown
    assert '<input type="radio" name="take-name" value="first" checked> 秋季招聘会' in shown


def test_what_is_told_more_exactly_is_preferred_whoever_tells_it(admin_client: Client) -> None:
    first = make_event("亲子阅读", make_article(), status="scheduled", starts_at="14:00", location="图书角")
    second = make_event("亲子阅读", make_article(), day_part="afternoon", location="梧桐里社区图书角")
    candidate = DuplicateCandidate.objects.create(first=first, second=second, score=0.8)

    shown = admin_client.get("/en" + page(candidate)).content.decode()

    assert '<input type="radio" name="take-when" value="first" checked> 2024-07-25 14:00' in shown
    assert '<input type="radio" name="take-location" value="second" checked> 梧桐里社区图书角' in shown
    assert '<input type="radio" name="take-status" value="second" checked> Held' in shown


@pytest.mark.parametrize(("publish", "kept"), [((False, True), "second"), ((True, True), "first")])
def test_published_one_is_kept_unless_one_chooses_otherwise(
    admin_client: Client, publish: tuple[bool, bool], kept: str
) -> None:
    makes = [make_public_event if public else make_event for public in publish]
    first, second = (make("秋季招聘会", make_article()) for make in makes)
    candidate = DuplicateCandidate.objects.create(first=first, second=second, score=0.8)

    shown = admin_client.get("/en" + page(candidate)).content.decode()

    assert f'<button name="verb" value="into-{kept}" class="default"' in shown
    assert shown.index(f'value="into-{kept}"') == min(shown.index(f'value="into-{one}"') for one in ("first", "second"))


def test_merge_takes_what_was_chosen_and_can_be_taken_back(admin_client: Client) -> None:
    candidate = make_candidate()
    kept, gone = candidate.first, candidate.second

    sent = {"verb": "into-first", "take-location": "second", "take-name": "first"}
    merged = admin_client.post(page(candidate), sent)
    after_merge = list(Event.objects.order_by("pk").values_list("name", "location", "replaced_by"))
    admin_client.post(page(candidate), {"verb": "apart"})

    assert merged["Location"] == f"/admin/calendar_app/event/{kept.pk}/desk/"
    assert after_merge == [("防汛工作部署会", "区会议中心", None), (gone.name, "区会议中心", kept.pk)]
    assert list(Event.objects.order_by("pk").values_list("location", "replaced_by")) == [
        ("", None),
        ("区会议中心", None),
    ]


def test_two_stay_two(admin_client: Client) -> None:
    candidate = make_candidate()

    answer = admin_client.post(page(candidate), {"verb": "two"})

    candidate.refresh_from_db()
    assert (answer["Location"], candidate.decision) == (LIST, "rejected")
    assert Event.objects.filter(replaced_by=None).count() == 2


def test_pair_merged_meanwhile_is_not_told_to_be_two(admin_client: Client) -> None:
    candidate = make_candidate()
    admin_client.post(page(candidate), {"verb": "into-first"})

    answer = admin_client.post(page(candidate), {"verb": "two"}, follow=True)

    candidate.refresh_from_db()
    assert "已经合并；请先拆分。" in answer.content.decode()
    assert candidate.decision == "accepted"


def test_refused_merge_says_why(admin_client: Client) -> None:
    first, second = make_event("甲会"), make_public_event("乙会")
    candidate = DuplicateCandidate.objects.create(first=first, second=second, score=0.8)

    told = admin_client.post(page(candidate), {"verb": "into-first"}, follow=True).content.decode()

    assert "乙会" in told
    assert "messagelist" in told
    assert Event.objects.filter(replaced_by=None).count() == 2


def test_two_chosen_events_are_compared(admin_client: Client) -> None:
    events = [make_event().pk, make_event().pk]

    answer = admin_client.post("/admin/calendar_app/event/", {"action": "compare_chosen", "_selected_action": events})

    candidate = DuplicateCandidate.objects.get()
    assert answer["Location"] == page(candidate)
    assert [candidate.first_id, candidate.second_id] == events


def test_pasting_a_second_report_proposes_the_first(admin_client: Client) -> None:
    texts = (
        "东江区召开防汛工作部署会\n7月25日上午，东江区在区会议中心召开防汛工作部署会。区长林清远出席会议并讲话。",
        "东江区部署防汛工作\n7月25日上午，全区防汛工作部署会在区会议中心召开，区长林清远出席并讲话。",
    )

    for text in texts:
        admin_client.post("/admin/calendar_app/bulletin/add/", {"text": text, "published_on": "2024-07-31"})

    assert Event.objects.count() == 2
    assert DuplicateCandidate.objects.count() == 1


def test_desk_of_a_merged_event_only_leads_on_and_to_taking_apart(admin_client: Client) -> None:
    candidate = make_candidate()
    admin_client.post(page(candidate), {"verb": "into-first"})

    merged = admin_client.get(f"/admin/calendar_app/event/{candidate.second_id}/desk/").content.decode()
    kept = admin_client.get(f"/admin/calendar_app/event/{candidate.first_id}/desk/").content.decode()

    shown = {
        words: (words in merged, words in kept)
        for words in (
            "已并入",
            "重新拆开",
            page(candidate),
            'id="act"',
            "state-draft",
            'value="correct"',
            "<kbd>p</kbd>",
        )
    }
    assert shown == {
        "已并入": (True, False),
        "重新拆开": (True, False),
        page(candidate): (True, False),
        'id="act"': (False, True),
        "state-draft": (False, True),
        'value="correct"': (False, True),
        "<kbd>p</kbd>": (False, True),
    }
