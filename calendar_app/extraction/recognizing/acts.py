"""What each verb says of who did it: 主持 makes a chair, 讲话 a speaker; and the nouns that stand after 作 and 进行."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from calendar_app.extraction.lexicon import per_lexicon, table, words

ROLES = (
    "chair", "speaker", "lecturer", "sharer", "presenter",
    "recipient", "signatory", "attendee", "organizer", "co_organizer",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Act:
    """What a verb says of who did it: its role, and whether the verb is one that is often a noun."""

    role: str
    word: str
    weak: bool = False
    of_persons: bool = False
    takes_object: bool = False
    only_object: bool = False
    informal: bool = False
    lists: bool = False  # who stands after it is a list to the end of the sentence
    at_training: bool = False  # shows somebody teaching at a training only
    depends: bool = False  # a report is a lecture at a training and a speech at a meeting


@per_lexicon
def acts() -> dict[str, Act]:
    """Return what each verb says."""
    weak, own = set(words("roles", "nouns_too")), set(words("roles", "words_of_persons"))
    informal = set(words("roles", "informal"))
    shown = ("演示", "演示了", "示范了")
    objects, only = set(words("roles", "objects")), set(words("roles", "own_objects"))
    return {
        word: Act(
            role,
            word,
            word in weak,
            word in own,
            word in objects,
            word in only,
            word in informal,
            word in shown,
        )
        for role in reversed(ROLES)
        for word in words("roles", role)
    }


@per_lexicon
def nouns() -> Mapping[str, str | int]:
    return table("roles", "nouns")
