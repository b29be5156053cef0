"""Files and folders, in order and once each, with what stands beside them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from calendar_app.intake.sources import Source, UnusableSource, calendar_date, sources
from calendar_app.intake.storing import Given


def names(*paths: Path) -> list[str]:
    return [source.name for source in sources(paths)]


def beside(folder: Path, toml: str) -> Source:
    (folder / "a.txt").write_text("东江区召开会议。", "utf-8")
    (folder / "a.toml").write_text(toml, "utf-8")
    return Source(folder / "a.txt", "a.txt")


def test_sources_walk_folders_in_order_and_take_each_file_once(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/2.TXT", "b/1.txt", "c.txt", "a.md", "b/1.toml"):
        (tmp_path / name).write_text("文")

    assert names(tmp_path / "c.txt", tmp_path, tmp_path / "b") == ["c.txt", "b/1.txt", "b/2.TXT"]


def test_sources_take_a_named_file_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "bulletin").write_text("文")

    assert names(tmp_path / "bulletin") == ["bulletin"]


def test_sources_name_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnusableSource, match=r"gone\.txt"):
        names(tmp_path / "gone.txt")
    with pytest.raises(UnusableSource, match=r"\.txt"):
        names(tmp_path)


def test_source_reads_its_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("东江区召开会议。".encode("gb18030"))

    document = Source(tmp_path / "a.txt", "2026/a.txt").read()

    assert (document.text, document.name) == ("东江区召开会议。", "2026/a.txt")


def test_source_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnusableSource, match=r"^x/gone\.txt: "):
        Source(tmp_path / "gone.txt", "x/gone.txt").read()


def test_source_too_large_for_a_bulletin_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(20_000_001)

    with pytest.raises(UnusableSource, match="20 MB"):
        Source(tmp_path / "a.txt", "a.txt").read()


def test_given_comes_from_the_file_beside(tmp_path: Path) -> None:
    source = beside(
        tmp_path,
        'published_on = "2026年7月3日"\ntitle = "东江信息"\nissue = "第12期"\nsource = "https://dongjiang.example/12"\n',
    )

    assert source.given(date(2020, 1, 1)) == Given(
        date(2026, 7, 3), "东江信息", "第12期", "https://dongjiang.example/12"
    )


def test_given_takes_a_toml_date_and_the_caller_s_where_none_is_beside(tmp_path: Path) -> None:
    dated = beside(tmp_path, "published_on = 2026-07-03\n")

    assert dated.given() == Given(date(2026, 7, 3))
    assert Source(tmp_path / "b.txt", "b.txt").given(date(2026, 7, 4)) == Given(date(2026, 7, 4))


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ("published = 2026-07-03\n", "published"),
        ("published_on = 7月3日\n", "a.toml"),
        ('published_on = "7月3日"\n', "7月3日"),
        ('source = "东江区"\n', "东江区"),
        ('source = "javascript:alert(1)"\n', "javascript"),
    ],
)
def test_given_refuses_what_it_does_not_understand(tmp_path: Path, toml: str, told: str) -> None:
    source = beside(tmp_path, toml)

    with pytest.raises(UnusableSource, match=r"a\.toml: .*" if told == "a.toml" else told):
        source.given()


@pytest.mark.parametrize(
    "printed", ["2024-07-31", "2024年7月31日", "2024年07月31日", "2024/7/31", "２０２４年７月３１日"]
)
def test_calendar_date_reads_whole_dates(printed: str) -> None:
    assert calendar_date(printed) == date(2024, 7, 31)


@pytest.mark.parametrize(
    "printed",
    ["", "7月31日", "2024年7月", "2024-02-30", "2024年2月30日", "31/7/2024", "20240731", "昨天", "2024-W31-3"],
)
def test_calendar_date_refuses_the_rest(printed: str) -> None:
    with pytest.raises(UnusableSource, match="2024-07-31"):
        calendar_date(printed)
