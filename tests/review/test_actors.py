"""People and bodies stored twice become one, and two stored as one become two; nothing is lost on the way."""

from __future__ import annotations

import pytest
from django.contrib.admin.models import LogEntry

from calendar_app.models import Organization, PersonAlias
from calendar_app.review.actors import merge_actors, split_actor
from calendar_app.review.decisions import Refused
from tests.makers import make_event, make_organization, make_participation, make_person, make_public_event, make_user

pytestmark = pytest.mark.django_db


def test_merge_moves_participations_and_keeps_names() -> None:
    kept, gone, user = make_person("林清远"), make_person("林青远"), make_user()
    PersonAlias.objects.create(person=gone, name="林区长")
    public = make_public_event()
    make_participation(public, "林青远", person=gone)

    moved = merge_actors(kept, gone, by=user)

    gone.refresh_from_db()
    assert (moved, gone.replaced_by, gone.participations.count()) == (1, kept, 0)
    assert set(kept.aliases.values_list("name", flat=True)) == {"林青远", "林区长"}
    assert public.changes.count() == 1
    assert LogEntry.objects.count() == 3


def test_merge_keeps_the_hierarchy() -> None:
    above = make_organization("东江区人民政府")
    kept, gone = make_organization("区府办"), make_organization("东江区府办", parent=above)
    below = make_organization("文电科", parent=gone)

    merge_actors(kept, gone, by=None)

    assert Organization.objects.get(pk=below.pk).parent == kept
    assert Organization.objects.get(pk=kept.pk).parent == above


def test_merge_never_puts_a_body_below_itself() -> None:
    kept = make_organization("东江区人民政府")
    gone = make_organization("东江区政府", parent=kept)

    merge_actors(kept, gone, by=None)

    assert Organization.objects.get(pk=kept.pk).parent is None


def test_split_gives_the_other_what_was_chosen() -> None:
    person = make_person("林清远")
    mine = make_participation(make_event(), "林清远", person=person, post="区长")
    others = make_participation(make_event(), "林清远", person=person, post="江南大学教授")

    new = split_actor(person, [others], disambiguation="教授", by=make_user())

    mine.refresh_from_db()
    others.refresh_from_db()
    assert (mine.person, others.person, str(new)) == (person, new, "林清远（教授）")


def test_odd_orders_are_refused() -> None:
    person, body = make_person(), make_organization()
    one = make_participation(make_event(), "林清远", person=person)

    for act in (
        lambda: merge_actors(person, person, by=None),
        lambda: merge_actors(person, body, by=None),
        lambda: split_actor(person, [], disambiguation="教授", by=None),
        lambda: split_actor(person, [one], disambiguation=" ", by=None),
    ):
        with pytest.raises(Refused):
            act()
