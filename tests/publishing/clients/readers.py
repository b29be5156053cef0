"""How each client reads a feed: UID, title, start, exclusive end and status of every event it finds."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import icalendar
import ics
import pytest
import recurring_ical_events
import vobject

from tests.publishing.clients.shapes import Shown

HERE = Path(__file__).parent
MODULES = HERE.parents[2] / ".cache" / "clients" / "node_modules"
TOOLS = Path(sys.executable).parent
DEBIAN_PYTHON = Path("/usr/bin/python3")
Reader = Callable[[Path], list[Shown]]


def need(is_there: bool, what: str) -> None:
    """Skip where a client is missing, but fail where all checks have to run."""
    if is_there:
        return
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is missing; .ci/run installs it")
    pytest.skip(f"{what} is not installed; .ci/run installs it")


def run(*command: str | Path, **environment: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ | environment)
    assert done.returncode == 0, done.stderr
    return done.stdout


def shown(moment: date) -> str:
    return f"{moment:%Y-%m-%dT%H:%M}" if isinstance(moment, datetime) else f"{moment:%Y-%m-%d}"


def from_icalendar(feed: Path) -> list[Shown]:
    entries = icalendar.Calendar.from_ical(feed.read_bytes()).events
    return [
        (str(one["UID"]), str(one["SUMMARY"]), shown(one.start), shown(one.end), str(one["STATUS"])) for one in entries
    ]


def from_vobject(feed: Path) -> list[Shown]:
    entries = vobject.readOne(feed.read_text("utf-8")).vevent_list
    return [
        (
            one.uid.value,
            one.summary.value,
            shown(one.dtstart.value),
            shown(one.dtend.value if hasattr(one, "dtend") else one.dtstart.value),
            one.status.value,
        )
        for one in entries
    ]


def from_ics(feed: Path) -> list[Shown]:
    def moment(one: ics.Event, which: str) -> str:
        value = getattr(one, which).datetime
        return shown(value.date() if one.all_day else value)

    entries = ics.Calendar(feed.read_text("utf-8")).events
    return [(one.uid, one.name, moment(one, "begin"), moment(one, "end"), one.status) for one in entries]


def from_recurring(feed: Path) -> list[Shown]:
    calendar = icalendar.Calendar.from_ical(feed.read_bytes())
    entries = recurring_ical_events.of(calendar).between(date(2020, 1, 1), date(2030, 1, 1))
    return [
        (str(one["UID"]), str(one["SUMMARY"]), shown(one.start), shown(one.end), str(one["STATUS"])) for one in entries
    ]


def from_libical(feed: Path) -> list[Shown]:
    has_library = (
        DEBIAN_PYTHON.exists()
        and not subprocess.run(
            [DEBIAN_PYTHON, "-c", "import gi; gi.require_version('ICalGLib', '3.0')"], capture_output=True
        ).returncode
    )
    need(has_library, "libical (gir1.2-ical-3.0, python3-gi)")
    return [tuple(one) for one in json.loads(run(DEBIAN_PYTHON, HERE / "read_libical.py", feed))]


def from_node(library: str, zone: str) -> Reader:
    def read(feed: Path) -> list[Shown]:
        need(shutil.which("node") is not None and (MODULES / library).exists(), f"{library} (npm)")
        octets = run("node", HERE / "read.mjs", library, MODULES, feed, TZ=zone)
        return [tuple(one) for one in json.loads(octets)]

    return read


def from_khal(feed: Path) -> list[Shown]:
    """Import into khal's own store, which writes and reads the events anew, and list them."""
    home = feed.parent / "khal"
    (home / "calendar").mkdir(parents=True)
    (home / "config").write_text(
        f"[calendars]\n[[huili]]\npath = {home / 'calendar'}\n[sqlite]\npath = {home / 'khal.db'}\n[locale]\n"
        "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%dT%H:%M\n"
        "longdatetimeformat = %Y-%m-%dT%H:%M\nlocal_timezone = Asia/Shanghai\ndefault_timezone = Asia/Shanghai\n",
        "utf-8",
    )
    khal = (TOOLS / "khal", "--config", home / "config")
    run(*khal, "import", "--batch", "--include-calendar", "huili", feed)
    line = "{uid}\x1f{title}\x1f{start-date-long}\x1f{start-time}\x1f{end-date-long}\x1f{end-time}\x1f{status}\x1e"
    listed = run(*khal, "list", "--once", "--day-format", "", "--format", line, "2020-01-01", "2030-01-01")
    return [khal_row(*row.strip("\n").split("\x1f")) for row in listed.split("\x1e")[:-1]]


def khal_row(uid: str, title: str, first: str, opens: str, last: str, closes: str, status: str) -> Shown:
    """Return the row; khal tells the last day of an all-day event, not the one after it."""
    if opens:
        return uid, title, f"{first}T{opens}", f"{last}T{closes}", status.strip()
    return uid, title, first, shown(date.fromisoformat(last) + timedelta(days=1)), status.strip()


def from_calcurse(feed: Path) -> list[tuple[str, str, str]]:
    """Import into calcurse, which keeps neither UID nor status, and read title, start and end from its store."""
    need(shutil.which("calcurse") is not None, "calcurse")
    home = feed.parent / "calcurse"
    home.mkdir()
    run("calcurse", "-D", home, "-q", "-i", feed, TZ="Asia/Shanghai")
    return [calcurse_row(line) for line in (home / "apts").read_text("utf-8").splitlines()]


ALL_DAY = re.compile(r"(\S+) \[1\](?: \{1D -> (\S+)\})?(?: ?>\w{40})? (.*)")  # 07/25/2024 [1] {1D -> 07/26/2024} 培训
TIMED = re.compile(
    r"(\S+) @ (\S+) -> (\S+) @ (\d\d:\d\d)(?:>\w{40} )?\|(.*)"
)  # 07/25/2024 @ 09:30 -> 07/25/2024 @ 11:00|会


def calcurse_row(line: str) -> tuple[str, str, str]:
    def day(text: str) -> date:
        return datetime.strptime(text, "%m/%d/%Y").date()

    if found := TIMED.fullmatch(line):
        return found[5], f"{day(found[1])}T{found[2]}", f"{day(found[3])}T{found[4]}"
    found = ALL_DAY.fullmatch(line)
    assert found, line
    return found[3], shown(day(found[1])), shown(day(found[2] or found[1]) + timedelta(days=1))


def from_vdirsyncer(address: str, home: Path) -> list[Shown]:
    """Synchronize an address into a folder of files, one an event, and read them."""
    (home / "config").write_text(
        f'[general]\nstatus_path = "{home / "status"}"\n[pair huili]\na = "feed"\nb = "files"\ncollections = null\n'
        f'[storage feed]\ntype = "http"\nurl = "{address}"\n'
        f'[storage files]\ntype = "filesystem"\npath = "{home / "files"}"\nfileext = ".ics"\n',
        "utf-8",
    )
    (home / "files").mkdir()
    vdirsyncer = (TOOLS / "vdirsyncer", "--config", home / "config")
    run(*vdirsyncer, "discover")
    run(*vdirsyncer, "sync")
    return [row for file in (home / "files").glob("*.ics") for row in from_icalendar(file)]


READERS: dict[str, Reader] = {
    "icalendar": from_icalendar,
    "vobject": from_vobject,
    "ics": from_ics,
    "recurring-ical-events": from_recurring,
    "libical": from_libical,
    "khal": from_khal,
    "ical.js": from_node("ical.js", "Asia/Shanghai"),
    "node-ical": from_node("node-ical", "Asia/Shanghai"),
    "node-ical in New York": from_node("node-ical", "America/New_York"),
}
