"""What intake says is checked in English, the language of the messages in code."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def english(chinese: None) -> Iterator[None]:
    with translation.override("en"):
        yield
