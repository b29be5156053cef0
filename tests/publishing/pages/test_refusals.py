"""What is not answered says why, in the reader's language, and leads back into the calendar."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory
from django.views.defaults import permission_denied

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("prefix", "words"), [("", "表单已过期"), ("/en", "The form has grown old")])
def test_form_that_has_grown_old_says_what_to_do(prefix: str, words: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies["csrftoken"] = "a" * 32

    response = strict.post(f"{prefix}/feeds/private/", {"action": "make"})

    assert response.status_code == 403
    assert f"<h1>{words}</h1>" in response.content.decode()


def test_page_for_others_says_so(rf: RequestFactory) -> None:
    response = permission_denied(rf.get("/"), PermissionDenied())

    assert response.status_code == 403
    assert "<h1>此页不公开</h1>" in response.content.decode()
