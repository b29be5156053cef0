"""`publish` decides about many events at once and says what it left alone."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from calendar_app.models import Change, Event
from tests.makers import make_article, make_event, make_fact, make_public_event, make_user

pytestmark = pytest.mark.django_db


def run(*args: Any, **options: Any) -> str:
    out = StringIO()
    call_command("publish", *args, stdout=out, stderr=out, **options)
    return out.getvalue()


def test_publishes_ids_in_a_users_name() -> None:
    event, other = make_event("东江区防汛工作部署会"), make_event()
    user = make_user()

    told = run(event.pk, by=user.username, reason="核对无误")

    assert told == f"{event.pk} 东江区防汛工作部署会: approved\n"
    assert list(Event.objects.public()) == [event]
    assert [(change.by, change.reason) for change in Change.objects.all()] == [(user, "核对无误")]
    assert Event.objects.get(pk=other.pk).review_state == "draft"


def test_publishes_a_bulletin_and_what_is_certain() -> None:
    article = make_article()
    reported, certain = make_event(article=article), make_event()
    make_fact(certain, "name", certain.name)

    run(bulletin=article.bulletin_id)
    run(certain=True)

    assert set(Event.objects.public()) == {reported, certain}


def test_rejects_and_withdraws() -> None:
    draft, public = make_event(), make_public_event()

    run(draft.pk, reject=True)
    run(public.pk, withdraw=True)

    assert [event.review_state for event in Event.objects.order_by("pk")] == ["rejected", "withdrawn"]


def test_cancels_and_postpones() -> None:
    off, later, moved = make_public_event(), make_public_event(), make_public_event()

    run(off.pk, cancel=True)
    run(later.pk, postpone=True)
    run(moved.pk, "--postpone-to", "2024-08-01")

    told = [(event.status, str(event.starts_on)) for event in Event.objects.order_by("pk")]
    assert told == [("cancelled", "2024-07-25"), ("postponed", "2024-07-25"), ("postponed", "2024-08-01")]


def test_names_what_it_left_alone() -> None:
    public, draft = make_public_event(), make_event()

    with pytest.raises(CommandError, match="1 of 2 events"):
        run(public.pk, draft.pk)

    assert Event.objects.get(pk=draft.pk).review_state == "approved"


@pytest.mark.parametrize(
    ("arguments", "options"),
    [((), {}), ((999,), {}), ((), {"certain": True, "by": "nobody"}), ((), {"certain": True, "reject": True})],
)
def test_refuses_unclear_orders(arguments: tuple[int, ...], options: dict[str, Any]) -> None:
    with pytest.raises(CommandError):
        run(*arguments, **options)
