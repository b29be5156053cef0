"""Parts of addresses: years, and what a feed or a plot can be about."""

from __future__ import annotations


class Year:
    regex = "(?:19|20)[0-9]{2}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


class Suffix:
    """The form a feed is asked for in."""

    regex = "ics|atom"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class Subjects:
    regex = "organizations|people|places|series"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class Plots:
    regex = "months|organizers|roles"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value
