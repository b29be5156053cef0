"""Users and groups at the desk: rights and groups as ticks, in words."""

from __future__ import annotations

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import Group, User
from django.test import Client

from tests.makers import make_user

pytestmark = pytest.mark.django_db


def test_groups_and_rights_are_ticks_in_words(admin_client: Client) -> None:
    reader = Group.objects.get(name="Reader")

    page = admin_client.get(f"/admin/auth/group/{reader.pk}/change/").content.decode()
    listed = admin_client.get("/admin/auth/group/").content.decode()

    assert "事件 · 可查看" in page
    assert "事件 · 可公布" in page
    assert "Can view" not in page
    assert page.count("日程项 · 可查看") == 1
    assert [word for word in ("内容类型 · ", "日志记录 · ", "会话 · ") if word in page] == []
    assert "发布：公布、撤回、删除" in listed


def test_user_is_put_into_a_group_and_given_a_right(admin_client: Client) -> None:
    user, editor = User.objects.create_user("zhou"), Group.objects.get(name="Editor")
    right = Group.objects.get(name="Publisher").permissions.get(codename="publish_event")
    sent = {"username": "zhou", "is_active": "on", "date_joined_0": "2024-07-25", "date_joined_1": "09:00"}

    page = admin_client.get(f"/admin/auth/user/{user.pk}/change/").content.decode()
    admin_client.post(
        f"/admin/auth/user/{user.pk}/change/", sent | {"groups": [editor.pk], "user_permissions": [right.pk]}
    )

    assert "编辑：导入通报、裁定事实" in page
    assert list(user.groups.all()) == [editor]
    assert list(user.user_permissions.all()) == [right]


def test_deleting_names_no_rows_that_tie(admin_client: Client) -> None:
    group = Group.objects.get(name="Reader")
    user = User.objects.create_user("zhou")
    user.groups.add(group)

    pages = [
        admin_client.get(f"/admin/auth/{kind}/{one.pk}/delete/").content.decode()
        for kind, one in (("group", group), ("user", user))
    ]

    assert [word for page in pages for word in ("object (", "-group关系", "-permission关系") if word in page] == []
    assert "<li>组: 1</li>" in pages[0]
    assert ">zhou</a>" in pages[1]


@pytest.mark.parametrize(
    ("address", "is_in"), [("login/", False), ("password_change/", True), ("auth/user/add/", True)]
)
def test_language_is_changed_on_the_page_one_is_on(client: Client, address: str, is_in: bool) -> None:
    if is_in:
        client.force_login(User.objects.create_superuser("lin"))

    pages = [client.get(f"{prefix}/admin/{address}?a=1").content.decode() for prefix in ("", "/en")]

    assert f'<a href="/en/admin/{address}?a=1" lang="en" hreflang="en">English</a>' in pages[0]
    assert f'<a href="/admin/{address}?a=1" lang="zh-Hans" hreflang="zh-Hans">中文</a>' in pages[1]
    assert "After you" not in pages[0]


def test_password_form_speaks_the_language_of_the_page(admin_client: Client) -> None:
    user = make_user(password="x")
    address = f"/admin/auth/user/{user.pk}/password/"

    english, chinese = (admin_client.get(prefix + address).content.decode() for prefix in ("/en", ""))

    assert "Whether the user will be able to authenticate using a password" in english
    assert "用户是否能够使用密码" not in english
    assert "用户是否能够使用密码" in chinese


def test_whoever_did_something_is_not_deleted_and_the_history_stays(admin_client: Client) -> None:
    acted, idle = (User.objects.create_user(name) for name in ("lin", "chen"))
    LogEntry.objects.create(user=acted, action_flag=CHANGE, object_repr="防汛工作会议", change_message="已公布")

    page = admin_client.get(f"/admin/auth/user/{acted.pk}/delete/").content.decode()
    for one in (acted, idle):
        admin_client.post(f"/admin/auth/user/{one.pk}/delete/", {"post": "yes"})
    chosen = {"action": "delete_selected", "_selected_action": [acted.pk], "post": "yes"}
    admin_client.post("/admin/auth/user/", chosen)

    assert "lin：其操作须留在历史中；请停用该账号，不要删除。" in page
    assert set(User.objects.filter(pk__in=[acted.pk, idle.pk])) == {acted}
    assert LogEntry.objects.filter(user=acted).count() == 1
