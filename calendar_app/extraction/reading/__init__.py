"""Bytes become text, one format a file."""

from calendar_app.extraction.reading.plain_text import UnreadableFile, read

__all__ = ["UnreadableFile", "read"]
