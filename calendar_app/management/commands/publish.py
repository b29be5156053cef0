"""Decide about many events at once: publish, reject, withdraw, cancel or postpone them, as the admin does."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from calendar_app.models import Event
from calendar_app.models.events import EventQuerySet
from calendar_app.review.decisions import Refused, publish, publish_certain, reject, withdraw
from calendar_app.review.revising import cancel, postpone
from calendar_app.vocabulary import ReviewState


class Command(BaseCommand):
    help = "Publish events, or decide otherwise about them: by id, by bulletin, or all drafts that are certain."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("ids", nargs="*", type=int, metavar="ID", help="ids of events")
        parser.add_argument("--bulletin", type=int, metavar="ID", help="all events of this bulletin")
        parser.add_argument("--certain", action="store_true", help="only drafts sure in every fact (0.8 or more)")
        parser.add_argument("--waive", action="store_true", help="publish in spite of doubtful facts")
        what = parser.add_mutually_exclusive_group()
        what.add_argument("--reject", action="store_true", help="turn drafts down")
        what.add_argument("--withdraw", action="store_true", help="take public events back")
        what.add_argument("--cancel", action="store_true", help="call events off")
        what.add_argument("--postpone", action="store_true", help="postpone events until further notice")
        what.add_argument("--postpone-to", type=date.fromisoformat, metavar="DATE", help="move events to a day")
        parser.add_argument("--by", metavar="USER", help="the user in whose name it is done")
        parser.add_argument("--reason", default="", help="why, for the history")

    def handle(self, *args: Any, **options: Any) -> None:
        by = user(options["by"])
        events = chosen(options)
        if options["certain"]:
            if any(options[other] for other in ("reject", "withdraw", "cancel", "postpone", "postpone_to")):
                raise CommandError("--certain only publishes; leave out --reject, --withdraw, --cancel and --postpone")
            for event in publish_certain(
                events.filter(review_state=ReviewState.DRAFT), by=by, reason=options["reason"]
            ):
                self.stdout.write(f"{event.pk} {event}: {event.review_state}")
            return
        self.decide(list(events), verb(options), by, options["reason"])

    def decide(self, events: list[Event], act: Callable[..., object], by: User | None, reason: str) -> None:
        refused = 0
        for event in events:
            try:
                act(event, by=by, reason=reason)
                self.stdout.write(f"{event.pk} {event}: {event.review_state}")
            except Refused as refusal:
                refused += 1
                self.stderr.write(f"{event.pk}: {refusal}")
        if refused:
            raise CommandError(f"{refused} of {len(events)} events were left as they were; the reasons are above")


def verb(options: dict[str, Any]) -> Callable[..., object]:
    if options["reject"]:
        return reject
    if options["withdraw"]:
        return withdraw
    if options["cancel"]:
        return cancel
    if options["postpone"]:
        return postpone
    if options["postpone_to"]:
        return partial(moved, options["postpone_to"])

    def published(event: Event, **how: Any) -> object:
        return publish(event, waive=options["waive"], **how)

    return published


def moved(day: date, event: Event, **how: Any) -> object:
    return postpone(event, day, **how)


def user(name: str | None) -> User | None:
    if name is None:
        return None
    try:
        return User.objects.get(username=name)
    except User.DoesNotExist:
        raise CommandError(f"--by {name}: no such user; create one with `manage.py createsuperuser`") from None


def chosen(options: dict[str, Any]) -> EventQuerySet:
    """Return the events asked for. Raises CommandError where nothing was asked for or an id is unknown."""
    if not (options["ids"] or options["bulletin"] or options["certain"]):
        raise CommandError("say which events: ids, --bulletin ID or --certain")
    events = Event.objects.order_by("pk")
    if options["ids"]:
        events = events.filter(pk__in=options["ids"])
        if unknown := set(options["ids"]) - set(events.values_list("pk", flat=True)):
            raise CommandError(f"no event has the id {', '.join(map(str, sorted(unknown)))}")
    if options["bulletin"]:
        events = events.filter(articles__bulletin=options["bulletin"]).distinct()
    return events
