"""A long bulletin is shown in parts: whole articles with what stands between them, a very long one cut at its lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from calendar_app.models import Article, Bulletin, Fact
from calendar_app.models.events import EventQuerySet

LONGEST = 20_000  # characters of a part


@dataclass(frozen=True)
class Stretch:
    """A range of the text: an article, one of the pieces of a very long one, or with no article what stands between."""

    start: int
    end: int
    article: Article | None = None

    @property
    def is_whole(self) -> bool:
        return self.article is not None and (self.start, self.end) == (self.article.start, self.article.end)

    @property
    def begins(self) -> bool:
        return self.article is not None and self.start == self.article.start


@dataclass(frozen=True)
class Part:
    """The `number`th of `count` parts of a bulletin: its text from `start` to `end`, in stretches."""

    bulletin: Bulletin
    number: int
    count: int
    start: int
    end: int
    stretches: tuple[Stretch, ...]

    @property
    def previous(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def next(self) -> int | None:
        return self.number + 1 if self.number < self.count else None

    def facts(self, facts: QuerySet[Fact]) -> QuerySet[Fact]:
        """Narrow a bulletin's facts to those that stand in this part."""
        if self.count == 1:
            return facts
        spans = facts.filter(spans__0__0__lt=self.end).order_by().values_list("pk", "spans")
        here = [pk for pk, each in spans.iterator() if any(a < self.end and b > self.start for a, b in each)]
        return facts.filter(pk__in=here)

    def events(self, events: EventQuerySet) -> EventQuerySet:
        """Narrow events to those that its articles tell of; of an article that is cut, to those with facts here."""
        told = Q(articles__in=[one.article for one in self.stretches if one.is_whole])
        if cut := [one.article for one in self.stretches if one.article and not one.is_whole]:
            told |= Q(articles__in=cut, pk__in=self.facts(self.bulletin.facts.all()).order_by().values("event"))
        return events.filter(told).distinct()


def part_asked(bulletin: Bulletin, number: str = "", article: str = "") -> Part:
    """Return the part that an article of a key begins in, or that of a number; the nearest where there is none."""
    groups = list(grouped(stretches(bulletin)))
    chosen = nearest(number, len(groups)) or 1
    if article:
        holding = (at for at, group in enumerate(groups, 1) if any(is_of(one, article) for one in group))
        chosen = next(holding, chosen)
    start = groups[chosen - 1][0].start if chosen > 1 else 0
    end = groups[chosen][0].start if chosen < len(groups) else len(bulletin.text)
    return Part(bulletin, chosen, len(groups), start, end, tuple(groups[chosen - 1]))


def part_of_article(article: Article, number: str, at: int) -> Part:
    """Return the part of an article of a number, the nearest there is, else the one in which a place stands."""
    pieces = list(cut(article.bulletin.text, article.start, article.end, article))
    holding = next((count for count, one in enumerate(pieces, 1) if at < one.end), len(pieces))
    chosen = nearest(number, len(pieces)) or holding
    shown = pieces[chosen - 1]
    return Part(article.bulletin, chosen, len(pieces), shown.start, shown.end, (shown,))


def nearest(number: str, count: int) -> int | None:
    return min(max(int(number[:9]), 1), count) if number.isdecimal() else None


def is_of(stretch: Stretch, article: str) -> bool:
    return stretch.article is not None and str(stretch.article.pk) == article


def grouped(stretches: Iterable[Stretch]) -> Iterator[list[Stretch]]:
    """Put as many stretches together as a part holds; there is always one part."""
    group: list[Stretch] = []
    for stretch in stretches:
        if group and stretch.end - group[0].start > LONGEST:
            yield group
            group = []
        group.append(stretch)
    yield group


def stretches(bulletin: Bulletin) -> Iterator[Stretch]:
    """Yield the articles in order, with the text between them, so that nothing printed is left out."""
    at = 0
    for article in bulletin.articles.order_by("start"):
        yield from between(bulletin.text, at, article.start)
        yield from cut(bulletin.text, article.start, article.end, article)
        at = max(at, article.end)
    yield from between(bulletin.text, at, len(bulletin.text))


def between(text: str, start: int, end: int) -> Iterator[Stretch]:
    if text[start:end].strip():
        yield from cut(text, start, end)


def cut(text: str, start: int, end: int, article: Article | None = None) -> Iterator[Stretch]:
    """Cut what is longer than a part after a line, else after a sentence, else anywhere."""
    while end - start > LONGEST:
        least, most = start + LONGEST // 2, start + LONGEST
        after = text.rfind("\n", least, most) + 1 or text.rfind("。", least, most) + 1 or most
        yield Stretch(start, after, article)
        start = after
    yield Stretch(start, end, article)
