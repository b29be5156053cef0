"""The description of an event in plain text: what it was, who took part in printed order, the programme, the source."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext, pgettext

from calendar_app.models import Event, Participation, Session
from calendar_app.vocabulary import Role, Status

ROLES = dict(Role.choices())


def describe(event: Event, *, is_nominal: bool = False) -> str:
    """Return the parts that have something to say, a blank line between them."""
    parts = (event.summary, *notes(event, is_nominal), participants(event), programme(event), sources(event))
    return "\n\n".join(part for part in parts if part)


def notes(event: Event, is_nominal: bool) -> Iterator[str]:
    """Yield what has to be known about the time."""
    if event.date_text:
        printed = "".join(event.date_text.split())
        yield gettext("Date as printed: %s") % printed
    if event.year_inferred:
        yield gettext("The year is inferred.")
    if is_nominal:
        yield gettext("The hours are nominal: the source tells only the part of the day.")
    if event.status == Status.POSTPONED and event.previous_starts_on:
        yield gettext("Originally planned for %s.") % day_words(event.previous_starts_on)


def day_words(day: date) -> str:
    """Return the day in words: 2024年7月25日."""
    return pgettext("a date: year, month, day", "%(year)d-%(month)02d-%(day)02d") % {
        "year": day.year,
        "month": day.month,
        "day": day.day,
    }


def participants(event: Event) -> str:
    rows = [participant(one) for one in event.participations.all()]
    return "\n".join((gettext("Participants:"), *rows)) if rows else ""


def participant(one: Participation) -> str:
    """Return the line of a participant: 林清远（区长）：主持、讲话."""
    post = f"（{one.post}）" if one.post else ""
    roles = "、".join(gettext(ROLES[role]) for role in one.roles)
    return f"{one.name}{post}：{roles}" if roles else f"{one.name}{post}"


def programme(event: Event) -> str:
    rows = [item(session) for session in event.sessions.all()]
    return "\n".join((gettext("Programme:"), *rows)) if rows else ""


def item(session: Session) -> str:
    """Return the line of a session: 2024年7月25日 上午 数字政府建设（林清远）."""
    day = day_words(session.starts_on) if session.starts_on else ""
    part = session.get_day_part_display() if session.day_part else ""
    at = f"{session.starts_at:%H:%M}" if session.starts_at else part
    speakers = "、".join(one.name for one in session.speakers.all())
    words = (day, at, session.name + (f"（{speakers}）" if speakers else ""))
    return " ".join(word for word in words if word)


def sources(event: Event) -> str:
    rows = []
    for source in event.sources.all():
        article, bulletin = source.article, source.article.bulletin
        issue = " ".join(word for word in (bulletin.title, bulletin.issue) if word)
        rows.append(" · ".join(" ".join(word.split()) for word in (article.headline, article.source, issue) if word))
    return "\n".join(gettext("Source: %s") % row for row in rows if row)
