"""An event's JSON-LD as it stands in its page."""

from __future__ import annotations

import json

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString

from calendar_app.formats.json_ld import json_ld
from calendar_app.models import Event

ENDS_NO_SCRIPT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def linked(event: Event) -> SafeString:
    """Return the event's JSON-LD for a script element, which nothing in a bulletin can end early."""
    picture = settings.PUBLIC_URL + reverse("event_card", args=[event.pk, event.slug])
    told = json_ld(event, settings.PUBLIC_URL) | {"image": picture}
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return SafeString(text.translate(ENDS_NO_SCRIPT))
