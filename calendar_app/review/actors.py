"""People and organisations stored twice are merged, and brought back apart; two stored as one are split."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from calendar_app.models import Event, Organization, OrganizationAlias, Participation, Person, PersonAlias
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
        rows = list(gone.participations.select_related("event"))
        undo: dict[str, Any] = {"participations": [one.pk for one in rows]}
        moved = hand_over(rows, kept, by)
        undo["aliases"] = take_names(kept, gone)
        if isinstance(kept, Organization) and isinstance(gone, Organization):
            undo |= take_place(kept, gone)
        gone.replaced_by, gone.handed_over = kept, undo
        gone.save()
        note(kept, by, _("“%(gone)s” was merged into it, %(count)d participations") % {"gone": gone, "count": moved})
        note(gone, by, _("merged into “%(kept)s”, %(count)d participations") % {"kept": kept, "count": moved})
    return moved


def unmerge_actor(gone: Known, *, by: User | None) -> int:
    """Bring a merged one back with what it gave, unless somebody has moved it on since; return how many came back."""
    kept: Any = gone.replaced_by  # of the same kind; the type checker knows only what both kinds share
    if kept is None or not gone.handed_over:
        raise Refused(_("How “%(gone)s” was merged is not recorded; it cannot be undone.") % {"gone": gone})
    if kept.replaced_by:
        told = _("“%(kept)s” is merged into “%(other)s” itself; take those two apart first.")
        raise Refused(told % {"kept": kept, "other": kept.replaced_by})
    undo = gone.handed_over
    with transaction.atomic():
        rows = kept.participations.filter(pk__in=undo["participations"]).select_related("event")
        gone.replaced_by, gone.handed_over = None, {}
        gone.save()
        moved = hand_over(rows, gone, by)
        kept.aliases.filter(name__in=undo["aliases"]).delete()
        if isinstance(kept, Organization) and isinstance(gone, Organization):
            give_back_place(kept, gone, undo)
        words = {"gone": gone, "kept": kept, "count": moved}
        note(kept, by, _("“%(gone)s” was brought back apart from it, %(count)d participations") % words)
        note(gone, by, _("brought back apart from “%(kept)s”, %(count)d participations") % words)
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
    """Link participations to somebody, in one revision of each event they are of; return how many."""
    field = "person" if isinstance(actor, Person) else "organization"
    by_event: dict[Event, list[Participation]] = defaultdict(list)
    for one in rows:
        by_event[one.event].append(one)
    for event, ones in by_event.items():
        before = lock(event)
        for one in ones:
            setattr(one, field, actor)
            one.save()
        names = "、".join(dict.fromkeys(one.name for one in ones))
        keep(event, before, by, _("“%(name)s” is %(actor)s") % {"name": names, "actor": actor})
    return sum(len(ones) for ones in by_event.values())


def take_names(kept: Known, gone: Known) -> list[str]:
    """Make the names of one aliases of the other; return those that are new to it."""
    there = {kept.name, *(alias.name for alias in kept.aliases.all())}
    names = sorted({gone.name, *(alias.name for alias in gone.aliases.all())} - there)
    for name in names:
        if isinstance(kept, Person):
            PersonAlias.objects.create(person=kept, name=name)
        else:
            OrganizationAlias.objects.create(organization=kept, name=name)
    return names


def take_place(kept: Organization, gone: Organization) -> dict[str, Any]:
    """Keep the hierarchy: what stood below the merged one stands below the other, which never stands below itself.

    Return what moved, to be undone by.
    """
    before = kept.parent_id
    below = list(gone.children.exclude(pk=kept.pk))
    for child in below:
        child.parent = kept
        child.save()
    if kept.parent_id == gone.pk:
        kept.parent = gone.parent if gone.parent_id != kept.pk else None
    kept.parent = kept.parent or (gone.parent if gone.parent_id != kept.pk else None)
    kept.save()
    return {"below": [child.pk for child in below], "parent": [before, kept.parent_id]}


def give_back_place(kept: Organization, gone: Organization, undo: dict[str, Any]) -> None:
    for child in kept.children.filter(pk__in=undo["below"]).exclude(pk=gone.pk):
        child.parent = gone
        child.save()
    before, after = undo["parent"]
    if kept.parent_id == after and before != after:
        kept.parent = Organization.objects.filter(pk=before).first()
        kept.save()
