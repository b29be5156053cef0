"""Names written in transliteration: foreign ones with dots, and those of Tibetan, Mongol and Uyghur persons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from calendar_app.extraction import lexicon
from calendar_app.extraction.document import Span
from calendar_app.extraction.naming import bounds, endings

EDGES = frozenset("、，。；：！？”）)》\n \u3000")
LONGEST_PART = 9  # characters between the dots of a foreign name
DOTTED = re.compile(f"[·•・](?<=[{bounds.HAN}].)(?=[{bounds.HAN}])")


@endings.ending
def cue() -> Iterable[str]:
    return lexicon.words("names", "before")


@endings.ending
def _post() -> Iterable[str]:
    return lexicon.words("posts", "heads") + lexicon.words("posts", "labels")


@lexicon.per_lexicon
def letters_only() -> re.Pattern[str]:
    return re.compile(f"[{''.join(lexicon.words('surnames', 'transliterating'))}]{{2,7}}")


@lexicon.per_lexicon
def _dotted() -> re.Pattern[str]:
    letters = "".join(lexicon.words("surnames", "transliterating"))
    part = f"[{bounds.HAN}]{{1,{LONGEST_PART}}}"
    return re.compile(
        f"{part}(?:[·•・]{part}){{0,3}}[·•・](?P<last>(?P<letters>[{letters}]{{0,9}})[{bounds.HAN}]{{0,6}})"
    )


def starts(text: str) -> Iterator[int]:
    """Yield where names in transliteration may begin: 亚历山大·某某, or 某某某 right after a post."""
    for match in DOTTED.finditer(text):
        least = max(0, match.start() - LONGEST_PART)
        places = range(match.start(), least - 1, -1)
        yield next((place for place in places if _is_edge(text, place) or endings.any_post(text, place)), least)
    for match in letters_only().finditer(text):
        start, end = match.span()
        place = next((place for place in range(start, end - 1) if _post(text, place)), None)
        if place is not None:
            yield place
        elif text[start - 1 : start] in {"、", "和", "与"}:
            yield start


def _is_edge(text: str, place: int) -> bool:
    return place == 0 or text[place - 1] in EDGES or bool(cue(text, place) and text[place - 1] not in "和同向")


def name_at(text: str, start: int, left: str) -> Span | None:
    """Take a name in transliteration, with dots wherever it stands, without them right after a post or in a list."""
    dotted = _dotted().match(text, start)
    if dotted:
        ends = (
            *range(dotted.end("letters"), dotted.start("last"), -1),
            *range(dotted.start("last") + 1, dotted.end() + 1),
        )
    elif left in {"post", "list", "label"} and (plain := letters_only().match(text, start)):
        ends = tuple(range(plain.end(), start + 1, -1))
    else:
        return None
    sure = (next((end for end in ends if bounds.weigh(text, end).weight >= least), None) for least in (3, 2))
    end = next((end for end in sure if end is not None), None)
    if end is not None and not dotted and text[end - 1] == "村" and bounds.weigh(text, end).post:
        return None  # 莲花村|主任徐某
    if end is None or text[start : start + 2] in bounds.no_names() or text[start:end] in bounds.never():
        return None
    return Span(start, end)
