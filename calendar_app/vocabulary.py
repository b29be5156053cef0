"""The words that code, admin, pages and feeds share: kinds, roles, precisions, statuses, each with its label."""

from __future__ import annotations

from enum import StrEnum


def gettext_noop(text: str) -> str:
    """Mark a label for the message catalogue; whoever shows it translates it."""
    return text


class Labelled(StrEnum):
    """A word of the vocabulary and its label, a message of the catalogue."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Labelled:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """Return (value, label) pairs in the order of declaration."""
        return [(member.value, member.label) for member in cls]


class Kind(Labelled):
    """What sort of event it is."""

    MEETING = "meeting", gettext_noop("Meeting")
    TRAINING = "training", gettext_noop("Training")
    CEREMONY = "ceremony", gettext_noop("Ceremony")
    ACTIVITY = "activity", gettext_noop("Activity")
    MILESTONE = "milestone", gettext_noop("Milestone")


class DayPart(Labelled):
    """The part of the day an event starts in, as printed (CLDR day periods)."""

    MORNING = "morning", gettext_noop("Morning")
    NOON = "noon", gettext_noop("Noon")
    AFTERNOON = "afternoon", gettext_noop("Afternoon")
    EVENING = "evening", gettext_noop("Evening")


class Precision(Labelled):
    """How exactly the text tells the time."""

    MINUTE = "minute", gettext_noop("To the minute")
    DAY_PART = "day_part", gettext_noop("To the half-day")
    DAY = "day", gettext_noop("To the day")
    MONTH = "month", gettext_noop("To the month")
    YEAR = "year", gettext_noop("To the year")
    UNKNOWN = "unknown", gettext_noop("Unknown")


class AttendanceMode(Labelled):
    """How one takes part (schema.org eventAttendanceMode)."""

    OFFLINE = "offline", gettext_noop("On site")
    ONLINE = "online", gettext_noop("Online")
    MIXED = "mixed", gettext_noop("On site and online")


class Status(Labelled):
    """What became of the event itself."""

    SCHEDULED = "scheduled", gettext_noop("Scheduled")
    HELD = "held", gettext_noop("Held")
    POSTPONED = "postponed", gettext_noop("Postponed")
    CANCELLED = "cancelled", gettext_noop("Cancelled")


class ParticipantType(Labelled):
    """Who a participant is."""

    PERSON = "person", gettext_noop("Person")
    ORGANIZATION = "organization", gettext_noop("Organization")
    GROUP = "group", gettext_noop("Group")


class Role(Labelled):
    """What part somebody had in an event."""

    ORGANIZER = "organizer", gettext_noop("Organizer")
    CO_ORGANIZER = "co_organizer", gettext_noop("Co-organizer")
    CHAIR = "chair", gettext_noop("Chair")
    SPEAKER = "speaker", gettext_noop("Speaker")
    LECTURER = "lecturer", gettext_noop("Lecturer")
    SHARER = "sharer", gettext_noop("Sharer")
    PRESENTER = "presenter", gettext_noop("Presenter")
    RECIPIENT = "recipient", gettext_noop("Recipient")
    SIGNATORY = "signatory", gettext_noop("Signatory")
    ATTENDEE = "attendee", gettext_noop("Attendee")


class RelationType(Labelled):
    """How one event stands to another."""

    PART_OF = "part_of", gettext_noop("Part of")
    FOLLOWS = "follows", gettext_noop("Follows")
    MILESTONE_OF = "milestone_of", gettext_noop("Milestone of")


class ReviewState(Labelled):
    """Where an event stands on its way to the public; only approved events are public."""

    DRAFT = "draft", gettext_noop("Draft")
    APPROVED = "approved", gettext_noop("Published")
    REJECTED = "rejected", gettext_noop("Rejected")
    WITHDRAWN = "withdrawn", gettext_noop("Withdrawn")


class Decision(Labelled):
    """What a reviewer decided about a fact or a proposed duplicate."""

    OPEN = "open", gettext_noop("Open")
    ACCEPTED = "accepted", gettext_noop("Accepted")
    CORRECTED = "corrected", gettext_noop("Corrected")
    REJECTED = "rejected", gettext_noop("Turned down")


class Basis(Labelled):
    """Whether a value is printed, concluded from what is printed, or known to the reviewer."""

    STATED = "stated", gettext_noop("Stated")
    INFERRED = "inferred", gettext_noop("Inferred")
    REVIEWER = "reviewer", gettext_noop("Reviewer’s knowledge")


class PublishedOnBasis(Labelled):
    """Where a bulletin's publication date comes from."""

    GIVEN = "given", gettext_noop("Given")
    TEXT = "text", gettext_noop("Printed")
    INFERRED = "inferred", gettext_noop("Inferred")
    NONE = "none", gettext_noop("Unknown")


class OrganizationLevel(Labelled):
    """The rank of a body in the administrative order, so that 市 and 区 are never confused."""

    NATION = "nation", gettext_noop("Nation")
    PROVINCE = "province", gettext_noop("Province")
    CITY = "city", gettext_noop("City")
    DISTRICT = "district", gettext_noop("District")
    TOWN = "town", gettext_noop("Town")
    COMMUNITY = "community", gettext_noop("Community")
    OTHER = "other", gettext_noop("Other")


class FeedScope(Labelled):
    """What a private feed holds besides nothing rejected, withdrawn or merged."""

    DRAFTS = "drafts", gettext_noop("Drafts")
    ALL = "all", gettext_noop("Drafts and published events")


class CancelledEvents(Labelled):
    """What a feed does with cancelled events."""

    SHOW = "show", gettext_noop("Show")
    HIDE = "hide", gettext_noop("Hide")
