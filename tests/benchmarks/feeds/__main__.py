"""What feeds cost beside django-ical, icalendar and nginx, as ratios of one run; exits 1 below a target.

    pip install --no-deps --target PEER django-ical django-recurrence
    python -m tests.benchmarks.feeds --peer PEER [--events 1000 10000] [--base 1000000] [--only join write serve base]

The peer is installed apart and never a dependency. `serve` and `base` need `wrk` and `nginx` (Debian's packages). All
is measured on a database of its own in a temporary folder, or on the empty one of --database.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks.databases import base
from tests.benchmarks.feeds.figures import Figure, say


def figures(folder: Path, asked: argparse.Namespace) -> Iterator[Figure]:
    from tests.benchmarks.feeds import joining, serving, writing  # models are there once Django is set up

    parts: dict[str, Callable[[], Iterator[Figure]]] = {
        "join": lambda: joining.join(asked.events),
        "write": writing.write,
        "serve": lambda: serving.serve(folder),
        "base": lambda: serving.base(folder, asked.base),
    }
    for part in asked.only:
        yield from parts[part]()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peer", type=Path, help="the folder django-ical was installed to")
    parser.add_argument("--events", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--base", type=int, default=1_000_000, help="events in the large base")
    parser.add_argument("--database", default="", help="an empty database to measure on: postgres://…")
    everything = ["join", "write", "serve", "base"]
    parser.add_argument("--only", nargs="+", default=everything, choices=everything)
    asked = parser.parse_args()
    if asked.peer:
        sys.path.append(str(asked.peer))
    with base(asked.database) as folder:
        from django.utils import translation

        with translation.override("zh-hans"):
            found = list(figures(folder, asked))
    for figure in found:
        say(str(figure))
    return 0 if all(figure.is_met for figure in found) else 1


if __name__ == "__main__":
    sys.exit(main())
