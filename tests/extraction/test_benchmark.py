"""How fast extraction reads, by processor time: `pytest tests/extraction/test_benchmark.py --benchmark-only -s`."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from calendar_app.extraction import extract

ROOT = Path(__file__).parents[2]
FOLDERS = {
    "fixtures": ROOT / "fixtures",
    "seed": ROOT.parent / "shared" / "corpus" / "seed",
    "dev": ROOT.parent / "shared" / "corpus" / "dev",
}
PUBLISHED = date(2024, 7, 31)
HOSTILE = {
    "digits": "7", "spaces": " ", "commas": "、", "nested brackets": "（《“", "quotes": "“", "meetings": "会",
    "ands": "和", "days": "年月日", "held": "举行", "dates": "7月26日", "names": "王华、",
    "posts": "局长王华和", "lines": "区委召开会议\n",
}  # fmt: skip


def texts(folder: Path) -> list[str]:
    return [path.read_bytes().decode() for path in sorted(folder.rglob("*.txt"))]


@pytest.mark.benchmark(timer=time.process_time)  # others' work on the machine does not count in it
@pytest.mark.parametrize("name", sorted(FOLDERS))
def test_characters_a_second(benchmark: Any, name: str) -> None:
    if not (every := texts(FOLDERS[name])):
        pytest.skip("the annotated texts are not beside this project")

    found = benchmark(lambda: [extract(text, PUBLISHED) for text in every])

    told(name, sum(map(len, every)), benchmark.stats.stats.min)
    assert len(found) == len(every)


@pytest.mark.benchmark(timer=time.process_time)
@pytest.mark.parametrize("form", ["in lines", "one line"])
def test_ten_megabytes(benchmark: Any, form: str) -> None:
    text = bulletins(10_000_000, form)

    found = benchmark.pedantic(extract, (text, PUBLISHED), rounds=1)

    told(f"10 MB {form}", len(text), benchmark.stats.stats.min)
    assert found.articles


def told(name: str, characters: int, seconds: float) -> None:
    print(f"\n{name}: {characters} characters, {characters / seconds:,.0f} a second")  # noqa: T201 (it is what the benchmark is for)


def bulletins(size: int, form: str = "in lines") -> str:
    """Return `size` bytes of our own bulletins, over and over."""
    whole = "\n".join(texts(ROOT / "fixtures" / "bulletins"))
    once = (whole if form == "in lines" else whole.replace("\n", "")).encode()
    return (once * (size // len(once) + 1))[:size].decode("utf-8", "ignore")


@pytest.mark.parametrize("name", [*HOSTILE, "in lines", "one line"])
def test_twice_the_text_takes_twice_the_time(name: str) -> None:
    ratios = [ratio(name)]
    while ratios[-1] >= 2.5 and len(ratios) < 6:  # a busy machine is no fault of the code
        ratios.append(ratio(name))

    assert min(ratios) < 2.5, ratios


def ratio(name: str) -> float:
    """Return how much longer the doubled text takes, each measured at its best of three."""
    pattern = HOSTILE.get(name)
    whole = (pattern * 6_000)[:6_000] if pattern else bulletins(48_000, name)[:12_000]
    extract(whole[:200], PUBLISHED)
    half, full = (min(seconds(text) for _ in range(3)) for text in (whole[: len(whole) // 2], whole))
    return full / max(half, 0.0005)


def seconds(text: str) -> float:
    """Return the processor time, which others' work on the machine does not count in."""
    before = time.process_time()
    extract(text, PUBLISHED)
    return time.process_time() - before
