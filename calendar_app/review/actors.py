"""People and organisations stored twice are merged; two stored as one are split."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from calendar_app.models import Organization, OrganizationAlias, Participation, Person, PersonAlias
from calendar_app.review.decisions import Refused
from calendar_app.review.history import lock, note
from calendar_app.review.settling import keep

Known = Person | Organization


def merge_actors(kept: Known, gone: Known, *, by: User | None) -> int:
    """Give everything of one to the other, its names as aliases; return how many participations moved.

    The merged one stays stored and its address leads on. Raises Refused for two that cannot be one.
    """
    if type(kept) is not type(gone) or kept.pk == gone.pk or kept.replaced_by_id or gone.replaced_by_id:
        raise Refused(_("“%(gone)s” cannot be merged into “%(kept)s”.") % {"gone": gone, "kept": kept})
    with transaction.atomic():
        moved = hand_over(gone.participations.all(), kept, by)
        take_names(kept, gone)
        if isinstance(kept, Organization) and isinstance(gone, Organization):
            take_place(kept, gone)
        gone.replaced_by = kept
        gone.save()
        note(kept, by, _("“%(gone)s” was merged into it, %(count)d participations") % {"gone": gone, "count": moved})
        note(gone, by, _("merged into “%(kept)s”, %(count)d participations") % {"kept": kept, "count": moved})
    return moved


def split_actor(actor: Known, taken: Iterable[Participation], *, disambiguation: str, by: User | None) -> Known:
    """Make somebody new of the same name, told apart by a word, and give him some participations."""
    rows = [one for one in taken if (one.person or one.organization) == actor]
    if not rows or not disambiguation.strip():
        raise Refused(_("Choose what is the other's, and a word that tells the two apart."))
    with transaction.atomic():
        if type(actor)._default_manager.filter(name=actor.name, disambiguation=disambiguation).exists():
            raise Refused(
                _("There is a “%(name)s（%(word)s）” already.") % {"name": actor.name, "word": disambiguation}
            )
        new = type(actor)(name=actor.name, disambiguation=disambiguation.strip())
        new.save()
        moved = hand_over(rows, new, by)
        told = {"actor": actor, "new": new, "count": moved}
        note(actor, by, _("%(count)d participations were given to “%(new)s”") % told)
        note(new, by, _("split from “%(actor)s” with %(count)d participations") % told)
    return new


def hand_over(rows: Iterable[Participation], actor: Known, by: User | None) -> int:
    field = "person" if isinstance(actor, Person) else "organization"
    count = 0
    for one in rows:
        event = one.event
        before = lock(event)
        setattr(one, field, actor)
        one.save()
        keep(event, before, by, _("“%(name)s” is %(actor)s") % {"name": one.name, "actor": actor})
        count += 1
    return count


def take_names(kept: Known, gone: Known) -> None:
    names = {gone.name, *(alias.name for alias in gone.aliases.all())} - {kept.name}
    for name in sorted(names):
        if isinstance(kept, Person):
            PersonAlias.objects.get_or_create(person=kept, name=name)
        else:
            OrganizationAlias.objects.get_or_create(organization=kept, name=name)


def take_place(kept: Organization, gone: Organization) -> None:
    """Keep the hierarchy: what stood below the merged one stands below the other, which never stands below itself."""
    for child in gone.children.exclude(pk=kept.pk):
        child.parent = kept
        child.save()
    if kept.parent_id == gone.pk:
        kept.parent = gone.parent if gone.parent_id != kept.pk else None
    kept.parent = kept.parent or (gone.parent if gone.parent_id != kept.pk else None)
    kept.save()
