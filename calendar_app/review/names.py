"""What of an event's name tells it from others, and how alike two names and two bodies are. Pure text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

# Long wordings and the one they are brought to, so that two offices' words for one thing are compared as one.
ONE_WORDING = [
    (re.compile(pattern), word)
    for pattern, word in (
        (r"人民代表大会", "人大"),
        (r"政治协商会议", "政协"),
        (r"(?:中国共产党|中共)(.*?)代表大会", r"\1党代会"),
        (r"少先队(.*?)代表大会", r"\1少代会"),
        (r"党员代表大?会议?|党的代表大会|党代表大?会议?", "党代会"),
        (r"(?<=[省市区县校])运会", "运动会"),
        (r"普通高等学校招生全国统一考试|普通高考", "高考"),
        (r"初中(?:毕业生?)?学业水平考试", "中考"),
        (r"大赛|竞赛|邀请赛|锦标赛|联赛|赛事", "比赛"),
        (r"演习", "演练"),
        (r"汇演|展演|晚会", "演出"),
        (r"展销会?|展览会?|博览会?|展会", "展"),
        (r"比武", "比赛"),
        (r"恳谈会|茶话会", "座谈会"),
        (r"职工代表大会", "职代会"),
        (r"员工|教工|教职工", "职工"),
        (r"股东会", "股东大会"),
        (r"^中共", ""),
        (r"全体(?:扩大)?会议", "全会"),
        (r"(?:开业|挂牌|成立|揭牌)+", "揭牌"),
        (r"投用", "启用"),
    )
]
# Words that many names share and that tell no event from another.
COMMON = re.compile(
    r"(?:第?[一二三四五六七八九十百\d]+[届次期批场轮讲]|20\d\d年?度?|上半年|下半年|全[区市县州旗镇乡街校院省国]|本[区市县州旗镇乡校]|"
    r"[省市区县州]领导|参加|出席|深化|扎实|全面|举行|召开|举办|庆祝|纪念|启动|暨|工作(?!者|人员|站)|学习|建设|工程|项目|情况|形势|业务|知识|"
    r"科普|体系|运行|专题|主题|公益|惠民|现场|活动|行动|全会|全体|扩大|会议|大会|座谈会|报告会|讨论会|发布会|讲座|论坛|仪式|典礼|"
    r"(?:部署|推进|动员(?!委)|总结|交流|研讨|协调|通报|对接)(?:会议?|大会)?|培训班|研修班|培训会?(?=$|开班)|"
    r"开班式?|开幕式?|闭幕式?|结业式?|(?<!委)(?<!委员)(?<!代)会$|班$)"
)
COUNTED = "届次期批场轮讲季月周站年组片号"  # 第五届, but 五四青年 is no number
NUMERAL = re.compile(rf"([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)(?=[{COUNTED}])")
DIGITS = " 一二三四五六七八九"
QUOTES = re.compile(r"[“”\"'‘’《》〈〉「」（）()\[\]【】·•\-—－\s、，,：:！!。]")
REGION = re.compile(
    r"[区市县]?([\u4e00-\u9fff]{2,3}?)((?<![社园校城片地景辖小])区|县(?!域)|(?<!城)市(?!场|民|政)|镇(?!化|居民|职工)|街道|"
    r"(?<!城)乡(?!村)|省|(?<!老年)(?<!社区)大学|学院|集团|公司)"
)
RANKED = re.compile(r"((?![省市州区县旗])[\u4e00-\u9fff]{2,3}?)?(省|市|州|区|县|旗)(?!场)(.{2,})")
RANK = re.compile(r"^(?:[区市州](?!场)|[县旗省])")
FIELD = re.compile(r"^[区市州县旗](?!场)|(?:委员会|办公室|管理局|局|委|办)$")
EXCHANGED = 1.25  # what a character weighs that one name puts for one of the other
FIRST = 2.0  # the same where the names begin, which tells more than what follows
WORD = 2  # one character changed there changes a word: 焊工, 电工
CROSSED = (((1, 0), (0, 1)), ((0, 1), (1, 0)))  # what stands around a character on both sides: 河道, 道路
NEAR = 0.35  # names less alike than this speak of two things


def plain(name: str) -> str:
    """Leave marks and spaces out: “八一” 招聘会 is 八一招聘会."""
    return QUOTES.sub("", unicodedata.normalize("NFKC", name))


def in_one_wording(name: str) -> str:
    """Bring a name to one wording: 第九次党代会 for 中国共产党第九次代表大会."""
    name = NUMERAL.sub(numeral, plain(name))
    for pattern, word in ONE_WORDING:
        name = pattern.sub(word, name)
    return name


@lru_cache(4096)
def core(name: str) -> str:
    """Leave of a plain name what tells it from others: of 东江区防汛工作部署会 that is 防汛."""
    name = RANK.sub("", REGION.sub("", name, count=1) if REGION.match(name) else name)
    return COMMON.sub("", COMMON.sub("", name))  # twice: the 会 of 运动会开幕 ends the name only then


def numeral(match: re.Match[str]) -> str:
    """Write a Chinese number below a hundred with digits: 第十八届 is 第18届."""
    tens, ten, ones = match.groups()
    if not ten:
        return "".join(str(DIGITS.index(digit)) for digit in tens + ones)
    return str((DIGITS.index(tens) if tens else 1) * 10 + (DIGITS.index(ones) if ones else 0))


def grams(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 2] for i in range(len(text) - 1)) or frozenset({text} if text else ())


def shortened(one: str, other: str) -> bool:
    """Say whether one is the other with characters left out, as 旧改 is 旧区改造."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= 2 and shorter[0] == longer[0] and within(shorter, longer)


def within(shorter: str, longer: str) -> bool:
    rest = iter(longer)
    return all(character in rest for character in shorter)


def nearness(one: str, other: str) -> float:
    """Compare two cores, 0 to 1: what both say, less what they say in each other's place; -1 if nothing is left.

    退休干部通报 and 党外人士通报 put one thing for another; 高质量发展 and 高质量发展暨作风 do not.
    """
    shorter, longer = sorted((one, other), key=lambda name: (len(name), name))
    if shorter in longer:
        return 1.0 if len(shorter) >= 3 or shorter == longer else 0.8
    left, exchanged = differing(shorter, longer)
    near = 1 - (0.8 * left + exchanged) / len(shorter) - 0.1 * (1 - len(shorter) / len(longer))
    return max(near, 0.75 if shortened(shorter, longer) else 0.0) or -1.0


def differing(one: str, other: str) -> tuple[int, float]:
    """Count the characters of the shorter that the longer lacks, and weigh those that stand for others of it."""
    blocks = [(-1, -1, 1), *aligned(one, other), (len(one), len(other), 1)]
    blocks = [block for number, block in enumerate(blocks) if not is_chance(blocks, number)]
    left, exchanged = 0, 0.0
    for (a, b, m), (c, d, _n) in pairwise(blocks):
        mine, others = one[a + m : c], other[b + m : d]
        left += len(mine)
        alike = len(set(mine) & set(others)) if max(len(mine), len(others)) >= 3 else 0  # 残疾人, 助残日
        left -= alike
        put = max(min(len(mine), len(others)) - alike, 0)
        weight = 1.0 if alike else EXCHANGED if a >= 0 else FIRST  # 物业管理条例, 停车管理条例
        exchanged += weight * (WORD if put == 1 and a < 0 and not alike else put)
    return left, exchanged


def is_chance(blocks: list[tuple[int, int, int]], number: int) -> bool:
    """One character alone among words put otherwise is no word both say: 道 of 河道整治 and 道路整治."""
    if number in (0, len(blocks) - 1) or blocks[number][2] > 1:
        return False
    (a, b, m), (c, d, n), (e, f, _o) = blocks[number - 1 : number + 2]
    before, after = (c - a - m, d - b - m), (e - c - n, f - d - n)
    if number == 1 and (all(before) or all(after)):  # 供暖, 供水
        return True
    return (before, after) in CROSSED


def aligned(one: str, other: str) -> list[tuple[int, int, int]]:
    """Return the longest common subsequence as blocks (start in one, start in other, length)."""
    lengths = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for a in range(len(one) - 1, -1, -1):
        row, below = lengths[a], lengths[a + 1]
        for b in range(len(other) - 1, -1, -1):
            row[b] = below[b + 1] + 1 if one[a] == other[b] else max(below[b], row[b + 1])
    blocks: list[tuple[int, int, int]] = []
    a = b = 0
    while a < len(one) and b < len(other):
        if one[a] == other[b]:
            if blocks and (blocks[-1][0] + blocks[-1][2], blocks[-1][1] + blocks[-1][2]) == (a, b):
                blocks[-1] = (*blocks[-1][:2], blocks[-1][2] + 1)
            else:
                blocks.append((a, b, 1))
            a, b = a + 1, b + 1
        elif lengths[a + 1][b] >= lengths[a][b + 1]:
            a += 1
        else:
            b += 1
    return blocks


def field_of(body: str) -> str:
    """Leave of a body what it is for: of 区市场监管局 that is 市场监管."""
    return FIELD.sub("", body)


def same_body(one: str, other: str) -> bool:
    """Say whether two names are one body's: 区疾控中心 and 望江区疾病预防控制中心, but no other region's or rank's."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= 3 and (longer.startswith(shorter) or longer.endswith(shorter)):
        return True
    here, there = RANKED.fullmatch(shorter), RANKED.fullmatch(longer)
    if not here or not there:
        return len(shorter) >= 3 and shorter[0] == longer[0] and abridged(shorter, longer)
    if here[2] != there[2] or (here[1] and there[1] and here[1] != there[1]):
        return False
    return abridged(here[3], there[3])


def abridged(one: str, other: str) -> bool:
    """Say whether one body is the other with characters left out: 丰泽法院 is 丰泽区人民法院."""
    few, many = sorted((one.replace("委员会", "委"), other.replace("委员会", "委")), key=len)
    return few[-1] == many[-1] and within(few, many)


def disjoint(mine: dict[str, set[str]], others: dict[str, set[str]]) -> bool:
    return any(not mine[level] & others[level] for level in mine.keys() & others.keys())


def regions(*texts: str) -> dict[str, set[str]]:
    """Gather the regions that texts begin with, by level: 东江区会议中心 is in a 区 called 东江."""
    found: dict[str, set[str]] = {}
    for text in texts:
        if first := REGION.match(plain(text)):
            found.setdefault(first[2], set()).add(first[1])
    return found
