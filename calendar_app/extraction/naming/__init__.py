"""What a person's name, post and unit are, for the recognizers of who took part and the refiners of their lists."""

from __future__ import annotations

from dataclasses import dataclass

from calendar_app.extraction.document import Span


@dataclass(frozen=True, slots=True)
class Person:
    """A person as an article names him: the bare name, and the post printed at its first full mention.

    `post_span` says where that post stands; it may be far from the mention, which may be a later, bare one.
    """

    name: str
    post: str | None = None
    post_span: Span | None = None
