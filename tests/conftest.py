"""What every test needs: plain HTTP, since the test client speaks no TLS, and Chinese to begin with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import hypothesis
import pytest
from django.conf import settings as django_settings
from django.utils import translation

hypothesis.settings.register_profile("steady", deadline=None)  # a busy machine is no fault of the code
hypothesis.settings.load_profile("steady")


@pytest.fixture(autouse=True, scope="session")
def plain_http(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Set what middleware reads but once, so for the whole run: a live server starts before any test."""
    django_settings.SECURE_SSL_REDIRECT = False
    django_settings.STATIC_ROOT = tmp_path_factory.mktemp("static")
    cheap = "django.contrib.auth.hashers.MD5PasswordHasher"  # a real hash takes longer than a test
    django_settings.PASSWORD_HASHERS = [cheap, *django_settings.PASSWORD_HASHERS]


@pytest.fixture(autouse=True)
def nothing_kept(settings: Any) -> None:
    """Count everything anew, since tests make events without publishing them."""
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    """Start in Chinese; a page in English leaves its language active."""
    with translation.override("zh-hans"):
        yield
