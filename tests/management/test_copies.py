"""`backup` and `restore`: whole and verified, also while others write; what is no copy is refused."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from calendar_app.models import Event, Person
from tests.makers import make_event, make_person
from tests.processes import finish, manage


def dump(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as database:
        return list(database.iterdump())


def back_up(target: Path) -> str:
    out = StringIO()
    call_command("backup", str(target), stdout=out)
    return out.getvalue()


def put_back(source: Path) -> None:
    call_command("restore", str(source), "--no-input", stdout=StringIO())


def bulletins(folder: Path, number: int) -> Path:
    folder.mkdir()
    for index in range(number):
        text = f"东江区召开第{index}次防汛部署会\n7月2日下午，东江区召开第{index}次防汛部署会。区长林清远主持会议。\n"
        (folder / f"{index:03}.txt").write_text(text * 3, "utf-8")
    return folder


@pytest.mark.django_db(transaction=True)
def test_restore_brings_back_what_was_stored(tmp_path: Path) -> None:
    kept, _ = make_event("防汛部署会"), make_person("林清远")
    said = back_up(tmp_path / "copy")
    Event.objects.all().delete()
    make_person("郑海宁")

    put_back(tmp_path / "copy")

    assert [event.uid for event in Event.objects.all()] == [kept.uid]
    assert [person.name for person in Person.objects.all()] == ["林清远"]
    assert str((tmp_path / "copy").stat().st_size) in said
    assert (tmp_path / "copy").stat().st_mode & 0o077 == 0


@pytest.mark.django_db
def test_backup_never_overwrites(tmp_path: Path) -> None:
    (tmp_path / "copy").write_text("不要动我")

    with pytest.raises(CommandError, match="copy"):
        back_up(tmp_path / "copy")

    assert (tmp_path / "copy").read_text() == "不要动我"


@pytest.mark.django_db
def test_backup_into_no_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="gone"):
        back_up(tmp_path / "gone" / "copy")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.django_db
@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", "东江区".encode()])
def test_restore_refuses_what_is_no_copy(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "copy").write_bytes(content)

    with pytest.raises(CommandError, match="copy"):
        put_back(tmp_path / "copy")


@pytest.mark.django_db
def test_restore_refuses_a_damaged_copy(tmp_path: Path) -> None:
    magic = b"SQLite format 3\0" if connection.vendor == "sqlite" else b"PGDMP"
    (tmp_path / "copy").write_bytes(magic + b"\1\2\3" * 400)

    with pytest.raises(CommandError):
        put_back(tmp_path / "copy")


@pytest.mark.django_db
def test_backup_without_the_programs_of_postgresql_names_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if connection.vendor != "postgresql":
        return  # SQLite needs no program
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(CommandError, match="postgresql-client"):
        back_up(tmp_path / "copy")


def test_backup_while_bulletins_are_imported_is_whole(tmp_path: Path) -> None:
    texts, data = bulletins(tmp_path / "texts", 20), tmp_path / "data"
    finish(manage(data, "migrate", "--verbosity=0"))
    with manage(data, "import_bulletins", texts, "--published-on=2026-07-03") as writer:
        finish(manage(data, "backup", tmp_path / "copy"))
        writer.communicate()

    with closing(sqlite3.connect(tmp_path / "copy")) as copy:
        [(bulletins_kept,)] = copy.execute("SELECT count(*) FROM calendar_app_bulletin")
        [(runs,)] = copy.execute("SELECT count(*) FROM calendar_app_extraction")
        differing = copy.execute(
            """SELECT bulletin_id FROM calendar_app_extraction run WHERE json_extract(counts, '$.articles') <>
            (SELECT count(*) FROM calendar_app_article kept WHERE kept.bulletin_id = run.bulletin_id)"""
        ).fetchall()

    assert bulletins_kept == runs
    assert differing == []


def test_restore_by_command_leaves_the_copy_as_it_is_and_the_database_the_same(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    finish(manage(first, "migrate", "--verbosity=0"))
    finish(manage(first, "import_bulletins", bulletins(tmp_path / "texts", 3), "--published-on=2026-07-03"))
    finish(manage(first, "backup", tmp_path / "copy"))
    before = dump(tmp_path / "copy")

    finish(manage(second, "restore", tmp_path / "copy", "--no-input"))

    assert dump(tmp_path / "copy") == before == dump(first / "huili.sqlite3") == dump(second / "huili.sqlite3")


@pytest.mark.django_db(transaction=True)
def test_restore_refuses_a_copy_of_a_newer_version(tmp_path: Path) -> None:
    if connection.vendor != "sqlite":
        return  # an archive of PostgreSQL tells its migrations only once it is restored
    back_up(tmp_path / "copy")
    with closing(sqlite3.connect(tmp_path / "copy")) as copy:
        copy.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('calendar_app', '9999_later', '')")
        copy.commit()

    with pytest.raises(CommandError, match="9999_later"):
        put_back(tmp_path / "copy")


@pytest.mark.django_db(transaction=True)
def test_restore_asks_first_and_takes_no_for_an_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    back_up(tmp_path / "copy")
    make_person("林清远")
    monkeypatch.setattr("builtins.input", lambda question: "no")

    with pytest.raises(CommandError):
        call_command("restore", str(tmp_path / "copy"))

    assert Person.objects.count() == 1
