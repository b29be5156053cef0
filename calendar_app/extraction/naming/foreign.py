"""Names written in transliteration: foreign ones with dots, and those of Tibetan, Mongol and Uyghur persons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from calendar_app.extraction import lexicon
from calendar_app.extraction.document import Span
from calendar_app.extraction.naming import bounds, endings

EDGES = frozenset("、，。；：！？”）)》\n \u3000")
BESIDE = frozenset({"post", "list", "label", "standing", "host"})  # what may stand before a name without dots
LONGEST_PART = 9  # characters between the dots of a foreign name
DOTTED = re.compile(f"[·•・](?<=[{bounds.HAN}].)(?=[{bounds.HAN}])")


@endings.ending
def cue() -> Iterable[str]:
    return lexicon.words("names", "before")


@lexicon.per_lexicon
def _letters() -> frozenset[str]:
    return frozenset("".join(lexicon.words("surnames", "transliterating")))


@lexicon.per_lexicon
def letters_only() -> re.Pattern[str]:
    return re.compile(f"[{''.join(lexicon.words('surnames', 'transliterating'))}]{{2,7}}")


@lexicon.per_lexicon
def _halves() -> re.Pattern[str]:
    """Return the pattern of what many Tibetan and Mongol names end with: 某某[才仁], 某某[图雅]."""
    halves = lexicon.words("surnames", "halves")
    return re.compile(lexicon.beginning(halves) + lexicon.alternation(halves))


@lexicon.per_lexicon
def _places() -> frozenset[str]:
    """Countries and towns that are written in the same characters."""
    return frozenset(lexicon.words("surnames", "transliterated_places"))


@lexicon.per_lexicon
def _dotted() -> re.Pattern[str]:
    letters = "".join(lexicon.words("surnames", "transliterating"))
    part = f"[{bounds.HAN}]{{1,{LONGEST_PART}}}"
    return re.compile(
        f"{part}(?:[·•・]{part}){{0,3}}[·•・](?P<last>(?P<letters>[{letters}]{{0,9}})[{bounds.HAN}]{{0,6}})"
    )


@lexicon.per_lexicon
def _posts_end_in() -> frozenset[str]:
    """The last characters of what endings.any_post matches."""
    return frozenset(word[-1] for key in ("heads", "standings", "labels") for word in lexicon.words("posts", key))


def starts(text: str) -> Iterator[int]:
    """Yield where names in transliteration may begin: 亚历山大·某某, or 某某某 right after a post."""
    for match in DOTTED.finditer(text):
        least = max(0, match.start() - LONGEST_PART)
        places = range(match.start(), least - 1, -1)
        yield next((place for place in places if _is_edge(text, place) or endings.any_post(text, place)), least)
    last = _posts_end_in()
    for match in letters_only().finditer(text):
        start, end = match.span()
        behind_posts = (at for at in range(start, end - 1) if text[at - 1 : at] in last and endings.any_post(text, at))
        place = next(behind_posts, None)
        if place is not None:
            yield place
        elif text[start - 1 : start] in {"、", "和", "与"} or (end - start > 2 and _is_edge(text, start)):
            yield start
    for match in _halves().finditer(text):
        if endings.any_post(text, match.start()):
            continue
        for start in range(max(0, match.start() - 2), match.start()):
            if endings.any_post(text, start) or text[start - 1 : start] == "、":
                yield start
                break


def _is_edge(text: str, place: int) -> bool:
    return place == 0 or text[place - 1] in EDGES or bool(cue(text, place) and text[place - 1] not in "和同向")


def opens(text: str, start: int) -> bool:
    """Say whether a word begins here that leads up to a name or tells what is done: 让|…, 依托|…"""
    return text[start : start + 2] in bounds.never() or cue(text, start + 1) > 0


def splits(text: str, place: int) -> bool:
    """Say whether a place lies within what such names end with: 某某才|让."""
    return _halves().match(text, place - 1) is not None


def name_at(text: str, start: int, left: str) -> Span | None:
    """Take a name in transliteration, with dots wherever it stands, without them right after a post or in a list."""
    half, least = None, 2  # what stands behind the name must at least weigh
    dotted = _dotted().match(text, start)
    first = text[start : dotted.start("last") - 1] if dotted else ""
    if 2 * sum(char in _letters() for char in first) < len(first):  # 北湖讲堂·名家
        return None
    if dotted:
        ends = (
            *range(dotted.end("letters"), dotted.start("last"), -1),
            *range(dotted.start("last") + 1, dotted.end() + 1),
        )
    elif left in BESIDE and (half := _halves().search(text, start + 1, start + 5)):
        ends = (half.end(),)
    elif left in BESIDE and (plain := letters_only().match(text, start)):
        ends = tuple(range(plain.end(), start + 1, -1))
    elif left in {"start", "cue"} and not opens(text, start) and (plain := letters_only().match(text, start)):
        ends = tuple(range(plain.end(), start + 2, -1))
        least = 2 if left == "start" and plain.end() > start + 3 and text.startswith("、", plain.end()) else 3
    else:
        return None
    ends = tuple(end for end in ends if not splits(text, end))
    sure = (next((end for end in ends if bounds.weigh(text, end).weight >= weight), None) for weight in (3, least))
    end = next((end for end in sure if end is not None), None)
    if end is not None and not dotted and text[end - 1] == "村" and bounds.weigh(text, end).post:
        return None  # 莲花村|主任徐某
    if (
        end is None
        or (not half and text[start : start + 2] in bounds.no_names())
        or text[start:end] in bounds.never()
        or text[start:end] in _places()
    ):
        return None
    return Span(start, end)
