"""One thing that is wrong with an installation, and the way out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Complaint:
    """What it is about, what is wrong with it, and the mend."""

    subject: str
    fault: str
    mend: str

    def __str__(self) -> str:
        return f"{self.subject}: {self.fault}; {self.mend}"
