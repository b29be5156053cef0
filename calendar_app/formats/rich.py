"""The opt-in lines for clients that know RFC 9073 and RFC 9253: participants, the place, links to the source."""

from __future__ import annotations

from collections.abc import Iterator

from calendar_app.formats.content_lines import escape, uri
from calendar_app.formats.description import participant
from calendar_app.models import Event, Participation
from calendar_app.vocabulary import Role

PARTICIPANT_TYPES: dict[str, str] = {  # RFC 9073, 6.2; whoever is not named takes part actively
    Role.SPEAKER: "SPEAKER",
    Role.LECTURER: "SPEAKER",
    Role.SHARER: "SPEAKER",
    Role.ORGANIZER: "PLANNER-CONTACT",
    Role.CO_ORGANIZER: "SPONSOR",
}


def rich_lines(event: Event) -> Iterator[str]:
    """Yield properties, then components, to stand at the end of a VEVENT."""
    for source in event.sources.all():
        if address := source.article.bulletin.source_url:
            yield f"LINK;LINKREL=SOURCE;VALUE=URI:{uri(address)}"
    if event.place:
        yield from place_lines(event)
    for one in event.participations.all():
        yield from participant_lines(one)


def participant_lines(one: Participation) -> Iterator[str]:
    """Yield a PARTICIPANT (RFC 9073, 7.1), which no client takes for an invitation."""
    types = (PARTICIPANT_TYPES[role] for role in one.roles if role in PARTICIPANT_TYPES)
    yield "BEGIN:PARTICIPANT"
    yield f"UID:{one.event.uid}-participant-{one.pk}"
    yield f"PARTICIPANT-TYPE:{next(types, 'ACTIVE')}"
    yield f"SUMMARY:{escape(one.name)}"
    yield f"DESCRIPTION:{escape(participant(one))}"
    yield "END:PARTICIPANT"


def place_lines(event: Event) -> Iterator[str]:
    """Yield a VLOCATION (RFC 9073, 7.2)."""
    place = event.place
    assert place
    yield "BEGIN:VLOCATION"
    yield f"UID:{event.uid}-place-{place.pk}"
    yield f"NAME:{escape(place.name)}"
    if place.address:
        yield f"DESCRIPTION:{escape(place.address)}"
    if place.latitude is not None and place.longitude is not None:
        yield f"GEO:{place.latitude:.6f};{place.longitude:.6f}"
    yield "END:VLOCATION"
