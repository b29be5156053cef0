"""Makes the characters of a text alike, one for one, so that every place keeps its number."""

from __future__ import annotations

import re

MARKS = "△▲●◆■★○◎☆※◇□▪❖➢"  # that set off the items of a list
HALF = {code: code - 0xFEE0 for code in [*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)]}
FULL = dict(zip(map(ord, ",;!?()"), "，；！？（）", strict=True))
ALIKE = str.maketrans(
    {
        **{chr(code): chr(half) for code, half in HALF.items()},
        **{chr(code): full for code, full in FULL.items()},
        "：": ":",
        "．": ".",
        "｡": "。",
        "､": "、",
        "﹐": "，",
        "﹑": "、",
        "﹔": "；",
        "﹕": ":",
        "﹖": "？",
        "﹗": "！",
        "﹙": "（",
        "﹚": "）",
        "＂": '"',
        "＇": "'",
        "「": "“",
        "」": "”",
        "『": "‘",
        "』": "’",
        "〝": "“",
        "〞": "”",
        "〈": "《",
        "〉": "》",
        "＜": "<",
        "＞": ">",
        "［": "[",
        "］": "]",
        "／": "/",
        "＋": "+",
        "＆": "&",
        "％": "%",
        "＃": "#",
        "＠": "@",
        "－": "-",
        "＿": "_",
        "～": "~",
        "〜": "~",
        "•": "·",
        "・": "·",
        "‧": "·",
        "∙": "·",
        "\u3000": " ",
        "\xa0": " ",
        "\t": " ",
        "\u2002": " ",
        "\u2003": " ",
        "\u2009": " ",
        "\u202f": " ",
    }
)
UNLIKE = re.compile(f"[{re.escape(''.join(map(chr, ALIKE)))}]+")
LATIN_COMMA = re.compile(r"，(?:(?<=[0-9]，)(?=[0-9]{3}(?![0-9]))|(?<=[A-Za-z0-9]，)(?= ?[A-Za-z]))")
COLON = re.compile(r":(?:(?![0-9]{2}(?![0-9])|//)|(?<![0-9]:)(?!//))")
STOP = re.compile(r"\.(?<=[\u4e00-\u9fff”）》]\.)(?![0-9A-Za-z.])")
DOUBLE = re.compile(r'"([^"]{1,400})"')
LABEL = re.compile(
    r"【(?<![^\n].)([\u4e00-\u9fff]{0,6}(?:时间|日期|地点|地址|对象|人员|单位|名称|主题|题目|嘉宾|主讲人?|主持人?))】(?!：)"
)
SINGLE = re.compile(r"'(?<![A-Za-z]')([^']{1,200})'(?![A-Za-z])")


def alike(text: str) -> str:
    """Return the text with digits and Latin half wide and Chinese punctuation full wide, of the same length.

    ７月２５日,在１号楼 becomes 7月25日，在1号楼; 9：30 becomes 9:30, 【活动时间】 at the head of a line 活动时间：,
    and 1,000 and https:// stay.
    """
    text = UNLIKE.sub(lambda match: match[0].translate(ALIKE), text)
    text = LATIN_COMMA.sub(",", text)
    text = COLON.sub("：", text)
    text = STOP.sub("。", text)
    text = LABEL.sub(r" \1：", text)
    text = DOUBLE.sub(r"“\1”", text)
    return SINGLE.sub(r"‘\1’", text)
