"""Who works at the desk: users and groups, their rights as ticks in the words of the desk's languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, SetUnusablePasswordMixin
from django.contrib.auth.models import Group, Permission, User
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

if TYPE_CHECKING:
    Choice = forms.ModelMultipleChoiceField[Any]
else:
    Choice = forms.ModelMultipleChoiceField

# What the migration that makes the groups calls them, and what each may do.
GROUPS = {
    "Reader": gettext_noop("Reader: sees everything"),
    "Editor": gettext_noop("Editor: takes in, settles facts"),
    "Reviewer": gettext_noop("Reviewer: rejects, merges, answers readers"),
    "Publisher": gettext_noop("Publisher: publishes, withdraws, deletes"),
}
MACHINERY = ("admin", "contenttypes", "sessions")  # apps whose rows nobody tends at the desk
VERBS = {
    "add": gettext_noop("may add"),
    "change": gettext_noop("may change"),
    "delete": gettext_noop("may delete"),
    "view": gettext_noop("may see"),
    "review": gettext_noop("may review"),
    "publish": gettext_noop("may publish"),
}


class GroupChoice(Choice):
    def label_from_instance(self, group: Any) -> str:
        return called(group)


class RightChoice(Choice):
    def label_from_instance(self, right: Any) -> str:
        verb = right.codename.partition("_")[0]
        return f"{right.content_type.name} · {_(VERBS[verb]) if verb in VERBS else right.name}"


def called(group: Group) -> str:
    return _(GROUPS[group.name]) if group.name in GROUPS else group.name


def without(named: list[Any], heads: tuple[str, ...]) -> list[Any]:
    """Leave out of nested lists the lines that begin so, and what becomes empty with them."""
    kept = [without(one, heads) if isinstance(one, list) else one for one in named]
    return [one for one in kept if one != [] and not (isinstance(one, str) and one.startswith(heads))]


class Ticked:
    """Mixed into an admin: groups and rights are ticked, without a script and in words."""

    change_list_template: Any = "admin/calendar_app/change_list.html"

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Leave unsaid the rows that tie somebody to groups and rights: they have no names to be told by."""
        named, counts, lacking, protected = super().get_deleted_objects(objs, request)  # type: ignore[misc]
        ties = [model._meta for model in apps.get_models(include_auto_created=True) if model._meta.auto_created]
        heads = tuple(f"{capfirst(tie.verbose_name)}: " for tie in ties)
        for tie in ties:
            counts.pop(tie.verbose_name_plural, None)
        return without(named, heads), counts, lacking, protected

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest | None, **kwargs: Any) -> Any:
        ticks = {"required": False, "label": capfirst(db_field.verbose_name), "widget": forms.CheckboxSelectMultiple}
        if db_field.name == "groups":
            return GroupChoice(Group.objects.order_by("pk"), **ticks)
        rights = Permission.objects.exclude(content_type__app_label__in=MACHINERY).select_related("content_type")
        return RightChoice(rights.order_by("content_type__app_label", "content_type__model"), **ticks)


admin.site.unregister((Group, User))


class PasswordForm(AdminPasswordChangeForm):  # type: ignore[type-arg]
    """The form that sets somebody's password, its help in the language of the page and not of the start."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told, lost = (
            SetUnusablePasswordMixin.usable_password_help_text,
            _("If disabled, the current password for this user will be lost."),
        )
        warning = '{}<ul id="id_unusable_warning" class="messagelist"><li class="warning">{}</li></ul>'
        if "usable_password" in self.fields:
            self.fields["usable_password"].help_text = format_html(warning, told, lost)


@admin.register(User)
class DeskUserAdmin(Ticked, UserAdmin):  # type: ignore[type-arg]
    change_password_form = PasswordForm
    filter_horizontal = ()
    list_filter = ("is_staff", "is_superuser", "is_active")
    readonly_fields = ("last_login", "date_joined")

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Keep whoever has done something here: the history would go with them."""
        named, counts, lacking, protected = super().get_deleted_objects(objs, request)
        acted = User.objects.filter(pk__in=[one.pk for one in objs], logentry__isnull=False).distinct()
        told = _("%(user)s: what they did stays in the history; make the account inactive instead.")
        return named, counts, lacking, [*protected, *(told % {"user": one.get_username()} for one in acted)]


@admin.register(Group)
class DeskGroupAdmin(Ticked, GroupAdmin):  # type: ignore[misc]  # the stub names one argument otherwise
    filter_horizontal = ()
    list_display = ("shown", "name")

    @admin.display(description=gettext_lazy("may do"))
    def shown(self, group: Group) -> str:
        return called(group)
