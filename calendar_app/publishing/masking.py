"""Keeps the tokens of private feeds out of logs: whoever reads a log must not be able to read a feed."""

from __future__ import annotations

import logging
import re

# Takes the token of /feeds/private/gT3…x.ics, and in any other spelling of its address what looks like one: slugs have
# no capitals.
LIKE_ONE = r"(?<![A-Za-z0-9_-])(?=[a-z0-9_-]*[A-Z])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])"
TOKEN = re.compile(rf"(/feeds/+private/+)[^/\s?\"']+|{LIKE_ONE}")


def mask(text: str) -> str:
    """Return the text with every token of a private feed as `***`."""
    return TOKEN.sub(lambda found: f"{found[1] or ''}***", text)


class MaskTokens(logging.Filter):
    """A filter for handlers; it changes what a record says and lets every record pass."""

    def filter(self, record: logging.LogRecord) -> bool:
        told = record.getMessage()
        if TOKEN.search(told):
            record.msg, record.args = mask(told), None
        if record.exc_info and not record.exc_text:
            record.exc_text = mask(logging.Formatter().formatException(record.exc_info))
        return True


def mask_server() -> None:
    """Mask what the server itself writes, its log of requests among it; its handlers are none of our settings."""
    for name in ("gunicorn.access", "gunicorn.error"):
        logging.getLogger(name).addFilter(MaskTokens())
