"""`import_bulletins`: files and folders in, a table out; a bad file harms no other, and a kill leaves no half."""

from __future__ import annotations

import signal
import sqlite3
import time
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from calendar_app.models import Article, Bulletin, Event
from tests.processes import finish, manage

SHORT = (
    "东江区召开第{0}次防汛部署会\n7月2日下午，东江区召开第{0}次防汛部署会。区长林清远主持并讲话。\n（来源：区府办）\n"
)


def bulletins(folder: Path, number: int, repeat: int = 1) -> Path:
    for index in range(number):
        (folder / f"{index:03}.txt").write_text(SHORT.format(index) * repeat, "utf-8")
    return folder


def import_bulletins(*arguments: object) -> list[tuple[str, int]]:
    out = StringIO()
    with translation.override("en"):
        call_command("import_bulletins", *map(str, arguments), stdout=out)
    rows = [line.strip("│ ").split("│") for line in out.getvalue().splitlines() if line.startswith("│")]
    return [(name.strip(), int(figure)) for name, figure in rows]


def rows(database: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        return connection.execute(question).fetchall()


@pytest.mark.django_db
def test_import_stores_a_folder_once(tmp_path: Path) -> None:
    bulletins(tmp_path, 2)

    first = dict(import_bulletins(tmp_path, "--published-on", "2026-07-03"))
    again = dict(import_bulletins(tmp_path, "--published-on", "2026-07-03"))

    assert (first["New bulletins"], first["There already"], first["Failed"], first["Articles"]) == (2, 0, 0, 2)
    assert (again["New bulletins"], again["There already"], again["Failed"]) == (0, 2, 0)
    assert first["Events"] == Event.objects.count()
    assert Bulletin.objects.count() == Article.objects.count() == 2


@pytest.mark.django_db
def test_import_goes_on_after_a_bad_file_and_names_it(tmp_path: Path) -> None:
    bulletins(tmp_path, 2)
    (tmp_path / "001.toml").write_text('title = "缺引号\n', "utf-8")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n")

    with pytest.raises(CommandError) as caught:
        import_bulletins(tmp_path)

    assert [line.partition(": ")[0] for line in str(caught.value).splitlines()] == [
        str(tmp_path / "001.toml"),
        "picture.txt",
    ]
    assert caught.value.returncode == 1
    assert [bulletin.name for bulletin in Bulletin.objects.all()] == ["000.txt"]


@pytest.mark.django_db
def test_import_dry_run_counts_and_stores_nothing(tmp_path: Path) -> None:
    bulletins(tmp_path, 2)

    counted = dict(import_bulletins(tmp_path, "--published-on", "2026年7月3日", "--dry-run"))

    assert (counted["New bulletins"], counted["Articles"]) == (2, 2)
    assert not Bulletin.objects.exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(["gone.txt"], "gone.txt"), ([".", "--published-on", "7月3日"], "7月3日")],
)
def test_import_refuses_what_it_cannot_use(arguments: list[str], told: str) -> None:
    with pytest.raises(CommandError, match=told):
        import_bulletins(*arguments)


def test_import_at_once_from_several_processes_keeps_each_text_once(tmp_path: Path) -> None:
    data, texts = tmp_path / "data", bulletins(tmp_path, 20)
    finish(manage(data, "migrate", "--verbosity=0"))

    running = [manage(data, "import_bulletins", texts, "--published-on=2026-07-03") for _ in range(3)]

    new = 0
    for process in running:
        figures = [line.strip("│ ").split("│") for line in finish(process).splitlines() if line.startswith("│")]
        new += int(figures[0][1])
    database = data / "huili.sqlite3"
    assert new == 20
    assert rows(database, "SELECT count(*) FROM calendar_app_bulletin") == [(20,)]
    assert rows(database, "SELECT name FROM calendar_app_person GROUP BY name HAVING count(*) > 1") == []


def test_import_killed_half_way_leaves_no_half_bulletin(tmp_path: Path) -> None:
    data, texts = tmp_path / "data", bulletins(tmp_path, 40, repeat=5)
    database = data / "huili.sqlite3"
    finish(manage(data, "migrate", "--verbosity=0"))

    process = manage(data, "import_bulletins", texts, "--published-on=2026-07-03")
    while rows(database, "SELECT count(*) FROM calendar_app_bulletin") < [(5,)] and process.poll() is None:
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    process.communicate()

    [(stored,)] = rows(database, "SELECT count(*) FROM calendar_app_bulletin")
    assert 5 <= stored < 40
    assert rows(database, "SELECT count(*) FROM calendar_app_extraction") == [(stored,)]
    for table in ("article", "fact"):
        differing = f"""
            SELECT bulletin_id FROM calendar_app_extraction run WHERE json_extract(counts, '$.{table}s') <>
            (SELECT count(*) FROM calendar_app_{table} kept WHERE kept.bulletin_id = run.bulletin_id)"""
        assert rows(database, differing) == []
    assert rows(database, "PRAGMA integrity_check") == [("ok",)]

    finish(manage(data, "import_bulletins", texts, "--published-on=2026-07-03"))

    assert rows(database, "SELECT count(*) FROM calendar_app_bulletin") == [(40,)]
