"""What is stored: one subject a file, its QuerySet beside it."""

from calendar_app.models.actors import Organization, OrganizationAlias, Person, PersonAlias
from calendar_app.models.bulletins import Article, Bulletin, Extraction
from calendar_app.models.differences import Difference
from calendar_app.models.events import Event
from calendar_app.models.facts import Fact
from calendar_app.models.feeds import Feed, FeedVersion, RenderedEvent, StyledEvent
from calendar_app.models.places import Place, Series, SeriesMembership
from calendar_app.models.programme import Participation, Session
from calendar_app.models.relations import EventRelation, EventSource
from calendar_app.models.review import Change, CorrectionRequest, DuplicateCandidate
from calendar_app.models.search import SearchEntry

__all__ = [
    "Article",
    "Bulletin",
    "Change",
    "CorrectionRequest",
    "Difference",
    "DuplicateCandidate",
    "Event",
    "EventRelation",
    "EventSource",
    "Extraction",
    "Fact",
    "Feed",
    "FeedVersion",
    "Organization",
    "OrganizationAlias",
    "Participation",
    "Person",
    "PersonAlias",
    "Place",
    "RenderedEvent",
    "SearchEntry",
    "Series",
    "SeriesMembership",
    "Session",
    "StyledEvent",
]
