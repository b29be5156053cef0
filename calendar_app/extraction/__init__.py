"""Reads a bulletin and finds its events; runs without Django and never asks for today.

read → segment → recognize → refine → assemble
"""

from calendar_app.extraction.pipeline import extract, mentions
from calendar_app.extraction.reading import UnreadableFile, read
from calendar_app.extraction.version import VERSION

__all__ = ["VERSION", "UnreadableFile", "extract", "mentions", "read"]
