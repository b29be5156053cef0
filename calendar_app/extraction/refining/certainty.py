"""Says how likely a reviewer accepts an event unchanged, from how firmly the text tells it."""

from __future__ import annotations

import re

from calendar_app.extraction.refining.likeness import alike
from calendar_app.extraction.refining.pages import GENERIC, Occasion, Page

FIRMEST = 0.9  # dated, held, named alike in headline and lead: of these about one in ten is mended
FRAMES = {
    "held": 1.0,
    "happens": 1.0,
    "act": 0.85,
    "label": 0.9,
    "attended": 0.75,
    "lecture": 0.8,
    "visit": 0.75,
    "at": 0.65,
    "outing": 0.65,
}
TORN = re.compile(r"^[的等和与及以了、，]|[的与和及、，]$|，")
QUOTED = re.compile(r"“[^”]*”|（[^）]*）|《[^》]*》")
LONG = 45  # code points; longer names hold something that is no part of them now and then


def certainty(page: Page, one: Occasion, number: int, status: str) -> float:
    """Return a confidence from 0 to 1; `number` counts the events told before in the article.

    What an activity is called, and when what is still to come will be, are told in more ways than the rest.
    """
    name = one.named.quote(page.text)
    headline = page.headline.quote(page.text)
    doubts = [
        FRAMES[one.event.value.frame],
        1.0 if one.when and one.when.value.starts_on else 0.75,
        0.85 if one.when and one.when.value.precision == "month" else 1.0,
        0.75 if one.inherited else 1.0,
        0.8 if GENERIC.match(name) and not one.whose else 1.0,
        0.6 if TORN.search(QUOTED.sub("", name)) or name.count("“") != name.count("”") else 1.0,
        0.9 if len(name) > LONG else 1.0,
        0.9 if number else 1.0,
        1.0 if agrees(name, headline) or number else 0.97,
        0.95 if one.kind == "activity" else 1.0,
        0.95 if status == "scheduled" else 1.0,
    ]
    sure = FIRMEST
    for doubt in doubts:
        sure *= doubt
    return sure


def agrees(name: str, headline: str) -> bool:
    """Say whether the headline tells of the same: it has the name, or most of its pairs of characters."""
    bare = QUOTED.sub("", name)
    return alike(headline, name) or (len(bare) > 3 and bare[-4:] in headline)
