"""The steps in order: a text in, its Findings out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import chain
from operator import attrgetter
from types import ModuleType

from calendar_app.extraction.assembling import Settled, finding, milestone, participant, session
from calendar_app.extraction.document import Document, Mention, Mentions, Span, within
from calendar_app.extraction.finding import Extraction, Finding, FoundArticle, Relation
from calendar_app.extraction.lexicon import settled as settled_words
from calendar_app.extraction.recognizing import (
    dates,
    events,
    groups,
    lines,
    organizations,
    outings,
    people,
    places,
    roles,
    statuses,
)
from calendar_app.extraction.refining import publication_dates, reference_dates
from calendar_app.extraction.refining.casting import cast
from calendar_app.extraction.refining.certainty import certainty
from calendar_app.extraction.refining.circumstances import (
    clock_of,
    first_planned,
    is_closing,
    is_open_ended,
    lasting,
    mode_of,
    overall,
    place_of,
    status_of,
    visited,
)
from calendar_app.extraction.refining.labels import NUMBERED, PERSON_ROW, label_of, role_of
from calendar_app.extraction.refining.milestones import milestones
from calendar_app.extraction.refining.occasions import settle
from calendar_app.extraction.refining.pages import Occasion, Page
from calendar_app.extraction.refining.scopes import in_force
from calendar_app.extraction.refining.subjects import Company
from calendar_app.extraction.segmenting import Article, Layout, segment, stretches
from calendar_app.extraction.segmenting.sentences import quotations, sentences, speech

TOGETHER = re.compile(
    r"[^，。；]{0,60}?(?:等[^，。；]{0,6}一行(?:\d+余?人)?(?!来)|等\d+余?人|(?:带领|率领?)[^，。；]{2,40}?)(?=到|赴|前往|来[^，。；]{2}|深入|走进|就(?!业)|对(?!口|外))"
)
OF_SEVERAL = re.compile("的|等|组成|一行")
MET = re.compile("会见|接见|接待|会晤")  # 市长某某在市政厅|会见客人
DAY_FIRST = re.compile(r"\d{1,2}月\d{1,2}日[^，。：]{0,20}[，：][^，。]{4}")  # 6月15日，端午诗会
RECOGNIZERS = (dates, events, lines, outings, places, statuses, people, organizations, groups, roles)
AT_ONCE = tuple(one for one in RECOGNIZERS if one not in (organizations, groups))  # those two only where asked for


def extract(text: str, published_on: date | None = None, published_at: datetime | None = None) -> Extraction:
    """Find the articles and events of a bulletin; dates without a year are resolved against `published_on`.

    `published_at` is a clock time for texts that say 刚才; bulletins do without. Nothing is resolved against today.
    """
    with settled_words():
        return extraction(text, published_on, published_at)


def extraction(text: str, published_on: date | None, published_at: datetime | None) -> Extraction:
    """Take the steps in order."""
    layout = segment(text)
    articles = [list(stretches(article)) for article in layout.articles]
    parts = [part for article in articles for part in article]
    told = (recognized(part.segment.text, AT_ONCE) for part in parts)  # part by part: few are held at a time
    settled_on, basis, first = publication(layout, parts, told, published_on)
    seen = chain(first, told)
    known = (resolved(part, found, settled_on, published_at) for part, found in zip(parts, seen, strict=True))
    return Extraction(
        text,
        Document(text).sha256,
        settled_on.isoformat() if settled_on else None,
        basis,
        title=layout.title.quote(text) if layout.title else None,
        issue=layout.issue.quote(text) if layout.issue else None,
        articles=[found_article(text, article, known, settled_on) for article in articles],
    )


def mentions(text: str, published_on: date | None = None, published_at: datetime | None = None) -> list[Mention]:
    """Return everything recognized in a text, each with its span in the text as given, in the order of the text."""
    layout = segment(text)
    articles = [part for article in layout.articles for part in stretches(article)]
    told = (recognized(article.segment.text, RECOGNIZERS) for article in articles)
    settled_on, _, first = publication(layout, articles, told, published_on)
    found = [
        one._replace(span=article.segment.span(one.span))
        for article, mentions in zip(articles, chain(first, told), strict=True)
        for one in resolved(article, mentions, settled_on, published_at)
    ]
    return sorted(found, key=attrgetter("span"))


def recognized(text: str, recognizers: Iterable[ModuleType]) -> list[Mention]:
    """Let the recognizers read the text of one article."""
    return [one for recognizer in recognizers for one in recognizer.recognize(text)]


def publication(
    layout: Layout, articles: Sequence[Article], told: Iterator[list[Mention]], given: date | None
) -> tuple[date | None, str, list[list[Mention]]]:
    """Return the day everything is resolved against, what it rests on, and the mentions that were read for it."""
    seen: list[list[Mention]] = []
    if given:
        return given, "given", seen
    if printed := publication_dates.noted(dates.recognize(layout.notes)):
        return printed, "text", seen
    for article, mentions in zip(articles, told, strict=True):
        seen.append(mentions)
        day, basis = publication_dates.infer_published_on(mentions, article.segment.text)
        if day:
            return day, basis, seen
    return None, "none", seen


def resolved(
    article: Article, mentions: Sequence[Mention], published_on: date | None, published_at: datetime | None
) -> list[Mention]:
    return reference_dates.resolve(mentions, article.segment.text, published_on, published_at)


def found_article(
    text: str, parts: Sequence[Article], mentions: Iterator[list[Mention]], published_on: date | None
) -> FoundArticle:
    """Put together what the stretches of one article tell."""
    article = parts[0]
    printed = article.segment.printed
    found: list[Finding] = []
    for part, seen in zip(parts, mentions, strict=False):  # what follows belongs to the next article
        told = findings(part, seen, published_on)
        for one in told:
            one.relations = [replace(each, event=each.event + len(found)) for each in one.relations]
        found += told
    return FoundArticle(
        headline=printed(article.headline),
        kicker=printed(article.kicker) if article.kicker else None,
        source=article.source.quote(text) if article.source else None,
        span=article.span,
        events=found,
    )


def findings(article: Article, mentions: Sequence[Mention], published_on: date | None) -> list[Finding]:
    page = make_page(article)
    ordered = sorted(mentions, key=attrgetter("span"))
    by_kind: dict[str, Mentions] = defaultdict(Mentions)
    for mention in ordered:
        by_kind[mention.kind].append(mention)
    company = Company(page.text, by_kind["person"], organizations, groups)
    told = [from_person(page, one, by_kind["person"]) for one in by_kind["event"]]
    occasions = settle(page, told, by_kind["date"])
    found = []
    for number, (one, scope) in enumerate(zip(occasions, in_force(page, occasions), strict=True)):
        made = finding(article.segment, settled(page, number, one, scope, by_kind, published_on))
        gathered = cast(page, one, scope, company, by_kind["role"], number == 0)
        made.participants = [
            participant(article.segment, part.mention, part.roles, part.named) for part in gathered.in_order
        ]
        made.sessions = [session(article.segment, item) for item in gathered.items(by_kind["date"])]
        if one.tie:
            kind, other = one.tie
            made.relations.append(Relation(kind, occasions.index(other)))
        found.append(made)
    for deadline, target, topic in milestones(page, occasions, by_kind["date"]):
        about = last_before(occasions, deadline.span.start)
        found.append(milestone(article.segment, deadline, target, topic, page.sentence_of(deadline.span), about))
    return found


def from_person(page: Page, event: Mention, persons: Mentions) -> Mention:
    """Let a visit's name begin with who made it, without his posts: 区长[某某调研旧城改造].

    Where many went it begins with going: 会长某某一行6人[赴东海考察], and with meeting where the place stands before
    it: 区长某某在区政府[会见客人]. A headline's is kept as printed.
    """
    text = page.text
    if event.value.frame != "visit" or page.is_headline(event.span):
        return event
    if gone := TOGETHER.match(text, event.span.start, event.value.verb.start):
        return event._replace(span=Span(gone.end(), event.span.end))
    if text.startswith("在", event.span.start) and MET.match(text, event.value.verb.start):
        return event._replace(span=Span(event.value.verb.start, event.span.end))
    before = within(persons, Span(event.span.start, event.value.verb.start))
    if not before or OF_SEVERAL.search(text, before[0].span.end, event.value.verb.start):
        return event
    if text.startswith("在", before[0].span.end) and MET.match(text, event.value.verb.start):
        return event._replace(span=Span(event.value.verb.start, event.span.end))
    return event._replace(span=Span(before[0].span.start, event.span.end))


def last_before(occasions: Sequence[Occasion], place: int) -> int:
    """Return the index of the event told last before a place."""
    before = [number for number, one in enumerate(occasions) if one.event.span.start < place]
    return before[-1] if before else 0


def make_page(article: Article) -> Page:
    text = article.segment.text
    cut = sentences(text)
    said = [span for sentence in cut if (span := speech(text, sentence))]
    headline = article.headline if article.is_titled else Span(0, 0)
    return Page(text, cut, headline, list(prose(article, headline)), [*said, *quotations(text)])


def prose(article: Article, headline: Span) -> Iterator[Span]:
    """Yield the lines that tell something, and the numbered ones below 参会人员： and the like."""
    text, under = article.segment.text, False
    for span, kind in article.body:
        label = label_of(text, span)
        below = under and (NUMBERED.match(text, *span) or PERSON_ROW.fullmatch(text, *span))
        under = bool(role_of(label)) if label else bool(below)
        if span != headline and (kind in ("prose", "label") or label or under or DAY_FIRST.match(text, *span)):
            yield span


def settled(
    page: Page,
    number: int,
    one: Occasion,
    scope: list[Span],
    by_kind: dict[str, Mentions],
    published_on: date | None,
) -> Settled:
    place = place_of(page, one, by_kind["place"])
    at = place.span if place else visited(page, one)
    modes = mode_of(page, one, by_kind["mode"], scope)
    status, by = status_of(page, one, by_kind["status"], published_on)
    first = first_planned(page, one, by_kind["date"]) if status == "postponed" else None
    return Settled(
        one.kind, one.named, one.whose, one.event.rule, one.sentence, one.when,
        clock_of(page, one, by_kind["date"], by_kind["event"], scope), one.inherited,
        is_open_ended(page, one), is_closing(page, one), lasting(page, one, scope), at,
        place.rule if place else "place-visited",
        overall(page, modes, bool(place)), tuple(modes), status, by, first, certainty(page, one, number, status),
    )  # fmt: skip
