"""Who is named and has no part: reporters in a credit, and leaders whose words and deeds are studied."""

from __future__ import annotations

import re
from collections.abc import Iterator

from calendar_app.extraction.naming.bounds import HAN

CREDIT_WORDS = (
    "本报记者|记者|通讯员|供稿|文/|图/|文字|图片|摄影|撰稿|作者|编辑|责任编辑|责编|审核|审校|初审|复审|终审|校对|编审"
)
IN_BRACKETS = "记者|通讯员|摄影|供稿|撰稿|编辑|责编|审核|拍摄|文/|图/"
CREDITED = re.compile(f"{IN_BRACKETS}|{CREDIT_WORDS}")  # in every credit
CREDIT = re.compile(
    r"(?:(?=[（(【本见实特记通])|(?<![^\n]))(?:[（(【][^）)】\n]{0,80}(?:" + IN_BRACKETS + r")[^）)】\n]{0,80}[）)】]"
    r"|(?<![^\n])[^\n。，（(]{0,8}(?:" + CREDIT_WORDS + r")[:： /|][^\n。]{0,60}"
    r"|(?:(?:本报|本网|本台|见习|实习|特约)记者|(?<!媒体)(?<![社台席视])(?<![日晚]报)记者"  # not 日报记者王某
    r"|(?:本报|本网|本台|见习|实习|特约)?通讯员)[:：/ ]?(?=[" + HAN + r"]{2,3}[ 、\u3000\n报])[^\n，。]{2,40})"
)
PICTURED = re.compile(rf"[{HAN}]{{2,4}} ?供图")
STUDIED = re.compile(
    r"(?:同志|总书记|主席|总理)?(?:新时代|(?:系列)?重要(?:讲话|论述|指示|批示|思想|文章|回信)|(?:先进|英雄|感人)?事迹|精神|外交思想|经济思想"
    r"|法治思想|文化思想|强军思想|生态文明思想"
    r"|的?(?:嘱托|关怀|回信|贺信|期望|期许|讲话精神)|关于[^。；，]{1,40}(?:论述|重要|思想|讲话|指示)"
    r"|(?:在|对|给|考察|视察)[^。；，]{0,40}?(?<!发表)(?<!作出)(?<!作)(?:重要讲话|重要指示|重要批示|重要论述|讲话精神|指示精神|批示精神|回信精神|回信))"
    r"|总书记(?!出席|主持|会见|发表|来到|走进|同|与|会同)"
)


def credited(text: str) -> Iterator[re.Match[str]]:
    """Yield the credits of a text; most texts have no word of any, and need not be searched."""
    if CREDITED.search(text):
        yield from CREDIT.finditer(text)
    elif "供图" in text:  # 赵某某 供图
        yield from PICTURED.finditer(text)
