"""`demo`: one command from nothing to a served installation, and the same command again changes nothing."""

from __future__ import annotations

import re
import signal
import socket
import sqlite3
import subprocess
import urllib.request
from argparse import ArgumentTypeError
from contextlib import closing
from pathlib import Path

import pytest
from django.contrib.auth.hashers import check_password

from calendar_app.management.commands.demo import port
from tests.processes import finish, manage

FIXTURES = Path(__file__).parents[2] / "fixtures" / "bulletins"


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def dump(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "huili.sqlite3")) as connection:
        return list(connection.iterdump())


def ask(folder: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / "huili.sqlite3")) as connection:
        return connection.execute(question).fetchall()


def words(said: str) -> set[str]:
    """Return what may be a password among the words said."""
    return set(re.findall(r"[\w-]{16,}", said))


def until_address(process: subprocess.Popen[str]) -> list[str]:
    """Read what the demo says up to the front page's address, its last line before serving."""
    assert process.stdout
    lines = []
    for line in process.stdout:
        lines.append(line.rstrip())
        if re.fullmatch(r"http://127\.0\.0\.1:\d+/", lines[-1]):
            return lines
    raise AssertionError(process.communicate()[1])


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """An installation made by the demo where the environment names another, and what it said."""
    folder = tmp_path_factory.mktemp("demo")
    another = {"DATABASE_URL": f"sqlite:///{folder / 'another.sqlite3'}", "HTTPS": "true"}
    making = manage(folder / "other", "demo", "--no-serve", "--data", folder, "--port", "8123", more=another)
    return folder, finish(making)


def test_demo_says_each_step_and_ends_with_the_front_page(installed: tuple[Path, str]) -> None:
    lines = installed[1].splitlines()

    assert str(installed[0] / "huili.sqlite3") in lines[0]
    assert "http://127.0.0.1:8123/admin/" in installed[1]
    assert "http://127.0.0.1:8123/feeds/all.ics" in installed[1]
    assert lines[-1] == "http://127.0.0.1:8123/"


def test_demo_imports_the_fixtures_and_makes_one_admin(installed: tuple[Path, str]) -> None:
    texts = len(list(FIXTURES.glob("*/bulletin.txt")))

    assert ask(installed[0], "SELECT count(*) FROM calendar_app_bulletin") == [(texts,)]
    assert not (installed[0] / "another.sqlite3").exists()
    assert ask(installed[0], "SELECT username, is_superuser FROM auth_user") == [("admin", 1)]


def test_demo_publishes_what_is_certain_and_only_that(installed: tuple[Path, str]) -> None:
    doubtful = """SELECT count(*) FROM calendar_app_event e WHERE review_state = 'approved' AND (e.confidence < 0.8
        OR EXISTS (SELECT 1 FROM calendar_app_fact f WHERE f.event_id = e.id AND f.confidence < 0.8))"""

    states = dict(ask(installed[0], "SELECT review_state, count(*) FROM calendar_app_event GROUP BY review_state"))

    assert states.keys() <= {"approved", "draft"}
    assert states.get("approved", 0) > 0
    assert ask(installed[0], doubtful) == [(0,)]


def test_demo_leaves_the_event_that_is_told_twice_to_a_reviewer(installed: tuple[Path, str]) -> None:
    pairs = """SELECT one.name, one.review_state, other.name, other.review_state FROM calendar_app_duplicatecandidate
        JOIN calendar_app_event one ON one.id = first_id JOIN calendar_app_event other ON other.id = second_id"""

    told = "“小小绘本家”亲子阅读活动"
    assert ask(installed[0], pairs) == [(told, "draft", told, "draft")]


def test_demo_again_changes_nothing_and_tells_no_password(installed: tuple[Path, str]) -> None:
    before = dump(installed[0])

    said = finish(manage(installed[0], "demo", "--no-serve", "--data", installed[0], "--port", "8123"))

    assert dump(installed[0]) == before
    assert said.splitlines()[-1] == "http://127.0.0.1:8123/"
    [password] = words(installed[1]) - words(said)
    [(kept,)] = ask(installed[0], "SELECT password FROM auth_user")
    assert check_password(password, str(kept))


def status(address: str) -> int:
    with urllib.request.urlopen(address, timeout=20) as answer:
        return int(answer.status)


def test_demo_serves_until_interrupted(installed: tuple[Path, str]) -> None:
    number = free_port()
    with manage(installed[0], "demo", "--data", installed[0], "--port", number) as process:
        try:
            address = until_address(process)[-1]
            answers = [status(address + path) for path in ("admin/login/", "static/admin/css/base.css")]
            process.send_signal(signal.SIGINT)
            _, err = process.communicate(timeout=20)
        finally:
            process.kill()

    assert address == f"http://127.0.0.1:{number}/"
    assert answers == [200, 200]
    assert (process.returncode, err) == (0, "")


def test_demo_on_a_busy_port_says_so_and_does_nothing(tmp_path: Path) -> None:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        process = manage(tmp_path, "demo", "--data", tmp_path / "data", "--port", door.getsockname()[1])

        _, err = process.communicate(timeout=20)

    assert process.returncode == 1
    assert "--port" in err
    assert not (tmp_path / "data" / "huili.sqlite3").exists()


@pytest.mark.parametrize("printed", ["0", "65536", "-1", "http", ""])
def test_port_refuses_what_is_none(printed: str) -> None:
    with pytest.raises(ArgumentTypeError, match="65535"):
        port(printed)
