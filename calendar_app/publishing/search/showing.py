"""What a search shows of its finds: the words marked in the name, and a line that says where else they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.db import connection

from calendar_app.models import Event
from calendar_app.models.keys import LISTED, listed
from calendar_app.publishing.search.words import plain

Pieces = list[tuple[str, bool]]
BEFORE, AROUND = 12, 60  # characters of a long text shown before a find, and in all


def marked(text: str, words: Iterable[str]) -> Pieces:
    """Cut a text where the words stand in it; each piece comes with whether it is one of them."""
    known = plain(text)
    asked = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    if not asked or len(known) != len(text):
        return [(text, False)]
    cuts, at = [], 0
    for match in re.finditer(asked, known):
        cuts += [(text[at : match.start()], False), (text[match.start() : match.end()], True)]
        at = match.end()
    return [(piece, hit) for piece, hit in (*cuts, (text[at:], False)) if piece]


def holds_all(name: str, words: Iterable[str]) -> bool:
    known = plain(name)
    return all(word in known for word in words)


def snippet(event: Event, texts: Iterable[str], words: tuple[str, ...]) -> Pieces:
    """Return the first of an event's texts that holds a word its name lacks, cut to about one line."""
    name = plain(event.name)
    sought = [word for word in words if word not in name]
    for text in texts if sought else ():
        places = [place for word in sought if (place := plain(text).find(word)) >= 0]
        if places:
            start = max(min(places) - BEFORE, 0) if len(text) > AROUND else 0
            return marked(("…" if start else "") + text[start : start + AROUND], sought)
    return []


# Who, the programme, the articles: in the order they are looked through.
TEXTS = """
SELECT event_id, 1 AS sort, "order" AS place, TRIM(post || ' ' || name) FROM calendar_app_participation
WHERE event_id IN ({keys})
UNION ALL SELECT event_id, 2, "order", name FROM calendar_app_session WHERE event_id IN ({keys})
UNION ALL SELECT source.event_id, 3, source.id, article.headline FROM calendar_app_eventsource AS source
JOIN calendar_app_article AS article ON article.id = source.article_id WHERE source.event_id IN ({keys})
ORDER BY sort, place
"""


def texts_of(events: list[Event]) -> dict[int, list[str]]:
    """Return what each event tells besides its name: where, who, its programme, the articles' headlines, the rest."""
    told: dict[int, list[str]] = {event.pk: [event.location] for event in events}
    if not told:
        return told
    with connection.cursor() as cursor:
        cursor.execute(TEXTS.format(keys=LISTED[connection.vendor]), [listed(told)] * 3)
        for key, _sort, _place, text in cursor.fetchall():
            told[key].append(text)
    for event in events:
        told[event.pk].append(event.summary)
    return told
