"""The vocabulary's values are the contract's."""

from __future__ import annotations

from calendar_app.vocabulary import Kind, Role


def test_kinds_and_roles_are_the_contracts() -> None:
    assert [kind.value for kind in Kind] == ["meeting", "training", "ceremony", "activity", "milestone"]
    assert " ".join(Role) == (
        "organizer co_organizer chair speaker lecturer sharer presenter recipient signatory attendee"
    )
