"""The same facts in the wordings reports use for them: where commas stand, what joins, what leads up to a list."""

from datetime import date

import pytest

from calendar_app.extraction import extract
from calendar_app.extraction.finding import Finding

HEADLINE = "同心协力促发展"
LEAD = "5月8日，白河县文联在白河剧院举办春晖诗会。"


def told(text: str) -> Finding:
    ((event,),) = [article.events for article in extract(f"{HEADLINE}\n{text}\n", date(2024, 5, 10)).articles]
    return event


def parts(text: str) -> list[tuple[str, list[str]]]:
    return [(one.name, one.roles) for one in told(text).participants]


@pytest.mark.parametrize(
    ("sentence", "hosts"),
    [
        ("5月8日，白河县文联在白河剧院举办春晖诗会。", ["白河县文联"]),
        ("5月8日，白河县文联在白河剧院，举办春晖诗会。", ["白河县文联"]),
        ("5月8日，白河县文联携手安溪县作协，在白河剧院举办春晖诗会。", ["白河县文联", "安溪县作协"]),
        ("5月8日，在白河剧院，白河县文联举办春晖诗会。", ["白河县文联"]),
        ("5月8日，春晖诗会在白河剧院举办。", []),
    ],
)
def test_hosts_and_place_are_found_wherever_commas_stand(sentence: str, hosts: list[str]) -> None:
    event = told(sentence)

    assert (event.name, event.location) == ("春晖诗会", "白河剧院")
    assert [(one.name, one.roles) for one in event.participants] == [(name, ["organizer"]) for name in hosts]


@pytest.mark.parametrize("words", ["在认真研究的基础上，", "在全场热烈的掌声中，", "在前期调研期间，"])
def test_what_only_leads_up_to_an_event_is_no_place(words: str) -> None:
    assert told(f"5月8日，{words}白河县文联举办春晖诗会。").location is None


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("出席本次活动的领导有：县长乔宇胜、县文联主席廖婷波。", [("乔宇胜", ["attendee"]), ("廖婷波", ["attendee"])]),
        (
            "县长乔宇胜、县文联主席廖婷波，以及社区居民代表、媒体记者参加了此次活动。",
            [
                ("乔宇胜", ["attendee"]),
                ("廖婷波", ["attendee"]),
                ("社区居民代表", ["attendee"]),
                ("媒体记者", ["attendee"]),
            ],
        ),
        ("县长乔宇胜，新录用公务员参加活动。", [("乔宇胜", ["attendee"]), ("新录用公务员", ["attendee"])]),
        ("县长乔宇胜、县文联主席廖婷波到场祝贺。", [("乔宇胜", ["attendee"]), ("廖婷波", ["attendee"])]),
        ("县长乔宇胜莅会指导。", [("乔宇胜", ["attendee"])]),
        ("县长乔宇胜代表主办方致欢迎辞。", [("乔宇胜", ["speaker"])]),
        ("随后，县长乔宇胜宣布活动正式开始。", [("乔宇胜", ["speaker"])]),
        (
            "县文联名誉主席刘大海，常务副主席赵启中、郭汝琢，副主席苏宁出席活动。",
            [("刘大海", ["attendee"]), ("赵启中", ["attendee"]), ("郭汝琢", ["attendee"]), ("苏宁", ["attendee"])],
        ),
        (
            "县文联主席廖婷波，部分特邀企业界会员，及全县各地方组织专职领导出席活动。",
            [
                ("廖婷波", ["attendee"]),
                ("部分特邀企业界会员", ["attendee"]),
                ("全县各地方组织专职领导", ["attendee"]),
            ],
        ),
        ("县文联主席廖婷波、原作协主席白云腾在主席台前排就座。", [("廖婷波", ["attendee"]), ("白云腾", ["attendee"])]),
        ("随后县文联主席廖婷波讲话。", [("廖婷波", ["speaker"])]),
        ("会上，县文联主席廖婷波对2023年文艺活动开展情况进行了回顾总结。", [("廖婷波", ["speaker"])]),
        ("县文联主席廖婷波介绍了比赛筹备情况。", [("廖婷波", ["speaker"])]),
        ("副检察长侍清华、文联副主席纳翔分别致辞。", [("侍清华", ["speaker"]), ("纳翔", ["speaker"])]),
        ("县领导为诗人代表颁奖。", [("县领导", ["presenter"]), ("诗人代表", ["recipient"])]),
        ("县文联主席廖婷波为大家上了一堂生动的党课。", [("廖婷波", ["lecturer"])]),
        ("县文联主席廖婷波介绍活动筹备情况。", [("廖婷波", ["speaker"])]),
        ("会议听取了县文联主席廖婷波关于全年工作的汇报。", [("廖婷波", ["speaker"])]),
        ("会议选举廖婷波为会长。", [("廖婷波", ["recipient"])]),
        ("副县长廖婷和县文联主席乔宇胜共同揭牌。", [("廖婷", ["presenter"]), ("乔宇胜", ["presenter"])]),
        ("向阳村村长乔宇胜、作协主席高安颖从三个方面介绍了情况。", [("乔宇胜", ["speaker"]), ("高安颖", ["speaker"])]),
        (
            "此次活动由作家协会、县图书馆和青禾书店联合举办。",
            [(name, ["organizer"]) for name in ("作家协会", "县图书馆", "青禾书店")],
        ),
        ("主办方为县图书馆。", [("县图书馆", ["organizer"])]),
        ("县图书馆主办本次活动。", [("县图书馆", ["organizer"])]),
        ("“白河杯”征文由县图书馆联合举办，自2007年起每年一届。", []),
        ("县作协主席乔宇胜参加活动（少数人有事）。", [("乔宇胜", ["attendee"])]),
        (
            "县作协主席乔宇胜，及全县各地方组织专职领导等，出席活动。",
            [("乔宇胜", ["attendee"]), ("全县各地方组织专职领导", ["attendee"])],
        ),
        ("县长高度评价，主任安排得当。", []),
        ("活动部署方案由县长乔宇胜审定。", []),
        ("（记者 乔宇胜）", []),
    ],
)
def test_who_takes_part_is_found_however_the_list_is_led_up_to(
    sentence: str, found: list[tuple[str, list[str]]]
) -> None:
    assert parts(LEAD + sentence) == [("白河县文联", ["organizer"]), *found]


@pytest.mark.parametrize(
    ("text", "name", "day"),
    [
        (
            "白河县春季运动会隆重开幕\n和着青春的节拍，带着绽放的笑容。5月8日上午，田径场上彩旗招展。在副县长乔宇胜的主持下，"
            "白河县春季运动会炫彩开幕。\n",
            "白河县春季运动会",
            "2024-05-08",
        ),
        (
            "○5月8日，白河县供水工作座谈会在县政府召开。\n○5月9日，县长乔宇胜调研供水。\n",
            "白河县供水工作座谈会",
            "2024-05-08",
        ),
        (
            "我县举行春晖诗会\n来源：白河县文联 作者：文/乔宇胜 日期：2024-05-09\n\n5月8日，白河县文联举办春晖诗会。\n",
            "春晖诗会",
            "2024-05-08",
        ),
    ],
)
def test_the_day_is_found_where_it_stands(text: str, name: str, day: str) -> None:
    event = extract(text, date(2024, 5, 10)).articles[0].events[0]

    assert (event.name, event.starts_on) == (name, day)


@pytest.mark.parametrize("label", ["时间", "一、活动时间", "1. 时间"])
def test_what_stands_below_a_label_is_what_it_labels(label: str) -> None:
    place = label.replace("时间", "地点").replace("一", "二").replace("1", "2")
    text = (
        f"关于举办春晖诗会的通知\n各有关单位：\n经研究，决定举办春晖诗会。现将有关事项通知如下：\n{label}\n5月20日上午9:00\n"
        f"{place}\n白河剧院\n"
    )

    event = extract(text, date(2024, 5, 10)).articles[0].events[0]

    assert (event.name, event.starts_on, event.starts_at, event.location) == (
        "春晖诗会",
        "2024-05-20",
        "09:00",
        "白河剧院",
    )


def test_an_hour_in_digits_does_not_part_a_host_from_its_verb() -> None:
    event = told("白河县文联定于5月20日上午9:00在白河剧院举办春晖诗会。")

    assert [(one.name, one.roles) for one in event.participants] == [("白河县文联", ["organizer"])]


@pytest.mark.parametrize("joined", ["、", "，"])
def test_who_holds_and_who_carries_out_before_the_name(joined: str) -> None:
    event = told(f"5月8日，由白河县文联主办{joined}安溪小学承办的春晖诗会在白河剧院举行。")

    assert event.name == "春晖诗会"
    assert [(one.name, one.roles) for one in event.participants] == [
        ("白河县文联", ["organizer"]),
        ("安溪小学", ["co_organizer"]),
    ]
