"""Users and groups at the desk: rights and groups as ticks, in words."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

pytestmark = pytest.mark.django_db


def test_groups_and_rights_are_ticks_in_words(admin_client: Client) -> None:
    reader = Group.objects.get(name="Reader")

    page = admin_client.get(f"/admin/auth/group/{reader.pk}/change/").content.decode()
    listed = admin_client.get("/admin/auth/group/").content.decode()

    assert "事件 · 可查看" in page
    assert "事件 · 可公布" in page
    assert "Can view" not in page
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
