"""The page where a list of people or organisations comes in: a file, a preview of every row, all or nothing."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from calendar_app.admin.guarding import GuardedAdmin, acting
from calendar_app.review.listing import Listed, UnusableList, looked_over, read_list, take_list

LARGEST = 5_000_000  # bytes
KEPT_FOR = 3600  # seconds between preview and yes


class ListForm(forms.Form):
    """The file of a list."""

    file = forms.FileField(
        label=gettext_lazy("File (xlsx or csv)"), widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"})
    )


class ListImportAdmin(GuardedAdmin):
    """Takes lists in: the file is read and shown, and stored when the reviewer says yes."""

    change_list_template = "admin/calendar_app/actor_list.html"

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.import_view)
        return [path("import/", view, name=f"calendar_app_{self.opts.model_name}_import"), *super().get_urls()]

    def import_view(self, request: HttpRequest) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        form, listed, error = ListForm(request.POST or None, request.FILES or None), [], ""
        try:
            if "rows" in request.POST:
                return self.take(request, request.POST["rows"])
            if form.is_valid():
                listed = self.read(form.cleaned_data["file"])
            error = " ".join(str(fault) for faults in form.errors.values() for fault in faults)
        except UnusableList as fault:
            error = str(fault)
        asked = ListForm()  # the keyboard begins at the file, or where all of it is taken in
        asked.fields["file"].widget.attrs["autofocus"] = not listed or any(one.faults for one in listed)
        context = self.admin_site.each_context(request) | {
            "title": _("Take in a list"),
            "opts": self.opts,
            "form": asked,
            "error": error,
            "listed": listed,
            "faulty": sum(bool(one.faults) for one in listed),
            "rows": signing.dumps([[one.number, one.cells] for one in listed], compress=True) if listed else "",
        }
        return TemplateResponse(request, "admin/calendar_app/list_import.html", context)

    def read(self, file: Any) -> list[Listed]:
        if file.size > LARGEST:
            raise UnusableList(_("%(name)s: larger than 5 MB; cut it into several lists.") % {"name": file.name})
        return read_list(file.read(), file.name, self.model)

    def take(self, request: HttpRequest, rows: str) -> HttpResponse:
        try:
            listed = [Listed(number, cells) for number, cells in signing.loads(rows, max_age=KEPT_FOR)]
        except signing.BadSignature as fault:
            raise UnusableList(_("The preview is too old; read the file again.")) from fault
        new = take_list(looked_over(listed, self.model), self.model, by=acting(request))
        told = ngettext(
            "%(count)d row was taken in, %(new)d of them new.",
            "%(count)d rows were taken in, %(new)d of them new.",
            len(listed),
        )
        self.message_user(request, told % {"count": len(listed), "new": new}, messages.SUCCESS)
        return redirect(f"admin:calendar_app_{self.opts.model_name}_changelist")
