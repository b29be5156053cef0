"""Commands run as processes of their own, on an installation with a database file of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def manage(data: Path, *arguments: object, more: dict[str, str] | None = None) -> subprocess.Popen[str]:
    """Start `manage.py` with what it keeps in the folder `data`, and `more` in its environment."""
    env = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    return subprocess.Popen(
        [sys.executable, "manage.py", *map(str, arguments)],
        cwd=ROOT,
        env=env | {"HUILI_DATA": str(data)} | (more or {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(process: subprocess.Popen[str]) -> str:
    """Wait for a command to succeed and return what it printed."""
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return out
