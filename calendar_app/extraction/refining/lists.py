"""Who is listed in a noun phrase: persons, bodies and groups, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from calendar_app.extraction.document import Mention, Span
from calendar_app.extraction.naming import endings, kinds, posts
from calendar_app.extraction.refining.covering import JOINER, first_covered, group, is_collective, joined, with_each

LONGEST = 1500  # characters: no printed list of who took part has more
TITLES = re.compile(r"(?:副?教授|老师|博士|同志|先生|女士|小姐|院士|同学|一行|夫妇|律师|医生|将军|等人){1,2}")
AS_HEAD = re.compile("为(?:首|[^，。；、]{1,6}?(?:长|领队|负责人))的")  # 以王某为团长的|考察团
HARD = re.compile(r"，|；|,|;|。|！|？|\n|、(?:以及|还有)|以及|还有")
SEPARATOR = re.compile(r"[、，；和与及]|以及")
OWN_HOUSE = re.compile("(?:学校|我校|本校)(?=.{4})")  # the house whose bulletin it is: 学校|智能系统重点实验室
BRACKET_OF_NAME = re.compile(r"（(?:[^（）]{1,2}|[A-Za-z .&-]{2,30})）$")  # 工作部（处）, not 公司（地区总部）
COMPANIONS = re.compile(r"一行(?:[\d一二三四五六七八九十百]+余?[人名])?$")
BRAND = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]{3,10}(?<![等的了])")  # 海天医药, 中国搜索
FROM = re.compile(
    r"(?:来自|选自|选拔自)(?:[^，。；的]{2,80}的|[^，。；]{2,80}等(?=\d))"
)  # 来自[县人大、部分乡镇]的代表
ALONE = re.compile(
    r"(?:部分|各级|两级)?(?:[省市区县镇乡]?人大代表|[省市区县]?政协委员|党代表|群众代表|媒体记者|居民代表|市民代表|企业家|志愿者|社区工作人员|基层志愿者)"
)
WHOLE = re.compile(rf"全体|部分|广大|{kinds.COUNT.pattern}")
COVERS = re.compile(
    "(?:负责人|负责同志|责任人|领导|班子|成员|人员|干部|书记|主任|[主会部处科局院校]长|主席|经理|代表)$"
)
HONOURED = ("获奖", "优秀", "优胜", "先进", "受表彰")  # 获奖单位和选手
OPENING = re.compile(f"[{re.escape(''.join(endings.BRACKETS))}]")
ALLIED = ("联合", "会同", "联同", "携手", "联手")  # 街道办联合|社区志愿者
TAKING_PART = re.compile("^(?:参[赛会训演]|获奖|优秀|先进)")  # 参赛|队员
AND_OTHERS = re.compile(r"等(?!级|候|次|专|闲|同)")


def participants(text: str, span: Span, mentions: Sequence[Mention]) -> list[Mention]:
    """Return who is listed in `text[span.start:span.end]`, once each, in the order of the text.

    The span is a noun phrase or several: the subject of 出席, what stands between 邀请 and 作报告, what follows
    参加会议的有：. `mentions` are the recognized ones of the whole text, of which those of persons are taken as they
    are. Everything else is split at 、，；和与及 and 以及 and judged by its last word: a `group` where people are meant
    together (师生代表, 8家单位), else an `organization` where it ends as a body's name does, else nothing. Parts whose
    last word covers them all stay one group: 教务处、学生处负责人. Values of organizations and groups are the printed
    names without white space; spans count in `text`, a group's without a trailing 等 or 共30人.
    """
    start, end = span.start, min(span.end, span.start + LONGEST)
    found: list[Mention] = []
    place, persons = start, 0
    for person in mentions:
        if person.kind != "person" or person.span.start < place or person.span.end > end:
            continue
        begin = max(place, posts.before(text, person.span.start, place if found else 0).start)
        gap = _unnamed(text, place, begin, persons)
        found += gap
        persons = 1 if gap else persons + 1
        found.append(person)
        place = _past_titles(text, person, end)
    found += _unnamed(text, place, end, persons)
    return found


def _past_titles(text: str, person: Mention, limit: int) -> int:
    end = person.span.end
    if (after := posts.after(text, end)) and after.end <= limit:
        end = after.end
    if (post := person.value.post_span) and post.start == end + 1 and post.end <= limit:  # 主讲人：王某，|市文联主席
        end = post.end
    if match := TITLES.match(text, end, limit) or AS_HEAD.match(text, end, limit):
        end = match.end()
    if text.startswith(("（", "("), end):
        closing = text.find("）" if text[end] == "（" else ")", end, limit)
        end = closing + 1 if closing > 0 else end
    return end


def _unnamed(text: str, start: int, end: int, persons: int) -> list[Mention]:
    """Read a stretch without names of persons; `persons` of them were listed right before it."""
    if end - start < 2:  # 、 between two persons
        return []
    counted = kinds.COUNT.match(text, start, end) if persons else None
    if counted or (persons and text.startswith("等", start)):
        stop = _next_separator(text, start, end)
        rest = _others(text, start, stop, persons)
        if not counted:
            stop = _past_bare(text, stop, end)
        return rest + _unnamed(text, stop, end, 0)
    found: list[Mention] = []
    for part in _parts(text, start, end):
        listed = _listed(text, part)
        if (
            found and listed and (first := first_covered(text, found, listed[0]))
        ):  # 教务处、科技处以及|某学院等部门负责人
            listed[0] = group(text, Span(first.span.start, listed[0].span.end), "group-list")
            del found[found.index(first) :]
        found += listed
    return found


def _next_separator(text: str, start: int, end: int) -> int:
    match = SEPARATOR.search(text, start, end)
    return match.start() if match else end


def _past_bare(text: str, start: int, end: int) -> int:
    """Go past what those just named are as well: 王某等院士|、专家."""
    stop = _next_separator(text, start + 1, end)
    return stop if start < end and kinds.is_people_word(text[start + 1 : stop]) else start


def _others(text: str, start: int, end: int, named: int) -> list[Mention]:
    """Read what follows a list of names: 等8家单位 is a group if more are meant than named, 五位同学 is not."""
    also = text.startswith("等", start)
    first, last = kinds.trimmed(text, start + also, end)
    phrase = text[first:last]
    number = kinds.count_of(phrase)
    is_more = also and (number > named if number is not None else len(phrase) > 3)
    return [group(text, Span(first, last), "group-others")] if is_more and kinds.is_group(phrase) else []


def _parts(text: str, start: int, end: int) -> Iterator[Span]:
    """Split at what always separates: commas, semicolons and 以及."""
    place = start
    for match in HARD.finditer(text, start, end):
        if match.start() >= place and not _is_inside(text, match.start(), start):
            yield Span(place, match.start())
            place = match.end()
    yield Span(place, end)


def _is_inside(text: str, place: int, start: int) -> bool:
    """Say whether a place lies within brackets or quotes that open after `start`."""
    before = text[start:place]
    return bool(OPENING.search(before)) and any(
        before.count(opening) > before.count(closing) for opening, closing in endings.BRACKETS.items()
    )


def _listed(text: str, part: Span) -> list[Mention]:
    if (made := text.find("组成的", *part)) > 0:  # 由[各局工作人员]组成的检查组
        part = Span(part.start + text.startswith("由", part.start), made)
    if part.end - part.start < 2:
        return []
    found: list[Mention] = []
    waiting: list[Span] = []
    for item in _items(text, part):
        phrase = text[item.start : item.end]
        others = _and_others(phrase)
        if others is not None and not (others == len(phrase) - 1 and kinds.is_group(phrase[:others])):
            closed = _close_others(text, waiting, item, item.start + others)
            found = with_each(text, found, closed)
            waiting = []
        elif kinds.may_be_group(text, *item) and kinds.is_group(bare := _bare(phrase)) and not posts.is_addressed(bare):
            is_apart = _is_apart(bare) or text.startswith(ALLIED, item.start - 2)
            apart = _bodies(text, waiting) if is_apart else []
            found += apart
            apart = apart or _beside(text, waiting, bare)
            found += [one for one in apart if one not in found]
            first = waiting[0] if waiting and not apart else item
            found.append(group(text, Span(first.start, item.end), "group-list"))
            waiting = []
        else:
            waiting.append(item)
    if len(waiting) > 1 and text.startswith("各", waiting[0].start) and kinds.is_body(waiting[-1].quote(text)):
        found.append(group(text, Span(waiting[0].start, waiting[-1].end), "group-list"))  # 各省、自治区科协
    else:
        found += _bodies(text, waiting)
    return joined(text, found)


def _is_apart(bare: str) -> bool:
    """Say whether a group means bodies beside those listed before it: 教务处和|各学院, 县文联、|8家单位."""
    return is_collective(bare) and bool(kinds.count_of(bare) or bare.startswith("各"))


def _beside(text: str, waiting: list[Span], bare: str) -> list[Mention]:
    """Read what stands before a group as bodies that it does not cover: 教务处、学生处和|全体教师."""
    if ALONE.fullmatch(bare):
        return _bodies(text, waiting)
    bodies = _bodies(text, waiting) if waiting and _is_alone(bare) else []
    return bodies if len(bodies) == len(waiting) else []


def _is_alone(bare: str) -> bool:
    """Say whether a group is no body's own: 全体教师, not 负责人."""
    if whole := WHOLE.match(bare):
        return not COVERS.search(bare, whole.end()) or bare.endswith(("党员干部", "党员代表"))
    kept = TAKING_PART.sub("", bare.removesuffix("代表"))
    return kinds.is_people_word(kept) and not COVERS.search(kept)


def _bare(phrase: str) -> str:
    start, end = kinds.trimmed(phrase, 0, len(phrase))
    return phrase[start:end]


def _items(text: str, part: Span) -> Iterator[Span]:
    """Split a list at 、 and at 和 where what stands before it is whole by itself."""
    place = part.start
    whence = [Span(*match.span()) for match in FROM.finditer(text, *part)] if text.find("自", *part) > 0 else []
    for match in JOINER.finditer(text, *part):
        at = match.start()
        if (
            at < place
            or _is_inside(text, at, part.start)
            or (whence and any(one.start < at < one.end for one in whence))
        ):
            continue
        if match[0] == "、" or _are_two(text[place:at], text[match.end() : part.end]):
            if at > place:
                yield Span(place, at)
            place = match.end()
    if place < part.end:
        yield Span(place, part.end)


def _are_two(earlier: str, later: str) -> bool:
    """Say whether 和 joins two parts, not where one modifier covers both (其余嘉宾|师生)."""
    bare = SEPARATOR.split(later, maxsplit=1)[0]
    if (
        (others := AND_OTHERS.search(earlier))
        and is_collective(earlier)
        and kinds.is_people_word(earlier[others.end() :])
    ):
        return (
            bare.startswith("各") or bool(WHOLE.match(bare)) or not kinds.is_group(_bare(bare)) or is_collective(bare)
        )  # 教务处等部门和|学院相关负责人
    earlier = earlier[kinds.past_leads(earlier, 0, len(earlier)) :]
    if kinds.is_group(_bare(earlier)):
        has_cover = "的" in earlier or kinds.is_covering(earlier) or earlier.startswith(HONOURED)
        return not (has_cover and len(bare) < 5 and kinds.is_people_word(bare))
    return kinds.are_two(earlier, bare)


def _and_others(phrase: str) -> int | None:
    """Return where 等 stands that ends a list of names, None if it does not."""
    match = AND_OTHERS.search(phrase, 1)
    return match.start() if match and not phrase.startswith(("各", "全体")) else None


def _close_others(text: str, waiting: list[Span], item: Span, others: int) -> list[Mention]:
    """Read X、Y等Z: one group if Z means people (等单位的代表), else bodies, Z too if it counts more than those."""
    if text.startswith("等的", others):  # 来自妇联、团委等的11位选手
        people = Span(others + 2, item.end)
        return [group(text, people, "group-others")] if kinds.is_group(_bare(people.quote(text))) else []
    named = [*waiting, Span(item.start, others)]
    first, last = kinds.trimmed(text, others + 1, item.end)
    rest = text[first:last]
    if kinds.is_group(rest) and not is_collective(rest) and not kinds.is_group(text[item.start : others]):
        return [group(text, Span(named[0].start, last), "group-list")]
    if kinds.is_group(text[item.start : others]):
        return [group(text, each, "group-list") for each in named]
    number = kinds.count_of(rest)
    counts = is_collective(rest) and (number is not None or rest.startswith(("多家", "多个", "数家", "众多")))
    more = [group(text, Span(first, last), "group-others")] if counts and (number or 99) > len(named) else []
    return _bodies(text, named, brands=counts) + more


def _bodies(text: str, items: list[Span], brands: bool = False) -> list[Mention]:
    """Read the parts of a list as bodies; one without a body's ending counts beside two that have it, or as a brand."""
    if not items:
        return []
    places = [_body_place(text, item) for item in items]
    phrases = [text[start:end] for start, end in places]
    are_bodies = [kinds.is_body(phrase) for phrase in phrases]
    named = sum(are_bodies)
    found = []
    for place, phrase, is_body in zip(places, phrases, are_bodies, strict=True):
        if is_body or ((brands or named > 1) and BRAND.fullmatch(phrase)):
            rule = "body-list" if is_body else "body-beside"
            found.append(Mention("organization", place, "".join(phrase.split()), rule))
    return found


def _body_place(text: str, item: Span) -> Span:
    start = kinds.past_leads(text, *item)
    if (dash := text.rfind("——", start, item.end)) >= 0:  # 健康惠民践初心——某某党支部
        start = dash + 2
    of = text.rfind("的", start, item.end)
    if of > 0 and kinds.is_body(text[of + 1 : item.end]):
        start = of + 1
    if (own := OWN_HOUSE.match(text, start, item.end)) and kinds.is_body(text[own.end() : item.end]):
        start = own.end()
    phrase = text[start : item.end].rstrip(" \u3000等")
    phrase = COMPANIONS.sub("", phrase)
    all_named = kinds.ALL_NAMED.search(phrase) if kinds.COUNTED_AS.search(phrase) else None  # 某某、某某两校
    if all_named and kinds.is_body(phrase[: all_named.start()]):
        phrase = phrase[: all_named.start()]
    if (opened := phrase.rfind("（")) > 0 and not BRACKET_OF_NAME.search(phrase):
        phrase = phrase[:opened] if phrase.endswith("）") else phrase
    return Span(start, start + len(phrase))
