"""What every test needs: plain HTTP, since the test client speaks no TLS."""

from __future__ import annotations

from pathlib import Path

import hypothesis
import pytest
from pytest_django import Settings

hypothesis.settings.register_profile("steady", deadline=None)  # a busy machine is no fault of the code
hypothesis.settings.load_profile("steady")


@pytest.fixture(autouse=True)
def static_root(settings: Settings, tmp_path: Path) -> None:
    """Give WhiteNoise, which warns where none is, a folder of collected files."""
    settings.STATIC_ROOT = tmp_path


@pytest.fixture(autouse=True)
def plain_http(settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = False
