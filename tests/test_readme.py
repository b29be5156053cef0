"""The README names what is there: commands, settings, addresses, and the two commands that set everything up."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.management import get_commands
from django.urls import Resolver404, resolve

import calendar_app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def named_in(section: str) -> list[str]:
    """Return the first code words of the table rows under a heading."""
    body = README.split(f"\n## {section}\n")[1].split("\n## ")[0]
    return re.findall(r"^\| `([^`]+)`", body, re.M)


def test_commands_are_those_of_the_application() -> None:
    ours = {name for name, app in get_commands().items() if app == "calendar_app"}

    named = {row.split()[0] for row in named_in("Commands")}

    assert named == ours


def test_settings_are_those_read_from_the_environment() -> None:
    read = set(re.findall(r'env\.\w+\(\s*"(\w+)"', (ROOT / "config" / "settings.py").read_text("utf-8")))

    assert set(named_in("Settings")) == read


@pytest.mark.parametrize("address", named_in("Addresses"))
def test_address_is_answered(address: str) -> None:
    path = re.sub(r"\?.*", "", address)
    for placeholder, example in {"<id>": "1", "<kind>": "training"}.items():
        path = path.replace(placeholder, example)
    path = re.sub(r"<\w+>", "example", path)

    try:
        found = resolve(path)
    except Resolver404:
        pytest.fail(f"README names {address}, which no view answers")

    assert callable(found.func)


def test_both_commands_install_from_the_lock() -> None:
    install = "python3 -m venv .venv && .venv/bin/pip install --require-hashes -r config/requirements.lock"

    blocks = re.findall(r"```sh\n(.*?)\n```", README, re.S)

    assert blocks[:2] == [f"{install} && .venv/bin/python {rest}" for rest in ("manage.py demo", "-m pytest")]


def test_flow_is_the_packages_own() -> None:
    flow = re.search(r"```\n(extraction/.*?)```", README, re.S)

    assert flow is not None
    assert flow[1] in (calendar_app.__doc__ or "")


def test_lock_has_hashes_and_no_addresses() -> None:
    lock = (ROOT / "config" / "requirements.lock").read_text("utf-8")

    pinned = re.findall(r"^([\w.-]+(?:\[\w+\])?)==", lock, re.M)

    assert len(pinned) > 20
    assert "://" not in lock
    assert lock.count("--hash=sha256:") >= len(pinned)


def test_pictures_are_there() -> None:
    shown = re.findall(r"!\[[^]]+\]\(([^)]+)\)", README)

    assert shown
    assert all((ROOT / picture).read_bytes().startswith(b"\x89PNG") for picture in shown)
