"""Lists of people or organisations from a spreadsheet: read row by row, looked over, taken in whole or not at all."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO, StringIO
from typing import Any
from zipfile import BadZipFile

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _
from openpyxl import load_workbook

from calendar_app.models import Organization, OrganizationAlias, Person, PersonAlias
from calendar_app.review.history import note
from calendar_app.vocabulary import OrganizationLevel

Known = type[Person] | type[Organization]
BETWEEN = re.compile("[、,，;；]")
MOST_ROWS = 5000
LONGEST = 255
COLUMNS = {
    "name": ("name", "姓名", "名称", "全称"),
    "disambiguation": ("disambiguation", "区分"),
    "aliases": ("aliases", "别名", "简称"),
    "parent": ("parent", "上级", "上级单位"),
    "level": ("level", "级别", "层级"),
    "note": ("note", "备注"),
}
LEVELS = {"国家": "nation", "省": "province", "市": "city", "区": "district", "县": "district", "街道": "town",
          "镇": "town", "乡": "town", "社区": "community", "其他": "other", "": "other"}  # fmt: skip


class UnusableList(ValueError):  # noqa: N818 - it says what is wrong with it
    """A file that is no list of this kind; the message says why and the way out."""


@dataclass
class Listed:
    """One row: its number in the file, what it tells, and what is wrong with it."""

    number: int
    cells: dict[str, str]
    is_new: bool = True
    faults: list[str] = field(default_factory=list)

    @property
    def aliases(self) -> list[str]:
        parts = (
            self.cells.get("aliases", "").replace(";", "、").replace("；", "、").replace(",", "、").replace("，", "、")
        )
        return [alias.strip() for alias in parts.split("、") if alias.strip()]


def read_list(content: bytes, name: str, model: Known) -> list[Listed]:
    """Read an xlsx or csv file with a heading row; raise UnusableList for anything else."""
    rows = list(workbook_rows(content, name) if name.lower().endswith(".xlsx") else text_rows(content, name))
    if not rows:
        raise UnusableList(_("%(name)s: empty; the first row names the columns.") % {"name": name})
    heading = [cell.strip().lower() for cell in rows[0]]
    where = {key: heading.index(word) for key, words in COLUMNS.items() for word in words if word in heading}
    if "name" not in where:
        raise UnusableList(_("%(name)s: no column is headed 姓名, 名称 or name; name it so.") % {"name": name})
    if len(rows) - 1 > MOST_ROWS:
        told = _("%(name)s: %(count)d rows; cut it into lists of at most %(most)d.")
        raise UnusableList(told % {"name": name, "count": len(rows) - 1, "most": MOST_ROWS})
    listed = [
        Listed(number, {key: row[at].strip() if at < len(row) else "" for key, at in where.items()})
        for number, row in enumerate(rows[1:], start=2)
        if any(cell.strip() for cell in row)
    ]
    return looked_over(listed, model)


def text_rows(content: bytes, name: str) -> list[list[str]]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return list(csv.reader(StringIO(content.decode(encoding), newline=""), strict=True))
        except UnicodeDecodeError:
            continue
        except csv.Error as error:
            told = _("%(name)s: not comma-separated text (%(error)s); save it as csv or xlsx.")
            raise UnusableList(told % {"name": name, "error": error}) from error
    raise UnusableList(_("%(name)s: neither UTF-8 nor GB 18030; save it as csv in UTF-8.") % {"name": name})


def workbook_rows(content: bytes, name: str) -> Iterator[list[str]]:
    try:
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
    except (BadZipFile, KeyError, ValueError, OSError) as error:
        raise UnusableList(_("%(name)s: not an xlsx file; save it as xlsx or csv.") % {"name": name}) from error
    for number, row in enumerate(book.worksheets[0].iter_rows(values_only=True)):
        if number > MOST_ROWS + 1:
            break
        yield ["" if cell is None else str(cell) for cell in row]


def looked_over(listed: list[Listed], model: Known) -> list[Listed]:
    """Say of each row whether it is new, and what is wrong with it."""
    there = {
        (one.name, one.disambiguation) for one in model.objects.filter(name__in={one.cells["name"] for one in listed})
    }
    parents = {one.cells.get("parent", "") for one in listed} - {""}
    known = set(Organization.objects.filter(name__in=parents).values_list("name", flat=True))
    known |= {one.cells["name"] for one in listed}
    seen: dict[tuple[str, str], int] = {}
    for one in listed:
        key = (one.cells["name"], one.cells.get("disambiguation", ""))
        one.is_new = key not in there
        if key in seen:
            one.faults.append(_("the same as row %(row)d") % {"row": seen[key]})
        seen.setdefault(key, one.number)
        one.faults += faults_of(one, model, known)
    return listed


def faults_of(one: Listed, model: Known, known: set[str]) -> Iterable[str]:
    if not one.cells["name"]:
        yield _("no name")
    if any(len(cell) > LONGEST for key, cell in one.cells.items() if key not in ("note", "aliases")):
        yield _("longer than %(most)d characters") % {"most": LONGEST}
    if any(len(alias) > LONGEST for alias in one.aliases):
        yield _("an alias longer than %(most)d characters") % {"most": LONGEST}
    if model is Organization:
        level, parent = one.cells.get("level", ""), one.cells.get("parent", "")
        if level not in LEVELS and level not in {word.value for word in OrganizationLevel}:
            yield _("“%(level)s” is no level; write 市, 区, 街道 …") % {"level": level}
        if parent and parent == one.cells["name"]:
            yield _("stands below itself")
        elif parent and parent not in known:
            yield _("“%(parent)s” is not known; list it too, or leave the cell empty") % {"parent": parent}


def take_list(listed: list[Listed], model: Known, *, by: User) -> int:
    """Store a list without faults, all of it or nothing; what is there gets its aliases; return how many are new."""
    if any(one.faults for one in listed):
        raise UnusableList(_("Rows with faults are left; mend them and read the file again."))
    with transaction.atomic():
        stored = [(one, stored_row(one, model, by)) for one in listed]
        if model is Organization:
            place_below(stored)
    return sum(one.is_new for one in listed)


def stored_row(one: Listed, model: Known, by: User) -> Any:
    cells = one.cells
    key = {"name": cells["name"], "disambiguation": cells.get("disambiguation", "")}
    more = {"note": cells.get("note", "")}
    if model is Organization and cells.get("level"):
        more["level"] = LEVELS.get(cells["level"], cells["level"])
    actor, one.is_new = model.objects.get_or_create(**key, defaults=more)
    for alias in one.aliases:
        if isinstance(actor, Person):
            PersonAlias.objects.get_or_create(person=actor, name=alias)
        else:
            OrganizationAlias.objects.get_or_create(organization=actor, name=alias)
    note(actor, by, _("from a list, row %(row)d") % {"row": one.number})
    return actor


def place_below(stored: list[tuple[Listed, Any]]) -> None:
    for one, body in stored:
        if (name := one.cells.get("parent")) and body.parent is None:
            above = Organization.objects.filter(name=name, replaced_by=None).exclude(pk=body.pk).first()
            if above is not None and not stands_below(above, body):
                body.parent = above
                body.save()


def stands_below(body: Organization, other: Organization) -> bool:
    seen = set()
    step: Organization | None = body
    while step is not None and step.pk not in seen:
        seen.add(step.pk)
        if step.pk == other.pk:
            return True
        step = step.parent
    return False
