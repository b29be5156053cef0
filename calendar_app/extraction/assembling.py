"""Makes Findings of what was settled: every value printed as the source has it, with its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Protocol

from calendar_app.extraction.document import Mention, Segment, Span
from calendar_app.extraction.finding import Cited, Finding, Participant, Relation, Session

CERTAINTY = {"person": 0.95, "organization": 0.85, "group": 0.8, "role": 0.9}  # precision on annotated texts …
UNSURE = {
    "body-as-subject": 0.6,
    "body-beside": 0.7,
    "name-start": 0.7,
    "name-unit": 0.7,
    "name-quoted": 0.7,
    "role-attendee-acting": 0.6,
}  # … by rule
WHEN_FIELDS = ("starts_on", "ends_on", "starts_at", "ends_at", "day_part", "precision")


class Item(Protocol):
    """What was settled about an item of a programme, spans counted in the segment's text."""

    @property
    def name(self) -> Span: ...
    @property
    def kind(self) -> str: ...
    @property
    def speakers(self) -> Sequence[Mention]: ...
    @property
    def verb(self) -> Mention: ...
    @property
    def when(self) -> Mention | None: ...


@dataclass(frozen=True)
class Settled:
    """All that was settled about one event, spans counted in the segment's text."""

    kind: str
    name: Span
    whose: Span | None
    name_rule: str
    sentence: Span
    when: Mention | None
    clock: Mention | None
    inherited: bool
    open_ended: bool
    closing: bool
    lasting: tuple[Span, int] | None  # the words that tell how many days, and that number
    place: Span | None
    place_rule: str
    mode: str | None
    modes: tuple[Mention, ...]
    status: str
    status_by: Mention | None
    first_planned: Mention | None
    confidence: float


def finding(segment: Segment, settled: Settled) -> Finding:
    """Make the Finding of one event, without its participants and sessions."""
    whose = segment.printed(settled.whose) if settled.whose else ""
    name = whose + segment.printed(settled.name)
    made = Finding(settled.kind, name, status=settled.status, confidence=settled.confidence)
    if settled.whose:
        cite(made, segment, "name", settled.whose, "name-of-whose", stated=False)
    cite(made, segment, "name", settled.name, settled.name_rule)
    cite(made, segment, "kind", settled.name, "kind-by-head")
    if settled.when:
        add_when(made, segment, settled.when, settled.clock, settled.inherited, settled.open_ended, settled.closing)
        if settled.lasting:
            add_length(made, segment, *settled.lasting)
    if settled.place:
        made.location = segment.printed(settled.place)
        cite(made, segment, "location", settled.place, settled.place_rule)
    if settled.mode:
        made.attendance_mode = settled.mode
        for one in settled.modes:
            cite(made, segment, "attendance_mode", one.span, one.rule)
    by = settled.status_by
    cite(
        made, segment, "status", by.span if by else settled.sentence, by.rule if by else "status-told", stated=bool(by)
    )
    if first := settled.first_planned:
        made.previous_starts_on = first.value.starts_on.isoformat()
        is_whole = not first.value.year_inferred
        cite(made, segment, "previous_starts_on", first.span, "date-first-planned", stated=is_whole)
    made.summary = segment.printed(settled.sentence)
    cite(made, segment, "summary", settled.sentence, "own-sentence")
    return made


def add_when(
    made: Finding,
    segment: Segment,
    date: Mention,
    clock: Mention | None,
    inherited: bool,
    open_ended: bool = False,
    closing: bool = False,
) -> None:
    """Fill in the days and times, as far as they are printed."""
    when: dict[str, Any] = date.value.as_json()
    if inherited:
        when |= {
            "starts_at": None,
            "ends_at": None,
            "day_part": None,
            "precision": "day" if when["starts_on"] else "unknown",
        }
    if clock:
        when |= {"starts_at": of_half_day(clock.value.starts_at, when["day_part"]), "precision": "minute"}
        when["day_part"] = when["day_part"] or clock.value.day_part
    if open_ended and when["starts_on"] == when["ends_on"]:
        when |= {"ends_on": None}
    if closing and when["starts_on"] == when["ends_on"]:
        when |= {"starts_on": None, "starts_at": None, "day_part": None}
    for key in WHEN_FIELDS:
        setattr(made, key, when[key])
        if when[key] not in (None, "unknown"):
            source = clock if clock and key == "starts_at" else date
            cite(
                made, segment, key, source.span, source.rule, stated=not (when["year_inferred"] and key.endswith("_on"))
            )
    made.year_inferred = when["year_inferred"]
    made.date_text = date_text(segment, date.span)
    cite(made, segment, "date_text", date.span, date.rule)


def of_half_day(clock: str, day_part: str | None) -> str:
    """Return an hour as it is counted in the afternoon or evening that was printed before: 下午…3点30分."""
    is_later = day_part in ("afternoon", "evening") and "01:00" <= clock < "12:00"
    return f"{int(clock[:2]) + 12}{clock[2:]}" if is_later else clock


def add_length(made: Finding, segment: Segment, span: Span, days: int) -> None:
    """Count an event's last day from the number of days it lasts, or its first where only the last is printed."""
    if made.starts_on:
        made.ends_on, key = shifted(made.starts_on, days - 1), "ends_on"
    elif made.ends_on:
        made.starts_on, key = shifted(made.ends_on, 1 - days), "starts_on"
    else:
        return
    made.evidence[key] = [Cited(segment.span(span), "date-lasting", stated=False)]


def shifted(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def date_text(segment: Segment, span: Span) -> str:
    """Return the words of a date as the source has them, breaks inside kept."""
    return segment.span(span).quote(segment.source)


def cite(made: Finding, segment: Segment, key: str, span: Span, rule: str, *, stated: bool = True) -> None:
    made.evidence.setdefault(key, []).append(Cited(segment.span(span), rule, stated))


def participant(
    segment: Segment, mention: Mention, roles: Sequence[tuple[str, Mention]], named: Sequence[Span]
) -> Participant:
    """Make one participant, his evidence the places where he is named and the verbs that gave his roles."""
    post = mention.value.post if mention.kind == "person" else None
    name = mention.value.name if mention.kind == "person" else segment.printed(mention.span)
    made = Participant(mention.kind, name, post, [role for role, _ in roles])
    parts = [UNSURE.get(verb.rule, CERTAINTY["role"]) for _role, verb in roles]
    made.confidence = min(UNSURE.get(mention.rule, CERTAINTY[mention.kind]), max(parts))
    made.evidence["name"] = [Cited(segment.span(mention.span), mention.rule, confidence=made.confidence)]
    if post:
        made.evidence["post"] = [Cited(segment.span(mention.value.post_span), f"post-of-{mention.rule}")]
    for (role, verb), sure in zip(roles, parts, strict=True):
        made.evidence[role] = [Cited(segment.span(verb.span), verb.rule, confidence=sure)]
    return made


def name_of(one: Mention) -> str:
    return str(one.value.name if one.kind == "person" else one.value)


def session(segment: Segment, item: Item) -> Session:
    """Make one item of the programme."""
    made = Session(segment.printed(item.name), item.kind, speakers=[name_of(one) for one in item.speakers])
    made.evidence["name"] = [Cited(segment.span(item.name), "session-subject")]
    made.evidence["kind"] = [Cited(segment.span(item.verb.span), item.verb.rule)]
    if item.when:
        when = item.when.value.as_json()
        made.starts_on, made.starts_at, made.day_part = when["starts_on"], when["starts_at"], when["day_part"]
        made.evidence["starts_on"] = [Cited(segment.span(item.when.span), item.when.rule, not when["year_inferred"])]
    return made


def milestone(segment: Segment, date: Mention, target: Span, topic: Span | None, sentence: Span, about: int) -> Finding:
    """Make the Finding of a dated target, a milestone of the event at index `about`."""
    name = (segment.printed(topic) if topic else "") + segment.printed(target)
    made = Finding("milestone", name, status="scheduled", confidence=0.6 if topic else 0.7)
    for span in (topic, target):
        if span:
            cite(made, segment, "name", span, "target-of-deadline", stated=topic is None)
    for key in ("kind", "status"):
        cite(made, segment, key, date.span, "deadline")
    add_when(made, segment, date, None, False)
    made.summary = segment.printed(sentence)
    cite(made, segment, "summary", sentence, "own-sentence")
    made.relations.append(Relation("milestone_of", about))
    return made
