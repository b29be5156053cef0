"""Characters are made alike, one for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendar_app.extraction.segmenting.characters import alike


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("７月２５日,在１号楼", "7月25日，在1号楼"),
        ("时间:9：30开始", "时间：9:30开始"),
        ("见https://a.cn，共1,000家", "见https://a.cn，共1,000家"),
        ('主题为"向海而行"的"海"', "主题为“向海而行”的“海”"),
        ("主持会议.(来源:港务局)", "主持会议。（来源：港务局）"),
        ("V2.0版,3.5万人", "V2.0版，3.5万人"),
        ("安娜・彼得•伊凡", "安娜·彼得·伊凡"),
    ],
)
def test_alike_follows_one_habit(given: str, wanted: str) -> None:
    assert alike(given) == wanted


@given(st.text())
def test_alike_keeps_every_place(text: str) -> None:
    assert len(alike(text)) == len(text)
