"""The patterns of dates and times in Chinese prose; every repeat is bounded, so that each is linear in the text."""

from __future__ import annotations

import re
from typing import NamedTuple

from calendar_app.extraction.festivals import Festivals, festivals
from calendar_app.extraction.lexicon import alternation, beginning, per_lexicon

W = r"\s{0,4}"  # a date may be broken over lines: 7月⏎⏎26日
S = r"[ \t]{0,3}"
ONES = "一二三四五六七八九"
MONTH = r"(?:1[0-2]|0?[1-9](?!\d)|十[一二]?|元|[一二三四五六七八九])"
DAY = rf"(?:3[01]|[12]\d|0?[1-9](?!\d)|三十一?|二十[{ONES}]?|廿[{ONES}]?|卅一?|十[{ONES}]?|[{ONES}])"
LUNAR_DAY = rf"(?:初[{ONES}十]|十[{ONES}]?|二十[{ONES}]?|廿[{ONES}]?|三十|\d{{1,2}}(?!\d))"
SURELY_LUNAR = rf"(?:初[{ONES}十]|廿(?:[{ONES}](?!日)|(?![{ONES}日])))"
RANGE = r"(?:-{1,2}|至|到)"
SEPARATOR = r"(?:-{1,2}|[至到、和及与])"
NOT_AFTER_NUMBER = r"(?<![\d第一二三四五六七八九十百千万零〇两几数])"
CLAUSE_END = r"(?=[前，。,、；;)\s至到-]|$)"
COUNTED = r"(?![家个名位场批次起直项些天共同只条件人所届期])"  # 上周一家企业 tells of 上周

DAYS = rf"(?P<days>{DAY}(?:{W}{SEPARATOR}{W}{DAY}){{0,9}})"
LOOSE = rf"(?={W}{RANGE}{W}(?:\d{{4}}{W}年{W})?\d{{1,2}}{W}月|{W}(?:上午|下午|晚))"
MONTH_STRETCH = rf"(?P<stretch>上中旬|中[上下]旬|[上中下]旬|初(?![{ONES}十中级步])|底|末|内(?!容)|中{CLAUSE_END})"
YEAR_STRETCH = (
    r"(?P<year_stretch>上半年|下半年|第?[一二三四1-4]季度|前三季度|"
    rf"年?(?:底|末|初(?!中|级|步)|内(?!容|部|蒙|地|外)|中{CLAUSE_END}))"
)
MONTHS = rf"(?P<months>{MONTH}(?:{W}{SEPARATOR}{W}{MONTH}){{0,3}}){W}月份?(?!{W}{SURELY_LUNAR})"
NO_MONTH = (
    r"(?!天|龄|均|租|薪|嫂|饼|亮|光|球|花|革命|流火|经|供|息|票|刊|报|余|票|活|收入|产|里|子|色|牙|宫|台|季|度(?!假))"
)
IN_MONTH = rf"(?:{W}(?:{DAYS}{W}[日号](?!线|楼)|(?P<loose>{DAY}){LOOSE}|{MONTH_STRETCH})|{NO_MONTH})"
YEAR = (
    rf"(?P<year>\d{{4}}|[一二][〇零一二三四五六七八九]{{3}}|\d{{2}}(?={W}年{W}\d{{1,2}}{W}月))"
    rf"{W}年(?![度级届版代龄薪均产会报鉴检货])"
)
YEARS = rf"(?:(?P<first_year>\d{{4}}){W}年?{W}{RANGE}{W})?{YEAR}"
SAID_YEAR = (
    r"(?P<said_year>今|(?<!过)去|(?<![说证声表阐])明(?=年(?!龄|轻))|(?<![目之以此])前(?=年\d{1,2}月)|后(?=年\d{1,2}月)"
    rf"|[本当同次翌](?={W}年{W}(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}}|元){W}月|年[底初末]|年[上下]半年)){W}年(?![度级届版代龄薪均])"
)
SAID_MONTH = r"(?P<said_month>(?<![\d每历])(?:本|上个?|下个?|这个|当|次|同|翌))月(?!球|亮|台|经|报|刊|均|度(?!假))份?"

NUMERIC = "|".join(
    rf"(?:19|20)\d{{2}}{mark}(?:1[0-2]|0?[1-9]){mark}(?:3[01]|[12]\d|0?[1-9])(?!\d)(?!{mark}\d)"
    rf"(?:{S}{RANGE}{S}(?:(?:1[0-2]|0?[1-9]){mark})?(?:3[01]|[12]\d|0?[1-9])(?![\d:{mark[-1]}月年时])(?!{mark}\d))?"
    for mark in ("-", "/", r"\.")
)
DAY_ALONE_NOT = (
    r"(?!以来|[内游龄均元常程薪租后之谈本]|线(?!上|下)|报(?!名|到|告|道)|来(?!到|自|临|访|校|沪|京)|制(?!定))"
)
TIME_OF_DAY = r"上午|下午|中午|晚|早上|凌晨|\d{1,2}[:时点]"
TELLS_DAY_NUMBER = (  # 7号 may be a house, a line or a notice
    rf"(?={S}(?:{TIME_OF_DAY}|起|开始|举行|召开|{RANGE}{S}\d{{1,2}}[日号](?![楼线馆门厅院机车])))"
)
DAY_ALONE = (
    rf"(?<![第每近约满共时期续达逾超过年月])(?<!\d[.:])(?:(?P<days>{DAY}(?:{W}{SEPARATOR}{W}{DAY}){{0,9}}){W}"
    rf"(?:日{DAY_ALONE_NOT}|号{TELLS_DAY_NUMBER}))"
)
CALENDAR_MONTH = rf"(?:{MONTHS}|{SAID_MONTH}){IN_MONTH}"
LUNAR = (
    rf"(?:(?:农历|阴历|旧历|夏历){W}(?:(?P<lunar_year>\d{{4}}|[一二][〇零一二三四五六七八九]{{3}}){W}年{W})?(?:[甲乙丙丁戊己庚辛壬癸]"
    rf"[子丑寅卯辰巳午未申酉戌亥]年{W})?(?P<named>闰?(?:十[一二]?|[正冬腊一二三四五六七八九])){W}月(?:{W}(?P<named_day>{LUNAR_DAY}){W}日?)?"
    rf"|(?P<month>闰?(?:十[一二]?|[正冬腊一二三四五六七八九])){W}月{W}(?P<day>{SURELY_LUNAR})"
    rf"|(?P<old>闰(?:十[一二]?|[正二三四五六七八九])|[正冬腊]){W}月(?:{W}(?P<old_day>{LUNAR_DAY}){W}日?)?)"
)
SAID_DAY = (
    r"大前天|大后天|(?<![目之以])前天|昨[天日](?!之)|今[天日](?!头条|说法|之|之后)|(?<![声说证表])明[天日](?!之|会更|星)"
    rf"|(?<![先之以])后天(?={S}(?:上午|下午|中午|晚|早|[，,(将举召开起\d]))|昨晚|昨夜|今晚|今夜|明晚|今早|今晨|明早|明晨"
    r"|(?<![担充应相正])当[天日](?!地|空|常)|(?<![担充应相正])当[晚夜](?!宴)|同[日天](?!而语|生)|次日|翌日|转天|隔[天日]|次晨|翌晨|次晚|即日"
    r"|(?<!续)第[二三四五][天日](?!线)"
)
COUNTED_DAYS = (
    r"(?P<count>(?<!\d)(?<!\d\.)\d{1,2}|[一二两三四五六七八九十]{1,3})"
    rf"{S}(?P<unit>天|日|周|个?星期|个?礼拜|个月){S}(?:之|以)?(?P<way>后(?![期续勤代来])|前(?![后来往夕]))"
)
WEEK = (
    r"(?P<week>上上|(?<![以之马路线船楼晚早])上|本|这|下下|(?<![天之以楼])下)个?(?:周|星期|礼拜)"
    rf"(?!期|边|年|围|折|转|到|密|全|知|岁|刊|报)(?P<of_week>[一二三四五六日末](?!体){COUNTED}|天(?!天))?"
)
WEEKDAY = (
    rf"\({S}(?:星期|礼拜|周)[一二三四五六日天]{S}\)"
    rf"|(?<![每个逢])(?:星期|礼拜)[一二三四五六日天]{COUNTED}"
    rf"|(?<![每个逢])周[一二三四五六日](?={S}(?:{TIME_OF_DAY}|[，,()]|举行|召开|起|{RANGE}{S}(?:周|星期|礼拜)[一二三四五六日天]))"
    r"|(?<=[至到-])周[一二三四五六日]"
)
YEAR_PART_ALONE = (
    r"(?<![半每历往近几数多十百千两\d一二三四五六七八九年])(?:年[底末](?![考盘总])|年初(?![一二三四五六七八九十中级步])|年内(?!容|部)"
    rf"|上半年|下半年|第?[一二三四1-4]季度|月[底末]|月初(?![一二三四五六七八九十])|月内(?!容)|年中{CLAUSE_END})"
)
VAGUE = (
    rf"近日|(?<![\d今目{ONES}十年月])日前|近期|不日|前不久|不久前|前些天|前几天|近几天|连日来|这几天|(?:前|近一?)段时间|前些日子"
    rf"|(?<![\d{ONES}十个作])日内(?!瓦)"
)
ELAPSED = (
    r"刚才|(?<!\d)(?<!\d\.)(?P<elapsed>\d{1,2}|[一二两三四五六七八九十]{1,3}|半)个?(?P<clock_unit>小时|分钟)(?:之|以)?"
    r"(?P<elapsed_way>后(?![期续勤])|前(?![后来往夕]))"
)
PART = (
    r"上午(?!茶)|下午(?!茶)|中午(?![餐饭休])|正午|午间(?!休)|午后|(?<![提及尽趁])早上(?![线市报课学班岗])|早晨|清晨|凌晨|清早|晚上(?![线市])|晚间|傍晚"
    r"|夜间(?!经济|照明|施工|巡|门诊|消费|课堂|灯光)|一早|夜里|深夜|午夜|子夜|半夜"
)
WEAK_PART = (
    r"早(?![期日已就在年餐点早饭稻报操会春夏秋冬些晚于上])|晚(?![会宴餐报自婚稻熟年辈期霞上间点])|晨(?![练会读跑光检报曦间])"
    r"|夜(?![市校景空班色游宵经跑间里])"
)
HOUR = r"(?:2[0-4]|1\d|0?\d(?!\d)|二十[一二三四]?|十[一二三四五六七八九]?|[零〇一二两三四五六七八九])"
MINUTE = r"(?:[0-5]\d|\d|[二三四五]?十[一二三四五六七八九]?|[零〇]?[一二三四五六七八九])"
CLOCK = (
    r"(?<![\d比以])(?<!\d[:.])(?P<hour>2[0-4]|1\d|0?\d):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:])(?:许|左右)?"
    rf"|(?<!\d\.)(?<![\d第零〇一二两三四五六七八九十几数])(?P<spoken_hour>{HOUR})(?P<mark>{S}时(?![间候刻代期长段速差区事常而隔限效光空评尚装节多])|{S}点钟?)"
    rf"(?P<tail>整|半(?!课堂|学校)|[一三]刻|{S}[过零]?{MINUTE}{S}分(?!之)|[0-5]\d(?!\d))?(?P<about>许|左右)?"
)


def feast(known: Festivals) -> str:
    """Return the pattern of festivals: full names, and short ones only before a word of time."""
    holiday, day, eve = map(alternation, (known.holiday_words, known.day_words, known.eve_words))
    full, short, names = map(alternation, (known.full, known.short, known.name_words))
    return (
        rf"(?:(?P<full>{full})(?!{names})(?P<more>{holiday}|{eve})?"
        rf"|(?<![双\d二三四五六七八九第·])(?P<short>{short})(?:佳?节(?!目|气|约|能|水)(?!{names}))?"
        rf"(?:(?P<short_more>{holiday}|{eve})|(?={day})(?!{names})|(?<=节)))"
    )


RULES = {
    "numeric": rf"(?<![\d./])(?:{NUMERIC})",
    "year": rf"(?<![\d第])(?:{YEARS}|{SAID_YEAR})(?:{W}{CALENDAR_MONTH}|{W}{YEAR_STRETCH})?",
    "lunar": rf"{NOT_AFTER_NUMBER}{LUNAR}",
    "counted": rf"(?<![\d第近约])(?<!\d\.){COUNTED_DAYS}",
    "month": rf"{NOT_AFTER_NUMBER}{CALENDAR_MONTH}",
    "day": rf"{NOT_AFTER_NUMBER}{DAY_ALONE}",
    "said": SAID_DAY,
    "week": WEEK,
    "weekday": WEEKDAY,
    "stretch": YEAR_PART_ALONE,
    "vague": VAGUE,
    "elapsed": ELAPSED,
    "part": PART,
    "clock": CLOCK,
    "weak": WEAK_PART,
}


NUMERAL = "0-9〇零一二两三四五六七八九十廿卅元"
SEVERAL = "正冬腊闰农阴旧夏今去明本当同次翌前后上下这大昨即转隔第周星礼(年月近日不连刚半凌中午清傍深子"
PARTS = "早晚晨夜"
LOOK = (  # the two characters that a piece may begin with; looking for them first makes the search three times as fast
    rf"[{PARTS}]|[{NUMERAL}][\s\d{NUMERAL}年月日号时点天周个星礼季早小分至到、和及与./:-]"
    rf"|[{SEVERAL}][\s\d一二三四五六七八九十年月日天周星礼个期拜上中下半午早晚晨夜前后底末初内间历几些段不久才小分正冬腊]"
)


class Patterns(NamedTuple):
    """One pattern that finds every piece and names its rule, and one for each rule that tells the parts of a piece."""

    scan: re.Pattern[str]
    details: dict[str, re.Pattern[str]]


@per_lexicon
def patterns() -> Patterns:
    """Return the patterns with the festivals this installation knows."""
    rules = RULES | {"festival": feast(festivals())}
    unnamed = {rule: re.sub(r"[(][?]P<[a-z_]+>", "(?:", pattern) for rule, pattern in rules.items()}
    scan = "|".join(f"(?P<{rule}>{pattern})" for rule, pattern in unnamed.items())
    feasts = (*festivals().full, *festivals().short)
    look = rf"(?=[{PARTS}{NUMERAL}{SEVERAL}{''.join({feast[0] for feast in feasts})}]){beginning(feasts, LOOK)}"
    return Patterns(re.compile(f"{look}(?:{scan})"), {rule: re.compile(pattern) for rule, pattern in rules.items()})
