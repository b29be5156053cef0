"""Keeps the tokens of private feeds out of logs: whoever reads a log must not be able to read a feed."""

from __future__ import annotations

import logging
import re

TOKEN = re.compile(r"(/feeds/private/)[^/\s?\"']+")  # takes the token of /feeds/private/gT3…x.ics


def mask(text: str) -> str:
    """Return the text with every token of a private feed as `***`."""
    return TOKEN.sub(r"\1***", text)


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
