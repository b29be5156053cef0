"""Which role a verb gives whom, and who is only named: greetings, pledges, talks on a topic, places of a visit."""

from __future__ import annotations

from datetime import date

import pytest

from calendar_app.extraction import extract

Told = list[tuple[str, list[str]]]

HELD = "7月9日，东河镇举行表彰会。"
GREETED = [
    pytest.param("镇长王海山向全镇干部致以节日的问候。", [("王海山", ["speaker"])], id="greetings"),
    pytest.param("副镇长李平为孩子们送上节日祝福。", [("李平", ["speaker"])], id="wishes"),
    pytest.param("校长张文华对青年教师寄予厚望。", [("张文华", ["speaker"])], id="hopes"),
    pytest.param("县文联主席赵立新致了热情洋溢的贺词。", [("赵立新", ["speaker"])], id="an address"),
    pytest.param("志愿者为老人们送上祝福。", [], id="not what a crowd brings"),
    pytest.param("镇长王海山带队开展送祝福活动。", [("王海山", ["attendee"])], id="not an activity called so"),
]
PLEDGED = [
    pytest.param(
        "分院书记王海山和执行院长李平分别表态，将全力配合。",
        [("王海山", ["sharer"]), ("李平", ["sharer"])],
        id="each for himself",
    ),
    pytest.param("项目经理王海山代表各班组作安全承诺。", [("王海山", ["sharer"])], id="a pledge for others"),
    pytest.param(
        "县一中校长王海山参加会议并作了交流。", [("王海山", ["attendee", "sharer"])], id="an exchange as a talk"
    ),
    pytest.param("王海山参加会议并与大家进行了交流。", [("王海山", ["attendee"])], id="not one with all"),
    pytest.param(
        "仪式上，经理王海山与校长李平分别代表两家单位接过捐赠证书。",
        [("王海山", ["recipient"]), ("李平", ["recipient"])],
        id="who takes a certificate",
    ),
    pytest.param("王海山接受记者采访。", [], id="not an interview"),
]
TAUGHT = [
    pytest.param(
        "7月9日，东河中学邀请省社科院王海山教授在报告厅举办民法典讲座，全校师生参加。",
        [("东河中学", ["organizer"]), ("王海山", ["lecturer"]), ("全校师生", ["attendee"])],
        id="who is invited to a lecture gives it",
    ),
    pytest.param(
        "7月9日，东河镇邀请市农科院专家举办种植技术培训班。",
        [("东河镇", ["organizer"]), ("市农科院专家", ["lecturer"])],
        id="experts at a training",
    ),
    pytest.param(
        "7月9日，东河镇邀请市农科院专家召开种植技术座谈会。",
        [("东河镇", ["organizer"]), ("市农科院专家", ["attendee"])],
        id="not at a meeting",
    ),
    pytest.param(
        "7月9日，“明德讲堂”讲座在东河中学举行。作家王海山以“阅读与成长”为题，为学生带来一场思想盛宴。",
        [("王海山", ["lecturer"])],
        id="on a topic",
    ),
    pytest.param(
        "7月9日，东河镇召开座谈会。镇长王海山以“振兴”为题，与大家谈心。",
        [("东河镇", ["organizer"]), ("王海山", ["attendee"])],
        id="not at a meeting either",
    ),
]
WHOSE = [
    pytest.param(
        "7月9日，东河镇召开防汛会议。会议由镇长王海山同志代表东河镇与各村、企业代表签订责任书，并就防汛工作提出三点意见。",
        [("东河镇", ["organizer"]), ("王海山", ["signatory", "speaker"]), ("各村、企业代表", ["signatory"])],
        id="who else signs does not speak",
    ),
    pytest.param(
        "7月9日，东河镇召开防汛会议，书记王海山、镇长李平（主持）出席会议并讲话。",
        [
            ("东河镇", ["organizer"]),
            ("王海山", ["attendee", "speaker"]),
            ("李平", ["chair", "attendee", "speaker"]),
        ],
        id="the one before the bracket chairs",
    ),
    pytest.param(
        "7月9日，东河中学举行培训班开班仪式。李平副县长对我校承办本次培训表示感谢。",
        [("东河中学", ["organizer"]), ("李平", ["speaker"])],
        id="no person hosts",
    ),
    pytest.param(
        "7月9日至10日，市人大主任王海山，副主任李平带领调研组到白河、文平调研。",
        [("王海山", ["attendee"]), ("李平", ["attendee"])],
        id="a place called like a person",
    ),
    pytest.param(
        "7月9日，副县长李平到东河镇走访慰问老党员，并送上慰问金。",
        [("李平", ["attendee"])],
        id="money is no visit",
    ),
]

LISTS = [
    pytest.param(
        "7月9日，县商会成立大会举行。会长王海山，副会长李平，秘书处徐倩倩，应邀出席了会议。",
        [("王海山", ["attendee"]), ("李平", ["attendee"])],
        id="an unread name at the end loses no list",
    ),
    pytest.param(
        "7月9日，县商会成立大会举行。来自成都市和于都县的企业负责人、应城市商会代表出席了会议。",
        [("来自成都市和于都县的企业负责人", ["attendee"]), ("应城市商会代表", ["attendee"])],
        id="都, 于 and 应 in the names of places",
    ),
    pytest.param(
        "7月9日，县商会成立大会举行。县统战部副部长王海山代表四市，县工商联主席李平，县人大副主任张文华先后讲话。",
        [("王海山", ["speaker"]), ("李平", ["speaker"]), ("张文华", ["speaker"])],
        id="whom one speaks for does not speak",
    ),
]
SENT = [
    pytest.param(
        "7月9日，区政协教科委组织科技界委员赴东海湿地考察。区政协副主席王海山参加。",
        [("区政协教科委", ["organizer"]), ("科技界委员", ["attendee"]), ("王海山", ["attendee"])],
        id="who makes others go",
    ),
    pytest.param(
        "7月9日，县文联以“不忘初心”为活动主题，组织全体党员参观县革命纪念馆。",
        [("县文联", ["organizer"]), ("全体党员", ["attendee"])],
        id="after a comma",
    ),
    pytest.param(
        "7月9日，东河幼儿园开展消防安全培训。消防大队宣传人员对幼儿教师进行了培训。",
        [("东河幼儿园", ["organizer"]), ("消防大队宣传人员", ["lecturer"]), ("幼儿教师", ["attendee"])],
        id="people whose work it is teach",
    ),
]
PLACES = [
    pytest.param("7月9日，县文联组织全体党员参观县革命纪念馆。", "县革命纪念馆", id="what is seen"),
    pytest.param("7月9日，市长王海山在市行政中心亲切会见港务集团总经理李平一行。", "市行政中心", id="no manner"),
    pytest.param("7月9日，县法院为在外地上学的学生举办开放日活动。", None, id="no people"),
    pytest.param("7月9日，县法院在部分学校举办法治讲座。", None, id="nor some places"),
]
NAMES = [
    pytest.param(
        "7月9日，白沙社区开展了以“健康同行”为主题的义诊活动。",
        "以“健康同行”为主题的义诊活动",
        id="the theme says which",
    ),
    pytest.param("7月9日，以“健康同行”为主题的白沙镇第三届文化节开幕。", "白沙镇第三届文化节", id="a name of its own"),
    pytest.param("7月9日晚，新生入党教育第一课在大学生活动中心开讲。", "新生入党教育第一课", id="no 活动 of 活动中心"),
    pytest.param(
        "副市长王海山7月9日下午在东山宾馆会见了来访的港务集团总经理李平一行。",
        "会见了来访的港务集团总经理李平一行",
        id="who meets, and the day after him",
    ),
    pytest.param("7月9日，今年的“敬老月”活动在白沙镇启动。", "“敬老月”活动", id="今年的"),
]


def told(text: str) -> list[Told]:
    found = extract(text, date(2026, 7, 20))
    return [
        [(one.name, list(one.roles)) for one in event.participants]
        for article in found.articles
        for event in article.events
    ]


@pytest.mark.parametrize(("text", "who"), [*GREETED, *PLEDGED])
def test_words_make_a_speaker_or_sharer_of_who_said_them(text: str, who: Told) -> None:
    assert told(HELD + text) == [[("东河镇", ["organizer"]), *who]]


@pytest.mark.parametrize(("text", "who"), TAUGHT)
def test_teaching_is_read_where_people_are_taught(text: str, who: Told) -> None:
    assert told(text) == [who]


@pytest.mark.parametrize(("text", "who"), [*WHOSE, *LISTS, *SENT])
def test_a_verb_is_theirs_of_whom_it_is_told(text: str, who: Told) -> None:
    assert told(text) == [who]


def test_an_opening_activity_is_the_games_themselves() -> None:
    text = "7月9日，县第九届职工运动会在文化宫开幕，80个代表队参加了开幕式活动。县总工会主席王海山致辞。"

    found = extract(text, date(2026, 7, 20))

    assert [(one.name, one.location) for one in found.articles[0].events] == [("县第九届职工运动会", "文化宫")]


def test_each_of_several_places_is_none() -> None:
    found = extract("7月9日，县人大调研组到东河镇调研。在各村召开的座谈会上，王海山讲话。", date(2026, 7, 20))

    assert [one.location for one in found.articles[0].events] == ["东河镇"]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_a_place_is_where_something_is_held_or_seen(text: str, place: str | None) -> None:
    assert [one.location for one in extract(text, date(2026, 7, 20)).articles[0].events] == [place]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_name_has_its_theme_where_it_says_which(text: str, name: str) -> None:
    assert [one.name for one in extract(text, date(2026, 7, 20)).articles[0].events] == [name]
