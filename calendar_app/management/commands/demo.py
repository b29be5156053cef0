"""Set up and serve a whole installation on this machine: database, bulletins, an admin, pages and feeds."""

from __future__ import annotations

import os
import secrets
import socket
import sys
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.core.wsgi import get_wsgi_application
from django.db import connections, transaction
from django.utils.translation import gettext as _
from gunicorn.app.base import BaseApplication
from rich.console import Console
from rich.progress import track

from calendar_app.intake.sources import Source, sources
from calendar_app.intake.storing import store
from calendar_app.models import Event
from calendar_app.review.arriving import look_over
from calendar_app.review.decisions import publish_certain

HOST = "127.0.0.1"
BULLETINS = settings.BASE_DIR / "fixtures" / "bulletins"
ADMIN = "admin"


class Command(BaseCommand):
    help = "Sets up and serves everything on this machine, with bulletins to try it on; run again, it changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=port, default=8000, metavar="N", help="port on 127.0.0.1 (8000)")
        parser.add_argument("--data", type=Path, default=settings.DATA_DIR, metavar="FOLDER", help="what it keeps")
        parser.add_argument("--no-serve", action="store_true", help="stop before serving")

    def handle(self, *args: Any, **options: Any) -> None:
        become(environment(options["data"], options["port"]))
        door = None if options["no_serve"] else reserve(options["port"])
        self.migrate()
        self.take_in()
        self.make_admin()
        self.tell_addresses()
        if door:
            connections.close_all()  # the workers each open their own
            Server(door).run()

    def migrate(self) -> None:
        self.say(_("Database: %(database)s"), database=settings.DATABASES["default"]["NAME"])
        call_command("migrate", verbosity=0, interactive=False)

    def take_in(self) -> None:
        """Import the bulletins; what is certain in a new one is published with it, the rest waits for a reviewer."""
        progress = Console(stderr=True)
        found = list(sources([BULLETINS]))
        steps = track(found, _("Importing"), console=progress, transient=True, disable=not progress.is_terminal)
        new = sum(imported(source) for source in steps)
        self.say(_("Bulletins: %(new)d new, %(there)d there already"), new=new, there=len(found) - new)
        waiting = Event.objects.filter(review_state="draft").count()
        self.say(_("Events: %(public)d published, %(waiting)d in the review queue"),
                 public=Event.objects.public().count(), waiting=waiting)  # fmt: skip

    def make_admin(self) -> None:
        users = get_user_model().objects
        if users.filter(username=ADMIN).exists():
            self.say(_("Admin: %(name)s, with the password told when it was made"), name=ADMIN)
            return
        password = secrets.token_urlsafe(12)
        users.create_superuser(ADMIN, password=password)
        self.say(_("Admin: %(name)s, password %(password)s (told only now)"), name=ADMIN, password=password)

    def tell_addresses(self) -> None:
        self.say(_("Desk: %(address)s"), address=f"{settings.PUBLIC_URL}/admin/")
        self.say(_("Feeds: %(address)s"), address=f"{settings.PUBLIC_URL}/feeds/")
        self.say(_("All events as a calendar: %(address)s"), address=f"{settings.PUBLIC_URL}/feeds/all.ics")
        self.say(_("Pages (stop with Ctrl-C):"))
        self.say("%(address)s", address=f"{settings.PUBLIC_URL}/")

    def say(self, line: str, **named: Any) -> None:
        self.stdout.write(line % named)
        self.stdout.flush()


def environment(folder: Path, port: int) -> dict[str, str]:
    """Return this process's environment with what the demo's own installation needs, over plain HTTP on loopback."""
    foreign = {"DATABASE_URL", "BEHIND_PROXY", "CSRF_TRUSTED_ORIGINS"}
    return {key: value for key, value in os.environ.items() if key not in foreign} | {
        "HUILI_DATA": str(folder.resolve()),
        "HTTPS": "false",
        "DEBUG": "false",
        "ALLOWED_HOSTS": f"{HOST},localhost",
        "PUBLIC_URL": f"http://{HOST}:{port}",
    }


def become(wanted: dict[str, str]) -> None:
    """Start this command anew where its settings are not yet the demo's, since settings are read once, at the start."""
    if wanted != dict(os.environ):
        sys.stdout.flush()
        os.execve(sys.executable, [sys.executable, *sys.argv], wanted)  # noqa: S606 - itself, no shell


def imported(source: Source) -> bool:
    """Store a bulletin and publish what is certain in it; say whether it is new."""
    with transaction.atomic():
        stored = store(source.read(), source.given(), then=look_over)
        if stored.is_new:
            events = Event.objects.filter(articles__bulletin=stored.bulletin)
            publish_certain(events, by=None, reason=_("Certain in every fact"))
    return stored.is_new


def port(printed: str) -> int:
    if not printed.isdecimal() or not 1 <= int(printed) <= 65535:
        raise ArgumentTypeError(_("“%(port)s” is no port; name one from 1 to 65535.") % {"port": printed})
    return int(printed)


def reserve(port: int) -> socket.socket:
    """Take the port before anything is done, so that it is ours when the addresses are told."""
    door = socket.socket()
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((HOST, port))
        door.listen()  # whoever comes from now on waits until a worker answers
    except OSError as error:
        told = _("Port %(port)d on %(host)s cannot be used (%(error)s); choose another with --port.")
        raise CommandError(told % {"port": port, "host": HOST, "error": error.strerror}) from error
    return door


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """Serves what is behind a reserved port, with two processes of two threads, saying nothing of each request."""

    def __init__(self, door: socket.socket) -> None:
        self.door = door
        super().__init__()

    def load_config(self) -> None:
        chosen = {
            "bind": f"fd://{self.door.fileno()}",
            "workers": 2,
            "threads": 2,
            "preload_app": True,  # a worker that still imports when Ctrl-C comes would not hear it
            "graceful_timeout": 10,  # seconds; a busy machine may take some to stop
            "loglevel": "warning",
            "control_socket_disable": True,
        }
        for name, value in chosen.items():
            self.cfg.set(name, value)

    def load(self) -> WSGIHandler:
        return get_wsgi_application()
