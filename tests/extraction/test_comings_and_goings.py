"""Leaders who come and go, digests of what happened in a week, and programmes of what is to come."""

from datetime import date

import pytest

from calendar_app.extraction import extract
from calendar_app.extraction.finding import Finding

PUBLISHED = date(2024, 5, 10)


def found(text: str) -> list[Finding]:
    return [event for article in extract(text + "\n", PUBLISHED).articles for event in article.events]


def roles(event: Finding) -> dict[str, list[str]]:
    return {one.name: one.roles for one in event.participants}


@pytest.mark.parametrize(
    ("text", "name", "place", "who"),
    [
        (
            "5月8日，以省审计厅副厅长高远为组长、处长林岚为副组长的省督查组到青川镇，专项督导粮食收储工作。",
            "省督查组到青川镇，专项督导粮食收储工作",
            "青川镇",
            {"高远": ["attendee"], "林岚": ["attendee"], "省督查组": ["attendee"]},
        ),
        (
            "5月8日，由副市长高远带领的东海市考察团一行来我县考察养老服务工作。县长林岚陪同考察。",
            "东海市考察团一行来我县考察养老服务工作",
            None,
            {"高远": ["attendee"], "东海市考察团": ["attendee"], "林岚": ["attendee"]},
        ),
        (
            "5月8日，副市长高远率部分政协委员就古树保护情况进行调研。",
            "就古树保护情况进行调研",
            None,
            {"高远": ["attendee"], "部分政协委员": ["attendee"]},
        ),
        (
            "5月8日，市长高远在白沙宾馆会见海天集团董事长林岚一行，双方就港口项目进行会谈。副市长周平参加会见。",
            "会见海天集团董事长林岚一行",
            "白沙宾馆",
            {"高远": ["attendee"], "林岚": ["attendee"], "周平": ["attendee"]},
        ),
        (
            "5月8日，县长高远带领县人大常委会部分组成人员，对全县河道治理工作进行视察。",
            "对全县河道治理工作进行视察",
            None,
            {"高远": ["attendee"], "县人大常委会部分组成人员": ["attendee"]},
        ),
        (
            "5月8日，县长高远先后深入白沙镇、青川镇，实地检查防火工作。",
            "高远先后深入白沙镇、青川镇，实地检查防火工作",
            "白沙镇、青川镇",
            {"高远": ["attendee"]},
        ),
        ("5月8日，县长高远夜查加油站。", "高远夜查加油站", None, {"高远": ["attendee"]}),
        (
            "5月8日，副市长高远率队前往东海市对接铁路项目。",
            "高远率队前往东海市对接铁路项目",
            "东海市",
            {"高远": ["attendee"]},
        ),
        (
            "5月8日，市审计局考察组一行来我市，了解我市档案管理情况。",
            "市审计局考察组一行来我市，了解我市档案管理情况",
            None,
            {"市审计局考察组": ["attendee"]},
        ),
        (
            "5月8日，县长高远在经济开发区调研时指出，要抓好用工服务。",
            "高远在经济开发区调研",
            "经济开发区",
            {"高远": ["attendee", "speaker"]},
        ),
        (
            "县长高远5月8日到经济开发区检查消防工作时强调，要举一反三。",
            "到经济开发区检查消防工作",
            "经济开发区",
            {"高远": ["speaker", "attendee"]},
        ),
        (
            "5月8日，县长高远走访看望离退休老同志，送上节日祝福。",
            "高远走访看望离退休老同志",
            None,
            {"高远": ["attendee"]},
        ),
        (
            "5月8日，县长高远在市民中心会见林岚一行并致欢迎辞。",
            "会见林岚一行并致欢迎辞",
            "市民中心",
            {"高远": ["attendee", "speaker"], "林岚": ["attendee"]},
        ),
        (
            "5月8日，县长高远拜访海天集团，与海天集团董事长林岚进行座谈。",
            "高远拜访海天集团",
            None,
            {"高远": ["attendee"], "林岚": ["attendee"]},
        ),
    ],
)
def test_a_visit_has_name_place_and_all_who_go(
    text: str, name: str, place: str | None, who: dict[str, list[str]]
) -> None:
    (event,) = found("同心协力谱新篇\n" + text)
    assert (event.kind, event.name, event.location) == ("activity", name, place)
    assert {one: sorted(given) for one, given in roles(event).items()} == {
        one: sorted(given) for one, given in who.items()
    }


@pytest.mark.parametrize(
    "text",
    [
        "近年来，各级领导多次来我县了解茶叶种植情况，有力推动了发展。",
        "防火检查组由县长高远任组长，负责对接各镇。",
        "全县干部要多到村里了解实情，及时对接群众需求。",
        "海天集团年接待来访客人三万人次，产品展出作品百余件。",
    ],
)
def test_what_is_only_said_of_visits_is_none(text: str) -> None:
    assert found("同心协力谱新篇\n" + text) == []


def test_who_invites_or_announces_does_not_go_along() -> None:
    (event,) = found("同心协力谱新篇\n县外办主任周平宣布，应东海市市长林岚邀请，县长高远5月8日赴东海市考察港口。")
    assert roles(event).get("高远") == ["attendee"]
    assert "林岚" not in roles(event)


@pytest.mark.parametrize("marks", ["●●●", "···", "①②③", ("1.", "2.", "3."), ("【动态】",) * 3, ("", "", "")])
def test_items_of_a_digest_keep_people_and_days_apart(marks: tuple[str, ...] | str) -> None:
    items = [
        "5月3日，市长高远会见海天集团总裁林岚一行。",
        "5月6日下午，市委书记周平主持召开市委常委会，决定5月20日召开市委三届六次全会。",
        "5月7日，副市长郑和光为青年干部讲授专题党课。",
    ]
    events = found("一周要闻\n" + "\n".join(mark + item for mark, item in zip(marks, items, strict=True)))
    assert [(one.name, str(one.starts_on), one.status, roles(one)) for one in events] == [
        ("高远会见海天集团总裁林岚一行", "2024-05-03", "held", {"高远": ["attendee"], "林岚": ["attendee"]}),
        ("市委常委会", "2024-05-06", "held", {"周平": ["chair"]}),
        ("市委三届六次全会", "2024-05-20", "scheduled", {}),
        ("专题党课", "2024-05-07", "held", {"郑和光": ["lecturer"]}),
    ]


def test_what_was_decided_for_yesterday_is_of_this_year_and_was_to_come() -> None:
    events = found("一周要闻\n●5月4日，市委书记周平主持召开市委常委会，决定5月9日召开市委三届六次全会。")
    assert [(one.name, str(one.starts_on), one.status) for one in events] == [
        ("市委常委会", "2024-05-04", "held"),
        ("市委三届六次全会", "2024-05-09", "scheduled"),
    ]


@pytest.mark.parametrize(
    ("text", "name", "days", "place"),
    [
        ("首个“海风”专区将于5月28日在东海大学正式亮相。", "首个“海风”专区", ("2024-05-28", "2024-05-28"), "东海大学"),
        ("“海风”竹编展将于5月20日至31日在文化馆展出。", "“海风”竹编展", ("2024-05-20", "2024-05-31"), "文化馆"),
        ("5月17日至6月17日，“海风——年画展”将与读者见面。", "“海风——年画展”", ("2024-05-17", "2024-06-17"), None),
        ("5月18日，第二届“海风”诗会将再次举行。", "第二届“海风”诗会", ("2024-05-18", "2024-05-18"), None),
    ],
)
def test_what_will_be_shown_is_to_come(text: str, name: str, days: tuple[str, str], place: str | None) -> None:
    (event,) = found("图书馆推出系列活动\n" + text)
    assert (event.name, event.status, event.location) == (name, "scheduled", place)
    assert (str(event.starts_on), str(event.ends_on)) == days


def test_who_guides_what_others_hold_is_a_co_organizer() -> None:
    (event,) = found("五月预告\n5月18日，由县文联、县妇联指导，县图书馆主办的“海风”研讨会，将在文化馆举办。")
    assert roles(event) == {"县文联": ["co_organizer"], "县妇联": ["co_organizer"], "县图书馆": ["organizer"]}


def test_a_programme_has_each_of_its_events_with_its_own_day() -> None:
    events = found(
        "第五届白沙茶文化节即将开幕\n据了解，本届茶文化节将于5月20日至26日在文化广场举行。"
        "其间，5月21日将举办“海风”歌手大赛。"
    )
    assert [(one.name, str(one.starts_on), str(one.ends_on)) for one in events] == [
        ("第五届白沙茶文化节", "2024-05-20", "2024-05-26"),
        ("“海风”歌手大赛", "2024-05-21", "2024-05-21"),
    ]


def test_a_day_told_among_things_to_come_is_of_the_coming_season() -> None:
    events = found("读书月即将启幕\n5月17日，“海风”研讨会将在图书馆举办。\n5月18日至6月2日，“海风”摄影展与读者见面。")
    assert [(str(one.starts_on), one.status) for one in events] == [
        ("2024-05-17", "scheduled"),
        ("2024-05-18", "scheduled"),
    ]


@pytest.mark.parametrize(("first", "second"), [("1.", "2."), ("活动一：", "活动二：")])
def test_the_first_of_several_headings_is_not_the_headline(first: str, second: str) -> None:
    events = found(
        f"区图书馆五月活动一览\n{first}“海风”公益讲座\n时间：5月13日14:30\n地点：报告厅\n"
        f"{second}“山月”读书会\n时间：5月15日9:30\n地点：阅览室"
    )
    assert [(one.name, str(one.starts_on), one.starts_at, one.location) for one in events] == [
        ("“海风”公益讲座", "2024-05-13", "14:30", "报告厅"),
        ("“山月”读书会", "2024-05-15", "09:30", "阅览室"),
    ]
