"""What readers say is wrong: taken in without an account, a few a day from one address, kept for the reviewers."""

from __future__ import annotations

from datetime import date, datetime, time
from ipaddress import ip_address, ip_network

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from calendar_app.models import CorrectionRequest, Event, Fact

MOST_A_DAY = 10  # from one address
MOST_IN_ALL = 1000  # a day, from everywhere


class TooMany(Exception):  # noqa: N818 - it says what happened
    """More was sent today than is taken in; the message says when to come again."""


def receive(event: Event, fact: Fact | None, text: str, contact: str, address: str) -> CorrectionRequest:
    """Store what a reader of that IP address says is wrong with the event; raises TooMany.

    The address is kept only as a hash with the day in it, and only until the next day.
    """
    today = timezone.localdate()
    sender = anonymous(address, today)
    with transaction.atomic():
        CorrectionRequest.objects.exclude(sender="").exclude(created_at__gte=start_of(today)).update(sender="")
        of_today = CorrectionRequest.objects.filter(created_at__gte=start_of(today))
        if of_today.filter(sender=sender).count() >= MOST_A_DAY or of_today.count() >= MOST_IN_ALL:
            raise TooMany(_("Too many corrections came in today; please send this one tomorrow."))
        return CorrectionRequest.objects.create(event=event, fact=fact, text=text, contact=contact, sender=sender)


def start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def anonymous(address: str, day: date) -> str:
    """Return a keyed hash of address and day; an IPv6 subscriber is the first 64 bits."""
    try:
        known = ip_address(address)
        sender = str(ip_network((known, 64 if known.version == 6 else 32), strict=False))
    except ValueError:
        sender = address
    return salted_hmac("calendar_app.corrections", f"{day} {sender}", algorithm="sha256").hexdigest()
