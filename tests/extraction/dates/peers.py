"""What other date recognizers read: a program of its own for a Python that has them; texts in, readings out, as JSON.

    python peers.py NAME < texts.json

NAME is jionlp, recognizers-text-suite or dateparser. The input is [{"text", "published_on"}]; for each text the output
lists readings {"start", "end", "values": [[first day, last day, clock or null], …]}, all the values a peer offers.
"""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

Reading = dict[str, Any]
Read = Callable[[str, date], Iterator[Reading]]


def jionlp() -> Read:
    import jionlp as jio

    def read(text: str, base: date) -> Iterator[Reading]:
        reference = {"year": base.year, "month": base.month, "day": base.day}
        for found in jio.ner.extract_time(text, time_base=reference, with_parsing=True):
            times = found["detail"].get("time")
            if isinstance(times, list) and all(isinstance(each, str) and len(each) == 19 for each in times):
                value = [times[0][:10], times[1][:10], times[0][11:16]]
                yield {"start": found["offset"][0], "end": found["offset"][1], "values": [value]}

    return read


def recognizers() -> Read:
    from recognizers_date_time import Culture, recognize_datetime

    def values(one: dict[str, str]) -> Iterator[list[str | None]]:
        first, last = one.get("value") or one.get("start"), one.get("value") or one.get("end")
        if not first or not last or first[:1] == "P" or not first[:4].isdecimal():
            return
        clock = first[11:16] or None
        yield [first[:10], last[:10], clock]
        try:  # the end of 7月 is given as 1 August: take both readings
            before = date.fromisoformat(last[:10]) - timedelta(1)
        except ValueError:
            return
        yield [first[:10], before.isoformat(), clock]

    def read(text: str, base: date) -> Iterator[Reading]:
        reference = datetime(base.year, base.month, base.day)
        for found in recognize_datetime(text, Culture.Chinese, reference=reference):
            offered = (found.resolution or {}).get("values", [])
            every = [value for one in offered for value in values(one)]
            yield {"start": found.start, "end": found.end + 1, "values": every}

    return read


def dateparser() -> Read:
    from dateparser.search import search_dates

    def read(text: str, base: date) -> Iterator[Reading]:
        settings = {"RELATIVE_BASE": datetime(base.year, base.month, base.day), "PREFER_DATES_FROM": "past"}
        place = 0
        for words, when in search_dates(text, languages=["zh"], settings=settings) or []:
            place = max(text.find(words, place), 0)
            day = when.date().isoformat()
            yield {"start": place, "end": place + len(words), "values": [[day, day, when.strftime("%H:%M")]]}
            place += len(words)

    return read


PEERS = {"jionlp": jionlp, "recognizers-text-suite": recognizers, "dateparser": dateparser}


def main() -> None:
    warnings.simplefilter("ignore")
    asked, shown = json.load(sys.stdin), sys.stdout
    sys.stdout = sys.stderr  # some greet on standard output
    read = PEERS[sys.argv[1]]()
    answers = []
    for one in asked:
        try:
            answers.append(list(read(one["text"], date.fromisoformat(one["published_on"]))))
        except Exception as error:  # a peer that breaks on a text has read nothing there
            sys.stderr.write(f"{sys.argv[1]}: {error!r} on {one['text'][:20]!r}\n")
            answers.append([])
    json.dump(answers, shown)


if __name__ == "__main__":
    main()
