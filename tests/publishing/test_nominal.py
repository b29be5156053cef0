"""The hours that stand for parts of the day are read from one setting and refused where they say nothing clear."""

from __future__ import annotations

from datetime import time

import pytest
from django.core.exceptions import ImproperlyConfigured
from pytest_django import Settings

from calendar_app.publishing.nominal import nominal_hours


def test_hours_are_those_of_the_setting(settings: Settings) -> None:
    settings.NOMINAL_HOURS = "morning=08:30-11:00, noon=12:00-13:00,afternoon=14:00-17:30,evening=18:30-20:00"

    hours = nominal_hours()

    assert hours == {
        "morning": (time(8, 30), time(11)),
        "noon": (time(12), time(13)),
        "afternoon": (time(14), time(17, 30)),
        "evening": (time(18, 30), time(20)),
    }


@pytest.mark.parametrize(
    "setting",
    ["", "morning=9-11", "morning=11:00-09:00", "dawn=05:00-06:00", "morning=09:00-25:00", "morning=09:00-11:00"],
)
def test_unclear_hours_are_refused(settings: Settings, setting: str) -> None:
    settings.NOMINAL_HOURS = setting

    with pytest.raises(ImproperlyConfigured, match="NOMINAL_HOURS"):
        nominal_hours()
