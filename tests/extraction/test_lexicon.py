"""The lists of words: what an installation may add, and what is said of a list that cannot be used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from calendar_app.extraction import lexicon
from calendar_app.extraction.document import Span
from calendar_app.extraction.recognizing import organizations


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(lexicon.SETTING, str(tmp_path))
    return tmp_path


def test_every_shipped_list_can_be_read() -> None:
    names = sorted(path.stem for path in lexicon.SHIPPED.glob("*.toml"))

    read = {name: lexicon._entries(name, "") for name in names}

    assert {"groups", "names", "organizations", "posts", "surnames"} <= read.keys()
    assert all(read.values())


def test_an_installation_adds_words(folder: Path) -> None:
    (folder / "posts.toml").write_text('heads = ["塔台长官"]\n', "utf-8")

    heads = lexicon.words("posts", "heads")

    assert heads[0] == "书记"
    assert heads[-1] == "塔台长官"


def test_a_new_office_is_recognized_by_its_short_name(folder: Path) -> None:
    (folder / "organizations.toml").write_text('suffixes = ["智驿"]\n', "utf-8")

    found = list(organizations.recognize("活动由区低空智驿主办。"))

    assert [(mention.value, mention.span) for mention in found] == [("区低空智驿", Span(3, 8))]


def test_without_the_folder_the_new_office_is_unknown() -> None:
    assert list(organizations.recognize("活动由区低空智驿主办。")) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("heads = [\n", "not a TOML file"),
        ('heads = "书记"\n', "write a list of words"),
        ("heads = [3]\n", "holds 3"),
        ('heads = [" 书记"]\n', "without white space"),
        ('heads = ["塔长", "塔长"]\n', "lists 塔长 twice"),
        ('haeds = ["塔长"]\n', "no entry haeds to add to"),
        ('[heads]\n"塔长" = 1\n', "heads is not of the kind"),
        ('[heads]\n"塔长" = 1.5\n', "write a word or a number"),
    ],
)
def test_a_broken_list_says_what_is_wrong(folder: Path, content: str, message: str) -> None:
    (folder / "posts.toml").write_text(content, "utf-8")

    with pytest.raises(lexicon.LexiconError, match=message):
        lexicon.words("posts", "heads")


def test_an_unknown_file_is_named(folder: Path) -> None:
    (folder / "offices.toml").write_text("", "utf-8")

    with pytest.raises(lexicon.LexiconError, match=r"offices\.toml: no such list of words"):
        lexicon.words("posts", "heads")


def test_a_missing_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(lexicon.SETTING, str(tmp_path / "absent"))

    with pytest.raises(lexicon.LexiconError, match="no such folder"):
        lexicon.words("posts", "heads")


def test_a_list_is_no_table() -> None:
    with pytest.raises(lexicon.LexiconError, match="heads is a list"):
        lexicon.table("posts", "heads")
    with pytest.raises(lexicon.LexiconError, match="no entry feet"):
        lexicon.words("posts", "feet")


def test_alternation_takes_the_longest_word() -> None:
    pattern = re.compile(lexicon.alternation(["书记", "书记员", "副书记", "党(委)"]))

    assert [pattern.match(text)[0] for text in ("书记员王某", "书记处", "党(委)会")] == ["书记员", "书记", "党(委)"]  # type: ignore[index]
    assert re.compile(lexicon.alternation([])).match("") is None
