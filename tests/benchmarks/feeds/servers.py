"""Real servers on loopback, and how many requests a second they answer."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.request import urlopen

FOR_SECONDS = 1  # short, since by turns what else the machine does then meets both


class Rate(NamedTuple):
    """Requests a second on the clock, and of the workers' CPU."""

    of_clock: float
    of_cpu: float


@dataclass(frozen=True)
class Service:
    """A running service: its address, and the process whose children answer."""

    address: str
    pid: int

    def worked(self) -> float:
        """Return the CPU seconds its workers have taken so far, which others on the machine hardly lengthen."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        told = [Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split() for child in children]
        return sum(int(fields[11]) + int(fields[12]) for fields in told) / os.sysconf("SC_CLK_TCK")


@contextmanager
def gunicorn(database: str) -> Iterator[Service]:
    """Serve a database with two workers, as an installation does."""
    bind = f"127.0.0.1:{free_port()}"
    options = f"-m gunicorn config.wsgi -b {bind} -w 2 --threads 4 --log-level error"
    with running(sys.executable, *options.split(), env=os.environ | {"DATABASE_URL": database}) as pid:
        wait_for(bind)
        yield Service(f"http://{bind}", pid)


@contextmanager
def nginx(folder: Path) -> Iterator[str]:
    """Serve a folder's files with two workers; yield the address."""
    bind = f"127.0.0.1:{free_port()}"
    conf = folder / "nginx.conf"
    conf.write_text(
        f"daemon off; worker_processes 2; pid {folder}/nginx.pid; error_log /dev/null; user root;\n"
        f"events {{}}\nhttp {{ access_log off; sendfile on; types {{ text/calendar ics; }}\n"
        f"server {{ listen {bind}; root {folder}/www; }} }}\n"
    )
    with running("nginx", "-c", str(conf)):
        wait_for(bind)
        yield f"http://{bind}"


@contextmanager
def running(*command: str, env: dict[str, str] | None = None) -> Iterator[int]:
    """Keep a server running for as long as it is asked; yield its process."""
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield process.pid
    finally:
        process.terminate()
        process.wait(10)


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
    return port


def wait_for(bind: str) -> None:
    host, _, port = bind.partition(":")
    for _ in range(100):
        with socket.socket() as door:
            if door.connect_ex((host, int(port))) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"nothing listens at {bind}")


def rate(address: str, *headers: str) -> float:
    """Return requests a second, eight at a time."""
    asked = [part for header in headers for part in ("-H", header)]
    command = ["wrk", "-t", "1", "-c", "8", "-d", f"{FOR_SECONDS}s", *asked, address]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "Non-2xx" not in told, told
    return float(next(line.split()[1] for line in told.splitlines() if line.startswith("Requests/sec")))


def rate_unchanged(service: Service) -> Rate:
    """Return how many times a second the feed of everything is answered with 304."""
    address = f"{service.address}/feeds/all.ics"
    with urlopen(address) as answer:
        etag = answer.headers["ETag"]
    before = service.worked()
    requests = rate(address, f"If-None-Match: {etag}")
    return Rate(requests, requests * FOR_SECONDS / (service.worked() - before))
