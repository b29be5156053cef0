"""Texts that an editor pastes or drops into the admin."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from calendar_app.extraction import UnreadableFile, read
from calendar_app.extraction.document import Document
from calendar_app.intake.sources import LARGEST, UnusableSource
from calendar_app.intake.storing import NOTHING_GIVEN, Given, Stored, Then, nothing_more, store

FACTS = (  # that extraction, which speaks no language but English, tells of files it cannot read
    gettext_noop("this is a Word document or another zip archive, not plain text"),
    gettext_noop("this is a PDF, not plain text"),
    gettext_noop("this is an old Word or WPS document, not plain text"),
    gettext_noop("this is a picture, not plain text"),
    gettext_noop("this is a Rich Text document, not plain text"),
    gettext_noop("neither UTF-8 nor GB 18030"),
    gettext_noop("holds zero bytes, so it is no plain text"),
)


def take_in_file(name: str, content: bytes, given: Given = NOTHING_GIVEN, then: Then = nothing_more) -> Stored:
    """Store an uploaded file's text; raise UnusableSource if it cannot be read, is empty or is too large."""
    if len(content) > LARGEST:
        raise UnusableSource(_("%(name)s: larger than 20 MB; cut it into bulletins.") % {"name": name})
    try:
        return take_in(read(content, name), given, then)
    except UnreadableFile as error:
        told = _("%(name)s: %(fact)s; save it as a .txt file in UTF-8 and try again.")
        raise UnusableSource(told % {"name": name, "fact": _(error.fact)}) from error


def take_in_text(text: str, given: Given = NOTHING_GIVEN, then: Then = nothing_more) -> Stored:
    """Store a pasted text; raise UnusableSource if it is empty."""
    return take_in(Document(text.replace("\r\n", "\n")), given, then)  # browsers send every line end as two characters


def take_in(document: Document, given: Given, then: Then) -> Stored:
    if not document.text.strip():
        told = _("%(name)s: there is no text in it; choose another file.")
        raise UnusableSource(told % {"name": document.name or _("Pasted text")})
    return store(document, given, then=then)
