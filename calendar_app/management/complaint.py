"""One thing that is wrong with an installation, and the way out."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Complaint:
    """What it is about, what is wrong with it, and the mend."""

    subject: str
    fault: str
    mend: str

    def __str__(self) -> str:
        told = _("%(subject)s: %(fault)s; %(mend)s")
        return told % {"subject": self.subject, "fault": self.fault, "mend": self.mend}
