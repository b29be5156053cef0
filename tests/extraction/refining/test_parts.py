"""Who has which part: verbs and frames, with scope over the event in force."""

from datetime import date

import pytest

from calendar_app.extraction import extract

LEAD = "白沙镇召开渔业工作座谈会\n5月8日，白沙镇召开渔业工作座谈会。"


def parts(text: str) -> list[tuple[str, list[str]]]:
    (article,) = extract(text, date(2024, 5, 10)).articles
    return [(one.name, one.roles) for one in article.events[0].participants if one.roles != ["organizer"]]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("镇长方明海主持会议并讲话。", [("方明海", ["chair", "speaker"])]),
        ("会议由镇长方明海主持，县海洋局局长林岸出席。", [("方明海", ["chair"]), ("林岸", ["attendee"])]),
        (
            "县海洋局局长林岸，镇长方明海，各村负责人参加会议。",
            [("林岸", ["attendee"]), ("方明海", ["attendee"]), ("各村负责人", ["attendee"])],
        ),
        ("会上，镇长方明海通报了全年情况。", [("方明海", ["speaker"])]),
        ("镇长方明海指出，渔民代表林小满参加过多次培训。", [("方明海", ["speaker"])]),
        ("会议邀请海晏大学教授钟离岸作专题辅导。", [("钟离岸", ["lecturer"])]),
        ("镇长方明海为渔民代表颁发证书。", [("方明海", ["presenter"]), ("渔民代表", ["recipient"])]),
        ("镇长方明海、海晏大学副校长钟离岸代表双方签署协议。", [("方明海", ["signatory"]), ("钟离岸", ["signatory"])]),
        ("渔民代表林小满作交流发言。", [("林小满", ["sharer"])]),
        ("镇长方明海作总结发言。", [("方明海", ["speaker"])]),
        ("县海洋局局长林岸在镇长方明海陪同下参加会议。", [("林岸", ["attendee"]), ("方明海", ["attendee"])]),
        ("团县委书记林岸为渔家子弟送上祝福。", [("林岸", ["speaker"])]),
        ("县海洋局局长林岸的指示已经传开。", []),
        ("县海洋局局长林岸说：“渔港很美。”", []),
        ("渔业专家林岸因工作需要调任外县。", []),
        ("据镇长方明海介绍，渔港已有百年历史。", []),
        ("近年来，县海洋局局长林岸多次主持渔业会议。", []),
        ("会议强调，要抓好安全生产。", []),
        ("全体与会人员参加了参观。", []),
        ("全镇共有105人获得表彰。", []),
    ],
)
def test_a_verb_gives_its_role_to_whom_it_speaks_of(sentence: str, told: list[tuple[str, list[str]]]) -> None:
    assert parts(f"{LEAD}{sentence}\n") == told


def test_he_is_the_person_of_the_sentence_before_and_speaks_once() -> None:
    text = f"{LEAD}\n镇长方明海作动员讲话。他强调，要抓紧休渔期。他介绍了渔港规划。\n"

    assert parts(text) == [("方明海", ["speaker"])]


def test_a_later_event_has_its_own_people() -> None:
    text = f"{LEAD}镇长方明海主持。\n5月9日上午，白沙镇举行新渔船交接仪式，县海洋局局长林岸出席。\n"

    (article,) = extract(text, date(2024, 5, 10)).articles

    assert [
        (event.name, [one.name for one in event.participants if one.type == "person"]) for event in article.events
    ] == [
        ("渔业工作座谈会", ["方明海"]),
        ("新渔船交接仪式", ["林岸"]),
    ]


def test_lines_with_labels_name_who_holds_and_who_comes() -> None:
    text = (
        "渔家文艺晚会通知\n活动名称：渔家文艺晚会\n时间：2024年6月1日19:00\n地点：白沙码头\n"
        "主办单位：白沙镇人民政府\n承办单位：白沙镇文化站\n"
    )

    (event,) = extract(text, date(2024, 5, 10)).articles[0].events

    assert (event.name, event.starts_on, event.starts_at, event.location) == (
        "渔家文艺晚会",
        "2024-06-01",
        "19:00",
        "白沙码头",
    )
    assert [(one.name, one.roles) for one in event.participants] == [
        ("白沙镇人民政府", ["organizer"]),
        ("白沙镇文化站", ["co_organizer"]),
    ]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("镇长方明海、县海洋局局长林岸为示范站揭牌。", [("方明海", ["presenter"]), ("林岸", ["presenter"])]),
        ("2家企业上台领证：东港渔业公司、白沙海运公司。",
         [("东港渔业公司", ["recipient"]), ("白沙海运公司", ["recipient"])]),
        ("渔业党支部的组织体系已经建立，13个村镇参加。", [("13个村镇", ["attendee"])]),
        ("县海洋局局长林岸在会上发言，镇长方明海作点评。", [("林岸", ["sharer"]), ("方明海", ["speaker"])]),
    ],
)  # fmt: skip
def test_lists_and_titles_are_read_for_whom_they_mean(sentence: str, told: list[tuple[str, list[str]]]) -> None:
    assert parts(f"{LEAD}{sentence}\n") == told
