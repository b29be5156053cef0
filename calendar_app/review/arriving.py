"""What is looked at when a bulletin has come in: whom its short names mean, and what it tells again."""

from __future__ import annotations

from calendar_app.models import Bulletin, DuplicateCandidate, Event
from calendar_app.review.linking import link_by_rank
from calendar_app.review.matching import note_proposals


def look_over(bulletin: Bulletin) -> list[DuplicateCandidate]:
    """Link a new bulletin's short names by rank, and propose what its events may be duplicates of."""
    link_by_rank(bulletin)
    return note_proposals(Event.objects.filter(articles__bulletin=bulletin).distinct())
