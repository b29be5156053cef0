"""Cuts a bulletin into articles, each with its headline, its credit and one mended Segment of its text."""

from calendar_app.extraction.segmenting.articles import Article, Layout, segment
from calendar_app.extraction.segmenting.stretches import stretches

__all__ = ["Article", "Layout", "segment", "stretches"]
