"""Every client shows of every shape of event what the database holds."""

from __future__ import annotations

from pathlib import Path

import icalendar
import pytest
from django.test import Client
from pytest_django.live_server_helper import LiveServer

from calendar_app.models import Event
from tests.publishing.clients.readers import READERS, Reader, from_calcurse, from_vdirsyncer
from tests.publishing.clients.shapes import SHAPES, make_all

pytestmark = pytest.mark.django_db


def saved(client: Client, folder: Path, address: str = "/feeds/all.ics") -> Path:
    feed = folder / "feed.ics"
    feed.write_bytes(client.get(address).content)
    return feed


@pytest.mark.parametrize(("name", "read"), READERS.items(), ids=READERS)
def test_client_shows_what_the_database_holds(client: Client, tmp_path: Path, name: str, read: Reader) -> None:
    expected = make_all()
    if name == "khal":  # gives an hour to what has no end; by RFC 5545, 3.6.1 it ends where it starts
        expected = [(*one[:3], one[3].replace("T14:05", "T15:05"), one[4]) for one in expected]

    shown = sorted(read(saved(client, tmp_path)))

    assert shown == expected


@pytest.mark.parametrize("read", [read for name, read in READERS.items() if name != "vobject"])
def test_client_takes_an_empty_feed(client: Client, tmp_path: Path, read: Reader) -> None:
    shown = read(saved(client, tmp_path))

    assert shown == []


def test_calcurse_shows_title_start_and_end(client: Client, tmp_path: Path) -> None:
    expected = sorted((title, start, end) for _, title, start, end, _ in make_all())

    shown = sorted(from_calcurse(saved(client, tmp_path)))

    assert shown == expected


@pytest.mark.django_db(transaction=True)
def test_vdirsyncer_keeps_every_event(live_server: LiveServer, tmp_path: Path) -> None:
    expected = sorted(one[1:] for one in make_all())  # it gives the events of an address UIDs of its own

    shown = sorted(one[1:] for one in from_vdirsyncer(f"{live_server.url}/feeds/all.ics", tmp_path))

    assert shown == expected


def test_descriptions_come_back_whole(client: Client, tmp_path: Path) -> None:
    make_all()

    entries = icalendar.Calendar.from_ical(saved(client, tmp_path).read_bytes()).events

    shown = {str(one["SUMMARY"]): str(one.get("DESCRIPTION", "")) for one in entries}
    assert shown == {shape.title: shape.description for shape in SHAPES}
    assert Event.objects.public().count() == len(SHAPES)
