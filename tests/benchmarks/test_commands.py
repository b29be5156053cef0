"""Each benchmark is a command that starts; what it measures, it measures only when it is asked."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.processes import ROOT


@pytest.mark.parametrize("name", ["desk", "feeds", "pages"])
def test_benchmark_tells_how_it_is_called(name: str) -> None:
    told = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{name}", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith("usage:")
