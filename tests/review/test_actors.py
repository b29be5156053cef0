"""People and bodies stored twice become one, and two stored as one become two; nothing is lost on the way."""

from __future__ import annotations

import pytest
from django.contrib.admin.models import LogEntry

from calendar_app.models import Organization, Person, PersonAlias
from calendar_app.review.actors import merge_actors, split_actor, unmerge_actor
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


def test_merged_person_comes_back_with_what_it_gave() -> None:
    kept, gone = make_person("林清远"), make_person("林青远")
    PersonAlias.objects.create(person=kept, name="林区长")
    PersonAlias.objects.create(person=gone, name="林区长")
    own = make_participation(make_event(), "林清远", person=kept)
    public = make_public_event()
    given, moved_on = (make_participation(public, "林青远", person=gone, order=order) for order in (1, 2))
    merge_actors(kept, gone, by=None)
    other = make_person("林清源")
    moved_on.person = other
    moved_on.save()

    back = unmerge_actor(gone, by=make_user())

    assert (back, gone.replaced_by) == (1, None)
    for one, whose in ((own, kept), (given, gone), (moved_on, other)):
        one.refresh_from_db()
        assert one.person == whose
    assert list(kept.aliases.values_list("name", flat=True)) == ["林区长"]
    assert list(gone.aliases.values_list("name", flat=True)) == ["林区长"]
    assert public.changes.count() == 2


def test_merged_body_comes_back_to_its_place() -> None:
    above = make_organization("东江区人民政府")
    kept, gone = make_organization("区府办"), make_organization("东江区府办", parent=above)
    below, new = make_organization("文电科", parent=gone), make_organization("信息科")
    merge_actors(kept, gone, by=None)
    Organization.objects.filter(pk=new.pk).update(parent=kept)

    unmerge_actor(Organization.objects.get(pk=gone.pk), by=None)

    parents = dict(Organization.objects.values_list("pk", "parent"))
    assert (parents[kept.pk], parents[gone.pk], parents[below.pk], parents[new.pk]) == (
        None,
        above.pk,
        gone.pk,
        kept.pk,
    )


def test_merge_is_undone_from_the_last_on() -> None:
    first, second, third = make_person("林清远"), make_person("林青远"), make_person("林清源")
    one = make_participation(make_event(), "林清源", person=third)
    merge_actors(second, third, by=None)
    merge_actors(first, second, by=None)

    with pytest.raises(Refused):
        unmerge_actor(Person.objects.get(pk=third.pk), by=None)
    unmerge_actor(Person.objects.get(pk=second.pk), by=None)
    unmerge_actor(Person.objects.get(pk=third.pk), by=None)

    one.refresh_from_db()
    assert one.person == third
    with pytest.raises(Refused):
        unmerge_actor(Person.objects.get(pk=third.pk), by=None)


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
