"""The hours that stand for a part of the day where a reader asks for blocks: nominal, and marked so."""

from __future__ import annotations

import re
from datetime import time
from functools import cache

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext

from calendar_app.formats.entry import Hours
from calendar_app.vocabulary import DayPart

ONE = re.compile(r"(\w+)=([0-2]\d:[0-5]\d)-([0-2]\d:[0-5]\d)")  # takes morning=09:00-11:30


def nominal_hours() -> Hours:
    """Return the hours of every part of the day from the setting NOMINAL_HOURS."""
    return read(settings.NOMINAL_HOURS)


@cache
def read(setting: str) -> Hours:
    hours = {}
    for part in setting.split(","):
        found = ONE.fullmatch(part.strip())
        if not found or found[2] >= found[3] or found[3] > "23:59" or found[1] not in set(DayPart):
            fault = gettext("“%s” is not like morning=09:00-11:30") % part
            raise ImproperlyConfigured(f"NOMINAL_HOURS: {fault}; {gettext('correct it')}")
        hours[found[1]] = time.fromisoformat(found[2]), time.fromisoformat(found[3])
    if missing := [part.value for part in DayPart if part not in hours]:
        fault = gettext("%s missing") % ", ".join(missing)
        raise ImproperlyConfigured(f"NOMINAL_HOURS: {fault}; {gettext('add them')}")
    return hours
