"""Lists of people and bodies: previewed row by row, stored whole or not at all."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook

from calendar_app.models import Organization, Person
from tests.makers import make_organization, make_person

pytestmark = pytest.mark.django_db
BODIES = "/en/admin/calendar_app/organization/import/"
PEOPLE = "/en/admin/calendar_app/person/import/"


def preview(client: Client, address: str, content: bytes, name: str = "名单.csv") -> str:
    return client.post(address, {"file": SimpleUploadedFile(name, content)}).content.decode()


def confirm(client: Client, address: str, page: str) -> None:
    rows = re.search(r'name="rows" value="([^"]+)"', page)
    assert rows is not None
    client.post(address, {"rows": rows[1]})


def workbook(*rows: tuple[str | None, ...]) -> bytes:
    book, out = Workbook(), BytesIO()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(out)
    return out.getvalue()


def test_list_of_bodies_is_previewed_then_taken_in_with_hierarchy(admin_client: Client) -> None:
    make_organization("东江区水务局")
    content = workbook(
        ("名称", "别名", "上级", "级别"),
        ("东江区人民政府", "区政府、区府", None, "区"),
        ("东江区水务局", "区水务局", "东江区人民政府", "区"),
    )

    page = preview(admin_client, BODIES, content, "名单.xlsx")
    before = Organization.objects.count()
    confirm(admin_client, BODIES, page)

    assert (before, Organization.objects.count()) == (1, 2)
    bureau = Organization.objects.get(name="东江区水务局")
    assert (str(bureau.parent), [alias.name for alias in bureau.aliases.all()]) == ("东江区人民政府", ["区水务局"])
    assert Organization.objects.get(name="东江区人民政府").level == "district"
    assert LogEntry.objects.count() == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_list_of_people_as_text(admin_client: Client, encoding: str) -> None:
    page = preview(admin_client, PEOPLE, "姓名,区分,备注\n林清远,区长,\n周明,,\n".encode(encoding))
    confirm(admin_client, PEOPLE, page)

    assert [str(person) for person in Person.objects.order_by("pk")] == ["林清远（区长）", "周明"]


def test_faults_are_told_with_their_rows_and_nothing_is_stored(admin_client: Client) -> None:
    make_person("周明")
    text = "名称,上级,级别\n东江区水务局,无此单位,区\n,,\n东江区教育局,,处\n东江区教育局,,区\n甲局,甲局,区\n"

    page = preview(admin_client, BODIES, text.encode())

    cells = re.findall(r"<tr><td>(\d+)</td>.*?objections\">✕ (.*?)</span>", page, re.S)
    assert [(int(number), bool(fault)) for number, fault in cells] == [(2, True), (4, True), (5, True), (6, True)]
    assert 'name="rows"' not in page
    assert Organization.objects.count() == 0


@pytest.mark.parametrize(
    ("content", "name"),
    [(b"", "a.csv"), (b"PK\x03\x04", "a.xlsx"), ("编号\n1\n".encode(), "a.csv"), (b"\xff\xfe\xfa", "a.csv")],
)
def test_file_that_is_no_list_is_told(admin_client: Client, content: bytes, name: str) -> None:
    page = preview(admin_client, PEOPLE, content, name)

    assert re.search(r'<p class="errornote" role="alert">[^<]+</p>', page)
    assert 'name="rows"' not in page
    assert Person.objects.count() == 0


def test_forged_rows_are_refused(admin_client: Client) -> None:
    page = admin_client.post(PEOPLE, {"rows": "forged"}).content.decode()

    assert "too old" in page
    assert Person.objects.count() == 0


def test_row_without_a_name_is_told_that_and_nothing_else(admin_client: Client) -> None:
    page = preview(admin_client, BODIES, "名称,别名\n,无名\n".encode())

    assert re.findall(r'<span class="objections">([^<]+)</span>', page) == ["✕ no name"]


def test_rows_that_were_there_are_counted_as_taken_in(admin_client: Client) -> None:
    make_person("周明")
    page = preview(admin_client, "/admin/calendar_app/person/import/", "姓名,别名\n周明,老周\n林清远,\n".encode())
    rows = re.search(r'name="rows" value="([^"]+)"', page)
    assert rows is not None

    told = admin_client.post("/admin/calendar_app/person/import/", {"rows": rows[1]}, follow=True).content.decode()

    assert '<li class="success">已导入 2 行，其中新增 1 行。</li>' in told
