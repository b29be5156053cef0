"""Where a person's name may begin and end: family names, given names, and what may stand right after a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from calendar_app.extraction import lexicon

HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002fa1f〇"
NEVER_IN_NAMES = "的了着过吗呢吧把被给这哪每很也没且或您你我他她它个们说第等是副对获受及"
IN_NAME = re.compile(f"(?:(?![{NEVER_IN_NAMES}])[\u3400-\u9fff〇\U00020000-\U0002fa1f])+")
ON_STAGE = (
    r"在(?=[^，。；]{0,12}(?:会|讲|致|总结|发言|座|活动|仪式|典|论坛|课|报告|汇报|听取|主持|点评|调研|考察|参观|交流))"
    r"|向(?=全|大家|大会|嘉宾|与会|来|获|受|各|同学|在场|在座|长期|一直|关心|支持|前来|广大|所有|参|出席|社会|辛|奋|困难|优|先进|新)|为(?=大家|学员|师生|烈士|困难|老人|[^，。；]{0,40}(?:授|颁|揭|作|讲|剪彩))"
    r"|[作做]了?(?=题为|关于|述职|专题|主题|主旨|经验|交流|报告|总结|动员|部署|讲话|发言|辅导|讲座|讲解|重要|表态|工作|点评|分享|学术|典型|汇报|宣讲|视频|书面|大会|[“《])"
    r"|就(?=[^，。；]{0,60}(?:作|进行|提|谈|讲|分享|交流|发言))|以(?=[“《])|围绕|结合"
    r"|作了?(?=[^，。；、]{2,40}(?:报告|讲座|发言|讲话|辅导)[，。；、])"
    r"|获(?<![荣喜分斩]获)(?=[^，。；]{0,30}?(?:等奖|[冠亚季]军|称号|奖[，。；、]|第[一二三四五六]))"
    r"|[将已也还曾并](?=走访|看望|慰问|调研|考察|检查|强调|要求|指出|来到|深入|听取|参观|察看|实地|先后|会见|勉励|率|出席|参加|列席|陪同|主持|作|致|讲|发|宣|介|到|带|为|在|与|同|向|就|对)"
)
ENDS = "。；：，！？,;:!?\n、（）()”“》—…/ \u3000"
OTHERS = "获在向为作做就以围结将已也还曾并等共两三四五六七八九十"  # what ON_STAGE and COUNTED begin with
COUNTED = (
    r"(?:[等共]?(?:[两三四五六七八九十]|\d{1,2})(?:位|名|人)"
    r"[^，。；、\n和]{0,8}?(?:代表|同志|同学|老师|教授|专家|校友|院士|委员)?|等)"
)


class Right(NamedTuple):
    """What stands right after a possible name: how sure it ends the name (0 to 3), whether one acts there."""

    weight: int
    acts: bool
    length: int
    post: bool = False


NOTHING = Right(0, False, 0)


@lexicon.per_lexicon
def _family() -> re.Pattern[str]:
    compound = lexicon.alternation(lexicon.words("surnames", "compound"))
    single = "".join(lexicon.words("surnames", "single") + lexicon.words("surnames", "wordlike"))
    return re.compile(f"(?P<compound>{compound})|[{single}]")


@lexicon.per_lexicon
def wordlike() -> frozenset[str]:
    return frozenset(lexicon.words("surnames", "wordlike"))


@lexicon.per_lexicon
def no_names() -> frozenset[str]:
    return frozenset(lexicon.words("surnames", "no_names"))


@lexicon.per_lexicon
def never() -> frozenset[str]:
    """Words that are never a name, whatever stands beside them."""
    keys = (
        ("names", "acts"), ("names", "following"), ("posts", "heads"), ("posts", "standings"), ("posts", "labels"),
        ("posts", "alone"), ("groups", "heads"), ("groups", "collectives"), ("organizations", "suffixes"),
    )  # fmt: skip
    return frozenset(word for name, key in keys for word in lexicon.words(name, key))


@lexicon.per_lexicon
def single() -> frozenset[str]:
    return frozenset(lexicon.words("surnames", "single"))


@lexicon.per_lexicon
def right() -> re.Pattern[str]:
    """Return the pattern of what stands right after a name."""
    titles = lexicon.alternation(lexicon.words("posts", "titles"))
    acts = lexicon.alternation(word for word in lexicon.words("names", "acts") if len(word) > 1)
    short = lexicon.alternation(word for word in lexicon.words("names", "acts") if len(word) == 1)
    heads = lexicon.alternation(_addresses())
    following = lexicon.alternation(lexicon.words("names", "following"))
    every = [
        word
        for name, key in (("posts", "titles"), ("names", "acts"), ("names", "following"))
        for word in lexicon.words(name, key)
    ]
    ranks = ("党委", "党组", "常务", "第一", "副")
    look = lexicon.beginning([*every, *_addresses(), *ranks], rf"[{ENDS}\d{OTHERS}]", "$")
    return re.compile(
        rf"{look}(?:(?P<title>{titles}(?!事务所)|\d{{1,2}}(?:日|月\d))|(?P<post>(?:党委|党组|常务|第一)?副?{heads})(?!会(?![见晤谈]))|(?P<act>{acts})|(?P<stage>{ON_STAGE})"
        f"|(?P<end>[{ENDS}]|$|{COUNTED})|(?P<short>{short})|(?P<next>{following}))"
    )


def _addresses() -> list[str]:
    longs = [word for word in lexicon.words("posts", "heads") if word.endswith("长")]
    return [*longs, *lexicon.words("posts", "addresses")]


@lexicon.per_lexicon
def long_title() -> re.Pattern[str]:
    """Return the pattern of a form of address of three characters and more: 副校长, 秘书长."""
    every = _addresses()
    return re.compile(f"(?:常务)?副{lexicon.alternation(every)}|{lexicon.alternation(w for w in every if len(w) > 2)}")


def ends(text: str, start: int) -> Iterator[int]:
    """Yield where a name with its family name at `start` may end."""
    family = _family().match(text, start)
    if family is None:
        return
    after = family.end()
    while after < len(text) and text[after] in " \u3000" and after - family.end() < 2:
        after += 1
    spaced = after > family.end()
    for given in (1,) if spaced else (1, 2):
        if IN_NAME.fullmatch(text, after, after + given) and after + given <= len(text):
            yield after + given
    if family["compound"]:  # 和 and 司 begin family names of one character as well
        yield from (end for end in (start + 3,) if end > after and is_han(text[end - 1 : end] or "，"))


@lexicon.per_lexicon
def within_words() -> frozenset[str]:
    return frozenset(lexicon.words("surnames", "within"))


def is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or char == "〇" or "\U00020000" <= char <= "\U0002fa1f"


def weigh(text: str, end: int) -> Right:
    match = right().match(text, end)
    if match is None:
        return NOTHING
    length = len(match[0])
    match match.lastgroup:
        case "stage":
            return Right(3, True, 5)
        case "post":
            return Right(3, True, length, True)
        case "title" | "act":
            return Right(3, True, max(length, 2))
        case "end":
            return Right(2, False, 2)
        case "short":
            return Right(2, True, length)
    return Right(1, False, length)
