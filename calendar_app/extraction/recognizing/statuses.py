"""Whether an event is to come, put off or called off, and whether one takes part on line: the words that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from calendar_app.extraction.document import Mention, Span
from calendar_app.extraction.lexicon import alternation, beginning, per_lexicon, words

STATUSES = ("cancelled", "postponed", "scheduled")
WAY = r"(?:形式|方式|模式|同步|相结合|结合|并行|渠道|分会场|会场)"
TAKING_PART = (
    r"(?:参[会加与]|出席|致[辞词]|举[行办]|召开|主持|作客|授课|开展|观看|收看|进行"
    r"|会议|讲座|连线|培训|论坛|报告会|举办了|座谈会|征集|调度会|推进会|部署会|动员会)"
)
ABOUT = (  # 网络安全工作会议, 直播带货培训班: what it is about, not how it was held
    r"(?!(?<=网络)(?:安全|文明|意识|舆|诈|谣|犯罪|空间|强国|信息|普法|违法|生态|治理|文学|作家|建设|电信|诚信)"
    r"|(?<=直播)(?:带货|电商|间|经济|销售|助农|技能)|(?<=视频)(?:监控|图像|巡查|拍摄|制作|剪辑|号|资料|短片)|(?<=远程)(?:医疗|教育|监控))"
)
SUBSITE = re.compile(
    r"(?:设|设有|设立|开设|设置)[^，。；]{0,30}分会场|分会场[^，。；]{0,12}(?:参[会加]|收听收看|设)|视频分会场"
)


@per_lexicon
def status_words() -> re.Pattern[str]:
    look = beginning(word for status in STATUSES for word in words("statuses", status))
    every = "|".join(f"(?P<{status}>{alternation(words('statuses', status))})" for status in STATUSES)
    return re.compile(f"{look}(?:{every})")


@per_lexicon
def mode_words() -> re.Pattern[str]:
    online, offline = (alternation(words("statuses", mode)) for mode in ("online", "offline"))
    every = [*words("statuses", "online"), *words("statuses", "offline")]
    look = f"(?=[“现平{''.join({word[0] for word in every})}]){beginning(every, '[“现平]')}"
    both = rf"{online}[^，。；]{{0,4}}{offline}|(?:{offline}|现场[和与及+＋、])[^，。；]{{0,4}}{online}"
    return re.compile(
        rf"{look}(?:(?P<mixed>{both})[^，。；]{{0,8}}?(?:{WAY}|{TAKING_PART})(?!精神)|“?(?P<mixed2>{both})”?[^，。；]{{0,6}}{WAY}"
        rf"|(?<!观看)(?<!收看)(?<!播放)(?<!拍摄)(?P<online>{online}){ABOUT}[^，。；]{{0,10}}?(?:{WAY}|{TAKING_PART}(?!精神|议精神))|(?P<offline>{offline})[^，。；]{{0,6}}?(?:{WAY}|{TAKING_PART})"
        rf"|平台：[^\n，。]{{0,8}}(?P<platform>公众号|视频号|直播|腾讯会议|钉钉|抖音|网络)|(?P<site>现场(?:会|培训|推进会|教学会|观摩会)))"
    )


def recognize(text: str) -> Iterator[Mention]:
    """Yield mentions of kind `status` (scheduled, postponed, cancelled) and `mode` (online, offline, mixed)."""
    for match in status_words().finditer(text):
        yield Mention("status", Span(*match.span()), match.lastgroup, f"status-{match.lastgroup}")
    for match in SUBSITE.finditer(text) if "分会场" in text else ():
        yield Mention("mode", Span(*match.span()), "mixed", "mode-subsite")
    for match in mode_words().finditer(text):
        group = match.lastgroup or ""
        mode = {"mixed2": "mixed", "site": "offline", "platform": "online"}.get(group, group)
        yield Mention("mode", Span(*match.span(group)), mode, f"mode-{mode}")
